//! The diagnostics page in the browser.

use super::view;
use crate::browser;
use crate::dom;
use crate::inspect::Inspection;
use crate::message::ToContent;
use crate::voice::Voice;
use crate::voice::intl::{IntlFigures, language};
use crate::words::{Language, Word};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Document;

/// Fills the page.
///
/// # Errors
/// When this is no page.
pub async fn start() -> Result<(), JsValue> {
    let language = language().await;
    let document = dom::own_document(language)?;
    dom::title(&document, language.text(Word::DiagnosticsTitle));
    let texts = [
        ("note", Word::DiagnosticsNote),
        ("copy", Word::DiagnosticsCopy),
    ];
    for (id, word) in texts {
        if let Some(element) = document.get_element_by_id(id) {
            element.set_text_content(Some(language.text(word)));
        }
    }
    spawn_local(async move {
        match inspect().await {
            Some(inspection) => {
                // What the browser does not take is not shown.
                let _ = show(&document, language, inspection);
            }
            None => dom::say(&document, language.text(Word::DiagnosticsNoPage)),
        }
    });
    Ok(())
}

async fn inspect() -> Option<Inspection> {
    browser::ask_tab(dom::tab_in_address()?, &ToContent::Inspect)
        .await
        .ok()
}

fn show(document: &Document, language: Language, inspection: Inspection) -> Result<(), JsValue> {
    let figures = IntlFigures::new(language);
    let voice = Voice {
        language,
        figures: &figures,
    };
    if let Some(content) = document.get_element_by_id("content") {
        dom::replace(&content, &view(voice, &inspection))?;
        content.remove_attribute("aria-busy")?;
    }
    if let Some(button) = document.get_element_by_id("copy") {
        button.remove_attribute("hidden")?;
    }
    let page = document.clone();
    dom::on_click(document, "#copy", move |_| {
        let (page, copying) = (page.clone(), copy(&inspection));
        spawn_local(async move {
            let said = match copying {
                Ok(copying) => JsFuture::from(copying).await.map(|_| ()),
                Err(error) => Err(error),
            };
            let said = match said {
                Ok(()) => language.text(Word::DiagnosticsCopied).to_owned(),
                Err(error) => {
                    let reason = browser::BrowserError::from(error).to_string();
                    language.fill(Word::DiagnosticsNotCopied, &[("reason", &reason)])
                }
            };
            dom::say(&page, &said);
        });
    })
}

fn copy(inspection: &Inspection) -> Result<js_sys::Promise, JsValue> {
    let value = browser::to_js(inspection).map_err(|error| JsValue::from(error.to_string()))?;
    let json = dom::json(&value)?;
    let window = web_sys::window().ok_or_else(|| JsValue::from("no window"))?;
    Ok(window.navigator().clipboard().write_text(&json))
}
