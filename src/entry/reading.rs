//! The reading of texts and the coach alone, for the benchmark.

use crate::advise::draft::{self, Answered, Pause};
use crate::model::{self, Model, Scratch};
use crate::signals::text;
use crate::words::Language;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static MODEL: RefCell<Option<(Model, Scratch)>> = const { RefCell::new(None) };
}

/// Takes weights into use, for both ways of reading.
///
/// # Errors
/// When they are damaged.
#[wasm_bindgen]
pub fn reading_install(weights: &[u8]) -> Result<(), JsError> {
    let own = Model::from_bytes(weights)?;
    model::install(Model::from_bytes(weights)?);
    MODEL.set(Some((own, Scratch::default())));
    Ok(())
}

/// Reads an English text with the learned heads alone; gives the sum of their
/// probabilities, so that the work cannot be left out.
#[wasm_bindgen]
pub fn reading_learned(text: &str) -> f32 {
    MODEL.with_borrow_mut(|model| {
        model.as_mut().map_or(0.0, |(model, scratch)| {
            let reading = model.read(text, Language::En, scratch);
            model::Learned::ALL
                .into_iter()
                .filter_map(|head| reading.get(head))
                .sum()
        })
    })
}

/// Reads a text as the page does: language, cues and learned heads.
#[wasm_bindgen]
pub fn reading_whole(text: &str) -> f32 {
    let signals = text::read(text, Some("en"));
    text::Head::ALL
        .into_iter()
        .filter_map(|head| signals.get(head))
        .sum()
}

/// Checks a text as the draft of a reply to `post`, an English one: what the
/// page does in a pause in writing. The post's text was read when it came.
#[wasm_bindgen]
pub fn reading_coach(draft: &str, post: &Answerable) -> usize {
    let answered = Answered {
        text: &post.text,
        signals: &post.signals,
    };
    draft::check(draft, Some(answered), Pause::Short).tips.len()
}

/// A post that was read.
#[wasm_bindgen]
pub struct Answerable {
    text: String,
    signals: text::TextSignals,
}

/// Reads an English post, to be answered.
#[wasm_bindgen]
pub fn reading_post(text: String) -> Answerable {
    let signals = text::read(&text, Some("en"));
    Answerable { text, signals }
}

/// Builds one of the coach's tables for English, by its number; false where
/// there is none of this number.
#[wasm_bindgen]
pub fn reading_prepare(step: usize) -> bool {
    let is_step = step < draft::PREPARATIONS;
    if is_step {
        draft::prepare(Language::En, step);
    }
    is_step
}
