//! How sure a score is: what was visible, and how much of it.

use super::Reading;
use super::table::HALF_SURE;
use crate::signals::Signals;
use crate::signals::counts::wilson;

/// 0 (nothing known) to 1 (everything seen, plenty of it).
///
/// In a feed two thirds rest on the counts and one third on the text; by the
/// thread, half rests on the thread.
pub(super) fn confidence(signals: &Signals, reading: Reading) -> f32 {
    let text = if signals.text.is_read() { 1.0 } else { 0.0 };
    let counts = counts(signals);
    let sure = match reading {
        Reading::Counts => 0.65 * counts + 0.35 * text,
        Reading::Thread => 0.25 * counts + 0.2 * text + 0.55 * thread(signals),
    };
    sure.clamp(0.0, 1.0) as f32
}

/// One minus the width of the 80 % interval of replies against likes, from
/// the least the counts can mean to the most. With likes unknown half of what
/// the number of replies alone can give.
fn counts(signals: &Signals) -> f64 {
    let Some(replies) = signals.counts.replies else {
        return 0.0;
    };
    match signals.counts.likes {
        Some(likes) => {
            let (low, _) = wilson(replies.low as f64, likes.high as f64);
            let (_, high) = wilson(replies.high as f64, likes.low as f64);
            1.0 - (high - low)
        }
        None => 0.5 * enough(replies.low as f64),
    }
}

/// How much of the thread is on the page, how many replies that is, and how
/// many of them have a text that was read and a known author.
fn thread(signals: &Signals) -> f64 {
    let Some(thread) = signals.thread.filter(|thread| thread.visible > 0) else {
        return 0.0;
    };
    let visible = f64::from(thread.visible);
    let announced = signals
        .counts
        .replies
        .map_or(0.0, |count| count.high as f64);
    let seen = visible / announced.max(visible);
    let read = f64::from(thread.read) / visible;
    let named = if thread.substantive == 0 {
        1.0
    } else {
        1.0 - f64::from(thread.anonymous) / f64::from(thread.substantive)
    };
    seen * enough(visible) * (0.5 + 0.25 * read + 0.25 * named)
}

fn enough(many: f64) -> f64 {
    many / (many + HALF_SURE)
}
