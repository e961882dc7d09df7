//! [`Post`] and its signals → [`Prompt`]s: ways into the conversation, each
//! grounded in words of the post. They make a person listen; they never write
//! the reply.

use crate::post::Post;
use crate::score::Score;
use crate::signals::TextSignals;
use crate::words::Language;

/// What a prompt suggests doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PromptKind {
    /// Answer the post's question.
    Answer,
    /// Ask a follow-up question.
    FollowUp,
    /// Ask for the story behind it.
    Story,
    /// Name what you agree with.
    Agree,
    /// Ask for the reason.
    Reason,
    /// Offer your own experience, hedged.
    Experience,
    /// Thank and build on it.
    Thank,
    /// Show care.
    Care,
}

/// One way into the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What it suggests doing.
    pub kind: PromptKind,
    /// The language of the post, in which `text` is.
    pub language: Language,
    /// What the person reads.
    pub text: String,
}

/// The most prompts for one post.
pub const MAX_PROMPTS: usize = 2;

/// At most [`MAX_PROMPTS`] prompts of different kinds for a post; none for a
/// post that is deleted, an advert, bait, hostile, too short, or in a language
/// that Rapport does not speak.
pub fn prompts(_post: &Post, _text: &TextSignals, _score: &Score) -> Vec<Prompt> {
    Vec::new()
}
