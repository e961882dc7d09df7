//! “Three hours ago” in the language of the page.

use super::table::ROWS;
use crate::read::count::digit;
use crate::read::lookup::{clean, is_letter, joins, longest, row};
use time::{Date, Duration, Month, OffsetDateTime};

/// What is read of a text, in letters; times are short.
const MOST: usize = 80;

/// More digits has no number of hours or days.
const MOST_DIGITS: usize = 3;

/// A number of years that no post is old.
const OLDEST: i32 = 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// The unit of a letter of the table.
    const fn of(letter: char) -> Option<Self> {
        Some(match letter.to_ascii_lowercase() {
            's' => Self::Second,
            'm' => Self::Minute,
            'h' => Self::Hour,
            'd' => Self::Day,
            'w' => Self::Week,
            'o' => Self::Month,
            'y' => Self::Year,
            _ => return None,
        })
    }
}

/// The point in time that a text such as `3h`, `vor 3 Stunden`, `il y a 2 h`,
/// `3時間前` or `5 months ago (edited)` tells, when it is `now` (seconds since
/// 1970) and `lang` is the language of the site's own words (a BCP 47 tag;
/// empty is English).
///
/// It is ISO 8601 in UTC, no finer than the text: `2026-11-23T06:12Z` for
/// seconds and minutes, `2026-11-23T06Z` for hours, `2026-11-20` for days,
/// `2026-11` for weeks and months, `2026` for years. Sites round, so the last
/// part may be one too late.
///
/// `None` for what has no unit of time that the language's row has, or more
/// than one number: a date, a clock, a length.
pub fn relative(text: &str, lang: &str, now: i64) -> Option<String> {
    let text = clean(text.trim().chars().take(MOST + 1));
    if text.chars().nth(MOST).is_some() {
        return None;
    }
    let lang = if lang.is_empty() { "en" } else { lang };
    let (words, _) = row(ROWS, lang)?;
    let (number, unit) = match text.find(|letter| digit(letter).is_some()) {
        Some(start) => counted(&text, start, words)?,
        None => told(&text, words)?,
    };
    written(number, unit, now)
}

/// The number at `start` and the unit beside it.
fn counted(text: &str, start: usize, words: &'static str) -> Option<(i64, Unit)> {
    let (before, rest) = text.split_at(start);
    let mut number = 0;
    let mut after = rest;
    for (place, letter) in rest.chars().enumerate() {
        let Some(digit) = digit(letter) else { break };
        if place >= MOST_DIGITS {
            return None;
        }
        number = number * 10 + i64::try_from(digit).ok()?;
        after = &after[letter.len_utf8()..];
    }
    if after.contains(|letter| digit(letter).is_some()) {
        return None;
    }
    if before.ends_with(['.', ',', '/', ':']) || after.starts_with(['.', ',', '/', ':', '-']) {
        return None;
    }
    let before = before.trim_end_matches([' ', '(', '-', '\u{2212}']);
    let after = after.trim_start_matches([' ', ')', '(']);
    let (_, letter) = longest(words, before, after)?;
    let unit = Unit::of(letter).filter(|_| letter.is_ascii_lowercase())?;
    Some((number, unit))
}

/// The number and the unit of a text without digits.
fn told(text: &str, words: &'static str) -> Option<(i64, Unit)> {
    let small = text.to_lowercase();
    for group in words.split(';') {
        let Some(letter) = group.chars().next().filter(char::is_ascii_uppercase) else {
            continue;
        };
        for phrase in group[1..].split(',') {
            let number = phrase.chars().next()?.to_digit(10)?;
            let phrase = &phrase[1..];
            let Some(start) = small.find(phrase) else {
                continue;
            };
            let before = small[..start].chars().next_back();
            let after = small[start + phrase.len()..].chars().next();
            let apart =
                |letter: Option<char>| letter.is_none_or(|one| !is_letter(one) || joins(one));
            if apart(before) && apart(after) {
                return Some((i64::from(number), Unit::of(letter)?));
            }
        }
    }
    None
}

fn written(number: i64, unit: Unit, now: i64) -> Option<String> {
    let now = OffsetDateTime::from_unix_timestamp(now).ok()?;
    let before =
        |length: Duration| now.checked_sub(length.checked_mul(i32::try_from(number).ok()?)?);
    let date = |date: Date| format!("{:04}-{:02}", date.year(), u8::from(date.month()));
    Some(match unit {
        Unit::Second | Unit::Minute => {
            let length = if unit == Unit::Second {
                Duration::SECOND
            } else {
                Duration::MINUTE
            };
            let then = before(length)?;
            let (day, hour, minute) = (then.day(), then.hour(), then.minute());
            format!("{}-{day:02}T{hour:02}:{minute:02}Z", date(then.date()))
        }
        Unit::Hour => {
            let then = before(Duration::HOUR)?;
            let (day, hour) = (then.day(), then.hour());
            format!("{}-{day:02}T{hour:02}Z", date(then.date()))
        }
        Unit::Day => {
            let then = before(Duration::DAY)?;
            format!("{}-{:02}", date(then.date()), then.day())
        }
        Unit::Week => date(before(Duration::WEEK)?.date()),
        Unit::Month => {
            let month = i64::from(now.year()) * 12 + i64::from(u8::from(now.month())) - 1 - number;
            let year = i32::try_from(month.div_euclid(12)).ok()?;
            let month = u8::try_from(month.rem_euclid(12) + 1).ok()?;
            let month = Month::try_from(month).ok()?;
            let recent = now.year() - year <= OLDEST;
            date(
                Date::from_calendar_date(year, month, 1)
                    .ok()
                    .filter(|_| recent)?,
            )
        }
        Unit::Year => {
            let years = i32::try_from(number)
                .ok()
                .filter(|years| *years <= OLDEST)?;
            format!("{:04}", now.year() - years)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 2026-11-23T09:12:40Z.
    const NOW: i64 = 1_795_425_160;

    fn told(text: &str, lang: &str) -> Option<String> {
        relative(text, lang, NOW)
    }

    #[test]
    fn times_are_as_fine_as_the_page_tells_them() {
        for (text, time) in [
            ("40s", "2026-11-23T09:12Z"),
            ("12m", "2026-11-23T09:00Z"),
            ("12 minutes ago", "2026-11-23T09:00Z"),
            ("3h", "2026-11-23T06Z"),
            ("3 hr. ago", "2026-11-23T06Z"),
            ("· 10h ·", "2026-11-22T23Z"),
            ("3d ago", "2026-11-20"),
            ("1w", "2026-11"),
            ("4 wks", "2026-10"),
            ("5 months ago (edited)", "2026-06"),
            ("11mo", "2025-12"),
            ("1 yr ago", "2025"),
            ("2y", "2024"),
        ] {
            assert_eq!(told(text, "en").as_deref(), Some(time), "{text}");
        }
    }

    #[test]
    fn the_page_s_language_tells_the_unit() {
        for (text, lang, time) in [
            ("vor 3 Stunden", "de", "2026-11-23T06Z"),
            ("vor 3 Std.", "de-AT", "2026-11-23T06Z"),
            ("il y a 2 h", "fr", "2026-11-23T07Z"),
            ("il y a 2 j", "fr-CA", "2026-11-21"),
            ("3 sem.", "fr", "2026-11"),
            ("2 m.", "fr", "2026-09"),
            ("2 m", "de", "2026-11-23T09:10Z"),
            ("3時間前", "ja", "2026-11-23T06Z"),
            ("3小时前", "zh-CN", "2026-11-23T06Z"),
            ("3 小時前", "zh_TW", "2026-11-23T06Z"),
            ("3시간 전", "ko", "2026-11-23T06Z"),
            ("3 ชั่วโมงที่ผ่านมา", "th", "2026-11-23T06Z"),
            ("saa 3 zilizopita", "sw", "2026-11-23T06Z"),
            ("قبل ٣ ساعات", "ar", "2026-11-23T06Z"),
            ("قبل ساعتين", "ar", "2026-11-23T07Z"),
            ("\u{200f}لפני 3 שעות", "he", "2026-11-23T06Z"),
            ("3 घंटे पहले", "hi", "2026-11-23T06Z"),
            ("há 3 dias", "pt-BR", "2026-11-20"),
            ("3 дня назад", "ru", "2026-11-20"),
            ("hace 2 años", "es-MX", "2024"),
        ] {
            assert_eq!(told(text, lang).as_deref(), Some(time), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_ago_is_none() {
        for (text, lang) in [
            ("", "en"),
            ("3", "en"),
            ("3 likes", "en"),
            ("3 hats", "en"),
            ("Nov 20", "en"),
            ("20 mars", "fr"),
            ("9:14", "en"),
            ("11/22/2026", "en"),
            ("1h 30m", "en"),
            ("1.5h", "en"),
            ("v3h2", "en"),
            ("2019 г.", "ru"),
            ("11月22日", "ja"),
            ("22日", "ja"),
            ("2019年", "zh"),
            ("900 years ago", "en"),
            ("3000 hours ago", "en"),
            ("3h", "xx"),
            ("3 Stunden", "en"),
        ] {
            assert_eq!(told(text, lang), None, "{text}");
        }
        let long = format!("3h {}", "x".repeat(200));
        assert_eq!(told(&long, "en"), None);
        assert_eq!(relative("3h", "en", i64::MAX), None);
        assert_eq!(relative("999y", "en", i64::MIN), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(
            text in "\\PC{0,20}[0-9٠-٩]{0,4}[ ]?(h|Std|sem|時間前|ساعة|\\PC{0,8})\\PC{0,60}",
            lang in "(en|de|fr|ja|ar|sw|he|hi)|\\PC{0,30}",
            now in any::<i64>(),
        ) {
            let _ = relative(&text, &lang, now);
            let _ = relative(&text, &lang, NOW);
        }

        #[test]
        fn what_was_longer_ago_does_not_sort_later(hours in 0_i64..24, more in 0_i64..900) {
            let one = told(&format!("{hours}h"), "en").unwrap();
            let other = told(&format!("{}d", more + 1), "en").unwrap();
            prop_assert!(other <= one, "{} {}", other, one);
        }
    }
}
