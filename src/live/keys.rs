//! The keys that a person can use in a page: to the next quiet gem, open the
//! card, put its first prompt into the reply. `Esc` closes a card by itself.

use super::slots::{Key, Slot};
use super::{AtWork, Live};
use crate::score::Stance;
use crate::settings::Chord;
use crate::show::Badge;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

impl Live {
    /// Starts to listen. On the way down, so that a site's own keys do not act
    /// on what was meant for Rapport; everything else goes on to the page.
    pub(super) fn listen_to_keys(&self) -> EventListener {
        let me = self.me.clone();
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: false,
        };
        let window = &self.around.window;
        EventListener::new_with_options(window, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            // A page may press keys by script; it may not use ours.
            if !event.is_trusted() || event.repeat() || is_typing(event) {
                return;
            }
            let answers = |live: Rc<Live>| !live.is_cut_off() && live.press(&chord(event));
            if me.upgrade().is_some_and(answers) {
                event.prevent_default();
                event.stop_immediate_propagation();
            }
        })
    }

    /// Does what these keys are for; whether they are for anything here.
    fn press(&self, chord: &Chord) -> bool {
        let Ok(state) = self.state.try_borrow() else {
            return false;
        };
        let keys = &state.settings.keys;
        let Some(at_work) = state.at_work.as_ref().filter(|_| state.welcome) else {
            return false;
        };
        if *chord == keys.next {
            let next = at_work.next_gem();
            drop(state);
            next.is_some_and(|key| self.go_to(key))
        } else if *chord == keys.card {
            let badge = at_work.badge_at_hand();
            // What follows calls back into the state.
            drop(state);
            badge.inspect(Badge::focus).inspect(Badge::press).is_some()
        } else if *chord == keys.insert {
            let open = at_work.badges().find(|(_, badge)| badge.is_open());
            let open = open.map(|(_, badge)| badge.clone());
            drop(state);
            open.is_some_and(|badge| badge.put_first())
        } else {
            false
        }
    }

    /// Brings a post to the middle of the screen and its badge into focus, now
    /// or as soon as it is put up; whether the post is still there.
    pub(super) fn go_to(&self, key: Key) -> bool {
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return false;
        };
        let Some(at_work) = &mut state.at_work else {
            return false;
        };
        let Some(slot) = at_work.slots.get(key) else {
            return false;
        };
        let element: Element = AsRef::<Element>::as_ref(&slot.element).clone();
        let badge = slot.badge.clone();
        at_work.awaited.set(badge.is_none().then_some(key));
        drop(state);
        let place = web_sys::ScrollIntoViewOptions::new();
        place.set_block(web_sys::ScrollLogicalPosition::Center);
        // At once, whatever the page's style says: nothing has to move.
        place.set_behavior(web_sys::ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&place);
        if let Some(badge) = badge {
            badge.focus();
        }
        true
    }
}

impl AtWork {
    /// All badges that are up, in document order.
    fn badges(&self) -> impl Iterator<Item = (Key, &Badge)> {
        let keys = self.slots.keys().iter();
        keys.filter_map(|key| Some((*key, self.slots.get(*key)?.badge.as_ref()?)))
    }

    /// The quiet gem after the badge in focus, else the first that begins
    /// below the upper edge of the screen; from the last on to the first.
    fn next_gem(&self) -> Option<Key> {
        let is_gem = |slot: &Slot| {
            let place = slot.content.as_ref().map(|content| content.place.stance);
            !slot.twin && place == Some(Stance::QuietGem)
        };
        let keys = self.slots.keys();
        let in_focus = self.badges().find(|(_, badge)| badge.has_focus());
        let in_focus = in_focus.map(|(key, _)| key).or(self.awaited.get());
        let start = match in_focus {
            Some(key) => keys.iter().position(|other| *other == key)? + 1,
            None => keys.iter().position(|key| self.top(*key) >= Some(0.0))?,
        };
        let (before, after) = keys.split_at(start);
        let around = after.iter().chain(before);
        around
            .copied()
            .find(|key| self.slots.get(*key).is_some_and(is_gem))
    }

    /// The badge in focus or with its card open, else the first whose post
    /// begins on the screen.
    fn badge_at_hand(&self) -> Option<Badge> {
        let at_hand = |(_, badge): &(Key, &Badge)| badge.has_focus() || badge.is_open();
        let found = self.badges().find(at_hand);
        let found = found.or_else(|| (self.badges()).find(|(key, _)| self.top(*key) >= Some(0.0)));
        found.map(|(_, badge)| badge.clone())
    }

    /// How far below the upper edge of the screen a post begins, in CSS
    /// pixels.
    fn top(&self, key: Key) -> Option<f64> {
        let element: &Element = self.slots.get(key)?.element.as_ref();
        Some(element.get_bounding_client_rect().top())
    }
}

fn chord(event: &KeyboardEvent) -> Chord {
    Chord {
        ctrl: event.ctrl_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        meta: event.meta_key(),
        code: event.code(),
    }
}

/// Whether what is pressed is written somewhere.
fn is_typing(event: &KeyboardEvent) -> bool {
    if event.is_composing() {
        return true;
    }
    let target = event.composed_path().get(0);
    let Some(target) = target.dyn_ref::<Element>() else {
        return false;
    };
    let editable = target
        .dyn_ref::<HtmlElement>()
        .is_some_and(HtmlElement::is_content_editable);
    let field = "input,textarea,select,[role=textbox],[role=searchbox],[role=combobox]";
    editable || target.closest(field).is_ok_and(|field| field.is_some())
}
