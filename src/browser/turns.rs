//! What has to be done one after the other although it waits for the browser.

use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Gives turns, in the order in which they are asked for.
#[derive(Debug)]
pub struct Turns {
    /// Settled once the last one is through.
    last: RefCell<Promise>,
}

impl Default for Turns {
    fn default() -> Self {
        Self {
            last: RefCell::new(Promise::resolve(&JsValue::UNDEFINED)),
        }
    }
}

impl Turns {
    /// Waits until all before it are through.
    pub async fn turn(&self) -> Turn {
        let mut through = None;
        let next = Promise::new(&mut |settle, _| through = Some(settle));
        let before = self.last.replace(next);
        // It is never refused.
        let _ = JsFuture::from(before).await;
        Turn(through)
    }
}

/// Lets the next one go on when it is dropped.
#[derive(Debug)]
pub struct Turn(Option<Function>);

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(through) = &self.0 {
            let _ = through.call0(&JsValue::UNDEFINED);
        }
    }
}
