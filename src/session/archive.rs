//! What the person takes along: all that is kept as one JSON file, and as
//! tables (CSV); and the way back in.
//!
//! A file that is read comes from anywhere. It is checked record by record, as
//! what a page sends is ([`super::accept`]): what cannot be kept is left out
//! and counted, and a file that is no archive changes nothing.

use super::History;
use super::accept::{accept, accept_mark, accept_reply, is_name, is_time};
use crate::message::{Mark, Moment, Replied, SeenPost};
use crate::read::time::from_unix;
use crate::settings::sync::{Fields, goes_along, keeps_less};
use crate::settings::{Field, Settings};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;

/// What every archive says it is.
const FORMAT: &str = "rapport";

/// The version of the format that is written, and the latest that is read.
const VERSION: u32 = 1;

/// The longest file that is read, in bytes: a full store has about 60 MB.
pub const MAX_BYTES: f64 = 200e6;

/// Why a file cannot be taken in.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ArchiveError {
    /// It is something else.
    #[error("this file is no export of Rapport")]
    NotOurs,
    /// A later version of Rapport wrote it.
    #[error("a later version of Rapport wrote this file (format {0})")]
    Newer(u32),
    /// It is longer than [`MAX_BYTES`].
    #[error("this file is too long")]
    TooLong,
    /// The tables could not be written.
    #[error("the table could not be written: {0}")]
    Table(String),
}

/// All that is kept, as it is written to a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Archive {
    /// [`FORMAT`].
    format: &'static str,
    /// [`VERSION`].
    version: u32,
    /// When it was written, in milliseconds since 1970 UTC.
    exported_at: f64,
    /// The settings, as the fields of their store.
    settings: BTreeMap<String, Field>,
    /// Everything else.
    #[serde(flatten)]
    history: History,
}

impl Archive {
    /// Ready to be written at `now`, in milliseconds since 1970 UTC.
    pub fn new(history: History, mut settings: BTreeMap<String, Field>, now: f64) -> Self {
        settings.retain(|name, field| is_setting(name, field));
        Self {
            format: FORMAT,
            version: VERSION,
            exported_at: now,
            settings,
            history,
        }
    }
}

/// Whether this field sets anything in this version of Rapport.
fn is_setting(name: &str, field: &Field) -> bool {
    let alone = BTreeMap::from([(name.to_owned(), field.clone())]);
    Settings::from_fields(alone) != Settings::default()
}

/// A record, or whatever stands in its place.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Record<T> {
    /// It.
    Known(T),
    /// Something else.
    Unknown(IgnoredAny),
}

/// A file as it was read, before anything in it is believed.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parcel {
    format: String,
    version: u32,
    #[serde(default)]
    settings: BTreeMap<String, Field>,
    #[serde(default)]
    posts: Vec<Record<SeenPost>>,
    #[serde(default)]
    replies: Vec<Record<Replied>>,
    #[serde(default)]
    moments: Vec<Record<Moment>>,
    #[serde(default)]
    marks: Vec<Record<Mark>>,
}

/// What a file held.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unpacked {
    /// What may be kept.
    pub history: History,
    /// Settings that this version knows.
    pub settings: BTreeMap<String, Field>,
    /// How many records could not be kept.
    pub refused: usize,
}

impl Parcel {
    /// Takes out what may be kept; `now`, in milliseconds since 1970 UTC,
    /// stands in for impossible times.
    ///
    /// # Errors
    /// When it is no archive, or one of a later version.
    pub fn unpack(self, now: f64) -> Result<Unpacked, ArchiveError> {
        if self.format != FORMAT {
            return Err(ArchiveError::NotOurs);
        }
        if self.version > VERSION {
            return Err(ArchiveError::Newer(self.version));
        }
        let mut refused = 0;
        let settings_before = self.settings.len();
        let mut settings = self.settings;
        settings.retain(|name, field| is_setting(name, field));
        refused += settings_before - settings.len();
        let history = History {
            posts: take(self.posts, &mut refused, |post| {
                let post = accept(post, now)?;
                let count = |count: &Option<crate::post::Count>| {
                    count.is_none_or(|count| count.low <= count.value && count.value <= count.high)
                };
                (count(&post.likes) && count(&post.replies)).then_some(post)
            }),
            replies: take(self.replies, &mut refused, |reply| {
                let reply = accept_reply(reply, now)?;
                is_time(reply.sent_at, now).then_some(reply)
            }),
            moments: take(self.moments, &mut refused, |moment| {
                let is_site = moment.site.is_empty() || is_name(&moment.site);
                let began = f64::from(moment.minute) * 60_000.0;
                (is_site && is_time(began, now)).then_some(moment)
            }),
            marks: take(self.marks, &mut refused, |mark| accept_mark(mark, now)),
        };
        Ok(Unpacked {
            history: history.merge(History::default(), now),
            settings,
            refused,
        })
    }
}

fn take<T>(
    records: Vec<Record<T>>,
    refused: &mut usize,
    accept: impl Fn(T) -> Option<T>,
) -> Vec<T> {
    let taken = records.into_iter().filter_map(|record| {
        let taken = match record {
            Record::Known(record) => accept(record),
            Record::Unknown(_) => None,
        };
        if taken.is_none() {
            *refused += 1;
        }
        taken
    });
    taken.collect()
}

/// Settings of a file that are taken over: those that are not set here, that no
/// device decides for itself, and by which nothing has to go that is kept here.
pub fn unset(here: &Fields, mut file: Fields) -> Fields {
    file.retain(|name, field| {
        !here.contains_key(name) && goes_along(name, field) && !keeps_less(here, name, field)
    });
    file
}

/// The posts as a table, a line each, with a head.
///
/// # Errors
/// When the table cannot be written.
pub fn posts_table(history: &History) -> Result<String, ArchiveError> {
    const HEAD: [&str; 17] = [
        "site",
        "id",
        "permalink",
        "author",
        "score",
        "stance",
        "likes",
        "replies",
        "seen_at",
        "subjects",
        "answers_me",
        "mine",
        "published",
        "celebrates",
        "asks",
        "doubts",
        "struggles",
    ];
    let rows = history.posts.iter().map(|post| {
        let mine = post.mine.as_ref();
        let shows = mine.and_then(|mine| mine.shows);
        let number = |number: Option<u64>| number.map(|number| number.to_string());
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        [
            post.site.clone(),
            post.id.clone(),
            text(post.permalink.as_ref()),
            text(post.author.as_ref()),
            number(post.score.map(u64::from)).unwrap_or_default(),
            post.stance.key().to_owned(),
            number(post.likes.map(|count| count.value)).unwrap_or_default(),
            number(post.replies.map(|count| count.value)).unwrap_or_default(),
            time(post.seen_at),
            post.subjects.join("; "),
            yes(post.to_me),
            yes(mine.is_some()),
            text(mine.and_then(|mine| mine.published.as_ref())),
            maybe(shows.map(|shows| shows.celebrates)),
            maybe(shows.map(|shows| shows.asks)),
            maybe(shows.map(|shows| shows.doubts)),
            maybe(shows.map(|shows| shows.struggles)),
        ]
    });
    table(HEAD, rows)
}

/// The person's replies as a table, a line each, with a head.
///
/// # Errors
/// When the table cannot be written.
pub fn replies_table(history: &History) -> Result<String, ArchiveError> {
    const HEAD: [&str; 9] = [
        "site",
        "post",
        "sent_at",
        "takes_up",
        "asks",
        "about_them",
        "warm",
        "heated",
        "subjects",
    ];
    let rows = history.replies.iter().map(|reply| {
        let how = reply.listening;
        [
            reply.site.clone(),
            reply.post.clone(),
            time(reply.sent_at),
            maybe(how.map(|how| how.takes_up)),
            maybe(how.map(|how| how.asks)),
            maybe(how.map(|how| how.about_them)),
            maybe(how.map(|how| how.warm)),
            maybe(how.map(|how| how.heated)),
            reply.subjects.join("; "),
        ]
    });
    table(HEAD, rows)
}

fn table<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<String, ArchiveError> {
    let failed = |error: String| ArchiveError::Table(error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(head)
        .map_err(|error| failed(error.to_string()))?;
    for row in rows {
        writer
            .write_record(row.map(harmless))
            .map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}

/// A cell that a spreadsheet does not take for a formula: names and ids come
/// from pages, and one that begins with `=` would be run (OWASP, "CSV
/// Injection").
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}

fn time(ms: f64) -> String {
    from_unix((ms / 1000.0) as i64).unwrap_or_default()
}

fn yes(is: bool) -> String {
    (if is { "yes" } else { "no" }).to_owned()
}

fn maybe(is: Option<bool>) -> String {
    is.map(yes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::history::tests::{NOON, any_history};
    use crate::session::journal::tests::seen;
    use crate::settings::Change;
    use proptest::prelude::*;

    fn read(json: &str) -> Result<Unpacked, ArchiveError> {
        let parcel: Parcel = serde_json::from_str(json).map_err(|_| ArchiveError::NotOurs)?;
        parcel.unpack(NOON)
    }

    fn settings() -> BTreeMap<String, Field> {
        let changes = [
            Change::Subjects {
                subjects: vec!["bees".into()],
            },
            Change::Quiet {
                host: Some("a.example".into()),
                on: true,
            },
        ];
        let fields = changes.into_iter().map(Change::field);
        fields
            .filter_map(|(name, field)| Some((name, field?)))
            .collect()
    }

    #[test]
    fn garbage_is_refused_and_a_later_version_is_named() {
        for garbage in [
            "",
            "null",
            "[]",
            "{}",
            "\u{feff}{}",
            "{\"format\":\"rapport\"}",
            "{\"format\":\"other\",\"version\":1}",
            "{\"format\":\"rapport\",\"version\":1,\"posts\":7}",
            "{\"format\":\"rapport\",\"version\":-1}",
        ] {
            assert_eq!(read(garbage), Err(ArchiveError::NotOurs), "{garbage}");
        }
        let newer = "{\"format\":\"rapport\",\"version\":2}";
        assert_eq!(read(newer), Err(ArchiveError::Newer(2)));
    }

    #[test]
    fn what_cannot_be_kept_is_left_out_and_counted() {
        let json = r#"{
            "format": "rapport", "version": 1, "later": true,
            "settings": { "quiet": true, "unheard-of": 7, "keys": "no" },
            "posts": [
                { "site": "a", "id": "1", "permalink": "javascript:alert(1)", "author": null,
                  "score": 300, "stance": "both", "likes": null, "replies": null, "seenAt": 5 },
                { "site": "a", "id": "2", "permalink": "javascript:alert(1)", "author": null,
                  "score": 30, "stance": "both", "likes": null, "replies": null, "seenAt": 5 },
                { "site": "a", "id": "3", "stance": "both", "seenAt": 5,
                  "likes": { "value": 1, "low": 9, "high": 2 } },
                { "site": "", "id": "4", "stance": "both", "seenAt": 5 },
                null, 7, "x", []
            ],
            "replies": [{ "site": "a", "post": "1", "sentAt": 4 }, { "site": "a" }],
            "moments": [{ "minute": 4, "site": "" }, { "minute": -4, "site": "a" }],
            "marks": [{}]
        }"#;
        let unpacked = read(json).unwrap();
        assert_eq!(unpacked.history.posts.len(), 1);
        assert_eq!(unpacked.history.posts[0].id, "2");
        assert_eq!(unpacked.history.posts[0].permalink, None);
        assert_eq!(unpacked.history.replies.len(), 1);
        assert_eq!(unpacked.history.moments.len(), 1);
        assert_eq!(unpacked.settings.len(), 1);
        // Seven posts, a reply, a moment, a mark and two settings.
        assert_eq!(unpacked.refused, 12);
    }

    #[test]
    fn what_is_to_come_is_not_taken_for_the_present_for_ever() {
        let json = r#"{
            "format": "rapport", "version": 1,
            "posts": [{ "site": "a", "id": "1", "stance": "both", "seenAt": 1e300 }],
            "replies": [{ "site": "a", "post": "1", "sentAt": 4e12 }],
            "moments": [{ "minute": 4294967295, "site": "a" }]
        }"#;
        let unpacked = read(json).unwrap();
        assert_eq!(unpacked.history.posts[0].seen_at, NOON);
        assert_eq!(
            unpacked.history.replies.len() + unpacked.history.moments.len(),
            0
        );
        assert_eq!(unpacked.refused, 2);
    }

    #[test]
    fn what_is_set_here_stays() {
        let file = settings();
        let mut here = BTreeMap::from([("subjects".to_owned(), Field::Names(vec!["x".into()]))]);
        here.extend(unset(&here, file.clone()));
        assert_eq!(here["subjects"], Field::Names(vec!["x".into()]));
        assert_eq!(here["quiet:a.example"], file["quiet:a.example"]);
    }

    #[test]
    fn a_file_neither_switches_sync_on_nor_shortens_what_is_kept() {
        let file = |days: f64| {
            Fields::from([
                ("sync".to_owned(), Field::Flag(true)),
                ("snooze".to_owned(), Field::Number(NOON)),
                ("keep".to_owned(), Field::Number(days)),
            ])
        };
        assert_eq!(unset(&Fields::new(), file(30.0)), Fields::new());
        let longer = Fields::from([("keep".to_owned(), Field::Number(365.0))]);
        assert_eq!(unset(&Fields::new(), file(365.0)), longer);
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        let history = History {
            posts: vec![SeenPost {
                author: Some("=HYPERLINK(\"https://evil.example\")".into()),
                subjects: vec!["a, \"b\"\nc".into()],
                ..seen("a", "-1", NOON)
            }],
            ..History::default()
        };
        let table = posts_table(&history).unwrap();
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(&row[1], "'-1");
        assert_eq!(&row[3], "'=HYPERLINK(\"https://evil.example\")");
        assert_eq!(&row[8], "2025-11-24T16:00:00Z");
        assert_eq!(&row[9], "a, \"b\"\nc");
    }

    proptest! {
        #[test]
        fn export_then_import_is_identity(history in any_history()) {
            let archive = Archive::new(history.clone(), settings(), NOON);
            let unpacked = read(&serde_json::to_string(&archive).unwrap()).unwrap();
            prop_assert_eq!(unpacked.history, history);
            prop_assert_eq!(unpacked.settings, settings());
            prop_assert_eq!(unpacked.refused, 0);
        }

        #[test]
        fn every_record_is_a_line_of_its_table(history in any_history()) {
            let lines = |table: String| csv::Reader::from_reader(table.as_bytes()).records().map(Result::unwrap).count();
            prop_assert_eq!(lines(posts_table(&history).unwrap()), history.posts.len());
            prop_assert_eq!(lines(replies_table(&history).unwrap()), history.replies.len());
        }

        #[test]
        fn no_file_breaks_it(text in "\\PC{0,200}") {
            let _ = read(&text);
        }
    }
}
