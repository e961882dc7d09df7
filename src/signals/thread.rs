//! What happens under a post: who answers whom.

use super::TextSignals;
use super::tally::Tally;
use super::text::Head;
use super::tree::Tree;
use crate::post::{Post, PostKind};
use std::cmp::Ordering;
use std::collections::HashMap;

/// Fewer words are an interjection, not a reply that says something.
pub const SUBSTANTIVE_WORDS: u32 = 3;

/// So many replies of one person are heard as [`ThreadSignals::heard`] counts.
pub const HEARD_PER_PERSON: u32 = 3;

/// This share of the replies that the page announces must be on it for the
/// thread to be taken as complete, in percent. Sites count deleted and hidden
/// replies too, so that it is hardly ever 100.
pub(super) const COMPLETE_PERCENT: u64 = 90;

/// The conversation under one post or comment, as far as the page shows it.
/// All numbers are about its descendants, never about itself.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ThreadSignals {
    /// Replies on the page, of any worth.
    pub visible: u32,
    /// Those that say something: not deleted, not one character, not only
    /// emoji or links, not a duplicate, not hostile, not bait or an advert, at
    /// least [`SUBSTANTIVE_WORDS`] words.
    pub substantive: u32,
    /// Substantive replies, but at most [`HEARD_PER_PERSON`] of one person:
    /// one who talks alone is not a conversation.
    pub heard: u32,
    /// Different known people among the authors of substantive replies.
    pub people: u32,
    /// Effective number of participants: the Hill number of order 1 (the
    /// exponential of the Shannon entropy) of substantive replies a person.
    /// Equals `people` when all say equally much, near 1 when one talks. Never
    /// falls when someone new adds a reply.
    pub effective_people: f32,
    /// Pairs of people of whom one answered, and got an answer back (A→B→A).
    pub exchanges: u32,
    /// How often the author came back and answered someone else.
    pub author_returns: u32,
    /// Levels of substantive replies; 0 when there is none.
    pub depth: u32,
    /// Substantive replies that ask something.
    pub asking: u32,
    /// Substantive replies that acknowledge, agree, thank or care.
    pub acknowledging: u32,
    /// Substantive replies that ask or acknowledge, each counted once.
    pub listening: u32,
    /// Replies whose text was read and that are substantive or hostile.
    pub read: u32,
    /// Those of them that are hostile.
    pub hostile: u32,
    /// Substantive replies by authors the page does not name.
    pub anonymous: u32,
    /// Whether (nearly) the whole thread is on the page, so that no visible
    /// reply means no reply.
    pub complete: bool,
}

/// Who wrote what on a page, and what it answers: what every look at a thread
/// begins with.
#[derive(Debug)]
pub struct Links {
    pub(super) tree: Tree,
    /// The author of each post by number; `None` where the page does not tell.
    pub(super) people: Vec<Option<u32>>,
    /// Whether each post says something of its own.
    pub(super) substantive: Vec<bool>,
}

impl Links {
    /// The links of these posts; `texts[i]` belongs to `posts[i]`.
    pub fn of(posts: &[&Post], texts: &[&TextSignals]) -> Self {
        let tree = Tree::of(posts);
        Self {
            people: people(posts),
            substantive: substantive(posts, texts, &tree),
            tree,
        }
    }
}

/// The thread under every post, in the order of `posts`; `texts[i]` belongs to
/// `posts[i]`.
///
/// O(n log n). The order of `posts` does not matter. Of posts with the same id
/// one counts, and the others get what it gets. An unknown author is nobody; a
/// comment whose parent is not on the page belongs to the page's one post, if
/// there is one; parents that go round in a circle are no parents.
pub fn of(posts: &[&Post], texts: &[TextSignals], links: &Links) -> Vec<Option<ThreadSignals>> {
    let Links {
        tree,
        people,
        substantive: counted,
    } = links;
    let mut tallies: Vec<Tally> = Vec::new();
    tallies.resize_with(posts.len(), Tally::default);
    let mut threads = vec![None; posts.len()];
    for node in tree.top_down() {
        let Some(pair) = exchange(tree, people, counted, node) else {
            continue;
        };
        tallies[pair.0].pairs.insert(pair.1);
    }
    // Leaves first, so that a post's tally is whole when its turn comes.
    for node in tree.bottom_up() {
        let mut tally = std::mem::take(&mut tallies[node]);
        threads[node] = Some(tally.signals(people[node]));
        if let Some(parent) = tree.parent(node) {
            let answered = tree.answered(node).and_then(|to| people[to]);
            tally.add(&texts[node], counted[node], people[node], answered);
            tallies[parent].merge(tally);
        }
    }
    mark_complete(posts, tree, &mut threads);
    (0..posts.len())
        .map(|node| threads[tree.kept(node)])
        .collect()
}

/// A number for every known author.
fn people(posts: &[&Post]) -> Vec<Option<u32>> {
    let mut numbers: HashMap<(bool, &str), u32> = HashMap::new();
    posts
        .iter()
        .map(|post| {
            let handle = post.author.as_deref().map(|handle| (true, handle));
            let name = post.name.as_deref().map(|name| (false, name));
            let who = handle.or(name).filter(|(_, who)| !who.trim().is_empty())?;
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            Some(*numbers.entry(who).or_insert(next))
        })
        .collect()
}

/// Whether each post says something of its own.
fn substantive(posts: &[&Post], texts: &[&TextSignals], tree: &Tree) -> Vec<bool> {
    let mut firsts: HashMap<u64, usize> = HashMap::new();
    let said = |node: usize| !posts[node].deleted && tree.kept(node) == node;
    for node in (0..posts.len()).filter(|node| said(*node)) {
        if let Some(print) = texts[node].fingerprint {
            let first = firsts.entry(print).or_insert(node);
            if earlier(posts[node], posts[*first]) == Ordering::Less {
                *first = node;
            }
        }
    }
    (0..posts.len())
        .map(|node| {
            let text = texts[node];
            said(node)
                && !posts[node].promoted
                && text.words >= SUBSTANTIVE_WORDS
                && !text.has(Head::Hostility)
                && !text.has(Head::Promotion)
                && !text.has(Head::Bait)
                && text
                    .fingerprint
                    .is_some_and(|print| firsts.get(&print) == Some(&node))
        })
        .collect()
}

/// Which of two equal texts was there first. Where the page does not tell the
/// time the smaller id is taken for the older one, as most sites count up.
fn earlier(a: &Post, b: &Post) -> Ordering {
    let rank = |post: &Post| {
        (
            post.kind != PostKind::Post,
            post.published.is_none(),
            post.published.clone(),
            post.id.len(),
            post.id.clone(),
        )
    };
    rank(a).cmp(&rank(b))
}

/// If `node` answers an answer to its own author: where that began, and who
/// talked with whom.
fn exchange(
    tree: &Tree,
    people: &[Option<u32>],
    counted: &[bool],
    node: usize,
) -> Option<(usize, (u32, u32))> {
    let middle = tree.answered(node)?;
    let start = tree.answered(middle)?;
    let (back, other) = (people[node]?, people[middle]?);
    let real = counted[node] && counted[middle] && people[start] == Some(back) && back != other;
    real.then_some((start, (back.min(other), back.max(other))))
}

/// Where the page's one post announces no more replies than are there, its
/// whole thread is.
fn mark_complete(posts: &[&Post], tree: &Tree, threads: &mut [Option<ThreadSignals>]) {
    let Some(root) = tree.only_post() else { return };
    let Some(announced) = posts[root].replies else {
        return;
    };
    let visible = threads[root].map_or(0, |thread| u64::from(thread.visible));
    if visible.saturating_mul(100) < announced.high.saturating_mul(COMPLETE_PERCENT) {
        return;
    }
    for node in tree.top_down() {
        if let Some(thread) = &mut threads[node]
            && tree.root(node) == root
        {
            thread.complete = true;
        }
    }
}
