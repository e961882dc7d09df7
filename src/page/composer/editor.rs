//! One editor of the page: its text, its cursor, and how a text gets in.

use crate::compose::{Change, change, essence};
use crate::page::element::PageElement;
use crate::page::schedule::sleep;
use crate::read::{self, Editor as Kind};
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, DataTransfer, Element, HtmlElement, Node, Range, Selection};

#[wasm_bindgen]
extern "C" {
    /// What `web-sys` does not know of documents and text fields, or only of
    /// one kind of them.
    type Known;

    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(this: &Known, name: &str, ui: bool, value: &str) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn value(this: &Known) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = readOnly)]
    fn read_only(this: &Known) -> Option<bool>;

    #[wasm_bindgen(method, getter)]
    fn disabled(this: &Known) -> Option<bool>;

    #[wasm_bindgen(method, catch, js_name = setSelectionRange)]
    fn set_selection_range(this: &Known, from: u32, to: u32) -> Result<(), JsValue>;

    #[wasm_bindgen(method, getter, js_name = selectionStart)]
    fn selection_start(this: &Known) -> Option<u32>;

    #[wasm_bindgen(method, getter, js_name = selectionEnd)]
    fn selection_end(this: &Known) -> Option<u32>;

    #[wasm_bindgen(method, catch, js_name = setRangeText)]
    fn set_range_text(
        this: &Known,
        text: &str,
        from: u32,
        to: u32,
        then: &str,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Known) -> bool;
}

/// What in an element is written in.
const EDITABLE: &str = "textarea,input[type='text'],input:not([type]),\
    [contenteditable=''],[contenteditable='true'],[contenteditable='plaintext-only']";

/// Where Quill keeps what is pasted; writing there is lost.
const NO_EDITOR: &str = ".ql-clipboard";

/// What the editors that are known put on their element.
const MARKS: [(&str, Kind); 4] = [
    ("[data-lexical-editor]", Kind::Lexical),
    (".public-DraftEditor-content", Kind::Draft),
    (".ProseMirror", Kind::ProseMirror),
    (".ql-editor", Kind::Quill),
];

/// An editor restores its own cursor a moment after it got the focus, and
/// hears of a cursor that was moved a moment later, in milliseconds.
const SETTLE_MS: u32 = 60;

/// Editors like Lexical take a text in after the task in which it came. A text
/// put in a second time too early stands there twice. In milliseconds.
const VERIFY_MS: u32 = 300;

/// A way to put a text in.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// The browser's own command, which a person can undo.
    Command,
    /// A paste that the editor deals with, line ends and undo included.
    Paste,
    /// Into the field, and tell the page; a person cannot undo it.
    Value,
}

/// Something that a person can write in.
#[derive(Debug, Clone, PartialEq)]
pub struct Editor {
    element: HtmlElement,
    is_field: bool,
}

impl Editor {
    /// The editor that `element` is or holds, open shadow roots included, if a
    /// person can write in it now.
    pub fn of(element: &Element) -> Option<Self> {
        let found = if element.matches(EDITABLE).unwrap_or(false) {
            Some(element.clone())
        } else {
            let inside = element
                .shadow_root()
                .and_then(|root| root.query_selector(EDITABLE).ok().flatten());
            inside.or_else(|| element.query_selector(EDITABLE).ok().flatten())
        }?;
        if found.closest(NO_EDITOR).ok().flatten().is_some() {
            return None;
        }
        let is_field = matches!(found.local_name().as_str(), "textarea" | "input");
        let editor = Self {
            element: found.dyn_into().ok()?,
            is_field,
        };
        editor.is_open().then_some(editor)
    }

    fn known(&self) -> &Known {
        self.element.unchecked_ref()
    }

    /// Its element.
    pub fn element(&self) -> &HtmlElement {
        &self.element
    }

    /// Whether what is typed now goes here, through open shadow roots too.
    pub fn has_focus(&self) -> bool {
        let document = self.element.owner_document();
        let mut active = document.and_then(|document| document.active_element());
        while let Some(inner) = active
            .as_ref()
            .and_then(|element| element.shadow_root()?.active_element())
        {
            active = Some(inner);
        }
        active.is_some_and(|active| self.element.contains(Some(&active)))
    }

    /// Whether it stands in the page and is shown. Many sites close it to the
    /// person while a reply is on its way.
    pub fn is_there(&self) -> bool {
        self.element.is_connected() && is_shown(&self.element)
    }

    /// Whether it takes text as well.
    fn is_open(&self) -> bool {
        let known = self.known();
        self.is_there() && known.read_only() != Some(true) && known.disabled() != Some(true)
    }

    /// What is written in it.
    pub fn text(&self) -> String {
        if self.is_field {
            return self.known().value().unwrap_or_default();
        }
        let element = PageElement::from(Element::from(self.element.clone()));
        read::text::read(&element, &[], None, true)
    }

    /// What kind it is: told by itself, else by the site file.
    fn kind(&self, told: Kind) -> Kind {
        if self.is_field {
            return Kind::Textarea;
        }
        let marked = |(mark, _): &&(&str, Kind)| self.element.matches(mark).unwrap_or(false);
        MARKS.iter().find(marked).map_or(told, |(_, kind)| *kind)
    }

    /// Where the cursor is, if it is in here.
    pub fn cursor(&self) -> Option<Range> {
        let range = selection(&self.element)?.get_range_at(0).ok()?;
        // Its own: the selection changes what it gives.
        self.holds(&range).then(|| range.clone_range())
    }

    fn holds(&self, range: &Range) -> bool {
        range
            .common_ancestor_container()
            .is_ok_and(|node| self.element.contains(Some(&node)))
    }

    /// Puts the cursor to where it was, or behind everything.
    fn place_cursor(&self, was: Option<&Range>, visited: bool) {
        if self.is_field {
            // A field remembers its cursor; one that never had it stands at 0.
            if !visited {
                let end = self
                    .known()
                    .value()
                    .unwrap_or_default()
                    .encode_utf16()
                    .count();
                let end = u32::try_from(end).unwrap_or(u32::MAX);
                let _ = self.known().set_selection_range(end, end);
            }
            return;
        }
        let Some(selection) = selection(&self.element) else {
            return;
        };
        if let Some(range) = was.filter(|range| self.holds(range)) {
            let _ = selection.remove_all_ranges();
            let _ = selection.add_range(range);
        } else if !visited {
            let (node, offset) = end_of(&self.element);
            let _ = selection.collapse_with_offset(Some(&node), offset);
        }
    }

    /// Puts `text` in at the cursor, once. `cursor` is where the person left
    /// it; `visited` tells that they have been here before. More than one way
    /// is tried only as long as nothing at all has changed.
    pub async fn put(
        &self,
        text: &str,
        told: Kind,
        cursor: Option<Range>,
        visited: bool,
    ) -> Change {
        if self.element.focus().is_err() {
            return Change::None;
        }
        sleep(SETTLE_MS).await;
        self.place_cursor(cursor.as_ref(), visited);
        sleep(SETTLE_MS).await;
        let wanted = essence(text);
        let before = essence(&self.text());
        for way in self.ways(told, text.contains('\n')) {
            if !self.element.is_connected() {
                break;
            }
            // What a way says of itself is not to be trusted: the text is.
            let _ = self.go(*way, text);
            sleep(VERIFY_MS).await;
            match change(&before, &essence(&self.text()), &wanted) {
                Change::None => {}
                changed => return changed,
            }
        }
        Change::None
    }

    /// The ways that this editor takes text, best first.
    fn ways(&self, told: Kind, several_lines: bool) -> &'static [Way] {
        match self.kind(told) {
            _ if self.is_field => &[Way::Command, Way::Value],
            // It loses the text when the command brings line ends, and puts
            // the first one in twice when it writes itself at the same time.
            Kind::Draft => &[Way::Paste, Way::Command],
            _ if several_lines => &[Way::Paste, Way::Command],
            _ => &[Way::Command, Way::Paste],
        }
    }

    fn go(&self, way: Way, text: &str) -> Result<(), JsValue> {
        let document = self.element.owner_document().ok_or(JsValue::NULL)?;
        match way {
            Way::Command => {
                let known: &Known = document.unchecked_ref();
                known.exec_command("insertText", false, text)?;
            }
            Way::Paste => self.paste(text)?,
            Way::Value => self.set_value(text)?,
        }
        Ok(())
    }

    /// A paste like a person's. Chrome takes the data with the event, Firefox
    /// makes it from a text.
    fn paste(&self, text: &str) -> Result<(), JsValue> {
        let data = DataTransfer::new()?;
        data.set_data("text/plain", text)?;
        let options = js_sys::Object::new();
        for (name, value) in [
            ("clipboardData", data.as_ref()),
            ("data", &JsValue::from(text)),
            ("dataType", &JsValue::from("text/plain")),
            ("bubbles", &JsValue::TRUE),
            ("cancelable", &JsValue::TRUE),
            ("composed", &JsValue::TRUE),
        ] {
            js_sys::Reflect::set(&options, &name.into(), value)?;
        }
        let event = ClipboardEvent::new_with_event_init_dict("paste", options.unchecked_ref())?;
        self.element.dispatch_event(&event)?;
        Ok(())
    }

    /// Writes into a field and tells the page. React compares with what it
    /// wrote last itself; it does not see a native setter, so it believes the
    /// event.
    fn set_value(&self, text: &str) -> Result<(), JsValue> {
        let known = self.known();
        let from = known.selection_start().unwrap_or(0);
        let to = known.selection_end().unwrap_or(from);
        known.set_range_text(text, from, to, "end")?;
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict("input", &options)?;
        self.element.dispatch_event(&event)?;
        Ok(())
    }
}

/// Whether an element has a box.
pub fn is_shown(element: &Element) -> bool {
    element.unchecked_ref::<Known>().check_visibility()
}

/// The place behind the last letter in an element: inside its last paragraph,
/// before the line break that keeps an empty one open.
fn end_of(element: &Element) -> (Node, u32) {
    let mut node: Node = element.clone().into();
    while let Some(last) = node.last_child() {
        if last.node_type() != Node::TEXT_NODE && !last.has_child_nodes() {
            let all = node.child_nodes().length();
            let is_break = last.node_name() == "BR";
            return (node, if is_break { all.saturating_sub(1) } else { all });
        }
        node = last;
    }
    let text = node.text_content().unwrap_or_default();
    let end = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    (node, end)
}

fn selection(element: &Element) -> Option<Selection> {
    let window = element.owner_document()?.default_view()?;
    window.get_selection().ok()?
}
