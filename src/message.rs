//! Every message between the extension's parts: one enum per direction.
//!
//! They travel as JSON-shaped objects (`{type: "seen", …}`), because that is
//! what both browsers carry alike. What a receiver cannot parse it refuses.

use crate::advise::draft::Listening;
use crate::post::{Count, PostKind};
use crate::score::Stance;
use crate::session::{Erase, Summary};
use crate::settings::{Change, Field, Settings};
use crate::signals::Shows;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a content script or a page of the extension asks of the background
/// worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ToBackground {
    /// A content script has started on `host`. Answer: [`Welcome`].
    Hello {
        /// Host name of the page, without port.
        host: String,
        /// Name of the site (see [`SeenPost::site`]).
        site: String,
    },
    /// Posts came into view, or changed since. Answer: [`Saved`]; without one
    /// the content script keeps them and sends them again.
    Seen {
        /// At most [`MAX_SEEN`] posts.
        posts: Vec<SeenPost>,
        /// Replies that the person sent; at most [`MAX_SEEN`].
        #[serde(default)]
        replies: Vec<Replied>,
    },
    /// The person finds a score wrong. Answer: `true` once it is kept.
    Mark {
        /// What they find.
        mark: Mark,
    },
    /// They take that back. Answer: `true` once it is forgotten.
    Unmark {
        /// See [`SeenPost::site`].
        site: String,
        /// The post's id.
        id: String,
    },
    /// Forget all marks. Answer: `true` once they are forgotten.
    ForgetMarks,
    /// Erase for good. Answer: `true` once it is gone; pages that are open
    /// forget what they have not sent yet.
    Erase {
        /// What.
        erase: Erase,
    },
    /// A page of the extension begins, and will ask something soon. Answer:
    /// `true`; what matters is that the worker is awake by then.
    Wake,
    /// The popup opens. Answer: [`Overview`].
    Summary,
    /// Change one setting. Answer: [`Settings`]. A content script may ask only
    /// for what [`Change::is_for_pages`] allows.
    Change {
        /// What is to change.
        change: Change,
    },
    /// Take over the settings of an export that are not set here. Answer:
    /// [`Settings`].
    TakeSettings {
        /// As they are stored.
        fields: BTreeMap<String, Field>,
    },
    /// Read this host from now on: the person has granted the permission.
    /// Answer: [`Overview`].
    AddHost {
        /// The host that was granted.
        host: String,
    },
}

/// What the background worker or a page of the extension tells a content
/// script.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ToContent {
    /// Answer: [`crate::inspect::Inspection`].
    Inspect,
    /// The popup opens. Answer: [`crate::inspect::Status`].
    Status,
    /// Put a text into the reply to a post, because the person asked for it.
    /// Answer: [`crate::compose::Outcome`].
    Insert {
        /// The post's id.
        post: String,
        /// Plain text; line ends are kept where the editor has any.
        text: String,
    },
    /// Something is erased: forget what of it was not sent yet.
    Forget {
        /// What.
        erase: Erase,
    },
    /// A setting was changed somewhere: follow it. Every page is told, because
    /// without more permissions the extension does not see which host a tab is
    /// on.
    Settings {
        /// All of them.
        settings: Box<Settings>,
    },
}

/// The most posts, and the most replies, in one [`ToBackground::Seen`].
pub const MAX_SEEN: usize = 200;

/// What is kept of a post that was seen: numbers, ids and links, never text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeenPost {
    /// The site file's name; for sites that run on any host with the host
    /// (`mastodon@example.social`), because ids are the host's own.
    pub site: String,
    /// [`crate::post::Post::id`].
    pub id: String,
    /// Where to find it again.
    pub permalink: Option<String>,
    /// Handle or, failing that, name of its author.
    pub author: Option<String>,
    /// 0 to 100, or not enough to tell.
    pub score: Option<u8>,
    /// Conversation against likes.
    pub stance: Stance,
    /// Likes, if shown.
    pub likes: Option<Count>,
    /// Replies, if shown.
    pub replies: Option<Count>,
    /// When it was seen, in milliseconds since 1970 UTC.
    pub seen_at: f64,
    /// What it is about: at most [`MAX_SUBJECTS`], the person's own subjects
    /// first, as they wrote them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// It answers a post of the person.
    #[serde(default, skip_serializing_if = "is_not")]
    pub to_me: bool,
    /// It is the person's own: see [`crate::settings::Settings::is_mine`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mine: Option<Mine>,
}

// The shape that `skip_serializing_if` wants.
#[allow(clippy::trivially_copy_pass_by_ref)]
const fn is_not(flag: &bool) -> bool {
    !*flag
}

/// The most subjects that are kept of one post.
pub const MAX_SUBJECTS: usize = 3;

/// What is kept besides of a post that the person wrote. Still never its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mine {
    /// See [`crate::post::Post::published`].
    pub published: Option<String>,
    /// Post or comment.
    pub kind: PostKind,
    /// What of life it shows; `None` where its text was not read.
    pub shows: Option<Shows>,
}

impl Mine {
    /// Whether it is a post: comments are no posts.
    pub fn is_post(&self) -> bool {
        self.kind == PostKind::Post
    }
}

/// A minute in which something was seen on a site, or a reply sent there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// Minutes since 1970 UTC.
    pub minute: u32,
    /// See [`SeenPost::site`]; empty where an older version did not keep it.
    pub site: String,
}

/// A reply that the person sent: what it answers and when, never its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Replied {
    /// See [`SeenPost::site`].
    pub site: String,
    /// The id of the post that it answers.
    pub post: String,
    /// When it was sent, in milliseconds since 1970 UTC.
    pub sent_at: f64,
    /// How it listened, where the post that it answers stood on the page.
    #[serde(default)]
    pub listening: Option<Listening>,
    /// Subjects of the post that it answers: see [`SeenPost::subjects`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
}

/// Which way a person finds a score wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// The conversation is worse than the score says.
    TooHigh,
    /// It is better.
    TooLow,
}

/// A score that a person finds wrong. It stays on the device, and changes no
/// score: it is there to be looked at and exported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// See [`SeenPost::site`].
    pub site: String,
    /// The post's id.
    pub id: String,
    /// Where to find it again.
    pub permalink: Option<String>,
    /// The score that they find wrong, 0 to 100.
    pub score: u8,
    /// What its reasons gave: [`crate::score::ReasonKey::name`] and points.
    pub reasons: Vec<(String, i32)>,
    /// Which way.
    pub verdict: Verdict,
    /// When they said so, in milliseconds since 1970 UTC.
    pub marked_at: f64,
}

/// Answer to [`ToBackground::Hello`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Welcome {
    /// Everything that is set.
    pub settings: Settings,
    /// What was seen on this site in this session, for the stance: at most
    /// 500 posts, the latest, each by its id. None where Rapport is off.
    pub sample: Vec<(String, Sample)>,
    /// What the person found wrong on this site: the id of each post, and
    /// which way.
    pub marks: Vec<(String, Verdict)>,
}

/// The most posts in one [`Welcome`].
pub const MAX_SAMPLE: usize = 500;

/// One seen post's two axes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// Conversation, 0 to 100.
    pub score: u8,
    /// Likes.
    pub likes: Count,
}

/// Answer to [`ToBackground::Seen`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    /// How many posts were taken.
    pub posts: usize,
    /// Why they are kept in memory only, if the store could not take them.
    pub problem: Option<String>,
}

/// Answer to [`ToBackground::Summary`]: all that the popup needs of the
/// background worker.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// This visit, over all tabs.
    pub session: Summary,
    /// Everything that is set.
    pub settings: Settings,
    /// Hosts that were added by the person, as match patterns.
    pub added: Vec<String>,
    /// Why what is seen is kept in memory only, if the store fails.
    pub problem: Option<String>,
}
