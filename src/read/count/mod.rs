//! Numbers as sites write them, with the precision that they have.
//!
//! The words that shorten numbers stand per language, because `B` is a
//! milliard in English and a thousand in Turkish. They come from the Unicode
//! CLDR (`table`, which the build tool writes) and, for sites that have words
//! of their own, from `sites`.

mod number;
mod sites;
mod table;
#[cfg(test)]
mod tests;
mod words;

use super::lookup::{clean, joins};
use crate::post::Count;
use number::Written;
pub(super) use number::digit;
use words::{Found, Language};

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

/// Whose words a site shortens numbers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbers {
    /// Those of the page's language, as the CLDR and browsers have them.
    #[default]
    Language,
    /// `1.2K`, `3M`, `1B` in every language.
    English,
    /// Mastodon's translations have their own; where they have none, those of
    /// the language or, where nothing is translated, the English ones.
    Mastodon,
}

/// What is looked at before and after the start of a number, in letters:
/// more than the longest number with its word.
const WINDOW: (usize, usize) = (40, 80);

/// [`parse_as`] for sites that write numbers as the language does.
pub fn parse(text: &str, lang: &str, rounding: Rounding) -> Option<Count> {
    parse_as(text, lang, rounding, Numbers::Language)
}

/// The first number in a text: `532`, `15,554 likes`, `Reply (532 replies)`,
/// `1.2K`, `1,2 k`, `elfu 1.2`, `١٫٢ ألف`.
///
/// `lang` is the language of the site's own words (a BCP 47 tag; empty is
/// English), `rounding` how the site shortens numbers, `numbers` with whose
/// words. `None` when there is no number, when it is part of something else (a
/// word, a date, a time, a percentage), when it says “or more” (`99+`), and
/// when what stands beside it may be a word that is not known here. A word for
/// a trillion or more is not: no post counts that far.
pub fn parse_as(text: &str, lang: &str, rounding: Rounding, numbers: Numbers) -> Option<Count> {
    let start = text.find(|letter| digit(letter).is_some())?;
    let mut before = clean(text[..start].chars().rev().take(WINDOW.0));
    before = before.chars().rev().collect();
    let after = clean(text[start..].chars().take(WINDOW.1));

    let number = Written::scan(&after);
    let rest = &after[number.length..];
    if rest.starts_with([':', '/', '%', '-']) {
        return None;
    }
    let word_end = rest
        .trim_start_matches(' ')
        .trim_start_matches(char::is_alphabetic);
    if word_end.starts_with('+') {
        return None;
    }
    // Digits that go on after a space are groups of a kind not known here.
    if rest.starts_with(' ') && rest[1..].starts_with(|letter| digit(letter).is_some()) {
        return None;
    }
    if !before.ends_with(char::is_alphanumeric) && plain_end(rest) && before.trim().is_empty() {
        return number.whole();
    }
    let lang = match numbers {
        Numbers::English => "en",
        _ => lang,
    };
    let language = Language::find(lang, numbers);
    let found = language.fit(&before, rest);
    let clings_before = before
        .chars()
        .next_back()
        .is_some_and(|letter| letter.is_alphanumeric() && !joins(letter));
    if before.ends_with(['-', '−', '/', '.', ',']) || clings_before && !found.has_prefix {
        return None;
    }
    match found.what {
        Found::Nothing => number.whole(),
        Found::Unclear => None,
        Found::Power(power) => number.short(power, language.comma, rounding),
    }
}

/// Whether nothing that could be a word follows.
fn plain_end(rest: &str) -> bool {
    !rest.chars().any(char::is_alphabetic)
}
