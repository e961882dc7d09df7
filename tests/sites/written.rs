//! The pages of `tests/pages` that have a file of expected posts beside them:
//! `NAME.html` and `NAME.toml`. They are written for the tests after the
//! structure of real ones.

use crate::expected::Expected;
use serde::Deserialize;
use std::path::Path;

/// A written page and what is on it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenPage {
    /// The name of its files.
    #[serde(skip)]
    pub name: String,
    /// The address that it pretends to have.
    pub url: String,
    /// The name of the site file that reads it.
    pub site: String,
    /// Its posts.
    #[serde(default)]
    pub posts: Vec<Expected>,
}

/// All of them, by name.
pub fn pages() -> Vec<WrittenPage> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<WrittenPage> = Vec::new();
    for entry in std::fs::read_dir(folder).expect("tests/pages is there") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a file of expected posts");
        let mut page: WrittenPage =
            toml::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        page.name = path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        pages.push(page);
    }
    pages.sort_by(|one, other| one.name.cmp(&other.name));
    pages
}
