//! The first page, opened once in the life of a profile.

use crate::browser::{self, Area, BrowserError};
use std::collections::BTreeMap;

/// The field that says that it was opened. It is no setting, and goes with
/// everything else when a person erases all.
const WELCOMED: &str = "welcomed";

const PAGE: &str = "welcome.html";

/// Opens the first page, unless it was opened before: an extension that is
/// taken away and put back is not new to the person.
///
/// # Errors
/// When the browser refuses.
pub async fn welcome() -> Result<(), BrowserError> {
    let fields: BTreeMap<String, serde::de::IgnoredAny> = browser::stored(Area::Local).await?;
    if fields.contains_key(WELCOMED) {
        return Ok(());
    }
    browser::store(Area::Local, &BTreeMap::from([(WELCOMED, true)])).await?;
    browser::open_tab(PAGE).await
}
