//! The coach with the learned model, as it runs in a page: drafts written by
//! hand with the tips that they should get, and the laws that hold for any.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod drafts;
mod laws;
mod rates;

use rapport::advise::draft::{Answered, Cause, Checked, Pause, Size, Tip, check};
use rapport::model::{self, Model};
use rapport::signals::text;
use std::sync::Once;

static INSTALL: Once = Once::new();

/// Takes the shipped weights into use.
fn ready() {
    INSTALL.call_once(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/model/rapport.weights");
        model::install(Model::from_bytes(&std::fs::read(path).unwrap()).unwrap());
    });
}

/// Checks a draft that answers a post in a language.
fn checked(draft: &str, post: &str, lang: &str, pause: Pause) -> Checked {
    ready();
    let signals = text::read(post, Some(lang));
    let answered = Answered {
        text: post,
        signals: &signals,
    };
    check(draft, Some(answered), pause)
}

fn name(tip: &Tip) -> &'static str {
    match tip {
        Tip::Heated => "heated",
        Tip::Advert => "advert",
        Tip::Warmth(Cause::Hard) => "warmth-hard",
        Tip::Warmth(Cause::Help) => "warmth-help",
        Tip::Length(Size::Short) => "short",
        Tip::Length(Size::Long) => "long",
        Tip::TakeUp(_) => "take-up",
        Tip::AboutThem => "about-them",
        Tip::Ask => "ask",
    }
}
