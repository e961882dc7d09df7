//! Numbers by the browser's own `Intl`.

use super::Figures;
use crate::browser::{self, Area};
use crate::settings::Settings;
use crate::words::Language;
use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The language that the person has chosen, or the browser's own.
pub async fn language() -> Language {
    // Settings that cannot be read choose nothing.
    let fields = browser::stored(Area::Local).await.unwrap_or_default();
    let chosen = Settings::from_fields(fields).language;
    chosen.unwrap_or_else(browser::language)
}

/// Numbers as they are written in the language of the texts.
#[derive(Debug)]
pub struct IntlFigures {
    whole: Function,
    short: Function,
    time: Function,
    day: Function,
}

impl IntlFigures {
    /// For one language.
    pub fn new(language: Language) -> Self {
        let locales = Array::of1(&language.tag().into());
        let compact = Object::new();
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&compact, &"notation".into(), &"compact".into());
        let style = |name: &str, value: &str| {
            let style = Object::new();
            let _ = Reflect::set(&style, &"timeStyle".into(), &"short".into());
            if !name.is_empty() {
                let _ = Reflect::set(&style, &name.into(), &value.into());
            }
            Intl::DateTimeFormat::new(&locales, &style).format()
        };
        Self {
            time: style("", ""),
            day: style("dateStyle", "medium"),
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

    fn moment(&self, at: f64, now: f64) -> String {
        let day = |at: f64| js_sys::Date::new(&at.into()).to_date_string();
        let format = if day(at) == day(now) {
            &self.time
        } else {
            &self.day
        };
        let written = format.call1(&JsValue::NULL, &at.into());
        let written = written.ok().and_then(|written| written.as_string());
        written.unwrap_or_default()
    }
}

fn write(format: &Function, number: u64) -> String {
    let written = format.call1(&JsValue::NULL, &(number as f64).into());
    let written = written.ok().and_then(|written| written.as_string());
    written.unwrap_or_else(|| number.to_string())
}
