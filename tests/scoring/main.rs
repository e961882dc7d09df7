//! What must hold of every score: laws over generated pages, and worked
//! examples.

#![allow(clippy::unwrap_used)] // clippy sees helpers of tests as no tests

mod docs;
mod examples;
mod laws;
mod pages;
mod texts;
