//! The badge: a small pill with a shape, a number and a full accessible name.

use super::card::Card;
use super::face::Face;
use super::theme::Look;
use super::{BADGE_TAG, OWN_EVENTS, Overlay, element};
use crate::read::Corner;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// One badge in the page. Clones are the same badge.
#[derive(Clone)]
pub struct Badge(Rc<Inner>);

type ClickListener = Closure<dyn FnMut(Event)>;

struct Inner {
    key: u32,
    look: Look,
    overlay: Rc<Overlay>,
    host: HtmlElement,
    root: ShadowRoot,
    button: HtmlElement,
    number: Element,
    face: RefCell<Face>,
    card: RefCell<Option<Card>>,
    on_click: RefCell<Option<ClickListener>>,
}

/// Distance from the post's corner, in CSS pixels.
const MARGIN: f64 = 4.0;

impl Badge {
    pub(super) fn new(
        overlay: &Rc<Overlay>,
        key: u32,
        look: Look,
        face: &Face,
    ) -> Result<Self, JsValue> {
        let document = &overlay.document;
        let host: HtmlElement = document.create_element(BADGE_TAG)?.dyn_into()?;
        let style = host.style();
        // Important, because rules of the page may name every child of a post.
        for (property, value) in [
            ("all", "initial"),
            ("position", "absolute"),
            ("width", "0"),
            ("height", "0"),
            ("z-index", "1"),
            ("color-scheme", look.scheme.css()),
        ] {
            style.set_property_with_priority(property, value, "important")?;
        }
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        root.set_adopted_style_sheets(&js_sys::Array::of1(&overlay.sheet));
        for event in OWN_EVENTS {
            host.add_event_listener_with_callback(event, overlay.stop.as_ref().unchecked_ref())?;
        }

        let button: HtmlElement = element(document, "button", "badge")?.dyn_into()?;
        button.set_attribute("type", "button")?;
        button.set_attribute("aria-haspopup", "dialog")?;
        button.set_attribute("aria-expanded", "false")?;
        let number = element(document, "span", "")?;
        number.set_attribute("aria-hidden", "true")?;
        button.append_child(&number)?;
        root.append_child(&button)?;

        let badge = Self(Rc::new(Inner {
            key,
            look,
            overlay: overlay.clone(),
            host,
            root,
            button,
            number,
            face: RefCell::new(face.clone()),
            card: RefCell::new(None),
            on_click: RefCell::new(None),
        }));
        badge.listen()?;
        badge.draw(face)?;
        Ok(badge)
    }

    /// Its element in the page.
    pub fn host(&self) -> &Element {
        &self.0.host
    }

    /// The key that it was put up with.
    pub fn key(&self) -> u32 {
        self.0.key
    }

    /// Whether it still stands in the page.
    pub fn is_standing(&self) -> bool {
        self.0.host.is_connected()
    }

    /// Shows another face; nothing happens if it is the same.
    ///
    /// # Errors
    /// When the document refuses an attribute.
    pub fn update(&self, face: &Face) -> Result<(), JsValue> {
        if *self.0.face.borrow() == *face {
            return Ok(());
        }
        self.draw(face)?;
        self.0.face.replace(face.clone());
        Ok(())
    }

    /// Takes it off the page.
    pub fn remove(&self) {
        self.close();
        // The listener holds the badge: without this it would never be freed.
        self.0.on_click.take();
        self.0.host.remove();
    }

    /// Closes its card, if it is open.
    pub fn close(&self) {
        if let Some(card) = self.0.card.take() {
            card.remove();
        }
    }

    /// Gives it the focus.
    pub fn focus(&self) {
        // What cannot be focused is not shown.
        let _ = self.0.button.focus();
    }

    /// Whether it has the focus.
    pub fn has_focus(&self) -> bool {
        self.0.root.active_element().is_some()
    }

    /// Opens its card as a press on it does, or closes it.
    pub fn press(&self) {
        self.0.button.click();
    }

    /// Puts the first prompt of its open card into the reply; whether there is
    /// one.
    pub fn put_first(&self) -> bool {
        let card = self.0.card.borrow();
        let button = card.as_ref().and_then(Card::first_put);
        drop(card);
        if let Some(button) = &button {
            button.click();
        }
        button.is_some()
    }

    /// Whether its card is open.
    pub fn is_open(&self) -> bool {
        self.0.card.borrow().is_some()
    }

    /// Reads where it stands and where its post's corner is, `inset` CSS pixels
    /// from the side; the answer goes to [`Self::move_to`]. Apart, so that a
    /// batch of badges costs the page one layout.
    pub fn measure(&self, post: &Element, corner: Corner, inset: f64) -> (f64, f64) {
        let here = self.0.host.get_bounding_client_rect();
        let post = post.get_bounding_client_rect();
        let pill = self.0.button.get_bounding_client_rect();
        let at_end = matches!(corner, Corner::TopEnd | Corner::BottomEnd);
        let x = if at_end == self.0.look.right_to_left {
            post.left() + MARGIN + inset
        } else {
            post.right() - pill.width() - MARGIN - inset
        };
        let y = match corner {
            Corner::TopStart | Corner::TopEnd => post.top() + MARGIN,
            Corner::BottomStart | Corner::BottomEnd => post.bottom() - pill.height() - MARGIN,
        };
        (x - here.left(), y - here.top())
    }

    /// Moves it to its corner.
    ///
    /// # Errors
    /// When the document refuses the style.
    pub fn move_to(&self, (x, y): (f64, f64)) -> Result<(), JsValue> {
        let style = self.0.button.style();
        // Whole pixels: text on halves is blurred.
        style.set_property("left", &format!("{}px", x.round() as i32))?;
        style.set_property("top", &format!("{}px", y.round() as i32))?;
        style.set_property("visibility", "visible")
    }

    fn draw(&self, face: &Face) -> Result<(), JsValue> {
        let Inner { button, number, .. } = &*self.0;
        number.set_text_content(Some(&face.number()));
        button.set_attribute("data-stance", face.stance_name())?;
        button.toggle_attribute_with_force("data-joins", face.subject.is_some())?;
        button.set_attribute("aria-label", &face.accessible_name())
    }

    /// The card is made on the click and shown by the browser itself: setting
    /// `popoverTargetElement` before the click's default action gives light
    /// dismiss, `Esc`, and focus return without code of ours.
    fn listen(&self) -> Result<(), JsValue> {
        let weak = Rc::downgrade(&self.0);
        let on_click = Closure::<dyn FnMut(Event)>::new(move |_: Event| {
            if let Some(inner) = weak.upgrade() {
                // A card that cannot be made leaves the page as it was.
                let _ = Self(inner).prepare_card();
            }
        });
        self.0
            .button
            .add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref())?;
        self.0.on_click.replace(Some(on_click));
        Ok(())
    }

    fn prepare_card(&self) -> Result<(), JsValue> {
        if self.0.card.borrow().is_some() {
            return Ok(());
        }
        let Some(content) = self.0.overlay.behind.content(self.0.key) else {
            return Ok(());
        };
        let Inner {
            root,
            button,
            overlay,
            ..
        } = &*self.0;
        let weak = Rc::downgrade(&self.0);
        let toggled = move |open| {
            let Some(inner) = weak.upgrade() else { return };
            let _ = inner
                .button
                .set_attribute("aria-expanded", if open { "true" } else { "false" });
            if !open {
                Self(inner).close();
            }
        };
        let behind = overlay.behind.clone();
        let card = Card::new(&overlay.document, &content, toggled, behind, self.0.key)?;
        root.append_child(card.element())?;
        js_sys::Reflect::set(button, &"popoverTargetElement".into(), card.element())?;
        self.0.card.replace(Some(card));
        Ok(())
    }
}
