//! Hosts that the person has added. The browser's own list of granted
//! permissions is the only record: what stands there is read, and what was
//! taken back there, in whatever way, is not.

use super::counters;
use crate::browser::{self, BrowserError, ContentScript, Manifest, TabQuery};
use wasm_bindgen_futures::spawn_local;

/// The match patterns of the hosts that were added.
///
/// # Errors
/// When the browser does not tell.
pub async fn added() -> Result<Vec<String>, BrowserError> {
    let manifest = browser::manifest()?;
    let mut granted = browser::granted_hosts().await?;
    granted.retain(|pattern| !comes_with(&manifest, pattern));
    Ok(granted)
}

fn comes_with(manifest: &Manifest, pattern: &String) -> bool {
    manifest.host_permissions.contains(pattern)
        || manifest
            .content_scripts
            .iter()
            .any(|script| script.matches.contains(pattern))
}

/// Starts in the open tabs of the hosts that come with the extension: it was
/// installed or updated, and Chrome starts content scripts only in pages that
/// are loaded after that. Where Firefox was faster, nothing starts twice.
///
/// # Errors
/// When the browser does not tell which tabs there are.
pub async fn start_in_open_tabs() -> Result<(), BrowserError> {
    for script in browser::manifest()?.content_scripts {
        for pattern in script.matches {
            start_in_tabs(pattern, &script.js).await?;
        }
    }
    Ok(())
}

/// Nobody waits for the tabs: one that is asleep answers when it is loaded.
async fn start_in_tabs(pattern: String, files: &[String]) -> Result<(), BrowserError> {
    let query = TabQuery {
        url: Some(pattern),
        ..TabQuery::default()
    };
    for tab in browser::tabs(&query).await?.iter().filter_map(|tab| tab.id) {
        let files = files.to_vec();
        spawn_local(async move {
            // It may be gone by now.
            let _ = browser::run_in_tab(tab, &files).await;
        });
    }
    Ok(())
}

/// Makes the content scripts those of the added hosts, and starts them in
/// their open tabs. The browser drops registered scripts on every update.
///
/// # Errors
/// When the browser refuses to register one.
pub async fn follow_permissions() -> Result<(), BrowserError> {
    let wanted = added().await?;
    let files: Vec<String> = browser::manifest()?
        .content_scripts
        .into_iter()
        .flat_map(|script| script.js)
        .collect();
    let registered = browser::registered_scripts().await?;
    for script in &registered {
        if !wanted.contains(&script.id) && !script.id.starts_with(counters::MARK) {
            browser::unregister_script(&script.id).await?;
        }
    }
    for pattern in wanted {
        if registered.iter().any(|script| script.id == pattern) {
            continue;
        }
        let script = ContentScript {
            id: pattern.clone(),
            matches: vec![pattern.clone()],
            js: files.clone(),
            css: Vec::new(),
            run_at: "document_end".into(),
        };
        let result = browser::register_script(&script).await;
        // The popup and the browser tell of a new permission at once, so
        // another run may have been faster.
        if result.is_err() {
            let now = browser::registered_scripts().await?;
            if !now.iter().any(|script| script.id == pattern) {
                return result;
            }
        }
        start_in_tabs(pattern, &files).await?;
    }
    // The browser dropped these, too, if it was an update.
    counters::follow(false).await
}
