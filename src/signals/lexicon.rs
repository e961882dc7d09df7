//! Reading heads off a text with the cue tables: the first, hand-made reader
//! behind [`super::text::read`].

use super::cues::{self, Cue, Cues, When};
use super::question;
use super::text::{HEADS, Head, MAX_CUES, Reading};
use crate::text::Text;
use crate::text::phrases::Hit;
use crate::words::Language;

/// How many words before a phrase can turn or aim it.
const REACH: usize = 4;

/// What is left of a slur's weight when it is not aimed at the reader: "he is
/// an idiot" alone stays below [`super::text::PRESENT`].
const NOT_AIMED: f32 = 0.75;

/// What many emoji or exclamation marks add to a celebration, each.
const FESTIVE: f32 = 0.25;

/// A cue that counts, where it stands and how much.
struct Found {
    first: usize,
    last: usize,
    weight: f32,
}

/// All heads of a text, in the order of [`Head::ALL`].
pub(super) fn read(text: &Text<'_>, language: Language) -> [Reading; HEADS] {
    let cues = cues::of(language);
    let mut found: [Vec<Found>; HEADS] = Default::default();
    for hit in cues.phrases.find(text) {
        if let Some(weight) = weigh(text, cues, &hit) {
            found[hit.tag.head as usize].push(Found {
                first: hit.first,
                last: hit.last,
                weight,
            });
        }
    }
    let mut readings = found.map(|found| sum_up(text, found));
    let asked = question::read(text, cues);
    let question = &mut readings[Head::Question as usize];
    if asked.value > question.value {
        *question = asked;
    }
    calm_gloss(text, &mut readings);
    readings
}

/// What a found phrase counts where it stands, if anything.
fn weigh(text: &Text<'_>, cues: &Cues, hit: &Hit<'_, Cue>) -> Option<f32> {
    let cue = hit.tag;
    let token = text.tokens().get(hit.first)?;
    if token.quoted {
        return None;
    }
    let negated = cue.when != When::EvenNegated
        && before(text, hit.first)
            .take(REACH - 1)
            .any(|index| is_one_of(text, index, cues.negators));
    if negated {
        return None;
    }
    match cue.when {
        When::Always | When::EvenNegated => Some(cue.weight),
        When::InQuestion => {
            let sentence = text.sentences().get(token.sentence)?;
            sentence.question.then_some(cue.weight)
        }
        When::Name => match person_before(text, cues, hit.first) {
            Some((Person::First, _)) => None,
            _ if aimed(text, cues, token.sentence) => Some(cue.weight),
            _ => Some(cue.weight * NOT_AIMED),
        },
        When::OfPerson => match person_before(text, cues, hit.first)? {
            (Person::First, _) | (_, true) => None,
            (Person::Second, false) => Some(cue.weight),
            (Person::Third, false) => Some(cue.weight * NOT_AIMED),
        },
    }
}

#[derive(Clone, Copy)]
enum Person {
    First,
    Second,
    Third,
}

/// The nearest person that is named shortly before a token, and whether an
/// article stands between the two.
fn person_before(text: &Text<'_>, cues: &Cues, token: usize) -> Option<(Person, bool)> {
    let mut article = false;
    for index in before(text, token).take(REACH) {
        for (list, person) in [
            (cues.first_person, Person::First),
            (cues.second_person, Person::Second),
            (cues.third_person, Person::Third),
        ] {
            if is_one_of(text, index, list) {
                return Some((person, article));
            }
        }
        article |= is_one_of(text, index, cues.articles);
    }
    None
}

/// Whether a sentence speaks to the reader: it names them, or is hardly more
/// than the cue itself ("Idiot.").
fn aimed(text: &Text<'_>, cues: &Cues, sentence: usize) -> bool {
    text.sentences().get(sentence).is_some_and(|sentence| {
        sentence.tokens.len() <= 2
            || sentence
                .tokens
                .clone()
                .any(|index| is_one_of(text, index, cues.second_person))
    })
}

/// The tokens before one, nearest first, up to punctuation.
fn before<'t>(text: &'t Text<'_>, token: usize) -> impl Iterator<Item = usize> + 't {
    (0..token)
        .rev()
        .take_while(move |index| !text.tokens()[index + 1].after_break)
}

pub(super) fn is_one_of(text: &Text<'_>, token: usize, list: &[&str]) -> bool {
    text.tokens()
        .get(token)
        .is_some_and(|token| list.contains(&text.folded(token)))
}

/// Cues of one head → its reading: the strongest [`MAX_CUES`] different ones,
/// each taking its share of what doubt the others left (noisy or). More than
/// those add nothing, so that long texts do not win by length.
fn sum_up(text: &Text<'_>, mut found: Vec<Found>) -> Reading {
    found.sort_by(|a, b| {
        let length = |found: &Found| found.last - found.first;
        (b.weight.total_cmp(&a.weight))
            .then(length(b).cmp(&length(a)))
            .then(a.first.cmp(&b.first))
    });
    let mut taken: Vec<(Found, String)> = Vec::new();
    for cue in found {
        let words = folded_words(text, &cue);
        let known = taken.iter().any(|(other, same)| {
            *same == words || (cue.first <= other.last && other.first <= cue.last)
        });
        if !known {
            taken.push((cue, words));
        }
        if taken.len() == MAX_CUES {
            break;
        }
    }
    let doubt: f32 = taken.iter().map(|(cue, _)| 1.0 - cue.weight).product();
    Reading {
        value: 1.0 - doubt,
        cues: taken
            .iter()
            .map(|(cue, _)| as_written(text, cue.first, cue.last))
            .collect(),
    }
}

fn folded_words(text: &Text<'_>, cue: &Found) -> String {
    let words: Vec<&str> = (text.tokens()[cue.first..=cue.last].iter())
        .map(|token| text.folded(token))
        .collect();
    words.join(" ")
}

/// The words from one token to another as they stand in the text.
pub(super) fn as_written(text: &Text<'_>, first: usize, last: usize) -> String {
    let (Some(first), Some(last)) = (text.tokens().get(first), text.tokens().get(last)) else {
        return String::new();
    };
    text.raw()[first.span.start..last.span.end].to_owned()
}

/// A passing "I was" does not make a celebration a story: so much of another
/// head takes nothing from gloss.
const PASSING: f32 = 0.35;

/// Celebration is gloss only as far as the text does nothing else.
fn calm_gloss(text: &Text<'_>, readings: &mut [Reading; HEADS]) {
    let substance = [
        Head::Question,
        Head::Advice,
        Head::Story,
        Head::Reasoning,
        Head::Support,
        Head::Gratitude,
    ]
    .into_iter()
    .map(|head| readings[head as usize].value)
    .fold(0.0, f32::max);
    let gloss = &mut readings[Head::Gloss as usize];
    if gloss.value > 0.0 {
        let mut doubt = 1.0 - gloss.value;
        if text.emoji() >= 3 {
            doubt *= 1.0 - FESTIVE;
        }
        if text.raw().matches('!').count() >= 3 {
            doubt *= 1.0 - FESTIVE;
        }
        let else_done = (substance - PASSING).max(0.0) / (1.0 - PASSING);
        gloss.value = (1.0 - doubt) * (1.0 - else_done);
    }
}
