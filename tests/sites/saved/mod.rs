//! The saved pages, each with a scan of its source: another way to the same
//! values, which knows nothing of the site files.
//!
//! A scan searches the page's source as plain text, or takes other evidence
//! than the site file does (structured data, a label instead of an attribute).
//! What it cannot tell was looked up by eye and stands in it as numbers. It
//! holds nothing that somebody wrote.

mod bluesky;
mod discourse;
mod elk;
mod facebook;
mod hackernews;
mod instagram;
mod lemmy;
mod linkedin;
mod lobsters;
mod mastodon;
mod nodebb;
mod phanpy;
mod reddit;
pub mod scan;
mod stackexchange;
mod threads;
mod tiktok;
mod x;
mod youtube;

use crate::expected::{Expected as Scanned, Kind};

/// A saved page and what is on it.
pub struct SavedPage {
    /// What the table calls it.
    pub name: &'static str,
    /// Its file in the folder of saved pages.
    pub file: &'static str,
    /// The address that it was saved from.
    pub url: &'static str,
    /// Its posts, from its source and its address.
    pub scan: fn(&str, &str) -> Vec<Scanned>,
}

/// All of them, in the order of the table.
pub fn pages() -> Vec<SavedPage> {
    [
        hackernews::pages(),
        bluesky::pages(),
        mastodon::pages(),
        lobsters::pages(),
        elk::pages(),
        lemmy::pages(),
        phanpy::pages(),
        nodebb::pages(),
        discourse::pages(),
        instagram::pages(),
        facebook::pages(),
        threads::pages(),
        x::pages(),
        youtube::pages(),
        tiktok::pages(),
        linkedin::pages(),
        reddit::pages(),
        stackexchange::pages(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
