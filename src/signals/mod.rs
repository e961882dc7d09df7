//! `Post` → [`Signals`]: what can be measured about a post, before anyone
//! says whether it is good.
//!
//! In: the posts of a page, in any order. Out: for each post, in the same
//! order, what its text does ([`TextSignals`]), what its counts say
//! ([`CountSignals`]) and, on a thread page, what happens under it
//! ([`ThreadSignals`]). What could not be seen is `None`, never zero.

pub mod conversation;
pub mod counts;
mod cues;
mod learned;
mod lexicon;
mod life;
mod question;
mod tally;
pub mod text;
pub mod thread;
mod tree;

pub use conversation::Glance;
pub use counts::CountSignals;
pub use life::{Shows, shows};
pub use text::{Head, TextSignals};
pub use thread::{Links, ThreadSignals};

use crate::post::{Post, PostKind};

/// How the page shows its posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Regime {
    /// A list of posts, each with its counts, without the replies themselves.
    Feed,
    /// One post with the conversation under it.
    Thread,
}

/// All that was measured about one post.
#[derive(Debug, Clone, PartialEq)]
pub struct Signals {
    /// Post or comment.
    pub kind: PostKind,
    /// What the text does.
    pub text: TextSignals,
    /// What the counts say.
    pub counts: CountSignals,
    /// What happens under it; `None` in a feed.
    pub thread: Option<ThreadSignals>,
    /// The site marks it as paid for.
    pub promoted: bool,
    /// It was deleted or is unavailable.
    pub deleted: bool,
}

/// The signals of all posts of a page, in the order of `posts`.
///
/// Reads every text. A caller that sees a page grow reads each text once with
/// [`text::read`], keeps the result, and calls [`combine`].
pub fn of(posts: &[Post], regime: Regime) -> Vec<Signals> {
    let texts = posts.iter().map(text::of).collect();
    combine(&posts.iter().collect::<Vec<_>>(), texts, regime)
}

/// The signals of all posts of a page from texts that were read before:
/// `texts[i]` belongs to `posts[i]`. A post without a text, or whose text is
/// only a notice that it was deleted, counts as not read. O(n log n).
pub fn combine(posts: &[&Post], texts: Vec<TextSignals>, regime: Regime) -> Vec<Signals> {
    combine_linked(posts, texts, regime).0
}

/// See [`combine`]; with the links of a thread page, for another look at its
/// thread ([`conversation::of_linked`]).
pub fn combine_linked(
    posts: &[&Post],
    texts: Vec<TextSignals>,
    regime: Regime,
) -> (Vec<Signals>, Option<Links>) {
    let mut texts = texts;
    texts.resize_with(posts.len(), TextSignals::default);
    for (text, _) in texts.iter_mut().zip(posts).filter(|(_, post)| post.deleted) {
        *text = TextSignals::default();
    }
    let links = match regime {
        Regime::Feed => None,
        Regime::Thread => Some(Links::of(posts, &texts.iter().collect::<Vec<_>>())),
    };
    let threads = match &links {
        None => vec![None; posts.len()],
        Some(links) => thread::of(posts, &texts, links),
    };
    let signals = posts
        .iter()
        .zip(texts)
        .zip(threads)
        .map(|((post, text), thread)| Signals {
            kind: post.kind,
            text,
            counts: CountSignals::of(post),
            thread,
            promoted: post.promoted,
            deleted: post.deleted,
        })
        .collect();
    (signals, links)
}
