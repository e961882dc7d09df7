//! The contract for inspection: what a content script answers to
//! `{type: "inspect"}`. It is documented in `docs/inspect.md` and kept stable,
//! because tests and bug reports rest on it.

use crate::post::{Count, PostKind};
use crate::score::Stance;
use serde::{Deserialize, Serialize};

/// All that Rapport sees on one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// The extension's version.
    pub version: String,
    /// The page's address.
    pub url: String,
    /// The site file in use, if any.
    pub site: Option<String>,
    /// What reads the page.
    pub reader: ReaderKind,
    /// What runs the code.
    pub engine: Engine,
    /// The posts, in document order.
    pub posts: Vec<InspectedPost>,
    /// The thread at a glance; `None` in a feed, and before all is read.
    pub thread: Option<InspectedThread>,
    /// What a person should know about the reading ("12 posts, no reply
    /// counts: this site may have changed").
    pub health: Vec<String>,
    /// How long things took.
    pub timing: Timing,
    /// Nothing waits to be read or judged.
    pub settled: bool,
}

/// What the popup tells of a page: of an [`Inspection`] what costs nothing to
/// know, however many posts there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// See [`Inspection::url`].
    pub url: String,
    /// See [`Inspection::site`].
    pub site: Option<String>,
    /// See [`Inspection::reader`].
    pub reader: ReaderKind,
    /// How many posts were read.
    pub posts: usize,
    /// Who is logged in here, where the page tells.
    pub account: Option<Account>,
    /// The person's own posts on this page.
    pub own: OwnHere,
    /// See [`Inspection::health`].
    pub health: Vec<String>,
}

/// Who is logged in on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// See [`crate::message::SeenPost::site`].
    pub site: String,
    /// As [`crate::post::Post::author`] has it.
    pub handle: String,
}

/// Posts on a page that the person wrote, as far as both counts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnHere {
    /// How many.
    pub posts: usize,
    /// Replies to all of them.
    pub replies: u64,
    /// Likes of all of them.
    pub likes: u64,
}

/// What reads a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReaderKind {
    /// A file of `sites/`.
    Site,
    /// The reader for pages that no site file fits.
    Generic,
    /// Nothing: the page is not read.
    None,
}

/// What runs the brain in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// WebAssembly.
    Wasm,
    /// The same binary as JavaScript, where the page forbids WebAssembly.
    Js,
}

/// One post with everything that was read and derived.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InspectedPost {
    /// See [`crate::post::Post::id`].
    pub id: String,
    /// Absolute address.
    pub permalink: Option<String>,
    /// Handle without `@`.
    pub author: Option<String>,
    /// Display name.
    pub name: Option<String>,
    /// Text as a person reads it.
    pub text: String,
    /// Text of a post that it quotes.
    pub quote: Option<String>,
    /// BCP 47 tag.
    pub lang: Option<String>,
    /// ISO 8601 in UTC.
    pub published: Option<String>,
    /// Post or comment.
    pub kind: PostKind,
    /// `id` of what it answers.
    pub parent: Option<String>,
    /// 0 for a post.
    pub depth: u32,
    /// Likes by any name.
    pub likes: Option<Count>,
    /// Replies.
    pub replies: Option<Count>,
    /// Reposts.
    pub reposts: Option<Count>,
    /// Views.
    pub views: Option<Count>,
    /// Marked as paid for.
    pub promoted: bool,
    /// Shown as deleted or unavailable.
    pub deleted: bool,
    /// Folded away.
    pub collapsed: bool,
    /// Conversation, 0 to 100; `None` when there is not enough to tell.
    pub score: Option<u8>,
    /// 0 (nothing known) to 1.
    pub confidence: f32,
    /// Place by conversation against place by likes.
    pub stance: Stance,
    /// Why, largest contribution first; the points add up to `score`.
    pub reasons: Vec<InspectedReason>,
    /// At most two reply prompts in the post's language.
    pub prompts: Vec<String>,
}

/// A thread at a glance; see [`crate::signals::Glance`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InspectedThread {
    /// Comments that are there to be read.
    pub comments: u32,
    /// Known people in the thread, the one who began it among them.
    pub people: u32,
    /// Pairs who answered each other.
    pub exchanges: Option<u32>,
    /// How often the author answered someone.
    pub author_back: Option<u32>,
    /// How evenly talk is shared, 0 to 1.
    pub balance: Option<f32>,
    /// `id` of each question without an answer, in page order.
    pub unanswered: Option<Vec<String>>,
    /// The `id`s of each exchange worth reading, in page order.
    pub good: Option<Vec<Vec<String>>>,
}

/// One signed contribution to a score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InspectedReason {
    /// Stable name of the attribute (`people`, `question`, …).
    pub key: String,
    /// Points it added (or took, when negative).
    pub points: i32,
    /// What was seen, in the interface's language.
    pub evidence: String,
}

/// Milliseconds since the content script's own start, unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Timing {
    /// From the content script's first line to the brain being ready.
    pub start_ms: f64,
    /// Until the first badge stood in the page; `None` before that.
    pub first_badge_ms: Option<f64>,
    /// Time spent reading the page, in all.
    pub read_ms: f64,
    /// Time spent scoring and advising, in all.
    pub score_ms: f64,
    /// Time spent on badges and cards, in all.
    pub show_ms: f64,
    /// The longest single task of ours.
    pub longest_task_ms: f64,
    /// Posts read, re-readings included.
    pub posts: u32,
    /// Memory that the brain holds in this page, in bytes. It never falls:
    /// what is no longer needed is used again.
    pub memory_bytes: u32,
}
