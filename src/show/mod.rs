//! Score and advice → what a person sees over the page.
//!
//! In: a [`Face`] for each post on screen, and, when its badge is opened, a
//! [`CardContent`]. Out: one `rapport-badge` element in each post, with a
//! closed shadow root that holds the badge and, while it is open, the card; one
//! `rapport-coach` under the composer in which a reply is written; and, on a
//! thread's page, one `rapport-strip` that shows the thread at a glance.
//!
//! The overlay takes no room in the page's layout, touches no style of the
//! page, and lets no event of its own reach the page. Text enters by
//! `textContent` only.

mod badge;
mod card;
mod coach;
mod face;
mod strip;
mod theme;

pub use badge::Badge;
pub use card::{CardContent, ReasonLine};
pub use coach::{Close, Coach};
pub use face::Face;
pub use strip::{Jump, Strip};

use crate::compose::Outcome;
use crate::glance::StripContent;
use crate::message::Verdict;
use crate::words::Language;
use std::cell::OnceCell;
use std::rc::Rc;
use theme::Look;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Document, Element, Event};

/// Name of the element that carries a badge.
pub const BADGE_TAG: &str = "rapport-badge";

/// Name of the element that carries the coach.
pub const COACH_TAG: &str = "rapport-coach";

/// Name of the element that carries a thread's strip.
pub const STRIP_TAG: &str = "rapport-strip";

/// Every element that the overlay puts into a page. What notes the page's
/// changes must skip them.
const OWN_TAGS: [&str; 3] = [BADGE_TAG, COACH_TAG, STRIP_TAG];

const STYLE: &str = include_str!("../../extension/overlay.css");

/// Events that would mean something to the post under a badge (many sites open
/// a post when it is clicked, or act on single keys). They end at the badge.
const OWN_EVENTS: [&str; 14] = [
    "auxclick",
    "click",
    "contextmenu",
    "dblclick",
    "keydown",
    "keypress",
    "keyup",
    "mousedown",
    "mouseup",
    "pointerdown",
    "pointerup",
    "touchend",
    "touchstart",
    "wheel",
];

/// Is told what became of something that the person asked for.
pub type Done<T> = Box<dyn FnOnce(T)>;

/// What stands behind the badges and cards. Posts are named by the keys that
/// were given to [`Overlay::mount`].
pub trait Behind {
    /// What the card of a post says, when it is opened. `None` when the post
    /// has gone.
    fn content(&self, key: u32) -> Option<CardContent>;

    /// Puts a prompt that the person wants into the reply to the post.
    fn put(&self, key: u32, text: String, done: Done<Outcome>);

    /// The person finds the score of the post wrong, or takes that back. Tells
    /// whether it could be kept.
    fn mark(&self, key: u32, verdict: Option<Verdict>, done: Done<bool>);

    /// Goes to the next place of a kind in the thread.
    fn jump(&self, to: Jump);

    /// The person wants no strip until the next page.
    fn dismiss(&self);
}

/// What all badges of a page share.
pub struct Overlay {
    document: Document,
    sheet: CssStyleSheet,
    look: OnceCell<Look>,
    stop: Closure<dyn FnMut(Event)>,
    behind: Rc<dyn Behind>,
}

impl Overlay {
    /// Prepares the overlay.
    ///
    /// # Errors
    /// When the browser refuses to make a style sheet.
    pub fn new(document: Document, behind: Rc<dyn Behind>) -> Result<Rc<Self>, JsValue> {
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(STYLE)?;
        Ok(Rc::new(Self {
            look: OnceCell::new(),
            document,
            sheet,
            stop: Closure::new(|event: Event| event.stop_propagation()),
            behind,
        }))
    }

    /// Puts a badge into `anchor` as its first child. `key` is handed to the
    /// function that makes its card.
    ///
    /// # Errors
    /// When the page's document refuses the element.
    pub fn mount(
        self: &Rc<Self>,
        key: u32,
        anchor: &Element,
        face: &Face,
    ) -> Result<Badge, JsValue> {
        // One for all: a page is either light or dark.
        let look = *self.look.get_or_init(|| Look::around(anchor));
        let badge = Badge::new(self, key, look, face)?;
        // In a shadow root `sweep` does not find it.
        let leftover = anchor.first_element_child();
        if let Some(leftover) = leftover.filter(|child| child.local_name() == BADGE_TAG) {
            leftover.remove();
        }
        anchor.insert_before(badge.host(), anchor.first_child().as_ref())?;
        Ok(badge)
    }

    /// Puts up the strip of the thread that begins with `post`. It stands
    /// after the page's body, where no part of the page looks for its own.
    ///
    /// # Errors
    /// When the page's document refuses the element.
    pub fn mount_strip(
        self: &Rc<Self>,
        post: &Element,
        content: &StripContent,
    ) -> Result<Strip, JsValue> {
        let look = *self.look.get_or_init(|| Look::around(post));
        let strip = Strip::new(self, look, content)?;
        let root = self.document.document_element();
        let root = root.ok_or_else(|| JsValue::from("no document"))?;
        root.append_child(strip.host())?;
        Ok(strip)
    }
}

/// Takes off the page what a Rapport of before an update left there: its code is
/// gone, or about to notice that it is.
pub fn sweep(document: &Document) {
    let Ok(left) = document.query_selector_all(&OWN_TAGS.join(",")) else {
        return;
    };
    for at in 0..left.length() {
        if let Some(left) = left
            .get(at)
            .and_then(|node| node.dyn_into::<Element>().ok())
        {
            left.remove();
        }
    }
}

/// Whether a node is, or was put there by, the overlay.
pub fn is_own(node: &web_sys::Node) -> bool {
    node.dyn_ref::<Element>()
        .is_some_and(|element| OWN_TAGS.contains(&&*element.local_name()))
}

/// A number as the interface's language writes it (`1,265`, `1 265`).
fn number(value: u64, language: Language) -> String {
    // Exact up to 2^53; no page shows a number near that.
    js_sys::Number::from(value as f64)
        .to_locale_string(language.tag())
        .into()
}

/// Makes an element of the overlay.
fn element(document: &Document, tag: &str, class: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Ok(element)
}
