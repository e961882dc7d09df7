//! The texts of prompts, by kind.

use super::PromptKind;
use crate::words::Word;

/// The ways of saying a prompt of this kind. Each takes up the post's words at
/// `$PHRASE$`, or for [`PromptKind::Answer`] at `$QUESTION$`.
pub(super) const fn of(kind: PromptKind) -> &'static [Word] {
    match kind {
        PromptKind::Answer => &[
            Word::PromptAnswer1,
            Word::PromptAnswer2,
            Word::PromptAnswer3,
        ],
        PromptKind::FollowUp => &[
            Word::PromptFollowUp1,
            Word::PromptFollowUp2,
            Word::PromptFollowUp3,
        ],
        PromptKind::Story => &[Word::PromptStory1, Word::PromptStory2, Word::PromptStory3],
        PromptKind::Agree => &[Word::PromptAgree1, Word::PromptAgree2, Word::PromptAgree3],
        PromptKind::Reason => &[
            Word::PromptReason1,
            Word::PromptReason2,
            Word::PromptReason3,
        ],
        PromptKind::Experience => &[
            Word::PromptExperience1,
            Word::PromptExperience2,
            Word::PromptExperience3,
        ],
        PromptKind::Thank => &[Word::PromptThank1, Word::PromptThank2, Word::PromptThank3],
        PromptKind::Care => &[Word::PromptCare1, Word::PromptCare2, Word::PromptCare3],
    }
}

/// The ways of answering a question that is too long to be repeated.
pub(super) const ANSWER_ABOUT: &[Word] = &[Word::PromptAnswerAbout1, Word::PromptAnswerAbout2];
