//! A post or comment as a site shows it: what [`crate::read`] gives and all
//! later rooms take.
//!
//! Unknown is `None`, never zero: a page that shows no like count says nothing
//! about likes.

use serde::{Deserialize, Serialize};

/// A number of likes, replies, reposts or views, with the precision the page
/// gave it.
///
/// `1.2K` is `value` 1200, `low` 1150, `high` 1250. An exact number has all
/// three alike. Always `low <= value <= high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The number as written.
    pub value: u64,
    /// The least number that could have been written so.
    pub low: u64,
    /// The greatest number that could have been written so.
    pub high: u64,
}

impl Count {
    /// The greatest number that JSON carries exactly. No site has as many likes
    /// as this; a page that claims more gets this.
    pub const MAX: u64 = (1 << 53) - 1;

    /// A number known to the unit, cut to [`Count::MAX`].
    pub const fn exact(value: u64) -> Self {
        let value = if value < Self::MAX { value } else { Self::MAX };
        Self {
            value,
            low: value,
            high: value,
        }
    }

    /// A rounded number; bounds that do not hold `value` are widened to it, and
    /// all are cut to [`Count::MAX`].
    pub fn between(low: u64, value: u64, high: u64) -> Self {
        let value = value.min(Self::MAX);
        Self {
            value,
            low: low.min(value),
            high: high.clamp(value, Self::MAX),
        }
    }

    /// Whether the page gave this number to the unit.
    pub const fn is_exact(&self) -> bool {
        self.low == self.high
    }
}

/// The sum of numbers, each as far as it is known.
impl std::iter::Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::exact(0), |sum, count| {
            Self::between(
                sum.low.saturating_add(count.low),
                sum.value.saturating_add(count.value),
                sum.high.saturating_add(count.high),
            )
        })
    }
}

/// Whether something stands for itself or answers something.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum PostKind {
    /// A post, story or video: what a thread starts from.
    #[default]
    Post,
    /// A reply or comment.
    Comment,
}

/// One post or comment, read from the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Post {
    /// What the site calls it; unique on the site, never empty.
    pub id: String,
    /// Its absolute address.
    pub permalink: Option<String>,
    /// The author's handle without `@`, where the site has handles.
    pub author: Option<String>,
    /// The author's display name.
    pub name: Option<String>,
    /// The text as a person reads it; empty when there is none.
    pub text: String,
    /// The text of a post that this one quotes: another person's words.
    pub quote: Option<String>,
    /// BCP 47 language tag that the page declares for this post's text.
    pub lang: Option<String>,
    /// When it was published, ISO 8601 in UTC (`2026-11-22T09:14:00Z`). Where
    /// the page says only how long ago that was, it is no finer than the page:
    /// `2026-11-22T09:14Z`, `2026-11-22T09Z`, `2026-11-22`, `2026-11`, `2026`.
    /// As text, what is earlier does not sort later, as far as both tell.
    pub published: Option<String>,
    /// Post or comment.
    pub kind: PostKind,
    /// The `id` of what it answers, when the page tells.
    pub parent: Option<String>,
    /// 0 for a post, 1 for a comment on it, and so on.
    pub depth: u32,
    /// Likes, favourites, points, upvotes: applause of any name.
    pub likes: Option<Count>,
    /// Replies or comments.
    pub replies: Option<Count>,
    /// Reposts, boosts, shares.
    pub reposts: Option<Count>,
    /// Views or impressions.
    pub views: Option<Count>,
    /// The site marks it as paid for.
    pub promoted: bool,
    /// The site shows that it was deleted, flagged away or is unavailable.
    pub deleted: bool,
    /// It is folded: its text is not shown until somebody opens it.
    pub collapsed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_always_hold_the_value() {
        assert_eq!(
            Count::between(10, 5, 7),
            Count {
                value: 5,
                low: 5,
                high: 7
            }
        );
        assert_eq!(
            Count::between(1, 5, 2),
            Count {
                value: 5,
                low: 1,
                high: 5
            }
        );
        assert!(Count::exact(3).is_exact());
    }

    #[test]
    fn a_page_cannot_claim_more_than_a_message_can_carry() {
        assert_eq!(Count::exact(u64::MAX).value, Count::MAX);
        assert_eq!(
            Count::between(u64::MAX, u64::MAX, u64::MAX).high,
            Count::MAX
        );
        assert_eq!(Count::between(1, 2, u64::MAX).high, Count::MAX);
    }
}
