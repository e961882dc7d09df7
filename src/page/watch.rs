//! What happens in the page: changes, what comes near the screen, what is on
//! it. The callbacks only take note; the work is done in slices.

use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, EventTarget, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, MutationObserver, MutationObserverInit, MutationRecord,
    ResizeObserver, ResizeObserverEntry, Window,
};

/// How far from the screen a post counts as near: one screen each way.
const NEAR_MARGIN: &str = "100% 0%";

/// Tells of every change in the document until it is dropped.
pub struct Changes {
    observer: MutationObserver,
    options: MutationObserverInit,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl Changes {
    /// Starts to listen. Of attributes only those named are told, because
    /// pages change classes and styles all the time.
    ///
    /// # Errors
    /// When the browser refuses the observer.
    pub fn new(
        document: &Document,
        attributes: &[&str],
        mut changed: impl FnMut(Vec<MutationRecord>) + 'static,
    ) -> Result<Self, JsValue> {
        let callback = Closure::new(move |records: js_sys::Array| {
            changed(
                records
                    .iter()
                    .filter_map(|record| record.dyn_into().ok())
                    .collect(),
            );
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref())?;
        let options = observed(attributes);
        observer.observe_with_options(document, &options)?;
        Ok(Self {
            observer,
            options,
            _callback: callback,
        })
    }

    /// Tells of changes in the element's open shadow root, too. Once is enough,
    /// and more does no harm.
    pub fn watch_shadow(&self, host: &Element) {
        if let Some(root) = host.shadow_root() {
            // A root that refuses is one whose changes are not seen.
            let _ = self.observer.observe_with_options(&root, &self.options);
        }
    }
}

/// What of a document is told of: everything but the attributes that are not
/// named, because pages change classes and styles all the time.
fn observed(attributes: &[&str]) -> MutationObserverInit {
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_subtree(true);
    if !attributes.is_empty() {
        let names: js_sys::Array = attributes.iter().copied().map(JsValue::from).collect();
        options.set_attribute_filter(&names);
    }
    options
}

impl Drop for Changes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// What a page may fire when its address changed without a load, where the
/// browser has no Navigation API. The last is YouTube's own.
const NAVIGATED: [&str; 3] = ["popstate", "hashchange", "yt-navigate-finish"];

/// Tells, for as long as the page lives, when its address may have changed
/// without a load.
///
/// Where there is no Navigation API a `pushState` alone goes unnoticed until
/// the page changes something else: its own functions are out of our reach,
/// and asking again and again would cost every page.
///
/// # Errors
/// When the browser refuses a listener.
pub fn on_navigation(window: &Window, told: impl FnMut() + 'static) -> Result<(), JsValue> {
    let callback = Closure::<dyn FnMut()>::new(told);
    let listener = callback.as_ref().unchecked_ref();
    let navigation = js_sys::Reflect::get(window, &JsValue::from("navigation"))
        .ok()
        .and_then(|navigation| navigation.dyn_into::<EventTarget>().ok());
    if let Some(navigation) = navigation {
        navigation.add_event_listener_with_callback("currententrychange", listener)?;
    } else {
        // The third is fired in the document and bubbles.
        for name in NAVIGATED {
            window.add_event_listener_with_callback(name, listener)?;
        }
    }
    callback.forget();
    Ok(())
}

/// Tells when elements come into, or leave, a stretch around the screen.
pub struct Sight {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl Sight {
    /// Tells of elements near the screen, early enough to have their badges
    /// up before they are seen.
    ///
    /// # Errors
    /// When the browser refuses the observer.
    pub fn near(told: impl FnMut(Vec<(Element, bool)>) + 'static) -> Result<Self, JsValue> {
        Self::new(NEAR_MARGIN, told)
    }

    /// Tells of elements on the screen.
    ///
    /// # Errors
    /// When the browser refuses the observer.
    pub fn on_screen(told: impl FnMut(Vec<(Element, bool)>) + 'static) -> Result<Self, JsValue> {
        Self::new("0px", told)
    }

    fn new(
        margin: &str,
        mut told: impl FnMut(Vec<(Element, bool)>) + 'static,
    ) -> Result<Self, JsValue> {
        let callback = Closure::new(move |entries: js_sys::Array| {
            told(
                entries
                    .iter()
                    .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
                    .map(|entry| (entry.target(), entry.is_intersecting()))
                    .collect(),
            );
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(margin);
        let observer =
            IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options)?;
        Ok(Self {
            observer,
            _callback: callback,
        })
    }

    /// Starts to watch an element; it is told of at once.
    pub fn watch(&self, element: &Element) {
        self.observer.observe(element);
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells when elements change their size. A watched element is told of at
/// once, after layout and before painting: the right moment to place a badge.
pub struct Sizes {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl Sizes {
    /// Prepares to watch.
    ///
    /// # Errors
    /// When the browser refuses the observer.
    pub fn new(mut told: impl FnMut(Vec<Element>) + 'static) -> Result<Self, JsValue> {
        let callback = Closure::new(move |entries: js_sys::Array| {
            told(
                entries
                    .iter()
                    .filter_map(|entry| entry.dyn_into::<ResizeObserverEntry>().ok())
                    .map(|entry| entry.target())
                    .collect(),
            );
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref())?;
        Ok(Self {
            observer,
            _callback: callback,
        })
    }

    /// Starts to watch an element.
    pub fn watch(&self, element: &Element) {
        self.observer.observe(element);
    }

    /// Stops watching an element.
    pub fn forget(&self, element: &Element) {
        self.observer.unobserve(element);
    }
}

impl Drop for Sizes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
