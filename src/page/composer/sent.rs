//! Noticing that a person sent a reply: something is tried that sends, with a
//! text in the composer, and then the composer empties or goes, or a post with
//! that text appears.

use super::editor::{Editor, is_shown};
use super::{Composers, Sent};
use crate::compose::{Stroke, essence, sends, was_sent};
use crate::page::schedule::sleep;
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, KeyboardEvent};

/// A composer may take a while to open after the reply button was pressed, in
/// milliseconds.
const TAKE_UP_MS: f64 = 60_000.0;

/// When a try to send is looked at, each so many milliseconds after the one
/// before: 20 seconds together, for slow connections. After that it failed.
const LOOKS_MS: [u32; 8] = [100, 200, 300, 400, 1000, 3000, 5000, 10_000];

/// How far up from a submit button its composer is looked for, in elements.
const MOST_LEVELS: usize = 40;

/// Something was done that sends what is written.
pub struct Attempt {
    number: u32,
    editor: Editor,
    post: String,
    text: String,
    essence: String,
    /// A post said the same before it was sent.
    stood: bool,
    /// The form that is submitted; the page may be left with it.
    form: Option<Event>,
}

impl Composers {
    /// Starts to listen, on the way down to whatever is pressed: pages stop
    /// events on their way up.
    pub(super) fn listen(&self) {
        type Heard = fn(&Composers, &Event);
        let heard: [(&'static str, Heard); 8] = [
            ("pointerdown", Self::pressed),
            ("click", Self::clicked),
            ("keydown", Self::key_went_down),
            ("submit", Self::submitted),
            ("focusin", Self::entered),
            ("focusout", Self::left),
            ("beforeinput", Self::typing),
            ("input", Self::typed),
        ];
        let mut listeners = self.listeners.borrow_mut();
        for (name, act) in heard {
            let me = self.me.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            listeners.push(EventListener::new_with_options(
                &self.document,
                name,
                options,
                move |event| {
                    if let Some(composers) = me.upgrade() {
                        act(&composers, event);
                    }
                },
            ));
        }
        if let Some(window) = self.document.default_view() {
            let me = self.me.clone();
            listeners.push(EventListener::new(&window, "pagehide", move |_| {
                if let Some(composers) = me.upgrade() {
                    composers.page_is_left();
                }
            }));
        }
    }

    fn clicked(&self, event: &Event) {
        let Some(target) = target(event) else { return };
        let fits = |selector: Option<&str>| Some(closest(&target, selector?)).flatten();
        if fits(self.reply).is_some() {
            let container = self.posts.container_of(&target);
            if let Some(id) = container.and_then(|container| self.posts.id_of(&container)) {
                self.state.borrow_mut().answering = Some((id, event.time_stamp()));
            }
        } else if let Some(button) = fits(self.composer.submit)
            && event.is_trusted()
            && let Some(editor) = self.editor_near(&button)
        {
            self.tries(editor, None);
        }
    }

    fn key_went_down(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let stroke = Stroke {
            enter: key.key() == "Enter",
            control: key.ctrl_key() || key.meta_key(),
            other: key.shift_key() || key.alt_key(),
            composing: key.is_composing(),
        };
        if sends(stroke, self.composer.enter_sends)
            && event.is_trusted()
            && let Some(editor) = self.editor_at(event)
        {
            self.tries(editor, None);
        }
    }

    fn submitted(&self, event: &Event) {
        if !event.is_trusted() {
            return;
        }
        let Some(form) = target(event) else { return };
        let within = |editor: &Editor| form.contains(Some(editor.element()));
        if let Some(editor) = self.editors().into_iter().find(within) {
            self.tries(editor, Some(event.clone()));
        }
    }

    fn entered(&self, event: &Event) {
        if let Some(editor) = self.editor_at(event) {
            self.own(&editor);
        }
    }

    /// A press may move the cursor out of the composer before it is left.
    fn pressed(&self, _: &Event) {
        let active = self.document.active_element();
        let shell = active.and_then(|active| closest(&active, self.composer.at));
        if let Some(editor) = shell.and_then(|shell| Editor::of(&shell)) {
            self.remember(editor);
        }
    }

    fn left(&self, event: &Event) {
        if let Some(editor) = self.editor_at(event) {
            self.remember(editor);
        }
    }

    /// Remembers where the cursor stands; when it has gone already, where it
    /// stood before.
    fn remember(&self, editor: Editor) {
        let cursor = editor.cursor();
        let mut state = self.state.borrow_mut();
        let before = match state.left.take() {
            Some((left, cursor)) if left == editor => cursor,
            _ => None,
        };
        state.left = Some((editor, cursor.or(before)));
    }

    /// This composer answers the post whose reply button was pressed last.
    pub(super) fn own(&self, editor: &Editor) {
        let mut state = self.state.borrow_mut();
        let now = self.now();
        if let Some((id, at)) = state.answering.take()
            && now - at < TAKE_UP_MS
        {
            state
                .owners
                .retain(|(owner, _)| owner != editor && owner.element().is_connected());
            state.owners.push((editor.clone(), id));
        }
    }

    /// Whoever begins the next reply at once would fill the composer again
    /// between two looks, and the one before would never seem to be sent.
    fn typing(&self, _: &Event) {
        let number = self
            .state
            .borrow()
            .attempt
            .as_ref()
            .map(|attempt| attempt.number);
        if let Some(number) = number {
            self.look(number);
        }
    }

    /// The composer in which an event happened.
    fn editor_at(&self, event: &Event) -> Option<Editor> {
        let host = event.target().and_then(|host| host.dyn_into().ok());
        let shell = |element: Element| closest(&element, self.composer.at);
        let shell = target(event).and_then(shell).or_else(|| shell(host?));
        Editor::of(&shell?)
    }

    /// The composer that a submit button sends: the one that shares the least
    /// around it with the button.
    fn editor_near(&self, button: &Element) -> Option<Editor> {
        let editors = self.editors();
        let mut around = button.parent_element();
        for _ in 0..MOST_LEVELS {
            let element = around?;
            let within = |editor: &&Editor| element.contains(Some(editor.element()));
            if let Some(editor) = editors.iter().find(within) {
                return Some(editor.clone());
            }
            around = element.parent_element();
        }
        None
    }

    /// The person tries to send what is in a composer.
    fn tries(&self, editor: Editor, form: Option<Event>) {
        let text = editor.text();
        let essence = essence(&text);
        if essence.is_empty() {
            return;
        }
        let Some(post) = self.answered_by(&editor) else {
            return; // A new post, no reply.
        };
        let stood = self.posts.stands(&essence);
        let mut state = self.state.borrow_mut();
        state.attempts = state.attempts.wrapping_add(1);
        let number = state.attempts;
        state.attempt = Some(Attempt {
            number,
            editor,
            post,
            text,
            essence,
            stood,
            form,
        });
        drop(state);
        if let Some(composers) = self.me.upgrade() {
            spawn_local(composers.watch(number));
        }
    }

    /// Looks now and then whether a try succeeded.
    async fn watch(self: Rc<Self>, number: u32) {
        for wait in LOOKS_MS {
            sleep(wait).await;
            if self.look(number) {
                return;
            }
        }
        self.state.borrow_mut().attempt = None;
    }

    /// Looks whether a try succeeded. Returns true when there is nothing left
    /// to look for; a click on the button of a form is two tries, of which the
    /// second counts.
    fn look(&self, number: u32) -> bool {
        let state = self.state.borrow();
        let current = state.attempt.as_ref();
        let Some(attempt) = current.filter(|attempt| attempt.number == number) else {
            return true;
        };
        // On a page on its way out nothing is shown any more.
        let shown = self.document.body().is_some_and(|body| is_shown(&body));
        let there = attempt.editor.is_there() || !shown;
        let now = there.then(|| essence(&attempt.editor.text()));
        let stands = !attempt.stood && self.posts.stands(&attempt.essence);
        let sent = was_sent(&attempt.essence, now.as_deref(), stands);
        drop(state);
        if sent {
            self.succeeded();
        }
        sent
    }

    /// A form that nobody prevented takes the page along: it was sent.
    fn page_is_left(&self) {
        let by_form = match &self.state.borrow().attempt {
            Some(Attempt {
                form: Some(event), ..
            }) => !event.default_prevented(),
            _ => false,
        };
        if by_form {
            self.succeeded();
        }
    }

    fn succeeded(&self) {
        let mut state = self.state.borrow_mut();
        let attempt = state.attempt.take();
        if let Some(attempt) = &attempt {
            state.owners.retain(|(owner, _)| *owner != attempt.editor);
        }
        drop(state);
        if let Some(Attempt { post, text, .. }) = attempt {
            self.posts.sent(Sent { post, text });
        }
    }

    /// Milliseconds on the clock of events.
    fn now(&self) -> f64 {
        self.document
            .default_view()
            .and_then(|window| window.performance())
            .map_or(0.0, |performance| performance.now())
    }
}

/// What an event happened to, inside open shadow roots too.
pub(super) fn target(event: &Event) -> Option<Element> {
    let innermost = event.composed_path().get(0).dyn_into::<Element>();
    innermost
        .ok()
        .or_else(|| event.target()?.dyn_into::<Element>().ok())
}

pub(super) fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}
