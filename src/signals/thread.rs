//! What happens under a post: who answers whom.

use super::TextSignals;
use crate::post::Post;

/// The conversation under one post or comment, as far as the page shows it.
/// All numbers are about its descendants, never about itself.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ThreadSignals {
    /// Replies on the page, of any worth.
    pub visible: u32,
    /// Those that say something: not deleted, not one character, not only
    /// emoji or links, not a duplicate, not hostile, not an advert, at least a
    /// few words.
    pub substantive: u32,
    /// Different known people among the authors of substantive replies.
    pub people: u32,
    /// Effective number of participants: the Hill number of order 1 (the
    /// exponential of the Shannon entropy) of substantive replies a person.
    /// Equals `people` when all say equally much, near 1 when one talks.
    pub effective_people: f32,
    /// Pairs of people of whom one answered, and got an answer back (A→B→A).
    pub exchanges: u32,
    /// How often the author came back and answered someone else.
    pub author_returns: u32,
    /// Levels of replies; 0 when there is none.
    pub depth: u32,
    /// Substantive replies that ask something.
    pub asking: u32,
    /// Substantive replies that acknowledge, agree or thank.
    pub acknowledging: u32,
    /// Replies whose text was read.
    pub read: u32,
    /// Those of them that are hostile.
    pub hostile: u32,
    /// Substantive replies by authors the page does not name.
    pub anonymous: u32,
    /// Whether (nearly) the whole thread is on the page, so that no visible
    /// reply means no reply.
    pub complete: bool,
}

/// The thread under every post, in the order of `posts`. O(n log n).
pub fn of(posts: &[Post], _texts: &[TextSignals]) -> Vec<Option<ThreadSignals>> {
    vec![None; posts.len()]
}
