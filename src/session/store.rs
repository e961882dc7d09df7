//! The store of seen posts: IndexedDB, shared by all of the extension.
//!
//! Every batch is one read-write transaction, and the browser lets only one of
//! them write at a time, so two tabs never undo each other. What is kept, and
//! how long, is told in `docs/privacy.md`.

use super::journal::{AWAY_MINUTES, Journal, minute, replaces, visit_start};
use crate::message::{Mark, Replied, SeenPost};
use idb::{
    Database, DatabaseEvent, Factory, IndexParams, KeyPath, KeyRange, ObjectStore,
    ObjectStoreParams, Query, TransactionMode, TransactionResult,
};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use thiserror::Error;
use wasm_bindgen::JsValue;

const NAME: &str = "rapport";

/// The version of the schema. A step from each version to the next stands in
/// [`upgrade`].
const VERSION: u32 = 3;

/// `SeenPost`s by `[site, id]`.
const POSTS: &str = "posts";

/// Index of [`POSTS`] by `seenAt`.
const BY_TIME: &str = "seenAt";

/// Minutes since 1970 UTC in which something was seen: key and value.
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

/// Posts, replies and minutes are kept for so many days.
const KEEP_DAYS: f64 = 90.0;

/// At most so many posts are kept; they are about 400 bytes each.
const MAX_POSTS: u32 = 20_000;

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
            // A failed step leaves a store without its parts, and the first
            // transaction says so.
            if let Ok(database) = event.database() {
                let _ = upgrade(&database, event.old_version().unwrap_or_default());
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
            .transaction(&[POSTS, MINUTES, REPLIES], TransactionMode::ReadWrite)?;
        let sent = writing.object_store(REPLIES)?;
        for reply in replies {
            let reply = reply.serialize(&Serializer::json_compatible())?;
            sent.put(&reply, None)?.await?;
        }
        let kept = writing.object_store(POSTS)?;
        let minutes = writing.object_store(MINUTES)?;
        for post in posts {
            let key = js_sys::Array::of2(&post.site.as_str().into(), &post.id.as_str().into());
            let before = kept.get(Query::Key(key.into()))?.await?;
            // What cannot be read any more gives way.
            let before = before.and_then(|before| parse(before).ok());
            if before.is_none_or(|before| replaces(post, &before, now)) {
                kept.put(&post.serialize(&Serializer::json_compatible())?, None)?
                    .await?;
            }
            let at = JsValue::from(minute(post.seen_at));
            minutes.put(&at, Some(&at))?.await?;
        }
        drop_oldest(&kept, BY_TIME, MAX_POSTS).await?;
        finish(writing.commit()?.await?)
    }

    /// Forgets what is older than [`KEEP_DAYS`].
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn forget_old(&self, now: f64) -> Result<(), StoreError> {
        let oldest = now - KEEP_DAYS * 24.0 * 3_600_000.0;
        let writing = self
            .database
            .transaction(&[POSTS, MINUTES, REPLIES], TransactionMode::ReadWrite)?;
        for (store, index) in [(POSTS, BY_TIME), (REPLIES, BY_SENDING)] {
            let kept = writing.object_store(store)?;
            let before = KeyRange::upper_bound(&oldest.into(), Some(true))?;
            let old = kept.index(index)?;
            for key in old.get_all_keys(Some(before.into()), None)?.await? {
                kept.delete(Query::Key(key))?.await?;
            }
        }
        let before = KeyRange::upper_bound(&minute(oldest).into(), Some(true))?;
        writing.object_store(MINUTES)?.delete(before)?.await?;
        finish(writing.commit()?.await?)
    }

    /// The posts of the visit that is under way at `now`, and its minutes.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn visit(&self, now: f64) -> Result<Journal, StoreError> {
        let reading = self
            .database
            .transaction(&[POSTS, MINUTES, REPLIES], TransactionMode::ReadOnly)?;
        let since = minute(now).saturating_sub(LONGEST_VISIT_MINUTES + AWAY_MINUTES);
        let since = KeyRange::lower_bound(&since.into(), None)?;
        let minutes = reading
            .object_store(MINUTES)?
            .get_all_keys(Some(since.into()), None)?
            .await?;
        let minutes: Vec<u32> = minutes
            .iter()
            .filter_map(|at| at.as_f64().map(|at| at as u32))
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
        // One broken record must not take the others with it.
        let marks = all.into_iter().map(serde_wasm_bindgen::from_value);
        Ok(marks.filter_map(Result::ok).collect())
    }
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
fn upgrade(database: &Database, from: u32) -> Result<(), idb::Error> {
    if from < 1 {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_array(["site", "id"])));
        let posts = database.create_object_store(POSTS, params)?;
        posts.create_index(
            BY_TIME,
            KeyPath::new_single("seenAt"),
            Some(IndexParams::new()),
        )?;
        database.create_object_store(MINUTES, ObjectStoreParams::new())?;
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
    Ok(())
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
