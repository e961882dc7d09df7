//! What the learned model adds to the cue tables.
//!
//! In: a text, the cue tables' readings, the weights in use. Out: readings in
//! which each head's doubt is shared by both (noisy or): cues are sure and
//! rare, the model is unsure and sees everything. [`SHARES`] says which learned
//! head speaks for which of ours, how far it is trusted, and how much rarer the
//! thing is among posts than in the data that it was learned from.

use super::cues;
use super::text::{HEADS, Head, MAX_CUES, Reading};
use crate::model::{Learned, Model, Scratch};
use crate::text::{Text, TokenKind};
use crate::words::Language;
use std::borrow::Cow;
use std::cell::RefCell;

/// What a learned head says for one of ours.
struct Share {
    language: Language,
    head: Head,
    learned: Learned,
    /// What of its probability counts: below 1 where it was learned from texts
    /// that are unlike posts, or tells the classes badly apart.
    trust: f32,
    /// The odds of the thing among posts, in parts of its odds in the data
    /// (Elkan 2001, "The foundations of cost-sensitive learning"): half of the
    /// headlines are bait there.
    odds: f32,
}

const fn share(language: Language, head: Head, learned: Learned, trust: f32, odds: f32) -> Share {
    Share {
        language,
        head,
        learned,
        trust,
        odds,
    }
}

/// Trust after the AUC of `model/results.md`: nearly all from 0.98 up, half at
/// 0.79. Disclosure is learned too badly (0.70) to add to the cues for stories;
/// disapproval and the French positive feeling have no head of ours to speak
/// for.
const SHARES: [Share; 14] = {
    use Head as H;
    use Language::{En, Fr};
    use Learned as L;
    [
        share(En, H::Gratitude, L::Gratitude, 1.0, 1.0),
        share(En, H::Support, L::Caring, 0.9, 1.0),
        share(En, H::Support, L::EmotionalSupport, 0.8, 1.0),
        share(En, H::Agreement, L::Approval, 0.5, 1.0),
        share(En, H::Hostility, L::Toxicity, 0.95, 0.35),
        share(En, H::Bait, L::Clickbait, 0.8, 0.02),
        share(En, H::Promotion, L::Spam, 0.9, 0.05),
        share(En, H::Annoyance, L::Annoyance, 1.0, 1.0),
        share(En, H::Annoyance, L::Anger, 1.0, 1.0),
        share(En, H::Information, L::InformationalSupport, 0.9, 1.0),
        share(En, H::Politeness, L::Politeness, 1.0, 1.0),
        share(En, H::Curiosity, L::Curiosity, 1.0, 1.0),
        share(Fr, H::Hostility, L::Toxicity, 0.95, 0.11),
        share(Fr, H::Annoyance, L::Negativity, 0.8, 0.5),
    ]
};

/// What is left of learned hostility where others are spoken of, and where
/// nobody is: a figure in a play is scolded there, or a printer. Both stay
/// below [`super::text::PRESENT`].
const OF_OTHERS: f32 = 0.5;
const OF_NOBODY: f32 = 0.4;

/// What is left of learned hostility whose worst word is denied ("you are not
/// stupid"), which n-grams do not see.
const DENIED: f32 = 0.4;

/// How many words before a word can deny it.
const REACH: usize = 3;

/// Below this probability nothing is claimed; from there on what is claimed
/// grows evenly to all of it. Otherwise every text would do a little of
/// everything.
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
        for share in SHARES.iter().filter(|share| share.language == language) {
            let Some(probability) = learned.get(share.learned) else {
                continue;
            };
            let accuses = share.head == Head::Hostility;
            let trust = share.trust * if accuses { aim(text, language) } else { 1.0 };
            let mut probability = beyond_doubt(at_odds(probability, share.odds) * trust);
            if accuses && probability > 0.0 {
                let worst = model.moved_by(&spoken, language, share.learned, 1, scratch);
                let worst = worst.first().and_then(|span| spoken.get(span.clone()));
                if worst.is_some_and(|word| is_denied(text, language, word)) {
                    probability *= DENIED;
                }
            }
            let reading = readings[share.head as usize].get_or_insert_default();
            if probability >= SHOWN && reading.cues.len() < MAX_CUES {
                let most = MAX_CUES - reading.cues.len();
                let moved = model.moved_by(&spoken, language, share.learned, most, scratch);
                let words = moved.into_iter().filter_map(|span| spoken.get(span));
                for word in words {
                    if !reading.cues.iter().any(|cue| cue.contains(word)) {
                        reading.cues.push(word.to_owned());
                    }
                }
            }
            reading.value = if accuses {
                // Both see the same word: two findings are no more than one.
                reading.value.max(probability)
            } else {
                1.0 - (1.0 - reading.value) * (1.0 - probability)
            };
        }
    });
}

/// A probability where the odds are other than in the data.
fn at_odds(probability: f32, odds: f32) -> f32 {
    let yes = probability * odds;
    yes / (yes + (1.0 - probability))
}

fn beyond_doubt(probability: f32) -> f32 {
    ((probability - IN_DOUBT) / (1.0 - IN_DOUBT)).max(0.0)
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

/// What of learned hostility counts: all when someone is spoken to, or a whole
/// group of people is spoken of.
fn aim(text: &Text<'_>, language: Language) -> f32 {
    let cues = cues::of(language);
    let mut aim = OF_NOBODY;
    for token in text.tokens().iter().filter(|token| !token.quoted) {
        let word = text.folded(token);
        let group = GROUPS[language as usize].contains(&word);
        if group || token.kind == TokenKind::Handle || cues.second_person.contains(&word) {
            return 1.0;
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
    fn a_probability_at_the_odds_of_the_data_stays() {
        assert!((at_odds(0.3, 1.0) - 0.3).abs() < 1e-6);
        assert!(at_odds(0.9, 0.1) < 0.9 && at_odds(1.0, 0.1) == 1.0 && at_odds(0.0, 5.0) == 0.0);
    }

    #[test]
    fn what_is_quoted_is_not_spoken() {
        let text = Text::new("He said “you idiot” to me");
        assert_eq!(spoken(&text), "He said “ ” to me");
        assert_eq!(spoken(&Text::new("You idiot")), "You idiot");
    }
}
