//! Writes the tables of words that `src/read` reads numbers and times with,
//! from the Unicode CLDR as npm carries it.
//!
//! Both tables have one line per row of words, with the languages that use it.
//! A reader looks a language up by its tag and, where that is not listed, by
//! the tag without its last part: only what differs from that is written.

mod counts;
mod locales;
mod times;

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Writes the tables into the project.
pub fn write(root: &Path) -> Result<()> {
    for (path, text) in all(root)? {
        crate::say(&format!("{} ({} bytes)", path.display(), text.len()));
        crate::write(&root.join(path), text)?;
    }
    Ok(())
}

/// The path of every table in the project, and what stands in it.
fn all(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let cldr = Cldr {
        packages: root.join("node_modules"),
    };
    Ok(vec![
        (
            PathBuf::from("src/read/count/table.rs"),
            counts::table(&cldr)?,
        ),
        (
            PathBuf::from("src/read/time/table.rs"),
            times::table(&cldr)?,
        ),
    ])
}

/// The installed packages of the CLDR.
struct Cldr {
    packages: PathBuf,
}

impl Cldr {
    fn json(&self, path: &str) -> Result<Value> {
        let path = self.packages.join(path);
        let text = crate::read(&path)?;
        serde_json::from_slice(&text).with_context(|| path.display().to_string())
    }

    /// What one of the `supplemental` files holds.
    fn supplemental(&self, file: &str) -> Result<Value> {
        Ok(self.json(&format!("cldr-core/supplemental/{file}.json"))?["supplemental"].take())
    }

    /// The file of this name of every locale that a package has, by tag.
    fn locales(&self, package: &str, file: &str) -> Result<Vec<(String, Value)>> {
        let main = self.packages.join(package).join("main");
        let folders = std::fs::read_dir(&main).with_context(|| main.display().to_string())?;
        let mut tags = Vec::new();
        for folder in folders {
            if let Ok(tag) = folder?.file_name().into_string() {
                tags.push(tag);
            }
        }
        tags.sort_unstable();
        let read = |tag: String| {
            let mut json = self.json(&format!("{package}/main/{tag}/{file}.json"))?;
            let found = json["main"][&tag].take();
            Ok((tag, found))
        };
        tags.into_iter().map(read).collect()
    }
}

/// A pattern as it is compared: the quotes of its syntax, marks of direction
/// and the stop of an abbreviation taken off, one kind of space.
fn plain(pattern: &str) -> String {
    let plain: String = pattern
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '\u{200e}' | '\u{200f}' | '\u{61c}'))
        .map(|letter| match letter {
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            other => other,
        })
        .collect();
    plain.trim().trim_end_matches('.').to_owned()
}

/// A Rust string over several lines, whose line ends are the table's own.
fn literal(lines: &[String]) -> String {
    let inner: Vec<String> = lines
        .iter()
        .map(|line| line.replace('\\', "\\\\").replace('"', "\\\""))
        .collect();
    format!("\"\\\n{}\"", inner.join("\n"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn the_tables_in_the_project_are_what_the_cldr_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        if !root.join("node_modules/cldr-core").is_dir() {
            println!("skipped: the npm packages are not installed");
            return;
        }
        for (path, text) in super::all(root).unwrap() {
            let there = std::fs::read_to_string(root.join(&path)).unwrap();
            assert!(
                there == text,
                "{}: run `cargo run -p xtask -- tables`",
                path.display()
            );
        }
    }
}
