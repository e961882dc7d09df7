//! Numbers and times in every language, written by another program.
//!
//! Node formats them with the Unicode ICU; here they are read back. Each test
//! prints a table of languages: `cargo test --test languages -- --nocapture`.

// Clippy sees helpers of tests as no tests.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic)]

mod counts;
mod plurals;
mod support;
mod times;
