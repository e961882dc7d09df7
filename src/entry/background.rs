//! The background worker's way in.

use wasm_bindgen::prelude::*;

/// Answers one message from another part of the extension.
///
/// # Errors
/// When the message is not one of ours, or cannot be answered.
#[wasm_bindgen]
pub async fn background_message(message: JsValue, sender: JsValue) -> Result<JsValue, JsError> {
    let _ = (message, sender);
    Err(JsError::new("no message is known yet"))
}
