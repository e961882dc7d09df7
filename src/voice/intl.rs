//! Numbers by the browser's own `Intl`.

use super::Figures;
use crate::browser;
use crate::session::calendar::{Calendar, Fixed};
use crate::words::Language;
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use wasm_bindgen::JsValue;

/// The language that the person has chosen, or the browser's own.
pub async fn language() -> Language {
    // Settings that cannot be read choose nothing.
    let chosen = browser::settings().await.unwrap_or_default().language;
    chosen.unwrap_or_else(browser::language)
}

/// Numbers as they are written in the language of the texts. Each form is made
/// when it is first needed: all of them together take longer than the rest of a
/// page.
#[derive(Debug)]
pub struct IntlFigures {
    locales: Array,
    whole: OnceCell<Function>,
    short: OnceCell<Function>,
    tenths: OnceCell<Function>,
    time: OnceCell<Function>,
    day: OnceCell<Function>,
    date: OnceCell<Function>,
}

impl IntlFigures {
    /// For one language.
    pub fn new(language: Language) -> Self {
        Self {
            locales: Array::of1(&language.tag().into()),
            whole: OnceCell::new(),
            short: OnceCell::new(),
            tenths: OnceCell::new(),
            time: OnceCell::new(),
            day: OnceCell::new(),
            date: OnceCell::new(),
        }
    }

    fn number(&self, form: &OnceCell<Function>, options: &[Setting], number: f64) -> String {
        let make = || Intl::NumberFormat::new(&self.locales, &settings(options)).format();
        write(form.get_or_init(make), number)
    }

    fn time(&self, form: &OnceCell<Function>, options: &[Setting], ms: f64) -> String {
        let make = || Intl::DateTimeFormat::new(&self.locales, &settings(options)).format();
        write(form.get_or_init(make), ms)
    }
}

/// An option of `Intl`, by name.
type Setting = (&'static str, &'static str);

fn settings(options: &[Setting]) -> Object {
    let object = Object::new();
    for (name, value) in options {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

impl Figures for IntlFigures {
    fn whole(&self, number: u64) -> String {
        self.number(&self.whole, &[], number as f64)
    }

    fn short(&self, number: u64) -> String {
        self.number(&self.short, &[("notation", "compact")], number as f64)
    }

    fn moment(&self, at: f64, now: f64) -> String {
        let day = |at: f64| js_sys::Date::new(&at.into()).to_date_string();
        if day(at) == day(now) {
            self.time(&self.time, &[("timeStyle", "short")], at)
        } else {
            let options = [("timeStyle", "short"), ("dateStyle", "medium")];
            self.time(&self.day, &options, at)
        }
    }

    fn day(&self, day: i32) -> String {
        // Days are told as moments at their beginning in UTC.
        let options = [("day", "numeric"), ("month", "short"), ("timeZone", "UTC")];
        self.time(&self.date, &options, f64::from(day) * 24.0 * 3_600_000.0)
    }

    fn tenths(&self, number: f64) -> String {
        self.number(&self.tenths, &[("maximumFractionDigits", "1")], number)
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
