//! When work is done: in slices that leave the page its frames.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Window;

/// The longest slice in milliseconds. Half a frame at 60 Hz: the page keeps
/// the other half.
pub const SLICE_MS: f64 = 8.0;

/// After this many milliseconds idle work is done even on a busy page.
const PATIENCE_MS: u32 = 500;

/// Waits for so many milliseconds; not at all outside of a page.
pub async fn sleep(ms: u32) {
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let waits = web_sys::window().is_some_and(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
                .is_ok()
        });
        if !waits {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}

/// How urgent the next slice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// When the browser has nothing better to do.
    Idle,
    /// As soon as the page's current task ends: something is on screen.
    Soon,
}

#[derive(Clone, Copy)]
enum Pending {
    Idle(u32),
    Soon(i32),
}

/// Calls one function in slices; at most one call is ever waiting.
pub struct Schedule {
    window: Window,
    work: OnceCell<Closure<dyn FnMut()>>,
    pending: Cell<Option<Pending>>,
}

impl Schedule {
    /// A schedule for `work`, which is first called after [`Self::request`].
    pub fn new(window: Window, mut work: impl FnMut() + 'static) -> Rc<Self> {
        let schedule = Rc::new(Self {
            window,
            work: OnceCell::new(),
            pending: Cell::new(None),
        });
        let weak = Rc::downgrade(&schedule);
        let closure = Closure::new(move || {
            if let Some(schedule) = weak.upgrade() {
                schedule.pending.set(None);
                work();
            }
        });
        // The cell was made empty two lines above.
        let _ = schedule.work.set(closure);
        schedule
    }

    /// Asks for a slice. A waiting idle slice is brought forward by a `Soon`.
    pub fn request(&self, when: When) {
        match (self.pending.get(), when) {
            (Some(Pending::Soon(_)), _) | (Some(Pending::Idle(_)), When::Idle) => return,
            (Some(Pending::Idle(_)), When::Soon) => self.cancel(),
            (None, _) => {}
        }
        let Some(work) = self.work.get() else { return };
        let work = work.as_ref().unchecked_ref();
        let pending = match when {
            When::Soon => self
                .window
                .set_timeout_with_callback(work)
                .map(Pending::Soon),
            When::Idle => {
                let options = web_sys::IdleRequestOptions::new();
                options.set_timeout(PATIENCE_MS);
                self.window
                    .request_idle_callback_with_options(work, &options)
                    .map(Pending::Idle)
            }
        };
        self.pending.set(pending.ok());
    }

    /// Drops the waiting slice, if any.
    pub fn cancel(&self) {
        match self.pending.take() {
            Some(Pending::Idle(id)) => self.window.cancel_idle_callback(id),
            Some(Pending::Soon(id)) => self.window.clear_timeout_with_handle(id),
            None => {}
        }
    }
}

impl Drop for Schedule {
    fn drop(&mut self) {
        self.cancel();
    }
}
