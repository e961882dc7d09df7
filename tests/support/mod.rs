//! The document trait of `rapport::read` over `scraper`, so that the tests
//! run the code that runs in the browser.

// Each test file uses its own part of this module.
#![allow(dead_code, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use rapport::read::{Child, Element, Reader, Reading, Site, thread};
use scraper::{ElementRef, Html, Selector};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::rc::Rc;

thread_local! {
    static SELECTORS: RefCell<HashMap<String, Option<Rc<Selector>>>> = RefCell::default();
}

/// A selector, parsed once; `None` when it is not valid.
pub fn selector(text: &str) -> Option<Rc<Selector>> {
    SELECTORS.with_borrow_mut(|known| {
        let parse = |text: &str| Selector::parse(text).ok().map(Rc::new);
        known
            .entry(text.to_owned())
            .or_insert_with(|| parse(text))
            .clone()
    })
}

/// An element of a parsed page.
#[derive(Clone, Copy)]
pub struct TestElement<'a>(pub ElementRef<'a>);

impl<'a> TestElement<'a> {
    fn siblings(&self, forward: bool) -> Option<Self> {
        let mut node = *self.0;
        loop {
            node = if forward {
                node.next_sibling()?
            } else {
                node.prev_sibling()?
            };
            if let Some(element) = ElementRef::wrap(node) {
                return Some(Self(element));
            }
        }
    }

    fn ancestors_and_self(&self) -> impl Iterator<Item = ElementRef<'a>> + use<'a> {
        std::iter::once(self.0).chain(self.0.ancestors().filter_map(ElementRef::wrap))
    }
}

fn cut(text: &str, most: usize) -> &str {
    text.char_indices()
        .nth(most)
        .map_or(text, |(at, _)| &text[..at])
}

impl Element for TestElement<'_> {
    fn same(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    fn contains(&self, other: &Self) -> bool {
        other.ancestors_and_self().any(|element| element == self.0)
    }

    fn select(&self, text: &str) -> Option<Self> {
        self.0.select(&*selector(text)?).next().map(Self)
    }

    fn select_all(&self, text: &str) -> Vec<Self> {
        let Some(selector) = selector(text) else {
            return Vec::new();
        };
        self.0.select(&selector).map(Self).collect()
    }

    fn select_some(&self, text: &str, most: usize) -> Vec<Self> {
        let Some(selector) = selector(text) else {
            return Vec::new();
        };
        self.0.select(&selector).take(most).map(Self).collect()
    }

    /// The parser knows of no shadow roots.
    fn select_in_shadow(&self, _: &str) -> Vec<Self> {
        Vec::new()
    }

    fn matches(&self, text: &str) -> bool {
        selector(text).is_some_and(|selector| selector.matches(&self.0))
    }

    fn closest(&self, text: &str) -> Option<Self> {
        let selector = selector(text)?;
        self.ancestors_and_self()
            .find(|element| selector.matches(element))
            .map(Self)
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.0.value().attr(name).map(str::to_owned)
    }

    fn tag(&self) -> String {
        self.0.value().name().to_owned()
    }

    fn parent(&self) -> Option<Self> {
        self.0.parent().and_then(ElementRef::wrap).map(Self)
    }

    fn next(&self) -> Option<Self> {
        self.siblings(true)
    }

    fn previous(&self) -> Option<Self> {
        self.siblings(false)
    }

    fn raw_text(&self, most: usize) -> String {
        let text: String = self.0.text().collect();
        cut(&text, most).to_owned()
    }

    fn visit_children(&self, most: usize, visit: &mut dyn FnMut(Child<'_, Self>) -> bool) {
        for node in self.0.children() {
            let goes_on = match ElementRef::wrap(node) {
                Some(element) => visit(Child::Element(Self(element))),
                None => node
                    .value()
                    .as_text()
                    .is_none_or(|text| visit(Child::Text(cut(text, most)))),
            };
            if !goes_on {
                return;
            }
        }
    }

    fn is_rendered(&self) -> bool {
        !self.ancestors_and_self().any(|element| {
            let style = element.value().attr("style").unwrap_or_default();
            let style: String = style
                .chars()
                .filter(|letter| !letter.is_whitespace())
                .collect();
            element.value().attr("hidden").is_some() || style.contains("display:none")
        })
    }
}

/// The posts of a page, read and put together as in the browser.
pub struct Page {
    /// Everything that could be read.
    pub readings: Vec<Reading>,
    /// How many containers there were.
    pub containers: usize,
    /// The site that was found.
    pub site: &'static Site,
}

/// When the tests read pages: 2026-11-23T09:12:00Z.
pub const NOW: i64 = 1_795_425_120;

/// A page as a browser has it: what stands in a `template` is no part of the
/// document, and where it is a shadow root, selectors do not reach it either.
pub fn parse(html: &str) -> Html {
    let mut document = Html::parse_document(html);
    let is_template = |node: &scraper::Node| {
        let element = node.as_element();
        element.is_some_and(|element| element.name() == "template")
    };
    let nodes = document.tree.nodes();
    let inert: Vec<_> = nodes
        .filter(|node| is_template(node.value()))
        .flat_map(|template| template.children())
        .map(|child| child.id())
        .collect();
    for id in inert {
        if let Some(mut node) = document.tree.get_mut(id) {
            node.detach();
        }
    }
    document
}

/// Reads a whole page.
pub fn read_page(html: &str, url: &str) -> Page {
    let document = parse(html);
    let root = TestElement(document.root_element());
    let host = url
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split(['/', ':']).next())
        .expect("a url");
    let site = Site::find(host, &root).unwrap_or_else(|| panic!("no site for {url}"));
    let mut reader = Reader::new(site, url);
    reader.set_now(NOW);
    let containers = reader.containers(&root);
    let mut readings: Vec<_> = containers
        .iter()
        .filter_map(|one| reader.read(one).ok())
        .collect();
    thread::assemble(&mut readings.iter_mut().collect::<Vec<_>>());
    Page {
        readings,
        containers: containers.len(),
        site,
    }
}

/// A page of our own, from `tests/pages`.
pub fn own_page(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/pages")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A real page, from the folder of saved pages beside the project; `None`,
/// after saying so, where there is no such folder.
pub fn saved_page(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/pages")
        .join(name);
    let page = std::fs::read_to_string(&path).ok();
    if page.is_none() {
        println!("skipped: there is no saved page {name}");
    }
    page
}

/// Checks that a table stands between its marks in `docs/sites.md`, or writes
/// it there when `RAPPORT_WRITE` is set.
pub fn keep(name: &str, table: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/sites.md");
    let guide = std::fs::read_to_string(&path).expect("docs/sites.md is there");
    let start = format!("<!-- {name}: start -->\n");
    let end = format!("<!-- {name}: end -->");
    let (before, rest) = guide.split_once(&start).expect("a mark in docs/sites.md");
    let (kept, after) = rest.split_once(&end).expect("a mark in docs/sites.md");
    if std::env::var_os("RAPPORT_WRITE").is_some() {
        let new = format!("{before}{start}{table}{end}{after}");
        std::fs::write(&path, new).expect("docs/sites.md can be written");
    } else {
        assert_eq!(
            kept, table,
            "docs/sites.md is out of date: RAPPORT_WRITE=1 cargo test --test sites --test generic"
        );
    }
}
