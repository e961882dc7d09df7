//! The popup: this session in one look.
//!
//! In: [`crate::message::Overview`] of the background worker and
//! [`crate::inspect::Inspection`] of the page in front. Out: [`Markup`], plain
//! data; only `live` knows the browser.
//!
//! [`Markup`]: crate::markup::Markup

mod here;
#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod live;
mod picks;
mod picture;
pub mod snooze;
mod view;

use crate::read::title_of;

pub use here::{Here, PageState, covers, web_host};
pub use view::view;

/// What a person calls a site: its title where it is one place, else the host
/// on which it runs. `site` is that of [`crate::message::SeenPost`],
/// `permalink` the address of a post there.
pub fn site_name<'a>(site: &'a str, permalink: Option<&'a str>) -> &'a str {
    if let Some((_, host)) = site.split_once('@') {
        return host;
    }
    if let Some(title) = title_of(site) {
        return title;
    }
    let host = permalink
        .and_then(|address| address.split_once("://"))
        .and_then(|(_, rest)| rest.split(['/', '?', '#', ':']).next())
        .filter(|host| !host.is_empty());
    host.map_or(site, |host| host.strip_prefix("www.").unwrap_or(host))
}

#[cfg(test)]
mod tests;
