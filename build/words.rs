//! `extension/_locales/*/messages.json` → `words.rs` in `OUT_DIR`: the enum
//! `Word` with one variant per message, and the texts of every language.
//!
//! The build fails when a language lacks a message, has one too many, or uses
//! other placeholders than English does.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The languages in the order of `Language` in `src/words.rs`; the first is
/// the one that the others are checked against.
const LANGUAGES: [&str; 2] = ["en", "fr"];

#[derive(Deserialize)]
struct Message {
    message: String,
    #[serde(default)]
    placeholders: BTreeMap<String, Placeholder>,
}

#[derive(Deserialize)]
struct Placeholder {
    #[serde(rename = "content")]
    _content: String,
}

type Messages = BTreeMap<String, Message>;

/// Writes `words.rs`, or says which message of which language is wrong.
pub fn generate() -> Result<(), Box<dyn Error>> {
    let mut languages = Vec::new();
    for language in LANGUAGES {
        let path = format!("extension/_locales/{language}/messages.json");
        println!("cargo::rerun-if-changed={path}");
        let json = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let messages: Messages =
            serde_json::from_str(&json).map_err(|error| format!("{path}: {error}"))?;
        for (key, message) in &messages {
            check_placeholders(message).map_err(|reason| format!("{path}: {key}: {reason}"))?;
        }
        languages.push((path, messages));
    }
    let (reference_path, reference) = &languages[0];
    for (path, messages) in &languages[1..] {
        same_messages(reference, messages)
            .map_err(|reason| format!("{path}: {reason} (compared with {reference_path})"))?;
    }

    let mut code = String::from(
        "/// A text of the user interface, one for each key of `_locales`.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n#[allow(missing_docs)]\npub enum Word {\n",
    );
    for key in reference.keys() {
        writeln!(code, "    {},", variant(key))?;
    }
    writeln!(
        code,
        "}}\n\nimpl Word {{\n    /// Every word, in the order of the texts.\n    pub const ALL: &'static [Word] = &["
    )?;
    for key in reference.keys() {
        writeln!(code, "        Word::{},", variant(key))?;
    }
    writeln!(
        code,
        "    ];\n}}\n\nstatic TEXTS: [&[&str]; {}] = [",
        LANGUAGES.len()
    )?;
    for (_, messages) in &languages {
        writeln!(code, "    &[")?;
        for message in messages.values() {
            writeln!(code, "        {:?},", message.message)?;
        }
        writeln!(code, "    ],")?;
    }
    writeln!(code, "];")?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("words.rs"), code)?;
    Ok(())
}

/// `badge_name_one` → `BadgeNameOne`.
fn variant(key: &str) -> String {
    key.split('_')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_ascii_uppercase().to_string() + letters.as_str()
            })
        })
        .collect()
}

/// The names between dollar signs in a message, in lower case.
fn used(message: &str) -> BTreeSet<String> {
    message
        .split('$')
        .skip(1)
        .step_by(2)
        .map(str::to_lowercase)
        .collect()
}

fn check_placeholders(message: &Message) -> Result<(), String> {
    let declared: BTreeSet<String> = message.placeholders.keys().cloned().collect();
    let used = used(&message.message);
    if declared == used {
        Ok(())
    } else {
        Err(format!(
            "placeholders {declared:?} are declared, {used:?} used"
        ))
    }
}

fn same_messages(reference: &Messages, messages: &Messages) -> Result<(), String> {
    for (key, message) in reference {
        let other = messages
            .get(key)
            .ok_or_else(|| format!("{key} is missing"))?;
        if used(&message.message) != used(&other.message) {
            return Err(format!("{key} has other placeholders"));
        }
    }
    match messages.keys().find(|key| !reference.contains_key(*key)) {
        Some(key) => Err(format!("{key} is not known")),
        None => Ok(()),
    }
}
