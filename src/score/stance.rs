//! A post's place by conversation against its place by likes, among the posts
//! seen on the same site.

use crate::message::Sample;
use crate::post::Count;
use crate::words::Word;
use serde::{Deserialize, Serialize};

/// With fewer posts seen, nobody has a place. Ten is the least number at which
/// a third of the posts is more than a handful.
pub const LEAST_SEEN: usize = 10;

/// To be told apart by one axis a post has to be above two thirds of what was
/// seen: next to the middle, one post more or less would turn the verdict.
pub const HIGH: f32 = 2.0 / 3.0;

/// To count as having the other axis, too, or not, the middle decides.
pub const MIDDLE: f32 = 0.5;

/// Below this score nothing is called talk, however little the others have: it
/// is what three replies without a single like bring.
pub const LEAST_TALK: u8 = 36;

/// With fewer likes nothing is called applause, however few the others have.
pub const LEAST_APPLAUSE: u64 = 5;

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
    /// Its name in data and style sheets, as it is serialised.
    pub const fn key(self) -> &'static str {
        match self {
            Self::QuietGem => "quiet-gem",
            Self::Both => "both",
            Self::ApplauseOnly => "applause-only",
            Self::Quiet => "quiet",
            Self::NotEnough => "not-enough",
        }
    }

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
///
/// Only posts with both a score and likes are in it ([`Sample`]), so both
/// places are about the same posts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ground {
    /// All in ascending order.
    scores: Vec<u8>,
    likes_low: Vec<u64>,
    likes_high: Vec<u64>,
}

impl Ground {
    /// From the posts seen so far, the present ones included; their order does
    /// not matter. O(n log n).
    pub fn of(seen: &[Sample]) -> Self {
        let mut ground = Self {
            scores: seen.iter().map(|post| post.score).collect(),
            likes_low: seen.iter().map(|post| post.likes.low).collect(),
            likes_high: seen.iter().map(|post| post.likes.high).collect(),
        };
        ground.scores.sort_unstable();
        ground.likes_low.sort_unstable();
        ground.likes_high.sort_unstable();
        ground
    }

    /// How many posts it rests on.
    pub fn len(&self) -> usize {
        self.scores.len()
    }

    /// Whether nothing was seen.
    pub fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }

    /// The place of a post with this score and these likes. O(log n).
    ///
    /// Places are mid-ranks: the share of posts below plus half of those that
    /// tie. Two like counts tie when their bounds overlap, for then the page
    /// does not tell which is greater.
    pub fn place(&self, score: Option<u8>, likes: Option<Count>) -> Place {
        if self.len() < LEAST_SEEN {
            return Place::default();
        }
        let talk = score.map(|score| {
            let below = self.scores.partition_point(|other| *other < score);
            let above = self.len() - self.scores.partition_point(|other| *other <= score);
            self.mid_rank(below, above)
        });
        let applause = likes.map(|likes| {
            let below = self.likes_high.partition_point(|other| *other < likes.low);
            let above = self.len() - self.likes_low.partition_point(|other| *other <= likes.high);
            self.mid_rank(below, above)
        });
        let stance = match (score.zip(talk), likes.zip(applause)) {
            (Some(talk), Some(applause)) => verdict(talk, applause),
            _ => Stance::NotEnough,
        };
        Place {
            stance,
            talk: talk.map(percent),
            likes: applause.map(percent),
        }
    }

    fn mid_rank(&self, below: usize, above: usize) -> f32 {
        let ties = self.len().saturating_sub(below + above);
        (below as f32 + ties as f32 / 2.0) / self.len() as f32
    }
}

/// Talk first: a post that is high on both is [`Stance::Both`].
fn verdict((score, talk): (u8, f32), (likes, applause): (Count, f32)) -> Stance {
    let talks = score >= LEAST_TALK;
    let applauded = likes.low >= LEAST_APPLAUSE;
    if talks && talk >= HIGH && applause < MIDDLE {
        Stance::QuietGem
    } else if applauded && applause >= HIGH && (talk < MIDDLE || !talks) {
        Stance::ApplauseOnly
    } else if talks && talk >= MIDDLE && applause >= MIDDLE {
        Stance::Both
    } else {
        Stance::Quiet
    }
}

fn percent(share: f32) -> u8 {
    (share * 100.0).round().clamp(0.0, 100.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Twenty posts; talk and likes rise from 0 in steps of 5 and 50.
    fn ground() -> Ground {
        let seen: Vec<Sample> = (0..20)
            .map(|step| Sample {
                score: step * 5,
                likes: Count::exact(u64::from(step) * 50),
            })
            .collect();
        Ground::of(&seen)
    }

    fn stance(score: u8, likes: u64) -> Stance {
        ground()
            .place(Some(score), Some(Count::exact(likes)))
            .stance
    }

    #[test]
    fn the_four_corners_have_their_names() {
        assert_eq!(stance(80, 20), Stance::QuietGem);
        assert_eq!(stance(80, 900), Stance::Both);
        assert_eq!(stance(10, 900), Stance::ApplauseOnly);
        assert_eq!(stance(10, 20), Stance::Quiet);
    }

    #[test]
    fn what_is_not_known_is_not_placed() {
        let ground = ground();
        assert_eq!(
            ground.place(None, Some(Count::exact(9))).stance,
            Stance::NotEnough
        );
        let no_likes = ground.place(Some(80), None);
        assert_eq!(no_likes.stance, Stance::NotEnough);
        assert_eq!((no_likes.talk.is_some(), no_likes.likes), (true, None));
        let zero = ground.place(Some(80), Some(Count::exact(0)));
        assert_eq!(zero.stance, Stance::QuietGem);
    }

    #[test]
    fn too_few_seen_is_a_state_of_its_own() {
        let nine = vec![
            Sample {
                score: 50,
                likes: Count::exact(5)
            };
            LEAST_SEEN - 1
        ];
        let place = Ground::of(&nine).place(Some(90), Some(Count::exact(0)));
        assert_eq!(place, Place::default());
    }

    #[test]
    fn the_best_of_a_feed_without_talk_is_no_gem_and_two_likes_are_no_applause() {
        let dull: Vec<Sample> = (0..20)
            .map(|step| Sample {
                score: step / 2,
                likes: Count::exact(0),
            })
            .collect();
        let ground = Ground::of(&dull);
        assert_eq!(
            ground.place(Some(10), Some(Count::exact(0))).stance,
            Stance::Quiet
        );
        assert_eq!(
            ground.place(Some(1), Some(Count::exact(2))).stance,
            Stance::Quiet
        );
    }

    #[test]
    fn counts_whose_bounds_overlap_are_ties() {
        let seen = vec![
            Sample {
                score: 30,
                likes: Count::between(1150, 1200, 1249)
            };
            20
        ];
        let place = Ground::of(&seen).place(Some(30), Some(Count::exact(1180)));
        assert_eq!((place.talk, place.likes), (Some(50), Some(50)));
        let place = Ground::of(&seen).place(Some(30), Some(Count::exact(1250)));
        assert_eq!(place.likes, Some(100));
    }

    fn samples() -> impl Strategy<Value = Vec<Sample>> {
        prop::collection::vec((0_u8..=100, 0_u64..5000, 0_u64..100), 0..60).prop_map(|seen| {
            seen.into_iter()
                .map(|(score, likes, width)| Sample {
                    score,
                    likes: Count::between(likes, likes, likes + width),
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn the_order_in_which_posts_were_seen_does_not_matter(
            seen in samples(), score in 0_u8..=100, likes in 0_u64..5000
        ) {
            let mut turned = seen.clone();
            turned.reverse();
            let at = |seen: &[Sample]| Ground::of(seen).place(Some(score), Some(Count::exact(likes)));
            prop_assert_eq!(at(&seen), at(&turned));
        }

        #[test]
        fn more_talk_never_lowers_and_more_likes_never_lower_a_place(
            seen in samples(), score in 0_u8..100, likes in 0_u64..5000
        ) {
            let ground = Ground::of(&seen);
            let place = |score, likes| ground.place(Some(score), Some(Count::exact(likes)));
            prop_assert!(place(score, likes).talk <= place(score + 1, likes).talk);
            prop_assert!(place(score, likes).likes <= place(score, likes + 1).likes);
            prop_assert!(place(score, likes).talk.is_none_or(|percent| percent <= 100));
        }
    }
}
