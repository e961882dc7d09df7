//! [`Post`] and its signals → [`Prompt`]s: ways into the conversation, each
//! grounded in words of the post.
//!
//! A prompt is the beginning of a reply: it takes up what the author said and
//! asks on, or leaves a gap (…) for the person's own words. It makes a person
//! listen and never says what they think. The recipe is acknowledge, ask on,
//! own experience with a hedge (Yeomans et al. 2020; Huang et al. 2017).

pub mod draft;
mod feeling;
mod phrase;
mod stopwords;
mod templates;
#[cfg(test)]
mod tests;

use crate::post::Post;
use crate::score::{ReasonKey, Score};
use crate::signals::{Head, TextSignals};
use crate::text::{Sentence, Text, TokenKind};
use crate::words::{Language, Word};
use feeling::Weight;
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

/// Longer sentences are not repeated in a prompt, in characters.
const LONGEST_QUOTE: usize = 90;

/// Where hostile replies took so many points there is a quarrel.
const QUARREL: i32 = -8;

/// At most [`MAX_PROMPTS`] prompts of different kinds for a post; none for a
/// post that is deleted, an advert, bait, hostile, too short, or in a language
/// that Rapport does not speak. The same post always gets the same prompts,
/// posts alike in kind get different ones.
pub fn prompts(post: &Post, signals: &TextSignals, score: &Score) -> Vec<Prompt> {
    let Some(language) = signals.language.filter(|_| may_be_answered(post, signals)) else {
        return Vec::new();
    };
    let text = Text::new(&post.text);
    let weight = feeling::weight(&text, language);
    let grounds = Grounds::of(&text, language, weight);
    let mut dice = DefaultHasher::new();
    post.id.hash(&mut dice);
    let dice = dice.finish();

    let mut kinds = fitting(signals, score, weight);
    // Kinds that fit about equally well take turns from post to post.
    let front = kinds.len().min(MAX_PROMPTS + 1);
    if front > 1 && kinds[0] != PromptKind::Answer && kinds[0] != PromptKind::Care {
        kinds[..front].rotate_left((dice % front as u64) as usize);
    }
    let mut prompts: Vec<Prompt> = Vec::new();
    for kind in kinds {
        if prompts.len() == MAX_PROMPTS {
            break;
        }
        let turn = (dice >> 8) as usize + prompts.len();
        if let Some(text) = grounds.fill(kind, turn, language) {
            prompts.push(Prompt {
                kind,
                language,
                text,
            });
        }
    }
    prompts
}

fn may_be_answered(post: &Post, signals: &TextSignals) -> bool {
    !post.deleted
        && !post.promoted
        && signals.is_read()
        && signals.words >= LEAST_WORDS
        && ![Head::Promotion, Head::Bait, Head::Hostility]
            .into_iter()
            .any(|head| signals.has(head))
}

/// The kinds of prompt that fit what a post does, best first.
fn fitting(signals: &TextSignals, score: &Score, weight: Weight) -> Vec<PromptKind> {
    let has = |head| signals.has(head);
    let asks = has(Head::Question) || has(Head::Advice);
    let quarrel = (score.reasons.iter())
        .any(|reason| reason.key == ReasonKey::HostileReplies && reason.points <= QUARREL);
    if quarrel {
        // Only what calms: ask, and answer nothing.
        return vec![PromptKind::FollowUp];
    }
    let mut kinds = Vec::new();
    if asks {
        kinds.push(PromptKind::Answer);
    }
    match weight {
        Weight::OwnHard(_) => {
            kinds.push(PromptKind::Care);
            return kinds;
        }
        Weight::Hard => {
            kinds.push(PromptKind::FollowUp);
            return kinds;
        }
        Weight::Light => {}
    }
    if has(Head::Advice) || (asks && has(Head::Story)) {
        kinds.push(PromptKind::Experience);
    }
    if has(Head::Story) {
        kinds.push(PromptKind::Story);
    }
    let argues =
        has(Head::Reasoning) || has(Head::Disagreement) || signals.get(Head::Hedging) > Some(0.0);
    if argues && !asks {
        kinds.extend([PromptKind::Agree, PromptKind::Reason]);
    }
    if !asks && (has(Head::Story) || has(Head::Reasoning)) {
        kinds.push(PromptKind::Thank);
    }
    kinds.push(PromptKind::FollowUp);
    kinds
}

/// The words of a post that prompts can take up.
struct Grounds {
    question: Option<String>,
    asked_about: Option<String>,
    phrase: Option<String>,
    /// What is hard for the author.
    burden: Option<String>,
}

impl Grounds {
    fn of(text: &Text<'_>, language: Language, weight: Weight) -> Self {
        let asked = question(text);
        let told = match weight {
            Weight::OwnHard(sentence) => text.sentences().get(sentence),
            _ => None,
        };
        Self {
            burden: told.and_then(|told| {
                let words = text.raw()[told.span.clone()].trim_end_matches('.');
                let short = words.chars().count() <= LONGEST_QUOTE && is_plain(text, told);
                short.then(|| words.to_owned())
            }),
            question: asked
                .map(|asked| text.raw()[asked.span.clone()].to_owned())
                .filter(|asked| asked.chars().count() <= LONGEST_QUOTE),
            asked_about: asked
                .and_then(|asked| phrase::key_phrase(text, language, Some(asked.tokens.clone()))),
            phrase: phrase::key_phrase(text, language, None),
        }
    }

    /// A prompt of this kind, in the wording whose `turn` it is; `None` when
    /// the post has no words for it.
    fn fill(&self, kind: PromptKind, turn: usize, language: Language) -> Option<String> {
        let choose = |words: &[Word]| words.get(turn % words.len().max(1)).copied();
        let (words, name, ground) = match (kind, &self.question, &self.asked_about) {
            (PromptKind::Answer, Some(question), _) => (templates::of(kind), "question", question),
            (PromptKind::Answer, None, Some(about)) => (templates::ANSWER_ABOUT, "phrase", about),
            (PromptKind::Answer, None, None) => return None,
            (PromptKind::Care, _, _) => (templates::of(kind), "phrase", self.burden.as_ref()?),
            _ => (templates::of(kind), "phrase", self.phrase.as_ref()?),
        };
        Some(language.fill(choose(words)?, &[(name, ground)]))
    }
}

/// The last question that a text asks in its own words and that can be
/// repeated: what a post ends on is what it wants to know.
fn question<'t>(text: &'t Text<'_>) -> Option<&'t Sentence> {
    (text.sentences().iter().rev())
        .find(|sentence| sentence.question && sentence.tokens.len() > 2 && is_plain(text, sentence))
}

/// Whether a sentence is the author's own words and nothing else.
fn is_plain(text: &Text<'_>, sentence: &Sentence) -> bool {
    text.tokens()[sentence.tokens.clone()]
        .iter()
        .all(|token| token.kind == TokenKind::Word && !token.quoted)
}
