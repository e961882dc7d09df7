//! One page, kept up to date while it lives: the road from the document to
//! the badges, walked again whenever something changes.
//!
//! In: the page's changes, what comes into sight, messages from the extension.
//! Out: badges, seen posts for the session, and the inspection.
//!
//! Everything is done in slices ([`crate::page::schedule`]); the callbacks of
//! the browser only take note. A post is read once per change, however many
//! mutations it took, and nothing is done while the tab is hidden.

mod cards;
mod coach;
mod health;
mod intake;
mod judge;
mod keys;
mod reply;
mod report;
mod slots;
mod start;
mod strip;
mod survey;

pub use start::{StartError, start};

use crate::advise::Told;
use crate::inspect::Engine;
use crate::message::{Sample, SeenPost, Verdict};
use crate::page::clock::{Clock, Work};
use crate::page::composer::Composers;
use crate::page::counters::Gate;
use crate::page::schedule::{SLICE_MS, Schedule, When};
use crate::page::watch::{Changes, Sight, Sizes};
use crate::read::{Field, Reader, Site};
use crate::score::Caps;
use crate::session::outbox::Outbox;
use crate::settings::Settings;
use crate::show::Overlay;
use crate::signals;
use crate::words::Language;
use coach::Coaching;
use gloo::timers::callback::Timeout;
use intake::Intake;
use judge::Judging;
use slots::{Key, Slots};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};
use strip::ThreadView;
use survey::Survey;
use web_sys::{Document, Window};

/// A page that Rapport is on.
struct Live {
    around: Surroundings,
    state: RefCell<State>,
    /// The wordings of prompts that were given on this page.
    told: RefCell<Told>,
    schedule: OnceCell<Rc<Schedule>>,
    me: Weak<Live>,
}

/// What stays the same while the page lives.
struct Surroundings {
    window: Window,
    document: Document,
    host: String,
    site: Option<&'static Site>,
    engine: Engine,
    version: String,
    language: Cell<Language>,
}

impl Surroundings {
    /// The page's address now.
    fn url(&self) -> Option<String> {
        self.window.location().href().ok()
    }

    /// The language that most texts here may be in: the page's own.
    fn page_language(&self) -> Language {
        self.document
            .document_element()
            .and_then(|root| Language::from_tag(&root.get_attribute("lang")?))
            .unwrap_or_default()
    }

    /// What the session calls this site.
    fn site_key(&self) -> String {
        self.site
            .map_or_else(|| self.host.clone(), |site| site.key(&self.host))
    }
}

/// What changes.
struct State {
    clock: Clock,
    /// `None` while Rapport is off here, or nothing was found to read.
    at_work: Option<AtWork>,
    /// The search for posts where no site file finds any.
    survey: Option<Survey>,
    /// The background worker has said that it is on here. Until then nothing
    /// is shown, so that a page where it is off does not flicker.
    welcome: bool,
    /// The tables for texts are built.
    prepared: bool,
    /// What the person has set.
    settings: Settings,
    /// Which counters may have stepped back here.
    gate: Gate,
    /// Wakes the page when a snooze ends.
    alarm: Option<Timeout>,
    /// What was seen on this site, here and in other tabs, by post.
    sample: HashMap<String, Sample>,
    /// What the person found wrong on this site, by post.
    marks: HashMap<String, Verdict>,
    outbox: Outbox,
    /// The outbox is about to be emptied.
    posting: bool,
    /// How often in a row it could not be.
    failures: usize,
    /// Why seen posts could not be stored.
    problem: Option<String>,
    /// Why the learned model is not there, for a person.
    unread: Option<String>,
}

/// What exists only while Rapport is on.
struct AtWork {
    reader: Reader,
    slots: Slots,
    intake: Intake,
    overlay: Rc<Overlay>,
    /// `None` where it is not known how the site is written on.
    composers: Option<Rc<Composers>>,
    coaching: Coaching,
    near: Sight,
    on_screen: Sight,
    sizes: Sizes,
    changes: Changes,
    /// Something was read since the page was last judged.
    unjudged: bool,
    /// Something near the screen waits for its first score.
    hungry: bool,
    /// Posts that are being scored.
    judging: Option<Judging>,
    /// Some posts stand on the page more than once.
    has_twins: bool,
    /// Fields that are looked for otherwise than the site file says.
    mended: Vec<Field>,
    /// How many readings there were.
    readings: u64,
    /// Posts that were seen and have left the page since.
    left: Vec<SeenPost>,
    /// Its badge gets the focus as soon as it is put up: the person went there.
    awaited: Cell<Option<Key>>,
    /// Slots whose badges may have to change.
    touched: Vec<Key>,
    /// The thread at a glance, and its strip.
    thread: ThreadView,
}

impl Live {
    /// Asks for a slice.
    fn request(&self, when: When) {
        if let Some(schedule) = self.schedule.get() {
            schedule.request(when);
        }
    }

    /// Takes note of something, and asks for a slice to deal with it.
    fn note(&self, note: impl FnOnce(&mut AtWork)) {
        // The state is busy only while a slice of ours makes the browser call
        // back at once. What it tells then is our own doing.
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        if let Some(at_work) = &mut state.at_work {
            note(at_work);
            drop(state);
            self.request(When::Soon);
        }
    }

    /// One slice of work.
    fn slice(&self) {
        if self.around.document.hidden() || self.is_cut_off() {
            return;
        }
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        let next = state.work(&self.around);
        let unsent = state.welcome && !state.posting && !state.outbox.is_empty();
        state.posting |= unsent;
        drop(state);
        if let Some(when) = next {
            self.request(when);
        }
        if unsent {
            self.post_soon();
        }
        self.look_for_posts();
    }
}

impl State {
    /// Does one slice of work; says when the next is needed, if one is.
    fn work(&mut self, around: &Surroundings) -> Option<When> {
        let Self {
            clock,
            at_work,
            welcome,
            settings,
            sample,
            prepared,
            ..
        } = self;
        let at_work = at_work.as_mut()?;
        let began = clock.now();
        let ends = began + SLICE_MS;

        if !std::mem::replace(prepared, true) {
            signals::text::prepare(around.page_language());
            clock.book(Work::Read, began);
            clock.end_task(began);
            return Some(When::Soon);
        }
        at_work.follow_navigation(around);
        at_work.take_in(around, clock, ends);
        let taken_in = clock.book(Work::Read, began);
        // One kind of work a slice: judging begins with a step that cannot be
        // cut, so it must not come on top of another.
        if at_work.judge_is_due() {
            at_work.judge(sample, &Caps::with(&settings.weights), clock, ends);
            clock.book(Work::Score, taken_in);
        } else if *welcome && !at_work.touched.is_empty() {
            at_work.show(around, settings.is_quiet(&around.host), clock, ends);
            clock.book(Work::Show, taken_in);
        } else if at_work.glance_is_due(*welcome) {
            at_work.glance(around, settings.is_quiet(&around.host));
            clock.book(Work::Show, taken_in);
        } else {
            at_work.read(&around.site_key(), settings, clock, ends);
        }
        clock.end_task(began);

        let visible = *welcome && !at_work.touched.is_empty();
        let next = if visible || at_work.judge_is_due() || at_work.glance_is_due(*welcome) {
            Some(When::Soon)
        } else {
            at_work.intake.urgency()
        };
        if next.is_none() {
            self.collect_seen(around);
        }
        next
    }
}
