//! What a person has in a part of a page, while that part is made anew: where
//! the focus is, what they have unfolded or folded, and what they have typed or
//! chosen without it being kept yet.

use super::{set_value, value_of};
use crate::markup::FOLLOWED_BY;
use wasm_bindgen::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement, ShadowRoot, SvgElement};

/// What a person has in a part of a page. Elements find it again by their `id`.
pub struct Held {
    focus: Option<Focus>,
    folds: Vec<(String, bool)>,
    fields: Vec<(String, String)>,
}

/// Where the focus is, and where it goes if that is gone.
struct Focus {
    element: Element,
    /// Elements that can take it, the first that is there: the same one, those
    /// beside it that do the same, and the one that is named.
    heirs: Vec<String>,
    /// The titles of what is around it, from the inside out.
    titles: Vec<String>,
}

impl Held {
    /// What the person has in `parent` now.
    ///
    /// # Errors
    /// When the browser does not look.
    pub fn of(parent: &Element) -> Result<Self, JsValue> {
        let folds = all(parent, "details[id]")?;
        let fields = all(parent, "input[id], select[id]")?;
        Ok(Self {
            focus: active(parent)
                .map(|element| Focus::of(parent, element))
                .transpose()?,
            folds: folds
                .map(|fold| (fold.id(), fold.has_attribute("open")))
                .collect(),
            fields: fields
                .filter(is_free)
                .map(|field| (field.id(), value_of(&field)))
                .collect(),
        })
    }

    /// Gives it back to what is in `parent` now.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub fn give_back(self, parent: &Element) -> Result<(), JsValue> {
        for (id, open) in self.folds {
            if let Some(fold) = by_id(parent, &id) {
                fold.toggle_attribute_with_force("open", open)?;
            }
        }
        for (id, value) in self.fields {
            let field = by_id(parent, &id).filter(is_free);
            if let Some(field) = field.filter(|field| value_of(field) != value) {
                set_value(&field, &value);
            }
        }
        self.focus.map_or(Ok(()), |focus| focus.give_back(parent))
    }
}

impl Focus {
    fn of(parent: &Element, element: Element) -> Result<Self, JsValue> {
        let mut heirs = vec![element.id()];
        if let Some(action) = element.get_attribute("data-action") {
            let alike = all(parent, "[data-action]")?
                .filter(|other| other.get_attribute("data-action").as_ref() == Some(&action));
            let ids: Vec<Element> = alike.collect();
            let at = ids.iter().position(|other| *other == element);
            let (before, after) = ids.split_at(at.unwrap_or_default());
            heirs.extend(after.iter().chain(before.iter().rev()).map(Element::id));
        }
        heirs.extend(element.get_attribute(FOLLOWED_BY));
        heirs.retain(|id| !id.is_empty());
        let mut titles = Vec::new();
        let mut around = Some(element.clone());
        while let Some(part) = around.filter(|part| part != parent) {
            titles.extend(part.get_attribute("aria-labelledby"));
            if part.local_name() == "details" {
                titles.push(part.id());
            }
            around = part.parent_element();
        }
        titles.retain(|id| !id.is_empty());
        Ok(Self {
            element,
            heirs,
            titles,
        })
    }

    fn give_back(self, parent: &Element) -> Result<(), JsValue> {
        let now = active(parent);
        if now.is_some() {
            return Ok(());
        }
        if parent.contains(Some(&self.element)) && takes_focus(parent, &self.element)? {
            return Ok(());
        }
        for heir in self.heirs.iter().filter_map(|id| by_id(parent, id)) {
            if takes_focus(parent, &heir)? {
                return Ok(());
            }
        }
        for title in self.titles.iter().filter_map(|id| by_id(parent, id)) {
            let summary = title.query_selector(":scope > summary")?;
            let title = summary.unwrap_or(title);
            if takes_focus(parent, &title)? {
                return Ok(());
            }
            // A title is no stop of the Tab key, but it can be read from.
            title.set_attribute("tabindex", "-1")?;
            if takes_focus(parent, &title)? {
                return Ok(());
            }
        }
        // All around it is gone. What is left is the part that it was in, which
        // may be longer than the window: it stays where it is.
        parent.set_attribute("tabindex", "-1")?;
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        match parent.dyn_ref::<HtmlElement>() {
            Some(parent) => parent.focus_with_options(&options),
            None => Ok(()),
        }
    }
}

/// Gives the focus to an element, if that can have it.
fn takes_focus(parent: &Element, element: &Element) -> Result<bool, JsValue> {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.focus()?;
    } else if let Some(element) = element.dyn_ref::<SvgElement>() {
        element.focus()?;
    }
    Ok(active(parent).as_ref() == Some(element))
}

/// The element in focus, if it is in `parent`.
fn active(parent: &Element) -> Option<Element> {
    let root = parent.get_root_node();
    let active = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => parent.owner_document()?.active_element(),
    };
    active.filter(|active| parent.contains(Some(active)))
}

/// Whether what stands in a field is only the person's, and not kept yet. A file
/// is not theirs to be typed, nor ours to be put in.
fn is_free(field: &Element) -> bool {
    let chosen = field.query_selector("option[selected]");
    !field.has_attribute("value")
        && field.get_attribute("type").as_deref() != Some("file")
        && chosen.is_ok_and(|chosen| chosen.is_none())
}

fn all(parent: &Element, selector: &str) -> Result<impl Iterator<Item = Element>, JsValue> {
    let found = parent.query_selector_all(selector)?;
    Ok((0..found.length()).filter_map(move |at| found.get(at)?.dyn_into().ok()))
}

/// The element of this `id` in `parent`, which may be in a shadow tree.
fn by_id(parent: &Element, id: &str) -> Option<Element> {
    let quoted = id.replace('\\', "\\\\").replace('"', "\\\"");
    let found = parent.query_selector(&format!("[id=\"{quoted}\"]"));
    found.ok().flatten()
}
