//! The part of `browser.*` that only the background worker and the extension's
//! own pages may use.

use super::{BrowserError, api, parse_answer, to_js};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

mod calls {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["browser", "runtime"], js_name = getURL)]
        pub fn url(path: &str) -> String;

        #[wasm_bindgen(catch, js_namespace = ["browser", "storage", "local"], js_name = get)]
        pub async fn local_get(keys: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "storage", "local"], js_name = set)]
        pub async fn local_set(items: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "storage", "local"], js_name = remove)]
        pub async fn local_remove(keys: &JsValue) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(js_namespace = ["browser", "storage", "local", "onChanged"], js_name = addListener)]
        pub fn on_local_changed(listener: &js_sys::Function);

        #[wasm_bindgen(catch, js_namespace = ["browser", "storage", "sync"], js_name = get)]
        pub async fn sync_get(keys: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "storage", "sync"], js_name = set)]
        pub async fn sync_set(items: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "storage", "sync"], js_name = remove)]
        pub async fn sync_remove(keys: &JsValue) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["browser", "tabs"], js_name = query)]
        pub async fn tabs_query(query: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "tabs"], js_name = create)]
        pub async fn tabs_create(options: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "tabs"], js_name = get)]
        pub async fn tabs_get(id: i32) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "tabs"], js_name = sendMessage)]
        pub async fn tabs_send(id: i32, message: &JsValue) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["browser", "permissions"], js_name = getAll)]
        pub async fn permissions() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "permissions"], js_name = request)]
        pub fn request(permissions: &JsValue) -> Result<js_sys::Promise, JsValue>;

        #[wasm_bindgen(catch, js_namespace = ["browser", "scripting"], js_name = registerContentScripts)]
        pub async fn register(scripts: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "scripting"], js_name = unregisterContentScripts)]
        pub async fn unregister(filter: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "scripting"], js_name = getRegisteredContentScripts)]
        pub async fn registered() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "scripting"], js_name = executeScript)]
        pub async fn execute(injection: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["browser", "scripting"], js_name = insertCSS)]
        pub async fn style(injection: &JsValue) -> Result<JsValue, JsValue>;
    }
}

/// Who sent a message.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Sender {
    /// The extension it belongs to.
    pub id: Option<String>,
    /// The address of its document.
    pub url: Option<String>,
    /// Its tab, unless it is the popup.
    pub tab: Option<Tab>,
}

impl Sender {
    /// Reads what the browser says about a sender.
    ///
    /// # Errors
    /// When it is no sender.
    pub fn parse(sender: JsValue) -> Result<Self, BrowserError> {
        Ok(serde_wasm_bindgen::from_value(sender)?)
    }

    /// Whether it is a part of this extension.
    pub fn is_ours(&self) -> bool {
        self.id == Some(api::EXTENSION_ID.with(Clone::clone))
    }

    /// Whether it is one of this extension's own pages, and not a content
    /// script in somebody else's.
    pub fn is_own_page(&self) -> bool {
        self.is_ours()
            && self
                .url
                .as_ref()
                .is_some_and(|url| url.starts_with(&calls::url("")))
    }
}

/// A tab, as far as the extension may see it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Tab {
    /// Its number; pages of the browser's own tools have none.
    pub id: Option<i32>,
    /// Its address, if the extension may know it.
    pub url: Option<String>,
    /// Whether it belongs to a private window.
    #[serde(default)]
    pub incognito: bool,
}

/// One of the browser's stores for settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// `storage.local`: on this device.
    Local,
    /// `storage.sync`: carried to the person's other devices by the browser's
    /// own account, if they have one.
    Sync,
}

/// All that a store holds.
///
/// # Errors
/// When the browser refuses, or what is there has another shape.
pub async fn stored<T: DeserializeOwned>(area: Area) -> Result<T, BrowserError> {
    let all = match area {
        Area::Local => calls::local_get(&JsValue::NULL).await?,
        Area::Sync => calls::sync_get(&JsValue::NULL).await?,
    };
    Ok(serde_wasm_bindgen::from_value(all)?)
}

/// Calls `act` whenever something in `storage.local` was changed, by whatever
/// part of the extension, for as long as the page lives.
pub fn on_stored(act: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(act);
    calls::on_local_changed(listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Writes these fields to a store.
///
/// # Errors
/// When the browser refuses, for example because it is full.
pub async fn store(area: Area, items: &impl Serialize) -> Result<(), BrowserError> {
    let items = to_js(items)?;
    match area {
        Area::Local => calls::local_set(&items).await?,
        Area::Sync => calls::sync_set(&items).await?,
    };
    Ok(())
}

/// Removes these fields from a store.
///
/// # Errors
/// When the browser refuses.
pub async fn forget(
    area: Area,
    keys: impl IntoIterator<Item = &String>,
) -> Result<(), BrowserError> {
    let keys = to_js(&keys.into_iter().collect::<Vec<_>>())?;
    match area {
        Area::Local => calls::local_remove(&keys).await?,
        Area::Sync => calls::sync_remove(&keys).await?,
    };
    Ok(())
}

/// Which tabs to look for.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TabQuery {
    /// Only the one that is in front.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// Only those of this page's window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_window: Option<bool>,
    /// Only those whose address fits this match pattern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Tabs that fit.
///
/// # Errors
/// When the browser refuses.
pub async fn tabs(query: &TabQuery) -> Result<Vec<Tab>, BrowserError> {
    Ok(serde_wasm_bindgen::from_value(
        calls::tabs_query(&to_js(query)?).await?,
    )?)
}

/// Opens a page of the extension in a tab of its own.
///
/// # Errors
/// When the browser refuses.
pub async fn open_tab(page: &str) -> Result<(), BrowserError> {
    let options = BTreeMap::from([("url", calls::url(page))]);
    calls::tabs_create(&to_js(&options)?).await?;
    Ok(())
}

/// One tab.
///
/// # Errors
/// When there is none with this number.
pub async fn tab(id: i32) -> Result<Tab, BrowserError> {
    Ok(serde_wasm_bindgen::from_value(calls::tabs_get(id).await?)?)
}

/// Sends a message to a tab's content script and waits for its answer.
///
/// # Errors
/// When there is no content script, or the answer is an error or has another
/// shape.
pub async fn ask_tab<Answer: DeserializeOwned>(
    tab: i32,
    message: &impl Serialize,
) -> Result<Answer, BrowserError> {
    parse_answer(calls::tabs_send(tab, &to_js(message)?).await?)
}

#[derive(Serialize, Deserialize)]
struct Origins {
    #[serde(default)]
    origins: Vec<String>,
}

/// The match patterns of all hosts that the extension may read.
///
/// # Errors
/// When the browser refuses.
pub async fn granted_hosts() -> Result<Vec<String>, BrowserError> {
    let all: Origins = serde_wasm_bindgen::from_value(calls::permissions().await?)?;
    Ok(all.origins)
}

/// Asks the person for the permission to read a host; the promise is `true` if
/// it was given. Call it first thing in a click's handler: it asks before it
/// returns, because both browsers refuse without a click.
///
/// # Errors
/// When the browser refuses to ask.
pub fn request_host(pattern: String) -> Result<js_sys::Promise, BrowserError> {
    let wanted = Origins {
        origins: vec![pattern],
    };
    Ok(calls::request(&to_js(&wanted)?)?)
}

/// A content script registered at run time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContentScript {
    /// Its name.
    pub id: String,
    /// Match patterns of the pages in which it runs.
    pub matches: Vec<String>,
    /// Its scripts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub js: Vec<String>,
    /// Its style sheets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub css: Vec<String>,
    /// When it starts.
    pub run_at: String,
}

/// The content scripts registered at run time.
///
/// # Errors
/// When the browser refuses.
pub async fn registered_scripts() -> Result<Vec<ContentScript>, BrowserError> {
    Ok(serde_wasm_bindgen::from_value(calls::registered().await?)?)
}

/// Registers a content script, for this and later sessions.
///
/// # Errors
/// When there is one of this name, or the browser refuses.
pub async fn register_script(script: &ContentScript) -> Result<(), BrowserError> {
    calls::register(&to_js(&[script])?).await?;
    Ok(())
}

/// Takes a registered content script back.
///
/// # Errors
/// When there is none of this name.
pub async fn unregister_script(id: &str) -> Result<(), BrowserError> {
    #[derive(Serialize)]
    struct Filter<'a> {
        ids: [&'a str; 1],
    }
    calls::unregister(&to_js(&Filter { ids: [id] })?).await?;
    Ok(())
}

/// Runs files of the extension in a tab, now.
///
/// # Errors
/// When the tab is gone or may not be read.
pub async fn run_in_tab(tab: i32, files: &[String]) -> Result<(), BrowserError> {
    calls::execute(&injection(tab, files)?).await?;
    Ok(())
}

/// Puts style sheets of the extension into a tab, now.
///
/// # Errors
/// When the tab is gone or may not be read.
pub async fn style_tab(tab: i32, files: &[String]) -> Result<(), BrowserError> {
    calls::style(&injection(tab, files)?).await?;
    Ok(())
}

fn injection(tab: i32, files: &[String]) -> Result<JsValue, BrowserError> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Target {
        tab_id: i32,
    }
    #[derive(Serialize)]
    struct Injection<'a> {
        target: Target,
        files: &'a [String],
    }
    to_js(&Injection {
        target: Target { tab_id: tab },
        files,
    })
}

/// What the manifest says about content scripts and hosts.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Manifest {
    /// The content scripts that come with the extension.
    #[serde(default)]
    pub content_scripts: Vec<ManifestScript>,
    /// Hosts that it may read from the start.
    #[serde(default)]
    pub host_permissions: Vec<String>,
}

/// A content script of the manifest.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ManifestScript {
    /// Match patterns of the pages in which it runs.
    pub matches: Vec<String>,
    /// Its files.
    pub js: Vec<String>,
}

/// The manifest, as the browser read it.
///
/// # Errors
/// When it has another shape.
pub fn manifest() -> Result<Manifest, BrowserError> {
    Ok(serde_wasm_bindgen::from_value(api::manifest())?)
}
