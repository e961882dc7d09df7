//! The only door to `browser.*`, the extension's interface to the browser.
//!
//! Both browsers have it under this name: Firefox always, Chrome since 148;
//! for older Chrome the loaders in `extension/` set it.

use crate::words::Language;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use std::pin::Pin;
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Why a call did not give what was asked for.
#[derive(Debug, Clone, Error)]
pub enum BrowserError {
    /// The browser refused, or the other side is gone.
    #[error("the browser refused: {0}")]
    Refused(String),
    /// The other side answered with an error.
    #[error("{0}")]
    Answered(String),
    /// The answer, or a stored value, has another shape.
    #[error("unexpected shape: {0}")]
    Shape(String),
}

impl From<JsValue> for BrowserError {
    fn from(value: JsValue) -> Self {
        let message = value
            .dyn_ref::<js_sys::Error>()
            .map_or_else(|| format!("{value:?}"), |error| error.message().into());
        Self::Refused(message)
    }
}

impl From<serde_wasm_bindgen::Error> for BrowserError {
    fn from(error: serde_wasm_bindgen::Error) -> Self {
        Self::Shape(error.to_string())
    }
}

mod api {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["browser", "runtime"], js_name = sendMessage)]
        pub async fn send_message(message: &JsValue) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = ["browser", "runtime", "onMessage"], js_name = addListener)]
        pub fn on_message(listener: &js_sys::Function);

        #[wasm_bindgen(js_namespace = ["browser", "runtime"], js_name = getManifest)]
        pub fn manifest() -> JsValue;

        #[wasm_bindgen(thread_local_v2, js_namespace = ["browser", "runtime"], js_name = id)]
        pub static EXTENSION_ID: String;

        #[wasm_bindgen(thread_local_v2, js_namespace = ["browser"], js_name = runtime)]
        pub static RUNTIME: JsValue;

        #[wasm_bindgen(js_namespace = ["browser", "i18n"], js_name = getUILanguage)]
        pub fn ui_language() -> String;
    }
}

#[cfg(feature = "extension")]
mod changes;
#[cfg(feature = "extension")]
mod own;
#[cfg(feature = "extension")]
mod turns;
#[cfg(feature = "extension")]
pub use changes::{Changes, settings};
#[cfg(feature = "extension")]
pub use own::*;
#[cfg(feature = "extension")]
pub use turns::Turns;

/// The language of the browser's own interface, or the nearest that Rapport
/// speaks.
pub fn language() -> Language {
    Language::from_tag(&api::ui_language()).unwrap_or_default()
}

/// Whether this page lives on although its extension does not: it was updated,
/// switched off or removed, and nobody answers any more.
pub fn is_cut_off() -> bool {
    let id = api::RUNTIME.with(|runtime| js_sys::Reflect::get(runtime, &"id".into()));
    id.map_or(true, |id| !id.is_string())
}

/// The extension's version.
pub fn version() -> String {
    js_sys::Reflect::get(&api::manifest(), &"version".into())
        .ok()
        .and_then(|version| version.as_string())
        .unwrap_or_default()
}

/// The shape in which values travel between the extension's parts.
///
/// # Errors
/// When a value cannot be written as JSON.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, BrowserError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// Sends a message to the background worker and waits for its answer.
///
/// # Errors
/// When nobody answers, or the answer is an error or has another shape.
pub async fn ask<Answer: DeserializeOwned>(
    message: &impl Serialize,
) -> Result<Answer, BrowserError> {
    parse_answer(api::send_message(&to_js(message)?).await?)
}

fn parse_answer<Answer: DeserializeOwned>(answer: JsValue) -> Result<Answer, BrowserError> {
    if let Ok(error) = js_sys::Reflect::get(&answer, &"error".into())
        && let Some(error) = error.as_string()
    {
        return Err(BrowserError::Answered(error));
    }
    Ok(serde_wasm_bindgen::from_value(answer)?)
}

/// How a message is answered.
pub enum Answer {
    /// With nothing.
    Nothing,
    /// At once.
    Now(JsValue),
    /// When this is done.
    Later(Pin<Box<dyn Future<Output = JsValue>>>),
}

impl Answer {
    /// At once; with nothing when the answer could not be written.
    pub fn now(answer: Result<JsValue, BrowserError>) -> Self {
        answer.map_or(Self::Nothing, Self::Now)
    }
}

/// Answers messages of type `Message` that the extension itself sends, for as
/// long as the context lives. Messages of another shape or sender are left to
/// other listeners.
pub fn on_message<Message: DeserializeOwned>(answer: impl Fn(Message) -> Answer + 'static) {
    let listener = Closure::<dyn Fn(JsValue, JsValue, js_sys::Function) -> bool>::new(
        move |message: JsValue, sender: JsValue, respond: js_sys::Function| {
            let id = js_sys::Reflect::get(&sender, &"id".into()).unwrap_or_default();
            if id.as_string() != Some(api::EXTENSION_ID.with(Clone::clone)) {
                return false;
            }
            let Ok(message) = serde_wasm_bindgen::from_value(message) else {
                return false;
            };
            // The asker may be gone by then; then there is nobody to tell.
            let say = move |answer: &JsValue| {
                let _ = respond.call1(&JsValue::NULL, answer);
            };
            match answer(message) {
                Answer::Nothing => say(&JsValue::NULL),
                Answer::Now(answer) => say(&answer),
                Answer::Later(answer) => {
                    spawn_local(async move { say(&answer.await) });
                    // The browser keeps the way back open.
                    return true;
                }
            }
            false
        },
    );
    api::on_message(listener.as_ref().unchecked_ref());
    listener.forget();
}
