//! What a badge says: a number for the eye, a sentence for the ear.

use crate::post::Count;
use crate::score::Stance;
use crate::words::{Language, Word};

/// Everything a badge shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Face {
    /// Conversation, 0 to 100; `None` when there is not enough to tell.
    pub score: Option<u8>,
    /// Conversation against likes.
    pub stance: Stance,
    /// Likes, if the page shows them.
    pub likes: Option<Count>,
    /// One of the person's own subjects, where the post is worth joining for it.
    pub subject: Option<String>,
    /// It is the person's own post.
    pub mine: bool,
    /// The interface's language.
    pub language: Language,
}

impl Face {
    /// What stands in the pill.
    pub(super) fn number(&self) -> String {
        self.score
            .map_or_else(|| "–".to_owned(), |score| score.to_string())
    }

    /// The stance's name in the style sheet.
    pub(super) const fn stance_name(&self) -> &'static str {
        match self.stance {
            Stance::QuietGem => "quiet-gem",
            Stance::Both => "both",
            Stance::ApplauseOnly => "applause-only",
            Stance::Quiet => "quiet",
            Stance::NotEnough => "not-enough",
        }
    }

    /// What the stance means, in a sentence.
    pub(super) const fn meaning(&self) -> Word {
        match self.stance {
            Stance::QuietGem => Word::CardQuietGem,
            Stance::Both => Word::CardBoth,
            Stance::ApplauseOnly => Word::CardApplauseOnly,
            Stance::Quiet => Word::CardQuiet,
            Stance::NotEnough => Word::CardNoStance,
        }
    }

    /// Score, stance and likes in words.
    pub(super) fn accessible_name(&self) -> String {
        let language = self.language;
        let score = match self.score {
            Some(score) => language.fill(Word::BadgeScore, &[("score", &score.to_string())]),
            None => language.text(Word::BadgeNoScore).to_owned(),
        };
        let likes = match self.likes {
            Some(likes) => {
                let number = super::number(likes.value, language);
                let word = language.plural(likes.value, Word::BadgeLikesOne, Word::BadgeLikesOther);
                language.fill(word, &[("count", &number)])
            }
            None => language.text(Word::BadgeNoLikes).to_owned(),
        };
        let name = match self.score {
            Some(_) => [&score, language.text(self.stance.name()), &likes].join(" · "),
            None => [score, likes].join(" · "),
        };
        match self.person_line() {
            Some(line) => format!("{name} · {line}"),
            None => name,
        }
    }

    /// What the post has to do with the person, in words.
    pub(super) fn person_line(&self) -> Option<String> {
        if self.mine {
            return Some(self.language.text(Word::BadgeMine).to_owned());
        }
        let subject = self.subject.as_deref()?;
        let line = (self.language).fill(Word::BadgeOnSubject, &[("subject", subject)]);
        Some(line)
    }
}
