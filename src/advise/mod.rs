//! [`Post`] and its signals → [`Prompt`]s: ways into the conversation, each
//! grounded in words of the post.
//!
//! A prompt is the beginning of a reply: it takes up what the author said, in
//! quotation marks and as they said it, and asks on, or leaves a gap (…) for the
//! person's own words. It makes a person listen and never says what they think.
//! The recipe is acknowledge, ask on, own experience with a hedge (Yeomans et
//! al. 2020; Huang et al. 2017). No prompt is better than one that does not
//! fit: `docs/prompts.md` shows posts of every kind with theirs.

pub mod draft;
mod feeling;
mod join;
mod phrase;
mod quote;
mod sense;
mod templates;
#[cfg(test)]
mod tests;
mod told;

pub use feeling::tells_own_hardship;
pub use join::worth_joining;
pub use told::Told;

use crate::post::Post;
use crate::score::{ReasonKey, Score};
use crate::signals::{Head, TextSignals};
use crate::text::Text;
use crate::text::stopwords;
use crate::words::{Language, Word};
use feeling::Weight;
use quote::Quote;
use sense::Senses;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a prompt suggests doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PromptKind {
    /// Answer the post's question.
    Answer,
    /// Ask a follow-up question.
    FollowUp,
    /// Ask for the story behind it.
    Story,
    /// Name what you agree with.
    Agree,
    /// Ask for the reason.
    Reason,
    /// Offer your own experience, hedged.
    Experience,
    /// Thank and build on it.
    Thank,
    /// Show care.
    Care,
    /// Share a joy by asking about it.
    Joy,
}

/// One way into the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What it suggests doing.
    pub kind: PromptKind,
    /// The language of the post, in which `text` is.
    pub language: Language,
    /// The beginning of a reply.
    pub text: String,
}

/// The most prompts for one post.
pub const MAX_PROMPTS: usize = 2;

/// Shorter posts give nothing to take up, in words.
const LEAST_WORDS: u32 = 5;

/// A shorter text that thanks, comforts or agrees does nothing else, in words.
const COURTESY: u32 = 20;

/// A longer text that tells or explains gives something to thank for, in words.
const SUBSTANCE: u32 = 25;

/// A sentence that is worth less is not taken up, see [`Quote::worth`], and
/// neither is one for a second prompt: a weak one takes from the first.
const LEAST_WORTH: f32 = 1.2;
const LEAST_SECOND: f32 = 2.5;

/// Small words that every text in a language has, as a share of its words: with
/// fewer it is a text in another one.
const SMALL_WORDS: f32 = 0.2;

/// From this reading of [`Head::Question`] on, a text that ends on a question asks.
const LIKELY_ASKS: f32 = 0.4;

/// Where hostile replies took so many points there is a quarrel.
const QUARREL: i32 = -8;

/// At most [`MAX_PROMPTS`] prompts of different kinds for a post, each taking up
/// other words of it; none for a post that is deleted, an advert, bait, hostile,
/// a joke, too short, or in a language that Rapport does not speak. The same
/// post always gets the same prompts, posts alike in kind get different ones;
/// `told` sees to it that no wording comes again in a visit while others are
/// left.
pub fn prompts(post: &Post, signals: &TextSignals, score: &Score, told: &mut Told) -> Vec<Prompt> {
    let Some(language) = signals.language.filter(|_| may_be_answered(post, signals)) else {
        return Vec::new();
    };
    let text = Text::new(&post.text);
    if !is_in(&text, language) || sense::is_closed(&text, language, asks(signals)) {
        return Vec::new();
    }
    let mut grounds = Grounds::of(&text, language, signals);
    let mut dice = DefaultHasher::new();
    post.id.hash(&mut dice);
    let dice = dice.finish();

    let mut prompts: Vec<Prompt> = Vec::new();
    for way in ways(signals, score, &grounds, dice) {
        if prompts.len() == MAX_PROMPTS {
            break;
        }
        let new = prompts.iter().all(|prompt| prompt.kind != way.kind);
        let least = match way.kind {
            // What is told of a loss or a joy matters more than how.
            PromptKind::Care | PromptKind::Joy => f32::MIN,
            _ if prompts.is_empty() => LEAST_WORTH,
            _ => LEAST_SECOND,
        };
        let Some(ground) = new.then(|| grounds.take(&way.ground, least)).flatten() else {
            continue;
        };
        // Counted in 64 bits: the page's machine has shorter words than others.
        let turn = ((dice >> 8) % way.wordings.len().max(1) as u64) as usize;
        if let Some(word) = told.wording(dice, way.wordings, turn) {
            prompts.push(Prompt {
                kind: way.kind,
                language,
                text: language.fill(word, &[("question", &ground), ("phrase", &ground)]),
            });
        }
    }
    prompts
}

fn may_be_answered(post: &Post, signals: &TextSignals) -> bool {
    let courteous = [
        Head::Gratitude,
        Head::Support,
        Head::Agreement,
        Head::Acknowledgement,
    ];
    !post.deleted
        && !post.promoted
        && signals.is_read()
        && signals.words >= LEAST_WORDS
        && ![Head::Promotion, Head::Bait, Head::Hostility]
            .into_iter()
            .any(|head| signals.has(head))
        && (signals.words >= COURTESY
            || asks(signals)
            || !courteous.into_iter().any(|head| signals.has(head)))
}

/// Whether a text surely is in a language: its words for everything are there.
fn is_in(text: &Text<'_>, language: Language) -> bool {
    // Single letters are words in most languages.
    let words: Vec<&str> = (text.tokens().iter())
        .map(|token| text.folded(token))
        .filter(|word| word.chars().count() > 1)
        .collect();
    let small = words
        .iter()
        .filter(|word| stopwords::is_stop(word, language))
        .count();
    small as f32 >= SMALL_WORDS * words.len() as f32
}

fn asks(signals: &TextSignals) -> bool {
    signals.has(Head::Question) || signals.has(Head::Advice)
}

/// A way of taking up a post: what to do, how to say it, and with which of its
/// words.
struct Way {
    kind: PromptKind,
    wordings: &'static [Word],
    ground: Ground,
}

/// Which words of a post are taken up.
#[derive(Clone)]
enum Ground {
    /// Its question.
    Question,
    /// What its question is about.
    AskedAbout,
    /// One of these sentences.
    OneOf(Vec<usize>),
    /// Its best sentence.
    Best,
}

/// The ways that fit what a post does, best first.
fn ways(signals: &TextSignals, score: &Score, grounds: &Grounds<'_>, dice: u64) -> Vec<Way> {
    use PromptKind as P;
    let way = |kind, wordings, ground: &Ground| Way {
        kind,
        wordings,
        ground: ground.clone(),
    };
    let one_of = |sentences: &Vec<usize>| Ground::OneOf(sentences.clone());
    let senses = &grounds.senses;
    let (joys, claims) = (&one_of(&senses.joys), &one_of(&senses.claims));
    let (lived, seeks) = (&one_of(&senses.lived), &one_of(&senses.seeks));
    let quarrel = (score.reasons.iter())
        .any(|reason| reason.key == ReasonKey::HostileReplies && reason.points <= QUARREL);
    let angry = signals.has(Head::Annoyance) || sense::is_angry(grounds.text, grounds.language);
    let own = matches!(grounds.weight, Weight::OwnHard(_));
    if quarrel || angry && !own {
        // Only what calms: ask, and answer nothing.
        return vec![
            way(P::FollowUp, templates::CALM, claims),
            way(P::FollowUp, templates::CALM, &Ground::Best),
        ];
    }
    let mut ways = Vec::new();
    let asks = asks(signals) && quote::asks(grounds.text).is_some()
        || ends_asking(signals, grounds)
        || !senses.seeks.is_empty();
    if asks {
        ways.push(way(P::Answer, templates::ANSWER, &Ground::Question));
        ways.push(way(P::Answer, templates::ANSWER_ABOUT, seeks));
        ways.push(way(P::Answer, templates::ANSWER_ABOUT, &Ground::AskedAbout));
    }
    match grounds.weight {
        // A joy after something hard: how it goes on is theirs to say.
        Weight::OwnHard(_) | Weight::Hard if !grounds.senses.joys.is_empty() => {
            ways.push(way(P::FollowUp, templates::FOLLOW_UP, joys));
            return ways;
        }
        Weight::OwnHard(sentence) => {
            let told = Ground::OneOf(vec![sentence]);
            ways.push(way(P::Care, templates::CARE, &told));
            ways.push(way(P::Care, templates::CARE, lived));
            ways.push(way(P::Care, templates::CARE, &Ground::Best));
            return ways;
        }
        Weight::Hard => {
            ways.push(way(P::FollowUp, templates::GRAVE, &Ground::Best));
            return ways;
        }
        Weight::Light => {}
    }
    if !asks {
        ways.push(way(P::Joy, templates::JOY, joys));
    }
    // Ways that fit about equally well take turns from post to post.
    let mut turns = Vec::new();
    if asks {
        if signals.has(Head::Advice) || !senses.seeks.is_empty() {
            turns.push(way(P::FollowUp, templates::CLARIFY, &Ground::Best));
            turns.push(way(P::Experience, templates::EXPERIENCE, &Ground::Best));
        }
    } else {
        turns.push(way(P::Reason, templates::REASON, claims));
        turns.push(way(P::Story, templates::STORY, lived));
        turns.push(way(P::Agree, templates::AGREE, claims));
        let told = [Head::Story, Head::Information, Head::Reasoning];
        if signals.words >= SUBSTANCE && told.into_iter().any(|head| signals.has(head)) {
            turns.push(way(P::Thank, templates::THANK, &Ground::Best));
        }
    }
    let shift = dice % turns.len().max(1) as u64;
    turns.rotate_left(shift as usize);
    ways.extend(turns);
    ways.push(way(P::FollowUp, templates::FOLLOW_UP, &Ground::Best));
    ways
}

/// Whether a text ends on a question that may be meant for its readers.
fn ends_asking(signals: &TextSignals, grounds: &Grounds<'_>) -> bool {
    signals.get(Head::Question) >= Some(LIKELY_ASKS)
        && (grounds.text.sentences().last()).is_some_and(|sentence| sentence.question)
}

/// The words of a post that prompts can take up.
struct Grounds<'t> {
    text: &'t Text<'t>,
    language: Language,
    weight: Weight,
    senses: Senses,
    /// What of its sentences was not taken up yet.
    quotes: Vec<Quote>,
}

impl<'t> Grounds<'t> {
    fn of(text: &'t Text<'t>, language: Language, signals: &TextSignals) -> Self {
        let weight = feeling::weight(text, language);
        // Who has something hard to tell may be angry at it.
        let avoid = match weight {
            Weight::OwnHard(_) => Vec::new(),
            _ => [signals.cues(Head::Annoyance), signals.cues(Head::Hostility)].concat(),
        };
        Self {
            weight,
            senses: sense::of(text, language),
            quotes: quote::quotes(text, language, &avoid),
            text,
            language,
        }
    }

    /// Words of this kind that were not taken up before and are worth `least`.
    fn take(&mut self, ground: &Ground, least: f32) -> Option<String> {
        match ground {
            Ground::Question => quote::question(self.text, self.language),
            Ground::AskedAbout => {
                let asked = quote::asks(self.text)?.tokens.clone();
                phrase::key_phrase(self.text, self.language, Some(asked))
                    // A single word may be the wrong one.
                    .filter(|phrase| phrase.contains(' '))
                    .or_else(|| self.take(&Ground::Best, least))
            }
            Ground::OneOf(sentences) => {
                self.best(|quote| quote.worth >= least && sentences.contains(&quote.sentence))
            }
            Ground::Best => self.best(|quote| quote.worth >= least),
        }
    }

    /// The best sentence of those asked for; it is not given again.
    fn best(&mut self, wanted: impl Fn(&Quote) -> bool) -> Option<String> {
        let (at, _) = (self.quotes.iter().enumerate())
            .filter(|(_, quote)| wanted(quote))
            .max_by(|one, other| one.1.worth.total_cmp(&other.1.worth))?;
        Some(self.quotes.swap_remove(at).words)
    }
}
