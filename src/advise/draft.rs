//! What a person is writing, and what it answers → [`Tip`]s that would make
//! it a better reply.
//!
//! In: the text of the composer, and the post that it answers. Out: at most
//! [`MAX_TIPS`] tips, the most useful first, and [`Listening`], what the draft
//! does as yes and no. A tip says what could be added; it never says how, never
//! touches the text, and holds nothing up.
//!
//! Every threshold is in [`table`], with its source. What each tip looks at is
//! told in `docs/coach.md`.

mod kin;
mod lists;
mod table;

use super::feeling::{self, Weight};
use super::phrase;
use crate::signals::Head;
use crate::signals::text::{self, TextSignals};
use crate::text::stopwords;
use crate::text::{Text, Token, TokenKind, is_emoji};
use crate::words::{Language, Word};
use kin::Content;
use serde::{Deserialize, Serialize};

/// The most tips for one draft: a longer list is not read while writing.
pub const MAX_TIPS: usize = 2;

/// The post that a draft answers.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// Its text as a person reads it.
    pub text: &'a str,
    /// What that text does.
    pub signals: &'a TextSignals,
}

/// How long the person has not typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// For a moment: the sentence may go on.
    Short,
    /// For some seconds: they are reading it over, or about to send it.
    Long,
}

/// One thing that would make the draft a better reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tip {
    /// It attacks or shouts: say it more calmly.
    Heated,
    /// It sells: say what it gives to them.
    Advert,
    /// Begin with a word of warmth.
    Warmth(Cause),
    /// It is too short or too long to be answered.
    Length(Size),
    /// It takes up nothing of theirs, such as this phrase of their post.
    TakeUp(Option<Phrase>),
    /// It speaks mostly of its writer.
    AboutThem,
    /// It asks nothing.
    Ask,
}

/// Why a word of warmth is called for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Something hard has happened to the author.
    Hard,
    /// The author gives help.
    Help,
}

/// How a draft's length is not right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// A word or two.
    Short,
    /// A wall of text.
    Long,
}

/// Words of the post that is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As they stand there.
    pub text: String,
    /// The language they are in.
    pub language: Language,
}

impl Tip {
    /// What it says. Where it has a phrase, that stands at `$PHRASE$`.
    pub const fn word(&self) -> Word {
        match self {
            Self::Heated => Word::CoachHeated,
            Self::Advert => Word::CoachAdvert,
            Self::Warmth(Cause::Hard) => Word::CoachWarmthHard,
            Self::Warmth(Cause::Help) => Word::CoachWarmthHelp,
            Self::Length(Size::Short) => Word::CoachShort,
            Self::Length(Size::Long) => Word::CoachLong,
            Self::TakeUp(Some(_)) => Word::CoachTakeUp,
            Self::TakeUp(None) => Word::CoachTakeUpPlain,
            Self::AboutThem => Word::CoachAboutThem,
            Self::Ask => Word::CoachAsk,
        }
    }
}

/// What a reply does, as yes and no: what may be counted of it without keeping
/// its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Listening {
    /// It takes up a word of the post.
    pub takes_up: bool,
    /// It asks something.
    pub asks: bool,
    /// It speaks to or about the other, and not mostly of its writer.
    pub about_them: bool,
    /// It thanks, acknowledges, agrees or cares.
    pub warm: bool,
    /// It attacks or shouts.
    pub heated: bool,
}

/// What was found about a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// At most [`MAX_TIPS`], the most useful first.
    pub tips: Vec<Tip>,
    /// It reads as if its writer listened, and there is no tip.
    pub listened: bool,
    /// What it does.
    pub listening: Listening,
}

/// Looks at a draft. The same draft always gets the same answer. Reads English
/// and French; of a draft in another language only what counts without words:
/// its length and its question marks. Linear in the lengths of both texts,
/// which are read up to [`crate::text::MAX_BYTES`].
pub fn check(draft: &str, answered: Option<Answered<'_>>, pause: Pause) -> Checked {
    let draft = Draft::read(draft, answered);
    let listening = draft.listening();
    let tips = draft.tips(listening, pause);
    let listened = tips.is_empty()
        && draft.words >= table::LEAST_WORDS
        && listening.takes_up
        && (listening.asks || draft.comforts())
        && !listening.heated
        && !draft.is_advert();
    Checked {
        tips,
        listened,
        listening,
    }
}

/// How many steps [`prepare`] has.
pub const PREPARATIONS: usize = 4;

/// Builds a table for drafts in a language, which the first draft would do
/// otherwise, all at once. Where code runs slowly at first (`wasm2js`) a person
/// may feel that; so each step, from 0 to before [`PREPARATIONS`], is one table.
pub fn prepare(language: Language, step: usize) {
    match step {
        0 => stopwords::prepare(language),
        1 => feeling::prepare(language),
        2 => lists::prepare(language),
        // What runs for the first time is slow, too.
        _ => {
            let post = Text::new(SAMPLE);
            Content::of(&post, language).is_taken_up_by(&post);
            check(SAMPLE, None, Pause::Short);
        }
    }
}

/// Anything that is long enough to be read.
const SAMPLE: &str = "One two three four five.";

/// A draft as read, and the post that it answers.
struct Draft<'a> {
    text: Text<'a>,
    signals: TextSignals,
    /// How many words are the writer's own, quotations left out.
    words: usize,
    /// How often the writer names themself, and how often the reader.
    me: usize,
    you: usize,
    warm: bool,
    asks: bool,
    /// It offers something for money.
    offers: bool,
    /// It says how to get that.
    contact: bool,
    post: Option<Post<'a>>,
}

/// The post that is answered, in a language that Rapport reads.
struct Post<'a> {
    text: Text<'a>,
    language: Language,
    content: Content,
    /// Its author tells that something hard has happened to them.
    hard: bool,
    /// Its author gives help.
    helps: bool,
    /// It asks its readers for something: an answer may speak of its writer.
    asks: bool,
}

impl<'a> Post<'a> {
    fn read(answered: Answered<'a>) -> Option<Self> {
        let Answered { text, signals } = answered;
        let language = signals.language?;
        let text = Text::new(text);
        let has = |head| signals.has(head);
        let helps =
            has(Head::Support) || has(Head::Information) || lists::said(&text, language).helps;
        Some(Self {
            language,
            content: Content::of(&text, language),
            hard: matches!(feeling::weight(&text, language), Weight::OwnHard(_)),
            helps: helps && !has(Head::Question),
            asks: has(Head::Question) || has(Head::Advice) && !helps,
            text,
        })
    }

    /// What says most about it.
    fn phrase(&self) -> Option<Phrase> {
        let language = self.language;
        phrase::key_phrase(&self.text, language, None).map(|text| Phrase { text, language })
    }
}

impl<'a> Draft<'a> {
    fn read(draft: &'a str, answered: Option<Answered<'a>>) -> Self {
        let post = answered.and_then(Post::read);
        let text = Text::new(draft);
        let declared = post.as_ref().map(|post| post.language.tag());
        let signals = text::read_cut(&text, declared);
        let quoted = |token: &&Token| token.quoted && token.kind == TokenKind::Word;
        let words = text
            .words()
            .saturating_sub(text.tokens().iter().filter(quoted).count());
        let (said, (me, you)) = signals.language.map_or_else(Default::default, |language| {
            (
                lists::said(&text, language),
                lists::persons(&text, language),
            )
        });
        let warm = [
            Head::Gratitude,
            Head::Acknowledgement,
            Head::Support,
            Head::Agreement,
        ];
        Self {
            warm: said.warm
                || warm.into_iter().any(|head| signals.has(head))
                || text.raw().contains(lists::is_heart),
            asks: said.asks || asks(&text),
            offers: said.offers,
            contact: said.contact,
            signals,
            words,
            me,
            you,
            post,
            text,
        }
    }

    fn listening(&self) -> Listening {
        let takes_up =
            (self.post.as_ref()).is_some_and(|post| post.content.is_taken_up_by(&self.text));
        Listening {
            takes_up,
            asks: self.asks,
            about_them: !self.is_about_me() && (takes_up || self.asks || self.you > 0),
            warm: self.warm,
            heated: self.is_heated(),
        }
    }

    fn tips(&self, listening: Listening, pause: Pause) -> Vec<Tip> {
        // What should not be sent stands alone: nothing else matters then.
        if listening.heated {
            return vec![Tip::Heated];
        }
        if self.is_advert() {
            return vec![Tip::Advert];
        }
        let finished = pause == Pause::Long || self.is_finished();
        if self.words <= table::SHORT_WORDS {
            let begun = self.words > 0 || self.text.emoji() > 0 || self.has_link();
            let short = begun && finished && !listening.asks;
            return Vec::from_iter(short.then_some(Tip::Length(Size::Short)));
        }
        let enough =
            self.words >= table::ENOUGH_WORDS || self.words >= table::LEAST_WORDS && finished;
        if !enough {
            return Vec::new();
        }
        let read = self.signals.is_read();
        // Who comforts does well with that alone.
        let comforts = self.comforts();
        let about_me = self.is_about_me();
        let post = |what: fn(&Post<'_>) -> bool| self.post.as_ref().is_some_and(what);
        let cold = |what| read && !self.warm && post(what);
        let answers = post(|post| post.asks) && self.words >= table::ENOUGH_WORDS;
        // Another language has other words for the same.
        let distant = self.post.as_ref().filter(|post| {
            let alike = read && self.signals.language == Some(post.language);
            alike && post.content.is_rich() && !listening.takes_up && !comforts
        });
        let found = [
            cold(|post| post.hard).then_some(Tip::Warmth(Cause::Hard)),
            distant.map(|post| Tip::TakeUp(post.phrase())),
            (read && about_me).then_some(Tip::AboutThem),
            (!self.asks && !comforts && !answers && !about_me).then_some(Tip::Ask),
            self.is_wall().then_some(Tip::Length(Size::Long)),
            cold(|post| post.helps && !post.hard).then_some(Tip::Warmth(Cause::Help)),
        ];
        found.into_iter().flatten().take(MAX_TIPS).collect()
    }

    /// Whether it speaks mostly of its writer: without being asked to, and not
    /// to say how sorry they are.
    fn is_about_me(&self) -> bool {
        let share = self.me as f32 / self.words.max(1) as f32;
        !self.asks
            && !self.post.as_ref().is_some_and(|post| post.asks)
            && !self.comforts()
            && self.words >= table::SELF_WORDS
            && self.me >= table::SELF_TIMES
            && share >= table::SELF_SHARE
            && self.me > table::SELF_PER_YOU * self.you
    }

    /// Whether it has warm words for something hard, and does well with that
    /// alone.
    fn comforts(&self) -> bool {
        self.warm && self.post.as_ref().is_some_and(|post| post.hard)
    }

    fn is_heated(&self) -> bool {
        let annoyed = self.signals.get(Head::Annoyance) >= Some(table::ANNOYED);
        self.signals.get(Head::Hostility) >= Some(table::HOSTILE)
            || annoyed && self.you > 0 && !self.warm
            || self.shouts()
    }

    /// Whether it is written in capitals.
    fn shouts(&self) -> bool {
        let (mut high, mut low) = (0_usize, 0_usize);
        let words = |token: &&Token| token.kind == TokenKind::Word && !token.quoted;
        for token in self.text.tokens().iter().filter(words) {
            for letter in self.text.original(token).chars() {
                high += usize::from(letter.is_uppercase());
                low += usize::from(letter.is_lowercase());
            }
        }
        self.words >= table::LEAST_WORDS
            && high >= table::SHOUT_LETTERS
            && high as f32 >= table::SHOUT_SHARE * (high + low) as f32
    }

    fn is_advert(&self) -> bool {
        let sells = self.signals.get(Head::Promotion);
        let link = self.has_link();
        sells >= Some(table::SELLS)
            || link && sells >= Some(table::SELLS_WITH_LINK)
            || self.offers && (link || self.contact)
    }

    fn has_link(&self) -> bool {
        let link = |token: &Token| token.kind == TokenKind::Link && !token.quoted;
        self.text.tokens().iter().any(link)
    }

    /// Whether it ends as a sentence does.
    fn is_finished(&self) -> bool {
        let closing = |letter: char| {
            letter.is_whitespace()
                || matches!(
                    letter,
                    ')' | '"' | '”' | '’' | '»' | '\u{fe0f}' | '\u{200d}'
                )
        };
        let end = self.text.raw().trim_end_matches(closing);
        end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟']) || end.ends_with(is_emoji)
    }

    /// Whether it is longer than someone reads in passing.
    fn is_wall(&self) -> bool {
        self.words > table::LONG_WORDS
            || self.words > table::BLOCK_WORDS
                && self
                    .text
                    .raw()
                    .split('\n')
                    .any(|block| block.split_whitespace().count() > table::BLOCK_WORDS)
    }
}

/// Whether a text asks with a question mark, in its own words.
fn asks(text: &Text<'_>) -> bool {
    let own = |at: usize| text.tokens().get(at).is_some_and(|token| !token.quoted);
    (text.sentences().iter()).any(|sentence| sentence.question && own(sentence.tokens.end - 1))
}

#[cfg(test)]
mod tests;
