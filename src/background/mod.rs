//! The background worker: answers the extension's other parts.
//!
//! It may be killed at any moment and started anew by the next message, so
//! nothing rests on what it holds in memory. An answer means that the store
//! has what was handed in; the one exception, a store that fails, is told in
//! the answer.

mod counters;
pub mod first;
pub mod hosts;
mod keeper;
pub mod settings;

use crate::browser::{self, BrowserError, Sender};
use crate::message::{
    MAX_SAMPLE, MAX_SEEN, Overview, Replied, Saved, SeenPost, ToBackground, ToContent, Welcome,
};
use crate::session::Erase;
use crate::session::accept::{accept, accept_mark, accept_reply};
use crate::session::store::StoreError;
use crate::session::summary::{Summary, sample};
use futures_util::future::join3;
use keeper::Marking;
use settings::{Changed, SettingsError};
use std::collections::BTreeMap;
use thiserror::Error;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// Why a message is not answered.
#[derive(Debug, Error)]
pub enum AnswerError {
    /// The sender is no part of this extension, or may not ask for this.
    #[error("this sender may not ask for that")]
    NotAllowed,
    /// More posts or replies than agreed.
    #[error("more than {MAX_SEEN} posts or replies in one message")]
    TooMany,
    /// A mark that does not tell which post it is about.
    #[error("this tells no post")]
    NoPost,
    /// Private windows keep nothing.
    #[error("a private window keeps nothing")]
    Private,
    /// A setting could not be changed.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The message is not one of ours, or the browser failed.
    #[error(transparent)]
    Browser(#[from] BrowserError),
}

/// Answers one message.
///
/// # Errors
/// See [`AnswerError`]; nothing was done then.
pub async fn answer(message: JsValue, sender: &Sender) -> Result<JsValue, AnswerError> {
    if !sender.is_ours() {
        return Err(AnswerError::NotAllowed);
    }
    let message: ToBackground =
        serde_wasm_bindgen::from_value(message).map_err(BrowserError::from)?;
    let of_a_page = match &message {
        ToBackground::Hello { .. }
        | ToBackground::Seen { .. }
        | ToBackground::Mark { .. }
        | ToBackground::Unmark { .. } => true,
        ToBackground::Change { change } => change.is_for_pages(),
        _ => false,
    };
    if !of_a_page && !sender.is_own_page() {
        return Err(AnswerError::NotAllowed);
    }
    // Whatever wakes the worker is an occasion, and nobody waits for it. Where it
    // fails the next one tries again.
    spawn_local(async {
        let _ = keeper::tidy(js_sys::Date::now()).await;
    });
    // Private windows keep nothing, and neither does the feed on our own first
    // page: nobody wrote it.
    let private = sender.is_own_page() || sender.tab.as_ref().is_some_and(|tab| tab.incognito);
    let answer = match message {
        ToBackground::Hello { host, site } => {
            browser::to_js(&welcome(&host, &site, private).await)?
        }
        ToBackground::Mark { .. } | ToBackground::Unmark { .. } if private => {
            return Err(AnswerError::Private);
        }
        // It would say which site was open.
        ToBackground::Change { .. } if private && !sender.is_own_page() => {
            return Err(AnswerError::Private);
        }
        ToBackground::Mark { mark } => {
            let mark = accept_mark(mark, js_sys::Date::now()).ok_or(AnswerError::NoPost)?;
            keeper::mark(Marking::Put(&mark)).await?;
            true.into()
        }
        ToBackground::Unmark { site, id } => {
            keeper::mark(Marking::Forget(&site, &id)).await?;
            true.into()
        }
        ToBackground::ForgetMarks => {
            keeper::mark(Marking::ForgetAll).await?;
            true.into()
        }
        ToBackground::Seen { posts, replies } => {
            browser::to_js(&seen(posts, replies, private).await?)?
        }
        ToBackground::Erase { erase } => {
            settings::tell_pages(&ToContent::Forget {
                erase: erase.clone(),
            })
            .await?;
            keeper::erase(&erase).await?;
            if erase == Erase::All {
                settings::forget_all().await?;
            }
            true.into()
        }
        ToBackground::Wake => true.into(),
        ToBackground::Summary => browser::to_js(&overview().await)?,
        ToBackground::Change { change } => {
            let keep = change.keep();
            let changed = settings::change(change).await;
            // It holds here, also where the browser did not sync it.
            let holds = !matches!(changed, Err(SettingsError::Browser(_)));
            if let Some(keep) = keep.filter(|_| holds) {
                keeper::forget_old(keep, js_sys::Date::now()).await?;
            }
            browser::to_js(&changed?)?
        }
        ToBackground::TakeSettings { fields } => browser::to_js(&settings::take(fields).await?)?,
        ToBackground::AddHost { .. } => {
            hosts::follow_permissions().await?;
            browser::to_js(&overview().await)?
        }
    };
    Ok(answer)
}

/// Takes over what has changed in the settings' copy: see [`settings::synced`].
///
/// # Errors
/// When the browser refuses it, or what is to go does not go.
pub async fn synced(changes: BTreeMap<String, Changed>) -> Result<(), AnswerError> {
    if let Some(keep) = settings::synced(changes).await? {
        keeper::forget_old(keep, js_sys::Date::now()).await?;
    }
    Ok(())
}

async fn welcome(host: &str, site: &str, private: bool) -> Welcome {
    let settings = settings::read().await;
    let now = js_sys::Date::now();
    // What was seen elsewhere is no business of a private window.
    if private || !settings.is_on(host, now) {
        return Welcome {
            settings,
            sample: Vec::new(),
            marks: Vec::new(),
        };
    }
    let visit = keeper::visit(now).await;
    let mut posts: Vec<&SeenPost> = visit
        .visit(now)
        .into_iter()
        .filter(|post| post.site == site)
        .collect();
    posts.sort_by(|a, b| b.seen_at.total_cmp(&a.seen_at));
    let samples = posts
        .iter()
        .filter_map(|post| Some((post.id.clone(), sample(post)?)));
    // Without the store no mark is known.
    let marks = keeper::marks().await.unwrap_or_default();
    Welcome {
        sample: samples.take(MAX_SAMPLE).collect(),
        marks: (marks.into_iter().filter(|mark| mark.site == site))
            .map(|mark| (mark.id, mark.verdict))
            .take(MAX_SAMPLE)
            .collect(),
        settings,
    }
}

async fn seen(
    posts: Vec<SeenPost>,
    replies: Vec<Replied>,
    private: bool,
) -> Result<Saved, AnswerError> {
    if posts.len() > MAX_SEEN || replies.len() > MAX_SEEN {
        return Err(AnswerError::TooMany);
    }
    let count = posts.len();
    // Private windows keep nothing, not even in memory. They are told that
    // all is well, so that their pages do not send it again.
    if private {
        return Ok(Saved {
            posts: count,
            problem: None,
        });
    }
    let now = js_sys::Date::now();
    let posts: Vec<SeenPost> = posts
        .into_iter()
        .filter_map(|post| accept(post, now))
        .collect();
    let replies: Vec<Replied> = replies
        .into_iter()
        .filter_map(|reply| accept_reply(reply, now))
        .collect();
    let problem = keeper::keep(&posts, &replies, now).await;
    // Posts that were refused count as taken: sending them again is no use.
    Ok(Saved {
        posts: count,
        problem,
    })
}

async fn overview() -> Overview {
    let now = js_sys::Date::now();
    let (visit, settings, added) =
        join3(keeper::visit(now), settings::read(), hosts::added()).await;
    Overview {
        session: Summary::of(visit.visit(now)).with_replies(&visit.replies_of_visit(now)),
        settings,
        added: added.unwrap_or_default(),
        problem: keeper::problem(),
    }
}
