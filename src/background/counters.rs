//! Counters that step back, in the browser: a style sheet for each, registered
//! so that it is there before a page begins, and put into open tabs.

use crate::browser::{self, BrowserError, ContentScript, TabQuery};
use crate::counters::{Counters, file};
use crate::settings::Settings;

/// What the names of our registered style sheets begin with.
pub const MARK: &str = "counters:";

/// Makes the registered style sheets those of the settings and, if they have
/// `changed`, puts them into open tabs.
///
/// # Errors
/// When the browser refuses to register one.
pub async fn follow(settings: &Settings, changed: bool) -> Result<(), BrowserError> {
    let wanted: Vec<ContentScript> = settings
        .counters
        .keys()
        .filter_map(|host| script(host, &settings.counters_at(host)))
        .collect();
    let registered = browser::registered_scripts().await?;
    let ours = registered
        .iter()
        .filter(|script| script.id.starts_with(MARK));
    for script in ours {
        if !wanted.contains(script) {
            browser::unregister_script(&script.id).await?;
        }
    }
    for script in &wanted {
        if !registered.contains(script) {
            browser::register_script(script).await?;
        }
    }
    for ContentScript { matches, css, .. } in wanted.into_iter().filter(|_| changed) {
        let query = TabQuery {
            url: matches.into_iter().next(),
            ..TabQuery::default()
        };
        for tab in browser::tabs(&query).await?.iter().filter_map(|tab| tab.id) {
            // A tab may be gone or asleep; it gets them when it is loaded.
            let _ = browser::style_tab(tab, &css).await;
        }
    }
    Ok(())
}

/// The style sheets of a host; `None` when all its counters are shown.
fn script(host: &str, counters: &Counters) -> Option<ContentScript> {
    let css: Vec<String> = counters
        .back()
        .map(|(counter, manner)| file(&counters.site, counter, manner))
        .collect();
    (!css.is_empty()).then(|| ContentScript {
        id: format!("{MARK}{host}"),
        matches: vec![format!("*://{host}/*")],
        js: Vec::new(),
        css,
        run_at: "document_start".into(),
    })
}
