//! Counters that step back, in the browser: a style sheet for each, registered
//! so that it is there before a page begins, and put into open tabs.

use super::settings;
use crate::browser::{self, BrowserError, ContentScript, TabQuery, Turns};
use crate::counters::{Counter, Counters, file};
use crate::read::counters_of;
use std::rc::Rc;

/// What the names of our registered style sheets begin with.
pub const MARK: &str = "counters:";

thread_local! {
    static TURNS: Rc<Turns> = Rc::default();
}

/// Makes the registered style sheets those of the settings and, if they have
/// `changed`, puts them into open tabs. One run after another: the last one
/// knows the last settings.
///
/// # Errors
/// When the browser refuses one of them; the others are followed all the same.
pub async fn follow(changed: bool) -> Result<(), BrowserError> {
    let _turn = TURNS.with(Rc::clone).turn().await;
    let settings = settings::read().await;
    let wanted: Vec<ContentScript> = settings
        .counters
        .keys()
        .filter_map(|host| script(host, &settings.counters_at(host)))
        .collect();
    let registered = browser::registered_scripts().await?;
    let ours = registered
        .iter()
        .filter(|script| script.id.starts_with(MARK));
    let mut done = Ok(());
    for script in ours.filter(|script| !wanted.contains(script)) {
        done = done.and(browser::unregister_script(&script.id).await);
    }
    for script in wanted.iter().filter(|script| !registered.contains(script)) {
        done = done.and(browser::register_script(script).await);
    }
    for ContentScript { matches, css, .. } in wanted.into_iter().filter(|_| changed) {
        let query = TabQuery {
            url: matches.into_iter().next(),
            ..TabQuery::default()
        };
        // A host that is none has no tabs.
        let tabs = browser::tabs(&query).await.unwrap_or_default();
        for tab in tabs.iter().filter_map(|tab| tab.id) {
            // A tab may be gone or asleep; it gets them when it is loaded.
            let _ = browser::style_tab(tab, &css).await;
        }
    }
    done
}

/// The style sheets of a host; `None` when all its counters are shown. Settings
/// may come from another version of Rapport: of counters that this one does not
/// know there is no file, and naming it would have the browser refuse the rest.
fn script(host: &str, counters: &Counters) -> Option<ContentScript> {
    let known = Counter::ALL.into_iter().zip(counters_of(&counters.site));
    let known: Vec<Counter> = known
        .filter_map(|(counter, selectors)| selectors.map(|_| counter))
        .collect();
    let css: Vec<String> = counters
        .back()
        .filter(|(counter, _)| known.contains(counter))
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
