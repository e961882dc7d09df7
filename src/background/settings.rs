//! The settings in `storage.local`, and their copy in `storage.sync` where the
//! person wants one: see [`crate::settings`].

use super::counters;
use crate::browser::{self, Area, BrowserError, TabQuery};
use crate::message::ToContent;
use crate::session::archive::unset;
use crate::settings::sync::{Fields, goes_along, join};
use crate::settings::{Change, Field, Settings};
use serde::Deserialize;
use std::collections::BTreeMap;
use thiserror::Error;
use wasm_bindgen_futures::spawn_local;

/// Why a setting did not come to hold, or not everywhere.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// It could not be stored; nothing has changed.
    #[error(transparent)]
    Browser(#[from] BrowserError),
    /// It holds on this device, and the browser's sync did not take it.
    #[error("it holds here, but the browser did not sync it: {0}")]
    NotSynced(BrowserError),
}

/// The settings. If they cannot be read, all is as at the start.
pub async fn read() -> Settings {
    Settings::from_fields(fields().await.unwrap_or_default())
}

/// The settings as they are stored.
///
/// # Errors
/// When the browser refuses.
pub async fn fields() -> Result<Fields, BrowserError> {
    browser::stored(Area::Local).await
}

/// Changes one setting and tells every page.
///
/// # Errors
/// See [`SettingsError`].
pub async fn change(change: Change) -> Result<Settings, SettingsError> {
    let about_counters = change.is_about_counters();
    let sync = match change {
        Change::Sync { on } => Some(on),
        _ => None,
    };
    let (name, field) = change.field();
    write(Area::Local, &name, field.as_ref()).await?;
    let synced = match sync {
        Some(true) => join_sync().await,
        Some(false) => leave_sync().await,
        None => mirror(&name, field.as_ref()).await,
    };
    let settings = follow(about_counters || sync == Some(true)).await?;
    synced.map_err(SettingsError::NotSynced)?;
    Ok(settings)
}

/// Takes over settings of a file that are not set here, and tells every page.
///
/// # Errors
/// See [`SettingsError`].
pub async fn take(file: Fields) -> Result<Settings, SettingsError> {
    let taken = unset(&fields().await?, file);
    browser::store(Area::Local, &taken).await?;
    let mut synced = Ok(());
    for (name, field) in &taken {
        synced = synced.and(mirror(name, Some(field)).await);
    }
    let settings = follow(true).await?;
    synced.map_err(SettingsError::NotSynced)?;
    Ok(settings)
}

/// Puts everything back to how it was at the start, and takes the copy away.
///
/// # Errors
/// See [`SettingsError`].
pub async fn forget_all() -> Result<(), SettingsError> {
    let synced = leave_sync().await;
    for name in fields().await?.keys() {
        browser::forget(Area::Local, name).await?;
    }
    follow(true).await?;
    synced.map_err(SettingsError::NotSynced)
}

/// One field that has changed, as the browser tells it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    new_value: Option<Field>,
}

/// Takes over what has changed in `storage.sync`, unless it was changed from
/// here.
///
/// # Errors
/// When the browser refuses to store it.
pub async fn synced(changes: BTreeMap<String, Changed>) -> Result<(), BrowserError> {
    let here = fields().await?;
    if !Settings::from_fields(here.clone()).sync {
        return Ok(());
    }
    let mut changed = false;
    for (name, Changed { new_value }) in changes {
        let known = new_value.as_ref().or(here.get(&name));
        let goes = known.is_some_and(|field| goes_along(&name, field));
        if goes && here.get(&name) != new_value.as_ref() {
            write(Area::Local, &name, new_value.as_ref()).await?;
            changed = true;
        }
    }
    if changed {
        follow(true).await?;
    }
    Ok(())
}

/// Brings this device and the copy together: when the person switches it on,
/// and when the browser starts.
///
/// # Errors
/// When the browser refuses.
async fn join_sync() -> Result<(), BrowserError> {
    let there: Fields = browser::stored(Area::Sync).await?;
    let (taken, brought) = join(&fields().await?, &there);
    browser::store(Area::Local, &taken).await?;
    browser::store(Area::Sync, &brought).await
}

/// Takes the copy away; other devices keep what they have.
async fn leave_sync() -> Result<(), BrowserError> {
    let there: Fields = browser::stored(Area::Sync).await?;
    for name in there.keys() {
        browser::forget(Area::Sync, name).await?;
    }
    Ok(())
}

/// Writes a field to the copy, too, where there is one.
async fn mirror(name: &str, field: Option<&Field>) -> Result<(), BrowserError> {
    let goes = field.is_none_or(|field| goes_along(name, field));
    if goes && read().await.sync {
        write(Area::Sync, name, field).await?;
    }
    Ok(())
}

async fn write(area: Area, name: &str, field: Option<&Field>) -> Result<(), BrowserError> {
    match field {
        Some(field) => browser::store(area, &BTreeMap::from([(name, field)])).await,
        None => browser::forget(area, name).await,
    }
}

/// Makes everything follow the settings as they are now.
async fn follow(counters_too: bool) -> Result<Settings, BrowserError> {
    let settings = read().await;
    if counters_too {
        counters::follow(&settings, true).await?;
    }
    tell_pages(&ToContent::Settings {
        settings: Box::new(settings.clone()),
    })
    .await?;
    Ok(settings)
}

/// Tells every page something. Nobody waits for the answers: most tabs have no
/// content script, and a busy one would hold everything up.
///
/// # Errors
/// When the browser does not tell which tabs there are.
pub async fn tell_pages(message: &ToContent) -> Result<(), BrowserError> {
    let tabs = browser::tabs(&TabQuery::default()).await?;
    for tab in tabs.iter().filter_map(|tab| tab.id) {
        let message = message.clone();
        spawn_local(async move {
            let _ = browser::ask_tab::<Option<bool>>(tab, &message).await;
        });
    }
    Ok(())
}
