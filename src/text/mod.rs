//! A text cut up: words, sentences, language. Knows nothing of posts.
//!
//! In: a string as a person reads it. Out: [`Text`], tokens folded so that
//! tables can be compared with them (lower case, no accents, one kind of
//! apostrophe), each with its place in the original and its sentence.
//!
//! Words are cut at spaces and punctuation, hyphens included, which is right
//! for the languages that Rapport reads. A crate for Unicode segmentation
//! would bring its tables into the page for languages whose texts are not
//! read anyway; of those only a rough count of words is needed.

mod cut;
mod fold;
mod language;
pub mod phrases;
pub mod stopwords;

pub use fold::{
    as_letter, fold, fold_letter, is_apostrophe, is_emoji, is_letter, is_mark, is_unspaced,
};
pub use language::language;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// What of a text is read at most, in bytes. Longer ones are cut at the last
/// whole character before. About 1 700 English words; no site's post that is
/// part of a conversation is longer, and what comes later changes no reading.
pub const MAX_BYTES: usize = 10_000;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or number.
    Word,
    /// An address.
    Link,
    /// `@someone`.
    Handle,
    /// `#something`.
    Hashtag,
}

/// A piece of text between spaces or punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// Index of its sentence.
    pub sentence: usize,
    /// It stands in quotation marks, or in a line quoted with `>`.
    pub quoted: bool,
    /// Punctuation stands between it and the token before.
    pub after_break: bool,
    folded: Range<usize>,
}

/// What stands between two ends of sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens; never empty.
    pub tokens: Range<usize>,
    /// Where it stands in the text, in bytes, its end mark included.
    pub span: Range<usize>,
    /// It ends with a question mark.
    pub question: bool,
}

/// A text cut into tokens and sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<'a> {
    raw: &'a str,
    folded: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    emoji: usize,
}

impl<'a> Text<'a> {
    /// Cuts up the first [`MAX_BYTES`] of a text. Linear in what is read.
    pub fn new(text: &'a str) -> Self {
        let mut end = text.len().min(MAX_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        cut::cut(&text[..end])
    }

    /// The part of the text that is read.
    pub const fn raw(&self) -> &'a str {
        self.raw
    }

    /// All tokens in reading order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences in reading order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// A token as tables see it. Links are empty.
    pub fn folded(&self, token: &Token) -> &str {
        &self.folded[token.folded.clone()]
    }

    /// A token as it stands in the text.
    pub fn original(&self, token: &Token) -> &'a str {
        &self.raw[token.span.clone()]
    }

    /// How many emoji it has.
    pub const fn emoji(&self) -> usize {
        self.emoji
    }

    /// How many words it has; handles, hashtags and links are none. Where a
    /// script has no spaces, two characters are taken for a word.
    pub fn words(&self) -> usize {
        self.tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| {
                let unspaced = self
                    .original(token)
                    .chars()
                    .filter(|letter| fold::is_unspaced(*letter))
                    .count();
                (unspaced / 2).max(1)
            })
            .sum()
    }

    /// Equal for texts that differ in case, accents, spacing, punctuation and
    /// emoji only; `None` where nothing else is there.
    pub fn fingerprint(&self) -> Option<u64> {
        if self.tokens.is_empty() {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        for token in &self.tokens {
            match token.kind {
                TokenKind::Link => self.original(token).hash(&mut hasher),
                _ => self.folded(token).hash(&mut hasher),
            }
        }
        Some(hasher.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        let text = Text::new(text);
        text.tokens()
            .iter()
            .map(|token| text.folded(token).to_owned())
            .collect()
    }

    #[test]
    fn words_are_folded_to_what_tables_hold() {
        assert_eq!(
            folded("Qu’est-ce que ÇA, l'œuvre d’Élise ? e\u{301}te\u{301}"),
            ["qu'est", "ce", "que", "ca", "l'oeuvre", "d'elise", "ete"]
        );
    }

    #[test]
    fn links_handles_and_hashtags_are_no_words() {
        let text = Text::new("@ada.example look (https://a.example/x?y=1) #Rust 👍🏽 www.b.example");
        let kinds: Vec<_> = text.tokens().iter().map(|token| token.kind).collect();
        assert_eq!(
            kinds,
            [
                TokenKind::Handle,
                TokenKind::Word,
                TokenKind::Link,
                TokenKind::Hashtag,
                TokenKind::Link
            ]
        );
        assert_eq!(text.words(), 1);
        assert_eq!(text.emoji(), 1);
    }

    #[test]
    fn sentences_end_at_marks_and_lines_but_not_inside_numbers_or_titles() {
        let text = Text::new("Dr. Who paid 3.50 for it. Really?! Yes\nAnd you ?");
        let seen: Vec<_> = text
            .sentences()
            .iter()
            .map(|sentence| (&text.raw()[sentence.span.clone()], sentence.question))
            .collect();
        assert_eq!(
            seen,
            [
                ("Dr. Who paid 3.50 for it.", false),
                ("Really?!", true),
                ("Yes", false),
                ("And you ?", true)
            ]
        );
    }

    #[test]
    fn french_spacing_before_the_mark_belongs_to_the_question() {
        for space in ["", " ", "\u{a0}", "\u{202f}"] {
            let question = format!("Qu’en pensez-vous{space}? Merci.");
            let text = Text::new(&question);
            assert_eq!(text.sentences().len(), 2);
            assert!(text.sentences()[0].question);
            assert!(!text.sentences()[1].question);
        }
    }

    #[test]
    fn quoted_words_are_marked() {
        let text =
            Text::new("> you idiot\nHe said “you fool” and «quel con» to me, don't 5'10\" me");
        let quoted: Vec<_> = text
            .tokens()
            .iter()
            .filter(|token| token.quoted)
            .map(|token| text.folded(token))
            .collect();
        assert_eq!(quoted, ["you", "idiot", "you", "fool", "quel", "con"]);
    }

    #[test]
    fn equal_but_for_decoration_is_a_duplicate() {
        let print = |text: &str| Text::new(text).fingerprint();
        assert_eq!(print("So TRUE!!! 🎉"), print("so true"));
        assert_ne!(print("so true"), print("not so true"));
        assert_ne!(print("https://a.example"), print("https://b.example"));
        assert_eq!(print("🎉 … !"), None);
    }

    #[test]
    fn a_script_without_spaces_still_has_words() {
        assert!(Text::new("今日はとても楽しかったです").words() >= 5);
        assert_eq!(Text::new("好").words(), 1);
    }

    #[test]
    fn a_very_long_text_is_cut_at_a_whole_character() {
        let long = "é".repeat(1_000_000);
        assert_eq!(Text::new(&long).raw().len(), MAX_BYTES);
        let odd = format!("a{long}");
        assert_eq!(Text::new(&odd).raw().len(), MAX_BYTES - 1);
    }

    proptest! {
        #[test]
        fn any_text_is_cut_without_panic_and_in_order(text in "\\PC{0,200}|[a-z@#\"«».?!>\n’' 👍é\u{301}]{0,200}") {
            let text = Text::new(&text);
            let mut end = 0;
            for token in text.tokens() {
                prop_assert!(token.span.start >= end && token.span.end > token.span.start);
                end = token.span.end;
            }
            let mut next = 0;
            for (index, sentence) in text.sentences().iter().enumerate() {
                prop_assert_eq!(sentence.tokens.start, next);
                prop_assert!(!sentence.tokens.is_empty());
                next = sentence.tokens.end;
                prop_assert!(text.tokens()[sentence.tokens.clone()].iter().all(|token| token.sentence == index));
                prop_assert!(text.raw().get(sentence.span.clone()).is_some());
            }
            prop_assert_eq!(next, text.tokens().len());
        }
    }
}
