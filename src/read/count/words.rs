//! The words that shorten numbers, looked up by language.

use super::table::{ROOT, ROWS};
use super::{Numbers, sites};
use crate::read::lookup::{joins, longest, row};

/// Understood in every language that does not use them otherwise. What
/// counts beyond what is known here makes a number's value unknown.
const UNIVERSAL: &str = "3k,千,천;4万,萬,만;8億,亿,억;?兆,京,百,조,경,백";

/// A word of so many letters that is not known in this language may be a short
/// form all the same.
const SHORT: usize = 4;

/// How a language writes numbers.
pub struct Language {
    /// Words, those that count first; each as the table packs them.
    words: [&'static str; 5],
    /// Whether a comma is its decimal mark; `None` when it is not in the table.
    pub comma: Option<bool>,
}

/// What stands beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing that changes its value.
    Nothing,
    /// A word that multiplies it by this power of ten.
    Power(u32),
    /// Something that makes its value unknown.
    Unclear,
}

/// What stands beside a number, and whether it stands before it.
pub struct Beside {
    pub what: Found,
    pub has_prefix: bool,
}

impl Language {
    /// The language of a tag, as this site writes its numbers.
    pub fn find(lang: &str, numbers: Numbers) -> Self {
        let lang = if lang.is_empty() { "en" } else { lang };
        let (own, other) = match numbers {
            Numbers::Mastodon => (
                row(sites::MASTODON, lang).map_or("", |(words, _)| words),
                sites::ENGLISH,
            ),
            Numbers::Language | Numbers::English => ("", ""),
        };
        let row = row(ROWS, lang);
        // Many sites have one translation for all regions of a language.
        let (language, _) = lang.split_once(['-', '_']).unwrap_or((lang, ""));
        let wider = crate::read::lookup::row(ROWS, language).map_or("", |(words, _)| words);
        Self {
            words: [
                own,
                row.map_or(ROOT, |(words, _)| words),
                wider,
                other,
                UNIVERSAL,
            ],
            comma: row.map(|(_, list)| list == 1),
        }
    }

    /// What stands before and after a number.
    pub fn fit(&self, before: &str, after: &str) -> Beside {
        let before = before.trim_end();
        let spaced = after.trim_start_matches(' ');
        for words in self.words {
            if let Some((word, power)) = longest(words, before, spaced) {
                return Beside {
                    what: power.to_digit(16).map_or(Found::Unclear, Found::Power),
                    has_prefix: word.contains('0'),
                };
            }
        }
        let clings = spaced.len() == after.len();
        Beside {
            what: if self.is_unclear(spaced, clings) {
                Found::Unclear
            } else {
                Found::Nothing
            },
            has_prefix: false,
        }
    }

    /// Whether a word after a number, which this language does not have, may
    /// change the number's value: it clings to it, or another language has it.
    fn is_unclear(&self, after: &str, clings: bool) -> bool {
        // "J’aime" is no "J".
        let is_part = |letter: &char| letter.is_alphabetic() || matches!(letter, '\'' | '’');
        let letters = after.chars().take_while(is_part);
        let Some(first) = letters.clone().next() else {
            return false;
        };
        // Writing without spaces between words goes on at once ("5件").
        if joins(first) {
            return false;
        }
        if clings {
            return true;
        }
        if letters.clone().count() > SHORT {
            return false;
        }
        let mut rows = ROWS.lines().filter_map(|line| line.split_once('|'));
        self.comma.is_none() || rows.any(|(_, words)| longest(words, "", after).is_some())
    }
}
