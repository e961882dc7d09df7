//! YAKE: which phrases of one text matter, by where and how its words stand.
//!
//! After Campos et al. 2020 (Information Sciences 509), §3. Lower is better.
//! For a word `w` that occurs `TF` times in a text of `S` sentences:
//!
//! - case: `max(TF upper, TF acronym) / (1 + ln TF)`, where a capital at the
//!   beginning of a sentence does not count;
//! - position: `ln(ln(3 + median of its sentences))`;
//! - frequency: `TF / (mean + deviation)` over all words that are no stop words;
//! - relatedness: `1 + (DL + DR) · TF / max TF`, `DL` and `DR` being the share
//!   of different words among those to its left and right;
//! - sentences: the share of sentences that it stands in.
//!
//! `S(w) = relatedness · position / (case + frequency / relatedness + sentences
//! / relatedness)`; for a phrase `∏ S(w) / (TF(phrase) · (1 + Σ S(w)))`.
//!
//! What differs here: phrases neither begin nor end with a stop word, nor do
//! they hold one but `of` and its like; a word that is plainly a verb is no
//! phrase by itself; texts in languages whose stop words are not known take
//! words of up to [`SHORT`] letters for such.

use super::key::{bare, key};
use crate::text::{Text, Token, TokenKind, is_unspaced, stopwords};
use crate::words::Language;
use std::collections::{HashMap, HashSet};

/// The most words of a phrase.
const LONGEST: usize = 3;

/// The least letters of a word that may be a subject by itself.
const LEAST: usize = 3;

/// In a language whose stop words are not known, words of so many letters count
/// as such.
const SHORT: usize = 4;

/// A text with fewer words that are no stop words says too little.
const LEAST_WORDS: usize = 2;

/// The most words of a text that are looked at: what comes later changes
/// little, and the work stays small on any page.
const MOST_WORDS: usize = 400;

/// What is known of a word.
#[derive(Default)]
struct Term<'t> {
    times: usize,
    upper: usize,
    acronym: usize,
    sentences: Vec<usize>,
    left: Vec<&'t str>,
    right: Vec<&'t str>,
}

/// The phrases of a text, best first.
pub(super) fn phrases(text: &Text<'_>, language: Option<Language>) -> Vec<String> {
    let tokens: Vec<&Token> = text.tokens().iter().take(MOST_WORDS).collect();
    let keys: Vec<String> = tokens
        .iter()
        .map(|token| key(text.original(token)))
        .collect();
    let before = |at: usize| {
        let before = tokens.get(at.checked_sub(1)?)?;
        let near = before.sentence == tokens[at].sentence && !tokens[at].after_break;
        near.then(|| text.folded(before))
    };
    let kinds: Vec<Kind> = tokens
        .iter()
        .enumerate()
        .map(|(at, token)| kind(text, token, before(at), language))
        .collect();
    let scores = scores(text, &tokens, &keys, &kinds);
    if scores.len() < LEAST_WORDS {
        return Vec::new();
    }
    let mut times: HashMap<&str, usize> = HashMap::new();
    for (key, _) in keys
        .iter()
        .zip(&kinds)
        .filter(|(_, kind)| **kind != Kind::Stop)
    {
        *times.entry(key).or_default() += 1;
    }
    let mut candidates: HashMap<String, Candidate> = HashMap::new();
    for start in 0..tokens.len() {
        for end in start..tokens.len().min(start + LONGEST) {
            // A phrase ends where the sentence or its part does.
            if end > start
                && (tokens[end].after_break || tokens[end].sentence != tokens[start].sentence)
            {
                break;
            }
            if kinds[end] == Kind::Stop {
                break;
            }
            // What comes again is spoken of, whatever it ends with.
            let again = end == start
                && kinds[start] == Kind::Verb
                && times
                    .get(keys[start].as_str())
                    .is_some_and(|times| *times > 1);
            if !again && !is_phrase(&kinds[start..=end]) {
                continue;
            }
            let words = start..=end;
            let own = || words.clone().filter_map(|at| scores.get(keys[at].as_str()));
            let (product, sum) = own().fold((1.0, 0.0), |(product, sum), score| {
                (product * score, sum + score)
            });
            let name = keys[start..=end].join(" ");
            let candidate = candidates.entry(name).or_insert_with(|| Candidate {
                times: 0,
                product,
                sum,
                first: start,
                last: end,
            });
            candidate.times += 1;
        }
    }
    let mut ranked: Vec<(f64, &Candidate)> = candidates
        .values()
        .map(|candidate| (candidate.score(), candidate))
        .collect();
    ranked.sort_by(|(a, one), (b, other)| {
        let place = |candidate: &Candidate| (candidate.first, candidate.last);
        a.total_cmp(b).then(place(one).cmp(&place(other)))
    });
    ranked
        .into_iter()
        .map(|(_, candidate)| written(text, &tokens[candidate.first..=candidate.last]))
        .collect()
}

/// A phrase that may be a subject.
struct Candidate {
    times: usize,
    product: f64,
    sum: f64,
    first: usize,
    last: usize,
}

impl Candidate {
    fn score(&self) -> f64 {
        self.product / (self.times as f64 * (1.0 + self.sum))
    }
}

/// What a word can be in a phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Says what the text is about.
    Content,
    /// The same, but only before another or joined to one: "old" of "old
    /// radios", "nuit" of "train de nuit".
    Describing,
    /// The same, but it is likely a verb.
    Verb,
    /// Joins two others: "of", "de".
    Joint,
    /// Everything else.
    Stop,
}

/// Words after which a verb stands, folded, in the order of [`Language`].
#[rustfmt::skip] // as a word list, not a word a line
const BEFORE_VERB: [&[&str]; 2] = [
    &[
        "i", "you", "he", "she", "we", "they", "who", "to", "not", "don't", "doesn't", "didn't",
        "can", "can't", "could", "will", "won't", "would", "should", "might", "must", "may",
        "never", "let's", "i'd", "i'll", "i've", "you'll", "we'll", "they'll", "we've", "you've",
        "they've", "please", "have", "has", "had", "is", "are", "was", "were", "be", "been",
    ],
    &[
        "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "qui", "ne", "me", "te", "se",
        "ai", "as", "a", "avons", "avez", "ont", "j'ai", "est", "suis", "sont", "etait", "ete", "va",
        "vais", "vont", "peut", "peux", "faut", "doit", "dois", "veux", "veut", "pour", "sans", "pas",
        "bien", "c'est", "n'ai", "n'a", "n'est", "s'est", "l'a", "l'ai", "m'a", "t'as",
    ],
];

/// Endings of English verbs and adverbs; a noun that ends so (`gardening`) is
/// found where it comes again, or with another.
const VERB_ENDINGS: [&str; 3] = ["ing", "ed", "ly"];

/// What is elided before French verbs only: `j'aime`, `m'inquiete`.
const ELIDED_BEFORE_VERB: [&str; 5] = ["j'", "m'", "t'", "n'", "s'"];

fn kind(text: &Text<'_>, token: &Token, before: Option<&str>, language: Option<Language>) -> Kind {
    let original = text.original(token);
    let folded = text.folded(token);
    let letters = bare(original).chars().count();
    let is_word = token.kind == TokenKind::Word
        && !token.quoted
        && letters >= LEAST
        && !original
            .chars()
            .any(|letter| is_unspaced(letter) || letter.is_numeric());
    let Some(language) = language else {
        return match is_word && letters > SHORT {
            true => Kind::Content,
            false => Kind::Stop,
        };
    };
    if token.kind == TokenKind::Word && stopwords::is_of(folded, language) {
        return Kind::Joint;
    }
    if !is_word || stopwords::is_stop(folded, language) {
        return Kind::Stop;
    }
    let conjugated = match language {
        Language::En => VERB_ENDINGS.iter().any(|ending| folded.ends_with(ending)),
        Language::Fr => ELIDED_BEFORE_VERB
            .iter()
            .any(|start| folded.starts_with(start)),
    };
    let follows = before.is_some_and(|word| BEFORE_VERB[language as usize].contains(&word));
    if stopwords::is_describing(folded, language) || stopwords::is_vague(folded, language) {
        return Kind::Describing;
    }
    if conjugated || follows || stopwords::follows_verb(folded, language) {
        return Kind::Verb;
    }
    Kind::Content
}

/// Whether words of these kinds make a phrase.
fn is_phrase(kinds: &[Kind]) -> bool {
    match kinds {
        [Kind::Content] => true,
        [Kind::Content, .., Kind::Joint, Kind::Describing]
        | [Kind::Content | Kind::Describing, .., Kind::Content] => !kinds.contains(&Kind::Verb),
        _ => false,
    }
}

/// `S(w)` of every word that is no stop word, by its key.
fn scores<'k>(
    text: &Text<'_>,
    tokens: &[&Token],
    keys: &'k [String],
    kinds: &[Kind],
) -> HashMap<&'k str, f64> {
    let mut terms: HashMap<&str, Term<'_>> = HashMap::new();
    let counts = |at: usize| !matches!(kinds[at], Kind::Joint | Kind::Stop);
    for (at, token) in tokens.iter().enumerate().filter(|(at, _)| counts(*at)) {
        let word = bare(text.original(token));
        let starts = text
            .sentences()
            .get(token.sentence)
            .is_some_and(|sentence| sentence.span.start == token.span.start);
        let term = terms.entry(&keys[at]).or_default();
        term.times += 1;
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        term.upper += usize::from(capitals > 0 && !starts);
        term.acronym += usize::from(capitals > 1 && capitals == word.chars().count());
        term.sentences.push(token.sentence);
        let neighbour = |other: usize| {
            let near = tokens.get(other)?;
            let joined = near.sentence == token.sentence && counts(other);
            joined.then_some(keys[other].as_str())
        };
        term.left.extend(at.checked_sub(1).and_then(neighbour));
        term.right.extend(neighbour(at + 1));
    }
    let times: Vec<f64> = terms.values().map(|term| term.times as f64).collect();
    let most = times.iter().copied().fold(1.0, f64::max);
    let mean = times.iter().sum::<f64>() / times.len().max(1) as f64;
    let spread = times
        .iter()
        .map(|count| (count - mean).powi(2))
        .sum::<f64>();
    let deviation = (spread / times.len().max(1) as f64).sqrt();
    let sentences = text.sentences().len().max(1) as f64;
    terms
        .into_iter()
        .map(|(word, term)| (word, term.score(most, mean + deviation, sentences)))
        .collect()
}

impl Term<'_> {
    fn score(&self, most: f64, usual: f64, sentences: f64) -> f64 {
        let times = self.times as f64;
        let case = self.upper.max(self.acronym) as f64 / (1.0 + times.ln());
        let median = self.sentences[self.sentences.len() / 2] as f64;
        let position = (3.0 + median).ln().ln();
        let frequency = times / usual.max(1.0);
        let different = |near: &[&str]| {
            let unlike: HashSet<&&str> = near.iter().collect();
            unlike.len() as f64 / near.len().max(1) as f64
        };
        let related = 1.0 + (different(&self.left) + different(&self.right)) * times / most;
        let spread: HashSet<&usize> = self.sentences.iter().collect();
        let spread = spread.len() as f64 / sentences;
        related * position / (case + frequency / related + spread / related)
    }
}

/// A phrase as a person would write it in the middle of a sentence: what is
/// written with capitals there keeps them.
fn written(text: &Text<'_>, tokens: &[&Token]) -> String {
    let words = tokens.iter().enumerate().map(|(at, token)| {
        let word = match at {
            0 => bare(text.original(token)),
            _ => text.original(token),
        };
        let starts = text
            .sentences()
            .get(token.sentence)
            .is_some_and(|sentence| {
                sentence.tokens.start < text.tokens().len()
                    && text.tokens()[sentence.tokens.start].span == token.span
            });
        let inner = word.chars().skip(1).any(char::is_uppercase);
        if starts && !inner {
            word.to_lowercase()
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
