//! [`Signals`] → [`Score`]: how good the conversation is, how sure that is,
//! and why.
//!
//! Points are whole numbers and the score is exactly the sum of its reasons.
//! Likes raise no score. `docs/scoring.md` tells it in words; [`table`] holds
//! every number.

mod confidence;
mod evidence;
mod measure;
mod reason;
pub mod stance;
pub mod table;

pub use evidence::thread_in_words;
pub use reason::{Evidence, Reason, ReasonKey};
pub use stance::{Ground, Place, Stance};
pub use table::{Caps, Weights};

use crate::signals::Signals;
use table::{GAINS, LOSSES};

/// The verdict on one post.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// 0 (no conversation) to 100; `None` when there is not enough to tell.
    pub conversation: Option<u8>,
    /// How sure this is: 0 (nothing known) to 1.
    pub confidence: f32,
    /// Why, largest contribution first; the points add up to `conversation`.
    /// Empty when there is not enough to tell.
    pub reasons: Vec<Reason>,
}

/// From what a post is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// From its counts and text.
    Counts,
    /// From the thread under it.
    Thread,
}

/// The score of a post, weighted as built.
pub fn of(signals: &Signals) -> Score {
    with(signals, &Caps::default())
}

/// The score of a post under other caps.
///
/// On a thread page a post is read both ways and keeps the better result: a
/// page often shows a part of a thread only, and what is not shown is no
/// evidence against it.
pub fn with(signals: &Signals, caps: &Caps) -> Score {
    if !measure::talk_is_known(signals) {
        return Score::default();
    }
    let by_counts = add_up(signals, &caps.feed, &caps.loss);
    let by_thread = signals
        .thread
        .filter(|thread| thread.heard > 0)
        .map(|_| add_up(signals, &caps.thread, &caps.loss));
    let total = |reasons: &[Reason]| reasons.iter().map(|reason| reason.points).sum::<i32>();
    let (reasons, reading) = match by_thread {
        Some(reasons) if total(&reasons) >= total(&by_counts) => (reasons, Reading::Thread),
        _ => (by_counts, Reading::Counts),
    };
    Score {
        conversation: u8::try_from(total(&reasons)).ok(),
        confidence: confidence::confidence(signals, reading),
        reasons,
    }
}

/// The reasons under these caps, largest first. Gains stay within their caps,
/// which add up to 100; losses are cut where they would take more than was
/// gained.
fn add_up(signals: &Signals, gains: &[u8], losses: &[u8]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut total = 0;
    for (gain, cap) in GAINS.iter().zip(gains) {
        if let Some((strength, evidence)) = measure::measure(gain.key, signals) {
            let points = points(strength, *cap);
            total += points;
            reasons.push(Reason {
                key: gain.key,
                points,
                evidence,
            });
        }
    }
    let mut taken: Vec<Reason> = Vec::new();
    for (loss, cap) in LOSSES.iter().zip(losses) {
        if let Some((strength, evidence)) = measure::measure(loss.key, signals) {
            taken.push(Reason {
                key: loss.key,
                points: -points(strength, *cap),
                evidence,
            });
        }
    }
    // The gravest first, so that it is what a person reads when nothing is
    // left for the others to take.
    taken.sort_by_key(|loss| (loss.points, loss.key));
    for mut loss in taken {
        loss.points = loss.points.max(-total);
        total += loss.points;
        reasons.push(loss);
    }
    reasons.retain(|reason| reason.points != 0);
    reasons.sort_by_key(|reason| (-reason.points.abs(), reason.key));
    reasons
}

/// Whole points of a cap for a strength of 0 to 1.
fn points(strength: f64, cap: u8) -> i32 {
    (strength.clamp(0.0, 1.0) * f64::from(cap)).round() as i32
}
