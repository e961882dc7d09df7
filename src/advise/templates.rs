//! The texts of prompts, by what they do. Each takes up the post's words at
//! `$PHRASE$`, [`ANSWER`] at `$QUESTION$`; a sentence can stand there as well as a
//! few words.

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

/// Asking in a quarrel.
pub(super) const CALM: &[Word] = &[
    Word::PromptCalm1,
    Word::PromptCalm2,
    Word::PromptCalm3,
];

/// Care for someone to whom something hard happened.
pub(super) const CARE: &[Word] = &[
    Word::PromptCare1,
    Word::PromptCare2,
    Word::PromptCare3,
    Word::PromptCare4,
    Word::PromptCare5,
];

/// Offering own experience, hedged.
pub(super) const EXPERIENCE: &[Word] = &[
    Word::PromptExperience1,
    Word::PromptExperience2,
    Word::PromptExperience3,
    Word::PromptExperience4,
];

/// Asking on.
pub(super) const FOLLOW_UP: &[Word] = &[
    Word::PromptFollowUp1,
    Word::PromptFollowUp2,
    Word::PromptFollowUp3,
    Word::PromptFollowUp4,
    Word::PromptFollowUp5,
];

/// Asking on where others met with something hard.
pub(super) const GRAVE: &[Word] = &[
    Word::PromptGrave1,
    Word::PromptGrave2,
    Word::PromptGrave3,
];

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
pub(super) const STORY: &[Word] = &[
    Word::PromptStory1,
    Word::PromptStory2,
    Word::PromptStory3,
    Word::PromptStory4,
    Word::PromptStory5,
];

/// Thanking and building on it.
pub(super) const THANK: &[Word] = &[
    Word::PromptThank1,
    Word::PromptThank2,
    Word::PromptThank3,
    Word::PromptThank4,
];

/// Every list of wordings.
#[cfg(test)]
pub(super) const ALL: &[&[Word]] = &[AGREE, ANSWER, ANSWER_ABOUT, CALM, CARE, EXPERIENCE, FOLLOW_UP, GRAVE, JOY, REASON, STORY, THANK];
