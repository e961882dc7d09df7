//! What a text does, head by head. [`read`] is the one seam through which
//! texts become numbers.

use super::{learned, lexicon};
use crate::model;
use crate::post::Post;
use crate::text::{Text, language};
use crate::words::Language;

/// Something a text can do, in the terms of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Head {
    /// Asks its readers an open question.
    Question,
    /// Asks for experience or advice.
    Advice,
    /// Shows that someone was heard ("I see your point").
    Acknowledgement,
    /// Thanks.
    Gratitude,
    /// Agrees.
    Agreement,
    /// Leaves room for being wrong ("maybe", "I think").
    Hedging,
    /// Gives reasons.
    Reasoning,
    /// Tells something of oneself.
    Story,
    /// Cares, comforts, encourages.
    Support,
    /// Attacks people.
    Hostility,
    /// Asks for clicks, likes or shares.
    Bait,
    /// Sells.
    Promotion,
    /// Celebrates and does nothing else.
    Gloss,
    /// Wants to know more. Learned only.
    Curiosity,
    /// Helps with information. Learned only.
    Information,
    /// Asks politely. Learned only.
    Politeness,
    /// Is annoyed or angry, at whatever.
    Annoyance,
    /// Disagrees civilly.
    Disagreement,
}

impl Head {
    /// Every head, in the order of their storage.
    pub const ALL: [Head; 18] = [
        Head::Question,
        Head::Advice,
        Head::Acknowledgement,
        Head::Gratitude,
        Head::Agreement,
        Head::Hedging,
        Head::Reasoning,
        Head::Story,
        Head::Support,
        Head::Hostility,
        Head::Bait,
        Head::Promotion,
        Head::Gloss,
        Head::Curiosity,
        Head::Information,
        Head::Politeness,
        Head::Annoyance,
        Head::Disagreement,
    ];

    /// Whether no cue table knows it: without the learned model, or in a
    /// language in which it was not learned, it is not read.
    pub const fn is_learned_only(self) -> bool {
        matches!(self, Self::Curiosity | Self::Information | Self::Politeness)
    }
}

/// How many heads there are.
pub const HEADS: usize = Head::ALL.len();

/// Fewer words than this are not read: "no way" may be anything.
pub const LEAST_WORDS: usize = 3;

/// From this value on a head counts as present where only yes or no is asked.
/// One unmistakable cue reaches it, one weak cue does not.
pub const PRESENT: f32 = 0.5;

/// What one head says about a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// How much the text does this, 0 to 1.
    pub value: f32,
    /// The words of the text that moved it, as they stand there, without
    /// repetition; at most [`MAX_CUES`].
    pub cues: Vec<String>,
}

/// The most words kept as evidence for one head.
pub const MAX_CUES: usize = 3;

/// What a text does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TextSignals {
    /// The language it is in, if Rapport reads it.
    pub language: Option<Language>,
    /// How many words it has (see [`crate::text`] for texts without spaces).
    pub words: u32,
    /// Equal for texts that are equal but for case, spacing, punctuation and
    /// decoration; `None` when nothing is left of the text without those.
    pub fingerprint: Option<u64>,
    /// One reading a head, in the order of [`Head::ALL`]; `None` = not read.
    readings: [Option<Reading>; HEADS],
}

impl TextSignals {
    /// How much the text does this, 0 to 1; `None` when it was not read: too
    /// short, an unknown language, only links or emoji.
    pub fn get(&self, head: Head) -> Option<f32> {
        self.readings[head as usize]
            .as_ref()
            .map(|reading| reading.value)
    }

    /// The words that moved this head, as they stand in the text.
    pub fn cues(&self, head: Head) -> &[String] {
        self.readings[head as usize]
            .as_ref()
            .map_or(&[], |reading| &reading.cues)
    }

    /// Whether a head was read and is [`PRESENT`].
    pub fn has(&self, head: Head) -> bool {
        self.get(head).is_some_and(|value| value >= PRESENT)
    }

    /// Whether any head was read.
    pub fn is_read(&self) -> bool {
        self.readings.iter().any(Option::is_some)
    }
}

/// [`read`] for a post: its text in the language that the page declares.
pub fn of(post: &Post) -> TextSignals {
    read(&post.text, post.lang.as_deref())
}

/// Builds the tables for texts of a language, which the first reading would do
/// otherwise. Where code runs slowly at first (`wasm2js`), the two together
/// make a task that a person may feel.
pub fn prepare(language: Language) {
    super::cues::of(language);
}

/// Reads a text. `declared` is the BCP 47 tag that the page gives it; a text
/// that plainly is in another language is read in that one. With the learned
/// model where one is [installed](model::install), else by cue tables alone. Never fails;
/// linear in the text's length up to [`crate::text::MAX_BYTES`], where it is
/// cut.
pub fn read(text: &str, declared: Option<&str>) -> TextSignals {
    read_cut(&Text::new(text), declared)
}

/// [`read`] for a text that is cut up already.
pub fn read_cut(text: &Text<'_>, declared: Option<&str>) -> TextSignals {
    let words = text.words();
    let language = language(text, declared);
    let mut signals = TextSignals {
        language,
        words: u32::try_from(words).unwrap_or(u32::MAX),
        fingerprint: text.fingerprint(),
        ..TextSignals::default()
    };
    if let Some(language) = language
        && words >= LEAST_WORDS
    {
        signals.readings = lexicon::read(text, language).map(Some);
        for head in Head::ALL.into_iter().filter(|head| head.is_learned_only()) {
            signals.readings[head as usize] = None;
        }
        if let Some(model) = model::installed() {
            learned::add(model, text, language, &mut signals.readings);
        }
    }
    signals
}
