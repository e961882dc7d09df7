//! The saved pages of sites that have a file, read as if they had none: what
//! the reader does on a site that nobody has looked at. How many posts are
//! there is what the site's own file reads; what is no post is what neither
//! that nor the scan of the source has.

use crate::generic::read;
use crate::known::pages;
use crate::support::{read_page, saved_page};
use std::collections::HashSet;

/// Of a hundred posts how many must be found: this keeps what is reached. Pages
/// that are not here say nothing that posts are known by (no exact time, and
/// classes that a machine made).
const LEAST: &[(&str, usize)] = &[
    ("hackernews item", 95),
    ("bluesky thread", 95),
    ("bluesky profile", 90),
    ("mastodon 4.6 thread", 90),
    ("mastodon older thread", 80),
    ("lobsters thread", 85),
    ("elk thread", 100),
    ("lemmy post", 90),
    ("phanpy thread", 100),
    ("nodebb topic", 100),
    ("threads home", 45),
    ("x profile", 65),
    ("x quote", 100),
    ("youtube watch", 95),
    ("reddit thread", 95),
    ("stack overflow", 100),
    ("german.stackexchange", 30),
];

/// Pages where readings that are no posts, or have another text, are known;
/// on all others there must be none.
const FALSE: &[(&str, usize)] = &[
    ("bluesky profile", 2),
    ("phanpy thread", 120),
    ("discourse post", 1),
    ("x profile", 1),
    ("x article", 1),
    ("linkedin feed", 1),
    ("reddit old thread", 194),
    ("stack overflow", 26),
];

/// The first words of a text, without spaces: what both readings have alike.
pub fn start(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .take(30)
        .collect()
}

#[test]
fn posts_of_known_sites_are_found_without_their_files_and_little_else() {
    let mut complaints = Vec::new();
    for page in pages() {
        let Some(html) = saved_page(page.file) else {
            continue;
        };
        let mut there: HashSet<String> = read_page(&html, page.url)
            .readings
            .iter()
            .map(|reading| start(&reading.post.text))
            .collect();
        there.remove("");
        let scanned = (page.scan)(&html, page.url);
        let texts = scanned.iter().flat_map(|post| [&post.text, &post.quote]);
        let mut said: HashSet<String> = texts.flatten().map(|text| start(text)).collect();
        said.extend(there.iter().cloned());
        let seen = read(&html, page.url).readings;
        let texts: Vec<String> = seen.iter().map(|one| start(&one.post.text)).collect();
        let found = there.iter().filter(|text| texts.contains(text)).count();
        let others = texts.iter().filter(|text| !said.contains(*text)).count();
        println!(
            "{}: posts with text {found}/{}, no posts {others}",
            page.name,
            there.len()
        );
        if std::env::var_os("RAPPORT_SHOW").is_some() {
            for one in &seen {
                if !said.contains(&start(&one.post.text)) {
                    println!("  {:?} {:.90?}", one.post.author, one.post.text);
                }
            }
        }
        let of = |table: &[(&str, usize)]| {
            let row = table.iter().find(|row| row.0 == page.name);
            row.map_or(0, |row| row.1)
        };
        if found * 100 < there.len() * of(LEAST) {
            complaints.push(format!("{}: too few posts", page.name));
        }
        if others > of(FALSE) {
            complaints.push(format!("{}: too many that are no posts", page.name));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
