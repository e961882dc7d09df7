//! The report in the browser.

use super::{Shown, view};
use crate::browser::{self, Area};
use crate::dom;
use crate::message::ToBackground;
use crate::session::History;
use crate::session::habits::{Habits, Span};
use crate::session::own::Own;
use crate::session::store::{Store, StoreError};
use crate::settings::Settings;
use crate::voice::Voice;
use crate::voice::intl::{BrowserCalendar, IntlFigures, language};
use crate::words::{Language, Word};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Document;

/// The name of the file that marks are exported to.
const FILE: &str = "rapport-marks.json";

struct Report {
    document: Document,
    language: Language,
    figures: IntlFigures,
    calendar: BrowserCalendar,
    /// How many weeks are looked at, once that was chosen.
    weeks: Cell<Option<usize>>,
    kept: RefCell<Kept>,
}

/// What the report is made from.
#[derive(Default)]
struct Kept {
    history: History,
    settings: Settings,
}

/// Fills the page and keeps it working while it is open.
///
/// # Errors
/// When this is no page, or the browser refuses to listen.
pub async fn start() -> Result<(), JsValue> {
    let language = language().await;
    let document = dom::own_document(language)?;
    dom::title(&document, language.text(Word::ReportTitle));
    let report = Rc::new(Report {
        document,
        language,
        figures: IntlFigures::new(language),
        calendar: BrowserCalendar::default(),
        weeks: Cell::default(),
        kept: RefCell::default(),
    });
    let clicked = report.clone();
    dom::on_click(
        &report.document,
        "[data-action]",
        move |element| match element.get_attribute("data-action").as_deref() {
            Some("export-marks") => clicked.export(),
            Some("forget-marks") => clicked.forget(),
            _ => {}
        },
    )?;
    let chosen = report.clone();
    dom::on_change(&report.document, "#weeks", move |select| {
        if let Ok(weeks) = select.value().parse() {
            chosen.weeks.set(Some(weeks));
            chosen.show();
        }
    })?;
    report.refresh().await;
    Ok(())
}

/// All that is kept. The page reads the store itself: a year of it would be too
/// long for one message.
async fn history() -> Result<History, StoreError> {
    Store::open().await?.history().await
}

impl Report {
    async fn refresh(&self) {
        let settings = browser::stored(Area::Local).await.unwrap_or_default();
        let settings = Settings::from_fields(settings);
        match history().await {
            Ok(history) => {
                self.kept.replace(Kept { history, settings });
                self.show();
            }
            Err(error) => self.say_failure(&error.to_string()),
        }
    }

    fn show(&self) {
        let voice = Voice {
            language: self.language,
            figures: &self.figures,
        };
        let kept = self.kept.borrow();
        let now = js_sys::Date::now();
        let fitting = || Span::fitting(&kept.history, now, &self.calendar);
        let weeks = self.weeks.get().unwrap_or_else(fitting);
        let span = Span::new(weeks, now, &self.calendar);
        let mut marks = kept.history.marks.clone();
        marks.sort_by(|a, b| b.marked_at.total_cmp(&a.marked_at));
        let shown = Shown {
            weeks,
            is_new: kept.history.is_empty(),
            habits: Habits::of(&kept.history, span, &self.calendar),
            own: Own::of(&kept.history, &kept.settings.subjects),
            settings: kept.settings.clone(),
            marks,
            now,
        };
        if let Some(main) = self.document.get_element_by_id("content") {
            // What the browser does not take stays as it was.
            let _ = dom::replace(&main, &view(voice, &shown));
            let _ = main.remove_attribute("aria-busy");
        }
    }

    fn export(&self) {
        let json = browser::to_js(&self.kept.borrow().history.marks)
            .and_then(|marks| Ok(dom::json(&marks)?))
            .and_then(|json| Ok(dom::save(&self.document, FILE, "application/json", &json)?));
        if let Err(error) = json {
            self.say_failure(&error.to_string());
        }
    }

    fn forget(self: &Rc<Self>) {
        if !dom::confirm(self.language.text(Word::ReportForgetSure)) {
            return;
        }
        let report = self.clone();
        spawn_local(async move {
            match browser::ask::<bool>(&ToBackground::ForgetMarks).await {
                Ok(_) => report.refresh().await,
                Err(error) => report.say_failure(&error.to_string()),
            }
        });
    }

    fn say_failure(&self, reason: &str) {
        let said = self
            .language
            .fill(Word::PopupNoAnswer, &[("reason", reason)]);
        dom::say(&self.document, &said);
    }
}
