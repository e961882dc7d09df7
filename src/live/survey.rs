//! Looking for posts on a page that no site file reads: at first, and again
//! when the page has grown.
//!
//! A look goes over the whole document, so it is done when the browser is
//! idle, and every look without a find makes the next one wait longer.

use super::{AtWork, Live, State, Surroundings};
use crate::page::element::PageElement;
use crate::page::schedule::When;
use crate::page::watch::Changes;
use crate::read::generic::Plan;
use crate::read::{PageKind, Reader};
use crate::show::is_own;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::MutationRecord;

/// How long the second look waits, in milliseconds; each later one twice as
/// long as the one before.
const FIRST_WAIT_MS: u32 = 500;

/// How long a site file is given to find posts on its site, in milliseconds.
const KNOWN_SITE_MS: u32 = 4_000;

/// No look waits longer than this, in milliseconds.
const LONGEST_WAIT_MS: u32 = 30_000;

/// The search for posts on one page.
pub struct Survey {
    _changes: Changes,
    /// The page has grown; the next look waits for its time.
    waiting: Option<Timeout>,
    /// It is time for a look, when the browser is idle.
    due: bool,
    /// How long the next look has to wait.
    wait_ms: u32,
    /// The page's address at the last look.
    url: String,
}

impl Survey {
    /// Notes that the look was done.
    fn looked(&mut self, url: &str) {
        if self.url != url {
            // Another page: it may have what the last one had not.
            self.wait_ms = FIRST_WAIT_MS;
            url.clone_into(&mut self.url);
        }
        self.due = false;
    }
}

impl Live {
    /// Begins to look for posts, where a site file reads the page only if that
    /// finds none for some time.
    ///
    /// # Errors
    /// When the browser refuses to tell of changes.
    pub(super) fn begin_survey(&self) -> Result<(), JsValue> {
        let me = self.me.clone();
        let changes = Changes::new(&self.around.document, &[], move |records| {
            let added = |record: &MutationRecord| {
                let nodes = record.added_nodes();
                (0..nodes.length())
                    .filter_map(|index| nodes.get(index))
                    .any(|node| node.has_child_nodes() && !is_own(&node))
            };
            if records.iter().any(added)
                && let Some(live) = me.upgrade()
            {
                live.page_grew();
            }
        })?;
        let is_known = self.around.site.is_some();
        let survey = Survey {
            _changes: changes,
            waiting: None,
            due: !is_known,
            wait_ms: if is_known {
                KNOWN_SITE_MS
            } else {
                FIRST_WAIT_MS
            },
            url: self.around.url().unwrap_or_default(),
        };
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.survey = Some(survey);
        }
        if is_known {
            self.page_grew();
        } else {
            self.request(When::Idle);
        }
        Ok(())
    }

    /// Something was added to the page: look again, but not at once.
    fn page_grew(&self) {
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        let Some(survey) = &mut state.survey else {
            return;
        };
        if survey.due || survey.waiting.is_some() {
            return;
        }
        let wait = survey.wait_ms;
        survey.wait_ms = (wait * 2).min(LONGEST_WAIT_MS);
        let me = self.me.clone();
        survey.waiting = Some(Timeout::new(wait, move || {
            let Some(live) = me.upgrade() else { return };
            if let Ok(mut state) = live.state.try_borrow_mut()
                && let Some(survey) = &mut state.survey
            {
                survey.due = true;
                survey.waiting = None;
            }
            live.request(When::Idle);
        }));
    }

    /// Looks for posts, if it is time. What is found begins to be read.
    pub(super) fn look_for_posts(&self) {
        let found = self
            .state
            .try_borrow_mut()
            .ok()
            .and_then(|mut state| state.look(&self.around));
        let Some(reader) = found else { return };
        self.stop_reading();
        // A page that refuses an observer stays as it is.
        let _ = self.begin(reader);
        self.say_hello();
    }
}

impl State {
    /// A better reader than the present one, if it is time to look for one and
    /// one is found.
    fn look(&mut self, around: &Surroundings) -> Option<Reader> {
        let is_busy = |at_work: &AtWork| !at_work.intake.is_empty();
        if self.survey.is_none() || self.at_work.as_ref().is_some_and(is_busy) {
            return None;
        }
        let has_posts = |at_work: &AtWork| at_work.slots.contents().next().is_some();
        let reads = self.at_work.as_ref().is_some_and(has_posts);
        let plan = self
            .at_work
            .as_ref()
            .and_then(|at_work| at_work.reader.plan());
        if reads && around.site.is_some() && plan.is_none() {
            // The site file does its work: nothing more to look for.
            self.survey = None;
            return None;
        }
        if !self.survey.as_ref()?.due {
            return None;
        }
        let url = around.url()?;
        let root = PageElement::from(around.document.document_element()?);
        self.survey.as_mut()?.looked(&url);
        if reads && around.site.is_none() {
            return None;
        }
        let better = match around.site {
            // Where the site file says that posts are, and nowhere else: what
            // is like a post on other pages of the site may be a private message.
            Some(site) if Reader::new(site, &url).page_kind() == PageKind::Thread => {
                Reader::choose(site, &root, &url)
            }
            Some(_) => return None,
            None => Reader::generic(Plan::find(&root, &url)?, &url),
        };
        // The same again: its elements hold nothing yet.
        (self.at_work.is_none() || plan != better.plan()).then_some(better)
    }
}
