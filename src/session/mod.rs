//! What was seen, added up.
//!
//! In: [`crate::message::SeenPost`]s, from any tab, in any order, any number
//! of times. Out: the [`Summary`] of the present visit. All of it is
//! arithmetic that knows no browser, but for `store`, which keeps the posts.

pub mod accept;
pub mod archive;
pub mod calendar;
pub mod habits;
pub mod history;
pub mod journal;
pub mod outbox;
pub mod own;
pub mod retention;
pub mod standout;
#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod store;
pub mod summary;

pub use history::{Erase, History};
pub use journal::Journal;
pub use summary::Summary;
