//! Adding up the replies under a post, so that a whole thread costs
//! O(n log n): of two tallies the smaller is poured into the larger.

use super::TextSignals;
use super::text::Head;
use super::thread::{HEARD_PER_PERSON, ThreadSignals};
use std::collections::{HashMap, HashSet};

/// Fixed point for `n · ln n`: sums of whole numbers do not depend on their
/// order, so no order of posts changes a score by a rounding.
const FIXED: f64 = (1_u64 << 20) as f64;

/// What one person did under a post.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    replies: u32,
    answers_to_others: u32,
}

/// The known people under a post.
#[derive(Debug, Default)]
struct People {
    parts: HashMap<u32, Part>,
    /// Σ n · ln n over people, n being the replies of one, in fixed point.
    spread: u64,
    /// Σ min(n, [`HEARD_PER_PERSON`]).
    heard: u32,
}

/// All replies under a post.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// What can be summed; `people`, `effective_people`, `exchanges` and
    /// `heard` are filled in when asked for.
    sum: ThreadSignals,
    people: People,
    /// Pairs of people who answered each other, smaller number first.
    pub(super) pairs: HashSet<(u32, u32)>,
}

impl Tally {
    /// Adds a reply: its text, whether it is substantive, who wrote it, whom
    /// it answers.
    pub(super) fn add(
        &mut self,
        text: &TextSignals,
        substantive: bool,
        author: Option<u32>,
        answered: Option<u32>,
    ) {
        let sum = &mut self.sum;
        sum.visible += 1;
        // Only what says something or attacks: a duplicate must not water
        // the heat down.
        let hostile = text.has(Head::Hostility);
        sum.hostile += u32::from(hostile);
        sum.read += u32::from(hostile || (substantive && text.is_read()));
        if substantive {
            sum.substantive += 1;
            let asks = text.has(Head::Question) || text.has(Head::Advice);
            let hears = [
                Head::Acknowledgement,
                Head::Agreement,
                Head::Gratitude,
                Head::Support,
            ]
            .into_iter()
            .any(|head| text.has(head));
            sum.asking += u32::from(asks);
            sum.acknowledging += u32::from(hears);
            sum.listening += u32::from(asks || hears);
        }
        // A level counts as soon as something is said on it or below it.
        if substantive || sum.depth > 0 {
            sum.depth += 1;
        }
        match author.filter(|_| substantive) {
            Some(author) => {
                let part = Part {
                    replies: 1,
                    answers_to_others: u32::from(answered.is_some_and(|other| other != author)),
                };
                self.people.add(author, part);
            }
            None => self.sum.anonymous += u32::from(substantive),
        }
    }

    /// Pours another tally in.
    pub(super) fn merge(&mut self, mut other: Self) {
        if other.people.parts.len() > self.people.parts.len() {
            std::mem::swap(&mut self.people, &mut other.people);
        }
        for (author, part) in other.people.parts {
            self.people.add(author, part);
        }
        if other.pairs.len() > self.pairs.len() {
            std::mem::swap(&mut self.pairs, &mut other.pairs);
        }
        self.pairs.extend(other.pairs);
        let (sum, more) = (&mut self.sum, other.sum);
        sum.visible += more.visible;
        sum.substantive += more.substantive;
        sum.asking += more.asking;
        sum.acknowledging += more.acknowledging;
        sum.listening += more.listening;
        sum.read += more.read;
        sum.hostile += more.hostile;
        sum.anonymous += more.anonymous;
        sum.depth = sum.depth.max(more.depth);
    }

    /// What this says of the thread under a post by `author`.
    pub(super) fn signals(&self, author: Option<u32>) -> ThreadSignals {
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        ThreadSignals {
            people: count(self.people.parts.len()),
            exchanges: count(self.pairs.len()),
            effective_people: self.effective_people(),
            heard: self.sum.anonymous + self.people.heard,
            author_returns: author
                .and_then(|author| self.people.parts.get(&author))
                .map_or(0, |part| part.answers_to_others),
            ..self.sum
        }
    }

    /// exp(H) with H = ln N − (Σ n ln n) / N. Someone new with one reply adds
    /// 1 to N and 1 · ln 1 = 0 to the sum, so both terms of H grow.
    fn effective_people(&self) -> f32 {
        let replies = f64::from(self.sum.substantive - self.sum.anonymous);
        if replies == 0.0 {
            return 0.0;
        }
        let entropy = replies.ln() - self.people.spread as f64 / FIXED / replies;
        entropy.max(0.0).exp() as f32
    }
}

impl People {
    fn add(&mut self, author: u32, more: Part) {
        let part = self.parts.entry(author).or_default();
        self.spread -= n_ln_n(part.replies);
        self.heard -= part.replies.min(HEARD_PER_PERSON);
        part.replies += more.replies;
        part.answers_to_others += more.answers_to_others;
        self.spread += n_ln_n(part.replies);
        self.heard += part.replies.min(HEARD_PER_PERSON);
    }
}

fn n_ln_n(n: u32) -> u64 {
    let n = f64::from(n.max(1));
    (n * n.ln() * FIXED).round() as u64
}
