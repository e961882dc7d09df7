//! Signals → score. (Skeleton: the types that other rooms name.)

use serde::{Deserialize, Serialize};

/// A post's place by conversation against its place by likes, among the posts
/// seen on the same site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Much talk, few likes.
    QuietGem,
    /// Much talk, many likes.
    Both,
    /// Little talk, many likes.
    ApplauseOnly,
    /// Little of either.
    Quiet,
    /// Too little was seen.
    NotEnough,
}
