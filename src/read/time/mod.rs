//! Points in time as sites write them.
//!
//! The calendar is the `time` crate's; its parser is not used, because sites
//! do not keep to one format and each accepted one would add to the module.

mod relative;
mod table;

pub use relative::relative;

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// A point in time as ISO 8601 in UTC, to the second
/// (`2026-11-22T09:14:00Z`).
///
/// Takes ISO 8601 with date and time (`T` or a space between them, any
/// precision, `Z`, `+02:00`, `+0200` or nothing, which is taken as UTC), and
/// seconds or milliseconds since 1970. Anything else is `None`, a date without
/// time too: it would claim a precision that it has not.
pub fn parse(text: &str) -> Option<String> {
    let text = text.trim();
    if (9..=13).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        // Seconds have ten digits from 2001 to 2286; milliseconds thirteen.
        return from_unix(if text.len() > 11 {
            number / 1000
        } else {
            number
        });
    }
    let (date, rest) = text.split_at_checked(10)?;
    let clock = rest.strip_prefix(['T', 't', ' '])?;
    let mut parts = date.split('-');
    let date = Date::from_calendar_date(
        i32::from(digits(parts.next()?, 4)?),
        Month::try_from(u8::try_from(digits(parts.next()?, 2)?).ok()?).ok()?,
        u8::try_from(digits(parts.next()?, 2)?).ok()?,
    )
    .ok()?;
    let clock_end = clock.find(['Z', 'z', '+', '-', ' ']).unwrap_or(clock.len());
    let (clock, offset) = clock.split_at(clock_end);
    let moment =
        PrimitiveDateTime::new(date, time_of_day(clock)?).assume_offset(utc_offset(offset)?);
    Some(written(moment.checked_to_offset(UtcOffset::UTC)?))
}

/// Seconds since 1970, UTC, as ISO 8601.
pub fn from_unix(seconds: i64) -> Option<String> {
    OffsetDateTime::from_unix_timestamp(seconds)
        .ok()
        .map(written)
}

fn written(moment: OffsetDateTime) -> String {
    let (date, time) = (moment.date(), moment.time());
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        date.year(),
        u8::from(date.month()),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

fn time_of_day(clock: &str) -> Option<Time> {
    let clock = match clock.split_once(['.', ',']) {
        Some((clock, fraction)) if fraction.bytes().all(|byte| byte.is_ascii_digit()) => clock,
        Some(_) => return None,
        None => clock,
    };
    let mut parts = clock.split(':');
    let mut next = || parts.next().map(|part| digits(part, 2));
    let hour = next()??;
    let minute = next()??;
    let second = match next() {
        Some(second) => second?,
        None => 0,
    };
    if next().is_some() {
        return None;
    }
    // A leap second is told as the second before it.
    let small = |number: u16| u8::try_from(number).ok();
    Time::from_hms(small(hour)?, small(minute)?, small(second)?.min(59)).ok()
}

fn utc_offset(text: &str) -> Option<UtcOffset> {
    let text = text.trim();
    if text.is_empty() || text.eq_ignore_ascii_case("z") {
        return Some(UtcOffset::UTC);
    }
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some(parts) => parts,
        None if rest.len() == 2 => (rest, "00"),
        None => rest.split_at_checked(2)?,
    };
    let part = |text| i8::try_from(digits(text, 2)?).ok();
    UtcOffset::from_hms(sign * part(hours)?, sign * part(minutes)?, 0).ok()
}

/// Exactly so many digits as a number.
fn digits(text: &str, count: usize) -> Option<u16> {
    let right = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_sites_write_becomes_utc() {
        for (written, utc) in [
            ("2026-11-22T09:14:00Z", "2026-11-22T09:14:00Z"),
            ("2026-11-22T09:14:00.123Z", "2026-11-22T09:14:00Z"),
            ("2026-11-22T09:14:00+02:00", "2026-11-22T07:14:00Z"),
            ("2025-11-04T18:20:10.257000+0000", "2025-11-04T18:20:10Z"),
            ("2026-12-31T23:30-01", "2027-01-01T00:30:00Z"),
            ("2026-07-15T12:32:15", "2026-07-15T12:32:15Z"),
            ("2012-09-06 14:27:57Z", "2012-09-06T14:27:57Z"),
            ("1784118735", "2026-07-15T12:32:15Z"),
            ("1784118735123", "2026-07-15T12:32:15Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
        ] {
            assert_eq!(parse(written).as_deref(), Some(utc), "{written}");
        }
    }

    #[test]
    fn what_is_no_point_in_time_is_none() {
        for written in [
            "",
            "3h",
            "yesterday",
            "11/22/2026, 9:14:00 PM",
            "2026-11-22",
            "2026-02-30T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-22T24:61:00Z",
            "2026-11-22T09:14:00+99:00",
            "2026-11-22Tnoon",
            "12345",
            "é026-11-22T09:14:00Z",
            "2026-11-22T09:14:00.xZ",
            "9999-12-31T23:59:59-23:00",
        ] {
            assert_eq!(parse(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn every_second_is_written_and_read_alike(seconds in 1_000_000_000_i64..9_999_999_999) {
            let written = from_unix(seconds).unwrap();
            prop_assert_eq!(parse(&written), Some(written.clone()));
            prop_assert_eq!(parse(&seconds.to_string()), Some(written));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            let _ = parse(&text);
        }
    }
}
