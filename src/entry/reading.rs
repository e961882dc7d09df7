//! The reading of texts alone, for the benchmark.

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
