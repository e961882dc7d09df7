//! The words of a post that a prompt takes up.
//!
//! After RAKE (Rose et al. 2010, "Automatic keyword extraction from individual
//! documents"): what stands between stop words and punctuation is a candidate;
//! a word is worth the mean length of the candidates that hold it, and a
//! candidate the sum of its words.

use super::stopwords;
use crate::text::{Text, TokenKind};
use crate::words::Language;
use std::collections::HashMap;
use std::ops::Range;

/// The most words of a phrase; longer candidates are no quotable phrase.
const MAX_WORDS: usize = 5;

/// The most characters of a phrase.
const MAX_LETTERS: usize = 48;

/// A single word must have so many letters to say enough alone.
const LEAST_ALONE: usize = 5;

/// What each word of a phrase after this one adds to its worth is nothing:
/// RAKE alone prefers the longest list of adjectives.
const WORTH_WORDS: usize = 3;

/// The phrase of a text that says most about it, as it stands there: whole
/// words, no links, handles or hashtags, nothing quoted. `within` limits it to
/// some tokens.
pub(super) fn key_phrase(
    text: &Text<'_>,
    language: Language,
    within: Option<Range<usize>>,
) -> Option<String> {
    let candidates = candidates(text, language);
    let mut seen: HashMap<&str, (usize, usize)> = HashMap::new();
    for candidate in &candidates {
        for token in &text.tokens()[candidate.clone()] {
            let (times, together) = seen.entry(text.folded(token)).or_default();
            *times += 1;
            *together += candidate.len();
        }
    }
    let worth = |candidate: &Range<usize>| -> f32 {
        text.tokens()[candidate.clone()]
            .iter()
            .take(WORTH_WORDS)
            .filter_map(|token| seen.get(text.folded(token)))
            .map(|(times, together)| *together as f32 / *times as f32)
            .sum()
    };
    let mut best: Option<(f32, &str)> = None;
    for candidate in &candidates {
        let inside = within
            .as_ref()
            .is_none_or(|range| range.start <= candidate.start && candidate.end <= range.end);
        let Some(phrase) = quotable(text, candidate).filter(|_| inside) else {
            continue;
        };
        let worth = worth(candidate);
        if best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, phrase));
        }
    }
    best.map(|(_, phrase)| phrase.to_owned())
}

/// The longest runs of content words.
fn candidates(text: &Text<'_>, language: Language) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, token) in text.tokens().iter().enumerate() {
        let content = token.kind == TokenKind::Word
            && !token.quoted
            && !stopwords::is_stop(text.folded(token), language);
        let goes_on =
            start < at && !token.after_break && text.tokens()[start].sentence == token.sentence;
        if start < at && !(content && goes_on) {
            found.push(start..at);
            start = at;
        }
        if !content {
            start = at + 1;
        }
    }
    if start < text.tokens().len() {
        found.push(start..text.tokens().len());
    }
    found
}

/// A candidate as it stands in the text, if it can be quoted so.
fn quotable<'t>(text: &Text<'t>, candidate: &Range<usize>) -> Option<&'t str> {
    let tokens = &text.tokens()[candidate.clone()];
    let (first, last) = (tokens.first()?, tokens.last()?);
    let elided = elision(text.original(first));
    let (start, end) = (first.span.start + elided, last.span.end);
    let phrase = text.raw().get(start..end)?;
    let letters = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count();
    let longest = tokens
        .iter()
        .map(|token| letters(text.original(token)))
        .max()?;
    let alone = tokens.len() == 1;
    let fits = tokens.len() <= MAX_WORDS
        && phrase.chars().count() <= MAX_LETTERS
        && longest >= if alone { LEAST_ALONE + elided } else { 4 };
    let cut = glued(text.raw()[..start].chars().next_back()) && elided == 0
        || glued(text.raw()[end..].chars().next());
    (fits && !cut).then_some(phrase)
}

/// How many bytes of a French word are an elided small word (`l’`, `qu’`).
fn elision(word: &str) -> usize {
    word.char_indices()
        .take(3)
        .find(|(_, letter)| crate::text::is_apostrophe(*letter))
        .map_or(0, |(at, mark)| at + mark.len_utf8())
}

/// Whether a character beside a phrase shows that the phrase is a part of
/// something (`well-known`, `3.50`, `node.js`).
fn glued(beside: Option<char>) -> bool {
    beside
        .is_some_and(|letter| matches!(letter, '-' | '‑' | '_' | '/' | '&' | '@' | '%' | '$' | '€'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str, language: Language) -> Option<String> {
        key_phrase(&Text::new(text), language, None)
    }

    #[test]
    fn the_phrase_is_what_the_text_is_about() {
        assert_eq!(
            phrase(
                "I do not know what to do with my sourdough starter, it is so flat.",
                Language::En
            )
            .as_deref(),
            Some("sourdough starter")
        );
        assert_eq!(
            phrase(
                "Je ne sais plus quoi faire de l’escargot géant qui est là.",
                Language::Fr
            )
            .as_deref(),
            Some("escargot géant")
        );
    }

    #[test]
    fn words_are_never_cut_and_nothing_else_gets_in() {
        let text =
            "@ada see https://a.example/cold-kitchen #breadlovers and the well-known “dry yeast”";
        assert_eq!(phrase(text, Language::En), None);
        assert_eq!(phrase("It is so and so.", Language::En), None);
    }

    #[test]
    fn a_phrase_can_be_asked_of_one_sentence() {
        let text = Text::new("The red mountain bicycle is old. Which pedals are good?");
        let within = text.sentences()[1].tokens.clone();
        assert_eq!(
            key_phrase(&text, Language::En, Some(within)).as_deref(),
            Some("pedals")
        );
    }
}
