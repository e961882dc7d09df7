//! A site file and the document → [`Post`]s, each with the evidence for every
//! field.
//!
//! In: elements (through the small trait [`Element`], so that the browser and
//! the tests run the very same code) and the data of `sites/*.toml`. Out:
//! [`Reading`]s. [`thread::assemble`] then says who answers whom.
//!
//! How to add a site: `docs/adding-a-site.md`.

pub mod address;
pub mod count;
mod document;
mod fields;
pub mod functions;
pub mod generic;
mod health;
mod lookup;
mod reader;
mod site;
pub mod text;
pub mod thread;
pub mod time;

pub use document::{Child, Element};
pub use health::{HealthLine, health, lost};
pub use reader::Reader;
pub use site::{
    Composer, Editor, Field, Link, Parent, SITES, Site, counters_of, site_names, title_of,
};
pub use thread::Standing;

use crate::post::{Post, PostKind};
use thiserror::Error;

/// One post with how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The post.
    pub post: Post,
    /// What the site file takes it for, before it is known what it answers.
    pub kind: PostKind,
    /// Where it stands among the others, as far as the page tells.
    pub standing: Standing,
    /// For each [`Field`] which link of its chain answered, 0 being the best
    /// evidence, or [`GENERIC`]; `None` when the field was not found.
    pub answered: [Option<u8>; Field::COUNT],
}

/// Stands for a link in [`Reading::answered`] where none of the site file
/// answered: the field was found by what posts have in common.
pub const GENERIC: u8 = u8::MAX;

/// Why a container holds no post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Skip {
    /// The site file says that this is no post, or an empty shell of one.
    #[error("the site file leaves this out")]
    NoPost,
    /// It belongs to a screen that is not shown.
    #[error("it is not shown")]
    Hidden,
    /// Nothing in it tells the post's id.
    #[error("no id was found")]
    NoId,
    /// It has neither text nor author: it is not built yet, or the site has
    /// changed.
    #[error("neither text nor author was found")]
    Empty,
}

/// What kind of page the posts stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageKind {
    /// A list of posts.
    Feed,
    /// One post with its conversation.
    Thread,
}

/// The corner of a post where its badge does not cover the site's own things.
/// Start and end follow the direction of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Corner {
    /// Top, where lines end.
    #[default]
    TopEnd,
    /// Bottom, where lines end.
    BottomEnd,
    /// Top, where lines start.
    TopStart,
    /// Bottom, where lines start.
    BottomStart,
}
