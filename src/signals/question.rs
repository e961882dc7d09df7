//! Does a text ask its readers something, and does it want an answer?

use super::cues::{Cues, Place};
use super::lexicon::{as_written, is_one_of};
use super::text::Reading;
use crate::text::phrases::Hit;
use crate::text::{Sentence, Text};

/// A question that names its readers ("what do *you* use?").
const TO_READERS: f32 = 0.9;
/// A question that begins like an open one ("how does one …?").
const OPEN: f32 = 0.65;
/// Any other question.
const PLAIN: f32 = 0.45;
/// One or two words ("Why?").
const BARE: f32 = 0.3;
/// A question that wants no answer: said for effect, or answered at once by
/// its writer.
const RHETORICAL: f32 = 0.1;

/// Longest question kept as evidence, in words.
const EVIDENCE_WORDS: usize = 14;

/// The strongest question of a text.
pub(super) fn read(text: &Text<'_>, cues: &Cues) -> Reading {
    let mut best = Reading::default();
    if !text.sentences().iter().any(|sentence| sentence.question) {
        return best;
    }
    let effects = cues.rhetorical.find(text);
    for (index, sentence) in text.sentences().iter().enumerate() {
        let Some(last) = text.tokens().get(sentence.tokens.end - 1) else {
            continue;
        };
        if !sentence.question || last.quoted {
            continue;
        }
        let next = text.sentences().get(index + 1);
        let value = value(text, cues, &effects, sentence, next);
        if value > best.value {
            let cut = sentence.tokens.start + EVIDENCE_WORDS;
            let asked = if cut < sentence.tokens.end {
                as_written(text, sentence.tokens.start, cut - 1) + "…"
            } else {
                text.raw()[sentence.span.clone()].to_owned()
            };
            best = Reading {
                value,
                cues: vec![asked],
            };
        }
    }
    best
}

fn value(
    text: &Text<'_>,
    cues: &Cues,
    effects: &[Hit<'_, Place>],
    asked: &Sentence,
    next: Option<&Sentence>,
) -> f32 {
    let answered =
        next.is_some_and(|next| is_one_of(text, next.tokens.start, cues.answers) && !next.question);
    if answered || is_rhetorical(text, effects, asked) {
        RHETORICAL
    } else if asked.tokens.len() <= 2 {
        BARE
    } else if (asked.tokens.clone()).any(|token| is_one_of(text, token, cues.second_person)) {
        TO_READERS
    } else if is_one_of(text, asked.tokens.start, cues.openers) {
        OPEN
    } else {
        PLAIN
    }
}

fn is_rhetorical(text: &Text<'_>, effects: &[Hit<'_, Place>], asked: &Sentence) -> bool {
    let from = effects.partition_point(|hit| hit.first < asked.tokens.start);
    effects[from..]
        .iter()
        .take_while(|hit| hit.first < asked.tokens.end)
        .any(|hit| {
            let whole = asked.tokens.len() == 1;
            let tag = hit.last + 1 == asked.tokens.end && text.tokens()[hit.first].after_break;
            match hit.tag {
                Place::Anywhere => hit.first != hit.last || whole || tag,
                Place::AtStart => hit.first == asked.tokens.start,
            }
        })
}
