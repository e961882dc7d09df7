//! The extension's own pages' ways in.

use crate::{diagnostics, options, popup, report, welcome};
use wasm_bindgen::prelude::*;

/// Fills the popup.
///
/// # Errors
/// When the browser refuses what every page may do.
#[wasm_bindgen]
pub async fn popup_start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    popup::live::start().await
}

/// Fills the diagnostics page.
///
/// # Errors
/// When the browser refuses what every page may do.
#[wasm_bindgen]
pub async fn diagnostics_start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    diagnostics::live::start().await
}

/// Fills the options page.
///
/// # Errors
/// When the browser refuses what every page may do.
#[wasm_bindgen]
pub async fn options_start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    options::live::start().await
}

/// Fills the report.
///
/// # Errors
/// When the browser refuses what every page may do.
#[wasm_bindgen]
pub async fn report_start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    report::live::start().await
}

/// Fills the first page.
///
/// # Errors
/// When the browser refuses what every page may do.
#[wasm_bindgen]
pub async fn welcome_start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    welcome::live::start().await
}
