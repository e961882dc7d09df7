//! The first page in the browser.

use super::view;
use crate::dom;
use crate::voice::Voice;
use crate::voice::intl::{IntlFigures, language};
use crate::words::Word;
use wasm_bindgen::prelude::*;

/// Fills the page.
///
/// # Errors
/// When this is no page.
pub async fn start() -> Result<(), JsValue> {
    let language = language().await;
    let document = dom::own_document(language)?;
    dom::title(&document, language.text(Word::WelcomeTitle));
    let voice = Voice {
        language,
        figures: &IntlFigures::new(language),
    };
    if let Some(main) = document.get_element_by_id("content") {
        dom::replace(&main, &view(voice))?;
        main.remove_attribute("aria-busy")?;
    }
    Ok(())
}
