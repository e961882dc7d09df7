//! Where the browser calls in: one module for each place in which Rapport
//! runs. They parse what the browser hands over and call a room; there is no
//! behaviour here.

#[cfg(feature = "extension")]
pub mod background;
#[cfg(feature = "content")]
pub mod content;
#[cfg(feature = "extension")]
pub mod pages;
#[cfg(feature = "reading")]
pub mod reading;
