//! The laws of the score and its worked examples, with the learned model.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "scoring/examples.rs"]
mod examples;
#[path = "scoring/laws.rs"]
mod laws;
#[path = "scoring/pages.rs"]
mod pages;

use rapport::model::{self, Model};
use std::sync::Once;

static INSTALL: Once = Once::new();

/// Takes the shipped weights into use.
pub fn ready() {
    INSTALL.call_once(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/model/rapport.weights");
        model::install(Model::from_bytes(&std::fs::read(path).unwrap()).unwrap());
    });
}
