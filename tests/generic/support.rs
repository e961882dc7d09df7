//! Reading a page without its site file.

use crate::support::{NOW, TestElement};
use rapport::read::generic::Plan;
use rapport::read::{Reader, Reading, thread};
use scraper::Html;

/// What was found on a page.
pub struct Seen {
    pub readings: Vec<Reading>,
}

/// Reads a page as one that no site file knows.
pub fn read(html: &str, url: &str) -> Seen {
    let document = Html::parse_document(html);
    let root = TestElement(document.root_element());
    let Some(plan) = Plan::find(&root, url) else {
        return Seen {
            readings: Vec::new(),
        };
    };
    let mut reader = Reader::generic(plan, url);
    reader.set_now(NOW);
    let mut readings: Vec<Reading> = reader
        .containers(&root)
        .iter()
        .filter_map(|container| reader.read(container).ok())
        .collect();
    thread::assemble(&mut readings.iter_mut().collect::<Vec<_>>());
    Seen { readings }
}
