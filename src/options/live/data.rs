//! What is kept, in the browser: saving, bringing in, erasing.
//!
//! The page reads and writes the store itself: a year of it would be too long
//! for one message.

use super::super::data::taken;
use super::Options;
use crate::browser::{self, Area};
use crate::dom;
use crate::message::ToBackground;
use crate::session::archive::{Archive, ArchiveError, MAX_BYTES, Parcel, Unpacked};
use crate::session::archive::{posts_table, replies_table};
use crate::session::history::Kept;
use crate::session::store::{Store, StoreError};
use crate::session::{Erase, History};
use crate::settings::Settings;
use crate::words::Word;
use std::rc::Rc;
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlInputElement};

const ALL_FILE: &str = "rapport.json";
const POSTS_FILE: &str = "rapport-posts.csv";
const REPLIES_FILE: &str = "rapport-replies.csv";

/// Why something could not be saved or brought in.
#[derive(Debug, Error)]
enum DataError {
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Browser(#[from] browser::BrowserError),
}

impl From<JsValue> for DataError {
    fn from(error: JsValue) -> Self {
        Self::Browser(error.into())
    }
}

impl Options {
    pub(super) fn act_on_data(self: &Rc<Self>, action: &str) {
        match action {
            "export-all" | "export-posts" | "export-replies" => {
                let (options, action) = (self.clone(), action.to_owned());
                spawn_local(async move {
                    if let Err(error) = options.export(&action).await {
                        options.say_failure(&error.to_string());
                    }
                });
            }
            "erase-site" => {
                let site = dom::value(&self.document, "erase-site-of");
                let named = crate::popup::site_name(&site, None).to_owned();
                self.erase(Word::DataEraseSure, &named, Erase::Site { site });
            }
            "erase-day" => {
                let day = dom::value(&self.document, "erase-day-of");
                match span_of(&day) {
                    Some(erase) => self.erase(Word::DataEraseSure, &day, erase),
                    None => self.say(Word::DataNoDay, &[]),
                }
            }
            "erase-all" => self.erase(Word::DataEraseAllSure, "", Erase::All),
            _ => {}
        }
    }

    /// Looks how much is kept, and shows it.
    pub(super) async fn count_kept(&self) {
        match kept().await {
            Ok(kept) => {
                self.shown.borrow_mut().kept = Some(kept);
                self.show();
            }
            Err(error) => self.say_failure(&error.to_string()),
        }
    }

    async fn export(&self, action: &str) -> Result<(), DataError> {
        let history = history().await?;
        let (name, kind, text) = match action {
            "export-posts" => (POSTS_FILE, "text/csv", posts_table(&history)?),
            "export-replies" => (REPLIES_FILE, "text/csv", replies_table(&history)?),
            _ => {
                let settings = browser::stored(Area::Local).await?;
                let archive = Archive::new(history, settings, js_sys::Date::now());
                let json = dom::json(&browser::to_js(&archive)?)?;
                (ALL_FILE, "application/json", json)
            }
        };
        Ok(dom::save(&self.document, name, kind, &text)?)
    }

    pub(super) fn import(self: &Rc<Self>, field: &Element) {
        let input = field.dyn_ref::<HtmlInputElement>();
        let Some(file) = input.and_then(|input| input.files()?.get(0)) else {
            return;
        };
        let options = self.clone();
        spawn_local(async move {
            match take_in(&file).await {
                Ok(unpacked) => {
                    options.follow().await;
                    options.count_kept().await;
                    dom::say(&options.document, &taken(options.voice(), &unpacked));
                }
                Err(error) => {
                    let reason = options.reason(&error);
                    options.say(Word::DataImportFailed, &[("reason", &reason)]);
                }
            }
        });
    }

    fn reason(&self, error: &DataError) -> String {
        let word = match error {
            DataError::Archive(ArchiveError::NotOurs) => Word::DataNotOurs,
            DataError::Archive(ArchiveError::Newer(_)) => Word::DataNewer,
            DataError::Archive(ArchiveError::TooLong) => Word::DataTooLong,
            other => return other.to_string(),
        };
        self.language.text(word).to_owned()
    }

    fn erase(self: &Rc<Self>, sure: Word, what: &str, erase: Erase) {
        if !dom::confirm(&self.language.fill(sure, &[("what", what)])) {
            return;
        }
        let options = self.clone();
        spawn_local(async move {
            match browser::ask::<bool>(&ToBackground::Erase {
                erase: erase.clone(),
            })
            .await
            {
                Ok(_) => {
                    if erase == Erase::All {
                        options.follow().await;
                    }
                    options.count_kept().await;
                    options.say(Word::DataErased, &[]);
                }
                Err(error) => options.say_failure(&error.to_string()),
            }
        });
    }
}

async fn kept() -> Result<Kept, StoreError> {
    Store::open().await?.kept().await
}

async fn history() -> Result<History, StoreError> {
    Store::open().await?.history().await
}

/// Takes a file in. What was seen is there as a whole or not at all; settings
/// that are set here stay.
async fn take_in(file: &File) -> Result<Unpacked, DataError> {
    if file.size() > MAX_BYTES {
        return Err(ArchiveError::TooLong.into());
    }
    let text = JsFuture::from(file.text()).await?;
    let text = text.as_string().unwrap_or_default();
    let parsed = js_sys::JSON::parse(&text).map_err(|_| ArchiveError::NotOurs)?;
    let parcel: Parcel =
        serde_wasm_bindgen::from_value(parsed).map_err(|_| ArchiveError::NotOurs)?;
    let now = js_sys::Date::now();
    let unpacked = parcel.unpack(now)?;
    Store::open()
        .await?
        .put_history(unpacked.history.clone(), now)
        .await?;
    let fields = unpacked.settings.clone();
    browser::ask::<Settings>(&ToBackground::TakeSettings { fields }).await?;
    Ok(unpacked)
}

/// A day (`2026-11-23`) where the person is; `None` where it is none.
fn span_of(day: &str) -> Option<Erase> {
    let mut parts = day.split('-');
    let mut next = || parts.next()?.parse::<i32>().ok();
    let (year, month, day) = (u32::try_from(next()?).ok()?, next()? - 1, next()?);
    // The browser's own calendar knows how long a day is where the clocks
    // change.
    let midnight = |day| js_sys::Date::new_with_year_month_day(year, month, day).get_time();
    Some(Erase::Span {
        from: midnight(day),
        until: midnight(day + 1),
    })
}
