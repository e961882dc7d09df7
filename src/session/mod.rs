//! What was seen, added up. (Skeleton: the types that other rooms name.)

pub mod outbox;

use serde::{Deserialize, Serialize};

/// What the popup shows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Summary {}
