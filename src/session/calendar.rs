//! Moments as the person's own days and hours.

/// Where the person is in time: the browser knows the zone and its changes.
pub trait Calendar {
    /// The local day of a moment (milliseconds since 1970 UTC), counted from
    /// 1 January 1970.
    fn day(&self, ms: f64) -> i32;
    /// The local hour of a moment, 0 to 23.
    fn hour(&self, ms: f64) -> u8;
}

/// The week of a day, counted from the one that 1 January 1970 was in. Weeks
/// begin on Monday (ISO 8601).
pub const fn week(day: i32) -> i32 {
    // 1 January 1970 was a Thursday.
    (day + 3).div_euclid(7)
}

/// The day on which a week begins.
pub const fn monday(week: i32) -> i32 {
    week * 7 - 3
}

const DAY_MS: f64 = 24.0 * 3_600_000.0;

/// A place without summer time, so many minutes ahead of UTC.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fixed(pub i32);

impl Calendar for Fixed {
    fn day(&self, ms: f64) -> i32 {
        (self.local(ms) / DAY_MS).floor() as i32
    }

    fn hour(&self, ms: f64) -> u8 {
        (self.local(ms).rem_euclid(DAY_MS) / 3_600_000.0) as u8
    }
}

impl Fixed {
    fn local(self, ms: f64) -> f64 {
        ms + f64::from(self.0) * 60_000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday() {
        // 1970-01-01 was a Thursday, 1970-01-05 a Monday.
        assert_eq!(
            [week(0), week(3), week(4), week(10), week(11)],
            [0, 0, 1, 1, 2]
        );
        assert_eq!(week(-4), -1);
        for number in [-60, -1, 0, 1, 2_900] {
            assert_eq!(week(monday(number)), number);
            assert_eq!(week(monday(number) - 1), number - 1);
        }
    }

    #[test]
    fn a_place_has_its_own_midnight() {
        let ten_to_midnight = DAY_MS - 600_000.0;
        assert_eq!(
            (
                Fixed(0).day(ten_to_midnight),
                Fixed(0).hour(ten_to_midnight)
            ),
            (0, 23)
        );
        assert_eq!(
            (
                Fixed(60).day(ten_to_midnight),
                Fixed(60).hour(ten_to_midnight)
            ),
            (1, 0)
        );
        assert_eq!((Fixed(-60).day(0.0), Fixed(-60).hour(0.0)), (-1, 23));
    }
}
