//! Score and advice → what a person sees over the page.
//!
//! In: a [`Face`] for each post on screen, and, when its badge is opened, a
//! [`CardContent`]. Out: one `rapport-badge` element in each post, with a
//! closed shadow root that holds the badge and, while it is open, the card.
//!
//! The overlay takes no room in the page's layout, touches no style of the
//! page, and lets no event of its own reach the page. Text enters by
//! `textContent` only.

mod badge;
mod card;
mod coach;
mod face;
mod theme;

pub use badge::Badge;
pub use card::{CardContent, ReasonLine};
pub use coach::{Close, Coach};
pub use face::Face;

use crate::compose::Outcome;
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

/// All elements of ours. The reader must skip them.
const OWN_TAGS: [&str; 2] = [BADGE_TAG, COACH_TAG];

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

type OpenHandler = Box<dyn Fn(u32) -> Option<CardContent>>;

/// Is told what became of a text.
pub type Done = Box<dyn FnOnce(Outcome)>;

type PutHandler = Box<dyn Fn(u32, String, Done)>;

/// What all badges of a page share.
pub struct Overlay {
    document: Document,
    sheet: CssStyleSheet,
    look: OnceCell<Look>,
    stop: Closure<dyn FnMut(Event)>,
    open: OpenHandler,
    put: PutHandler,
}

impl Overlay {
    /// Prepares the overlay. `open` is asked for a card's content, by the key
    /// of its badge, when the badge is clicked or opened from the keyboard;
    /// `put` gets a prompt that the person wants in the reply to its post.
    ///
    /// # Errors
    /// When the browser refuses to make a style sheet.
    pub fn new(
        document: Document,
        open: impl Fn(u32) -> Option<CardContent> + 'static,
        put: impl Fn(u32, String, Done) + 'static,
    ) -> Result<Rc<Self>, JsValue> {
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(STYLE)?;
        Ok(Rc::new(Self {
            look: OnceCell::new(),
            document,
            sheet,
            stop: Closure::new(|event: Event| event.stop_propagation()),
            open: Box::new(open),
            put: Box::new(put),
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
        anchor.insert_before(badge.host(), anchor.first_child().as_ref())?;
        Ok(badge)
    }
}

/// Whether a node is, or was put there by, the overlay.
pub fn is_own(node: &web_sys::Node) -> bool {
    node.dyn_ref::<Element>()
        .is_some_and(|element| OWN_TAGS.contains(&element.local_name().as_str()))
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
