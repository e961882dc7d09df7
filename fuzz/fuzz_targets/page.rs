//! Any page on any site: reading ends, and what is read is sound.
#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

use libfuzzer_sys::fuzz_target;
use rapport::read::{Reader, SITES, text, thread};
use scraper::Html;
use support::TestElement;

fuzz_target!(|input: (u8, &str, &str)| {
    let (site, path, html) = input;
    let site = &SITES[usize::from(site) % SITES.len()];
    let document = Html::parse_document(html);
    let root = TestElement(document.root_element());
    let reader = Reader::new(site, &format!("https://any.example/{path}"));
    let mut readings: Vec<_> = reader
        .containers(&root)
        .iter()
        .filter_map(|container| reader.read(container).ok())
        .collect();
    thread::assemble(&mut readings.iter_mut().collect::<Vec<_>>());
    for reading in &readings {
        assert!(!reading.post.id.is_empty());
        assert!(reading.post.text.chars().count() <= text::MAX_CHARS);
    }
});
