//! Text → how likely it does what, head by head: the learned part of reading.
//!
//! In: a text and the weights of `model/rapport.weights`. Out: for each head
//! that is known in the text's language a probability, and on demand the words
//! that moved it. `trainer/` learns the weights; `docs/model.md` and
//! `model/card.md` say from what, how and how well.
//!
//! A text becomes the set of its hashed n-grams ([`features`]). Each head is a
//! linear model over those that have a slot in the table ([`weights`]): the
//! sum of their weights, words and characters apart, each divided by the
//! square root of how many the text has. So a long text says no more than a
//! short one by being long; what length itself tells is a term of its own,
//! capped ([`length_term`]).

pub mod features;
pub mod weights;

use crate::words::Language;
use features::Scan;
use std::ops::Range;
use std::sync::OnceLock;
use weights::{Bank, HeadWeights};
pub use weights::{Weights, WeightsError};

/// What is learned, named as in the data it is learned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Learned {
    /// Wants to know more (GoEmotions).
    Curiosity,
    /// Thanks (GoEmotions).
    Gratitude,
    /// Cares for someone (GoEmotions).
    Caring,
    /// Finds something admirable (GoEmotions).
    Admiration,
    /// Is annoyed (GoEmotions).
    Annoyance,
    /// Is angry (GoEmotions).
    Anger,
    /// Approves or agrees (GoEmotions).
    Approval,
    /// Disapproves or disagrees (GoEmotions).
    Disapproval,
    /// Comforts (OffMyChest).
    EmotionalSupport,
    /// Helps with information (OffMyChest).
    InformationalSupport,
    /// Tells a feeling of one's own (OffMyChest).
    EmotionalDisclosure,
    /// Tells something of oneself (OffMyChest).
    InformationDisclosure,
    /// Asks politely (Stanford politeness, TyDiP).
    Politeness,
    /// Is an advert under a video (YouTube spam).
    Spam,
    /// Is a headline that baits (Chakraborty et al. 2016).
    Clickbait,
    /// Attacks (Wikipedia talk pages; ToxiFrench).
    Toxicity,
    /// Is of negative feeling (French tweets).
    Negativity,
    /// Is of positive feeling (French tweets).
    Positivity,
}

impl Learned {
    /// Every head; its place is its number in the weights file.
    pub const ALL: [Learned; 18] = [
        Learned::Curiosity,
        Learned::Gratitude,
        Learned::Caring,
        Learned::Admiration,
        Learned::Annoyance,
        Learned::Anger,
        Learned::Approval,
        Learned::Disapproval,
        Learned::EmotionalSupport,
        Learned::InformationalSupport,
        Learned::EmotionalDisclosure,
        Learned::InformationDisclosure,
        Learned::Politeness,
        Learned::Spam,
        Learned::Clickbait,
        Learned::Toxicity,
        Learned::Negativity,
        Learned::Positivity,
    ];

    /// Its stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Curiosity => "curiosity",
            Self::Gratitude => "gratitude",
            Self::Caring => "caring",
            Self::Admiration => "admiration",
            Self::Annoyance => "annoyance",
            Self::Anger => "anger",
            Self::Approval => "approval",
            Self::Disapproval => "disapproval",
            Self::EmotionalSupport => "emotional_support",
            Self::InformationalSupport => "informational_support",
            Self::EmotionalDisclosure => "emotional_disclosure",
            Self::InformationDisclosure => "information_disclosure",
            Self::Politeness => "politeness",
            Self::Spam => "spam",
            Self::Clickbait => "clickbait",
            Self::Toxicity => "toxicity",
            Self::Negativity => "negativity",
            Self::Positivity => "positivity",
        }
    }
}

/// From so many words on a longer text is no longer longer.
const LENGTH_CAP: f32 = 100.0;

/// How long a text of so many words is, 0 (none) to 1 (a hundred or more).
pub fn length_term(words: usize) -> f32 {
    (words as f32).min(LENGTH_CAP).ln_1p() / LENGTH_CAP.ln_1p()
}

/// The weights in use, if any came.
static INSTALLED: OnceLock<Model> = OnceLock::new();

/// Learned weights, ready for reading.
#[derive(Debug)]
pub struct Model {
    weights: Weights,
}

/// Room for reading, used again text after text.
#[derive(Debug, Default)]
pub struct Scratch {
    scan: Scan,
    /// A bit a slot: an n-gram counts once, however often it comes.
    seen: Vec<u32>,
    touched: Vec<u32>,
}

/// What a text is to the heads of its language.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Probabilities in the order of [`Learned::ALL`]; `None` for heads that
    /// are not known in this language.
    probabilities: [Option<f32>; Learned::ALL.len()],
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            probabilities: [None; Learned::ALL.len()],
        }
    }
}

impl Reading {
    /// How likely the text does this, 0 to 1, at the base rate of the data
    /// that it was learned from; `None` when that was not learned for its
    /// language.
    pub const fn get(&self, head: Learned) -> Option<f32> {
        self.probabilities[head as usize]
    }
}

impl Model {
    /// From the bytes of a weights file.
    ///
    /// # Errors
    /// When they are damaged or of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        Weights::from_bytes(bytes).map(Self::new)
    }

    /// From weights.
    pub const fn new(weights: Weights) -> Self {
        Self { weights }
    }

    /// Reads a text in its language. Linear in its length up to
    /// [`features::MAX_TOKENS`]; allocates nothing once `scratch` has grown.
    pub fn read(&self, text: &str, language: Language, scratch: &mut Scratch) -> Reading {
        let mut reading = Reading::default();
        let Some(bank) = self.bank(language) else {
            return reading;
        };
        let Scratch {
            scan,
            seen,
            touched,
        } = scratch;
        scan.read(text);
        let mut sums = [[0_i32; Learned::ALL.len()]; 2];
        let mut grams = [0_u32; 2];
        seen.resize(bank.tags.len().div_ceil(32), 0);
        scan.each(|kind, hash, _| {
            grams[kind as usize] += 1;
            if let Some(slot) = bank.slot(hash) {
                let (word, bit) = (slot / 32, 1 << (slot % 32));
                if seen[word] & bit == 0 {
                    seen[word] |= bit;
                    touched.push(word as u32);
                    let row = &bank.weights[slot * bank.lanes..(slot + 1) * bank.lanes];
                    for (sum, weight) in sums[kind as usize].iter_mut().zip(row) {
                        *sum += i32::from(*weight);
                    }
                }
            }
        });
        for word in touched.drain(..) {
            seen[word as usize] = 0;
        }
        let [word_share, char_share] = shares(grams, bank.letters);
        let length = length_term(scan.words());
        for (lane, head) in bank.heads.iter().enumerate() {
            let sum = sums[0][lane] as f32 * word_share + sums[1][lane] as f32 * char_share;
            reading.probabilities[head.head as usize] = Some(head.probability(sum, length));
        }
        reading
    }

    /// The words of a text that speak most for a head, strongest first, as
    /// places in the text, in bytes; at most `most`. Empty when none stands
    /// out.
    pub fn moved_by(
        &self,
        text: &str,
        language: Language,
        head: Learned,
        most: usize,
        scratch: &mut Scratch,
    ) -> Vec<Range<usize>> {
        let found = self.bank(language).and_then(|bank| {
            let lane = bank.heads.iter().position(|one| one.head == head)?;
            Some((bank, lane))
        });
        let Some((bank, lane)) = found else {
            return Vec::new();
        };
        let scan = &mut scratch.scan;
        scan.read(text);
        let mut grams = [0_u32; 2];
        scan.each(|kind, _, _| grams[kind as usize] += 1);
        let shares = shares(grams, bank.letters);
        // What n-grams of several words say is shared out among these.
        let mut by_token = vec![0.0_f32; scan.len()];
        scan.each(|kind, hash, tokens| {
            if let Some(slot) = bank.slot(hash) {
                let weight = f32::from(bank.weights[slot * bank.lanes + lane]);
                let part = weight * shares[kind as usize] / tokens.len() as f32;
                for token in tokens {
                    by_token[token] += part;
                }
            }
        });
        let strongest = by_token.iter().copied().fold(0.0, f32::max);
        let mut words: Vec<usize> = (0..by_token.len())
            .filter(|token| {
                scan.is_word(*token)
                    && by_token[*token] > 0.0
                    && by_token[*token] >= STANDS_OUT * strongest
            })
            .collect();
        words.sort_by(|a, b| by_token[*b].total_cmp(&by_token[*a]).then(a.cmp(b)));
        words.truncate(most);
        words.into_iter().map(|token| scan.span(token)).collect()
    }

    fn bank(&self, language: Language) -> Option<&Bank> {
        self.weights
            .banks
            .iter()
            .find(|bank| bank.language == language)
    }
}

/// A word stands out when it says at least this part of what the strongest
/// says.
const STANDS_OUT: f32 = 0.4;

/// What each n-gram of either kind is multiplied by, in a text that has so many
/// of each; `letters` is [`Bank::letters`].
pub fn shares(grams: [u32; 2], letters: f32) -> [f32; 2] {
    let [words, characters] = grams.map(|many| 1.0 / (many.max(1) as f32).sqrt());
    [words, characters * letters]
}

impl Bank {
    /// The slot of an n-gram, if it has one.
    #[inline(always)]
    pub fn slot(&self, hash: u32) -> Option<usize> {
        let slot = slot_of(hash, self.log2_slots);
        (self.tags[slot] == tag_of(hash)).then_some(slot)
    }
}

/// Where an n-gram would stand in a table of this size.
#[inline(always)]
pub const fn slot_of(hash: u32, log2_slots: u32) -> usize {
    (hash >> (32 - log2_slots)) as usize
}

/// What a slot must hold for an n-gram to be its owner.
#[inline(always)]
pub const fn tag_of(hash: u32) -> u8 {
    hash as u8
}

impl HeadWeights {
    /// From the weighted sum of a text's n-grams and its length to a
    /// probability.
    pub fn probability(&self, sum: f32, length: f32) -> f32 {
        let logit = sum * self.step + self.bias + self.length * length;
        let odds = self.slope * logit + self.intercept;
        1.0 / (1.0 + (-odds).exp())
    }
}

/// Takes these weights into use for all later readings. The first wins: a page
/// gets one file, and readings must not change under it.
pub fn install(model: Model) {
    let _ = INSTALLED.set(model);
}

/// The weights in use; `None` where none came, or those that came were damaged.
pub fn installed() -> Option<&'static Model> {
    INSTALLED.get()
}
