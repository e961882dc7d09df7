//! Keeps seen posts and sent replies in the store, and in memory for as long as the store
//! fails.

use super::AnswerError;
use crate::browser::{self, Area};
use crate::message::{Mark, Replied, SeenPost};
use crate::session::archive::Record;
use crate::session::retention::{Due, Look, due};
use crate::session::store::{Store, StoreError};
use crate::session::{Erase, Journal};
use crate::settings::KeepDays;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The most posts that wait in memory for the store.
const MAX_IN_MEMORY: usize = 5000;

/// The field of `storage.local` that holds the last look for what is old. It is
/// no setting.
const LOOK: &str = "looked";

#[derive(Default)]
struct Keeper {
    store: Option<Rc<Store>>,
    /// What the store did not take. They go with the worker, unless the
    /// store takes them before.
    memory: Journal,
    /// Why the store failed last.
    problem: Option<String>,
    /// The last look for what is old that this worker knows of.
    look: Option<Look>,
}

thread_local! {
    static KEEPER: RefCell<Keeper> = RefCell::default();
}

// The cell is never borrowed across an await, so it is never borrowed twice.
fn with<T>(act: impl FnOnce(&mut Keeper) -> T) -> T {
    KEEPER.with(|keeper| act(&mut keeper.borrow_mut()))
}

/// Why the store failed last, if it does.
pub fn problem() -> Option<String> {
    with(|keeper| keeper.problem.clone())
}

/// Keeps posts and replies. Returns why they are in memory only, if they are.
pub async fn keep(posts: &[SeenPost], replies: &[Replied], now: f64) -> Option<String> {
    let (waiting, unsaved): (Vec<SeenPost>, Vec<Replied>) = with(|keeper| {
        (
            keeper.memory.posts().cloned().collect(),
            keeper.memory.replies().cloned().collect(),
        )
    });
    let all = [waiting.as_slice(), posts].concat();
    let all_replies = [unsaved.as_slice(), replies].concat();
    let result = write(&all, &all_replies, now).await;
    with(|keeper| {
        match result {
            Ok(()) => {
                // What came while this was under way waits on.
                keeper.memory.forget(&all);
                keeper.memory.forget_replies(&all_replies);
                keeper.problem = None;
            }
            Err(error) => {
                keeper.store = None;
                posts
                    .iter()
                    .for_each(|post| keeper.memory.put(post.clone(), now));
                replies
                    .iter()
                    .for_each(|reply| keeper.memory.put_reply(reply.clone()));
                keeper.memory.keep_at_most(MAX_IN_MEMORY);
                keeper.problem = Some(error.to_string());
            }
        }
        keeper.problem.clone()
    })
}

/// The present visit, as far as it can be read. What waits for the store is
/// tried again.
pub async fn visit(now: f64) -> Journal {
    if with(|keeper| !keeper.memory.is_empty()) {
        keep(&[], &[], now).await;
    }
    let read = match store().await {
        Ok(store) => store.visit(now).await,
        Err(error) => Err(error),
    };
    with(|keeper| {
        let mut journal = read.unwrap_or_else(|error| {
            keeper.store = None;
            keeper.problem = Some(error.to_string());
            Journal::default()
        });
        keeper
            .memory
            .posts()
            .for_each(|post| journal.put(post.clone(), now));
        keeper
            .memory
            .replies()
            .for_each(|reply| journal.put_reply(reply.clone()));
        journal
    })
}

/// Erases for good, here and in the store.
///
/// # Errors
/// When the store fails; then it has what it had.
pub async fn erase(erase: &Erase) -> Result<(), StoreError> {
    with(|keeper| keeper.memory.erase(erase));
    let erased = store().await?.erase(erase).await;
    if erased.is_err() {
        with(|keeper| keeper.store = None);
    }
    erased
}

/// Looks whether something is older than the person wants it kept, and forgets
/// it: see [`crate::session::retention`]. Where the settings cannot be read
/// nothing is forgotten, because nobody knows for how long it is wanted.
///
/// # Errors
/// When the browser or the store fails; the next look tries again.
pub async fn tidy(now: f64) -> Result<(), AnswerError> {
    // What this worker knows spares it the reading; it may have slept since.
    if with(|keeper| keeper.look).is_some_and(|look| due(Some(look), now) == Due::NotYet) {
        return Ok(());
    }
    let fields: BTreeMap<String, Record<Look>> = browser::stored(Area::Local).await?;
    let looked = match fields.get(LOOK) {
        Some(Record::Known(look)) => Some(*look),
        _ => None,
    };
    let look = match due(looked, now) {
        Due::NotYet => looked,
        Due::Note(look) => Some(look),
        Due::Forget(look) => {
            forget_old(browser::settings().await?.keep_days, now).await?;
            Some(look)
        }
    };
    if look != looked {
        browser::store(Area::Local, &BTreeMap::from([(LOOK, look)])).await?;
    }
    with(|keeper| keeper.look = look);
    Ok(())
}

/// Forgets what is older than the person wants it kept, at once.
///
/// # Errors
/// When the store fails.
pub async fn forget_old(keep: KeepDays, now: f64) -> Result<(), StoreError> {
    store().await?.forget_old(keep, now).await
}

/// What to do with marks.
pub enum Marking<'a> {
    /// Keep this one.
    Put(&'a Mark),
    /// Forget the one of the post with this site and id.
    Forget(&'a str, &'a str),
    /// Forget all.
    ForgetAll,
}

/// Keeps or forgets marks.
///
/// # Errors
/// When the store fails; then all is as before. A person who marks a score is
/// told so at once, so marks do not wait in memory.
pub async fn mark(marking: Marking<'_>) -> Result<(), StoreError> {
    let store = store().await?;
    let done = match marking {
        Marking::Put(mark) => store.put_mark(mark).await,
        Marking::Forget(site, id) => store.forget_marks(Some((site, id))).await,
        Marking::ForgetAll => store.forget_marks(None).await,
    };
    if done.is_err() {
        with(|keeper| keeper.store = None);
    }
    done
}

/// All marks, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn marks() -> Result<Vec<Mark>, StoreError> {
    let marks = store().await?.marks().await;
    if marks.is_err() {
        with(|keeper| keeper.store = None);
    }
    Ok(marks?.into_iter().rev().collect())
}

async fn write(posts: &[SeenPost], replies: &[Replied], now: f64) -> Result<(), StoreError> {
    store().await?.put(posts, replies, now).await
}

/// The store, opened on first use and again after it failed.
async fn store() -> Result<Rc<Store>, StoreError> {
    if let Some(store) = with(|keeper| keeper.store.clone()) {
        return Ok(store);
    }
    let store = Rc::new(Store::open().await?);
    with(|keeper| keeper.store = Some(store.clone()));
    Ok(store)
}
