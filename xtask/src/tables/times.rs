//! The words of “three hours ago”, for the languages that the CLDR covers well:
//! all that large sites are translated into.

use super::{Cldr, literal, locales, plain};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The units, by the letter that the table has for them.
const UNITS: [(char, &str); 7] = [
    ('s', "second"),
    ('m', "minute"),
    ('h', "hour"),
    ('d', "day"),
    ('w', "week"),
    ('o', "month"),
    ('y', "year"),
];

/// Languages that no large site is translated into.
const UNUSED: [&str; 6] = ["chr", "dsb", "hsb", "kok", "rm", "shn"];

/// A word that patterns of so many units have in common is none of a unit
/// (“ago”).
const COMMON: usize = 2;

/// Endings of at most so many letters are not written out.
const ENDING: usize = 6;

/// Stands for no unit: the word has two.
const UNCLEAR: char = '?';

/// The unit of every word; a text without digits, such as the Arabic for “two
/// hours ago”, has the large letter and the number before it.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Words {
    units: BTreeMap<String, char>,
    /// The units whose words with endings would fit the name of a month or a
    /// day, too.
    without_endings: BTreeSet<char>,
}

impl Words {
    /// Adds a word, unless it is there for another unit.
    fn add(&mut self, word: &str, unit: char) {
        self.units.entry(word.to_lowercase()).or_insert(unit);
    }

    /// The words of one unit, in order, without those that are found without
    /// what stands after them.
    fn of(&self, unit: char) -> Vec<&str> {
        let all = self.units.iter().filter(|(_, other)| **other == unit);
        let all: BTreeSet<&str> = all.map(|(word, _)| word.as_str()).collect();
        let redundant = |word: &str| {
            let head = word.split_once(' ').map(|(head, _)| head);
            head.is_some_and(|head| all.contains(head)) && !word.contains('0')
        };
        all.iter()
            .filter(|word| !redundant(word))
            .copied()
            .collect()
    }

    /// The units whose words with endings fit something that stands in a date.
    fn like_dates(&self, dates: &Dates) -> BTreeSet<char> {
        let like_dates = |unit: &char| {
            let short = shortened(&self.of(*unit));
            let mut names = dates.0.iter();
            names.any(|name| short.iter().any(|stem| covers(stem, name)))
        };
        UNITS
            .iter()
            .map(|(unit, _)| *unit)
            .filter(like_dates)
            .collect()
    }
}

/// What stands beside numbers in dates: names of months and days, and the signs
/// for a day and a year in some languages.
struct Dates(BTreeSet<String>);

impl Dates {
    fn of(calendar: &Value) -> Self {
        let mut found = BTreeSet::new();
        let mut take = |text: &str| {
            for token in plain(text).to_lowercase().split([' ', '-']) {
                let token = token.trim_matches(|letter| !is_letter(letter) && !joins(letter));
                if !token.is_empty() {
                    found.insert(token.to_owned());
                }
            }
        };
        for names in ["months", "days"] {
            for context in ["format", "stand-alone"] {
                for width in ["wide", "abbreviated"] {
                    let names = calendar[names][context][width].as_object();
                    for (_, name) in names.into_iter().flatten() {
                        take(name.as_str().unwrap_or_default());
                    }
                }
            }
        }
        let formats = &calendar["dateTimeFormats"]["availableFormats"];
        for key in ["d", "y", "M", "Ed", "MMMd", "MMMMd", "yMMM", "yMMMM"] {
            let mut quoted = false;
            let letters = formats[key].as_str().unwrap_or_default().chars();
            let signs: String = letters
                .map(|letter| {
                    quoted ^= letter == '\'';
                    let is_field = letter.is_ascii_alphabetic() && !quoted;
                    if is_field || letter == '\'' {
                        ' '
                    } else {
                        letter
                    }
                })
                .collect();
            take(&signs);
        }
        Self(found)
    }

    /// Whether a number with this word may be a date.
    fn has(&self, word: &str) -> bool {
        let joined = word.ends_with(joins);
        let fits = |name: &String| name == word || joined && name.starts_with(word);
        self.0.iter().any(fits)
    }
}

/// The Rust file.
pub fn table(cldr: &Cldr) -> Result<String> {
    let mut rows: BTreeMap<String, Words> = BTreeMap::new();
    let units: BTreeMap<_, _> = cldr
        .locales("cldr-units-full", "units")?
        .into_iter()
        .collect();
    let coverage = cldr.json("cldr-core/coverageLevels.json")?;
    let coverage = &coverage["effectiveCoverageLevels"];
    for (tag, locale) in cldr.locales("cldr-dates-full", "dateFields")? {
        let language = tag.split('-').next().unwrap_or_default();
        let is_used = coverage[&tag] == "modern" && !UNUSED.contains(&language);
        if !is_used && tag != "und" {
            continue;
        }
        let calendar = format!("cldr-dates-full/main/{tag}/ca-gregorian.json");
        let calendar = cldr.json(&calendar)?;
        let dates = Dates::of(&calendar["main"][&tag]["dates"]["calendars"]["gregorian"]);
        let fields = &locale["dates"]["fields"];
        let mut words = of_fields(fields, &dates).with_context(|| tag.clone())?;
        if let Some(locale) = units.get(&tag) {
            of_units(&mut words, &locale["units"], &dates);
        }
        words.without_endings = words.like_dates(&dates);
        rows.insert(tag.to_lowercase(), words);
    }
    let root = rows.remove("und").context("the root locale")?;
    rows.retain(|_, row| *row != root);
    let mut rows = together(rows);
    locales::with_aliases(cldr, &mut rows)?;
    let rows = locales::without_inherited(rows, |_| false);

    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (tag, words) in rows {
        lines.entry(packed(&words)).or_default().push(tag);
    }
    let lines: Vec<String> = lines
        .iter()
        .map(|(words, tags)| format!("{}|{words}", tags.join(" ")))
        .collect();
    let mut file = String::from(
        "//! Written by `cargo run -p xtask -- tables` from the Unicode CLDR; do not edit.\n\n",
    );
    writeln!(
        file,
        "/// One row of words a line: tags of languages, and after `|` the words. A\n\
         /// letter before words is their unit: seconds, minutes, hours, days, weeks,\n\
         /// m`o`nths, years; a large letter is before texts without digits, with their number.\n\
         /// `0` in a word is where the number stands, when it is not before it; another\n\
         /// digit after a word is how many letters may follow.\n\
         pub const ROWS: &str = {};",
        literal(&lines)
    )?;
    Ok(file)
}

/// One row for all regions of a language, except where a word differs.
fn together(rows: BTreeMap<String, Words>) -> BTreeMap<String, Words> {
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(tag, _)| tag.matches('-').count());
    let mut kept: BTreeMap<String, Words> = BTreeMap::new();
    for (tag, words) in rows {
        let language = tag.split('-').next().unwrap_or(&tag);
        let Some(wider) = kept.get_mut(language) else {
            kept.insert(tag, words);
            continue;
        };
        let differs = |(word, unit): (&String, &char)| {
            wider.units.get(word).is_some_and(|other| other != unit)
        };
        if words.units.iter().any(differs) {
            kept.insert(tag, words);
        } else {
            wider.units.extend(words.units);
            wider.without_endings.extend(words.without_endings);
        }
    }
    kept
}

/// The words of patterns such as `{0} hours ago`.
fn of_fields(fields: &Value, dates: &Dates) -> Result<Words> {
    let mut patterns = Vec::new();
    for (unit, name) in UNITS {
        for width in ["", "-short", "-narrow"] {
            let past = &fields[format!("{name}{width}")]["relativeTime-type-past"];
            for (count, pattern) in past.as_object().context("no patterns")? {
                let pattern = plain(pattern.as_str().context("no pattern")?);
                patterns.push((unit, count.clone(), pattern.to_lowercase()));
            }
        }
    }
    let mut used: BTreeMap<&str, BTreeSet<char>> = BTreeMap::new();
    for (unit, _, pattern) in &patterns {
        for token in tokens(pattern) {
            used.entry(token).or_default().insert(*unit);
        }
    }
    let is_common = |token: &str| {
        used.get(token).is_some_and(|units| units.len() >= COMMON)
            || !token.contains(char::is_alphabetic)
    };
    let mut words = Words::default();
    for (unit, count, pattern) in &patterns {
        let Some((before, after)) = pattern.split_once("{0}") else {
            let number = if count.ends_with("two") { '2' } else { '1' };
            words.add(&format!("{number}{pattern}"), unit.to_ascii_uppercase());
            continue;
        };
        let own = |side| {
            let own: Vec<&str> = tokens(side).filter(|token| !is_common(token)).collect();
            own.join(" ")
        };
        let word = match (own(before), own(after)) {
            (before, after) if after.is_empty() && !before.is_empty() => format!("{before}0"),
            // With "ago" it is clear that this is no date.
            (_, word) if dates.has(&plain(&word)) => {
                match (before.trim_matches([' ', '-', '\u{2212}']), after.trim()) {
                    ("", after) => after.to_owned(),
                    (before, after) => format!("{before}0{after}"),
                }
            }
            (_, word) => word,
        };
        if !word.is_empty() {
            words.add(plain(&word).as_str(), *unit);
        }
    }
    // What all have in common is no unit anyway.
    for (token, units) in &used {
        if (COMMON..UNITS.len() - 2).contains(&units.len()) {
            words.add(&plain(token), UNCLEAR);
        }
    }
    Ok(words)
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '(', ')'])
        .map(|token| token.trim_matches(['-', '\u{2212}']))
        .filter(|token| !token.is_empty() && *token != "{0}")
}

/// Adds the words of patterns such as `{0} hrs`. Where one of them stands for
/// two units it is none.
fn of_units(words: &mut Words, units: &Value, dates: &Dates) {
    let mut found: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for (unit, name) in UNITS {
        for width in ["long", "short", "narrow"] {
            let patterns = units[width][format!("duration-{name}")].as_object();
            let plurals = patterns.into_iter().flatten();
            for (_, pattern) in plurals.filter(|(key, _)| key.starts_with("unitPattern-count")) {
                let pattern = plain(pattern.as_str().unwrap_or_default()).to_lowercase();
                let Some((before, after)) = pattern.split_once("{0}") else {
                    continue;
                };
                let word = match (before.trim(), after.trim()) {
                    ("", after) => after.to_owned(),
                    (before, after) => format!("{before}0{after}"),
                };
                found.entry(word).or_default().insert(unit);
            }
        }
    }
    for (word, units) in found {
        if dates.has(&word) {
            continue;
        }
        let known = words.units.get(&word).copied();
        let unit = match (units.first(), units.len()) {
            (Some(unit), 1) => *unit,
            // Sites write `m` for minutes; months are never as short there.
            _ if word == "m" && known.is_none() && units.contains(&'m') => 'm',
            _ => UNCLEAR,
        };
        if known.is_none() || known != Some(unit) && known != Some('m') {
            let unit = if known.is_none() { unit } else { UNCLEAR };
            words.units.insert(word, unit);
        }
    }
}

/// The row as text: units in order, words with few endings put together.
fn packed(words: &Words) -> String {
    let units: BTreeSet<char> = words.units.values().copied().collect();
    let groups: Vec<String> = units
        .into_iter()
        .filter(|unit| *unit != UNCLEAR)
        .map(|unit| {
            let own = words.of(unit);
            let clear = |stem: &String| {
                let mut all = words.units.iter();
                all.all(|(word, other)| *other == unit || !covers(stem, word))
            };
            let mut short = shortened(&own);
            if words.without_endings.contains(&unit) || !short.iter().all(clear) {
                short = own.into_iter().map(str::to_owned).collect();
            }
            format!("{unit}{}", short.join(","))
        })
        .collect();
    groups.join(";")
}

/// Whether a word of the table, with its endings, fits this word.
fn covers(stem: &str, word: &str) -> bool {
    let letters = stem.trim_end_matches(|last: char| ('1'..='9').contains(&last));
    let most = stem[letters.len()..].parse().unwrap_or(0);
    word.strip_prefix(letters)
        .is_some_and(|rest| rest.chars().count() <= most && rest.chars().all(is_letter))
}

/// Words in order, those that differ in a short ending put together.
fn shortened(words: &[&str]) -> Vec<String> {
    let mut short: Vec<String> = Vec::new();
    let mut left = words.iter().copied().peekable();
    while let Some(first) = left.next() {
        let plain = |word: &str| word.chars().all(is_letter);
        if first.ends_with(joins) {
            // What follows makes no difference in such writing.
            while left.next_if(|next| next.starts_with(first)).is_some() {}
            short.push(first.to_owned());
            continue;
        }
        if !plain(first) {
            short.push(first.to_owned());
            continue;
        }
        let mut stem = first;
        let mut longest = first.chars().count();
        while let Some(next) = left.peek() {
            let shared = shared(stem, next);
            let count = next.chars().count().max(longest);
            let letters = shared.chars().count();
            if !plain(next) || letters < 2 || count - letters > ENDING {
                break;
            }
            (stem, longest) = (shared, count);
            left.next();
        }
        let ending = longest - stem.chars().count();
        short.push(if ending == 0 {
            stem.to_owned()
        } else {
            format!("{stem}{ending}")
        });
    }
    short
}

/// What two words have in common at their start.
fn shared<'w>(one: &'w str, other: &str) -> &'w str {
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other);
    &one[..same.map(|(letter, _)| letter.len_utf8()).sum()]
}

/// As `is_letter` in `src/read/lookup.rs`: letters and the signs that belong to
/// them.
fn is_letter(letter: char) -> bool {
    let is_sign = matches!(letter, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}'
        | '\u{971}'..='\u{dff}' | '\u{200c}' | '\u{200d}');
    letter.is_alphabetic() || is_sign && !letter.is_numeric()
}

/// As `joins` in `src/read/lookup.rs`: writing without spaces between words.
const fn joins(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}')
}
