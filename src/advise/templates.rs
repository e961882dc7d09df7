//! The texts of prompts, by what they do. Each takes up the post's words: a
//! sentence at `$PHRASE$`, in [`ANSWER`] a question at `$QUESTION$`.

use crate::words::Word;

/// Naming what one agrees with.
pub(super) const AGREE: &[Word] = &[
    Word::PromptAgree1,
    Word::PromptAgree2,
    Word::PromptAgree3,
    Word::PromptAgree4,
];

/// Answering a question in its own words.
pub(super) const ANSWER: &[Word] = &[
    Word::PromptAnswer1,
    Word::PromptAnswer2,
    Word::PromptAnswer3,
    Word::PromptAnswer4,
    Word::PromptAnswer5,
];

/// Answering a question that cannot be repeated.
pub(super) const ANSWER_ABOUT: &[Word] = &[
    Word::PromptAnswerAbout1,
    Word::PromptAnswerAbout2,
    Word::PromptAnswerAbout3,
];

/// Asking where someone is angry, or others quarrel.
pub(super) const CALM: &[Word] = &[Word::PromptCalm1, Word::PromptCalm2, Word::PromptCalm3];

/// Care for someone to whom something hard happened.
pub(super) const CARE: &[Word] = &[
    Word::PromptCare1,
    Word::PromptCare2,
    Word::PromptCare3,
    Word::PromptCare4,
    Word::PromptCare5,
];

/// Asking on before answering a question.
pub(super) const CLARIFY: &[Word] = &[
    Word::PromptClarify1,
    Word::PromptClarify2,
    Word::PromptClarify3,
];

/// Offering own experience to who asks for it, hedged.
pub(super) const EXPERIENCE: &[Word] = &[
    Word::PromptExperience1,
    Word::PromptExperience2,
    Word::PromptExperience3,
];

/// Asking on.
pub(super) const FOLLOW_UP: &[Word] = &[
    Word::PromptFollowUp1,
    Word::PromptFollowUp2,
    Word::PromptFollowUp3,
];

/// Asking on where others met with something hard.
pub(super) const GRAVE: &[Word] = &[Word::PromptGrave1, Word::PromptGrave2, Word::PromptGrave3];

/// Sharing a joy by asking about it.
pub(super) const JOY: &[Word] = &[
    Word::PromptJoy1,
    Word::PromptJoy2,
    Word::PromptJoy3,
    Word::PromptJoy4,
    Word::PromptJoy5,
];

/// Asking for the reason.
pub(super) const REASON: &[Word] = &[
    Word::PromptReason1,
    Word::PromptReason2,
    Word::PromptReason3,
    Word::PromptReason4,
    Word::PromptReason5,
];

/// Asking for the story behind.
pub(super) const STORY: &[Word] = &[Word::PromptStory1, Word::PromptStory2, Word::PromptStory3];

/// Thanking and building on it.
pub(super) const THANK: &[Word] = &[Word::PromptThank1, Word::PromptThank2, Word::PromptThank3];

/// Every list of wordings.
#[cfg(test)]
pub(super) const ALL: &[&[Word]] = &[
    AGREE,
    ANSWER,
    ANSWER_ABOUT,
    CALM,
    CARE,
    CLARIFY,
    EXPERIENCE,
    FOLLOW_UP,
    GRAVE,
    JOY,
    REASON,
    STORY,
    THANK,
];
