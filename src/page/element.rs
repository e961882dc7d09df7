//! The browser's elements as [`read`](crate::read) wants them.

use crate::read;
use wasm_bindgen::intern;
use wasm_bindgen::prelude::*;
use web_sys::{CharacterData, Node, NodeList};

#[wasm_bindgen]
extern "C" {
    /// What `web-sys` does not yet know of an element.
    type Checkable;

    /// Whether the element has a box: neither it nor an ancestor has
    /// `display: none`.
    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Checkable) -> bool;
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
        found.map_or_else(|_| Vec::new(), |found| elements(&found))
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

    fn plain_text(&self, most: usize) -> Option<String> {
        if self.0.child_element_count() > 0 {
            return None;
        }
        // One short text is the common case, and takes one call.
        let mut text = String::new();
        let mut child = self.0.first_child();
        while let Some(node) = child {
            if let Some(part) = text_of(&node, most) {
                text.push_str(&part);
            }
            if text.len() > most {
                break;
            }
            child = node.next_sibling();
        }
        Some(text)
    }

    fn visit_children(&self, most: usize, visit: &mut dyn FnMut(read::Child<'_, Self>) -> bool) {
        let mut child = self.0.first_child();
        while let Some(node) = child {
            child = node.next_sibling();
            let goes_on = match node.dyn_into::<web_sys::Element>() {
                Ok(element) => visit(read::Child::Element(Self(element))),
                Err(node) => {
                    text_of(&node, most).is_none_or(|text| visit(read::Child::Text(&text)))
                }
            };
            if !goes_on {
                return;
            }
        }
    }

    fn is_rendered(&self) -> bool {
        self.0.unchecked_ref::<Checkable>().check_visibility()
    }
}

/// The start of a text node; `None` for other nodes.
fn text_of(node: &Node, most: usize) -> Option<String> {
    let is_text = matches!(node.node_type(), Node::TEXT_NODE | Node::CDATA_SECTION_NODE);
    let data = node.unchecked_ref::<CharacterData>();
    is_text.then(|| {
        data.substring_data(0, u32::try_from(most).unwrap_or(u32::MAX))
            .unwrap_or_default()
    })
}

fn elements(list: &NodeList) -> Vec<PageElement> {
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .map(PageElement)
        .collect()
}
