//! The browser's elements as [`read`](crate::read) wants them.

use crate::read;
use js_sys::JsString;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{CharacterData, Element, Node, NodeList};

#[wasm_bindgen]
extern "C" {
    /// What `web-sys` does not know of an element, or only with strings that
    /// are copied over at every call.
    type Known;

    #[wasm_bindgen(method, catch, js_name = querySelector)]
    fn query_selector(this: &Known, selector: &JsString) -> Result<Option<Element>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = querySelectorAll)]
    fn query_selector_all(this: &Known, selector: &JsString) -> Result<NodeList, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn matches(this: &Known, selector: &JsString) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn closest(this: &Known, selector: &JsString) -> Result<Option<Element>, JsValue>;

    #[wasm_bindgen(method, js_name = getAttribute)]
    fn get_attribute(this: &Known, name: &JsString) -> Option<String>;

    /// Whether the element has a box: neither it nor an ancestor has
    /// `display: none`.
    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Known) -> bool;

    /// All text in it, not yet copied.
    #[wasm_bindgen(method, getter, js_name = textContent)]
    fn text(this: &Known) -> Option<js_sys::JsString>;
}

/// How many selectors and attribute names are kept as strings of the browser;
/// a power of two. A site's reading needs about fifty.
const KEPT: usize = 512;

thread_local! {
    /// Strings of the browser, each where the address of its text says. Reading
    /// asks for the same few texts millions of times, always at the same
    /// addresses, so looking at the address is all the hashing that is needed.
    static STRINGS: RefCell<Vec<Option<(String, JsString)>>> = RefCell::default();
}

/// Calls `ask` with the text as a string of the browser, made once.
fn with_string<T>(text: &str, ask: impl FnOnce(&JsString) -> T) -> T {
    STRINGS.with_borrow_mut(|strings| {
        strings.resize_with(KEPT, || None);
        let address = text.as_ptr().addr();
        let place = (address ^ (address >> 9) ^ text.len()) % KEPT;
        let kept = &mut strings[place];
        if kept.as_ref().is_none_or(|(known, _)| known != text) {
            *kept = None;
        }
        let (_, string) = kept.get_or_insert_with(|| (text.to_owned(), JsString::from(text)));
        ask(string)
    })
}

/// An element of the page.
#[derive(Debug, Clone)]
pub struct PageElement(Element);

impl PageElement {
    fn known(&self) -> &Known {
        self.0.unchecked_ref()
    }
}

impl From<Element> for PageElement {
    fn from(element: Element) -> Self {
        Self(element)
    }
}

impl AsRef<Element> for PageElement {
    fn as_ref(&self) -> &Element {
        &self.0
    }
}

impl read::Element for PageElement {
    fn same(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    fn contains(&self, other: &Self) -> bool {
        self.0.contains(Some(&other.0))
    }

    fn select(&self, selector: &str) -> Option<Self> {
        with_string(selector, |selector| self.known().query_selector(selector))
            .ok()
            .flatten()
            .map(Self)
    }

    fn select_all(&self, selector: &str) -> Vec<Self> {
        self.select_some(selector, usize::MAX)
    }

    fn select_some(&self, selector: &str, most: usize) -> Vec<Self> {
        let found = with_string(selector, |selector| {
            self.known().query_selector_all(selector)
        });
        found.map_or_else(|_| Vec::new(), |found| elements(&found, most))
    }

    fn select_in_shadow(&self, selector: &str) -> Vec<Self> {
        let found = self
            .0
            .shadow_root()
            .map(|root| root.query_selector_all(selector));
        found
            .and_then(Result::ok)
            .map_or_else(Vec::new, |found| elements(&found, usize::MAX))
    }

    fn matches(&self, selector: &str) -> bool {
        with_string(selector, |selector| self.known().matches(selector)).unwrap_or(false)
    }

    fn closest(&self, selector: &str) -> Option<Self> {
        with_string(selector, |selector| self.known().closest(selector))
            .ok()
            .flatten()
            .map(Self)
    }

    fn attribute(&self, name: &str) -> Option<String> {
        with_string(name, |name| self.known().get_attribute(name))
    }

    fn tag(&self) -> String {
        self.0.local_name()
    }

    fn parent(&self) -> Option<Self> {
        self.0.parent_element().map(Self)
    }

    fn next(&self) -> Option<Self> {
        self.0.next_element_sibling().map(Self)
    }

    fn previous(&self) -> Option<Self> {
        self.0.previous_element_sibling().map(Self)
    }

    fn raw_text(&self, most: usize) -> String {
        // Its length is asked for first, because a text is copied when it
        // comes over.
        let Some(text) = self.known().text() else {
            return String::new();
        };
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        String::from(if text.length() > most {
            text.slice(0, most)
        } else {
            text
        })
    }

    fn visit_children(&self, most: usize, visit: &mut dyn FnMut(read::Child<'_, Self>) -> bool) {
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let mut child = self.0.first_child();
        while let Some(node) = child {
            child = node.next_sibling();
            let goes_on = match node.node_type() {
                Node::ELEMENT_NODE => visit(read::Child::Element(Self(node.unchecked_into()))),
                Node::TEXT_NODE | Node::CDATA_SECTION_NODE => {
                    let text = node
                        .unchecked_ref::<CharacterData>()
                        .substring_data(0, most);
                    visit(read::Child::Text(&text.unwrap_or_default()))
                }
                _ => true,
            };
            if !goes_on {
                return;
            }
        }
    }

    fn is_rendered(&self) -> bool {
        self.known().check_visibility()
    }
}

fn elements(list: &NodeList, most: usize) -> Vec<PageElement> {
    (0..list.length())
        .take(most)
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .map(PageElement)
        .collect()
}
