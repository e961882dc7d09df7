//! The background worker's way in.

use crate::background;
use crate::browser::Sender;
use wasm_bindgen::prelude::*;

/// Answers one message from another part of the extension.
///
/// # Errors
/// When the message is not one of ours, or cannot be answered.
#[wasm_bindgen]
pub async fn background_message(message: JsValue, sender: JsValue) -> Result<JsValue, JsError> {
    console_error_panic_hook::set_once();
    let sender = Sender::parse(sender)?;
    Ok(background::answer(message, &sender).await?)
}

/// Fields of a store of the browser have changed; of interest are those of
/// `storage.sync`.
///
/// # Errors
/// When they have another shape, or cannot be taken over.
#[wasm_bindgen]
pub async fn background_synced(changes: JsValue) -> Result<(), JsError> {
    console_error_panic_hook::set_once();
    let changes = serde_wasm_bindgen::from_value(changes)?;
    Ok(background::synced(changes).await?)
}

/// The extension was installed, for the first time as far as the browser knows,
/// or (`first` is false) updated.
///
/// # Errors
/// When the browser refuses to register a content script or to open a page.
#[wasm_bindgen]
pub async fn background_installed(first: bool) -> Result<(), JsError> {
    console_error_panic_hook::set_once();
    // None of it has to wait for the others to succeed.
    let followed = background::hosts::follow_permissions().await;
    let started = background::hosts::start_in_open_tabs().await;
    if first {
        background::first::welcome().await?;
    }
    Ok(followed.and(started)?)
}

/// The hosts that the extension may read have changed.
///
/// # Errors
/// When the browser refuses to register a content script.
#[wasm_bindgen]
pub async fn background_hosts_changed() -> Result<(), JsError> {
    console_error_panic_hook::set_once();
    Ok(background::hosts::follow_permissions().await?)
}
