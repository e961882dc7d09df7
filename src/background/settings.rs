//! The settings in `storage.local`: see [`crate::settings`].

use super::counters;
use crate::browser::{self, BrowserError, TabQuery};
use crate::message::ToContent;
use crate::settings::{Change, Field, Settings};
use std::collections::BTreeMap;
use wasm_bindgen_futures::spawn_local;

/// The settings. If they cannot be read, all is as at the start.
pub async fn read() -> Settings {
    let fields: BTreeMap<String, Field> = browser::stored().await.unwrap_or_default();
    Settings::from_fields(fields)
}

/// Changes one setting and tells every page.
///
/// # Errors
/// When it cannot be stored; then nothing has changed.
pub async fn change(change: Change) -> Result<Settings, BrowserError> {
    let about_counters = change.is_about_counters();
    match change.field() {
        (name, Some(field)) => browser::store(&BTreeMap::from([(name, field)])).await?,
        (name, None) => browser::forget(&name).await?,
    }
    let settings = read().await;
    if about_counters {
        counters::follow(&settings, true).await?;
    }
    let tabs = browser::tabs(&TabQuery::default()).await?;
    for tab in tabs.iter().filter_map(|tab| tab.id) {
        let message = ToContent::Settings {
            settings: Box::new(settings.clone()),
        };
        // Nobody waits for the answers: most tabs have no content script, and
        // a busy one would hold up the change.
        spawn_local(async move {
            let _ = browser::ask_tab::<Option<bool>>(tab, &message).await;
        });
    }
    Ok(settings)
}
