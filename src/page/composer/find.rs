//! Which composer belongs to a post, and opening one.

use super::Composers;
use super::editor::Editor;
use crate::page::schedule::sleep;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, Node, Window};

/// A composer is waited for this many milliseconds after the reply button was
/// pressed, and looked for this often.
const WAIT_MS: u32 = 3000;
const LOOK_MS: u32 = 100;

/// A page's only composer may turn to another post without any sign of it
/// (Mastodon's column). After so many milliseconds it is taken to have.
const TURN_MS: u32 = 1000;

/// The most composers that are looked at on one page.
const MOST: u32 = 50;

/// What stands over the page and has to be dealt with first.
const DIALOG: &str = "dialog[open],[role='dialog'],[aria-modal='true']";

/// What came of looking for a composer.
pub enum Opened {
    /// Here it is.
    Editor(Editor),
    /// There is none.
    None,
    /// It is on another page, to which the reply button leads.
    OtherPage,
}

impl Composers {
    /// Everything that can be written in now, in document order.
    pub(super) fn editors(&self) -> Vec<Editor> {
        let Ok(found) = self.document.query_selector_all(self.composer.at) else {
            return Vec::new();
        };
        let mut editors: Vec<Editor> = Vec::new();
        for index in 0..found.length().min(MOST) {
            let element = found.get(index).and_then(|node| node.dyn_into().ok());
            let editor = element.and_then(|element: Element| Editor::of(&element));
            // The selector may fit the editor and what is around it.
            editors.extend(editor.filter(|editor| !editors.contains(editor)));
        }
        editors
    }

    /// The composer that answers the post in `container`, if it is open.
    fn belonging(&self, container: &Element) -> Option<Editor> {
        let editors = self.editors();
        let id = self.posts.id_of(container);
        let around = |editor: &Editor| self.posts.container_of(editor.element());
        if let Some(id) = &id {
            let owns = |editor: &&Editor| self.owned_by(editor).as_ref() == Some(id);
            if let Some(editor) = editors.iter().rev().find(owns) {
                return Some(editor.clone());
            }
        }
        let within = |editor: &&Editor| around(editor).as_ref() == Some(container);
        if let Some(editor) = editors.iter().find(within) {
            return Some(editor.clone());
        }
        // One in the page at large answers what the page is about.
        let id = id?;
        editors.into_iter().find(|editor| {
            around(editor).is_none() && self.answered_by(editor).as_ref() == Some(&id)
        })
    }

    /// The composer that answers the post, opened with the site's own button
    /// when it is not yet.
    pub(super) async fn open(&self, container: &Element) -> Opened {
        if let Some(editor) = self.belonging(container) {
            return Opened::Editor(editor);
        }
        let before = self.editors();
        let Some(button) = self.reply_button(container) else {
            return Opened::None;
        };
        if !press(&button) {
            return Opened::OtherPage;
        }
        let mut waited = 0;
        while waited < WAIT_MS {
            sleep(LOOK_MS).await;
            waited += LOOK_MS;
            if let Some(editor) = self.opened(container, &before, waited >= TURN_MS) {
                self.own(&editor);
                return Opened::Editor(editor);
            }
        }
        Opened::None
    }

    /// The composer that a press on the reply button brought: one that was not
    /// there before, or one that has the focus now. `late` allows the only one.
    fn opened(&self, container: &Element, before: &[Editor], late: bool) -> Option<Editor> {
        let editors = self.editors();
        let mut fresh: Vec<&Editor> = editors
            .iter()
            .filter(|editor| !before.contains(editor))
            .collect();
        // In front of everything, in the post, or first behind it.
        fresh.sort_by_key(|editor| {
            let element: &Element = editor.element();
            let dialog = element.closest(DIALOG).ok().flatten().is_some();
            let follows = container.compare_document_position(element)
                & (Node::DOCUMENT_POSITION_FOLLOWING | Node::DOCUMENT_POSITION_CONTAINED_BY)
                != 0;
            (!dialog, !follows)
        });
        if let Some(editor) = fresh.first() {
            return Some((*editor).clone());
        }
        if let Some(editor) = editors.iter().find(|editor| editor.has_focus()) {
            return Some(editor.clone());
        }
        match editors.as_slice() {
            [only] if late => Some(only.clone()),
            _ => None,
        }
    }

    /// The site's own reply button of a post.
    fn reply_button(&self, container: &Element) -> Option<HtmlElement> {
        let selector = self.reply?;
        let buttons = container.query_selector_all(selector).ok()?;
        (0..buttons.length())
            .filter_map(|index| buttons.get(index)?.dyn_into::<HtmlElement>().ok())
            .find(|button| self.posts.container_of(button).as_ref() == Some(container))
    }

    /// The post whose reply button brought this composer.
    fn owned_by(&self, editor: &Editor) -> Option<String> {
        let state = self.state.borrow();
        let owner = state.owners.iter().rev().find(|(owner, _)| owner == editor);
        owner.map(|(_, post)| post.clone())
    }

    /// The post that a composer answers: by the button that brought it, else by
    /// where it stands. None when what is written in it answers nothing.
    pub(super) fn answered_by(&self, editor: &Editor) -> Option<String> {
        if let Some(post) = self.owned_by(editor) {
            return Some(post);
        }
        let element: &Element = editor.element();
        if let Some(container) = self.posts.container_of(element) {
            return self.posts.id_of(&container);
        }
        let after = |post: &Element| {
            post.compare_document_position(element) & Node::DOCUMENT_POSITION_FOLLOWING != 0
        };
        // A dialog shows what it answers, or answers nothing.
        if let Some(dialog) = element.closest(DIALOG).ok().flatten() {
            let mut shown = self.posts.containers(&dialog);
            shown.retain(after);
            return self.posts.id_of(shown.last()?);
        }
        // One that stands before the post is the site's place for new posts.
        let (container, id) = self.posts.focal()?;
        after(&container).then_some(id)
    }
}

/// Presses a button as the person would. Returns false when it is a link that
/// leads away: it is not followed, because what is written here would be lost.
/// A page that shows the composer itself prevents its link, as for any click.
fn press(button: &HtmlElement) -> bool {
    let Some(window) = web_sys::window().filter(|window| is_link(button, window)) else {
        button.click();
        return true;
    };
    let leads_away = Rc::new(Cell::new(false));
    let seen = leads_away.clone();
    let options = EventListenerOptions {
        phase: EventListenerPhase::Bubble,
        passive: false,
    };
    // It hears the click below and nothing else: it goes before any other.
    let listener = EventListener::new_with_options(&window, "click", options, move |event| {
        if !event.default_prevented() {
            event.prevent_default();
            seen.set(true);
        }
    });
    button.click();
    drop(listener);
    !leads_away.get()
}

/// Whether a button is a link to another address than the page's own.
fn is_link(button: &Element, window: &Window) -> bool {
    let link = button.closest("a[href]").ok().flatten();
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
        return false;
    };
    let Ok(here) = window.location().href() else {
        return false;
    };
    let page = |address: &str| address.split('#').next().map(str::to_owned);
    link.protocol().starts_with("http") && page(&link.href()) != page(&here)
}
