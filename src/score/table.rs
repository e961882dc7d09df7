//! Every number of the score, with its source or the test that fixed it.
//!
//! A gain is `cap × strength`, a loss `−cap × strength`, both rounded to whole
//! points; `measure` says how each strength, 0 to 1, comes about. The caps of
//! the gains add up to 100 in either reading, so the score cannot leave
//! 0..=100, and none is high enough to carry it: at most 28 of 100 (Jigsaw's
//! finding on the bridging attributes: readers put up with no single one used
//! alone, so several are combined).

use super::ReasonKey;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An attribute that adds points.
#[derive(Debug, Clone, Copy)]
pub struct Gain {
    /// Which.
    pub key: ReasonKey,
    /// The most it adds when the post is read by its counts and text.
    pub feed: u8,
    /// The most it adds when the post is read by the thread under it.
    pub thread: u8,
    /// Where it comes from.
    pub source: &'static str,
}

/// An attribute that takes points.
#[derive(Debug, Clone, Copy)]
pub struct Loss {
    /// Which.
    pub key: ReasonKey,
    /// The most it takes.
    pub cap: u8,
    /// Where it comes from.
    pub source: &'static str,
}

/// What adds points.
pub const GAINS: [Gain; 10] = [
    Gain {
        key: ReasonKey::TalkShare,
        feed: 28,
        thread: 10,
        source: "Kaushik's conversation rate against applause rate, with Wilson's lower bound as in Reddit's \"best\"",
    },
    Gain {
        key: ReasonKey::Replies,
        feed: 22,
        thread: 10,
        source: "Burke & Kraut 2016: written replies do people good, one-click feedback does not",
    },
    Gain {
        key: ReasonKey::People,
        feed: 0,
        thread: 22,
        source: "talk-time sharing (ConvoKit), as Hill number of order 1",
    },
    Gain {
        key: ReasonKey::Exchanges,
        feed: 0,
        thread: 18,
        source: "reciprocity motifs (ConvoKit hyperconvo)",
    },
    Gain {
        key: ReasonKey::AuthorReturns,
        feed: 0,
        thread: 12,
        source: "Reddit's Q&A sort: replies by the author count apart",
    },
    Gain {
        key: ReasonKey::Listening,
        feed: 0,
        thread: 10,
        source: "Huang et al. 2017 on follow-up questions; Yeomans et al. 2020 on acknowledgement",
    },
    Gain {
        key: ReasonKey::Question,
        feed: 18,
        thread: 7,
        source: "Huang et al. 2017; curiosity, a bridging attribute of Jigsaw",
    },
    Gain {
        key: ReasonKey::Story,
        feed: 12,
        thread: 4,
        source: "personal story, a bridging attribute of Jigsaw; Bailey et al. 2020",
    },
    Gain {
        key: ReasonKey::Receptiveness,
        feed: 10,
        thread: 4,
        source: "Yeomans et al. 2020: agreement and acknowledgement lead, hedges follow",
    },
    Gain {
        key: ReasonKey::Reasoning,
        feed: 10,
        thread: 3,
        source: "reasoning, a bridging attribute of Jigsaw",
    },
];

/// What takes points.
pub const LOSSES: [Loss; 5] = [
    Loss {
        key: ReasonKey::Promotion,
        cap: 40,
        source: "tests: an advert with many replies stays low",
    },
    Loss {
        key: ReasonKey::Bait,
        cap: 35,
        source: "Meta 2017 on engagement bait; tests: bait with many replies stays low",
    },
    Loss {
        key: ReasonKey::HostileReplies,
        cap: 30,
        source: "tests: a quarrel stays below civil talk of the same shape",
    },
    Loss {
        key: ReasonKey::Hostility,
        cap: 25,
        source: "Zhang et al. 2018, Conversations Gone Awry",
    },
    Loss {
        key: ReasonKey::Gloss,
        cap: 10,
        source: "Burke & Develin: glossy posts draw likes, hard feelings draw longer comments",
    },
];

/// Such a share of talk (replies ÷ (replies + likes), Wilson's lower bound)
/// gives all points of [`ReasonKey::TalkShare`]: as many replies as likes, for
/// sure. More talk than applause is no better than as much.
pub const FULL_SHARE: f64 = 0.5;

/// So many replies give all points of [`ReasonKey::Replies`]; fewer give
/// ln(1 + n) / ln(1 + this), so that the tenth reply counts more than the
/// twentieth. Thirty are more than a person reads; what a longer thread is
/// worth, its people and exchanges tell.
pub const FULL_REPLIES: f64 = 30.0;

/// The same for the effective number of participants. Twenty people who say
/// equally much are more than a person follows.
pub const FULL_PEOPLE: f64 = 20.0;

/// The same for pairs of people who answered each other.
pub const FULL_EXCHANGES: f64 = 8.0;

/// The same for the author's answers.
pub const FULL_RETURNS: f64 = 5.0;

/// The same for replies that ask or acknowledge.
pub const FULL_LISTENING: f64 = 8.0;

/// Share of hostile replies (Wilson's lower bound) up to which nothing is
/// taken: the reader of texts errs now and then.
pub const HEAT_FREE: f64 = 0.05;

/// Share of hostile replies that takes all points: a third (Wilson's lower
/// bound) sets the tone.
pub const HEAT_FULL: f64 = 0.35;

/// How much each head makes a text receptive. After the coefficients of
/// Yeomans et al. 2020 (agreement 0.256, acknowledgement 0.249, subjectivity
/// and hedges together 0.090), relative to the largest; gratitude and support
/// stand in for their positive emotion and are set by us.
pub const RECEPTIVE: [(crate::signals::Head, f32); 5] = [
    (crate::signals::Head::Agreement, 1.0),
    (crate::signals::Head::Acknowledgement, 0.97),
    (crate::signals::Head::Gratitude, 0.6),
    (crate::signals::Head::Support, 0.8),
    (crate::signals::Head::Hedging, 0.35),
];

/// What help in information counts as a reason. It is told from other comments
/// with an AUC of 0.83 (`model/results.md`), so it alone gives no full points.
pub const INFORMED: f64 = 0.8;

/// Half of the sureness that the amount of replies can give is reached here.
pub const HALF_SURE: f64 = 6.0;

/// How the person wants the attributes weighted: percent for each, in the
/// order of [`ReasonKey::ALL`]; 100 is as built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// Percent, 0 to 300.
    pub percent: [u16; ReasonKey::ALL.len()],
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            percent: [100; ReasonKey::ALL.len()],
        }
    }
}

impl Weights {
    /// The greatest percentage.
    pub const MAX: u16 = 300;

    /// The weight of an attribute, in percent.
    pub const fn of(&self, key: ReasonKey) -> u16 {
        self.percent[key as usize]
    }

    /// The same with another weight for one attribute, at most [`Weights::MAX`].
    #[must_use]
    pub fn with(mut self, key: ReasonKey, percent: u16) -> Self {
        self.percent[key as usize] = percent.min(Self::MAX);
        self
    }

    /// Weights by [`ReasonKey::name`]; unknown names count for nothing, and what
    /// is not named is as built.
    pub fn named(percent: &BTreeMap<String, u16>) -> Self {
        let known = ReasonKey::ALL.into_iter();
        known.fold(Self::default(), |weights, key| {
            match percent.get(key.name()) {
                Some(percent) => weights.with(key, *percent),
                None => weights,
            }
        })
    }

    /// The weights that are not as built, by [`ReasonKey::name`].
    pub fn names(&self) -> BTreeMap<String, u16> {
        let known = ReasonKey::ALL.into_iter();
        known
            .filter(|key| self.of(*key) != 100)
            .map(|key| (key.name().to_owned(), self.of(key)))
            .collect()
    }
}

/// The caps in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caps {
    /// For [`GAINS`], read by counts and text; they add up to 100.
    pub feed: [u8; GAINS.len()],
    /// For [`GAINS`], read by the thread; they add up to 100.
    pub thread: [u8; GAINS.len()],
    /// For [`LOSSES`].
    pub loss: [u8; LOSSES.len()],
}

impl Default for Caps {
    fn default() -> Self {
        Self {
            feed: GAINS.map(|gain| gain.feed),
            thread: GAINS.map(|gain| gain.thread),
            loss: LOSSES.map(|loss| loss.cap),
        }
    }
}

impl Caps {
    /// The caps for a person's weights. The gains are scaled to add up to 100
    /// again; where a person turned every gain off, they stay as built.
    pub fn with(weights: &Weights) -> Self {
        let percent = |key: ReasonKey| u32::from(weights.percent[key as usize].min(Weights::MAX));
        let scaled = |caps: [u8; GAINS.len()]| {
            let mut wanted = [0; GAINS.len()];
            for ((wanted, cap), gain) in wanted.iter_mut().zip(caps).zip(GAINS) {
                *wanted = u32::from(cap) * percent(gain.key);
            }
            to_hundred(wanted).unwrap_or(caps)
        };
        let built = Self::default();
        Self {
            feed: scaled(built.feed),
            thread: scaled(built.thread),
            loss: LOSSES.map(|loss| {
                let cap = u32::from(loss.cap) * percent(loss.key) / 100;
                u8::try_from(cap.min(100)).unwrap_or(100)
            }),
        }
    }
}

/// Whole numbers in the proportion of `wanted` that add up to 100 (largest
/// remainders get what rounding down left); `None` when all are 0.
fn to_hundred(wanted: [u32; GAINS.len()]) -> Option<[u8; GAINS.len()]> {
    let total: u32 = wanted.iter().sum();
    if total == 0 {
        return None;
    }
    let mut shares = wanted.map(|share| share * 100 / total);
    let mut by_remainder: Vec<usize> = (0..wanted.len()).collect();
    by_remainder.sort_by_key(|index| std::cmp::Reverse(wanted[*index] * 100 % total));
    let missing = 100 - shares.iter().sum::<u32>();
    for index in by_remainder.into_iter().take(missing as usize) {
        shares[index] += 1;
    }
    Some(shares.map(|share| u8::try_from(share).unwrap_or(100)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sum(caps: &[u8]) -> u32 {
        caps.iter().map(|cap| u32::from(*cap)).sum()
    }

    #[test]
    fn gains_add_up_to_a_hundred_and_none_carries_the_score() {
        let caps = Caps::default();
        for gains in [caps.feed, caps.thread] {
            assert_eq!(sum(&gains), 100);
            assert!(gains.iter().all(|cap| *cap <= 28));
            assert!(gains.iter().filter(|cap| **cap > 0).count() >= 4);
        }
    }

    #[test]
    fn every_attribute_is_either_a_gain_or_a_loss() {
        let gains = GAINS.iter().map(|gain| gain.key);
        let mut keys: Vec<ReasonKey> = gains.chain(LOSSES.map(|loss| loss.key)).collect();
        keys.sort();
        assert_eq!(keys, ReasonKey::ALL);
    }

    #[test]
    fn weights_as_built_change_nothing() {
        assert_eq!(Caps::with(&Weights::default()), Caps::default());
    }

    proptest! {
        #[test]
        fn whatever_a_person_wants_gains_add_up_to_a_hundred(
            percent in proptest::array::uniform15(0_u16..=400)
        ) {
            let caps = Caps::with(&Weights { percent });
            prop_assert_eq!(sum(&caps.feed), 100);
            prop_assert_eq!(sum(&caps.thread), 100);
            prop_assert!(caps.loss.iter().all(|cap| *cap <= 100));
        }
    }
}
