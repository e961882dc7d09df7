//! Seen posts on their way from a page to the background worker, which may be
//! dead, restarting or full at any moment: a post stays here until it has been
//! acknowledged.

use super::Erase;
use crate::message::{MAX_SEEN, Replied, SeenPost};
use std::collections::BTreeMap;

/// The most posts that wait. Past it the oldest give way: a page left open for
/// days against a dead worker must not grow without end.
const MAX_WAITING: usize = 2000;

/// Posts that were seen and not yet acknowledged, newest reading of each.
#[derive(Debug, Default)]
pub struct Outbox {
    waiting: BTreeMap<String, SeenPost>,
    sent: BTreeMap<String, SeenPost>,
    replies: Vec<Replied>,
    sent_replies: Vec<Replied>,
}

impl Outbox {
    /// Adds a post, or its newer reading. That it answers the person stays, as
    /// in the store: see [`super::journal::newest`].
    pub fn put(&mut self, mut post: SeenPost) {
        let waiting = self.waiting.get(&post.id);
        post.to_me |= waiting.is_some_and(|waiting| waiting.to_me);
        self.waiting.insert(post.id.clone(), post);
        while self.waiting.len() > MAX_WAITING {
            let oldest = self
                .waiting
                .values()
                .min_by(|a, b| a.seen_at.total_cmp(&b.seen_at))
                .map(|post| post.id.clone());
            match oldest {
                Some(id) => self.waiting.remove(&id),
                None => break,
            };
        }
    }

    /// Adds a reply that was sent; the oldest give way past [`MAX_SEEN`].
    pub fn put_reply(&mut self, reply: Replied) {
        self.replies.push(reply);
        let beyond = self.replies.len().saturating_sub(MAX_SEEN);
        self.replies.drain(..beyond);
    }

    /// The next batch to send, at most [`MAX_SEEN`] posts and as many replies;
    /// empty while another is under way.
    pub fn take_batch(&mut self) -> (Vec<SeenPost>, Vec<Replied>) {
        if !self.sent.is_empty() || !self.sent_replies.is_empty() {
            return (Vec::new(), Vec::new());
        }
        self.sent_replies = std::mem::take(&mut self.replies);
        while self.sent.len() < MAX_SEEN {
            let Some((id, post)) = self.waiting.pop_first() else {
                break;
            };
            self.sent.insert(id, post);
        }
        let posts = self.sent.values().cloned().collect();
        (posts, self.sent_replies.clone())
    }

    /// The batch under way has arrived.
    pub fn acknowledge(&mut self) {
        self.sent.clear();
        self.sent_replies.clear();
    }

    /// The batch under way was lost: it waits again, unless there is a newer
    /// reading of the same post by now.
    pub fn give_back(&mut self) {
        for (id, post) in std::mem::take(&mut self.sent) {
            self.waiting.entry(id).or_insert(post);
        }
        for reply in std::mem::take(&mut self.sent_replies) {
            self.put_reply(reply);
        }
    }

    /// Gives up what is to be erased, also of the batch under way, should that
    /// come back.
    pub fn erase(&mut self, erase: &Erase) {
        for posts in [&mut self.waiting, &mut self.sent] {
            posts.retain(|_, post| !erase.covers(&post.site, post.seen_at));
        }
        for replies in [&mut self.replies, &mut self.sent_replies] {
            replies.retain(|reply| !erase.covers(&reply.site, reply.sent_at));
        }
    }

    /// Whether anything waits to be sent.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.replies.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Stance;

    fn post(id: usize, score: u8) -> SeenPost {
        SeenPost {
            site: "demo".into(),
            id: id.to_string(),
            permalink: None,
            author: None,
            score: Some(score),
            stance: Stance::NotEnough,
            likes: None,
            replies: None,
            seen_at: id as f64,
            subjects: Vec::new(),
            to_me: false,
            mine: None,
        }
    }

    #[test]
    fn that_a_post_answers_the_person_stays_until_it_is_sent() {
        let mut outbox = Outbox::default();
        outbox.put(SeenPost {
            to_me: true,
            ..post(1, 10)
        });
        outbox.put(post(1, 20));
        let (posts, _) = outbox.take_batch();
        assert!(posts[0].to_me && posts[0].score == Some(20));
    }

    #[test]
    fn a_lost_batch_is_sent_again_whole() {
        let mut outbox = Outbox::default();
        (0..3).for_each(|id| outbox.put(post(id, 1)));
        let first = outbox.take_batch();
        outbox.give_back();
        assert_eq!(outbox.take_batch(), first);
        outbox.acknowledge();
        assert!(outbox.take_batch().0.is_empty());
    }

    #[test]
    fn a_lost_reply_is_sent_again_once() {
        let reply = |post: &str| Replied {
            site: "demo".into(),
            post: post.into(),
            sent_at: 1.0,
            listening: None,
            subjects: Vec::new(),
        };
        let mut outbox = Outbox::default();
        assert!(outbox.is_empty());
        outbox.put_reply(reply("a"));
        assert!(!outbox.is_empty());
        assert_eq!(outbox.take_batch().1, [reply("a")]);
        outbox.put_reply(reply("b"));
        assert!(outbox.take_batch().1.is_empty());
        outbox.give_back();
        assert_eq!(outbox.take_batch().1, [reply("b"), reply("a")]);
        outbox.acknowledge();
        assert!(outbox.take_batch().1.is_empty());
    }

    #[test]
    fn what_is_erased_does_not_come_back_with_a_lost_batch() {
        let mut outbox = Outbox::default();
        let other = SeenPost {
            site: "other".into(),
            ..post(2, 1)
        };
        outbox.put(post(1, 1));
        outbox.put(other.clone());
        outbox.take_batch();
        outbox.put(post(3, 1));
        outbox.erase(&Erase::Site {
            site: "demo".into(),
        });
        outbox.give_back();
        assert_eq!(outbox.take_batch().0, [other]);
    }

    #[test]
    fn a_newer_reading_is_not_undone_by_a_lost_batch() {
        let mut outbox = Outbox::default();
        outbox.put(post(1, 10));
        outbox.take_batch();
        outbox.put(post(1, 90));
        outbox.give_back();
        assert_eq!(outbox.take_batch().0[0].score, Some(90));
    }

    #[test]
    fn only_one_batch_is_under_way_and_none_is_too_large() {
        let mut outbox = Outbox::default();
        (0..MAX_SEEN + 5).for_each(|id| outbox.put(post(id, 1)));
        assert_eq!(outbox.take_batch().0.len(), MAX_SEEN);
        assert!(outbox.take_batch().0.is_empty());
        outbox.acknowledge();
        assert_eq!(outbox.take_batch().0.len(), 5);
    }

    #[test]
    fn the_oldest_give_way_when_too_many_wait() {
        let mut outbox = Outbox::default();
        (0..MAX_WAITING + 10).for_each(|id| outbox.put(post(id, 1)));
        assert_eq!(outbox.waiting.len(), MAX_WAITING);
        assert!(!outbox.waiting.contains_key("0"));
        assert!(outbox.waiting.contains_key(&(MAX_WAITING + 9).to_string()));
    }
}
