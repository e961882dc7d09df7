//! Noticing that a person pauses while writing a reply. Nothing is done with a
//! key as it is pressed but to start waiting anew.

use super::editor::Editor;
use super::sent::{closest, target};
use super::{Composers, Written};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Who has not typed for so long pauses, in milliseconds: in fluent typing
/// hardly any key takes longer.
const PAUSE_MS: u32 = 600;

/// Who goes on not typing for so much longer reads it over, in milliseconds.
const REST_MS: u32 = 2400;

/// A box that takes more of the window's height is no box around a composer.
const MOST_OF_WINDOW: f64 = 0.6;

impl Composers {
    /// Something was typed, pasted, or taken away.
    pub(super) fn typed(&self, event: &Event) {
        let host = event.target().and_then(|host| host.dyn_into().ok());
        let shell = |element: Element| closest(&element, self.composer.at);
        let shell = target(event).and_then(shell).or_else(|| shell(host?));
        if let Some(shell) = shell {
            self.changed(shell);
            let begun = std::mem::replace(&mut self.state.borrow_mut().begun, true);
            if !begun {
                self.posts.begun();
            }
        }
    }

    /// What is written in `shell`, a composer or what is around its editor, has
    /// changed.
    pub fn changed(&self, shell: Element) {
        self.wait(shell, PAUSE_MS, false);
    }

    fn wait(&self, shell: Element, ms: u32, rests: bool) {
        let me = self.me.clone();
        let timer = Timeout::new(ms, move || {
            if let Some(composers) = me.upgrade() {
                composers.paused(shell, rests);
            }
        });
        // The one before is forgotten with this.
        self.state.borrow_mut().pause = Some(timer);
    }

    fn paused(&self, shell: Element, rests: bool) {
        let editor = Editor::of(&shell).filter(|_| !self.document.hidden());
        let Some(editor) = editor else { return };
        self.posts.written(Written {
            post: self.answered_by(&editor),
            text: editor.text(),
            around: self.around(&editor),
            editor: editor.element().clone().into(),
            rests,
        });
        if !rests {
            self.wait(shell, REST_MS, true);
        }
    }

    /// The box that a person sees as the composer: the form, or what holds
    /// editor and submit button; the editor itself where that would be more
    /// than the composer.
    fn around(&self, editor: &Editor) -> Element {
        let element: &Element = editor.element();
        let window = self.document.default_view();
        let height = window.and_then(|window| window.inner_height().ok()?.as_f64());
        let most = height.map_or(f64::MAX, |height| height * MOST_OF_WINDOW);
        let fits = |around: &Element| {
            around.get_bounding_client_rect().height() <= most
                && self.posts.containers(around).is_empty()
        };
        let form = closest(element, "form").filter(fits);
        let shared = || {
            let submit = self.composer.submit?;
            let mut levels = std::iter::successors(element.parent_element(), |one| {
                one.parent_element().filter(fits)
            });
            levels.find(|one| one.query_selector(submit).ok().flatten().is_some())
        };
        form.or_else(shared).unwrap_or_else(|| element.clone())
    }
}
