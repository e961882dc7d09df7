//! The words that shorten numbers, looked up by language.

use super::table::{ROOT, ROWS};
use super::{Numbers, sites};

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
        let wider = self::row(ROWS, language).map_or("", |(words, _)| words);
        Self {
            words: [
                own,
                row.map_or(ROOT, |(words, _)| words),
                wider,
                other,
                UNIVERSAL,
            ],
            comma: row.map(|(_, comma)| comma),
        }
    }

    /// What stands before and after a number.
    pub fn fit(&self, before: &str, after: &str) -> Beside {
        let before = before.trim_end();
        let spaced = after.trim_start_matches(' ');
        for words in self.words {
            if let Some((word, power)) = longest(words, before, spaced) {
                return Beside {
                    what: power.map_or(Found::Unclear, Found::Power),
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

/// The words and whether a comma is the decimal mark: of the language's line,
/// or that of the tag without its last parts.
fn row(rows: &'static str, lang: &str) -> Option<(&'static str, bool)> {
    const LONGEST: usize = 20;
    let mut tag = lang.get(..lang.len().min(LONGEST))?;
    loop {
        for line in rows.lines() {
            let (tags, words) = line.split_once('|')?;
            let (stop, comma) = tags.split_once(';')?;
            for (tags, comma) in [(stop, false), (comma, true)] {
                if tags.split(' ').any(|one| is_tag(one, tag)) {
                    return Some((words, comma));
                }
            }
        }
        tag = &tag[..tag.rfind(['-', '_'])?];
    }
}

/// Whether two tags are the same; the second may have large letters and `_`.
fn is_tag(tag: &str, other: &str) -> bool {
    let other = other.bytes().map(|letter| match letter {
        b'_' => b'-',
        letter => letter.to_ascii_lowercase(),
    });
    tag.bytes().eq(other)
}

/// The longest of the words that stands around a number, with its power of
/// ten; `None` as power is one that the language uses for several.
fn longest(packed: &'static str, before: &str, after: &str) -> Option<(&'static str, Option<u32>)> {
    let mut best = None;
    for group in packed.split(';') {
        let mut letters = group.chars();
        let power = letters.next().and_then(|power| power.to_digit(16));
        for word in letters.as_str().split(',') {
            let Some(exact) = fits(word, before, after) else {
                continue;
            };
            let rank = (word.len(), exact);
            if best.is_none_or(|(other, _, _)| other < rank) {
                best = Some((rank, word, power));
            }
        }
    }
    best.map(|(_, word, power)| (word, power))
}

/// Whether a word of the table stands around a number: `Some(true)` to the
/// letter, `Some(false)` but for large letters.
fn fits(word: &str, before: &str, after: &str) -> Option<bool> {
    let (head, tail) = word.split_once('0').unwrap_or(("", word));
    if head.is_empty() && tail.is_empty() {
        return None;
    }
    let mut exact = true;
    let mut rest = before.chars().rev();
    for letter in head.chars().rev() {
        exact &= same(letter, rest.next()?)?;
    }
    let apart = |inner: Option<char>, outer: Option<char>| {
        inner.is_none_or(joins) || !outer.is_some_and(char::is_alphabetic)
    };
    if !apart(head.chars().next(), rest.next()) {
        return None;
    }
    let mut rest = after.chars();
    for letter in tail.chars() {
        exact &= same(letter, rest.next()?)?;
    }
    apart(tail.chars().next_back(), rest.next()).then_some(exact)
}

/// Whether a letter of a text is this small one: `Some(true)` itself,
/// `Some(false)` its large form.
fn same(small: char, letter: char) -> Option<bool> {
    if small == letter {
        return Some(true);
    }
    letter.to_lowercase().eq([small]).then_some(false)
}

/// Whether the letter is of a script without spaces between words (Thai, Lao,
/// Tibetan, Burmese, Khmer, Chinese, Japanese; and Korean, whose counters cling
/// to numbers).
pub const fn joins(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}
