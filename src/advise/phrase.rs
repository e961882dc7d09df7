//! The words of a post that a prompt takes up.
//!
//! After RAKE (Rose et al. 2010, "Automatic keyword extraction from individual
//! documents"): what stands between stop words and punctuation is a candidate;
//! a word is worth the mean length of the candidates that hold it, and a
//! candidate the sum of its words. Unlike RAKE, only what follows an article or
//! the like is one, because a prompt has to be able to speak *about* it.

use crate::text::stopwords;
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

/// The longest runs of content words after an article.
fn candidates(text: &Text<'_>, language: Language) -> Vec<Range<usize>> {
    let tokens = text.tokens();
    let content = |at: usize| {
        tokens[at].kind == TokenKind::Word
            && !tokens[at].quoted
            && !stopwords::is_stop(text.folded(&tokens[at]), language)
    };
    let run = |start: usize| {
        let mut end = start;
        while end < tokens.len()
            && content(end)
            && (end == start
                || (joined(text, end)
                    && !begins(text, end, language)
                    && stopwords::goes_with_noun(
                        text.folded(&tokens[end - 1]),
                        text.folded(&tokens[end]),
                        language,
                    )))
        {
            end += 1;
        }
        end
    };
    let mut found = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let first_end = run(start);
        let mut end = first_end;
        // "a piece of ginger", "le prix des tomates".
        while end > start && links(text, end, language) {
            let article = tokens.get(end + 1).is_some_and(|token| {
                stopwords::is_article(text.folded(token), language) && joined(text, end + 1)
            });
            let next = end + 1 + usize::from(article);
            let more = if next < tokens.len() && joined(text, next) {
                run(next)
            } else {
                next
            };
            if more == next {
                break;
            }
            end = more;
        }
        if end > start && opens(text, start, language) {
            // What an article follows is a verb: "the fridge fixes a lot".
            let verb = end < tokens.len()
                && joined(text, end)
                && stopwords::follows_verb(text.folded(&tokens[end]), language);
            let last = if verb { end - 1 } else { end };
            let vague = |at: usize| stopwords::is_vague(text.folded(&tokens[at]), language);
            if last > start && !vague(last - 1) {
                found.push(start..last);
            }
        }
        start = first_end.max(start + 1);
    }
    found
}

/// Whether a token says "of" after a noun.
fn links(text: &Text<'_>, at: usize, language: Language) -> bool {
    (text.tokens().get(at))
        .is_some_and(|token| joined(text, at) && stopwords::is_of(text.folded(token), language))
}

/// Whether a French word begins with something elided that ends the phrase
/// before it ("ma mère l’appelait"); `d’` goes on with it.
fn begins(text: &Text<'_>, at: usize, language: Language) -> bool {
    let folded = text.folded(&text.tokens()[at]);
    language == Language::Fr
        && folded
            .split_once('\'')
            .is_some_and(|(elided, _)| elided != "d")
}

/// Whether a token goes on from the one before, without punctuation.
fn joined(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens()[at];
    at > 0 && !token.after_break && text.tokens()[at - 1].sentence == token.sentence
}

/// Whether an article or the like stands before a token and makes it a noun.
fn opens(text: &Text<'_>, at: usize, language: Language) -> bool {
    let folded = |at: usize| text.folded(&text.tokens()[at]);
    let before = |at: usize| at.checked_sub(1).filter(|_| joined(text, at)).map(folded);
    let (article, subject) = match folded(at).split_once('\'') {
        Some((elided, _)) if language == Language::Fr => (elided, before(at)),
        _ => match before(at) {
            Some(article) => (article, before(at - 1)),
            None => return false,
        },
    };
    stopwords::is_article(article, language)
        && !subject.is_some_and(|word| stopwords::makes_pronoun(word, language))
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
    fn a_verb_is_no_part_of_a_phrase() {
        for (text, language) in [
            ("The crumb tastes like paper.", Language::En),
            ("The neighbour knocked twice.", Language::En),
            ("Le conteneur écrit dans le volume.", Language::Fr),
            ("Les limaces mangent tout.", Language::Fr),
        ] {
            let phrase = phrase(text, language).unwrap_or_default();
            assert!(!phrase.contains(' '), "{phrase}");
        }
        assert_eq!(
            phrase("C’est la vieille cuisine familiale.", Language::Fr).as_deref(),
            Some("vieille cuisine familiale")
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
        let text = Text::new("The red mountain bicycle is old. Are the pedals good?");
        let within = text.sentences()[1].tokens.clone();
        assert_eq!(
            key_phrase(&text, Language::En, Some(within)).as_deref(),
            Some("pedals")
        );
    }
}
