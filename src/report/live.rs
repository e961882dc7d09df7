//! The report in the browser.

use super::view;
use crate::browser::{self, BrowserError};
use crate::dom;
use crate::message::{Mark, ToBackground};
use crate::voice::Voice;
use crate::voice::intl::{IntlFigures, language};
use crate::words::{Language, Word};
use std::cell::RefCell;
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
        marks: RefCell::default(),
    });
    let clicked = report.clone();
    dom::on_click(
        &report.document,
        "[data-action]",
        move |element| match element.get_attribute("data-action").as_deref() {
            Some("export") => clicked.export(),
            Some("forget") => clicked.forget(),
            _ => {}
        },
    )?;
    spawn_local(async move { report.refresh().await });
    Ok(())
}

impl Report {
    async fn refresh(&self) {
        match browser::ask::<Vec<Mark>>(&ToBackground::Marks).await {
            Ok(marks) => {
                self.marks.replace(marks);
                self.show();
            }
            Err(error) => self.say_failure(&error),
        }
    }

    fn show(&self) {
        let voice = Voice {
            language: self.language,
            figures: &self.figures,
        };
        if let Some(main) = self.document.get_element_by_id("content") {
            let markup = view(voice, &self.marks.borrow(), js_sys::Date::now());
            // What the browser does not take stays as it was.
            let _ = dom::replace(&main, &markup);
            let _ = main.remove_attribute("aria-busy");
        }
    }

    fn export(&self) {
        let json = browser::to_js(&*self.marks.borrow())
            .and_then(|marks| Ok(dom::json(&marks)?))
            .and_then(|json| Ok(dom::save(&self.document, FILE, "application/json", &json)?));
        if let Err(error) = json {
            self.say_failure(&error);
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
                Err(error) => report.say_failure(&error),
            }
        });
    }

    fn say_failure(&self, error: &BrowserError) {
        let reason = error.to_string();
        let said = self
            .language
            .fill(Word::PopupNoAnswer, &[("reason", &reason)]);
        dom::say(&self.document, &said);
    }
}
