//! The extension's own pages' ways in.

use wasm_bindgen::prelude::*;

/// Fills the popup.
#[wasm_bindgen]
pub fn popup_start() {}

/// Fills the diagnostics page.
#[wasm_bindgen]
pub fn diagnostics_start() {}
