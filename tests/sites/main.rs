//! Reads a page of every site and compares every field with what must be read:
//! pages of our own with expected posts beside them, and real pages, where the
//! folder of saved pages is there, with a scan of their source.
//!
//! `cargo test --test sites -- --nocapture` prints the table;
//! `RAPPORT_WRITE=1 cargo test --test sites` writes it into `docs/sites.md`.

#![allow(clippy::print_stdout, clippy::expect_used, clippy::panic)]

mod counters;
mod expected;
mod record;
mod saved;
mod short_counts;
#[path = "../support/mod.rs"]
mod support;
mod table;
mod written;

use expected::{Outcome, compare};
use rapport::read::{SITES, Site};
use std::sync::LazyLock;
use support::{own_page, read_page, saved_page};
use table::Row;

/// What came of a kind of pages: the lines of the table, and what is not right.
struct Read {
    rows: Vec<Row>,
    complaints: Vec<String>,
}

impl Read {
    fn add(&mut self, site: &'static Site, name: &str, outcome: Outcome) {
        self.rows.push(Row::new(site, name, &outcome));
        let complaints = outcome.complaints.into_iter();
        self.complaints
            .extend(complaints.map(|complaint| format!("{name}: {complaint}")));
    }
}

static WRITTEN: LazyLock<Read> = LazyLock::new(|| {
    let mut read = Read {
        rows: Vec::new(),
        complaints: Vec::new(),
    };
    for page in written::pages() {
        let seen = read_page(&own_page(&format!("{}.html", page.name)), &page.url);
        assert_eq!(seen.site.name(), page.site, "{}", page.name);
        let file = format!("tests/pages/{}.html", page.name);
        record::keep(&page.name, &file, &page.url, &seen.readings);
        read.add(seen.site, &page.name, compare(&seen.readings, &page.posts));
    }
    read
});

static SAVED: LazyLock<Read> = LazyLock::new(|| {
    let mut read = Read {
        rows: Vec::new(),
        complaints: Vec::new(),
    };
    for page in saved::pages() {
        let Some(html) = saved_page(page.file) else {
            continue;
        };
        let seen = read_page(&html, page.url);
        let file = format!("../shared/pages/{}", page.file);
        record::keep(
            &format!("real {}", page.name),
            &file,
            page.url,
            &seen.readings,
        );
        let there = (page.scan)(&html, page.url);
        assert!(!there.is_empty(), "{}: the scan finds nothing", page.name);
        read.add(seen.site, page.name, compare(&seen.readings, &there));
    }
    read
});

#[test]
fn every_post_of_the_written_pages_is_read_and_nothing_else() {
    println!("{}", table::markdown(&WRITTEN.rows));
    assert!(
        WRITTEN.complaints.is_empty(),
        "{}",
        WRITTEN.complaints.join("\n")
    );
}

#[test]
fn every_post_of_the_saved_pages_is_read_and_nothing_else() {
    println!("{}", table::markdown(&SAVED.rows));
    println!("{}", SAVED.complaints.join("\n"));
    let off: Vec<&str> = SAVED.rows.iter().filter_map(Row::off).collect();
    assert!(off.is_empty(), "posts are missing or made up: {off:?}");
    let (right, present) = table::total(&SAVED.rows);
    assert!(
        right * 100 >= present * 99,
        "only {right} of {present} fields are right"
    );
}

#[test]
fn the_tables_in_the_guide_are_what_was_read() {
    table::keep("written", &WRITTEN.rows);
    if !SAVED.rows.is_empty() {
        table::keep("saved", &SAVED.rows);
    }
}

#[test]
fn every_site_has_a_page_in_the_tests() {
    let written = written::pages();
    for site in SITES {
        let has_page = written.iter().any(|page| page.site == site.name());
        assert!(has_page, "{} has no page in tests/pages", site.name());
    }
}

/// Help for whoever writes a page: `RAPPORT_DRAFT=NAME cargo test --test sites
/// draft -- --ignored --nocapture` prints what is read from `NAME.html` the way
/// `NAME.toml` (with `url` and `site` in it) says it, to be checked by eye.
#[test]
#[ignore = "it prints a draft of expected posts"]
fn draft() {
    let name = std::env::var("RAPPORT_DRAFT").expect("RAPPORT_DRAFT names a page");
    let pages = written::pages();
    let page = pages.iter().find(|page| page.name == name);
    let page = page.expect("a file with url and site");
    let read = read_page(&own_page(&format!("{name}.html")), &page.url);
    for reading in &read.readings {
        println!("{}", expected::draft(reading));
    }
}
