//! The content script's way in.

use crate::inspect::Engine;
use crate::live;
use wasm_bindgen::prelude::*;

/// Starts on this page. `engine` is `"wasm"` or `"js"`, whichever runs this;
/// `started_ms` the page's clock at the content script's first line.
///
/// # Errors
/// When Rapport cannot start here; the loader leaves the page as it is.
#[wasm_bindgen]
pub fn content_start(engine: &str, started_ms: f64) -> Result<(), JsError> {
    console_error_panic_hook::set_once();
    let engine = if engine == "js" {
        Engine::Js
    } else {
        Engine::Wasm
    };
    Ok(live::start(engine, started_ms)?)
}
