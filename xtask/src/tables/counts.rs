//! The words that shorten numbers.

use super::{Cldr, literal, locales, plain};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Numbers of more digits than this are no counts; what only they have (a
/// trillion) is left out.
const MOST_DIGITS: usize = 11;

/// What a word multiplies a number by, as an exponent of ten; `None` when the
/// language uses it for several.
type Words = BTreeMap<String, Option<usize>>;

/// How one language writes numbers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    /// A comma is the decimal mark, not a stop.
    comma: bool,
    words: Words,
}

/// The Rust file.
pub fn table(cldr: &Cldr) -> Result<String> {
    let mut rows = BTreeMap::new();
    for (tag, locale) in cldr.locales("cldr-numbers-full", "numbers")? {
        let row = row(&locale["numbers"]).with_context(|| tag.clone())?;
        rows.insert(tag.to_lowercase(), row);
    }
    locales::with_aliases(cldr, &mut rows)?;
    let root = rows.remove("und").context("the root locale")?.words;
    let rows = locales::without_inherited(rows, |row| row.words == root);

    let mut lines: BTreeMap<Words, [Vec<String>; 2]> = BTreeMap::new();
    for (tag, row) in rows {
        let tags = lines.entry(row.words).or_default();
        tags[usize::from(row.comma)].push(tag);
    }
    let lines: Vec<String> = lines
        .iter()
        .map(|(words, tags)| line(words, tags))
        .collect();

    let mut file = String::from(
        "//! Written by `cargo run -p xtask -- tables` from the Unicode CLDR; do not edit.\n\n",
    );
    let zeros: Vec<String> = zeros(cldr)?
        .into_iter()
        .map(|zero| format!("'\\u{{{:x}}}'", u32::from(zero)))
        .collect();
    writeln!(
        file,
        "/// The digit zero of every script, in order; nine follow each.\n\
         #[rustfmt::skip]\n\
         pub const ZEROS: &[char] = &[{}];\n",
        zeros.join(", ")
    )?;
    writeln!(
        file,
        "/// One row of words a line: tags of languages whose decimal mark is a stop,\n\
         /// `;`, those whose mark is a comma, and after `|` the words. A digit before\n\
         /// words is the power of ten that they stand for; `0` in a word is where the\n\
         /// number stands, when it is not before it.\n\
         pub const ROWS: &str = {};\n",
        literal(&lines)
    )?;
    writeln!(
        file,
        "/// The words of a language that has no row.\npub const ROOT: &str = \"{}\";",
        packed(&root)
    )?;
    Ok(file)
}

fn row(numbers: &Value) -> Result<Row> {
    let system = numbers["defaultNumberingSystem"].as_str();
    let symbols = format!("symbols-numberSystem-{}", system.unwrap_or("latn"));
    let decimal = numbers[symbols]["decimal"].as_str();
    let decimal = decimal.context("no decimal mark")?;
    // The Arabic mark stands for nothing else in any language.
    ensure!([".", ",", "٫"].contains(&decimal), "decimal mark {decimal}");
    let mut words = Words::new();
    for (key, value) in numbers.as_object().context("no numbers")? {
        if !key.starts_with("decimalFormats-") {
            continue;
        }
        for form in ["short", "long"] {
            let patterns = value[form]["decimalFormat"].as_object();
            for (power, pattern) in patterns.context("no compact forms")? {
                let digits = power.split('-').next().unwrap_or_default().len();
                let pattern = pattern.as_str().context("no pattern")?;
                if digits <= MOST_DIGITS {
                    add(&mut words, digits, pattern);
                }
            }
        }
    }
    Ok(Row {
        comma: decimal == ",",
        words,
    })
}

/// Adds the word of a pattern such as `00 million` for numbers of `digits`
/// digits.
fn add(words: &mut Words, digits: usize, pattern: &str) {
    // What follows a semicolon is for negative numbers.
    let pattern = plain(pattern.split(';').next().unwrap_or_default());
    let shown = pattern.matches('0').count();
    let Some((before, after)) = pattern.split_once(&"0".repeat(shown)) else {
        return;
    };
    let (before, after) = (before.trim(), after.trim());
    let word = match (before, after) {
        ("", "") => return,
        ("", after) => after.to_owned(),
        (before, after) => format!("{before}0{after}"),
    };
    // A pattern without a zero is a word for the number ("mille").
    let Some(power) = digits.checked_sub(shown).filter(|_| shown > 0) else {
        return;
    };
    words
        .entry(word)
        .and_modify(|other| {
            if *other != Some(power) {
                *other = None;
            }
        })
        .or_insert(Some(power));
}

fn line(words: &Words, tags: &[Vec<String>; 2]) -> String {
    format!(
        "{};{}|{}",
        tags[0].join(" "),
        tags[1].join(" "),
        packed(words)
    )
}

/// Words by power, in small letters unless large ones mean something else.
fn packed(words: &Words) -> String {
    let mut powers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (word, power) in words {
        let small = word.to_lowercase();
        let alike = words
            .iter()
            .filter(|(other, _)| other.to_lowercase() == small);
        let clear = alike.into_iter().all(|(_, other)| other == power);
        let power = power.map_or_else(|| "?".to_owned(), |power| format!("{power:x}"));
        let word = if clear { small } else { word.clone() };
        powers.entry(power).or_default().insert(word);
    }
    let mut packed = Vec::new();
    for (power, words) in powers {
        let words: Vec<_> = words.into_iter().collect();
        packed.push(format!("{power}{}", words.join(",")));
    }
    packed.join(";")
}

/// The zeros of all scripts that count in tens with letters in a row.
fn zeros(cldr: &Cldr) -> Result<BTreeSet<char>> {
    let systems = cldr.supplemental("numberingSystems")?;
    let systems = systems["numberingSystems"].as_object().cloned();
    let digits = systems
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(_, system)| {
            let digits: Vec<char> = system["_digits"].as_str()?.chars().collect();
            let zero = *digits.first()?;
            let in_a_row = (u32::from(zero)..)
                .zip(&digits)
                .all(|(code, digit)| code == u32::from(*digit));
            (in_a_row && digits.len() == 10).then_some(zero)
        });
    Ok(digits.collect())
}
