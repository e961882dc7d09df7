//! What was read here, for the tests in real browsers to compare with
//! (`tests/e2e/reading.test.mjs`).

use rapport::post::Post;
use rapport::read::Reading;
use serde::Serialize;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

#[derive(Serialize)]
struct Record<'a> {
    /// What the table calls the page.
    name: &'a str,
    /// Its file, from the project's folder.
    file: &'a str,
    /// The address that it has.
    url: &'a str,
    /// What was read, in document order.
    posts: Vec<&'a Post>,
}

/// Writes it into `target/read`.
pub fn keep(name: &str, file: &str, url: &str, readings: &[Reading]) {
    // What stands twice on a page counts once.
    let mut seen = HashSet::new();
    let posts = readings.iter().map(|reading| &reading.post);
    let record = Record {
        name,
        file,
        url,
        posts: posts.filter(|post| seen.insert(&post.id)).collect(),
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/read");
    fs::create_dir_all(&folder).expect("target can be written");
    let json = serde_json::to_string(&record).expect("posts are plain data");
    let path = folder.join(format!("{}.json", name.replace(' ', "-")));
    fs::write(path, json).expect("target can be written");
}
