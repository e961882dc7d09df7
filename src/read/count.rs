//! Numbers as sites write them, with the precision that they have.

use crate::post::Count;

/// What a letter or word after a number multiplies it by.
///
/// The words stand per language, because `B` is a milliard in English and a
/// thousand in Turkish.
const SUFFIXES: &[(&str, &[(&str, u64)])] = &[
    (
        "en",
        &[
            ("k", 1_000),
            ("thousand", 1_000),
            ("m", 1_000_000),
            ("million", 1_000_000),
            ("b", 1_000_000_000),
            ("billion", 1_000_000_000),
        ],
    ),
    (
        "fr",
        &[
            ("k", 1_000),
            ("mille", 1_000),
            ("m", 1_000_000),
            ("million", 1_000_000),
            ("millions", 1_000_000),
            ("md", 1_000_000_000),
            ("mrd", 1_000_000_000),
            ("milliard", 1_000_000_000),
            ("milliards", 1_000_000_000),
        ],
    ),
];

/// The same in every language.
const UNIVERSAL: &[(&str, u64)] = &[
    ("k", 1_000),
    ("千", 1_000),
    ("천", 1_000),
    ("万", 10_000),
    ("萬", 10_000),
    ("만", 10_000),
    ("億", 100_000_000),
    ("亿", 100_000_000),
    ("억", 100_000_000),
];

/// How a site shortens numbers: the bounds of what it shows follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rounding {
    /// To the nearest: `1.3K` is 1,250 to 1,350.
    #[default]
    Nearest,
    /// Never up: `1.2K` is 1,200 to 1,299.
    Down,
    /// One or the other, as versions differ: the bounds hold both.
    Either,
}

impl Rounding {
    /// The least and the greatest number that are shown as `value`, whose last
    /// figure counts `unit`s.
    const fn bounds(self, value: u64, unit: u64) -> (u64, u64) {
        let half = unit / 2;
        let below = match self {
            Self::Down => 0,
            Self::Nearest | Self::Either => half,
        };
        let above = match self {
            Self::Nearest => half,
            Self::Down | Self::Either => unit.saturating_sub(1),
        };
        (value.saturating_sub(below), value.saturating_add(above))
    }
}

/// In a language whose suffixes are not known, a word of so many letters may
/// be one, and the number's value is not known either.
const SHORT: usize = 4;

/// The first number in a text: `532`, `15,554 likes`, `Reply (532 replies)`,
/// `1.2K`, `1,2 k`. `lang` is the language of the site's own words (a BCP 47
/// tag, or empty), `rounding` how the site shortens numbers. `None` when there is no number, or it is part of something
/// else (a word, a date, a time, a percentage).
pub fn parse(text: &str, lang: &str, rounding: Rounding) -> Option<Count> {
    let start = text.find(|letter| digit(letter).is_some())?;
    let before = text[..start].chars().next_back();
    if before.is_some_and(|letter| {
        letter.is_alphanumeric() || matches!(letter, '-' | '−' | '/' | '.' | ',')
    }) {
        return None;
    }
    let number = Written::scan(&text[start..]);
    let rest = &text[start + number.length..];
    if rest.starts_with([':', '/', '%', '-']) {
        return None;
    }
    number.count(suffix(rest, lang)?, lang, rounding)
}

/// The value of the suffix at the start of `rest`; `Some(None)` when there is
/// none, `None` when what stands there makes the number's value unknown.
fn suffix(rest: &str, lang: &str) -> Option<Option<u64>> {
    let spaced = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let clings = spaced.len() == rest.len();
    let letters = spaced.chars().take_while(|letter| letter.is_alphabetic());
    let Some(first) = letters.clone().next() else {
        return Some(None);
    };
    // Writing without spaces between words goes on at once ("5件", "1.2万人").
    let is_spaced = first < '\u{2e80}';
    let word: String = if is_spaced {
        letters.flat_map(char::to_lowercase).collect()
    } else {
        first.to_string()
    };

    let language = match lang.split(['-', '_']).next() {
        None | Some("") => "en",
        Some(language) => language,
    };
    let row = SUFFIXES
        .iter()
        .find(|(tag, _)| tag.eq_ignore_ascii_case(language));
    let known = row
        .into_iter()
        .flat_map(|(_, row)| row.iter())
        .chain(UNIVERSAL);
    if let Some((_, multiplier)) = known.into_iter().find(|(suffix, _)| *suffix == word) {
        return Some(Some(*multiplier));
    }
    let unclear = is_spaced && (clings || row.is_none() && word.chars().count() <= SHORT);
    (!unclear).then_some(None)
}

/// A number as it stands in a text: runs of digits with marks between.
struct Written {
    /// Bytes that it takes.
    length: usize,
    /// Its digits, whatever marks stand between them.
    digits: u64,
    /// How many digits there are.
    count: usize,
    /// How many digits stand after the last mark; 0 when there is no mark.
    last: u32,
    /// The first and the last mark.
    marks: Option<(char, char)>,
    /// The runs between the first and the last have three digits, and one mark
    /// stands between all of them.
    orderly: bool,
    /// How many marks there are.
    mark_count: usize,
}

/// More digits than any count has.
const MAX_DIGITS: usize = 15;

impl Written {
    /// The number at the start of a text that starts with a digit.
    fn scan(text: &str) -> Self {
        let mut number = Self {
            length: 0,
            digits: 0,
            count: 0,
            last: 0,
            marks: None,
            orderly: true,
            mark_count: 0,
        };
        let mut run = 0_u32;
        for (at, letter) in text.char_indices() {
            if let Some(digit) = digit(letter) {
                number.digits = number.digits.saturating_mul(10).saturating_add(digit);
                number.count += 1;
                run += 1;
                number.length = at + letter.len_utf8();
                continue;
            }
            let follows = text[at + letter.len_utf8()..].chars();
            let next = follows
                .take_while(|letter| digit(*letter).is_some())
                .count();
            let is_mark = match letter {
                '.' | ',' | '٫' | '٬' | '\'' | '’' => next > 0,
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => next == 3 && run <= 3,
                _ => false,
            };
            if !is_mark {
                break;
            }
            if let Some((first, last)) = number.marks {
                number.orderly &= run == 3 && first == last;
            }
            number.marks = Some((number.marks.map_or(letter, |(first, _)| first), letter));
            number.mark_count += 1;
            run = 0;
        }
        if number.mark_count > 0 {
            number.last = run;
        }
        number
    }

    /// Its value, when it can be a count of something.
    fn count(&self, suffix: Option<u64>, lang: &str, rounding: Rounding) -> Option<Count> {
        if self.count > MAX_DIGITS {
            return None;
        }
        let Some(multiplier) = suffix else {
            // A count is whole: a mark can only stand between groups.
            let grouped = self
                .marks
                .is_none_or(|(first, last)| self.orderly && first == last && self.last == 3);
            return grouped.then(|| Count::exact(self.digits));
        };
        let decimals = if self.has_decimals(lang)? {
            self.last
        } else {
            0
        };
        let scale = 10_u64.checked_pow(decimals)?;
        let value = u128::from(self.digits) * u128::from(multiplier) / u128::from(scale);
        let value = u64::try_from(value).ok()?;
        let (low, high) = rounding.bounds(value, multiplier / scale);
        Some(Count::between(low, value, high))
    }

    /// Whether the last mark is a decimal one, in a number with a suffix;
    /// `None` when the number is malformed.
    fn has_decimals(&self, lang: &str) -> Option<bool> {
        let Some((first, last)) = self.marks else {
            return Some(false);
        };
        if !self.orderly {
            return None;
        }
        if first != last {
            return Some(true);
        }
        if self.last != 3 {
            return (self.mark_count == 1).then_some(true);
        }
        // "1,234K": only the language tells. English and its like group with
        // commas; elsewhere the comma is the decimal mark.
        let english = lang.is_empty() || lang.to_ascii_lowercase().starts_with("en");
        let decimal = if english { '.' } else { ',' };
        Some(self.mark_count == 1 && (last == decimal || last == '٫'))
    }
}

/// The value of a decimal digit of the scripts that sites use.
fn digit(letter: char) -> Option<u64> {
    const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '๐', '０'];
    ZEROS.into_iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(zero))?;
        (value < 10).then_some(u64::from(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str, lang: &str) -> Option<Count> {
        super::parse(text, lang, Rounding::Nearest)
    }

    fn bounds(text: &str, lang: &str) -> Option<(u64, u64, u64)> {
        parse(text, lang).map(|count| (count.low, count.value, count.high))
    }

    #[test]
    fn whole_numbers_are_exact_however_they_are_grouped() {
        for (text, value) in [
            ("0", 0),
            ("532", 532),
            ("15,554 likes", 15_554),
            ("Reply (532 replies)", 532),
            ("1.265", 1265),
            ("1 234 567", 1_234_567),
            ("1\u{202f}234", 1234),
            ("1’234", 1234),
            ("195 points", 195),
            ("71\u{a0}comments", 71),
            ("Likes:12", 12),
            ("٢٣٤", 234),
            ("１２", 12),
            ("5件", 5),
        ] {
            assert_eq!(parse(text, "en"), Some(Count::exact(value)), "{text}");
        }
    }

    #[test]
    fn compact_numbers_have_the_precision_they_are_written_with() {
        assert_eq!(bounds("1.2K", "en"), Some((1_150, 1_200, 1_250)));
        assert_eq!(bounds("15.5k views", ""), Some((15_450, 15_500, 15_550)));
        assert_eq!(bounds("3M", "en"), Some((2_500_000, 3_000_000, 3_500_000)));
        assert_eq!(bounds("1,2 k", "fr"), Some((1_150, 1_200, 1_250)));
        assert_eq!(
            bounds("2,5 Md", "fr-CA"),
            Some((2_450_000_000, 2_500_000_000, 2_550_000_000))
        );
        assert_eq!(
            bounds("1,234K", "en"),
            Some((1_233_500, 1_234_000, 1_234_500))
        );
        assert_eq!(bounds("1,234 k", "fr"), Some((1_234, 1_234, 1_234)));
        assert_eq!(
            bounds("1.23 million", "en-GB"),
            Some((1_225_000, 1_230_000, 1_235_000))
        );
    }

    #[test]
    fn what_a_site_cuts_off_lies_above_what_it_shows() {
        let bounds = |text: &str, rounding| {
            super::parse(text, "en", rounding).map(|count| (count.low, count.value, count.high))
        };
        let down = Rounding::Down;
        assert_eq!(bounds("1.2K", down), Some((1_200, 1_200, 1_299)));
        assert_eq!(bounds("15K", down), Some((15_000, 15_000, 15_999)));
        assert_eq!(bounds("1.234K", down), Some((1_234, 1_234, 1_234)));
        let either = Rounding::Either;
        assert_eq!(bounds("1.2K", either), Some((1_150, 1_200, 1_299)));
        for rounding in [Rounding::Nearest, down, either] {
            assert_eq!(bounds("532", rounding), Some((532, 532, 532)));
        }
    }

    #[test]
    fn what_is_no_count_is_none() {
        for text in [
            "",
            "discuss",
            "no replies",
            "9:14",
            "3h",
            "-4",
            "4.5",
            "11/22/2026",
            "12%",
            "v2",
            "1.2.3.4",
            "2026-11-22",
            "12345678901234567890",
            "K",
            "1.2,3,4K",
        ] {
            assert_eq!(parse(text, "en"), None, "{text}");
        }
    }

    #[test]
    fn a_suffix_means_what_it_means_in_the_language_of_the_page() {
        // Thousand in Turkish, thousands in Polish: not known here, not guessed.
        assert_eq!(parse("12 B", "tr"), None);
        assert_eq!(parse("12 tys.", "pl"), None);
        assert_eq!(
            parse("12 B", "en"),
            Some(Count::between(
                11_500_000_000,
                12_000_000_000,
                12_500_000_000
            ))
        );
        assert_eq!(bounds("6.9 k", "es-MX"), Some((6_850, 6_900, 6_950)));
        assert_eq!(parse("15.554 Antworten", "de"), Some(Count::exact(15_554)));
        assert_eq!(bounds("1.2万", "ja"), Some((11_500, 12_000, 12_500)));
        assert_eq!(
            bounds("3억명", "ko"),
            Some((250_000_000, 300_000_000, 350_000_000))
        );
    }

    proptest! {
        #[test]
        fn every_grouped_number_is_read_back(value in 0_u64..1_000_000_000_000, mark in "[,.’ ]") {
            let plain = value.to_string();
            let mut grouped = String::new();
            for (at, digit) in plain.char_indices() {
                if at > 0 && (plain.len() - at) % 3 == 0 {
                    grouped.push_str(&mark);
                }
                grouped.push(digit);
            }
            prop_assert_eq!(parse(&grouped, "fr"), Some(Count::exact(value)));
        }

        #[test]
        fn a_rounded_number_is_within_its_bounds(value in 1_000_u64..999_000, decimals in 0_usize..3) {
            let text = format!("{:.decimals$}K", value as f64 / 1000.0);
            let count = parse(&text, "en").unwrap();
            prop_assert!(count.low <= value && value <= count.high, "{} is not in {:?}", value, count);
        }

        #[test]
        fn a_number_that_was_cut_is_within_its_bounds(value in 1_000_u64..999_000, decimals in 0_u32..3) {
            let unit = 1_000 / 10_u64.pow(decimals);
            let places = decimals as usize;
            let text = format!("{:.places$}K", (value - value % unit) as f64 / 1000.0);
            for rounding in [Rounding::Down, Rounding::Either] {
                let count = super::parse(&text, "en", rounding).unwrap();
                prop_assert!(count.low <= value && value <= count.high, "{} is not in {:?}", value, count);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9٠-٩.,’ KkMmBb():/%a-z\u{a0}-]{0,30}", lang in "[a-z]{0,3}") {
            if let Some(count) = parse(&text, &lang) {
                prop_assert!(count.low <= count.value && count.value <= count.high);
            }
        }
    }
}
