//! Reads pages as if no site file knew them.
//!
//! `cargo test --test generic -- --nocapture` prints the tables.

#![allow(clippy::print_stdout, clippy::expect_used, clippy::panic)]

#[path = "../sites/expected.rs"]
mod expected;
#[path = "support.rs"]
mod generic;
#[path = "../sites/saved/mod.rs"]
mod known;
mod laws;
mod renamed;
mod saved;
mod strangers;
#[path = "../support/mod.rs"]
mod support;
mod written;

use expected::{FIELDS, Outcome, compare};
use support::{own_page, saved_page};

/// A line of the table.
fn line(name: &str, outcome: &Outcome) -> String {
    let cells = outcome.tally.0.iter().zip(FIELDS);
    let cells: Vec<String> = cells
        .filter(|((_, present), _)| *present > 0)
        .map(|((right, present), field)| format!("{field} {right}/{present}"))
        .collect();
    format!(
        "{name}: posts {}/{}, no posts {}; {}",
        outcome.found,
        outcome.there,
        outcome.wrong.len(),
        cells.join(", ")
    )
}

#[test]
fn every_post_of_the_written_pages_is_found_and_nothing_else() {
    let mut complaints = Vec::new();
    for name in written::names() {
        let outcome = written::outcome(&name);
        println!("{}", line(&name, &outcome));
        let own = outcome.complaints.iter();
        complaints.extend(own.map(|complaint| format!("{name}: {complaint}")));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_post_of_the_real_pages_is_found_and_nothing_else() {
    let mut complaints = Vec::new();
    for page in saved::PAGES {
        let Some(html) = saved_page(page.file) else {
            continue;
        };
        let there = (page.scan)(&html);
        assert!(!there.is_empty(), "{}: the scan finds nothing", page.file);
        let outcome = compare(&generic::read(&html, page.url).readings, &there);
        println!("{}", line(page.file, &outcome));
        complaints.extend(outcome.complaints);
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Help for whoever writes a page: `RAPPORT_DRAFT=NAME cargo test --test generic
/// draft -- --ignored --nocapture` prints what is read from
/// `tests/pages/generic-NAME.html`, to be checked by eye and kept in
/// `NAME.toml`.
#[test]
#[ignore = "it prints a draft of expected posts"]
fn draft() {
    let name = std::env::var("RAPPORT_DRAFT").expect("RAPPORT_DRAFT names a page");
    let seen = generic::read(&own_page(&format!("generic-{name}.html")), written::URL);
    for reading in &seen.readings {
        println!("{}", expected::draft(reading));
    }
}
