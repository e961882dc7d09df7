//! The hand-made cue tables: which phrases show what a text does.
//!
//! The heads and many of the ideas come from published work; every phrase list
//! is our own:
//!
//! - acknowledgement, agreement, hedging, reasoning, gratitude, negation:
//!   conversational receptiveness (Yeomans, Minson et al. 2020, "Conversational
//!   receptiveness: Improving engagement with opposing views");
//! - hedges, gratitude and greetings as protection, second person at the start
//!   as a warning: Zhang et al. 2018, "Conversations Gone Awry";
//! - curiosity, personal story, reasoning, compassion: the "bridging"
//!   attributes of Jigsaw (2024);
//! - bait: the kinds named by Meta (2017), vote, react, share, tag and comment
//!   baiting.
//!
//! A cue's weight is how sure one finding makes us, 0 to 1: 0.9 hardly means
//! anything else, 0.3 needs company.

mod en;
mod fr;

use super::text::Head;
use crate::text::phrases::Phrases;
use crate::words::Language;
use std::sync::LazyLock;

/// When a phrase counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Wherever it stands.
    Always,
    /// Even after a negation.
    EvenNegated,
    /// In a question only.
    InQuestion,
    /// A name for a person: not when the writer means themself, more when the
    /// reader is meant.
    Name,
    /// A word for people or things: only when said of a person, and not of the
    /// writer.
    OfPerson,
}

/// Phrases that count alike.
pub(super) struct Group {
    pub head: Head,
    pub weight: f32,
    pub when: When,
    pub phrases: &'static [&'static str],
}

/// What a found phrase means.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    pub head: Head,
    pub weight: f32,
    pub when: When,
}

/// Everything a language needs for being read.
pub(super) struct Cues {
    pub phrases: Phrases<Cue>,
    /// Words that turn a phrase after them into its opposite.
    pub negators: &'static [&'static str],
    /// Words for the writer.
    pub first_person: &'static [&'static str],
    /// Words for the reader.
    pub second_person: &'static [&'static str],
    /// Words for other people, or that make a word said of people.
    pub third_person: &'static [&'static str],
    /// Words that begin an open question.
    pub openers: &'static [&'static str],
    /// Words that begin the answer to one's own question.
    pub answers: &'static [&'static str],
    /// Phrases that show that a question wants no answer.
    pub rhetorical: Phrases<Place>,
    /// Articles and the like: between a word for a person and an [`When::OfPerson`] word
    /// they show that the latter is said of a thing ("they made a stupid mistake").
    pub articles: &'static [&'static str],
}

/// Where a rhetorical phrase has to stand in its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere; a single word must be the whole question or a tag at its end
    /// ("nice, right?").
    Anywhere,
    /// First: advertising asks so ("Tired of paperwork?").
    AtStart,
}

static ENGLISH: LazyLock<Cues> = LazyLock::new(en::cues);
static FRENCH: LazyLock<Cues> = LazyLock::new(fr::cues);

/// The table of a language.
pub(super) fn of(language: Language) -> &'static Cues {
    match language {
        Language::En => &ENGLISH,
        Language::Fr => &FRENCH,
    }
}

fn phrases(groups: &[Group]) -> Phrases<Cue> {
    Phrases::new(groups.iter().flat_map(|group| {
        let cue = Cue {
            head: group.head,
            weight: group.weight,
            when: group.when,
        };
        group.phrases.iter().map(move |phrase| (*phrase, cue))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn every_cue_is_found_in_a_text_that_is_the_cue() {
        for (groups, cues) in [
            (en::GROUPS, of(Language::En)),
            (fr::GROUPS, of(Language::Fr)),
        ] {
            for group in groups {
                assert!(group.weight > 0.0 && group.weight < 1.0);
                for phrase in group.phrases {
                    let plain = phrase.replace('*', "");
                    assert!(
                        cues.phrases.find(&Text::new(&plain)).iter().any(|hit| {
                            hit.tag.head == group.head && hit.tag.weight == group.weight
                        }),
                        "{phrase}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_head_holds_the_same_phrase_twice() {
        for groups in [en::GROUPS, fr::GROUPS] {
            let mut seen = std::collections::HashSet::new();
            for group in groups {
                for phrase in group.phrases {
                    assert!(seen.insert((group.head, *phrase)), "{phrase}");
                }
            }
        }
    }

    #[test]
    fn both_languages_read_every_head() {
        for groups in [en::GROUPS, fr::GROUPS] {
            for head in Head::ALL.into_iter().filter(|head| !head.is_learned_only()) {
                assert!(groups.iter().any(|group| group.head == head), "{head:?}");
            }
        }
    }
}
