//! The settings in `storage.local`, and their copy in `storage.sync` where the
//! person wants one: see [`crate::settings`].

use super::counters;
use crate::browser::{self, Area, BrowserError, TabQuery};
use crate::message::ToContent;
use crate::session::archive::unset;
use crate::settings::sync::{Changes, Fields, GONE, arriving, goes_along, join, leaving};
use crate::settings::{Change, Field, KeepDays, Settings};
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
    /// It holds, but the browser refused a style sheet of a counter.
    #[error("it holds, but not all counters followed it: {0}")]
    CountersStay(BrowserError),
    /// It holds on this device, and the browser's sync did not take it.
    #[error("it holds here, but the browser did not sync it: {0}")]
    NotSynced(BrowserError),
}

/// The settings. If they cannot be read, all is as at the start.
pub async fn read() -> Settings {
    browser::settings().await.unwrap_or_default()
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
    take_over(&Changes::from([(name.clone(), field.clone())])).await?;
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

/// Puts everything back to how it was at the start, and takes the copy away
/// where this device has a part in it.
///
/// # Errors
/// See [`SettingsError`].
pub async fn forget_all() -> Result<(), SettingsError> {
    let here = fields().await?;
    let synced = if Settings::from_fields(here.clone()).sync {
        leave_sync().await
    } else {
        Ok(())
    };
    browser::forget(Area::Local, here.keys()).await?;
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
/// here. Returns for how long is to be kept what was kept for longer before.
///
/// # Errors
/// When the browser refuses to store it.
pub async fn synced(changes: BTreeMap<String, Changed>) -> Result<Option<KeepDays>, SettingsError> {
    let here = fields().await?;
    let before = Settings::from_fields(here.clone());
    if !before.sync {
        return Ok(None);
    }
    let there = changes.into_iter();
    let there = there.filter_map(|(name, Changed { new_value })| Some((name, new_value?)));
    let arriving = arriving(&here, &there.collect());
    if arriving.is_empty() {
        return Ok(None);
    }
    take_over(&arriving).await?;
    let settings = follow(true).await?;
    Ok((settings.keep_days < before.keep_days).then_some(settings.keep_days))
}

/// Brings this device and the copy together, when the person switches it on.
///
/// # Errors
/// When the browser refuses.
async fn join_sync() -> Result<(), BrowserError> {
    let there: Fields = browser::stored(Area::Sync).await?;
    let (taken, brought) = join(&fields().await?, &there);
    take_over(&taken).await?;
    browser::store(Area::Sync, &brought).await
}

/// Takes the copy away; other devices keep what they have.
async fn leave_sync() -> Result<(), BrowserError> {
    let there: Fields = browser::stored(Area::Sync).await?;
    browser::forget(Area::Sync, there.keys()).await
}

/// Writes a field to the copy, too, where there is one. A copy that another
/// device took away is made anew.
async fn mirror(name: &str, field: Option<&Field>) -> Result<(), BrowserError> {
    let field = field.unwrap_or(&GONE);
    let here = fields().await?;
    if !goes_along(name, field) || !Settings::from_fields(here.clone()).sync {
        return Ok(());
    }
    let there: Fields = browser::stored(Area::Sync).await?;
    let mut brought = if there.is_empty() {
        leaving(&here, &there)
    } else {
        Fields::new()
    };
    brought.insert(name.to_owned(), field.clone());
    browser::store(Area::Sync, &brought).await
}

/// Writes what becomes of fields of this device.
async fn take_over(changes: &Changes) -> Result<(), BrowserError> {
    let set = changes
        .iter()
        .filter_map(|(name, field)| Some((name, field.as_ref()?)));
    let set: BTreeMap<_, _> = set.collect();
    if !set.is_empty() {
        browser::store(Area::Local, &set).await?;
    }
    if set.len() < changes.len() {
        let gone = changes.iter().filter(|(_, field)| field.is_none());
        browser::forget(Area::Local, gone.map(|(name, _)| name)).await?;
    }
    Ok(())
}

/// Makes everything follow the settings as they are now: the pages first, for
/// they need nobody else.
async fn follow(counters_too: bool) -> Result<Settings, SettingsError> {
    let settings = read().await;
    tell_pages(&ToContent::Settings {
        settings: Box::new(settings.clone()),
    })
    .await?;
    if counters_too {
        (counters::follow(true).await).map_err(SettingsError::CountersStay)?;
    }
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
