//! [`Markup`] → elements: of a document of the extension's own, or of the
//! overlay.

mod held;
#[cfg(feature = "extension")]
mod place;

use crate::markup::{Child, Markup};
use held::Held;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, Node};

#[cfg(feature = "extension")]
pub use place::Place;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes an element with all that is in it.
///
/// # Errors
/// When the browser does not take a name or value.
pub fn build(document: &Document, markup: &Markup) -> Result<Element, JsValue> {
    let element = if markup.svg {
        document.create_element_ns(Some(SVG), markup.tag)?
    } else {
        document.create_element(markup.tag)?
    };
    for (name, value) in &markup.attributes {
        element.set_attribute(name, value)?;
    }
    for child in &markup.children {
        element.append_child(&build_child(document, child)?)?;
    }
    Ok(element)
}

fn build_child(document: &Document, child: &Child) -> Result<Node, JsValue> {
    Ok(match child {
        Child::Element(child) => build(document, child)?.into(),
        Child::Text(text) => document.create_text_node(text).into(),
    })
}

/// Puts these in the place of all that is in `parent`. What the person has
/// there stays theirs: see [`Held`].
///
/// # Errors
/// See [`build`].
pub fn replace(parent: &Element, content: &[Markup]) -> Result<(), JsValue> {
    let document = document_of(parent)?;
    let built = content.iter().map(|markup| build(&document, markup));
    renew(parent, built.collect::<Result<_, _>>()?)
}

fn document_of(element: &Element) -> Result<Document, JsValue> {
    let document = element.owner_document();
    document.ok_or_else(|| JsValue::from("no document"))
}

fn renew<Content: AsRef<JsValue>>(parent: &Element, built: Vec<Content>) -> Result<(), JsValue> {
    let held = Held::of(parent)?;
    parent.replace_children_with_node(&js_sys::Array::from_iter(built));
    held.give_back(parent)
}

/// The number of the tab that a page of ours is about: `?tab=7` in its own
/// address.
pub fn tab_in_address() -> Option<i32> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get("tab")?
        .parse()
        .ok()
}

/// The document of a page of ours, told which language it speaks.
///
/// # Errors
/// When this is no page.
pub fn own_document(language: crate::words::Language) -> Result<Document, JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from("no document"))?;
    if let Some(root) = document.document_element() {
        root.set_attribute("lang", language.tag())?;
    }
    Ok(document)
}

/// Calls `act` with the element that an event of this kind went to, if it or
/// one around it fits `selector`.
///
/// # Errors
/// When the browser refuses to listen.
pub fn on(
    document: &Document,
    kind: &'static str,
    selector: &'static str,
    act: impl Fn(Element) + 'static,
) -> Result<(), JsValue> {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(found) = target.and_then(|target| target.closest(selector).ok().flatten()) {
            act(found);
        }
    });
    document.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref())?;
    // It listens for as long as the page is open.
    listener.forget();
    Ok(())
}

/// Calls `act` with the element that a click went to: see [`on`].
///
/// # Errors
/// When the browser refuses to listen.
pub fn on_click(
    document: &Document,
    selector: &'static str,
    act: impl Fn(Element) + 'static,
) -> Result<(), JsValue> {
    on(document, "click", selector, act)
}

/// Calls `act` with the list of choices in which another was chosen, if it fits
/// `selector`.
///
/// # Errors
/// When the browser refuses to listen.
pub fn on_change(
    document: &Document,
    selector: &'static str,
    act: impl Fn(HtmlSelectElement) + 'static,
) -> Result<(), JsValue> {
    on(document, "change", selector, move |element| {
        if let Ok(select) = element.dyn_into() {
            act(select);
        }
    })
}

/// What stands in the field of this id; empty where there is none.
pub fn value(document: &Document, id: &str) -> String {
    let field = document.get_element_by_id(id);
    field.as_ref().map(value_of).unwrap_or_default()
}

/// What stands in a field or list of choices.
pub fn value_of(field: &Element) -> String {
    let text = field
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::value);
    let choice = || {
        field
            .dyn_ref::<HtmlSelectElement>()
            .map(HtmlSelectElement::value)
    };
    text.or_else(choice).unwrap_or_default()
}

/// Empties the field of this id.
pub fn clear(document: &Document, id: &str) {
    if let Some(field) = document.get_element_by_id(id) {
        set_value(&field, "");
    }
}

/// Puts a value into a field, or chooses it from a list that has it.
fn set_value(field: &Element, value: &str) {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.set_value(value);
    }
    if let Some(list) = field.dyn_ref::<HtmlSelectElement>() {
        let before = list.selected_index();
        list.set_value(value);
        if list.selected_index() < 0 {
            list.set_selected_index(before);
        }
    }
}

/// Whether the person says yes.
pub fn confirm(question: &str) -> bool {
    let window = web_sys::window();
    let answer = window.and_then(|window| window.confirm_with_message(question).ok());
    answer == Some(true)
}

/// Says something to the person: on the screen, and to a screen reader.
pub fn say(document: &Document, text: &str) {
    if let Some(status) = document.get_element_by_id("status") {
        status.set_text_content(Some(text));
    }
}

/// Says in the window's title and on the page what it is called.
pub fn title(document: &Document, title: &str) {
    document.set_title(title);
    if let Some(heading) = document.get_element_by_id("title") {
        heading.set_text_content(Some(title));
    }
}

/// A value as JSON that a person can read.
///
/// # Errors
/// When it goes round in a circle.
pub fn json(value: &JsValue) -> Result<String, JsValue> {
    js_sys::JSON::stringify_with_replacer_and_space(value, &JsValue::NULL, &2.into())
        .map(String::from)
}

/// Saves a text as a file, where the browser puts what is downloaded.
///
/// # Errors
/// When the browser refuses to make the file.
pub fn save(document: &Document, name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document.create_element("a")?.dyn_into()?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    // The browser has taken it by the end of this task.
    gloo::timers::callback::Timeout::new(0, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
