//! The document, as far as the rest of the road needs it: its changes, what
//! comes into sight, where a person writes, and slices of its time.

pub mod clock;
pub mod composer;
pub mod counters;
pub mod element;
pub mod schedule;
pub mod watch;
