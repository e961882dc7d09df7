//! The browser's elements as [`read`](crate::read) wants them.

use crate::read;
use wasm_bindgen::intern;
use wasm_bindgen::prelude::*;
use web_sys::{CharacterData, Node, NodeList};

#[wasm_bindgen]
extern "C" {
    /// What `web-sys` does not know of an element, or not so.
    type Known;

    /// Whether the element has a box: neither it nor an ancestor has
    /// `display: none`.
    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Known) -> bool;

    /// All text in it, not yet copied.
    #[wasm_bindgen(method, getter, js_name = textContent)]
    fn text(this: &Known) -> Option<js_sys::JsString>;
}

/// An element of the page.
///
/// Selectors and attribute names are interned: their strings are made once,
/// not at every call.
#[derive(Debug, Clone)]
pub struct PageElement(web_sys::Element);

impl From<web_sys::Element> for PageElement {
    fn from(element: web_sys::Element) -> Self {
        Self(element)
    }
}

impl AsRef<web_sys::Element> for PageElement {
    fn as_ref(&self) -> &web_sys::Element {
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
        self.0
            .query_selector(intern(selector))
            .ok()
            .flatten()
            .map(Self)
    }

    fn select_all(&self, selector: &str) -> Vec<Self> {
        let found = self.0.query_selector_all(intern(selector));
        found.map_or_else(|_| Vec::new(), |found| elements(&found, usize::MAX))
    }

    fn select_some(&self, selector: &str, most: usize) -> Vec<Self> {
        let found = self.0.query_selector_all(intern(selector));
        found.map_or_else(|_| Vec::new(), |found| elements(&found, most))
    }

    fn matches(&self, selector: &str) -> bool {
        self.0.matches(intern(selector)).unwrap_or(false)
    }

    fn closest(&self, selector: &str) -> Option<Self> {
        self.0.closest(intern(selector)).ok().flatten().map(Self)
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(intern(name))
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
        let Some(text) = self.0.unchecked_ref::<Known>().text() else {
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
        self.0.unchecked_ref::<Known>().check_visibility()
    }
}

fn elements(list: &NodeList, most: usize) -> Vec<PageElement> {
    (0..list.length())
        .take(most)
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .map(PageElement)
        .collect()
}
