//! The report in the browser.

use super::{Look, Shown, view};
use crate::browser;
use crate::dom;
use crate::message::{Mark, ToBackground};
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
    /// Scores that they found wrong, the latest first.
    marks: RefCell<Vec<Mark>>,
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
        marks: RefCell::default(),
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
            let report = chosen.clone();
            spawn_local(async move { report.refresh().await });
        }
    })?;
    report.refresh().await;
    Ok(())
}

impl Report {
    async fn refresh(&self) {
        let chosen = self.weeks.get();
        let settings = browser::settings().await.unwrap_or_default();
        let shown = self.look(chosen, settings).await;
        // Another choice was made meanwhile, and is on its way.
        if self.weeks.get() != chosen {
            return;
        }
        match shown {
            Ok(shown) => self.show(&shown),
            Err(error) => self.say_failure(&error.to_string()),
        }
    }

    /// Reads what the weeks take. The page reads the store itself: they would be
    /// too long for one message.
    async fn look(&self, weeks: Option<usize>, settings: Settings) -> Result<Shown, StoreError> {
        let now = js_sys::Date::now();
        let store = Store::open().await?;
        let oldest = store.oldest().await?;
        let look = Look::new(weeks, oldest, now, &self.calendar);
        let history = store.since(look.span.since()).await?;
        Ok(Shown::of(history, look, settings, &self.calendar))
    }

    fn show(&self, shown: &Shown) {
        let voice = Voice {
            language: self.language,
            figures: &self.figures,
        };
        if let Some(main) = self.document.get_element_by_id("content") {
            // What the browser does not take stays as it was.
            let _ = dom::replace(&main, &view(voice, shown));
            let _ = main.remove_attribute("aria-busy");
        }
        self.marks.replace(shown.marks.clone());
    }

    fn export(&self) {
        let json = browser::to_js(&*self.marks.borrow())
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
