//! Numbers by the browser's own `Intl`.

use super::Figures;
use crate::browser;
use crate::words::Language;
use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The language of this browser's interface, or the nearest that Rapport
/// speaks.
pub fn language() -> Language {
    Language::from_tag(&browser::ui_language()).unwrap_or_default()
}

/// Numbers as they are written in the language of the texts.
#[derive(Debug)]
pub struct IntlFigures {
    whole: Function,
    short: Function,
}

impl IntlFigures {
    /// For one language.
    pub fn new(language: Language) -> Self {
        let locales = Array::of1(&language.tag().into());
        let compact = Object::new();
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&compact, &"notation".into(), &"compact".into());
        Self {
            whole: Intl::NumberFormat::new(&locales, &Object::new()).format(),
            short: Intl::NumberFormat::new(&locales, &compact).format(),
        }
    }
}

impl Figures for IntlFigures {
    fn whole(&self, number: u64) -> String {
        write(&self.whole, number)
    }

    fn short(&self, number: u64) -> String {
        write(&self.short, number)
    }
}

fn write(format: &Function, number: u64) -> String {
    let written = format.call1(&JsValue::NULL, &(number as f64).into());
    let written = written.ok().and_then(|written| written.as_string());
    written.unwrap_or_else(|| number.to_string())
}
