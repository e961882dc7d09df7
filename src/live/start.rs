//! Starting on a page, stopping, and what the extension's other parts say.

use super::cards::Cards;
use super::coach::Coaching;
use super::intake::Intake;
use super::slots::Slots;
use super::strip::ThreadView;
use super::{AtWork, Live, State, Surroundings};
use crate::browser::{self, Answer};
use crate::inspect::Engine;
use crate::message::{Saved, ToBackground, ToContent, Welcome};
use crate::model::WeightsError;
use crate::page::clock::Clock;
use crate::page::counters::Gate;
use crate::page::element::PageElement;
use crate::page::schedule::{Schedule, When};
use crate::page::watch::{Changes, Sight, Sizes, on_navigation};
use crate::read::{Reader, Site};
use crate::session::Erase;
use crate::session::outbox::Outbox;
use crate::settings::Settings;
use crate::show::{self, Overlay};
use crate::words::Word;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Why Rapport could not start on a page.
#[derive(Debug, Error)]
pub enum StartError {
    /// No window, document or clock: not a web page.
    #[error("there is no page here")]
    NoPage,
    /// The browser refused something that every page allows.
    #[error("the browser refused: {0:?}")]
    Refused(JsValue),
}

impl From<JsValue> for StartError {
    fn from(error: JsValue) -> Self {
        Self::Refused(error)
    }
}

/// Seen posts are sent this long after the first of a batch, in milliseconds:
/// scrolling brings them in dozens.
const POST_AFTER_MS: u32 = 800;

/// After so many milliseconds what could not be sent is sent again by itself.
const RETRIES_MS: [u32; 5] = [1_000, 3_000, 10_000, 30_000, 120_000];

/// Starts on this page and keeps going while it lives. `started_ms` is the
/// page's clock at the content script's first line; `unread` why the learned
/// model is not there, which is told and keeps nothing else from working.
///
/// # Errors
/// When this is no page, or the browser refuses an observer.
pub fn start(
    engine: Engine,
    started_ms: f64,
    unread: Option<WeightsError>,
) -> Result<(), StartError> {
    let window = web_sys::window().ok_or(StartError::NoPage)?;
    let document = window.document().ok_or(StartError::NoPage)?;
    let performance = window.performance().ok_or(StartError::NoPage)?;
    let host = window.location().hostname()?;
    let site = document
        .document_element()
        .and_then(|root| Site::find(&host, &PageElement::from(root)));
    let language = browser::language();
    let unread = unread.map(|_| language.text(Word::HealthNoModel).to_owned());
    let around = Surroundings {
        window: window.clone(),
        document,
        site,
        host,
        engine,
        version: browser::version(),
        language: Cell::new(language),
    };
    let live = Rc::new_cyclic(|me| Live {
        around,
        told: RefCell::default(),
        state: RefCell::new(State {
            clock: Clock::new(performance, started_ms),
            at_work: None,
            survey: None,
            welcome: false,
            prepared: false,
            settings: Settings::default(),
            gate: Gate::default(),
            alarm: None,
            sample: HashMap::new(),
            marks: HashMap::new(),
            outbox: Outbox::default(),
            posting: false,
            failures: 0,
            problem: None,
            unread,
        }),
        schedule: OnceCell::new(),
        me: me.clone(),
    });
    let slicing = live.me.clone();
    let schedule = Schedule::new(window, move || {
        if let Some(live) = slicing.upgrade() {
            live.slice();
        }
    });
    // The cell was made empty above.
    let _ = live.schedule.set(schedule);
    // Before an update another Rapport may have been at work here.
    show::sweep(&live.around.document);
    live.answer_messages();
    live.wake_when_visible()?;
    live.wake_on_navigation()?;
    live.begin_anyhow()?;
    live.listen_to_keys().forget();
    // It lives as long as the page does.
    std::mem::forget(live);
    Ok(())
}

impl Live {
    /// Begins to read the page with its site file, if it has one, and to look
    /// for posts where that finds none.
    fn begin_anyhow(&self) -> Result<(), JsValue> {
        if let Some(site) = self.around.site {
            let url = self.around.url().unwrap_or_default();
            self.begin(Reader::new(site, &url))?;
            self.say_hello();
        }
        self.begin_survey()
    }

    /// Begins to read the page.
    pub(super) fn begin(&self, reader: Reader) -> Result<(), JsValue> {
        let mut intake = Intake::default();
        intake.look_at_all();

        let me = self.me.clone();
        let changes = Changes::new(
            &self.around.document,
            &reader.attributes(),
            move |records| {
                if let Some(live) = me.upgrade() {
                    live.note(|at_work| {
                        at_work.note_for_coach(&records);
                        at_work.intake.note(&records);
                    });
                }
            },
        )?;
        let me = self.me.clone();
        let near = Sight::near(move |entries| {
            if let Some(live) = me.upgrade() {
                live.note(|at_work| at_work.came_near(&entries));
            }
        })?;
        let me = self.me.clone();
        let on_screen = Sight::on_screen(move |entries| {
            if let Some(live) = me.upgrade() {
                live.note(|at_work| at_work.came_on_screen(&entries));
            }
        })?;
        let me = self.me.clone();
        let sizes = Sizes::new(move |posts| {
            if let Some(live) = me.upgrade() {
                // At once: this is called after layout, before painting.
                if let Ok(state) = live.state.try_borrow()
                    && let Some(at_work) = &state.at_work
                {
                    at_work.place_badges(&posts);
                }
            }
        })?;
        let cards = Rc::new(Cards(self.me.clone()));
        let overlay = Overlay::new(self.around.document.clone(), cards)?;
        let at_work = AtWork {
            reader,
            slots: Slots::default(),
            intake,
            overlay,
            composers: self.composers(),
            coaching: Coaching::default(),
            near,
            on_screen,
            sizes,
            changes,
            unjudged: false,
            hungry: false,
            judging: None,
            has_twins: false,
            mended: Vec::new(),
            readings: 0,
            left: Vec::new(),
            awaited: Cell::new(None),
            touched: Vec::new(),
            thread: ThreadView::default(),
        };
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.at_work = Some(at_work);
        }
        self.request(When::Soon);
        Ok(())
    }

    /// Takes everything off the page and stops.
    fn stop(&self) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.survey = None;
        }
        self.stop_reading();
    }

    /// Whether this Rapport is one of before an update, or its extension is gone.
    /// Then it leaves the page to the one that comes after it.
    pub(super) fn is_cut_off(&self) -> bool {
        let cut_off = browser::is_cut_off();
        if cut_off {
            self.stop();
        }
        cut_off
    }

    /// Takes everything off the page, to read it otherwise or not at all.
    pub(super) fn stop_reading(&self) {
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        if let Some(mut at_work) = state.at_work.take() {
            at_work.thread.clear();
            at_work
                .slots
                .all_mut()
                .for_each(super::slots::Slot::take_badge_off);
        }
    }

    /// Asks whether Rapport is on here. Without an answer (the extension was
    /// just updated, the worker cannot start) it stays on: reading needs
    /// nobody else.
    pub(super) fn say_hello(&self) {
        let Some(live) = self.me.upgrade() else {
            return;
        };
        spawn_local(async move {
            let hello = ToBackground::Hello {
                host: live.around.host.clone(),
                site: live.around.site_key(),
            };
            match browser::ask::<Welcome>(&hello).await {
                Ok(Welcome {
                    settings,
                    sample,
                    marks,
                }) => {
                    let on = live.adopt(settings);
                    if !on {
                        live.stop();
                    }
                    if let Ok(mut state) = live.state.try_borrow_mut() {
                        // What was noted before it was known is not kept.
                        if !on && !state.welcome {
                            state.outbox = Outbox::default();
                        }
                        state.welcome(sample, marks);
                    }
                }
                Err(_) => {
                    if let Ok(mut state) = live.state.try_borrow_mut() {
                        state.welcome(Vec::new(), Vec::new());
                    }
                }
            }
            live.request(When::Soon);
        });
    }

    /// Answers the extension's own parts, and nobody else.
    fn answer_messages(&self) {
        let me = self.me.clone();
        browser::on_message(move |message| {
            let Some(live) = me.upgrade() else {
                return Answer::Nothing;
            };
            match message {
                ToContent::Inspect => Answer::now(browser::to_js(&live.inspection())),
                ToContent::Status => Answer::now(browser::to_js(&live.status())),
                ToContent::Forget { erase } => {
                    live.forget(&erase);
                    Answer::now(Ok(true.into()))
                }
                ToContent::Settings { settings } => {
                    live.follow(*settings);
                    Answer::Nothing
                }
                ToContent::Insert { post, text } => Answer::Later(Box::pin(async move {
                    browser::to_js(&live.insert(&post, &text).await).unwrap_or_default()
                })),
            }
        });
    }

    /// Gives up what of the erased was not sent yet. A page in the middle of
    /// its work gives it up with the next message.
    fn forget(&self, erase: &Erase) {
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        // What was seen and not yet put there is part of it.
        state.collect_seen(&self.around);
        state.outbox.erase(erase);
        let all = *erase == Erase::All;
        if all {
            state.marks.clear();
            state.sample.clear();
        }
        let Some(at_work) = &mut state.at_work else {
            return;
        };
        let site = self.around.site_key();
        let hidden = self.around.document.hidden();
        let now = js_sys::Date::now();
        for slot in at_work.slots.all_mut() {
            let told = slot.told.as_ref().map(|told| told.seen_at);
            let at = told.unwrap_or_else(|| slot.last_seen(hidden, now));
            if erase.covers(&site, at) {
                slot.forget();
            }
        }
        if all {
            // Badges go by what stands on this page from now on.
            at_work.judge_all_again();
        }
    }

    /// Does what the person has set, at once.
    fn follow(&self, settings: Settings) {
        let on = self.adopt(settings);
        let is_on = self
            .state
            .try_borrow()
            .is_ok_and(|state| state.at_work.is_some() || state.survey.is_some());
        if on && !is_on {
            // A page that refuses an observer stays as it is.
            let _ = self.begin_anyhow();
        } else if !on {
            self.stop();
        }
        self.request(When::Soon);
    }

    /// Takes over what the person has set; whether Rapport is on here by it.
    fn adopt(&self, settings: Settings) -> bool {
        let now = js_sys::Date::now();
        let host = &self.around.host;
        let on = settings.is_on(host, now);
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return on;
        };
        let was_quiet = state.settings.is_quiet(host);
        state.alarm = self.alarm(&settings, now);
        let counters = settings.counters_at(host);
        (state.gate).follow(&self.around.document, &counters, settings.is_snoozed(now));
        if was_quiet != settings.is_quiet(host)
            && let Some(at_work) = &mut state.at_work
        {
            at_work.touch_all();
        }
        let person = |settings: &Settings| (settings.subjects.clone(), settings.accounts.clone());
        if person(&settings) != person(&state.settings)
            && let Some(at_work) = &mut state.at_work
        {
            at_work.read_all_again();
        }
        let language = settings.language.unwrap_or_else(browser::language);
        if self.around.language.replace(language) != language
            && let Some(at_work) = &mut state.at_work
        {
            at_work.read_all_again();
        }
        if settings.weights != state.settings.weights
            && let Some(at_work) = &mut state.at_work
        {
            at_work.judge_all_again();
        }
        if !settings.coach_is_on(host)
            && let Some(at_work) = &mut state.at_work
        {
            at_work.coaching.end();
        }
        state.settings = settings;
        on
    }

    /// Wakes the page when a snooze ends; `None` where it does not sleep.
    fn alarm(&self, settings: &Settings, now: f64) -> Option<Timeout> {
        let until = settings
            .snoozed_until
            .filter(|_| settings.is_snoozed(now))?;
        let me = self.me.clone();
        // The browser takes at most 2^31 milliseconds; what wakes too soon
        // goes to sleep again.
        let wait = (until - now).ceil().min(f64::from(i32::MAX)) as u32;
        Some(Timeout::new(wait, move || {
            let Some(live) = me.upgrade() else { return };
            let settings = live.state.try_borrow().map(|state| state.settings.clone());
            if let Ok(settings) = settings {
                live.follow(settings);
            }
        }))
    }

    /// A hidden tab does nothing; it catches up when it is shown, and sends
    /// what it has when it is hidden or left.
    fn wake_when_visible(&self) -> Result<(), JsValue> {
        let me = self.me.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || {
            if let Some(live) = me.upgrade() {
                let hidden = live.around.document.hidden();
                if let Ok(mut state) = live.state.try_borrow_mut()
                    && let Some(at_work) = &mut state.at_work
                {
                    at_work.turn_page();
                }
                if hidden {
                    live.post()
                } else {
                    live.request(When::Soon)
                }
            }
        });
        self.around.document.add_event_listener_with_callback(
            "visibilitychange",
            on_change.as_ref().unchecked_ref(),
        )?;
        on_change.forget();
        Ok(())
    }

    /// A page may change its address and nothing else; what stands on it can
    /// mean something else then.
    fn wake_on_navigation(&self) -> Result<(), JsValue> {
        let me = self.me.clone();
        on_navigation(&self.around.window, move || {
            if let Some(live) = me.upgrade() {
                live.request(When::Soon);
            }
        })
    }

    /// Sends seen posts in a moment.
    pub(super) fn post_soon(&self) {
        self.post_in(POST_AFTER_MS);
    }

    fn post_in(&self, wait_ms: u32) {
        let Some(live) = self.me.upgrade() else {
            return;
        };
        Timeout::new(wait_ms, move || live.post()).forget();
    }

    /// Sends seen posts now.
    pub(super) fn post(&self) {
        let Some(live) = self.me.upgrade() else {
            return;
        };
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        state.posting = false;
        // Where Rapport may be off nothing is kept.
        if !state.welcome {
            return;
        }
        state.collect_seen(&self.around);
        let (posts, replies) = state.outbox.take_batch();
        drop(state);
        if posts.is_empty() && replies.is_empty() {
            return;
        }
        spawn_local(async move {
            let answer = browser::ask::<Saved>(&ToBackground::Seen { posts, replies }).await;
            let Ok(mut state) = live.state.try_borrow_mut() else {
                return;
            };
            match answer {
                Ok(saved) => {
                    state.outbox.acknowledge();
                    state.failures = 0;
                    state.problem = saved.problem;
                    // What came while this was under way.
                    let more = !state.outbox.is_empty() && !state.posting;
                    state.posting |= more;
                    drop(state);
                    if more {
                        live.post_soon();
                    }
                }
                Err(_) => {
                    state.outbox.give_back();
                    // The next post, or leaving the page, tries again as well.
                    let wait_ms = RETRIES_MS.get(state.failures).copied();
                    state.failures += 1;
                    drop(state);
                    if let Some(wait_ms) = wait_ms.filter(|_| !live.is_cut_off()) {
                        live.post_in(wait_ms);
                    }
                }
            }
        });
    }
}
