//! A visit's posts → what the popup shows of them.

use crate::message::{Replied, Sample, SeenPost};
use crate::post::Count;
use crate::score::{Stance, stance::Ground};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How many quiet gems, and how many posts with applause only, are named. More
/// than a few would be one more feed.
const MAX_PICKS: usize = 3;

/// How many posts are drawn: in a picture as wide as a popup more run
/// together. The latest are.
const MAX_POINTS: usize = 300;

/// One visit, over all tabs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Posts seen.
    pub posts: usize,
    /// How many of them stand where.
    pub stances: Stances,
    /// Replies that the person wrote. They are no posts, so [`Summary::of`]
    /// leaves them at 0; [`Summary::with_replies`] counts them.
    #[serde(default)]
    pub written: usize,
    /// How many posts they answer.
    #[serde(default)]
    pub joined: usize,
    /// How they listen.
    #[serde(default)]
    pub listened: Listened,
    /// Sites, most posts first.
    pub sites: Vec<SiteSummary>,
    /// The best quiet gems of others: by score, then by fewest likes.
    pub gems: Vec<Pick>,
    /// What of others got the most applause with no talk: by likes, then by
    /// lowest score.
    pub applause: Vec<Pick>,
    /// The posts of the picture, by likes, then by score. Posts whose likes or
    /// score are not known are not in it.
    pub points: Vec<Pick>,
}

/// How the replies of a visit listen. A reply may do all of it, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Listened {
    /// Replies of which it is known.
    pub known: usize,
    /// Those that take up the other's words.
    pub takes_up: usize,
    /// Those that ask something.
    pub asks: usize,
    /// Those that thank, acknowledge, agree or care.
    pub warm: usize,
}

/// How many posts stand where; the numbers add up to the posts seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stances {
    /// [`Stance::QuietGem`].
    pub quiet_gem: usize,
    /// [`Stance::Both`].
    pub both: usize,
    /// [`Stance::ApplauseOnly`].
    pub applause_only: usize,
    /// [`Stance::Quiet`].
    pub quiet: usize,
    /// [`Stance::NotEnough`].
    pub not_enough: usize,
}

impl Stances {
    /// The number of posts that stand there.
    pub const fn of(&self, stance: Stance) -> usize {
        match stance {
            Stance::QuietGem => self.quiet_gem,
            Stance::Both => self.both,
            Stance::ApplauseOnly => self.applause_only,
            Stance::Quiet => self.quiet,
            Stance::NotEnough => self.not_enough,
        }
    }

    fn add(&mut self, stance: Stance) {
        match stance {
            Stance::QuietGem => self.quiet_gem += 1,
            Stance::Both => self.both += 1,
            Stance::ApplauseOnly => self.applause_only += 1,
            Stance::Quiet => self.quiet += 1,
            Stance::NotEnough => self.not_enough += 1,
        }
    }
}

/// One site's part of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteSummary {
    /// See [`SeenPost::site`].
    pub site: String,
    /// Posts seen there.
    pub posts: usize,
    /// How many of them stand where.
    pub stances: Stances,
}

/// One post with what it takes to draw it, name it and go back to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pick {
    /// See [`SeenPost::site`].
    pub site: String,
    /// See [`SeenPost::id`].
    pub id: String,
    /// Where to find it again.
    pub permalink: Option<String>,
    /// Handle or name of its author.
    pub author: Option<String>,
    /// Conversation, 0 to 100.
    pub score: u8,
    /// Where it stands.
    pub stance: Stance,
    /// Likes.
    pub likes: Count,
    /// Replies, if shown.
    pub replies: Option<Count>,
}

impl Summary {
    /// Adds up the posts of one visit. Their order does not matter.
    ///
    /// A post that was seen before there was enough to compare it with is
    /// placed now, among all that was seen on its site.
    pub fn of<'a>(posts: impl IntoIterator<Item = &'a SeenPost>) -> Self {
        let mut by_site: BTreeMap<&str, Vec<&SeenPost>> = BTreeMap::new();
        for post in posts {
            by_site.entry(&post.site).or_default().push(post);
        }
        let mut summary = Self::default();
        let mut known: Vec<(&SeenPost, Pick)> = Vec::new();
        for (site, posts) in by_site {
            let ground = Ground::of(
                &posts
                    .iter()
                    .filter_map(|post| sample(post))
                    .collect::<Vec<_>>(),
            );
            let mut stances = Stances::default();
            for post in &posts {
                let stance = match post.stance {
                    Stance::NotEnough => ground.place(post.score, post.likes).stance,
                    stance => stance,
                };
                stances.add(stance);
                summary.stances.add(stance);
                known.extend(pick(post, stance).map(|pick| (*post, pick)));
            }
            summary.posts += posts.len();
            summary.sites.push(SiteSummary {
                site: site.to_owned(),
                posts: posts.len(),
                stances,
            });
        }
        // Stable: sites with as many posts stay in the order of their names.
        summary
            .sites
            .sort_by_key(|site| std::cmp::Reverse(site.posts));

        known.sort_by(|(a, _), (b, _)| {
            (b.seen_at.total_cmp(&a.seen_at)).then_with(|| (&a.site, &a.id).cmp(&(&b.site, &b.id)))
        });
        // The person knows their own posts: they are in the picture, but no
        // find, and nothing to be shown up.
        let others = || known.iter().filter(|(post, _)| post.mine.is_none());
        let others = || others().map(|(_, pick)| pick);
        summary.gems = best(others(), Stance::QuietGem, |pick| {
            (100 - pick.score, pick.likes.value)
        });
        summary.applause = best(others(), Stance::ApplauseOnly, |pick| {
            (u64::MAX - pick.likes.value, pick.score)
        });
        summary.points = known.into_iter().map(|(_, pick)| pick).collect();
        summary.points.truncate(MAX_POINTS);
        summary
            .points
            .sort_by_key(|pick| (pick.likes.value, pick.score));
        summary
    }

    /// The same with the replies of the visit counted. Their order does not
    /// matter.
    #[must_use]
    pub fn with_replies(mut self, replies: &[&Replied]) -> Self {
        let answered = replies.iter().map(|reply| (&reply.site, &reply.post));
        self.written = replies.len();
        self.joined = answered.collect::<BTreeSet<_>>().len();
        let known = replies.iter().filter_map(|reply| reply.listening);
        self.listened = known.fold(Listened::default(), |sum, reply| Listened {
            known: sum.known + 1,
            takes_up: sum.takes_up + usize::from(reply.takes_up),
            asks: sum.asks + usize::from(reply.asks),
            warm: sum.warm + usize::from(reply.warm),
        });
        self
    }
}

/// A post's two axes, where both are known.
pub fn sample(post: &SeenPost) -> Option<Sample> {
    Some(Sample {
        score: post.score?,
        likes: post.likes?,
    })
}

fn pick(post: &SeenPost, stance: Stance) -> Option<Pick> {
    let Sample { score, likes } = sample(post)?;
    Some(Pick {
        site: post.site.clone(),
        id: post.id.clone(),
        permalink: post.permalink.clone(),
        author: post.author.clone(),
        score,
        stance,
        likes,
        replies: post.replies,
    })
}

fn best<'a, K: Ord>(
    picks: impl Iterator<Item = &'a Pick>,
    stance: Stance,
    rank: impl Fn(&Pick) -> K,
) -> Vec<Pick> {
    let mut picks: Vec<Pick> = picks
        .filter(|pick| pick.stance == stance)
        .cloned()
        .collect();
    picks.sort_by_key(rank);
    picks.truncate(MAX_PICKS);
    picks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advise::draft::Listening;
    use crate::message::Mine;
    use crate::session::journal::tests::{any_post, journal, seen};
    use proptest::prelude::*;

    fn placed(id: &str, score: u8, likes: u64, stance: Stance) -> SeenPost {
        SeenPost {
            score: Some(score),
            likes: Some(Count::exact(likes)),
            stance,
            ..seen("a", id, 0.0)
        }
    }

    fn ids(picks: &[Pick]) -> Vec<&str> {
        picks.iter().map(|pick| pick.id.as_str()).collect()
    }

    #[test]
    fn replies_are_counted_by_what_they_answer_and_how_they_listen() {
        let reply = |post: &str, listening| Replied {
            site: "a".into(),
            post: post.into(),
            sent_at: 1.0,
            listening,
            subjects: Vec::new(),
        };
        let listening = |takes_up, asks, warm| {
            Some(Listening {
                takes_up,
                asks,
                warm,
                ..Listening::default()
            })
        };
        let replies = [
            reply("1", listening(true, true, false)),
            reply("1", listening(true, false, true)),
            reply("2", None),
        ];
        let summary = Summary::default().with_replies(&replies.iter().collect::<Vec<_>>());
        assert_eq!((summary.written, summary.joined), (3, 2));
        let listened = Listened {
            known: 2,
            takes_up: 2,
            asks: 1,
            warm: 1,
        };
        assert_eq!(summary.listened, listened);
    }

    #[test]
    fn gems_come_by_score_and_then_by_fewest_likes() {
        let gem = |id, score, likes| placed(id, score, likes, Stance::QuietGem);
        let posts = [
            gem("liked", 80, 9),
            gem("best", 90, 5),
            gem("quieter", 80, 2),
            placed("clapped", 95, 900, Stance::Both),
        ];
        assert_eq!(ids(&Summary::of(&posts).gems), ["best", "quieter", "liked"]);
    }

    #[test]
    fn applause_comes_by_likes() {
        let clap = |id, score, likes| placed(id, score, likes, Stance::ApplauseOnly);
        let posts = [
            clap("some", 5, 50),
            clap("most", 9, 500),
            clap("talkless", 1, 50),
        ];
        assert_eq!(
            ids(&Summary::of(&posts).applause),
            ["most", "talkless", "some"]
        );
    }

    #[test]
    fn own_posts_are_drawn_but_are_no_finds() {
        let own = |post: SeenPost| SeenPost {
            mine: Some(Mine::default()),
            ..post
        };
        let posts = [
            own(placed("my gem", 90, 2, Stance::QuietGem)),
            placed("their gem", 70, 3, Stance::QuietGem),
            own(placed("my applause", 5, 900, Stance::ApplauseOnly)),
            placed("their applause", 6, 800, Stance::ApplauseOnly),
        ];
        let summary = Summary::of(&posts);
        assert_eq!(ids(&summary.gems), ["their gem"]);
        assert_eq!(ids(&summary.applause), ["their applause"]);
        assert_eq!((summary.posts, summary.points.len()), (4, 4));
        assert_eq!(summary.stances.quiet_gem, 2);
    }

    #[test]
    fn unknown_likes_are_counted_but_not_drawn_at_zero() {
        let posts = [
            SeenPost {
                score: Some(70),
                ..seen("a", "no likes", 0.0)
            },
            SeenPost {
                likes: Some(Count::exact(3)),
                ..seen("a", "no score", 0.0)
            },
            placed("both", 10, 0, Stance::Quiet),
        ];
        let summary = Summary::of(&posts);
        assert_eq!(summary.posts, 3);
        assert_eq!(ids(&summary.points), ["both"]);
        assert_eq!(summary.stances.not_enough, 2);
    }

    #[test]
    fn a_post_seen_too_early_to_compare_is_placed_in_the_end() {
        let mut posts: Vec<_> = (0..12)
            .map(|id| placed(&id.to_string(), id * 5, u64::from(id) * 50, Stance::Quiet))
            .collect();
        posts.push(placed("early", 80, 3, Stance::NotEnough));
        assert_eq!(ids(&Summary::of(&posts).gems), ["early"]);
    }

    #[test]
    fn sites_stand_by_posts_and_then_by_name() {
        let posts = [
            seen("b", "1", 0.0),
            seen("a", "1", 0.0),
            seen("c", "1", 0.0),
            seen("c", "2", 0.0),
        ];
        let sites: Vec<_> = Summary::of(&posts)
            .sites
            .into_iter()
            .map(|site| site.site)
            .collect();
        assert_eq!(sites, ["c", "a", "b"]);
    }

    proptest! {
        #[test]
        fn batches_in_any_order_and_number_give_one_summary(
            (posts, shuffled) in proptest::collection::vec(any_post(), 0..80)
                .prop_flat_map(|posts| (Just(posts.clone()), Just(posts).prop_shuffle())),
        ) {
            const NOON: f64 = 1_764_000_000_000.0;
            let twice = [shuffled.clone(), shuffled].concat();
            let one = Summary::of(journal(&posts).visit(NOON));
            prop_assert_eq!(&one, &Summary::of(journal(&twice).visit(NOON)));

            let stances = one.stances;
            let placed = stances.quiet_gem + stances.both + stances.applause_only + stances.quiet;
            prop_assert_eq!(placed + stances.not_enough, one.posts);
            prop_assert_eq!(one.sites.iter().map(|site| site.posts).sum::<usize>(), one.posts);
            prop_assert!(one.gems.len() <= MAX_PICKS && one.points.len() <= MAX_POINTS);
        }
    }
}
