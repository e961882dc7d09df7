//! What the counts next to a post say.

use crate::post::{Count, Post};

/// The counts that matter for conversation, with their bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CountSignals {
    /// Replies or comments, if shown.
    pub replies: Option<Count>,
    /// Likes by any name, if shown.
    pub likes: Option<Count>,
}

impl CountSignals {
    /// Those of a post.
    pub fn of(post: &Post) -> Self {
        Self {
            replies: post.replies,
            likes: post.likes,
        }
    }
}
