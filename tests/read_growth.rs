//! How the work of reading grows with the page: measured in elements that are
//! looked at, which is the same on every machine.

#![allow(clippy::expect_used)]

mod support;

use rapport::read::{Child, Element, Reader, SITES};
use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use support::{TestElement, own_page};

/// An element that counts how many others are looked at through it.
#[derive(Clone)]
struct Counted<'a> {
    element: TestElement<'a>,
    work: Rc<Cell<u64>>,
}

impl<'a> Counted<'a> {
    fn spend(&self, work: usize) {
        self.work.set(self.work.get() + work as u64);
    }

    fn of(&self, element: TestElement<'a>) -> Self {
        Self {
            element,
            work: Rc::clone(&self.work),
        }
    }

    fn size(&self) -> usize {
        self.element.0.descendants().count()
    }
}

impl Element for Counted<'_> {
    fn same(&self, other: &Self) -> bool {
        self.spend(1);
        self.element.same(&other.element)
    }

    fn contains(&self, other: &Self) -> bool {
        self.spend(1);
        self.element.contains(&other.element)
    }

    fn select(&self, selector: &str) -> Option<Self> {
        let found = self.element.select(selector);
        let passed = |found: &TestElement<'_>| {
            let all = self.element.0.descendants();
            all.take_while(|node| node.id() != found.0.id()).count()
        };
        self.spend(1 + found.as_ref().map_or_else(|| self.size(), passed));
        found.map(|element| self.of(element))
    }

    fn select_all(&self, selector: &str) -> Vec<Self> {
        self.spend(self.size());
        let found = self.element.select_all(selector).into_iter();
        found.map(|element| self.of(element)).collect()
    }

    fn select_some(&self, selector: &str, most: usize) -> Vec<Self> {
        // The browser looks through all of it, but brings over only these.
        self.spend(self.size());
        let found = self.element.select_some(selector, most).into_iter();
        found.map(|element| self.of(element)).collect()
    }

    fn select_in_shadow(&self, selector: &str) -> Vec<Self> {
        let found = self.element.select_in_shadow(selector).into_iter();
        found.map(|element| self.of(element)).collect()
    }

    fn matches(&self, selector: &str) -> bool {
        self.spend(1);
        self.element.matches(selector)
    }

    fn closest(&self, selector: &str) -> Option<Self> {
        let found = self.element.closest(selector);
        let levels = found.as_ref().map_or_else(
            || self.element.0.ancestors().count(),
            |found| {
                let up = self.element.0.ancestors();
                up.take_while(|node| node.id() != found.0.id()).count()
            },
        );
        self.spend(1 + levels);
        found.map(|element| self.of(element))
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.spend(1);
        self.element.attribute(name)
    }

    fn tag(&self) -> String {
        self.spend(1);
        self.element.tag()
    }

    fn parent(&self) -> Option<Self> {
        self.spend(1);
        Some(self.of(self.element.parent()?))
    }

    fn next(&self) -> Option<Self> {
        self.spend(1);
        Some(self.of(self.element.next()?))
    }

    fn previous(&self) -> Option<Self> {
        self.spend(1);
        Some(self.of(self.element.previous()?))
    }

    fn raw_text(&self, most: usize) -> String {
        self.spend(self.size());
        self.element.raw_text(most)
    }

    fn visit_children(&self, most: usize, visit: &mut dyn FnMut(Child<'_, Self>) -> bool) {
        self.element.visit_children(most, &mut |child| {
            self.spend(1);
            match child {
                Child::Text(text) => visit(Child::Text(text)),
                Child::Element(element) => visit(Child::Element(self.of(element))),
            }
        });
    }

    fn is_rendered(&self) -> bool {
        self.spend(1);
        self.element.is_rendered()
    }
}

/// Posts read, and elements looked at.
fn work(html: &str, url: &str, site: &'static rapport::read::Site) -> (usize, u64) {
    let document = support::parse(html);
    let root = Counted {
        element: TestElement(document.root_element()),
        work: Rc::default(),
    };
    let reader = Reader::new(site, url);
    let containers = reader.containers(&root);
    let read = containers.iter().filter(|one| reader.read(*one).is_ok());
    (read.count(), root.work.get())
}

/// The page with everything in its body so many times over.
fn repeated(html: &str, times: usize) -> String {
    let Some((head, rest)) = html.split_once("<body") else {
        return html.repeat(times);
    };
    let (tag, rest) = rest.split_once('>').expect("a body");
    let body = rest.rsplit_once("</body>").map_or(rest, |(body, _)| body);
    format!("{head}<body{tag}>{}</body></html>", body.repeat(times))
}

#[test]
fn six_times_the_posts_are_six_times_the_work_on_every_site() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    for entry in std::fs::read_dir(folder).expect("tests/pages is there") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let about = std::fs::read_to_string(&path).expect("a file of expected posts");
        let about: toml::Table = toml::from_str(&about).expect("a file of expected posts");
        let name = path.with_extension("html");
        let name = name.file_name().expect("a name").to_string_lossy();
        let html = own_page(&name);
        let of = |key: &str| about[key].as_str().expect("a text");
        let site = SITES.iter().find(|site| site.name() == of("site"));
        let Some(site) = site else { continue };
        let (few_posts, few) = work(&repeated(&html, 5), of("url"), site);
        let (many_posts, many) = work(&repeated(&html, 30), of("url"), site);
        assert_eq!(many_posts, few_posts * 6, "{name}");
        assert!(
            many <= few * 7,
            "{name}: {few} elements for {few_posts} posts, {many} for {many_posts}"
        );
    }
}
