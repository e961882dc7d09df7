//! Rapport's brain. A post travels one road, and each module is one room on
//! it, in this order:
//!
//! `page` (DOM) → [`read`] → [`signals`] → [`score`] → [`advise`] → `show`
//! (overlay), and from there events → [`session`] → popup and other pages.
//!
//! The modules listed without `cfg` are plain Rust that knows no browser; they
//! compile and are tested natively. The rest is the browser layer and exists
//! on wasm32 only. No module reaches backwards along the road. The whole map
//! is in `docs/architecture.md`.

pub mod advise;
pub mod charts;
pub mod compose;
pub mod controls;
pub mod counters;
pub mod diagnostics;
pub mod glance;
pub mod inspect;
pub mod markup;
pub mod message;
pub mod model;
pub mod options;
pub mod popup;
pub mod post;
pub mod read;
pub mod report;
pub mod score;
pub mod session;
pub mod settings;
pub mod signals;
pub mod subjects;
pub mod text;
pub mod voice;
pub mod welcome;
pub mod words;

#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod background;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod dom;
#[cfg(target_arch = "wasm32")]
pub mod entry;
#[cfg(all(target_arch = "wasm32", feature = "content"))]
pub mod live;
#[cfg(all(target_arch = "wasm32", feature = "content"))]
pub mod page;
#[cfg(all(target_arch = "wasm32", feature = "content"))]
pub mod show;
