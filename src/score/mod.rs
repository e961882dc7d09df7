//! [`Signals`] → [`Score`]: how good the conversation is, how sure that is,
//! and why.
//!
//! Points are whole numbers and the score is exactly the sum of its reasons.
//! Likes raise no score. `docs/scoring.md` tells it in words; `table` holds
//! every number.

mod reason;
pub mod stance;

pub use reason::{Evidence, Reason, ReasonKey};
pub use stance::{Ground, Place, Stance};

use crate::signals::Signals;

/// The verdict on one post.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// 0 (no conversation) to 100; `None` when there is not enough to tell.
    pub conversation: Option<u8>,
    /// How sure this is: 0 (nothing known) to 1.
    pub confidence: f32,
    /// Why, largest contribution first; the points add up to `conversation`.
    /// Empty when there is not enough to tell.
    pub reasons: Vec<Reason>,
}

/// The score of a post.
pub fn of(_signals: &Signals) -> Score {
    Score::default()
}
