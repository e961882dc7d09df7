//! Finding the phrases of a table in a text.

use super::{Text, fold};
use std::collections::HashMap;

/// A table of phrases, each with a tag, ready for finding.
///
/// Phrases are written as people write them (`peut-être`, `I'm sorry`); a word
/// that ends in `*` stands for every word with that beginning.
#[derive(Debug)]
pub struct Phrases<T> {
    /// By first word, for those that begin with a whole word.
    by_first: HashMap<String, Vec<Phrase<T>>>,
    /// Those that begin with a beginning.
    by_stem: Vec<Phrase<T>>,
}

#[derive(Debug)]
struct Phrase<T> {
    words: Vec<String>,
    tag: T,
}

/// A phrase found in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit<'p, T> {
    /// Index of its first token.
    pub first: usize,
    /// Index of its last token.
    pub last: usize,
    /// What the table says of it.
    pub tag: &'p T,
}

impl<T> Phrases<T> {
    /// From a table. A phrase without a word is left out.
    pub fn new(table: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut phrases = Self {
            by_first: HashMap::new(),
            by_stem: Vec::new(),
        };
        for (phrase, tag) in table {
            let words: Vec<String> = phrase
                .split([' ', '-'])
                .filter(|word| !word.is_empty())
                .map(|word| {
                    let mut folded = String::new();
                    fold(word, &mut folded);
                    folded
                })
                .collect();
            match words.first() {
                Some(first) if first.ends_with('*') => phrases.by_stem.push(Phrase { words, tag }),
                Some(first) => phrases
                    .by_first
                    .entry(first.clone())
                    .or_default()
                    .push(Phrase { words, tag }),
                None => {}
            }
        }
        phrases
    }

    /// Every place where a phrase stands within one sentence, in reading
    /// order.
    pub fn find<'p>(&'p self, text: &Text<'_>) -> Vec<Hit<'p, T>> {
        let mut hits = Vec::new();
        for (first, token) in text.tokens().iter().enumerate() {
            let word = text.folded(token);
            let whole = self.by_first.get(word).into_iter().flatten();
            for phrase in whole.chain(&self.by_stem) {
                if stands_at(text, first, &phrase.words) {
                    hits.push(Hit {
                        first,
                        last: first + phrase.words.len() - 1,
                        tag: &phrase.tag,
                    });
                }
            }
        }
        hits
    }
}

fn stands_at(text: &Text<'_>, first: usize, words: &[String]) -> bool {
    let Some(tokens) = text.tokens().get(first..first + words.len()) else {
        return false;
    };
    tokens.iter().zip(words).all(|(token, word)| {
        let there = text.folded(token);
        tokens[0].sentence == token.sentence
            && match word.strip_suffix('*') {
                Some(stem) => there.starts_with(stem),
                None => there == word,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrase: &'static str, text: &str) -> usize {
        Phrases::new([(phrase, ())]).find(&Text::new(text)).len()
    }

    #[test]
    fn phrases_are_found_whatever_the_case_accents_and_apostrophes() {
        assert_eq!(found("peut-être", "PEUT ÊTRE, ou peut-etre"), 2);
        assert_eq!(found("I'm sorry", "i’m sorry"), 1);
        assert_eq!(found("thank*", "Thanks! Thankfully"), 2);
        assert_eq!(found("tag* un* ami*", "Taguez une amie"), 1);
    }

    #[test]
    fn phrases_do_not_reach_over_the_end_of_a_sentence() {
        assert_eq!(found("shut up", "Shut. Up we go"), 0);
        assert_eq!(found("shut up", "They shut"), 0);
    }
}
