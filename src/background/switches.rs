//! What is switched on. Each switch is a field of its own in `storage.local`,
//! so two that are turned at once do not undo each other.

use crate::browser::{self, BrowserError, TabQuery};
use crate::message::{Switches, ToContent};
use std::collections::BTreeMap;
use wasm_bindgen_futures::spawn_local;

/// The field that is there when Rapport is off everywhere.
const ALL_OFF: &str = "off";

/// What the field of a host that is off begins with.
const HOST_OFF: &str = "off:";

/// The switches. If they cannot be read, everything is on, as at the start.
pub async fn read() -> Switches {
    let fields: BTreeMap<String, bool> = browser::stored().await.unwrap_or_default();
    Switches {
        all_off: fields.contains_key(ALL_OFF),
        hosts_off: fields
            .keys()
            .filter_map(|field| field.strip_prefix(HOST_OFF).map(str::to_owned))
            .collect(),
    }
}

/// Turns one switch and tells every page.
///
/// # Errors
/// When it cannot be stored; then nothing has changed.
pub async fn switch(host: Option<String>, on: bool) -> Result<Switches, BrowserError> {
    let field = host.map_or_else(|| ALL_OFF.to_owned(), |host| format!("{HOST_OFF}{host}"));
    if on {
        browser::forget(&field).await?;
    } else {
        browser::store(&BTreeMap::from([(field, true)])).await?;
    }
    let switches = read().await;
    let tabs = browser::tabs(&TabQuery::default()).await?;
    for tab in tabs.iter().filter_map(|tab| tab.id) {
        let message = ToContent::Switched {
            switches: switches.clone(),
        };
        // Nobody waits for the answers: most tabs have no content script, and
        // a busy one would hold up the switch.
        spawn_local(async move {
            let _ = browser::ask_tab::<Option<bool>>(tab, &message).await;
        });
    }
    Ok(switches)
}
