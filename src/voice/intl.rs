//! Numbers by the browser's own `Intl`.

use super::Figures;
use crate::browser::{self, Area};
use crate::session::calendar::{Calendar, Fixed};
use crate::settings::Settings;
use crate::words::Language;
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use std::collections::HashMap;
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
    date: Function,
    tenths: Function,
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
        let option = |name: &str, value: JsValue| {
            let options = Object::new();
            let _ = Reflect::set(&options, &name.into(), &value);
            options
        };
        let date = option("day", "numeric".into());
        let _ = Reflect::set(&date, &"month".into(), &"short".into());
        // Days are told as moments at their beginning in UTC.
        let _ = Reflect::set(&date, &"timeZone".into(), &"UTC".into());
        let tenths = option("maximumFractionDigits", 1.into());
        Self {
            date: Intl::DateTimeFormat::new(&locales, &date).format(),
            tenths: Intl::NumberFormat::new(&locales, &tenths).format(),
            time: style("", ""),
            day: style("dateStyle", "medium"),
            whole: Intl::NumberFormat::new(&locales, &Object::new()).format(),
            short: Intl::NumberFormat::new(&locales, &compact).format(),
        }
    }
}

impl Figures for IntlFigures {
    fn whole(&self, number: u64) -> String {
        write(&self.whole, number as f64)
    }

    fn short(&self, number: u64) -> String {
        write(&self.short, number as f64)
    }

    fn moment(&self, at: f64, now: f64) -> String {
        let day = |at: f64| js_sys::Date::new(&at.into()).to_date_string();
        let format = if day(at) == day(now) {
            &self.time
        } else {
            &self.day
        };
        write(format, at)
    }

    fn day(&self, day: i32) -> String {
        write(&self.date, f64::from(day) * 24.0 * 3_600_000.0)
    }

    fn tenths(&self, number: f64) -> String {
        write(&self.tenths, number)
    }
}

fn write(format: &Function, number: f64) -> String {
    let written = format.call1(&JsValue::NULL, &number.into());
    let written = written.ok().and_then(|written| written.as_string());
    written.unwrap_or_else(|| number.to_string())
}

/// Days and hours where the person is, by the browser's own calendar.
#[derive(Debug, Default)]
pub struct BrowserCalendar {
    /// What the clocks are ahead of UTC, in minutes, by the hour: asking the
    /// browser for each of many thousand moments would take long.
    ahead: RefCell<HashMap<i64, f64>>,
}

impl BrowserCalendar {
    fn local(&self, ms: f64) -> Fixed {
        let mut ahead = self.ahead.borrow_mut();
        let hour = (ms / 3_600_000.0).floor();
        let minutes = *ahead
            .entry(hour as i64)
            .or_insert_with(|| -js_sys::Date::new(&ms.into()).get_timezone_offset());
        Fixed(minutes as i32)
    }
}

impl Calendar for BrowserCalendar {
    fn day(&self, ms: f64) -> i32 {
        self.local(ms).day(ms)
    }

    fn hour(&self, ms: f64) -> u8 {
        self.local(ms).hour(ms)
    }
}
