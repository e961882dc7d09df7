//! What must hold of every score: laws over generated pages, and worked
//! examples.

#![allow(clippy::unwrap_used)] // clippy sees helpers of tests as no tests

mod docs;
mod examples;
mod laws;
mod pages;
mod texts;

/// Texts are read by the cue tables alone; `tests/scoring_learned.rs` holds the
/// same laws against the learned model.
pub const fn ready() {}
