//! How the extension's own pages speak to this person: their language, and
//! their way to write numbers.

#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod intl;

use crate::post::Count;
use crate::words::{Language, Word};

/// How numbers are written for this person; the browser knows.
pub trait Figures {
    /// A whole number in full: `1,234`.
    fn whole(&self, number: u64) -> String;
    /// A number in as few characters as it takes: `1.2K`.
    fn short(&self, number: u64) -> String;
    /// Day and time of a moment in milliseconds since 1970 UTC, where the
    /// person is; `now` decides whether the day needs to be told.
    fn moment(&self, at: f64, now: f64) -> String;
    /// A day (days since 1 January 1970) without its year: `16 Nov`.
    fn day(&self, day: i32) -> String;
    /// A number with one decimal at most: `2.5`.
    fn tenths(&self, number: f64) -> String;
}

/// How a page of the extension speaks to this person.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// Language of the texts.
    pub language: Language,
    /// Form of the numbers.
    pub figures: &'a dyn Figures,
}

impl Voice<'_> {
    /// A text as it stands.
    pub fn say(&self, word: Word) -> &'static str {
        self.language.text(word)
    }

    /// So many of something, in the singular or plural.
    pub fn count(&self, count: usize, one: Word, other: Word) -> String {
        self.number(count as u64, one, other)
    }

    /// A share of 0 to 1 as whole percent.
    pub fn percent(&self, share: f64) -> String {
        // A float that does not fit is cut to the nearest that does.
        let number = self.figures.whole((share * 100.0).round() as u64);
        self.language.fill(Word::Percent, &[("number", &number)])
    }

    /// A mean: with one decimal as long as that tells something.
    pub fn mean(&self, mean: f64) -> String {
        if mean < 10.0 {
            self.figures.tenths(mean)
        } else {
            self.figures.whole(mean.round() as u64)
        }
    }

    /// Likes in words.
    pub fn likes(&self, likes: Count) -> String {
        self.number(likes.value, Word::BadgeLikesOne, Word::BadgeLikesOther)
    }

    /// Replies in words.
    pub fn replies(&self, replies: Count) -> String {
        self.number(
            replies.value,
            Word::PopupRepliesOne,
            Word::PopupRepliesOther,
        )
    }

    fn number(&self, count: u64, one: Word, other: Word) -> String {
        let written = self.figures.whole(count);
        self.language.fill(
            self.language.plural(count, one, other),
            &[("count", &written)],
        )
    }
}

/// How the tests of the pages speak: English, numbers as they are.
#[cfg(test)]
pub(crate) mod plain {
    use super::{Figures, Voice};
    use crate::words::Language;

    struct Plain;

    impl Figures for Plain {
        fn whole(&self, number: u64) -> String {
            number.to_string()
        }
        fn short(&self, number: u64) -> String {
            number.to_string()
        }
        fn moment(&self, at: f64, _: f64) -> String {
            at.to_string()
        }
        fn day(&self, day: i32) -> String {
            format!("day {day}")
        }
        fn tenths(&self, number: f64) -> String {
            ((number * 10.0).round() / 10.0).to_string()
        }
    }

    pub const VOICE: Voice<'static> = Voice {
        language: Language::En,
        figures: &Plain,
    };
}
