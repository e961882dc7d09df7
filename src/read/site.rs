//! The data of `sites/*.toml`, as `build/sites.rs` writes it at build time.

use super::count::{Numbers, Rounding};
use super::{Corner, Element};

/// A thing to know about a post. The discriminants index [`Site::fields`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Field {
    Id,
    Permalink,
    Author,
    Name,
    Text,
    Lang,
    Published,
    Likes,
    Replies,
    Reposts,
    Views,
    Promoted,
    Deleted,
    Parent,
    /// The author of what it answers.
    Answers,
    /// The text of a post that it quotes.
    Quote,
    Collapsed,
}

impl Field {
    /// How many fields there are.
    pub const COUNT: usize = 17;

    /// Every field, in the order of [`Site::fields`].
    pub const ALL: [Self; Self::COUNT] = [
        Self::Id,
        Self::Permalink,
        Self::Author,
        Self::Name,
        Self::Text,
        Self::Lang,
        Self::Published,
        Self::Likes,
        Self::Replies,
        Self::Reposts,
        Self::Views,
        Self::Promoted,
        Self::Deleted,
        Self::Parent,
        Self::Answers,
        Self::Quote,
        Self::Collapsed,
    ];
}

/// One way to find a field; a chain of them stands best evidence first.
#[derive(Debug)]
pub struct Link {
    /// Start at the nearest element around the post that this fits, instead of
    /// the post.
    pub up: Option<&'static str>,
    /// Selector of the element in the post; `None` is the post's own element.
    pub at: Option<&'static str>,
    /// The attribute that holds it; `None` is the element's text.
    pub attribute: Option<&'static str>,
    /// Take the page's own address instead; only for the focal post.
    pub address: bool,
    /// Take every element that `at` fits: as paragraphs of one text, or the
    /// sum of their numbers.
    pub all: bool,
    /// Take what stands after the first of this.
    pub after: Option<&'static str>,
    /// Take what stands after the last of this.
    pub after_last: Option<&'static str>,
    /// Take what stands before the first of this (after `after`).
    pub until: Option<&'static str>,
    /// Only when the whole holds one of these, if there are any.
    pub contains: &'static [&'static str],
    /// Stands for this whatever is found.
    pub value: Option<&'static str>,
    /// Rounded or easily mistaken: when most posts are read by it, the site may
    /// have changed.
    pub weak: bool,
    /// A function of [`super::functions`] that makes the value.
    pub with: Option<fn(&str) -> Option<String>>,
}

/// How a site tells what answers what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parent {
    /// By the chain of [`Field::Parent`] only.
    Told,
    /// By how far it is set in: the number in an attribute.
    Indent {
        /// Selector of the element in the post; `None` is its own element.
        at: Option<&'static str>,
        /// The attribute's name.
        attribute: &'static str,
    },
    /// By how many elements around it fit the selector.
    Within {
        /// The selector.
        of: &'static str,
        /// How many there are around a comment that answers the focal post.
        least: u8,
    },
    /// A post inside another answers it.
    Nesting,
    /// One list: what stands before the focal post leads to it, what stands
    /// after it answers it.
    Order,
}

/// What kind of editor a composer is: how text gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Editor {
    Textarea,
    ProseMirror,
    Draft,
    Lexical,
    Quill,
}

/// Where a person writes an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Composer {
    /// Its selector in the document.
    pub at: &'static str,
    /// What it is.
    pub editor: Editor,
    /// Selector, in the document, of the button that sends the answer.
    pub submit: Option<&'static str>,
    /// The Enter key alone sends it, too.
    pub enter_sends: bool,
}

/// How to read a site.
#[derive(Debug)]
pub struct Site {
    pub(super) name: &'static str,
    /// What people call the site.
    pub title: &'static str,
    pub(super) hosts: &'static [&'static str],
    pub(super) marker: Option<&'static str>,
    /// Year and month of the latest page that the file was compared with, or
    /// `unseen` when no real page could be had.
    pub checked: &'static str,
    pub(super) threads: &'static [&'static str],
    pub(super) container: &'static str,
    pub(super) shadow: Option<&'static str>,
    pub(super) tail: Option<&'static str>,
    pub(super) skip: Option<&'static str>,
    pub(super) foreign: Option<&'static str>,
    pub(super) omit: Option<&'static str>,
    pub(super) inline: Option<&'static str>,
    pub(super) keeps_lines: bool,
    pub(super) hides_screens: bool,
    pub(super) makes_ids: bool,
    pub(super) rounding: Rounding,
    pub(super) numbers: Numbers,
    pub(super) comment: Option<&'static str>,
    pub(super) focal: Option<&'static str>,
    pub(super) addressed: bool,
    pub(super) joined: Option<&'static str>,
    pub(super) branch: Option<&'static str>,
    pub(super) apart: Option<&'static str>,
    pub(super) parent: Parent,
    pub(super) badge_anchor: Option<&'static str>,
    pub(super) badge_corner: Corner,
    pub(super) badge_inset: u8,
    /// Selector of the button, in a post, that answers it.
    pub reply: Option<&'static str>,
    /// Where the answer is written.
    pub composer: Option<Composer>,
    pub(super) posts_only: &'static [Field],
    pub(super) optional: &'static [Field],
    /// Where the page says who is logged in; a chain as those of the fields, but
    /// from the document's root.
    pub(super) account: &'static [Link],
    pub(super) fields: [&'static [Link]; Field::COUNT],
}

include!(concat!(env!("OUT_DIR"), "/sites.rs"));

/// What people call the site of this name.
pub fn title_of(name: &str) -> Option<&'static str> {
    let found = TITLES.iter().find(|(other, _)| *other == name);
    found.map(|(_, title)| *title)
}

/// Selectors of the elements that show each counter of the site of this name,
/// in the order of [`crate::counters::Counter::ALL`]; `None` where it shows
/// none.
pub fn counters_of(name: &str) -> [Option<&'static str>; 4] {
    let found = COUNTERS.iter().find(|(other, _)| *other == name);
    found.map_or([None; 4], |(_, selectors)| *selectors)
}

/// The names of all sites.
pub fn site_names() -> impl Iterator<Item = &'static str> {
    COUNTERS.iter().map(|(name, _)| *name)
}

impl Site {
    /// The site that runs on this host: the one whose file names the host, or
    /// else the nearest domain it belongs to; else the one whose marker is
    /// under `root`, the document's `html` element.
    pub fn find(host: &str, root: &impl Element) -> Option<&'static Self> {
        let named = |site: &Self| {
            let domains = site.hosts.iter().filter(|domain| belongs(host, domain));
            domains.map(|domain| domain.len()).max()
        };
        let marked = |site: &&Self| {
            site.marker
                .is_some_and(|marker| root.select(marker).is_some())
        };
        let nearest = SITES.iter().filter_map(|site| Some((named(site)?, site)));
        nearest
            .max_by_key(|(length, _)| *length)
            .map(|(_, site)| site)
            .or_else(|| SITES.iter().find(marked))
    }

    /// The name that its file gives it.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What a session calls it: its name, with the host where the site runs on
    /// any host, because ids are the host's own there.
    pub fn key(&self, host: &str) -> String {
        if self.hosts.is_empty() {
            format!("{}@{host}", self.name)
        } else {
            self.name.to_owned()
        }
    }

    /// The chain of a field.
    pub const fn chain(&self, field: Field) -> &'static [Link] {
        self.fields[field as usize]
    }

    /// Every selector of the file with what it is for.
    pub fn selectors(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let single = [
            ("marker", self.marker),
            ("container", Some(self.container)),
            ("shadow", self.shadow),
            ("tail", self.tail),
            ("skip", self.skip),
            ("foreign", self.foreign),
            ("omit", self.omit),
            ("comment", self.comment),
            ("focal", self.focal),
            ("joined", self.joined),
            ("branch", self.branch),
            ("apart", self.apart),
            ("inline", self.inline),
            ("badge.anchor", self.badge_anchor),
            ("reply", self.reply),
            ("composer.at", self.composer.map(|composer| composer.at)),
            (
                "composer.submit",
                self.composer.and_then(|composer| composer.submit),
            ),
            (
                "thread.indent",
                match self.parent {
                    Parent::Indent { at, .. } => at,
                    Parent::Within { of, .. } => Some(of),
                    _ => None,
                },
            ),
        ];
        let single = single
            .into_iter()
            .filter_map(|(key, selector)| Some((key, selector?)));
        let links = self.fields.iter().flat_map(|chain| chain.iter());
        single.chain(links.flat_map(|link| {
            let both = [link.up, link.at];
            both.into_iter()
                .flatten()
                .map(|selector| ("a link", selector))
        }))
    }
}

fn belongs(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
