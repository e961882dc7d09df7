//! All that the store holds, over days and weeks.

use crate::message::{Mark, Moment, Replied, SeenPost};
use serde::{Deserialize, Serialize};

/// Everything that is kept, but for the settings. What is kept is told field by
/// field in `docs/privacy.md`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct History {
    /// Posts that were seen, the person's own among them; one for each site and
    /// id.
    pub posts: Vec<SeenPost>,
    /// Replies that the person sent.
    pub replies: Vec<Replied>,
    /// Minutes in which something was seen, site by site.
    pub moments: Vec<Moment>,
    /// Scores that the person found wrong.
    pub marks: Vec<Mark>,
}
