//! A part of a page that follows its [`Markup`]: only what has changed in it
//! changes in the page.

use super::held::Held;
use super::{build_child, document_of, renew};
use crate::markup::{Child, Markup, places};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node};

/// A part of a page and what stands in it. An element that has not changed is
/// left alone, with the focus, the pointer that holds it and what a screen
/// reader has read of it.
pub struct Place {
    element: Element,
    /// What stands there; `None` where that is not sure.
    stands: RefCell<Option<Vec<Child>>>,
}

impl Place {
    /// The element of this id.
    ///
    /// # Errors
    /// When there is none.
    pub fn of(document: &Document, id: &str) -> Result<Self, JsValue> {
        let element = document.get_element_by_id(id);
        Ok(Self {
            element: element.ok_or_else(|| JsValue::from("no such place"))?,
            stands: RefCell::default(),
        })
    }

    /// Shows this, and nothing else, there. What the browser does not take is
    /// tried again the next time.
    pub fn show(&self, content: Vec<Markup>) {
        let content: Vec<Child> = content.into_iter().map(Child::from).collect();
        let shown = match self.stands.take() {
            Some(stands) if stands == content => Ok(()),
            Some(stands) => self.follow(&stands, &content),
            None => Err("nothing that is sure".into()),
        };
        let shown = shown
            .or_else(|_| self.renew(&content))
            .and_then(|()| self.element.remove_attribute("aria-busy"));
        self.stands.replace(shown.is_ok().then_some(content));
    }

    /// All of it is made anew the next time: something there, such as a choice
    /// that could not be kept, is not as it was shown.
    pub fn mistrust(&self) {
        self.stands.take();
    }

    fn renew(&self, content: &[Child]) -> Result<(), JsValue> {
        let document = document_of(&self.element)?;
        let built = content.iter().map(|child| build_child(&document, child));
        renew(&self.element, built.collect::<Result<_, _>>()?)
    }

    fn follow(&self, old: &[Child], new: &[Child]) -> Result<(), JsValue> {
        let held = Held::of(&self.element)?;
        follow(&self.element, old, new)?;
        held.give_back(&self.element)
    }
}

/// Makes what is in `parent` out of `old` into `new`.
fn follow(parent: &Element, old: &[Child], new: &[Child]) -> Result<(), JsValue> {
    if old == new {
        return Ok(());
    }
    let document = document_of(parent)?;
    let list = parent.child_nodes();
    let nodes: Vec<Node> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    if nodes.len() != old.len() {
        return Err("not what was put there".into());
    }
    let places = places(old, new);
    let mut stays = vec![false; nodes.len()];
    for at in places.iter().flatten() {
        stays[*at] = true;
    }
    // First, so that the rest need not move: what moves loses the focus.
    for (node, stays) in nodes.iter().zip(stays) {
        if !stays {
            parent.remove_child(node)?;
        }
    }
    let mut next = parent.first_child();
    for (child, place) in new.iter().zip(places) {
        let there = place.and_then(|at| nodes.get(at).zip(old.get(at)));
        let node = match there {
            Some((node, before)) => {
                update(node, before, child)?;
                node.clone()
            }
            None => build_child(&document, child)?,
        };
        if next.as_ref() == Some(&node) {
            next = node.next_sibling();
        } else {
            parent.insert_before(&node, next.as_ref())?;
        }
    }
    Ok(())
}

fn update(node: &Node, old: &Child, new: &Child) -> Result<(), JsValue> {
    match (old, new) {
        (Child::Text(old), Child::Text(new)) if old != new => node.set_node_value(Some(new)),
        (Child::Element(old), Child::Element(new)) if old != new => {
            let element: &Element = node
                .dyn_ref()
                .ok_or_else(|| JsValue::from("not what was put there"))?;
            update_attributes(element, old, new)?;
            follow(element, &old.children, &new.children)?;
        }
        _ => {}
    }
    Ok(())
}

fn update_attributes(element: &Element, old: &Markup, new: &Markup) -> Result<(), JsValue> {
    // What can be folded stays as the person left it.
    let ours = |name: &str| !(name == "open" && new.tag == "details");
    for (name, value) in &new.attributes {
        if ours(name) && old.get(name) != Some(value) {
            element.set_attribute(name, value)?;
            update_state(element, new.tag, name, Some(value))?;
        }
    }
    for (name, _) in &old.attributes {
        if ours(name) && new.get(name).is_none() {
            element.remove_attribute(name)?;
            update_state(element, new.tag, name, None)?;
        }
    }
    Ok(())
}

/// Once a person has used a field, these attributes say only how it began.
fn update_state(
    element: &Element,
    tag: &str,
    name: &str,
    value: Option<&str>,
) -> Result<(), JsValue> {
    let state: JsValue = match (tag, name) {
        ("input", "value") => value.unwrap_or_default().into(),
        ("option", "selected") => value.is_some().into(),
        _ => return Ok(()),
    };
    js_sys::Reflect::set(element, &name.into(), &state)?;
    Ok(())
}
