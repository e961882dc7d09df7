//! Every text of the interface is used somewhere, and every text that is asked
//! for by name is there; French texts have their spaces. That no language lacks a
//! text the build itself checks.

#![allow(clippy::unwrap_used)]

use rapport::words::{Language, Word};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// All files under a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The names that follow `mark` in a text.
fn after<'t>(text: &'t str, mark: &str) -> impl Iterator<Item = &'t str> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.split(mark)
        .skip(1)
        .map(move |rest| rest.split(|letter| !is_name(letter)).next().unwrap())
}

#[test]
fn every_text_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    files(&root.join("src"), &mut sources);
    let mut used = BTreeSet::new();
    for path in sources {
        let source = fs::read_to_string(&path).unwrap();
        used.extend(after(&source, "Word::").map(str::to_owned));
    }
    let manifest = fs::read_to_string(root.join("manifest.json")).unwrap();
    let asked: BTreeSet<&str> = after(&manifest, "__MSG_")
        .map(|name| name.trim_end_matches('_'))
        .collect();
    let known: BTreeSet<String> = Word::ALL.iter().map(|word| format!("{word:?}")).collect();
    // The manifest names texts as `_locales` does, in which these two are one word.
    for name in &asked {
        let variant = name[..1].to_uppercase() + &name[1..];
        assert!(known.contains(&variant), "the manifest asks for {name}");
        used.insert(variant);
    }
    let unused: Vec<&String> = known.difference(&used).collect();
    assert!(unused.is_empty(), "nobody uses {unused:?}");
}

/// French writes a space before these marks, and one inside its quotation
/// marks. A plain one lets a line begin with a mark that stands alone, so it is
/// the one that does not break, and the same one everywhere.
#[test]
fn no_french_text_can_break_before_a_mark_or_inside_quotation_marks() {
    const SPACE: char = '\u{a0}';
    for word in Word::ALL {
        let text = Language::Fr.text(*word);
        let letters: Vec<char> = text.chars().collect();
        for pair in letters.windows(2) {
            let between = match (pair[0], pair[1]) {
                (before, ':' | ';' | '!' | '?' | '%' | '»') => before,
                ('«', after) => after,
                _ => SPACE,
            };
            assert_eq!(between, SPACE, "{word:?}: {text:?}");
        }
    }
}
