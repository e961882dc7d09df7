//! Posts on pages that no site file knows.
//!
//! [`Plan::find`] looks at a page once and says which elements hold posts, and
//! what that rests on: schema.org's microdata, microformats, ARIA, or records
//! that repeat. [`Reader::generic`](super::Reader::generic) then reads with
//! the plan as it reads with a site file. [`record`] finds single fields in
//! any container, also for sites whose files no longer fit.
//!
//! Precision comes first: a page where nothing says who wrote something, and
//! when or under which address, has no posts.

mod block;
mod mined;
mod reading;
pub mod record;
mod signs;
mod standing;
mod structured;

use super::count::{Numbers, Rounding};
use super::{Corner, Element, Field, Parent, Site};
pub use reading::{read, repair};
pub use record::{Author, Record};

/// Attributes whose change may change what is read.
pub const ATTRIBUTES: [&str; 8] = [
    "alt",
    "content",
    "data-likes",
    "data-score",
    "data-votes",
    "datetime",
    "href",
    "title",
];

/// What a plan rests on, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Elements marked with schema.org's types.
    Microdata,
    /// Classes of microformats2 or hAtom.
    Microformats,
    /// Roles and positions of ARIA.
    Aria,
    /// Records of like structure, and the page says in JSON-LD that it holds
    /// posts.
    JsonLd,
    /// Records of like structure.
    Structure,
}

/// How the posts of a page without a site file are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Selector of the elements that hold a post each.
    pub container: String,
    /// Selector of the text in them, where it is not told by structured data.
    pub text: Option<String>,
    /// What it rests on.
    pub evidence: Evidence,
}

impl Plan {
    /// Looks for posts in the document under `root`, whose address is `url`.
    /// Costs some ten thousand calls into the document at most, whatever its
    /// size.
    pub fn find<E: Element>(root: &E, url: &str) -> Option<Self> {
        let told = structured::find(root, url);
        if told.as_ref().is_some_and(|told| told.posts > 1) {
            return told.map(|told| told.plan);
        }
        let mined = mined::find(root, url);
        match (told, mined) {
            (Some(told), Some(mined)) => Some(told.plan.with(mined, root)),
            (told, mined) => told.map(|told| told.plan).or(mined),
        }
    }

    /// A single marked post and the records that repeat around or in it.
    fn with<E: Element>(self, mined: Self, root: &E) -> Self {
        let marked = root.select(&self.container);
        let is_same = marked.is_some_and(|one| {
            one.matches(&mined.container) || one.closest(&mined.container).is_some()
        });
        if is_same {
            return mined;
        }
        Self {
            container: format!("{},{}", self.container, mined.container),
            ..mined
        }
    }
}

/// What stands for the site file of a page without one.
pub static SITE: Site = Site {
    account: &[],
    name: "generic",
    title: "",
    hosts: &[],
    marker: None,
    checked: "unseen",
    threads: &[],
    container: "",
    shadow: None,
    tail: None,
    skip: None,
    foreign: None,
    omit: None,
    inline: None,
    keeps_lines: false,
    makes_ids: false,
    hides_screens: false,
    rounding: Rounding::Nearest,
    numbers: Numbers::Language,
    comment: None,
    focal: None,
    addressed: false,
    joined: None,
    branch: None,
    apart: None,
    parent: Parent::Told,
    badge_anchor: None,
    badge_corner: Corner::TopEnd,
    badge_inset: 0,
    reply: None,
    composer: None,
    posts_only: &[],
    optional: &[],
    fields: [&[]; Field::COUNT],
};
