//! What the learned model adds to the cue tables.
//!
//! In: a text, the cue tables' readings, the weights in use. Out: readings in
//! which both became one probability: cues are sure and rare, the model is
//! unsure and sees everything. [`FUSIONS`] says which learned heads speak for
//! which of ours, and how much.

use super::cues;
use super::text::{HEADS, Head, MAX_CUES, PRESENT, Reading};
use crate::model::{Learned, Model, Scratch};
use crate::text::{Text, TokenKind};
use crate::words::Language;
use std::borrow::Cow;
use std::cell::RefCell;

/// How the cue tables and the learned heads become one probability: the
/// logistic function of `bias + cues × value + Σ weight × log-odds`.
struct Fusion {
    language: Language,
    head: Head,
    bias: f32,
    cues: f32,
    learned: &'static [(Learned, f32)],
}

const fn fuse(
    language: Language,
    head: Head,
    bias: f32,
    cues: f32,
    learned: &'static [(Learned, f32)],
) -> Fusion {
    Fusion {
        language,
        head,
        bias,
        cues,
        learned,
    }
}

/// Fitted by logistic regression (scikit-learn, C = 30) on every other post of
/// `tests/model/acts-*.jsonl`; `model/acts.md` measures on the rest. A head
/// that is not here is read by its cues alone: nothing learned helped it, or
/// what helped was length.
#[rustfmt::skip] // as a table
const FUSIONS: [Fusion; 16] = {
    use Head as H;
    use Language::{En, Fr};
    use Learned as L;
    [
        fuse(En, H::Question, -1.35, 6.06, &[(L::Curiosity, 0.67)]),
        fuse(En, H::Advice, -0.07, 2.85, &[(L::Curiosity, 0.97)]),
        fuse(En, H::Information, 0.24, 0.0, &[(L::InformationalSupport, 1.10), (L::Caring, 0.08)]),
        fuse(En, H::Acknowledgement, -1.76, 7.80, &[(L::Approval, 0.59)]),
        fuse(En, H::Gratitude, -2.37, 5.76, &[(L::Gratitude, 0.40)]),
        fuse(En, H::Agreement, -0.51, 4.73, &[(L::Approval, 0.98)]),
        fuse(En, H::Support, 3.09, 7.59, &[(L::Caring, 0.65), (L::EmotionalSupport, 1.22)]),
        fuse(En, H::Story, -1.57, 5.25, &[(L::InformationDisclosure, 2.62)]),
        fuse(En, H::Hostility, -1.83, 6.48, &[(L::Toxicity, 0.51)]),
        fuse(En, H::Annoyance, -0.06, 6.31, &[(L::Annoyance, 0.53), (L::Anger, 0.22)]),
        fuse(En, H::Bait, -3.52, 9.83, &[(L::Clickbait, 0.21)]),
        fuse(En, H::Promotion, -1.49, 6.23, &[(L::Spam, 1.34)]),
        fuse(En, H::Disagreement, 0.92, 5.72, &[(L::Disapproval, 1.19)]),
        fuse(En, H::Curiosity, 0.0, 0.0, &[(L::Curiosity, 1.0)]),
        fuse(En, H::Politeness, 0.0, 0.0, &[(L::Politeness, 1.0)]),
        fuse(Fr, H::Hostility, -2.52, 5.36, &[(L::Toxicity, 0.73)]),
    ]
};

/// Log-odds beyond this are no surer.
const SURE: f32 = 6.0;

/// The most that learned hostility may say where others are spoken of, and
/// where nobody is: a figure in a play is scolded there, or a printer. In
/// log-odds.
const OF_OTHERS: f32 = -2.5;
const OF_NOBODY: f32 = -3.0;

/// How many words before a word can deny it.
const REACH: usize = 3;

/// Below this probability nothing is claimed: otherwise every text would do a
/// little of everything.
const IN_DOUBT: f32 = 0.25;

/// From this probability on the words that moved a head are worth showing.
const SHOWN: f32 = 0.35;

/// Groups of people, folded, in the order of [`Language`]: what is said of all
/// of them is said to them.
const GROUPS: [&[&str]; 2] = [
    &[
        "muslims",
        "jews",
        "christians",
        "hindus",
        "sikhs",
        "atheists",
        "immigrants",
        "migrants",
        "refugees",
        "foreigners",
        "gays",
        "lesbians",
        "queers",
        "blacks",
        "whites",
        "asians",
        "arabs",
        "africans",
        "mexicans",
        "women",
        "men",
        "feminists",
        "boomers",
        "people",
        "teenagers",
        "liberals",
        "conservatives",
    ],
    &[
        "musulmans",
        "musulmanes",
        "juifs",
        "juives",
        "chretiens",
        "immigres",
        "immigrees",
        "migrants",
        "refugies",
        "etrangers",
        "gays",
        "lesbiennes",
        "homosexuels",
        "noirs",
        "blancs",
        "asiatiques",
        "arabes",
        "africains",
        "roms",
        "femmes",
        "hommes",
        "feministes",
        "vieux",
        "pauvres",
        "handicapes",
        "gens",
        "jeunes",
    ],
];

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Adds what the model says. Readings of heads that only the model knows stay
/// `None` in a language in which they were not learned.
pub(super) fn add(
    model: &Model,
    text: &Text<'_>,
    language: Language,
    readings: &mut [Option<Reading>; HEADS],
) {
    let spoken = spoken(text);
    SCRATCH.with_borrow_mut(|scratch| {
        let learned = model.read(&spoken, language, scratch);
        let celebrates = readings[Head::Gloss as usize]
            .as_ref()
            .is_some_and(|gloss| gloss.value >= PRESENT);
        for fusion in FUSIONS.iter().filter(|fusion| fusion.language == language) {
            // A celebration is full of its writer: only cues tell a story in it.
            if fusion.head == Head::Story && celebrates {
                continue;
            }
            let reading = readings[fusion.head as usize].get_or_insert_default();
            let mut odds = fusion.bias + fusion.cues * reading.value;
            for (head, weight) in fusion.learned {
                let said = learned.get(*head).map_or(0.0, log_odds);
                let most = if fusion.head == Head::Hostility {
                    let worst = model.moved_by(&spoken, language, *head, 1, scratch);
                    let worst = worst.first().and_then(|span| spoken.get(span.clone()));
                    aim(text, language, worst)
                } else {
                    SURE
                };
                odds += weight * said.min(most);
            }
            let probability = 1.0 / (1.0 + (-odds).exp());
            reading.value = if probability < IN_DOUBT {
                0.0
            } else {
                probability
            };
            if probability >= SHOWN && reading.cues.len() < MAX_CUES {
                for (head, _) in fusion.learned {
                    let most = MAX_CUES - reading.cues.len();
                    let moved = model.moved_by(&spoken, language, *head, most, scratch);
                    for word in moved.into_iter().filter_map(|span| spoken.get(span)) {
                        if !reading.cues.iter().any(|cue| cue.contains(word)) {
                            reading.cues.push(word.to_owned());
                        }
                    }
                }
            }
        }
    });
}

fn log_odds(probability: f32) -> f32 {
    (probability / (1.0 - probability)).ln().clamp(-SURE, SURE)
}

/// The text without what it quotes: an insult told is no insult.
fn spoken<'t>(text: &Text<'t>) -> Cow<'t, str> {
    if !text.tokens().iter().any(|token| token.quoted) {
        return Cow::Borrowed(text.raw());
    }
    let mut spoken = String::with_capacity(text.raw().len());
    let mut from = 0;
    for token in text.tokens().iter().filter(|token| token.quoted) {
        spoken.push_str(&text.raw()[from..token.span.start]);
        from = token.span.end;
    }
    spoken.push_str(&text.raw()[from..]);
    Cow::Owned(spoken)
}

/// The most that learned hostility may say, in log-odds: all where someone is
/// spoken to, or a whole group of people is spoken of; little where its worst
/// word is denied ("you are not stupid"), which n-grams do not see.
fn aim(text: &Text<'_>, language: Language, worst: Option<&str>) -> f32 {
    if worst.is_some_and(|word| is_denied(text, language, word)) {
        return OF_NOBODY;
    }
    let cues = cues::of(language);
    let mut aim = OF_NOBODY;
    for token in text.tokens().iter().filter(|token| !token.quoted) {
        let word = text.folded(token);
        let group = GROUPS[language as usize].contains(&word);
        if group || token.kind == TokenKind::Handle || cues.second_person.contains(&word) {
            return SURE;
        }
        if cues.third_person.contains(&word) {
            aim = OF_OTHERS;
        }
    }
    aim
}

/// Whether a word stands shortly after a negation wherever it stands.
fn is_denied(text: &Text<'_>, language: Language, word: &str) -> bool {
    let negators = cues::of(language).negators;
    let tokens = text.tokens();
    let mut places = (0..tokens.len())
        .filter(|place| text.original(&tokens[*place]) == word)
        .peekable();
    places.peek().is_some()
        && places.all(|place| {
            tokens[place.saturating_sub(REACH)..place]
                .iter()
                .any(|before| {
                    before.sentence == tokens[place].sentence
                        && negators.contains(&text.folded(before))
                })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_odds_of_any_probability_are_finite() {
        assert_eq!(log_odds(0.5), 0.0);
        assert_eq!(log_odds(1.0), SURE);
        assert_eq!(log_odds(0.0), -SURE);
    }

    #[test]
    fn no_weight_turns_a_head_round() {
        for fusion in &FUSIONS {
            assert!(fusion.cues >= 0.0 && fusion.learned.iter().all(|(_, weight)| *weight > 0.0));
        }
    }

    #[test]
    fn what_is_quoted_is_not_spoken() {
        let text = Text::new("He said “you idiot” to me");
        assert_eq!(spoken(&text), "He said “ ” to me");
        assert_eq!(spoken(&Text::new("You idiot")), "You idiot");
    }
}
