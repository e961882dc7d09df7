//! When what is older than the person wants it kept is to be forgotten.
//!
//! Forgetting cannot be undone, and a clock may be wrong: a machine that once
//! starts a year ahead must not lose a year. So after a leap in time nothing is
//! forgotten until, most of a day later, it is still that late.

use serde::{Deserialize, Serialize};

const HOUR_MS: f64 = 3_600_000.0;

/// What is old is looked for this often, in milliseconds.
const EVERY_MS: f64 = 6.0 * HOUR_MS;

/// A longer time since the last look, in milliseconds, may be a leap of the
/// clock.
const LEAP_MS: f64 = 30.0 * 24.0 * HOUR_MS;

/// After so long, in milliseconds, a leap is believed.
const BELIEVED_MS: f64 = 20.0 * HOUR_MS;

/// The last look.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// When it was, in milliseconds since 1970 UTC.
    pub at: f64,
    /// There had been a leap, and nothing was forgotten.
    pub doubted: bool,
}

/// What follows from the last look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Due {
    /// It is too early.
    NotYet,
    /// This look is noted, and nothing forgotten: the time may be wrong.
    Note(Look),
    /// This look is noted, and what is old forgotten.
    Forget(Look),
}

/// What is due at `now`, in milliseconds since 1970 UTC, after the last look.
pub fn due(last: Option<Look>, now: f64) -> Due {
    let look = |doubted| Look { at: now, doubted };
    // Without a look, or with one from before the clock was set back, nothing
    // tells how late it is.
    let last = last.filter(|last| (0.0..=now).contains(&last.at));
    let Some(last) = last else {
        return Due::Note(look(false));
    };
    let since = now - last.at;
    let wait = if last.doubted { BELIEVED_MS } else { EVERY_MS };
    if since < wait {
        Due::NotYet
    } else if since > LEAP_MS && !last.doubted {
        Due::Note(look(true))
    } else {
        Due::Forget(look(false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: f64 = 24.0 * HOUR_MS;
    const NOW: f64 = 20_000.0 * DAY;

    /// At which of these times something is forgotten.
    fn forgotten(times: &[f64]) -> Vec<f64> {
        let mut last = None;
        let mut forgotten = Vec::new();
        for at in times {
            match due(last, *at) {
                Due::NotYet => {}
                Due::Note(look) => last = Some(look),
                Due::Forget(look) => {
                    last = Some(look);
                    forgotten.push(*at);
                }
            }
        }
        forgotten
    }

    #[test]
    fn days_in_a_row_forget_each_day() {
        let days: Vec<f64> = (0..4).map(|day| NOW + f64::from(day) * DAY).collect();
        assert_eq!(forgotten(&days), days[1..]);
        let hours = [
            NOW,
            NOW + DAY,
            NOW + DAY + HOUR_MS,
            NOW + DAY + 7.0 * HOUR_MS,
        ];
        assert_eq!(forgotten(&hours), [hours[1], hours[3]]);
    }

    #[test]
    fn a_clock_that_is_a_year_ahead_once_forgets_nothing() {
        let ahead = NOW + DAY + 365.0 * DAY;
        let times = [NOW, ahead, ahead + HOUR_MS, NOW + DAY, NOW + DAY + HOUR_MS];
        assert!(forgotten(&times).is_empty());
    }

    #[test]
    fn who_comes_back_after_months_forgets_a_day_later() {
        let back = NOW + 100.0 * DAY;
        let times = [NOW, back, back + HOUR_MS, back + DAY];
        assert_eq!(forgotten(&times), [back + DAY]);
        // Who comes once in two months is no clock that leaps for ever.
        let rarely: Vec<f64> = (0..5)
            .map(|time| NOW + f64::from(time) * 60.0 * DAY)
            .collect();
        assert_eq!(forgotten(&rarely), [rarely[2], rarely[4]]);
    }

    #[test]
    fn a_broken_note_is_none() {
        let broken = Look {
            at: f64::NAN,
            doubted: false,
        };
        let look = Look {
            at: NOW,
            doubted: false,
        };
        assert_eq!(due(Some(broken), NOW), Due::Note(look));
    }

    proptest! {
        #[test]
        fn nothing_is_forgotten_on_one_look_after_a_leap(last in 0.0..1e13f64, leap in LEAP_MS..1e13) {
            let last = Look { at: last, doubted: false };
            let now = last.at + leap;
            prop_assume!(now - last.at > LEAP_MS);
            let doubted = Look { at: now, doubted: true };
            prop_assert_eq!(due(Some(last), now), Due::Note(doubted));
        }
    }
}
