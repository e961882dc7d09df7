//! Seen posts, replies that were sent, and the minutes in which either
//! happened: all that a visit is made of.
//!
//! A journal is a set. Putting the same things in again, in another order or
//! from two tabs at once gives the same journal; that is what lets the store
//! write from anywhere at any time.

use super::Erase;
use crate::message::{Replied, SeenPost};
use crate::post::Count;
use std::collections::{BTreeMap, BTreeSet};

/// A visit ends after so many minutes in which nothing was seen and nothing sent.
pub const AWAY_MINUTES: u32 = 30;

/// A clock may be corrected by a little while a post is under way; only beyond
/// this, in milliseconds, is its time called impossible.
const CLOCK_SLACK_MS: f64 = 60_000.0;

/// The minute of a time in milliseconds since 1970 UTC.
pub fn minute(ms: f64) -> u32 {
    // A float that does not fit is cut to the nearest that does.
    (ms / 60_000.0) as u32
}

/// The first minute of the visit that is under way at `now` (milliseconds), if
/// one is.
///
/// Minutes after `now` come from a clock that has been set back; they count as
/// the present one, so that nothing seen today drops out of today.
pub fn visit_start(minutes: impl IntoIterator<Item = u32>, now: f64) -> Option<u32> {
    let now = minute(now);
    let minutes: BTreeSet<u32> = minutes.into_iter().map(|at| at.min(now)).collect();
    let mut start = now;
    for &at in minutes.iter().rev() {
        if start - at > AWAY_MINUTES {
            break;
        }
        start = at;
    }
    minutes.contains(&start).then_some(start)
}

/// Whether `incoming` takes the place of `kept`, two readings of one post. The
/// later one does; a time after `now` is impossible and gives way. Two that
/// were read at the same time are told apart by what they say, so that the
/// order of arrival never matters.
pub fn replaces(incoming: &SeenPost, kept: &SeenPost, now: f64) -> bool {
    let possible = |post: &SeenPost| post.seen_at <= now + CLOCK_SLACK_MS;
    let numbers = |count: Option<Count>| count.map(|count| (count.value, count.low, count.high));
    let rest = |post: &SeenPost| {
        (
            post.score,
            post.stance as u8,
            numbers(post.likes),
            numbers(post.replies),
            post.permalink.clone(),
            post.author.clone(),
            post.subjects.clone(),
            post.mine.clone(),
        )
    };
    possible(incoming)
        .cmp(&possible(kept))
        .then(incoming.seen_at.total_cmp(&kept.seen_at))
        .then_with(|| rest(incoming).cmp(&rest(kept)))
        .is_gt()
}

/// Of two readings of one post the one that stays. Whether the post answers the
/// person is known only where both stand on one page, so one reading that knows
/// is enough.
///
/// Associative, commutative and idempotent for one `now`: readings may come in
/// any order, any number of times.
#[must_use]
pub fn newest(kept: &SeenPost, incoming: &SeenPost, now: f64) -> SeenPost {
    let winner = if replaces(incoming, kept, now) {
        incoming
    } else {
        kept
    };
    SeenPost {
        to_me: kept.to_me || incoming.to_me,
        ..winner.clone()
    }
}

/// Seen posts, sent replies and the minutes in which either happened.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Journal {
    posts: BTreeMap<(String, String), SeenPost>,
    minutes: BTreeSet<u32>,
    /// By time in whole milliseconds, site and post.
    replies: BTreeMap<(u64, String, String), Replied>,
}

impl Journal {
    /// Adds one reading of a post.
    pub fn put(&mut self, post: SeenPost, now: f64) {
        self.minutes.insert(minute(post.seen_at));
        let key = (post.site.clone(), post.id.clone());
        let post = match self.posts.get(&key) {
            Some(kept) => newest(kept, &post, now),
            None => post,
        };
        self.posts.insert(key, post);
    }

    /// Adds a reply. The same one again changes nothing.
    pub fn put_reply(&mut self, reply: Replied) {
        self.minutes.insert(minute(reply.sent_at));
        // A float that does not fit is cut to the nearest that does.
        let key = (reply.sent_at as u64, reply.site.clone(), reply.post.clone());
        self.replies.insert(key, reply);
    }

    /// The replies that were sent in the visit that is under way at `now`.
    pub fn replies_of_visit(&self, now: f64) -> Vec<&Replied> {
        let Some(start) = visit_start(self.minutes.iter().copied(), now) else {
            return Vec::new();
        };
        let sent = self.replies.values();
        sent.filter(|reply| minute(reply.sent_at) >= start)
            .collect()
    }

    /// Adds a minute in which something was seen or sent.
    pub fn put_minute(&mut self, minute: u32) {
        self.minutes.insert(minute);
    }

    /// The posts of the visit that is under way at `now`, by site and id.
    pub fn visit(&self, now: f64) -> Vec<&SeenPost> {
        let Some(start) = visit_start(self.minutes.iter().copied(), now) else {
            return Vec::new();
        };
        self.posts
            .values()
            .filter(|post| minute(post.seen_at) >= start)
            .collect()
    }

    /// Gives up the oldest posts beyond `most`.
    pub fn keep_at_most(&mut self, most: usize) {
        let Some(beyond) = self.posts.len().checked_sub(most) else {
            return;
        };
        let mut times: Vec<_> = self
            .posts
            .iter()
            .map(|(key, post)| (post.seen_at, key.clone()))
            .collect();
        times.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        for (_, key) in times.into_iter().take(beyond) {
            self.posts.remove(&key);
        }
    }

    /// Takes these readings out; newer ones of the same posts stay.
    pub fn forget(&mut self, posts: &[SeenPost]) {
        for post in posts {
            let key = (post.site.clone(), post.id.clone());
            if self.posts.get(&key) == Some(post) {
                self.posts.remove(&key);
            }
        }
    }

    /// Takes out what is to be erased.
    pub fn erase(&mut self, erase: &Erase) {
        self.posts
            .retain(|_, post| !erase.covers(&post.site, post.seen_at));
        self.replies
            .retain(|_, reply| !erase.covers(&reply.site, reply.sent_at));
    }

    /// Whether neither a post nor a reply is in it.
    pub fn is_empty(&self) -> bool {
        self.posts.is_empty() && self.replies.is_empty()
    }

    /// Every reply in it, by time.
    pub fn replies(&self) -> impl Iterator<Item = &Replied> {
        self.replies.values()
    }

    /// Takes these replies out.
    pub fn forget_replies(&mut self, replies: &[Replied]) {
        self.replies.retain(|_, reply| !replies.contains(reply));
    }

    /// Every post in it, by site and id.
    pub fn posts(&self) -> impl Iterator<Item = &SeenPost> {
        self.posts.values()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::score::Stance;
    use proptest::prelude::*;

    const NOON: f64 = 1_764_000_000_000.0;
    const MINUTE: f64 = 60_000.0;

    pub(crate) fn seen(site: &str, id: &str, seen_at: f64) -> SeenPost {
        SeenPost {
            site: site.into(),
            id: id.into(),
            permalink: None,
            author: None,
            score: None,
            stance: Stance::NotEnough,
            likes: None,
            replies: None,
            seen_at,
            subjects: Vec::new(),
            to_me: false,
            mine: None,
        }
    }

    pub(crate) fn any_post() -> impl Strategy<Value = SeenPost> {
        let count = proptest::option::of((0..2000u64).prop_map(Count::exact));
        let stance = prop_oneof![
            Just(Stance::QuietGem),
            Just(Stance::Both),
            Just(Stance::ApplauseOnly),
            Just(Stance::NotEnough)
        ];
        let score = proptest::option::of(0..=100u8);
        (
            "[ab]",
            0..30u32,
            score,
            stance,
            count.clone(),
            count,
            0..200u32,
        )
            .prop_map(|(site, id, score, stance, likes, replies, ago)| SeenPost {
                score,
                stance,
                likes,
                replies,
                ..seen(&site, &id.to_string(), NOON - f64::from(ago) * MINUTE)
            })
    }

    pub(crate) fn journal(posts: &[SeenPost]) -> Journal {
        let mut journal = Journal::default();
        posts
            .iter()
            .for_each(|post| journal.put(post.clone(), NOON));
        journal
    }

    fn at(minutes_ago: f64) -> f64 {
        NOON - minutes_ago * MINUTE
    }

    fn reply(post: &str, minutes_ago: f64) -> Replied {
        Replied {
            site: "a".into(),
            post: post.into(),
            sent_at: at(minutes_ago),
            listening: None,
            subjects: Vec::new(),
        }
    }

    #[test]
    fn who_writes_is_not_away() {
        let mut journal = journal(&[seen("a", "1", at(50.0))]);
        assert!(journal.visit(NOON).is_empty());
        journal.put_reply(reply("1", 25.0));
        assert_eq!(journal.visit(NOON).len(), 1);
        assert_eq!(journal.replies_of_visit(NOON), [&reply("1", 25.0)]);
    }

    #[test]
    fn replies_of_this_visit_are_counted_once_each() {
        let mut journal = journal(&[seen("a", "1", at(10.0)), seen("a", "2", at(0.0))]);
        for reply in [
            reply("1", 9.0),
            reply("1", 9.0),
            reply("1", 5.0),
            reply("2", 90.0),
        ] {
            journal.put_reply(reply);
        }
        assert_eq!(journal.replies_of_visit(NOON).len(), 2);
        assert!(Journal::default().replies_of_visit(NOON).is_empty());
        journal.forget_replies(&[reply("1", 5.0)]);
        assert_eq!(journal.replies_of_visit(NOON).len(), 1);
    }

    #[test]
    fn a_visit_ends_after_half_an_hour_away() {
        let start = |minutes: &[u32]| visit_start(minutes.iter().copied(), 1000.0 * MINUTE);
        assert_eq!(start(&[900, 930, 960, 990]), Some(900));
        assert_eq!(start(&[900, 931, 960, 990]), Some(931));
        assert_eq!(start(&[970]), Some(970));
        assert_eq!(start(&[969]), None);
        assert_eq!(start(&[]), None);
    }

    #[test]
    fn a_post_seen_again_does_not_break_the_visit_it_began() {
        let at = |minutes: f64| NOON - 60.0 * MINUTE + minutes * MINUTE;
        let journal = journal(&[
            seen("a", "early", at(0.0)),
            seen("a", "again", at(25.0)),
            seen("a", "late", at(50.0)),
            seen("a", "again", at(60.0)),
        ]);
        assert_eq!(journal.visit(NOON).len(), 3);
    }

    #[test]
    fn the_newer_reading_wins_in_either_order() {
        let old = SeenPost {
            score: Some(90),
            ..seen("a", "1", NOON - 2.0)
        };
        let new = SeenPost {
            score: Some(10),
            ..seen("a", "1", NOON - 1.0)
        };
        for order in [[&old, &new], [&new, &old]] {
            let journal = journal(&order.map(Clone::clone));
            assert_eq!(journal.visit(NOON)[0].score, Some(10));
        }
    }

    #[test]
    fn a_clock_set_back_loses_no_post_and_no_later_reading() {
        let tomorrow = NOON + 24.0 * 60.0 * MINUTE;
        let journal = journal(&[
            seen("a", "1", tomorrow),
            seen("a", "2", tomorrow),
            SeenPost {
                score: Some(50),
                ..seen("a", "1", NOON - MINUTE)
            },
        ]);
        let visit = journal.visit(NOON);
        assert_eq!(visit.len(), 2);
        assert_eq!(visit[0].score, Some(50));
    }

    #[test]
    fn what_is_forgotten_does_not_take_a_newer_reading_with_it() {
        let old = seen("a", "1", NOON - MINUTE);
        let other = seen("a", "2", NOON);
        let mut journal = journal(&[old.clone(), seen("a", "1", NOON), other.clone()]);
        journal.forget(&[old, other]);
        let left: Vec<_> = journal.posts().collect();
        assert_eq!(left, [&seen("a", "1", NOON)]);
    }

    #[test]
    fn the_oldest_posts_give_way() {
        let mut journal = journal(&[
            seen("a", "new", NOON),
            seen("a", "old", NOON - MINUTE),
            seen("b", "older", NOON - 2.0 * MINUTE),
        ]);
        journal.keep_at_most(5);
        assert_eq!(journal.posts().count(), 3);
        journal.keep_at_most(1);
        assert_eq!(journal.posts().next().unwrap().id, "new");
    }

    proptest! {
        #[test]
        fn order_and_repetition_of_batches_do_not_matter(
            (posts, shuffled) in proptest::collection::vec(any_post(), 0..60)
                .prop_flat_map(|posts| (Just(posts.clone()), Just(posts).prop_shuffle())),
            again in 0..60usize,
        ) {
            let mut twice = shuffled;
            twice.extend(posts.iter().take(again).cloned());
            prop_assert_eq!(journal(&posts), journal(&twice));
        }

        #[test]
        fn every_post_of_the_last_half_hour_is_in_the_visit(
            posts in proptest::collection::vec(any_post(), 1..60),
        ) {
            let journal = journal(&posts);
            let visit = journal.visit(NOON);
            for post in posts.iter().filter(|post| post.seen_at >= NOON - 30.0 * MINUTE) {
                prop_assert!(visit.iter().any(|seen| seen.id == post.id && seen.site == post.site));
            }
        }
    }
}
