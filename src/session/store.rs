//! The store of seen posts: IndexedDB, shared by all of the extension.
//!
//! Every batch is one read-write transaction, and the browser lets only one of
//! them write at a time, so two tabs never undo each other. What is kept, and
//! how long, is told in `docs/privacy.md`.

use super::history::Kept;
use super::journal::{AWAY_MINUTES, Journal, minute, newest, visit_start};
use super::{Erase, History};
use crate::message::{Mark, Moment, Replied, SeenPost};
use crate::post::PostKind;
use crate::settings::KeepDays;
use idb::event::VersionChangeEvent;
use idb::request::GetAllKeysStoreRequest;
use idb::{
    Database, DatabaseEvent, Event, Factory, IndexParams, KeyPath, KeyRange, ObjectStore,
    ObjectStoreParams, Query, Request, Transaction, TransactionMode, TransactionResult,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use std::collections::BTreeSet;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

const NAME: &str = "rapport";

/// The version of the schema. A step from each version to the next stands in
/// [`upgrade`].
const VERSION: u32 = 5;

/// `SeenPost`s by `[site, id]`.
const POSTS: &str = "posts";

/// Index of [`POSTS`] by `seenAt`.
const BY_TIME: &str = "seenAt";

/// Index of [`POSTS`] by `mine.kind`, of which only the person's own have one.
const OWN: &str = "mine.kind";

/// [`Moment`]s by `[minute, site]`.
const MOMENTS: &str = "moments";

/// Up to version 3: minutes since 1970 UTC in which something was seen, as key
/// and value. They became [`MOMENTS`] without a site.
const MINUTES: &str = "minutes";

/// `Replied`s by `[site, post, sentAt]`: the same one again takes its own place.
const REPLIES: &str = "replies";

/// Index of [`REPLIES`] by `sentAt`.
const BY_SENDING: &str = "sentAt";

/// `Mark`s by `[site, id]`: a post has one.
const MARKS: &str = "marks";

/// Index of [`MARKS`] by `markedAt`.
const BY_MARKING: &str = "markedAt";

/// At most so many marks are kept; they stay until they are erased.
const MAX_MARKS: u32 = 5_000;

/// At most so many posts are kept; they are about 500 bytes each. A year of
/// reading 200 posts a day is 73 000.
const MAX_POSTS: u32 = 100_000;

/// No visit is looked for further back than this: two days without a half hour
/// of rest.
const LONGEST_VISIT_MINUTES: u32 = 2 * 24 * 60;

/// Why the store could not be used.
#[derive(Debug, Error)]
pub enum StoreError {
    /// IndexedDB refused or failed; the store may be full or blocked.
    #[error("{0}")]
    Database(#[from] idb::Error),
    /// A value could not be written in the shape of the store.
    #[error("{0}")]
    Shape(#[from] serde_wasm_bindgen::Error),
    /// The browser took a transaction back, most often because the disk or the
    /// quota is full.
    #[error("the browser took the writing back")]
    Aborted,
}

/// The open store.
#[derive(Debug)]
pub struct Store {
    database: Database,
}

impl Store {
    /// Opens the store, and makes or upgrades it first where needed.
    ///
    /// # Errors
    /// When the browser forbids it or it is broken.
    pub async fn open() -> Result<Self, StoreError> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            if upgrade(&event).is_err() {
                // All of it is taken back, opening fails, and the next opening
                // tries again. Where even that fails the first transaction
                // finds parts of the store missing.
                let upgrading = event
                    .target()
                    .ok()
                    .and_then(|request| request.transaction());
                let _ = upgrading.map(Transaction::abort);
            }
        });
        let mut database = request.await?;
        // A newer version of the extension wants to upgrade: let it.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Self { database })
    }

    /// Writes a batch, all or nothing; the newer reading of each post wins.
    ///
    /// # Errors
    /// When the browser refuses; then nothing of the batch was written.
    pub async fn put(
        &self,
        posts: &[SeenPost],
        replies: &[Replied],
        now: f64,
    ) -> Result<(), StoreError> {
        let writing = self
            .database
            .transaction(&[POSTS, MOMENTS, REPLIES], TransactionMode::ReadWrite)?;
        let moments = writing.object_store(MOMENTS)?;
        let sent = writing.object_store(REPLIES)?;
        for reply in replies {
            sent.put(&reply.serialize(&Serializer::json_compatible())?, None)?
                .await?;
            put_moment(&moments, reply.sent_at, &reply.site).await?;
        }
        let kept = writing.object_store(POSTS)?;
        for post in posts {
            let key = js_sys::Array::of2(&post.site.as_str().into(), &post.id.as_str().into());
            let before = kept.get(Query::Key(key.into()))?.await?;
            // What cannot be read any more gives way.
            let before = before.and_then(|before| parse(before).ok());
            let after =
                (before.as_ref()).map_or_else(|| post.clone(), |before| newest(before, post, now));
            if before.as_ref() != Some(&after) {
                kept.put(&after.serialize(&Serializer::json_compatible())?, None)?
                    .await?;
            }
            put_moment(&moments, post.seen_at, &post.site).await?;
        }
        drop_oldest(&kept, BY_TIME, MAX_POSTS).await?;
        finish(writing.commit()?.await?)
    }

    /// Forgets what is older than so many days; marks stay.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn forget_old(&self, keep: KeepDays, now: f64) -> Result<(), StoreError> {
        let oldest = now - f64::from(keep.0) * 24.0 * 3_600_000.0;
        let writing = self
            .database
            .transaction(&[POSTS, MOMENTS, REPLIES], TransactionMode::ReadWrite)?;
        for (store, index) in [(POSTS, BY_TIME), (REPLIES, BY_SENDING)] {
            let kept = writing.object_store(store)?;
            let before = KeyRange::upper_bound(&oldest.into(), Some(true))?;
            let old = kept.index(index)?;
            for key in old.get_all_keys(Some(before.into()), None)?.await? {
                kept.delete(Query::Key(key))?.await?;
            }
        }
        let before = KeyRange::upper_bound(&first_of(minute(oldest)), Some(true))?;
        writing.object_store(MOMENTS)?.delete(before)?.await?;
        finish(writing.commit()?.await?)
    }

    /// The posts of the visit that is under way at `now`, and its minutes.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn visit(&self, now: f64) -> Result<Journal, StoreError> {
        let reading = self
            .database
            .transaction(&[POSTS, MOMENTS, REPLIES], TransactionMode::ReadOnly)?;
        let since = minute(now).saturating_sub(LONGEST_VISIT_MINUTES + AWAY_MINUTES);
        let since = KeyRange::lower_bound(&first_of(since), None)?;
        let moments = reading
            .object_store(MOMENTS)?
            .get_all_keys(Some(since.into()), None)?
            .await?;
        let minutes: Vec<u32> = (moments.iter())
            .filter_map(|key| Some(moment_of(key)?.minute))
            .collect();
        let mut journal = Journal::default();
        let Some(start) = visit_start(minutes.iter().copied(), now) else {
            return Ok(journal);
        };
        minutes.into_iter().for_each(|at| journal.put_minute(at));
        let since = || KeyRange::lower_bound(&(f64::from(start) * 60_000.0).into(), None);
        let by_time = reading.object_store(POSTS)?.index(BY_TIME)?;
        for post in by_time.get_all(Some(since()?.into()), None)?.await? {
            // One broken record must not take the others with it.
            if let Ok(post) = parse(post) {
                journal.put(post, now);
            }
        }
        let by_sending = reading.object_store(REPLIES)?.index(BY_SENDING)?;
        for reply in by_sending.get_all(Some(since()?.into()), None)?.await? {
            if let Ok(reply) = serde_wasm_bindgen::from_value(reply) {
                journal.put_reply(reply);
            }
        }
        Ok(journal)
    }

    /// Since when something is kept, in milliseconds since 1970 UTC; `None`
    /// where nothing is. Marks do not count.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn oldest(&self) -> Result<Option<f64>, StoreError> {
        let reading = self
            .database
            .transaction(&[POSTS, MOMENTS, REPLIES], TransactionMode::ReadOnly)?;
        let mut times = Vec::new();
        for (store, index) in [(POSTS, BY_TIME), (REPLIES, BY_SENDING)] {
            let by_time = reading.object_store(store)?.index(index)?;
            let first = by_time.get_all(None, Some(1))?.await?;
            times.extend((first.first()).and_then(|first| field(first, index).as_f64()));
        }
        let moments = reading.object_store(MOMENTS)?;
        let first = moments.get_all_keys(None, Some(1))?.await?;
        let minute = |key| Some(f64::from(moment_of(key)?.minute));
        times.extend((first.first().and_then(minute)).map(|minute| minute * 60_000.0));
        Ok(times.into_iter().reduce(f64::min))
    }

    /// What a report on the time from a moment on is made of, read at one
    /// moment: see [`History::since`].
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn since(&self, since: f64) -> Result<History, StoreError> {
        let reading = self
            .database
            .transaction(&[POSTS, MOMENTS, REPLIES, MARKS], TransactionMode::ReadOnly)?;
        let from = || KeyRange::lower_bound(&since.into(), None);
        let kept = reading.object_store(POSTS)?;
        let by_time = kept.index(BY_TIME)?;
        let late = by_time.get_all(Some(from()?.into()), None)?.await?;
        let mut posts: Vec<SeenPost> = readable(late);
        let post = serde_wasm_bindgen::to_value(&PostKind::Post)?;
        let by_kind = kept.index(OWN)?;
        let own = by_kind.get_all(Some(Query::Key(post)), None)?.await?;
        let own: Vec<SeenPost> = readable(own);
        posts.extend(own.into_iter().filter(|post| post.seen_at < since));
        let by_sending = reading.object_store(REPLIES)?.index(BY_SENDING)?;
        let replies = by_sending.get_all(Some(from()?.into()), None)?.await?;
        // The keys say all that a moment is.
        let from = KeyRange::lower_bound(&first_of(minute(since)), None)?;
        let moments = reading.object_store(MOMENTS)?;
        let moments = moments.get_all_keys(Some(from.into()), None)?.await?;
        Ok(History {
            posts,
            replies: readable(replies),
            moments: moments.iter().filter_map(moment_of).collect(),
            marks: all(&reading, MARKS).await?,
        })
    }

    /// How much is kept; no record is read for it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn kept(&self) -> Result<Kept, StoreError> {
        let reading = self
            .database
            .transaction(&[POSTS, MOMENTS, REPLIES, MARKS], TransactionMode::ReadOnly)?;
        let mut sites = BTreeSet::new();
        let mut counts = [0; 3];
        for (count, store) in counts.iter_mut().zip([POSTS, REPLIES, MARKS]) {
            let kept = reading.object_store(store)?;
            *count = kept.count(None)?.await? as usize;
            sites.extend(sites_of(&kept).await?);
        }
        let moments = reading.object_store(MOMENTS)?;
        let moments = moments.get_all_keys(None, None)?.await?;
        sites.extend(
            moments
                .iter()
                .filter_map(moment_of)
                .map(|moment| moment.site),
        );
        // Minutes of an older version have none.
        sites.remove("");
        let [posts, replies, marks] = counts;
        Ok(Kept {
            posts,
            replies,
            marks,
            sites,
        })
    }

    /// All that is kept, read at one moment.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn history(&self) -> Result<History, StoreError> {
        let reading = self
            .database
            .transaction(&[POSTS, MOMENTS, REPLIES, MARKS], TransactionMode::ReadOnly)?;
        Ok(History {
            posts: all(&reading, POSTS).await?,
            replies: all(&reading, REPLIES).await?,
            moments: all(&reading, MOMENTS).await?,
            marks: all(&reading, MARKS).await?,
        })
    }
}

impl Store {
    /// Takes a history in, all or nothing, merged with what is there: see
    /// [`History::merge`].
    ///
    /// # Errors
    /// When the browser refuses; then all is as before.
    pub async fn put_history(&self, history: History, now: f64) -> Result<(), StoreError> {
        let writing = self.database.transaction(
            &[POSTS, MOMENTS, REPLIES, MARKS],
            TransactionMode::ReadWrite,
        )?;
        let written = merge_in(&writing, history, now).await;
        if let Err(error) = written {
            // Without this what was written before the error would stay. A
            // transaction that is over already was taken back by the browser.
            let _ = writing.abort();
            return Err(error);
        }
        finish(writing.commit()?.await?)
    }

    /// Erases for good.
    ///
    /// # Errors
    /// When the browser refuses; then all is as before.
    pub async fn erase(&self, erase: &Erase) -> Result<(), StoreError> {
        let writing = self.database.transaction(
            &[POSTS, MOMENTS, REPLIES, MARKS],
            TransactionMode::ReadWrite,
        )?;
        if *erase == Erase::All {
            for store in [POSTS, MOMENTS, REPLIES, MARKS] {
                writing.object_store(store)?.clear()?.await?;
            }
        } else {
            for (store, time) in [(POSTS, BY_TIME), (REPLIES, BY_SENDING), (MARKS, BY_MARKING)] {
                let kept = writing.object_store(store)?;
                erase_from(&kept, |record| {
                    let site = field(record, "site").as_string().unwrap_or_default();
                    erase.covers(&site, field(record, time).as_f64().unwrap_or_default())
                })
                .await?;
            }
            let kept = writing.object_store(MOMENTS)?;
            erase_from(&kept, |record| {
                let moment = serde_wasm_bindgen::from_value(record.clone());
                moment.is_ok_and(|moment| erase.covers_minute(&moment))
            })
            .await?;
        }
        finish(writing.commit()?.await?)
    }
}

async fn merge_in(writing: &Transaction, history: History, now: f64) -> Result<(), StoreError> {
    let before = History {
        posts: all(writing, POSTS).await?,
        replies: all(writing, REPLIES).await?,
        moments: all(writing, MOMENTS).await?,
        marks: all(writing, MARKS).await?,
    };
    let after = before.merge(history, now);
    // Nobody waits for each of them: there may be a hundred thousand, and the
    // end of the transaction tells whether all are there.
    put_all(writing, POSTS, &after.posts)?;
    put_all(writing, REPLIES, &after.replies)?;
    put_all(writing, MOMENTS, &after.moments)?;
    put_all(writing, MARKS, &after.marks)?;
    let posts = writing.object_store(POSTS)?;
    drop_oldest(&posts, BY_TIME, MAX_POSTS).await?;
    let marks = writing.object_store(MARKS)?;
    Ok(drop_oldest(&marks, BY_MARKING, MAX_MARKS).await?)
}

fn put_all(
    writing: &Transaction,
    store: &str,
    records: &[impl Serialize],
) -> Result<(), StoreError> {
    let kept = writing.object_store(store)?;
    for record in records {
        kept.put(&record.serialize(&Serializer::json_compatible())?, None)?;
    }
    Ok(())
}

/// Deletes the records that are to go. They are looked at as they lie there,
/// so that one that cannot be read goes with the others.
async fn erase_from(kept: &ObjectStore, goes: impl Fn(&JsValue) -> bool) -> Result<(), idb::Error> {
    let records = kept.get_all(None, None)?.await?;
    let keys = kept.get_all_keys(None, None)?.await?;
    for (record, key) in records.iter().zip(keys) {
        if goes(record) {
            kept.delete(Query::Key(key))?;
        }
    }
    Ok(())
}

fn field(record: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(record, &name.into()).unwrap_or_default()
}

/// Every record of a store that can be read, by its key: one broken record must
/// not take the others with it.
async fn all<T: DeserializeOwned>(
    reading: &Transaction,
    store: &str,
) -> Result<Vec<T>, idb::Error> {
    let all = reading.object_store(store)?.get_all(None, None)?.await?;
    Ok(readable(all))
}

/// Those records that can be read.
fn readable<T: DeserializeOwned>(records: Vec<JsValue>) -> Vec<T> {
    let records = records.into_iter().map(serde_wasm_bindgen::from_value);
    records.filter_map(Result::ok).collect()
}

/// The sites of a store whose keys begin with one, each looked up once: from
/// one the next is found by the key that stands after all of its own.
async fn sites_of(kept: &ObjectStore) -> Result<BTreeSet<String>, StoreError> {
    let mut sites = BTreeSet::new();
    let mut after = js_sys::Array::of1(&"".into());
    loop {
        let range = KeyRange::lower_bound(&after.into(), Some(true))?;
        let first = kept.get_all_keys(Some(range.into()), Some(1))?.await?;
        let key = first.first().and_then(|key| key.dyn_ref::<js_sys::Array>());
        let Some(site) = key.and_then(|key| key.get(0).as_string()) else {
            return Ok(sites);
        };
        // In the order of keys every array stands after every string.
        after = js_sys::Array::of2(&site.as_str().into(), &js_sys::Array::new());
        sites.insert(site);
    }
}

/// What a key of [`MOMENTS`] says.
fn moment_of(key: &JsValue) -> Option<Moment> {
    let key = key.dyn_ref::<js_sys::Array>()?;
    Some(Moment {
        minute: key.get(0).as_f64()? as u32,
        site: key.get(1).as_string()?,
    })
}

/// The least key of [`MOMENTS`] in a minute: every site's name is longer.
fn first_of(minute: u32) -> JsValue {
    js_sys::Array::of2(&minute.into(), &"".into()).into()
}

impl Store {
    /// Keeps a mark in the place of the one that its post had.
    ///
    /// # Errors
    /// When the browser refuses; then all is as before.
    pub async fn put_mark(&self, mark: &Mark) -> Result<(), StoreError> {
        let writing = self
            .database
            .transaction(&[MARKS], TransactionMode::ReadWrite)?;
        let kept = writing.object_store(MARKS)?;
        kept.put(&mark.serialize(&Serializer::json_compatible())?, None)?
            .await?;
        drop_oldest(&kept, BY_MARKING, MAX_MARKS).await?;
        finish(writing.commit()?.await?)
    }

    /// Forgets the mark of a post, or (`None`) all of them.
    ///
    /// # Errors
    /// When the browser refuses; then all is as before.
    pub async fn forget_marks(&self, post: Option<(&str, &str)>) -> Result<(), StoreError> {
        let writing = self
            .database
            .transaction(&[MARKS], TransactionMode::ReadWrite)?;
        let kept = writing.object_store(MARKS)?;
        match post {
            Some((site, id)) => {
                let key = js_sys::Array::of2(&site.into(), &id.into());
                kept.delete(Query::Key(key.into()))?.await?;
            }
            None => kept.clear()?.await?,
        }
        finish(writing.commit()?.await?)
    }

    /// All marks, the oldest first.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn marks(&self) -> Result<Vec<Mark>, StoreError> {
        let reading = self
            .database
            .transaction(&[MARKS], TransactionMode::ReadOnly)?;
        let by_time = reading.object_store(MARKS)?.index(BY_MARKING)?;
        let all = by_time.get_all(None, None)?.await?;
        Ok(readable(all))
    }
}

/// Notes that something was seen or sent on a site at a time in milliseconds
/// since 1970 UTC.
async fn put_moment(moments: &ObjectStore, at: f64, site: &str) -> Result<(), StoreError> {
    let moment = Moment {
        minute: minute(at),
        site: site.to_owned(),
    };
    let moment = moment.serialize(&Serializer::json_compatible())?;
    moments.put(&moment, None)?.await?;
    Ok(())
}

/// Makes room: deletes the oldest by an index, so that `most` are left.
async fn drop_oldest(kept: &ObjectStore, index: &str, most: u32) -> Result<(), idb::Error> {
    let beyond = kept.count(None)?.await?.saturating_sub(most);
    if beyond > 0 {
        let oldest = kept.index(index)?.get_all_keys(None, Some(beyond))?.await?;
        for key in oldest {
            kept.delete(Query::Key(key))?.await?;
        }
    }
    Ok(())
}

/// Brings an older store up to date, one version after another.
fn upgrade(event: &VersionChangeEvent) -> Result<(), idb::Error> {
    let database = event.database()?;
    let from = event.old_version()?;
    if from < 1 {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_array(["site", "id"])));
        let posts = database.create_object_store(POSTS, params)?;
        posts.create_index(
            BY_TIME,
            KeyPath::new_single("seenAt"),
            Some(IndexParams::new()),
        )?;
    }
    if from < 2 {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_array(["site", "post", "sentAt"])));
        database
            .create_object_store(REPLIES, params)?
            .create_index(
                BY_SENDING,
                KeyPath::new_single("sentAt"),
                Some(IndexParams::new()),
            )?;
    }
    if from < 3 {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_array(["site", "id"])));
        database.create_object_store(MARKS, params)?.create_index(
            BY_MARKING,
            KeyPath::new_single("markedAt"),
            Some(IndexParams::new()),
        )?;
    }
    if from < 4 {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_array(["minute", "site"])));
        let moments = database.create_object_store(MOMENTS, params)?;
        if from >= 1 {
            let minutes = moments.transaction().object_store(MINUTES)?;
            let kept = minutes.get_all_keys(None, None)?;
            // The upgrade is one transaction: it stays open while something is
            // asked of it, and a step that fails takes all of it back.
            spawn_local(async move {
                let _ = give_sites(kept, &moments, &database).await;
            });
        }
    }
    if from < 5
        && let Some(upgrading) = event.target()?.transaction()
    {
        let own = KeyPath::new_single(OWN);
        let posts = upgrading.object_store(POSTS)?;
        posts.create_index(OWN, own, Some(IndexParams::new()))?;
    }
    Ok(())
}

/// Turns the minutes of an older version into [`Moment`]s whose site is not
/// known.
async fn give_sites(
    minutes: GetAllKeysStoreRequest,
    moments: &ObjectStore,
    database: &Database,
) -> Result<(), StoreError> {
    for minute in minutes.await?.iter().filter_map(JsValue::as_f64) {
        let moment = Moment {
            minute: minute as u32,
            site: String::new(),
        };
        moments
            .put(&moment.serialize(&Serializer::json_compatible())?, None)?
            .await?;
    }
    Ok(database.delete_object_store(MINUTES)?)
}

fn parse(post: JsValue) -> Result<SeenPost, serde_wasm_bindgen::Error> {
    serde_wasm_bindgen::from_value(post)
}

fn finish(result: TransactionResult) -> Result<(), StoreError> {
    if result.is_committed() {
        Ok(())
    } else {
        Err(StoreError::Aborted)
    }
}
