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
use crate::text::{Text, TokenKind, is_emoji, language};
use crate::words::{Language, Word};
use kin::Content;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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

/// A draft as read, and the post that it answers.
struct Draft<'a> {
    text: Text<'a>,
    signals: TextSignals,
    /// How many words are the writer's own, quotations left out.
    words: usize,
    /// How often the writer names themself, and how often the reader.
    me: usize,
    you: usize,
    post: Post,
}

/// What has to be known of the post that is answered.
#[derive(Default)]
struct Post {
    language: Option<Language>,
    content: Content,
    phrase: Option<Phrase>,
    /// Its author tells that something hard has happened to them.
    hard: bool,
    /// Its author gives help.
    helps: bool,
    /// It asks its readers for something: an answer may speak of its writer.
    asks: bool,
}

impl Post {
    fn read(answered: Answered<'_>) -> Self {
        let Answered { text, signals } = answered;
        let text = Text::new(text);
        let has = |head| signals.has(head);
        let Some(language) = signals.language else {
            return Self::default();
        };
        let helps =
            has(Head::Support) || has(Head::Information) || lists::of(language).helps.is_in(&text);
        Self {
            language: Some(language),
            content: Content::of(&text, language),
            phrase: phrase::key_phrase(&text, language, None).map(|text| Phrase { text, language }),
            hard: matches!(feeling::weight(&text, language), Weight::OwnHard(_)),
            helps: helps && !has(Head::Question),
            asks: has(Head::Question) || has(Head::Advice) && !helps,
        }
    }
}

impl<'a> Draft<'a> {
    fn read(draft: &'a str, answered: Option<Answered<'_>>) -> Self {
        let post = answered.map(Post::read).unwrap_or_default();
        let text = Text::new(draft);
        let declared = post.language.map(Language::tag);
        let quoted = |token: &&crate::text::Token| token.quoted && token.kind == TokenKind::Word;
        let words = text
            .words()
            .saturating_sub(text.tokens().iter().filter(quoted).count());
        let (me, you) = language(&text, declared)
            .map(|language| lists::persons(&text, language))
            .unwrap_or_default();
        Self {
            signals: text::read(draft, declared),
            words,
            me,
            you,
            post,
            text,
        }
    }

    fn listening(&self) -> Listening {
        let takes_up = self.post.content.is_taken_up_by(&self.text);
        let asks = self.asks();
        Listening {
            takes_up,
            asks,
            about_them: !self.is_about_me(asks) && (takes_up || asks || self.you > 0),
            warm: self.is_warm(),
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
        let Post {
            hard,
            helps,
            asks: is_asked,
            ..
        } = self.post;
        let read = self.signals.is_read();
        let comforts = self.comforts();
        let speaks_alike = read && self.signals.language == self.post.language;
        let about_me = self.is_about_me(listening.asks);
        let answers = is_asked && self.words >= table::ENOUGH_WORDS;

        let takes_up =
            listening.takes_up || comforts || !speaks_alike || !self.post.content.is_rich();
        let found = [
            (read && hard && !listening.warm).then_some(Tip::Warmth(Cause::Hard)),
            (!takes_up).then(|| Tip::TakeUp(self.post.phrase.clone())),
            (read && about_me).then_some(Tip::AboutThem),
            (!listening.asks && !comforts && !answers && !about_me).then_some(Tip::Ask),
            self.is_wall().then_some(Tip::Length(Size::Long)),
            (read && helps && !hard && !listening.warm).then_some(Tip::Warmth(Cause::Help)),
        ];
        found.into_iter().flatten().take(MAX_TIPS).collect()
    }

    /// Whether it asks something: with a question mark, or in words that do so
    /// without one.
    fn asks(&self) -> bool {
        let own = |at: usize| {
            self.text
                .tokens()
                .get(at)
                .is_some_and(|token| !token.quoted)
        };
        let marked = (self.text.sentences().iter())
            .any(|sentence| sentence.question && own(sentence.tokens.end - 1));
        marked
            || (self.signals.language).is_some_and(|language| {
                let lists = lists::of(language);
                lists.asks.is_in(&self.text) || lists.asks_first.begins(&self.text)
            })
    }

    /// Whether it speaks mostly of its writer: without being asked to, and not
    /// to say how sorry they are.
    fn is_about_me(&self, asks: bool) -> bool {
        let share = self.me as f32 / self.words.max(1) as f32;
        !asks
            && !self.post.asks
            && !self.comforts()
            && self.words >= table::SELF_WORDS
            && self.me >= table::SELF_TIMES
            && share >= table::SELF_SHARE
            && self.me > table::SELF_PER_YOU * self.you
    }

    /// Whether it has warm words for something hard, and does well with that
    /// alone.
    fn comforts(&self) -> bool {
        self.post.hard && self.is_warm()
    }

    fn is_warm(&self) -> bool {
        let said = [
            Head::Gratitude,
            Head::Acknowledgement,
            Head::Support,
            Head::Agreement,
        ];
        said.into_iter().any(|head| self.signals.has(head))
            || self.text.raw().contains(lists::is_heart)
            || (self.signals.language)
                .is_some_and(|language| lists::of(language).warm.is_in(&self.text))
    }

    fn is_heated(&self) -> bool {
        let annoyed = self.signals.get(Head::Annoyance) >= Some(table::ANNOYED);
        self.signals.has(Head::Hostility)
            || annoyed && self.you > 0 && !self.is_warm()
            || self.shouts()
    }

    /// Whether it is written in capitals.
    fn shouts(&self) -> bool {
        let (mut high, mut low) = (0_usize, 0_usize);
        let words = |token: &&crate::text::Token| token.kind == TokenKind::Word && !token.quoted;
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
        sells >= Some(table::SELLS) || self.has_link() && sells >= Some(table::SELLS_WITH_LINK)
    }

    fn has_link(&self) -> bool {
        let link = |token: &crate::text::Token| token.kind == TokenKind::Link && !token.quoted;
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

#[cfg(test)]
mod tests;
