//! The options page in the browser.

mod data;

use super::weights::Example;
use super::{Action, Shown, forgetting, view, with_account, with_subject, without_subject};
use crate::browser::{self, BrowserError, Changes};
use crate::dom::{self, Place};
use crate::message::{Overview, ToBackground};
use crate::score::{ReasonKey, Weights};
use crate::settings::{Aim, Change, Chord, KeepDays, Keys, Settings};
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
    content: Place,
    shown: RefCell<Shown>,
    changes: Changes,
    /// How often a slider was moved.
    trials: Cell<u32>,
}

/// Fills the page and keeps it working while it is open.
///
/// # Errors
/// When this is no page, or the browser refuses to listen.
pub async fn start() -> Result<(), JsValue> {
    let language = language().await;
    let document = dom::own_document(language)?;
    dom::title(&document, language.text(Word::OptionsTitle));
    let options = Rc::new(Options {
        content: Place::of(&document, "content")?,
        document,
        language,
        figures: IntlFigures::new(language),
        shown: RefCell::default(),
        changes: Changes::default(),
        trials: Cell::default(),
    });
    let clicked = options.clone();
    dom::on_click(&options.document, "[data-action]", move |element| {
        clicked.act(&element);
    })?;
    let chosen = options.clone();
    dom::on(&options.document, "change", "select, input", move |field| {
        chosen.choose(&field);
    })?;
    let slid = options.clone();
    dom::on(
        &options.document,
        "input",
        "input[data-weight]",
        move |slider| slid.try_out(&slider),
    )?;
    options.listen_to_keys()?;
    match browser::ask::<Overview>(&ToBackground::Summary).await {
        Ok(overview) => {
            let mut shown = options.shown.borrow_mut();
            shown.settings = overview.settings;
            shown.added = overview.added;
        }
        Err(error) => options.say_failure(&error.to_string()),
    }
    options.show();
    let changed = options.clone();
    browser::on_stored(move || {
        let options = changed.clone();
        spawn_local(async move { options.follow().await });
    });
    // What is kept may be much: the page does not wait for it.
    options.count_kept().await;
    Ok(())
}

impl Options {
    fn voice(&self) -> Voice<'_> {
        Voice {
            language: self.language,
            figures: &self.figures,
        }
    }

    /// Shows the settings as they are stored now.
    async fn follow(&self) {
        match browser::settings().await {
            Ok(settings) => self.shown.borrow_mut().settings = settings,
            Err(error) => self.say_failure(&error.to_string()),
        }
        self.show();
    }

    fn show(&self) {
        let content = view(self.voice(), &self.shown.borrow());
        self.content.show(content);
    }

    fn act(self: &Rc<Self>, element: &Element) {
        let on = element.get_attribute("aria-checked").as_deref() == Some("false");
        let value = element.get_attribute("data-value").unwrap_or_default();
        let host = None;
        match element.get_attribute("data-action").as_deref() {
            Some("switch-all") => self.change([Change::Switch { host, on }]),
            Some("quiet-all") => self.change([Change::Quiet { host, on }]),
            Some("coach-all") => self.change([Change::Coach { host, on }]),
            Some("sync") => self.change([Change::Sync { on }]),
            Some("forget") => self.change(forgetting(&value)),
            Some("key-reset") => self.change([Change::Keys {
                keys: Keys::default(),
            }]),
            Some("key") => {
                self.shown.borrow_mut().choosing = Action::named(&value);
                dom::say(&self.document, "");
                self.show();
            }
            Some("weights-reset") => self.change([Change::Weights {
                weights: Weights::default(),
            }]),
            Some("add") if value == "subject" => self.add_subject(),
            Some("add") => self.add_account(),
            Some("subject-drop") => {
                self.change_from(move |settings| Some(without_subject(settings, &value)));
            }
            Some("account-drop") => self.change([Change::Accounts {
                site: value,
                handles: None,
            }]),
            Some(action) => self.act_on_data(action),
            None => {}
        }
    }

    fn choose(self: &Rc<Self>, field: &Element) {
        let value = dom::value_of(field);
        if let Some(key) = weight_of(field) {
            // A slider says a number; anything else leaves the weight as it is.
            if let Ok(percent) = value.parse() {
                self.change_from(move |settings| {
                    let weights = settings.weights.with(key, percent);
                    Some(Change::Weights { weights })
                });
            }
            return;
        }
        if let Some(site) = aim_of(field) {
            let aim = Aim::named(&value);
            self.change([Change::Aim { site, aim }]);
            return;
        }
        match field.id().as_str() {
            "language" => {
                let language = Language::from_tag(&value);
                let options = self.clone();
                spawn_local(async move {
                    let made = options.changes.make([Change::Language { language }]).await;
                    let made = made.inspect_err(|error| options.say_failure(&error.to_string()));
                    if made.is_ok()
                        && let Some(window) = web_sys::window()
                    {
                        // All of the page speaks another language now.
                        let _ = window.location().reload();
                    }
                });
            }
            "example-choice" => {
                self.shown.borrow_mut().example = Example::named(&value).unwrap_or_default();
                self.show();
            }
            "keep" => {
                let mut choices = KeepDays::CHOICES.into_iter();
                if let Some(days) = choices.find(|days| days.0.to_string() == value) {
                    let options = self.clone();
                    spawn_local(async move {
                        let trials = options.trials.get();
                        let made = options.changes.make([Change::Keep { days }]);
                        options.changed(made.await, trials).await;
                        options.count_kept().await;
                    });
                }
            }
            "subject-new" => self.add_subject(),
            "import" => self.import(field),
            _ => {}
        }
    }

    fn add_subject(self: &Rc<Self>) {
        let subject = dom::value(&self.document, "subject-new").trim().to_owned();
        if subject.is_empty() {
            return;
        }
        // The field is left twice, by Enter and by the button.
        dom::clear(&self.document, "subject-new");
        self.change_from(|settings| Some(with_subject(settings, subject)));
    }

    fn add_account(self: &Rc<Self>) {
        let site = dom::value(&self.document, "account-site");
        let handle = dom::value(&self.document, "account-new");
        let handle = handle.trim().trim_start_matches('@').to_owned();
        if site.is_empty() || handle.is_empty() {
            return;
        }
        dom::clear(&self.document, "account-new");
        self.change_from(|settings| Some(with_account(settings, site, handle)));
    }

    /// Shows what a slider would do, while it is moved.
    fn try_out(&self, slider: &Element) {
        let (Some(key), Ok(percent)) = (weight_of(slider), dom::value_of(slider).parse()) else {
            return;
        };
        self.trials.set(self.trials.get() + 1);
        {
            let mut shown = self.shown.borrow_mut();
            shown.trial = Some(shown.weights().with(key, percent));
        }
        self.show();
    }

    fn change(self: &Rc<Self>, changes: impl IntoIterator<Item = Change> + 'static) {
        let (options, trials) = (self.clone(), self.trials.get());
        spawn_local(async move {
            let made = options.changes.make(changes);
            options.changed(made.await, trials).await;
        });
    }

    /// Changes a part of what is kept as a whole: see [`Changes::make_from`].
    fn change_from(self: &Rc<Self>, change: impl FnOnce(&Settings) -> Option<Change> + 'static) {
        let (options, trials) = (self.clone(), self.trials.get());
        spawn_local(async move {
            let made = options.changes.make_from(change);
            options.changed(made.await, trials).await;
        });
    }

    /// Shows what holds after a change that was asked for when sliders had been
    /// moved `trials` times.
    async fn changed(&self, made: Result<Option<Settings>, BrowserError>, trials: u32) {
        // While a slider moves on it is not put back to where it came by.
        if self.trials.get() == trials {
            self.shown.borrow_mut().trial = None;
        }
        match made {
            Ok(_) => dom::say(&self.document, ""),
            Err(error) => {
                // The control stands as it was chosen, not as it is.
                self.content.mistrust();
                self.say_failure(&error.to_string());
            }
        }
        self.follow().await;
    }

    fn say_failure(&self, reason: &str) {
        self.say(Word::PopupNoAnswer, &[("reason", reason)]);
    }

    fn say(&self, word: Word, values: &[(&str, &str)]) {
        dom::say(&self.document, &self.language.fill(word, values));
    }

    /// While a key is chosen the next press is taken, whatever it is; Esc
    /// leaves it as it was.
    fn listen_to_keys(self: &Rc<Self>) -> Result<(), JsValue> {
        let options = self.clone();
        let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let Some(action) = options.shown.borrow().choosing else {
                return;
            };
            if ["Control", "Alt", "AltGraph", "Shift", "Meta"].contains(&event.key().as_str()) {
                return;
            }
            // Tab goes on, as everywhere.
            if event.key() != "Tab" {
                event.prevent_default();
            }
            options.shown.borrow_mut().choosing = None;
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
        let keys = action.with(&self.shown.borrow().settings.keys, chord.clone());
        let left = ["Escape", "Tab"].contains(&event.key().as_str());
        match keys {
            Some(_) => self.change_from(move |settings| {
                let keys = action.with(&settings.keys, chord)?;
                Some(Change::Keys { keys })
            }),
            None if left => self.show(),
            None => {
                dom::say(&self.document, self.language.text(Word::KeyRefused));
                self.show();
            }
        }
    }
}

fn weight_of(field: &Element) -> Option<ReasonKey> {
    let name = field.get_attribute("data-weight")?;
    ReasonKey::ALL.into_iter().find(|key| key.name() == name)
}

fn aim_of(field: &Element) -> Option<String> {
    let label = field.closest("[data-aim]").ok()??;
    label.get_attribute("data-aim")
}
