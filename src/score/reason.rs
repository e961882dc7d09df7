//! Why a post has its score.

use crate::words::Word;

/// An attribute of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReasonKey {
    /// Replies against likes.
    TalkShare,
    /// How many replies.
    Replies,
    /// How many people, evenly.
    People,
    /// People who answer each other.
    Exchanges,
    /// The author comes back and answers.
    AuthorReturns,
    /// Replies that ask or acknowledge.
    Listening,
    /// The text asks its readers something.
    Question,
    /// The text tells something of its author.
    Story,
    /// The text acknowledges, agrees, thanks, cares, leaves room.
    Receptiveness,
    /// The text gives reasons.
    Reasoning,
    /// The text attacks people.
    Hostility,
    /// The replies attack people.
    HostileReplies,
    /// The text asks for clicks, likes or shares.
    Bait,
    /// The text sells, or the site marks it as paid for.
    Promotion,
    /// The text only celebrates.
    Gloss,
}

impl ReasonKey {
    /// Every attribute, gains first.
    pub const ALL: [ReasonKey; 15] = [
        ReasonKey::TalkShare,
        ReasonKey::Replies,
        ReasonKey::People,
        ReasonKey::Exchanges,
        ReasonKey::AuthorReturns,
        ReasonKey::Listening,
        ReasonKey::Question,
        ReasonKey::Story,
        ReasonKey::Receptiveness,
        ReasonKey::Reasoning,
        ReasonKey::Hostility,
        ReasonKey::HostileReplies,
        ReasonKey::Bait,
        ReasonKey::Promotion,
        ReasonKey::Gloss,
    ];

    /// Its stable name in the inspection contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TalkShare => "talk_share",
            Self::Replies => "replies",
            Self::People => "people",
            Self::Exchanges => "exchanges",
            Self::AuthorReturns => "author_returns",
            Self::Listening => "listening",
            Self::Question => "question",
            Self::Story => "story",
            Self::Receptiveness => "receptiveness",
            Self::Reasoning => "reasoning",
            Self::Hostility => "hostility",
            Self::HostileReplies => "hostile_replies",
            Self::Bait => "bait",
            Self::Promotion => "promotion",
            Self::Gloss => "gloss",
        }
    }

    /// Its title for a person.
    pub const fn title(self) -> Word {
        match self {
            Self::TalkShare => Word::ReasonTalkShare,
            Self::Replies => Word::ReasonReplies,
            Self::People => Word::ReasonPeople,
            Self::Exchanges => Word::ReasonExchanges,
            Self::AuthorReturns => Word::ReasonAuthorReturns,
            Self::Listening => Word::ReasonListening,
            Self::Question => Word::ReasonQuestion,
            Self::Story => Word::ReasonStory,
            Self::Receptiveness => Word::ReasonReceptiveness,
            Self::Reasoning => Word::ReasonReasoning,
            Self::Hostility => Word::ReasonHostility,
            Self::HostileReplies => Word::ReasonHostileReplies,
            Self::Bait => Word::ReasonBait,
            Self::Promotion => Word::ReasonPromotion,
            Self::Gloss => Word::ReasonGloss,
        }
    }
}

/// One signed contribution to a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The attribute.
    pub key: ReasonKey,
    /// Points it added, or took when negative; never 0.
    pub points: i32,
    /// What was seen.
    pub evidence: Evidence,
}

/// What was seen, in numbers and words of the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    /// This many replies and likes, as the page shows them.
    Share {
        /// Replies.
        replies: u64,
        /// Likes.
        likes: u64,
    },
    /// This many replies.
    Replies(u64),
    /// This many people.
    People(u64),
    /// This many pairs of people who answered each other.
    Pairs(u64),
    /// The author came back so often.
    Returns(u64),
    /// Replies that ask, and replies that acknowledge.
    Listening {
        /// Those that ask.
        asking: u64,
        /// Those that acknowledge, agree or thank.
        acknowledging: u64,
    },
    /// These words stand in the text; may be empty.
    Cues(Vec<String>),
    /// So many replies of those that were read are hostile.
    Hostile {
        /// Hostile ones.
        hostile: u64,
        /// All that were read.
        read: u64,
    },
    /// The site marks the post as paid for.
    Promoted,
}
