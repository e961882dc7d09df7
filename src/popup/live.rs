//! The popup in the browser: asks, shows, and does what is clicked.

use super::here::{covers, web_host};
use super::snooze::{self, Until};
use super::{Here, PageState, view};
use crate::browser::{self, BrowserError, Changes, Tab, TabQuery};
use crate::counters::{Counter, Manner};
use crate::dom::{self, Place};
use crate::inspect::{Account, Status};
use crate::message::{Overview, ToBackground, ToContent};
use crate::settings::{Change, Settings};
use crate::voice::Voice;
use crate::voice::intl::{IntlFigures, language};
use crate::words::{Language, Word};
use futures_util::future::{Either, join, select};
use gloo::timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, HtmlSelectElement, KeyboardEvent, SvgElement};

/// A page that was just switched on has something to show after this long, in
/// milliseconds.
const LOOK_AGAIN_MS: u32 = 700;

/// A page that has not answered after this long is busy, in milliseconds; the
/// popup does not wait for it with all the rest.
const PATIENCE_MS: u32 = 1_500;

struct Popup {
    document: Document,
    language: Language,
    figures: IntlFigures,
    content: Place,
    shown: RefCell<Shown>,
    changes: Changes,
    /// How many looks have begun. Only the last one counts: what an earlier one
    /// found may be from before a change.
    looks: Cell<u32>,
    /// The next look, of which there is one: a page that is busy is asked again
    /// by it, and so is one where something was just switched.
    next: RefCell<Option<Timeout>>,
}

struct Shown {
    overview: Result<Overview, String>,
    here: Here,
}

/// Fills the popup and keeps it working while it is open.
///
/// # Errors
/// When this is no page, or the browser refuses to listen.
pub async fn start() -> Result<(), JsValue> {
    let (language, shown) = join(language(), look()).await;
    let document = dom::own_document(language)?;
    let popup = Rc::new(Popup {
        content: Place::of(&document, "content")?,
        document,
        language,
        figures: IntlFigures::new(language),
        shown: RefCell::new(shown),
        changes: Changes::default(),
        looks: Cell::default(),
        next: RefCell::default(),
    });
    popup.show();
    let clicked = popup.clone();
    dom::on_click(&popup.document, "[data-action]", move |element| {
        clicked.act(&element)
    })?;
    let chosen = popup.clone();
    dom::on_change(&popup.document, "select[data-choice]", move |select| {
        chosen.choose(&select);
    })?;
    popup.listen_to_arrows()
}

impl Popup {
    async fn refresh(self: &Rc<Self>) {
        let begun = self.looks.get() + 1;
        self.looks.set(begun);
        let shown = look().await;
        if self.looks.get() == begun {
            self.shown.replace(shown);
            self.show();
        }
    }

    /// Shows what was found. Where the page was busy it is asked again in a moment.
    fn show(self: &Rc<Self>) {
        let shown = self.shown.borrow();
        if shown.here.state == PageState::Busy {
            self.look_again();
        }
        let voice = Voice {
            language: self.language,
            figures: &self.figures,
        };
        let overview = shown.overview.as_ref().map_err(String::as_str);
        self.content.show(view(voice, overview, &shown.here));
    }

    fn act(self: &Rc<Self>, element: &Element) {
        let turned_on = element.get_attribute("aria-checked").as_deref() == Some("false");
        let here = self.shown.borrow().here.clone();
        let host = here.settable().map(str::to_owned);
        match (element.get_attribute("data-action").as_deref(), host) {
            (Some("switch-all"), _) => self.change(Change::Switch {
                host: None,
                on: turned_on,
            }),
            (Some("switch-here"), Some(host)) => self.change(Change::Switch {
                host: Some(host),
                on: turned_on,
            }),
            (Some("quiet-all"), _) => self.change(Change::Quiet {
                host: None,
                on: turned_on,
            }),
            (Some("quiet-here"), host @ Some(_)) => self.change(Change::Quiet {
                host,
                on: turned_on,
            }),
            (Some("snooze"), _) => {
                let value = element.get_attribute("data-value").unwrap_or_default();
                if let Some(until) = snooze::chosen(&value) {
                    let until = Some(moment(until, js_sys::Date::now()));
                    self.change(Change::Snooze { until });
                }
            }
            (Some("me"), _) => {
                let yes = element.get_attribute("data-value").as_deref() == Some("yes");
                self.settle_account(yes);
            }
            (Some("wake"), _) => self.change(Change::Snooze { until: None }),
            (Some("add-host"), _) => {
                if let Some(host) = here.host {
                    self.add(host);
                }
            }
            _ => {}
        }
    }

    /// Keeps that the account on this page is the person's, or that they do not
    /// want to be asked.
    fn settle_account(self: &Rc<Self>, is_mine: bool) {
        let shown = self.shown.borrow();
        let PageState::Running(status) = &shown.here.state else {
            return;
        };
        let Some(Account { site, handle }) = status.account.clone() else {
            return;
        };
        drop(shown);
        let handles = Some(is_mine.then_some(handle).into_iter().collect());
        self.change(Change::Accounts { site, handles });
    }

    /// Lets a counter of this site step back, or shows it.
    fn choose(self: &Rc<Self>, select: &HtmlSelectElement) {
        let named = |name: &str| Some(name.to_owned()) == select.get_attribute("data-choice");
        let counter = Counter::ALL
            .into_iter()
            .find(|counter| named(counter.name()));
        let value = select.value();
        let manner = Manner::ALL
            .into_iter()
            .find(|manner| manner.name() == value);
        let (Some(counter), Some(manner)) = (counter, manner) else {
            return;
        };
        let (popup, here) = (self.clone(), self.shown.borrow().here.clone());
        spawn_local(async move {
            let made = popup.changes.make_from(|settings| {
                let counters = here.counters_with(settings, counter, manner);
                counters.map(|(host, counters)| Change::Counters { host, counters })
            });
            popup.changed(made.await).await;
        });
    }

    fn change(self: &Rc<Self>, change: Change) {
        let popup = self.clone();
        spawn_local(async move {
            let made = popup.changes.make([change]);
            popup.changed(made.await).await;
        });
    }

    /// Shows what holds after a change, and then what came of it.
    async fn changed(self: &Rc<Self>, made: Result<Option<Settings>, BrowserError>) {
        match (made, &mut self.shown.borrow_mut().overview) {
            (Ok(Some(settings)), Ok(overview)) => overview.settings = settings,
            (Ok(_), _) => {}
            (Err(error), _) => {
                // The control stands as it was chosen, not as it is.
                self.content.mistrust();
                self.say(Word::PopupNoAnswer, &[("reason", &error.to_string())]);
            }
        }
        self.show();
        self.refresh().await;
        self.look_again();
    }

    fn add(self: &Rc<Self>, host: String) {
        let asked = browser::request_host(format!("*://{host}/*"));
        let popup = self.clone();
        spawn_local(async move {
            match added(asked, &host).await {
                Ok(true) => popup.say(Word::PopupAdded, &[("host", &host)]),
                Ok(false) => popup.say(Word::PopupNotAdded, &[]),
                Err(error) => popup.say(Word::PopupNoAnswer, &[("reason", &error.to_string())]),
            }
            popup.refresh().await;
            popup.look_again();
        });
    }

    fn look_again(self: &Rc<Self>) {
        let popup = self.clone();
        let next = Timeout::new(LOOK_AGAIN_MS, move || {
            spawn_local(async move { popup.refresh().await })
        });
        self.next.replace(Some(next));
    }

    fn say(&self, word: Word, values: &[(&str, &str)]) {
        dom::say(&self.document, &self.language.fill(word, values));
    }

    /// The arrow keys go from mark to mark of the picture.
    fn listen_to_arrows(&self) -> Result<(), JsValue> {
        let listener = Closure::<dyn Fn(KeyboardEvent)>::new(|event: KeyboardEvent| {
            if go_on(&event).is_some() {
                event.prevent_default();
            }
        });
        let listening: &js_sys::Function = listener.as_ref().unchecked_ref();
        self.document
            .add_event_listener_with_callback("keydown", listening)?;
        listener.forget();
        Ok(())
    }
}

/// When a choice ends, in milliseconds since 1970 UTC.
fn moment(until: Until, now: f64) -> f64 {
    match until {
        Until::Minutes(minutes) => now + f64::from(minutes) * 60_000.0,
        Until::Tomorrow => {
            // The browser's own calendar knows time zones and their changes.
            let day = js_sys::Date::new(&now.into());
            day.set_hours(24);
            day.set_hours(6);
            day.set_minutes(0);
            day.set_seconds(0);
            day.set_milliseconds(0);
            day.get_time()
        }
    }
}

/// Moves the focus to the next mark or the one before.
fn go_on(event: &KeyboardEvent) -> Option<()> {
    let from = event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(".mark")
        .ok()??;
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => from.next_element_sibling()?,
        "ArrowLeft" | "ArrowDown" => from.previous_element_sibling()?,
        _ => return None,
    };
    let to = to.closest(".mark").ok()??.dyn_into::<SvgElement>().ok()?;
    from.set_attribute("tabindex", "-1").ok()?;
    to.set_attribute("tabindex", "0").ok()?;
    to.focus().ok()
}

async fn added(
    asked: Result<js_sys::Promise, BrowserError>,
    host: &str,
) -> Result<bool, BrowserError> {
    let granted = JsFuture::from(asked?).await?.is_truthy();
    if granted {
        browser::ask::<Overview>(&ToBackground::AddHost {
            host: host.to_owned(),
        })
        .await?;
    }
    Ok(granted)
}

/// Asks for all that is shown. The worker and the page are asked side by side:
/// either may be slow, one asleep and one at work.
async fn look() -> Shown {
    let (overview, (tab, status)) =
        join(browser::ask::<Overview>(&ToBackground::Summary), page()).await;
    let added = overview
        .as_ref()
        .map_or(&[][..], |overview| &overview.added);
    Shown {
        here: here(tab, status, added),
        overview: overview.map_err(|error| error.to_string()),
    }
}

/// The tab that the popup is about, and what its page says of itself.
async fn page() -> (Tab, Result<Status, Silence>) {
    let tab = tab().await.unwrap_or_default();
    let Some(id) = tab.id else {
        return (tab, Err(Silence::Nobody));
    };
    let asked = pin!(browser::ask_tab::<Status>(id, &ToContent::Status));
    let status = match select(asked, TimeoutFuture::new(PATIENCE_MS)).await {
        Either::Left((answer, _)) => answer.map_err(|_| Silence::Nobody),
        Either::Right(_) => Err(Silence::Busy),
    };
    (tab, status)
}

/// Why a page does not say how it is.
enum Silence {
    /// Rapport does not run there.
    Nobody,
    /// Its scripts keep it from answering.
    Busy,
}

/// What can be done on the page of a tab; `added` are the patterns that the
/// person has allowed beyond those of the manifest.
fn here(tab: Tab, status: Result<Status, Silence>, added: &[String]) -> Here {
    let told = status.as_ref().ok().map(|status| status.url.clone());
    let address = told.or(tab.url);
    let host = address.as_deref().and_then(web_host).map(str::to_owned);
    let state = match status {
        Ok(status) => PageState::Running(status),
        Err(_) if host.is_none() => PageState::Closed,
        Err(Silence::Busy) => PageState::Busy,
        Err(Silence::Nobody) => {
            let manifest = browser::manifest().unwrap_or_default();
            let known = manifest
                .content_scripts
                .iter()
                .flat_map(|script| &script.matches);
            let address = address.unwrap_or_default();
            if known.chain(added).any(|pattern| covers(pattern, &address)) {
                PageState::NotStarted
            } else {
                PageState::NotAllowed
            }
        }
    };
    Here {
        tab: tab.id,
        host,
        private: tab.incognito,
        state,
        now: js_sys::Date::now(),
    }
}

async fn tab() -> Option<Tab> {
    if let Some(id) = dom::tab_in_address() {
        return browser::tab(id).await.ok();
    }
    let front = TabQuery {
        active: Some(true),
        current_window: Some(true),
        url: None,
    };
    browser::tabs(&front).await.ok()?.into_iter().next()
}
