//! The coach: a quiet line under the composer in which a reply is written.
//!
//! One `rapport-coach` element, absolute and without a size, stands at the end
//! of the composer's box: there the next Tab finds it, it comes and goes with
//! the composer, and scrolls with it. In its closed shadow root stands a frame
//! that is laid over the box, and a popover that the browser keeps under that
//! frame, or above it where there is no room.

use super::theme::Look;
use super::{COACH_TAG, OWN_EVENTS, Overlay, element};
use crate::advise::draft::{Checked, Phrase, Tip};
use crate::page::watch::Sizes;
use crate::words::{Language, Word};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlElement, KeyboardEvent, ShadowRoot, ShadowRootInit,
    ShadowRootMode,
};

/// How far the coach is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Close {
    /// For as long as this composer stands.
    Box,
    /// On this site.
    Site,
    /// Everywhere.
    Ever,
    /// The page took its composer away.
    Gone,
}

/// The person's ways of closing it, in their order.
const WAYS: [(Close, Word); 3] = [
    (Close::Box, Word::CoachCloseBox),
    (Close::Site, Word::CoachCloseSite),
    (Close::Ever, Word::CoachCloseEver),
];

/// Focus moves in and out of the line without the page's hearing of it, beside
/// what badges keep to themselves.
const FOCUS_EVENTS: [&str; 2] = ["focusin", "focusout"];

/// Where in the phrase tip the words of the post stand.
const PHRASE: &str = "$PHRASE$";

/// A live region has to stand in the page for a moment before it says
/// something, or screen readers do not hear it. In milliseconds.
const BEFORE_SPEAKING_MS: u32 = 60;

/// The line in the page. When it is dropped it is taken off.
pub struct Coach(Rc<Inner>);

struct Inner {
    document: Document,
    language: Language,
    /// Where the person writes, and the box around it.
    editor: Element,
    around: Element,
    host: HtmlElement,
    root: ShadowRoot,
    frame: HtmlElement,
    line: HtmlElement,
    status: Element,
    menu: Element,
    closer: Element,
    closed: Box<dyn Fn(Close)>,
    shown: RefCell<Option<Checked>>,
    speaks: Cell<bool>,
    waiting: RefCell<Option<Timeout>>,
    listeners: RefCell<Vec<EventListener>>,
    sizes: OnceCell<Sizes>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.host.remove();
    }
}

impl Overlay {
    /// Puts the coach under a composer, with nothing to say yet. `closed` is
    /// told when the person closes it, or when its composer goes; it is to be
    /// dropped then.
    ///
    /// # Errors
    /// When the page's document refuses an element or an observer.
    pub fn coach(
        &self,
        editor: &Element,
        around: &Element,
        language: Language,
        closed: impl Fn(Close) + 'static,
    ) -> Result<Coach, JsValue> {
        let document = &self.document;
        let look = Look::around(around);
        let host: HtmlElement = document.create_element(COACH_TAG)?.dyn_into()?;
        let style = host.style();
        for (property, value) in [
            ("all", "initial"),
            ("position", "absolute"),
            ("width", "0"),
            ("height", "0"),
            ("color-scheme", look.scheme.css()),
        ] {
            style.set_property_with_priority(property, value, "important")?;
        }
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        root.set_adopted_style_sheets(&js_sys::Array::of1(&self.sheet));
        for event in OWN_EVENTS.into_iter().chain(FOCUS_EVENTS) {
            host.add_event_listener_with_callback(event, self.stop.as_ref().unchecked_ref())?;
        }
        let parts = Parts::new(document, language)?;
        root.append_child(&parts.frame)?;
        root.append_child(&parts.line)?;
        let coach = Rc::new(Inner {
            document: document.clone(),
            language,
            editor: editor.clone(),
            around: around.clone(),
            host,
            root,
            frame: parts.frame,
            line: parts.line,
            status: parts.status,
            menu: parts.menu,
            closer: parts.closer,
            closed: Box::new(closed),
            shown: RefCell::new(None),
            speaks: Cell::new(false),
            waiting: RefCell::new(None),
            listeners: RefCell::default(),
            sizes: OnceCell::new(),
        });
        coach.listen(&parts.ways);
        coach.mount()?;
        Ok(Coach(coach))
    }
}

impl Coach {
    /// Whether it stands under this editor.
    pub fn is_of(&self, editor: &Element) -> bool {
        self.0.editor == *editor && self.0.host.is_connected()
    }

    /// The editor.
    pub fn editor(&self) -> &Element {
        &self.0.editor
    }

    /// Says what was found about the draft, at least one tip or the kind word.
    /// What it says already it does not say again.
    ///
    /// # Errors
    /// When the document refuses an element.
    pub fn say(&self, checked: Checked) -> Result<(), JsValue> {
        let coach = &self.0;
        coach.place();
        let new = (coach.shown.borrow().as_ref())
            .is_none_or(|shown| shown.tips != checked.tips || shown.listened != checked.listened);
        coach.shown.replace(Some(checked));
        if new && coach.speaks.get() {
            coach.speak()?;
        }
        Ok(())
    }
}

/// The parts of the line that something is done with.
struct Parts {
    frame: HtmlElement,
    line: HtmlElement,
    status: Element,
    menu: Element,
    closer: Element,
    ways: Vec<(Element, Close)>,
}

impl Parts {
    fn new(document: &Document, language: Language) -> Result<Self, JsValue> {
        let frame: HtmlElement = element(document, "div", "frame")?.dyn_into()?;
        let line: HtmlElement = element(document, "div", "coach")?.dyn_into()?;
        line.set_attribute("popover", "manual")?;
        line.set_attribute("lang", language.tag())?;
        let status = element(document, "div", "tips")?;
        status.set_attribute("role", "status")?;
        status.set_attribute("aria-live", "polite")?;
        let closer = button(document, "close", "×")?;
        closer.set_attribute("aria-label", language.text(Word::CoachClose))?;
        closer.set_attribute("aria-expanded", "false")?;
        let menu = element(document, "div", "ways")?;
        menu.set_attribute("role", "group")?;
        let where_ = element(document, "span", "soft")?;
        where_.set_id("where");
        where_.set_text_content(Some(language.text(Word::CoachCloseWhere)));
        menu.set_attribute("aria-labelledby", "where")?;
        menu.append_child(&where_)?;
        menu.set_attribute("hidden", "")?;
        let mut ways = Vec::new();
        for (close, word) in WAYS {
            let way = button(document, "way", language.text(word))?;
            menu.append_child(&way)?;
            ways.push((way, close));
        }
        for part in [&status, &closer, &menu] {
            line.append_child(part)?;
        }
        Ok(Self {
            frame,
            line,
            status,
            menu,
            closer,
            ways,
        })
    }
}

fn button(document: &Document, class: &str, text: &str) -> Result<Element, JsValue> {
    let button = element(document, "button", class)?;
    button.set_attribute("type", "button")?;
    button.set_text_content(Some(text));
    Ok(button)
}

impl Inner {
    /// Puts it at the end of the composer's box. Where rules of the page make
    /// the box another for it, it goes to the end of the page instead.
    fn mount(self: &Rc<Self>) -> Result<(), JsValue> {
        let parent = if self.around == self.editor {
            self.around.parent_element()
        } else {
            Some(self.around.clone())
        };
        let before = self.boxes();
        if let Some(parent) = parent {
            parent.append_child(&self.host)?;
        }
        if !self.host.is_connected() || self.boxes() != before {
            let body = self.document.body().ok_or(JsValue::NULL)?;
            body.append_child(&self.host)?;
            self.follow_scrolling();
        }
        let me = Rc::downgrade(self);
        let sizes = Sizes::new(move |_| {
            if let Some(coach) = me.upgrade() {
                if coach.host.is_connected() && coach.editor.is_connected() {
                    coach.place();
                } else {
                    coach.close(Close::Gone);
                }
            }
        })?;
        sizes.watch(&self.around);
        sizes.watch(&self.editor);
        // The cell was made empty.
        let _ = self.sizes.set(sizes);
        self.line.show_popover()?;
        let me = Rc::downgrade(self);
        self.waiting
            .replace(Some(Timeout::new(BEFORE_SPEAKING_MS, move || {
                if let Some(coach) = me.upgrade() {
                    coach.speaks.set(true);
                    // A page that refuses the text stays without it.
                    let _ = coach.speak();
                }
            })));
        Ok(())
    }

    /// Where the editor and the box around it stand, and how large they are.
    fn boxes(&self) -> [[f64; 4]; 2] {
        [&self.editor, &self.around].map(|element| {
            let place = element.get_bounding_client_rect();
            [place.x(), place.y(), place.width(), place.height()]
        })
    }

    /// Lays the frame over the composer's box.
    fn place(&self) {
        let here = self.host.get_bounding_client_rect();
        let there = self.around.get_bounding_client_rect();
        let style = self.frame.style();
        for (property, value) in [
            ("left", there.x() - here.x()),
            ("top", there.y() - here.y()),
            ("width", there.width()),
            ("height", there.height()),
        ] {
            // A frame that stays where it was is no harm.
            let _ = style.set_property(property, &format!("{}px", value.round() as i32));
        }
    }

    /// What stands at the end of the page does not move with the composer.
    fn follow_scrolling(self: &Rc<Self>) {
        let me = Rc::downgrade(self);
        let options = EventListenerOptions::run_in_capture_phase();
        let listener =
            EventListener::new_with_options(&self.document, "scroll", options, move |_| {
                if let Some(coach) = me.upgrade() {
                    coach.place();
                }
            });
        self.listeners.borrow_mut().push(listener);
    }

    fn listen(self: &Rc<Self>, ways: &[(Element, Close)]) {
        let on = |target: &Element, name: &'static str, act: fn(&Self, &Event)| {
            let me = Rc::downgrade(self);
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(target, name, options, move |event| {
                if let Some(coach) = me.upgrade() {
                    act(&coach, event);
                }
            })
        };
        let mut listeners = vec![
            // A press with the mouse leaves the cursor in the composer.
            on(&self.line, "mousedown", |_, event| event.prevent_default()),
            on(&self.line, "keydown", Self::key_went_down),
            on(&self.closer, "click", |coach, _| {
                coach.show_ways(coach.menu.has_attribute("hidden"));
            }),
        ];
        for (way, close) in ways {
            let (me, close) = (Rc::downgrade(self), *close);
            listeners.push(EventListener::new(way, "click", move |_| {
                if let Some(coach) = me.upgrade() {
                    coach.close(close);
                }
            }));
        }
        self.listeners.replace(listeners);
    }

    fn key_went_down(&self, event: &Event) {
        let escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|key| key.key() == "Escape");
        if !escape {
            return;
        }
        // Else it would close the dialog that the composer stands in.
        event.prevent_default();
        if self.menu.has_attribute("hidden") {
            self.close(Close::Box);
        } else {
            self.show_ways(false);
            if let Some(closer) = self.closer.dyn_ref::<HtmlElement>() {
                let _ = closer.focus();
            }
        }
    }

    fn show_ways(&self, shown: bool) {
        let expanded = if shown { "true" } else { "false" };
        let _ = self.closer.set_attribute("aria-expanded", expanded);
        let _ = self.menu.toggle_attribute_with_force("hidden", !shown);
    }

    /// Tells that it is closed; the focus goes back to where it came from.
    fn close(&self, close: Close) {
        if self.root.active_element().is_some()
            && let Some(editor) = self.editor.dyn_ref::<HtmlElement>()
        {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = editor.focus_with_options(&options);
        }
        let _ = self.line.hide_popover();
        (self.closed)(close);
    }

    /// Writes down what there is to say.
    fn speak(&self) -> Result<(), JsValue> {
        let shown = self.shown.borrow();
        let Some(checked) = shown.as_ref() else {
            return Ok(());
        };
        let lines = js_sys::Array::new();
        for tip in &checked.tips {
            lines.push(&self.tip(tip)?.into());
        }
        if checked.listened {
            let line = element(&self.document, "p", "listened")?;
            line.set_text_content(Some(self.language.text(Word::CoachListened)));
            lines.push(&line);
        }
        self.status.replace_children_with_node(&lines);
        Ok(())
    }

    fn tip(&self, tip: &Tip) -> Result<Element, JsValue> {
        let line = element(&self.document, "p", "")?;
        let text = self.language.text(tip.word());
        match (tip, text.split_once(PHRASE)) {
            (Tip::TakeUp(Some(Phrase { text, language })), Some((before, after))) => {
                let phrase = element(&self.document, "b", "")?;
                phrase.set_text_content(Some(text));
                phrase.set_attribute("lang", language.tag())?;
                phrase.set_attribute("dir", "auto")?;
                line.append_with_str_1(before)?;
                line.append_child(&phrase)?;
                line.append_with_str_1(after)?;
            }
            _ => line.set_text_content(Some(text)),
        }
        Ok(line)
    }
}
