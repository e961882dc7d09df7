//! The settings as the extension's own pages read and change them.

use super::{Area, BrowserError, Turns, ask, stored};
use crate::message::ToBackground;
use crate::settings::{Change, Settings};

/// The settings as they are stored.
///
/// # Errors
/// When the browser refuses.
pub async fn settings() -> Result<Settings, BrowserError> {
    Ok(Settings::from_fields(stored(Area::Local).await?))
}

/// What a person changes on a page, one after the other, in their order.
#[derive(Debug, Default)]
pub struct Changes(Turns);

impl Changes {
    /// Changes these, and gives the settings as they are then. All are tried.
    ///
    /// # Errors
    /// The first that did not come to hold, or not everywhere.
    pub async fn make(
        &self,
        changes: impl IntoIterator<Item = Change>,
    ) -> Result<Option<Settings>, BrowserError> {
        let _turn = self.0.turn().await;
        let mut made = Ok(None);
        for change in changes {
            let answer = ask::<Settings>(&ToBackground::Change { change }).await;
            made = match (made, answer) {
                (Ok(_), Ok(settings)) => Ok(Some(settings)),
                (Ok(_), Err(error)) => Err(error),
                (failed, _) => failed,
            };
        }
        made
    }

    /// Changes a part of something that is kept as a whole, such as one subject
    /// of several: the whole is made from what is stored when the turn comes, so
    /// that what was changed meanwhile, here or elsewhere, stays.
    ///
    /// # Errors
    /// When the settings cannot be read, or see [`Changes::make`].
    pub async fn make_from(
        &self,
        change: impl FnOnce(&Settings) -> Option<Change>,
    ) -> Result<Option<Settings>, BrowserError> {
        let _turn = self.0.turn().await;
        match change(&settings().await?) {
            Some(change) => ask(&ToBackground::Change { change }).await.map(Some),
            None => Ok(None),
        }
    }
}
