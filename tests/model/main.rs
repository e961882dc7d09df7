//! What readings of texts are worth: on posts labelled by hand, and on
//! sentences written to trip a reader up. Both are our own writing.
//!
//! `RAPPORT_WRITE=1 cargo test --test model` writes the tables of
//! `model/acts.md` and `model/behaviour.md`; without it they are compared with
//! what is measured now.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod acts;
mod behaviour;
mod weights;

use rapport::model::{self, Model};
use rapport::signals::text::{self, TextSignals};
use rapport::words::Language;
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::{env, fs};

static INSTALL: Once = Once::new();

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn here(name: &str) -> PathBuf {
    root().join("tests/model").join(name)
}

fn shipped() -> Vec<u8> {
    fs::read(root().join("model/rapport.weights")).unwrap()
}

/// Reads a text as the page does, with the shipped weights.
fn read(text: &str, language: Language) -> TextSignals {
    INSTALL.call_once(|| model::install(Model::from_bytes(&shipped()).unwrap()));
    text::read(text, Some(language.tag()))
}

/// Compares a table with the one that is kept, or writes it.
fn keep(name: &str, text: &str) {
    let path = root().join("model").join(name);
    if env::var_os("RAPPORT_WRITE").is_some() {
        fs::write(path, text).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let other = text
        .lines()
        .zip(kept.lines())
        .find(|(now, then)| now != then);
    assert!(
        kept == text,
        "model/{name} is not what is measured now: {other:?}; look why, then RAPPORT_WRITE=1 cargo test --test model"
    );
}
