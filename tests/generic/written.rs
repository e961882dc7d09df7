//! The pages `tests/pages/generic-*.html`, written after the structure of real
//! ones: the posts in each are in `NAME.toml` here, and pages whose name
//! begins with `not-` have none.

use crate::expected::{Expected, Outcome, compare};
use crate::generic::read;
use crate::support::own_page;
use serde::Deserialize;
use std::path::Path;

/// The address that every page pretends to have.
pub const URL: &str = "https://x.example/thread/1";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    posts: Vec<Expected>,
}

/// The names of all of them.
pub fn names() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = std::fs::read_dir(folder).expect("tests/pages is there");
    let mut names: Vec<String> = files
        .filter_map(|file| {
            let name = file.expect("a file").file_name().into_string().ok()?;
            let name = name.strip_prefix("generic-")?.strip_suffix(".html")?;
            Some(name.to_owned())
        })
        .collect();
    names.sort();
    names
}

/// What came of one page.
pub fn outcome(name: &str) -> Outcome {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/generic")
        .join(format!("{name}.toml"));
    let there = if name.starts_with("not-") {
        Vec::new()
    } else {
        let source = std::fs::read_to_string(&path).expect("a file of expected posts");
        let file: File = toml::from_str(&source).expect("a file of expected posts");
        file.posts
    };
    let seen = read(&own_page(&format!("generic-{name}.html")), URL);
    compare(&seen.readings, &there)
}
