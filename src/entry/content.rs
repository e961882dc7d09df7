//! The content script's way in.

use crate::inspect::Engine;
use crate::live;
use crate::model::{self, Model};
use wasm_bindgen::prelude::*;

/// Starts on this page. `engine` is `"wasm"` or `"js"`, whichever runs this;
/// `started_ms` the page's clock at the content script's first line; `weights`
/// the bytes of the learned model, empty where they did not come.
///
/// # Errors
/// When Rapport cannot start here; the loader leaves the page as it is.
#[wasm_bindgen]
pub fn content_start(engine: &str, started_ms: f64, weights: &[u8]) -> Result<(), JsError> {
    console_error_panic_hook::set_once();
    let engine = if engine == "js" {
        Engine::Js
    } else {
        Engine::Wasm
    };
    let model = Model::from_bytes(weights).map(model::install);
    Ok(live::start(engine, started_ms, model.err())?)
}
