//! What of life a text shows: the whole of it, or only what shines.
//!
//! In: [`TextSignals`]. Out: [`Shows`], yes or no to five questions, so that it
//! can be counted over weeks without the text being kept.

use super::text::{Head, TextSignals};
use serde::{Deserialize, Serialize};

/// What a text shows of its author's life. It may be all of it, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shows {
    /// It celebrates.
    pub celebrates: bool,
    /// It asks its readers something.
    pub asks: bool,
    /// It doubts, or leaves room for doubt.
    pub doubts: bool,
    /// It tells of something hard, or of something that went wrong.
    pub struggles: bool,
    /// It tells something of its author.
    pub tells: bool,
}

/// What a text shows; `None` where it was not read.
pub fn shows(text: &TextSignals) -> Option<Shows> {
    text.is_read().then(|| Shows {
        celebrates: text.has(Head::Gloss),
        asks: text.has(Head::Question) || text.has(Head::Advice),
        doubts: text.has(Head::Hedging),
        struggles: text.has(Head::Annoyance),
        tells: text.has(Head::Story),
    })
}
