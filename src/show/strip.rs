//! The strip on a thread's page: a line in the screen's lower corner, with the
//! panel behind it and the buttons that go through the thread.
//!
//! It stands in the corner and not at the top: the buttons have to be at hand
//! while a person goes from place to place, and the top is where most sites
//! keep a bar of their own. It takes no room of the page.

use super::theme::Look;
use super::{OWN_EVENTS, Overlay, STRIP_TAG, element};
use crate::dom;
use crate::glance::StripContent;
use crate::words::Word;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// How long the ring around a post stays, in milliseconds: long enough to be
/// found, short enough not to be in the way of reading. The style sheet fades
/// it for as long.
const RING_MS: u32 = 1600;

/// A kind of places in a thread that one can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jump {
    /// Exchanges worth reading.
    Good,
    /// Questions without an answer.
    Unanswered,
}

impl Jump {
    /// Every kind, in the order of their buttons.
    pub const ALL: [Jump; 2] = [Jump::Good, Jump::Unanswered];

    const fn name(self) -> Word {
        match self {
            Self::Good => Word::StripNextGood,
            Self::Unanswered => Word::StripNextQuestion,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Good => "jump good",
            Self::Unanswered => "jump unanswered",
        }
    }

    const fn count(self, content: &StripContent) -> usize {
        match self {
            Self::Good => content.good,
            Self::Unanswered => content.unanswered,
        }
    }
}

/// The strip of a page. Clones are the same strip.
#[derive(Clone)]
pub struct Strip(Rc<Inner>);

struct Inner {
    overlay: Rc<Overlay>,
    host: HtmlElement,
    root: ShadowRoot,
    line: Element,
    jumps: Vec<JumpButton>,
    panel: Element,
    content: RefCell<StripContent>,
    /// The ring that stands, and what takes it off.
    ring: RefCell<Option<(Element, Timeout)>>,
    listening: RefCell<Vec<Listener>>,
}

type Listener = Closure<dyn FnMut(Event)>;

struct JumpButton {
    to: Jump,
    button: HtmlElement,
    number: Element,
    at: Cell<Option<usize>>,
}

impl Strip {
    pub(super) fn new(
        overlay: &Rc<Overlay>,
        look: Look,
        content: &StripContent,
    ) -> Result<Self, JsValue> {
        let document = &overlay.document;
        let host: HtmlElement = document.create_element(STRIP_TAG)?.dyn_into()?;
        let style = host.style();
        for (property, value) in [
            ("all", "initial"),
            ("position", "absolute"),
            ("inset", "0 auto auto 0"),
            ("width", "0"),
            ("height", "0"),
            // Over what sites keep in corners, under their dialogs as far as
            // one can tell.
            ("z-index", "999"),
            ("color-scheme", look.scheme.css()),
            ("direction", if look.right_to_left { "rtl" } else { "ltr" }),
        ] {
            style.set_property_with_priority(property, value, "important")?;
        }
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        root.set_adopted_style_sheets(&js_sys::Array::of1(&overlay.sheet));
        for event in OWN_EVENTS {
            host.add_event_listener_with_callback(event, overlay.stop.as_ref().unchecked_ref())?;
        }

        let language = content.language;
        let dock = element(document, "div", "dock")?;
        let strip = element(document, "div", "strip")?;
        strip.set_attribute("role", "region")?;
        strip.set_attribute("aria-label", language.text(Word::StripTitle))?;
        strip.set_attribute("lang", language.tag())?;
        let line = button(document, &strip, "line")?;
        line.set_attribute("aria-haspopup", "dialog")?;
        line.set_attribute("aria-expanded", "false")?;
        let mut jumps = Vec::new();
        for to in Jump::ALL {
            let button = button(document, &strip, to.class())?;
            let name = element(document, "span", "name")?;
            // The space is for who hears the name and the number.
            name.set_text_content(Some(&format!("{} ", language.text(to.name()))));
            button.set_attribute("title", language.text(to.name()))?;
            let number = element(document, "span", "number")?;
            button.append_with_node_2(&name, &number)?;
            jumps.push(JumpButton {
                to,
                button,
                number,
                at: Cell::new(None),
            });
        }
        let dismiss = button(document, &strip, "dismiss")?;
        dismiss.set_attribute("aria-label", language.text(Word::StripDismiss))?;
        dismiss.set_attribute("title", language.text(Word::StripDismiss))?;
        let panel = element(document, "div", "card glance")?;
        panel.set_attribute("popover", "auto")?;
        panel.set_attribute("role", "dialog")?;
        panel.set_attribute("aria-labelledby", "title")?;
        panel.set_attribute("lang", language.tag())?;
        dock.append_child(&strip)?;
        root.append_with_node_2(&dock, &panel)?;
        // The browser opens and closes it: light dismiss, `Esc` and the focus
        // going back need no code of ours.
        js_sys::Reflect::set(&line, &"popoverTargetElement".into(), &panel)?;

        let strip = Self(Rc::new(Inner {
            overlay: overlay.clone(),
            host,
            root,
            line: line.into(),
            jumps,
            panel,
            content: RefCell::new(content.clone()),
            ring: RefCell::new(None),
            listening: RefCell::new(Vec::new()),
        }));
        strip.listen(&dismiss)?;
        strip.draw(content)?;
        Ok(strip)
    }

    /// Its element in the page.
    pub(super) fn host(&self) -> &Element {
        &self.0.host
    }

    /// Whether it still stands in the page.
    pub fn is_standing(&self) -> bool {
        self.0.host.is_connected()
    }

    /// Whether it can go on to show this. One that says something else is made
    /// anew, because parts of it that move would count as a layout shift of the
    /// page; but not under a person's hands.
    pub fn may_stay(&self, content: &StripContent) -> bool {
        let is_open = self.0.panel.matches(":popover-open").unwrap_or(false);
        let in_use = is_open || self.0.root.active_element().is_some();
        self.is_standing() && (in_use || *self.0.content.borrow() == *content)
    }

    /// Shows something else; nothing happens if it is the same.
    ///
    /// # Errors
    /// When the document refuses an element or attribute.
    pub fn update(&self, content: &StripContent) -> Result<(), JsValue> {
        if *self.0.content.borrow() == *content {
            return Ok(());
        }
        self.0.content.replace(content.clone());
        self.draw(content)
    }

    /// Says at which of its places a button is, counted from 1.
    pub fn tell(&self, to: Jump, at: Option<usize>) {
        for jump in self.0.jumps.iter().filter(|jump| jump.to == to) {
            jump.at.set(at);
            jump.draw(&self.0.content.borrow());
        }
    }

    /// Draws a ring around a post of the page for a moment.
    ///
    /// # Errors
    /// When the document refuses the element.
    pub fn ring(&self, post: &Element) -> Result<(), JsValue> {
        let Inner {
            overlay,
            host,
            root,
            ..
        } = &*self.0;
        self.take_ring_off();
        let (here, there) = (
            host.get_bounding_client_rect(),
            post.get_bounding_client_rect(),
        );
        let ring: HtmlElement = element(&overlay.document, "div", "ring")?.dyn_into()?;
        let style = ring.style();
        for (property, value) in [
            ("left", there.left() - here.left()),
            ("top", there.top() - here.top()),
            ("width", there.width()),
            ("height", there.height()),
        ] {
            style.set_property(property, &format!("{}px", value.round() as i32))?;
        }
        root.append_child(&ring)?;
        let weak = Rc::downgrade(&self.0);
        let off = Timeout::new(RING_MS, move || {
            if let Some(inner) = weak.upgrade() {
                Self(inner).take_ring_off();
            }
        });
        self.0.ring.replace(Some((ring.into(), off)));
        Ok(())
    }

    /// Takes it off the page.
    pub fn remove(&self) {
        self.take_ring_off();
        // The listeners hold what stands behind the strip.
        let listening = self.0.listening.take();
        self.0.host.remove();
        // A press on it may be what takes it off: its listener has to last
        // until it is through.
        Timeout::new(0, move || drop(listening)).forget();
    }

    fn take_ring_off(&self) {
        if let Some((ring, _)) = self.0.ring.take() {
            ring.remove();
        }
    }

    fn draw(&self, content: &StripContent) -> Result<(), JsValue> {
        let Inner {
            line, jumps, panel, ..
        } = &*self.0;
        line.set_text_content(Some(&content.line));
        for jump in jumps {
            jump.draw(content);
        }
        dom::replace(panel, &content.panel)
    }

    fn listen(&self, dismiss: &Element) -> Result<(), JsValue> {
        let behind = &self.0.overlay.behind;
        for jump in &self.0.jumps {
            let (behind, to) = (behind.clone(), jump.to);
            self.on(&jump.button, "click", move |_| behind.jump(to))?;
        }
        let dismissed = behind.clone();
        self.on(dismiss, "click", move |_| dismissed.dismiss())?;
        let line = self.0.line.clone();
        self.on(&self.0.panel, "toggle", move |event| {
            let state = js_sys::Reflect::get(&event, &"newState".into()).unwrap_or_default();
            let open = if state == "open" { "true" } else { "false" };
            // An element of ours takes any attribute.
            let _ = line.set_attribute("aria-expanded", open);
        })
    }

    fn on(
        &self,
        target: &Element,
        event: &str,
        act: impl FnMut(Event) + 'static,
    ) -> Result<(), JsValue> {
        let listener = Listener::new(act);
        target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())?;
        self.0.listening.borrow_mut().push(listener);
        Ok(())
    }
}

impl JumpButton {
    fn draw(&self, content: &StripContent) {
        let (count, at) = (self.to.count(content), self.at.get());
        self.button.set_hidden(count == 0);
        let shown = match at {
            Some(at) => format!("{at}/{count}"),
            None => count.to_string(),
        };
        self.number.set_text_content(Some(&shown));
    }
}

fn button(
    document: &web_sys::Document,
    parent: &Element,
    class: &str,
) -> Result<HtmlElement, JsValue> {
    let button: HtmlElement = element(document, "button", class)?.dyn_into()?;
    button.set_attribute("type", "button")?;
    parent.append_child(&button)?;
    Ok(button)
}
