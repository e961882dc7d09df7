//! A thread at a glance: who talks with whom on a thread's page, and which
//! places of it are worth going to.
//!
//! Other than a score, which counts what says something, a glance counts what
//! a person would count who goes through the page: every comment that is there
//! to be read.

use super::TextSignals;
use super::text::Head;
use super::thread::{COMPLETE_PERCENT, Links};
use super::tree::Tree;
use crate::post::{Post, PostKind};
use std::collections::BTreeMap;

/// With fewer posts two people have not answered each other: A asks, B
/// answers, and A has heard it.
pub const GOOD_POSTS: usize = 3;

/// The posts of a good exchange have this many words each on average: a short
/// sentence. "No." – "Yes." – "No." is a quarrel about nothing.
pub const GOOD_WORDS: usize = 10;

/// Of this share of the comments the page must tell what they answer, in
/// percent, for anything to be said of who answers whom. A forum that tells it
/// of a few quotes only would seem to be full of open questions.
const TOLD_PERCENT: usize = 50;

/// What a thread's page shows at one glance. Posts are named by their index in
/// the page's posts. What the page does not tell is `None`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Glance {
    /// Comments that are there to be read: not deleted, not promoted, with a
    /// text that is more than emoji, each id once.
    pub comments: u32,
    /// The known people who wrote them, and the one who began the thread, in
    /// the order in which they appear.
    pub people: Vec<Person>,
    /// Who began the thread, as an index into `people`.
    pub author: Option<usize>,
    /// Who answered whom, one tie for two people, in the order in which the
    /// ties appear; `None` where the page does not tell.
    pub ties: Option<Vec<Tie>>,
    /// How many comments of the author answer someone else; not 0 where replies
    /// are not shown.
    pub author_back: Option<u32>,
    /// How evenly the words of the comments are shared among those who wrote
    /// any, 0 (one does nearly all the talking) to 1 (all say equally much):
    /// Shannon's entropy of the shares, divided by its greatest value, ln n
    /// (Pielou 1966). That is talk-time sharing (ConvoKit's `Balance`, there
    /// the share of one of two sides) for any number of people, with words for
    /// time. `None` with fewer than two.
    pub balance: Option<f32>,
    /// Comments that ask something, civilly, under which nobody else has
    /// written, in page order. Not among them are comments that announce
    /// replies which the page does not show, and those after which the one
    /// asked went on below their own comment.
    pub unanswered: Option<Vec<usize>>,
    /// Exchanges worth reading, in page order, each with its posts from the
    /// first on: at least [`GOOD_POSTS`] comments in which two people answer
    /// each other in turn, that many of which say something, with
    /// [`GOOD_WORDS`] words a comment. Every text must have been read, and
    /// none of theirs from there on may be hostile, bait or an advert.
    pub good: Option<Vec<Vec<usize>>>,
    /// The page tells of replies that it does not show: folded, behind a
    /// button, or on another page. What is not here may be there.
    pub is_partial: bool,
}

/// Someone in a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// The first post of theirs on the page.
    pub first: usize,
    /// How many comments they wrote.
    pub comments: u32,
    /// How many words these have.
    pub words: u64,
}

/// Two people of whom at least one answered the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Both, as indexes into [`Glance::people`], the smaller first.
    pub between: (usize, usize),
    /// How often the first answered the second.
    pub there: u32,
    /// How often the second answered the first.
    pub back: u32,
}

impl Tie {
    /// Whether each has answered the other.
    pub const fn is_exchange(&self) -> bool {
        self.there > 0 && self.back > 0
    }

    /// How many answers there are between the two.
    pub const fn answers(&self) -> u32 {
        self.there + self.back
    }
}

impl Glance {
    /// How many pairs answered each other. Where none did, but replies are not
    /// shown, it is not known.
    pub fn exchanges(&self) -> Option<usize> {
        let exchanges = self.ties.as_ref()?.iter().filter(|tie| tie.is_exchange());
        self.unless_hidden(exchanges.count())
    }

    /// A number of what was found; `None` where nothing was, but might be
    /// among what the page does not show.
    pub fn unless_hidden(&self, found: usize) -> Option<usize> {
        (found > 0 || !self.is_partial).then_some(found)
    }

    /// How many known people wrote comments.
    pub fn commenters(&self) -> usize {
        let wrote = |person: &&Person| person.comments > 0;
        self.people.iter().filter(wrote).count()
    }
}

/// What the posts of a thread's page, given in page order, show at a glance;
/// `texts[i]` belongs to `posts[i]`. O(n log n).
///
/// Where several posts stand on the page, the one with the most comments under
/// it is the thread's.
pub fn of(posts: &[&Post], texts: &[&TextSignals]) -> Glance {
    of_linked(posts, texts, &Links::of(posts, texts))
}

/// See [`of`], for posts whose links are known.
pub fn of_linked(posts: &[&Post], texts: &[&TextSignals], links: &Links) -> Glance {
    let thread = Thread {
        people: &links.people,
        substantive: &links.substantive,
        counted: counted(posts, texts, &links.tree),
        posts,
        texts,
        tree: &links.tree,
    };
    thread.glance()
}

/// Which posts are comments of the thread that can be read.
fn counted(posts: &[&Post], texts: &[&TextSignals], tree: &Tree) -> Vec<bool> {
    let root = beginning(posts, tree);
    (0..posts.len())
        .map(|node| {
            let post = posts[node];
            tree.kept(node) == node
                && Some(node) != root
                && root.is_none_or(|root| tree.root(node) == root)
                && !post.deleted
                && !post.promoted
                && texts[node].fingerprint.is_some()
        })
        .collect()
}

/// The post that the thread hangs under; `None` where the page shows comments
/// alone.
fn beginning(posts: &[&Post], tree: &Tree) -> Option<usize> {
    if tree.only_post().is_some() {
        return tree.only_post();
    }
    let mut under: BTreeMap<usize, usize> = BTreeMap::new();
    for node in tree.top_down() {
        *under.entry(tree.root(node)).or_default() += 1;
    }
    // Of equally long ones the first on the page.
    under
        .into_iter()
        .filter(|(root, _)| posts[*root].kind == PostKind::Post)
        .max_by_key(|(root, many)| (*many, std::cmp::Reverse(*root)))
        .map(|(root, _)| root)
}

struct Thread<'a> {
    posts: &'a [&'a Post],
    texts: &'a [&'a TextSignals],
    tree: &'a Tree,
    /// The author of each post by number.
    people: &'a [Option<u32>],
    /// Comments of the thread that can be read.
    counted: Vec<bool>,
    /// Posts that say something of their own.
    substantive: &'a [bool],
}

impl Thread<'_> {
    fn glance(&self) -> Glance {
        let comments: Vec<usize> = self.comments().collect();
        let beginning = beginning(self.posts, self.tree).filter(|root| !self.posts[*root].deleted);
        let (people, places) = self.talkers(beginning, &comments);
        let author = beginning.and_then(|root| self.people[root]);
        let told = |node: &&usize| self.tree.answered(**node).is_some();
        let is_told = !comments.is_empty()
            && comments.iter().filter(told).count() * 100 >= comments.len() * TOLD_PERCENT;
        let is_partial = self.is_partial(beginning);
        Glance {
            comments: count(comments.len()),
            balance: balance(&people),
            author: author.and_then(|author| places[author as usize]),
            ties: is_told.then(|| self.ties(&comments, &places)),
            author_back: author
                .filter(|_| is_told)
                .map(|author| {
                    let back = |node: &&usize| {
                        self.people[**node] == Some(author)
                            && self.answered(**node).is_some_and(|other| other != author)
                    };
                    count(comments.iter().filter(back).count())
                })
                .filter(|times| *times > 0 || !is_partial),
            unanswered: is_told.then(|| self.unanswered(&comments)),
            good: is_told.then(|| self.good()),
            is_partial,
            people,
        }
    }

    fn comments(&self) -> impl Iterator<Item = usize> {
        (0..self.posts.len()).filter(|node| self.counted[*node])
    }

    /// Whom a comment answers, where the page tells it and knows them.
    fn answered(&self, node: usize) -> Option<u32> {
        self.people[self.answered_post(node)?]
    }

    /// What a comment answers. What was deleted cannot be read any more, and
    /// who wrote it has left the thread.
    fn answered_post(&self, node: usize) -> Option<usize> {
        let to = self.tree.answered(node)?;
        (!self.posts[to].deleted).then_some(to)
    }

    /// Whether the page tells of replies that it does not show. Sites count
    /// deleted replies, too, and the whole thread is hardly ever shown in full,
    /// so that some may be missing under the post.
    fn is_partial(&self, beginning: Option<usize>) -> bool {
        let mut under = vec![0_u64; self.posts.len()];
        let mut partial = false;
        for node in self.tree.bottom_up() {
            let announced = self.posts[node].replies.map_or(0, |replies| replies.low);
            let expected = if Some(node) == beginning {
                announced.saturating_mul(COMPLETE_PERCENT) / 100
            } else {
                announced
            };
            let in_thread = Some(node) == beginning || self.counted[node];
            partial |= in_thread && (self.posts[node].collapsed || under[node] < expected);
            if let Some(parent) = self.tree.parent(node) {
                under[parent] += under[node] + 1;
            }
        }
        partial
    }

    /// The people with what they wrote, and the place of each by number.
    fn talkers(
        &self,
        beginning: Option<usize>,
        comments: &[usize],
    ) -> (Vec<Person>, Vec<Option<usize>>) {
        let numbers = self.people.iter().flatten();
        let mut places = vec![None; numbers.max().map_or(0, |most| *most as usize + 1)];
        let mut talkers: Vec<Person> = Vec::new();
        for node in beginning.into_iter().chain(comments.iter().copied()) {
            let Some(who) = self.people[node] else {
                continue;
            };
            let place = *places[who as usize].get_or_insert_with(|| {
                talkers.push(Person {
                    first: node,
                    comments: 0,
                    words: 0,
                });
                talkers.len() - 1
            });
            if self.counted[node] {
                talkers[place].comments += 1;
                talkers[place].words += u64::from(self.texts[node].words);
            }
        }
        (talkers, places)
    }

    fn ties(&self, comments: &[usize], places: &[Option<usize>]) -> Vec<Tie> {
        let mut ties: Vec<Tie> = Vec::new();
        let mut by_pair: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for &node in comments {
            let place = |who: Option<u32>| places[who? as usize];
            let (Some(from), Some(to)) = (place(self.people[node]), place(self.answered(node)))
            else {
                continue;
            };
            if from == to {
                continue;
            }
            let between = (from.min(to), from.max(to));
            let at = *by_pair.entry(between).or_insert_with(|| {
                ties.push(Tie {
                    between,
                    there: 0,
                    back: 0,
                });
                ties.len() - 1
            });
            if from < to {
                ties[at].there += 1;
            } else {
                ties[at].back += 1;
            }
        }
        ties
    }

    fn unanswered(&self, comments: &[usize]) -> Vec<usize> {
        let mut is_answered = vec![false; self.posts.len()];
        // Where the one asked wrote last below their own comment.
        let mut went_on: Vec<Option<usize>> = vec![None; self.posts.len()];
        for &node in comments {
            let Some(to) = self.answered_post(node) else {
                continue;
            };
            // Who goes on talking has not answered themselves.
            if self.people[to].is_some() && self.people[to] == self.people[node] {
                went_on[to] = Some(node);
            } else {
                is_answered[to] = true;
            }
        }
        let answered_beside = |node: usize| {
            let asked = self.answered_post(node);
            asked
                .and_then(|asked| went_on[asked])
                .is_some_and(|later| later > node)
        };
        let open = |node: &usize| {
            let hides_replies = self.posts[*node].collapsed
                || (self.posts[*node].replies).is_some_and(|replies| replies.low > 0);
            self.asks(*node) && !is_answered[*node] && !answered_beside(*node) && !hides_replies
        };
        comments.iter().copied().filter(open).collect()
    }

    fn asks(&self, node: usize) -> bool {
        let text = self.texts[node];
        (text.has(Head::Question) || text.has(Head::Advice)) && !self.is_unkind(node)
    }

    /// Whether a text attacks, or wants something else than to talk.
    fn is_unkind(&self, node: usize) -> bool {
        [Head::Hostility, Head::Bait, Head::Promotion]
            .into_iter()
            .any(|head| self.texts[node].has(head))
    }

    /// Follows every answer between two comments of different people. An answer
    /// to an answer to oneself goes on with the same exchange; a branch goes on
    /// with it, too, and the longest is taken.
    fn good(&self) -> Vec<Vec<usize>> {
        let mut turns: Vec<Option<Turn>> = vec![None; self.posts.len()];
        let mut exchanges: BTreeMap<(usize, u32), Exchange> = BTreeMap::new();
        for node in self.tree.top_down().filter(|node| self.counted[*node]) {
            let Some(before) = self.answered_post(node).filter(|to| self.counted[*to]) else {
                continue;
            };
            let (Some(who), Some(other)) = (self.people[node], self.people[before]) else {
                continue;
            };
            if who == other {
                continue;
            }
            let turn = match turns[before] {
                Some(turn) if turn.other == who => Turn {
                    length: turn.length + 1,
                    other,
                    ..turn
                },
                _ => Turn {
                    start: before,
                    partner: who,
                    length: 2,
                    other,
                },
            };
            turns[node] = Some(turn);
            let exchange = (exchanges.entry((turn.start, turn.partner))).or_insert(Exchange {
                end: node,
                length: 0,
                spoilt: self.spoils(turn.start),
            });
            exchange.spoilt |= self.spoils(node);
            if turn.length > exchange.length {
                exchange.end = node;
                exchange.length = turn.length;
            }
        }
        // One who begins two exchanges with one comment is gone to once.
        let mut by_start: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for ((start, _), exchange) in exchanges {
            let posts = self.path(&exchange);
            if exchange.spoilt || !self.has_substance(&posts) {
                continue;
            }
            let rank = |posts: &[usize]| (posts.len(), std::cmp::Reverse(posts.last().copied()));
            let kept = by_start.entry(start).or_default();
            if rank(&posts) > rank(kept) {
                *kept = posts;
            }
        }
        by_start.into_values().collect()
    }

    /// Whether a post keeps its exchange from being good: what is not read may
    /// be anything, a word or two of thanks excepted.
    fn spoils(&self, node: usize) -> bool {
        let text = self.texts[node];
        self.is_unkind(node) || (self.substantive[node] && !text.is_read())
    }

    fn path(&self, exchange: &Exchange) -> Vec<usize> {
        let mut posts: Vec<usize> =
            std::iter::successors(Some(exchange.end), |node| self.tree.answered(*node))
                .take(exchange.length)
                .collect();
        posts.reverse();
        posts
    }

    fn has_substance(&self, posts: &[usize]) -> bool {
        let says = posts.iter().filter(|node| self.substantive[**node]).count();
        let words: usize = posts
            .iter()
            .map(|node| self.texts[*node].words as usize)
            .sum();
        says >= GOOD_POSTS && words >= posts.len() * GOOD_WORDS
    }
}

/// Where in an exchange a comment stands.
#[derive(Debug, Clone, Copy)]
struct Turn {
    /// The comment that the exchange began with.
    start: usize,
    /// Who answered it.
    partner: u32,
    /// Comments from there to here.
    length: usize,
    /// Whom this comment answers.
    other: u32,
}

/// Two people who answer each other in turn, in one branch or several.
struct Exchange {
    /// Last comment of the longest branch, the first one of equally long ones
    /// from the top down.
    end: usize,
    length: usize,
    /// Something in it, in whichever branch, keeps it from being good.
    spoilt: bool,
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// See [`Glance::balance`].
fn balance(people: &[Person]) -> Option<f32> {
    let mut words: Vec<u64> = people
        .iter()
        .map(|person| person.words)
        .filter(|words| *words > 0)
        .collect();
    if words.len() < 2 {
        return None;
    }
    // In one order, so that the sum does not depend on who came first.
    words.sort_unstable();
    let all = words.iter().sum::<u64>() as f64;
    let entropy: f64 = words
        .iter()
        .map(|words| *words as f64 / all)
        .map(|share| -share * share.ln())
        .sum();
    Some((entropy / (words.len() as f64).ln()).clamp(0.0, 1.0) as f32)
}
