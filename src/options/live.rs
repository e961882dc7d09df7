//! The options page in the browser.

use super::{Action, forgetting, view};
use crate::browser;
use crate::dom;
use crate::message::{Overview, ToBackground};
use crate::settings::{Change, Chord, Keys, Settings};
use crate::voice::Voice;
use crate::voice::intl::{IntlFigures, language};
use crate::words::{Language, Word};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, KeyboardEvent};

struct Options {
    document: Document,
    language: Language,
    figures: IntlFigures,
    settings: RefCell<Settings>,
    choosing: Cell<Option<Action>>,
}

/// Fills the page and keeps it working while it is open.
///
/// # Errors
/// When this is no page, or the browser refuses to listen.
pub fn start() -> Result<(), JsValue> {
    let language = language();
    let document = dom::own_document(language)?;
    dom::title(&document, language.text(Word::OptionsTitle));
    let options = Rc::new(Options {
        document,
        language,
        figures: IntlFigures::new(language),
        settings: RefCell::default(),
        choosing: Cell::new(None),
    });
    let clicked = options.clone();
    dom::on_click(&options.document, "[data-action]", move |element| {
        clicked.act(&element);
    })?;
    options.listen_to_keys()?;
    spawn_local(async move {
        match browser::ask::<Overview>(&ToBackground::Summary).await {
            Ok(overview) => options.follow(overview.settings),
            Err(error) => options.say_failure(&error.to_string()),
        }
    });
    Ok(())
}

impl Options {
    fn follow(&self, settings: Settings) {
        self.settings.replace(settings);
        self.show();
    }

    fn show(&self) {
        let voice = Voice {
            language: self.language,
            figures: &self.figures,
        };
        if let Some(main) = self.document.get_element_by_id("content") {
            let markup = view(voice, &self.settings.borrow(), self.choosing.get());
            // What the browser does not take stays as it was.
            let _ = dom::replace(&main, &markup);
            let _ = main.remove_attribute("aria-busy");
        }
    }

    fn act(self: &Rc<Self>, element: &Element) {
        let turned_on = element.get_attribute("aria-checked").as_deref() == Some("false");
        let value = element.get_attribute("data-value").unwrap_or_default();
        let (host, on) = (None, turned_on);
        match element.get_attribute("data-action").as_deref() {
            Some("switch-all") => self.change([Change::Switch { host, on }]),
            Some("quiet-all") => self.change([Change::Quiet { host, on }]),
            Some("coach-all") => self.change([Change::Coach { host, on }]),
            Some("forget") => self.change(forgetting(&value)),
            Some("key-reset") => self.change([Change::Keys {
                keys: Keys::default(),
            }]),
            Some("key") => {
                self.choosing.set(Action::named(&value));
                dom::say(&self.document, "");
                self.show();
            }
            _ => {}
        }
    }

    fn change(self: &Rc<Self>, changes: impl IntoIterator<Item = Change> + 'static) {
        let options = self.clone();
        spawn_local(async move {
            for change in changes {
                match browser::ask::<Settings>(&ToBackground::Change { change }).await {
                    Ok(settings) => options.follow(settings),
                    Err(error) => options.say_failure(&error.to_string()),
                }
            }
        });
    }

    fn say_failure(&self, reason: &str) {
        let said = self
            .language
            .fill(Word::PopupNoAnswer, &[("reason", reason)]);
        dom::say(&self.document, &said);
    }

    /// While a key is chosen the next press is taken, whatever it is; Esc
    /// leaves it as it was.
    fn listen_to_keys(self: &Rc<Self>) -> Result<(), JsValue> {
        let options = self.clone();
        let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let Some(action) = options.choosing.get() else {
                return;
            };
            if ["Control", "Alt", "AltGraph", "Shift", "Meta"].contains(&event.key().as_str()) {
                return;
            }
            // Tab goes on, as everywhere.
            if event.key() != "Tab" {
                event.prevent_default();
            }
            options.choosing.set(None);
            options.take(action, &event);
        });
        let listening: &js_sys::Function = listener.as_ref().unchecked_ref();
        self.document
            .add_event_listener_with_callback("keydown", listening)?;
        listener.forget();
        Ok(())
    }

    fn take(self: &Rc<Self>, action: Action, event: &KeyboardEvent) {
        let chord = Chord {
            ctrl: event.ctrl_key(),
            alt: event.alt_key(),
            shift: event.shift_key(),
            meta: event.meta_key(),
            code: event.code(),
        };
        let keys = action.with(&self.settings.borrow().keys, chord);
        let left = ["Escape", "Tab"].contains(&event.key().as_str());
        match keys {
            Some(keys) => self.change([Change::Keys { keys }]),
            None if left => self.show(),
            None => {
                dom::say(&self.document, self.language.text(Word::KeyRefused));
                self.show();
            }
        }
    }
}
