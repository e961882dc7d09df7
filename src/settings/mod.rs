//! What the person has set: where Rapport is on, for how long it is asleep,
//! how quiet it is, which counters step back, whether it coaches, its keys, who
//! they are and what they want from it, the weights of the score, and for how
//! long what was seen is kept.
//!
//! The settings lie in `storage.local`, one field for each thing that can be
//! set, so that two that are changed at once do not undo each other. Here is
//! how fields become [`Settings`] and a [`Change`] becomes a field; who reads
//! and writes the store is `background`.

pub mod sync;

use crate::counters::Counters;
use crate::score::Weights;
use crate::words::Language;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that is set. What was never set is as at the start.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Off everywhere.
    pub all_off: bool,
    /// Hosts on which it is off.
    pub hosts_off: Vec<String>,
    /// Asleep everywhere until then, in milliseconds since 1970 UTC.
    pub snoozed_until: Option<f64>,
    /// Quiet everywhere: see [`Settings::is_quiet`].
    pub all_quiet: bool,
    /// Hosts on which it is quiet.
    pub hosts_quiet: Vec<String>,
    /// No coach anywhere.
    pub coach_off: bool,
    /// Hosts without the coach.
    pub coach_hosts_off: Vec<String>,
    /// Which counters step back, by host.
    pub counters: BTreeMap<String, Counters>,
    /// What the keys are.
    pub keys: Keys,
    /// The person's own accounts by site (see
    /// [`crate::message::SeenPost::site`]): handles as
    /// [`crate::post::Post::author`] has them. A site with none is one on which
    /// they do not want to be asked.
    pub accounts: BTreeMap<String, Vec<String>>,
    /// What the person wants people to know about them: subjects in their own
    /// words, the most important first.
    pub subjects: Vec<String>,
    /// What the person wants from it, by site.
    pub aims: BTreeMap<String, Aim>,
    /// How they want the attributes of the score weighted.
    pub weights: Weights,
    /// The language of the interface; `None` is the browser's own.
    pub language: Option<Language>,
    /// For how many days what was seen is kept.
    pub keep_days: KeepDays,
    /// The settings follow the person by the browser's own sync.
    pub sync: bool,
}

/// What a person wants from being on a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Aim {
    /// Meet people.
    Meet,
    /// Stay close to those they know.
    Close,
    /// Learn.
    Learn,
    /// Help others.
    Help,
    /// Be known for their subjects.
    Known,
}

impl Aim {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Meet,
        Self::Close,
        Self::Learn,
        Self::Help,
        Self::Known,
    ];

    /// Its name in the store and on controls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meet => "meet",
            Self::Close => "close",
            Self::Learn => "learn",
            Self::Help => "help",
            Self::Known => "known",
        }
    }

    /// The aim of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aim| aim.name() == name)
    }
}

/// For how many days what was seen is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeepDays(pub u32);

impl KeepDays {
    /// What a person can choose.
    pub const CHOICES: [Self; 3] = [Self(30), Self(90), Self(365)];
}

impl Default for KeepDays {
    fn default() -> Self {
        Self(90)
    }
}

/// The most subjects that a person can name, and the most accounts on a site.
pub const MAX_NAMED: usize = 20;

impl Settings {
    /// Whether Rapport is on at this host and time (milliseconds since 1970
    /// UTC).
    pub fn is_on(&self, host: &str, now: f64) -> bool {
        !self.is_off(host) && !self.is_snoozed(now)
    }

    /// Whether it is switched off at this host, or everywhere.
    pub fn is_off(&self, host: &str) -> bool {
        self.all_off || has(&self.hosts_off, host)
    }

    /// Whether it is asleep at this time.
    pub fn is_snoozed(&self, now: f64) -> bool {
        self.snoozed_until
            .is_some_and(|until| now < until && until - now <= LONGEST_SNOOZE_MS)
    }

    /// Whether it is quiet at this host: it reads and counts as ever, but
    /// shows a badge only on quiet gems, no strip and no coach.
    pub fn is_quiet(&self, host: &str) -> bool {
        self.all_quiet || has(&self.hosts_quiet, host)
    }

    /// Whether the coach is there at this host.
    pub fn coach_is_on(&self, host: &str) -> bool {
        !self.coach_off && !has(&self.coach_hosts_off, host) && !self.is_quiet(host)
    }

    /// Which counters step back at this host. A snooze does not count: what the
    /// browser puts in before a page begins does not know the time.
    pub fn counters_at(&self, host: &str) -> Counters {
        if self.is_off(host) {
            Counters::default()
        } else {
            self.stored_counters(host)
        }
    }

    /// Which counters step back at this host where Rapport is on.
    pub fn stored_counters(&self, host: &str) -> Counters {
        self.counters.get(host).cloned().unwrap_or_default()
    }

    /// Whether `author` on `site` (see [`crate::message::SeenPost::site`]) is
    /// the person. Case and a leading `@` make no difference.
    pub fn is_mine(&self, site: &str, author: &str) -> bool {
        let plain = |handle: &str| handle.trim_start_matches('@').to_lowercase();
        let author = plain(author);
        let own = self.accounts.get(site);
        own.is_some_and(|handles| handles.iter().any(|handle| plain(handle) == author))
    }

    /// The settings that fields of the store make. A field that is unknown, or
    /// holds something else than it should, is as if it were not there.
    pub fn from_fields(fields: BTreeMap<String, Field>) -> Self {
        let mut settings = Self::default();
        for (name, field) in fields {
            let (kind, host) = match name.split_once(':') {
                Some((kind, host)) => (kind, Some(host.to_owned())),
                None => (name.as_str(), None),
            };
            match (kind, host, field) {
                (OFF, None, Field::Flag(true)) => settings.all_off = true,
                (OFF, Some(host), Field::Flag(true)) => settings.hosts_off.push(host),
                (SNOOZE, None, Field::Number(until)) => settings.snoozed_until = Some(until),
                (QUIET, None, Field::Flag(true)) => settings.all_quiet = true,
                (QUIET, Some(host), Field::Flag(true)) => settings.hosts_quiet.push(host),
                (COACH_OFF, None, Field::Flag(true)) => settings.coach_off = true,
                (COACH_OFF, Some(host), Field::Flag(true)) => settings.coach_hosts_off.push(host),
                (COUNTERS, Some(host), Field::Counters(counters)) => {
                    settings.counters.insert(host, counters);
                }
                (KEYS, None, Field::Keys(keys)) if keys.are_usable() => settings.keys = keys,
                (ACCOUNT, Some(site), Field::Names(handles)) => {
                    settings.accounts.insert(site, handles);
                }
                (SUBJECTS, None, Field::Names(subjects)) => settings.subjects = subjects,
                (AIM, Some(site), Field::Name(aim)) => {
                    settings
                        .aims
                        .extend(Aim::named(&aim).map(|aim| (site, aim)));
                }
                (WEIGHTS, None, Field::Weights(weights)) => {
                    settings.weights = Weights::named(&weights);
                }
                (LANGUAGE, None, Field::Name(tag)) => {
                    settings.language = Language::from_tag(&tag);
                }
                (KEEP, None, Field::Number(days)) => {
                    let known = KeepDays::CHOICES.into_iter();
                    let mut chosen = known.filter(|choice| f64::from(choice.0) == days);
                    settings.keep_days = chosen.next().unwrap_or_default();
                }
                (SYNC, None, Field::Flag(true)) => settings.sync = true,
                _ => {}
            }
        }
        settings
    }
}

/// Names as they are kept: trimmed, none empty, none twice, [`MAX_NAMED`] at
/// most.
fn names(given: Vec<String>) -> Field {
    let mut names: Vec<String> = Vec::new();
    for name in given {
        let name = name.trim().to_owned();
        if !name.is_empty() && !names.contains(&name) && names.len() < MAX_NAMED {
            names.push(name);
        }
    }
    Field::Names(names)
}

/// Whether a host is one of these.
pub fn has(hosts: &[String], host: &str) -> bool {
    hosts.iter().any(|other| other == host)
}

/// Nobody means to sleep longer than 31 days. A time that is further away was
/// set before the clock was set back.
const LONGEST_SNOOZE_MS: f64 = 31.0 * 24.0 * 3_600_000.0;

const OFF: &str = "off";
const SNOOZE: &str = "snooze";
const QUIET: &str = "quiet";
const COACH_OFF: &str = "coach-off";
const COUNTERS: &str = "counters";
const KEYS: &str = "keys";
const ACCOUNT: &str = "account";
const SUBJECTS: &str = "subjects";
const AIM: &str = "aim";
const WEIGHTS: &str = "weights";
const LANGUAGE: &str = "language";
const KEEP: &str = "keep";
const SYNC: &str = "sync";

/// What a field of the store holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Field {
    /// It is so. What is not so has no field here, and [`sync::GONE`] in the copy.
    Flag(bool),
    /// A time in milliseconds since 1970 UTC, or a number of days.
    Number(f64),
    /// One of several.
    Name(String),
    /// Accounts or subjects.
    Names(Vec<String>),
    /// Percent by attribute, those that are not 100.
    Weights(BTreeMap<String, u16>),
    /// The counters of a host.
    Counters(Counters),
    /// The keys.
    Keys(Keys),
    /// Of another version of Rapport, or broken.
    #[serde(skip_serializing)]
    Unknown(IgnoredAny),
}

/// One thing that the person sets. `host: None` is everywhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "what",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Change {
    /// Rapport on or off.
    Switch {
        /// Where.
        host: Option<String>,
        /// The new state.
        on: bool,
    },
    /// Asleep until then (milliseconds since 1970 UTC), or awake.
    Snooze {
        /// The end of it.
        until: Option<f64>,
    },
    /// Quiet or not.
    Quiet {
        /// Where.
        host: Option<String>,
        /// The new state.
        on: bool,
    },
    /// The coach on or off.
    Coach {
        /// Where.
        host: Option<String>,
        /// The new state.
        on: bool,
    },
    /// The counters of a host.
    Counters {
        /// Where.
        host: String,
        /// All four.
        counters: Counters,
    },
    /// The keys. Keys that would get in the way of typing change nothing.
    Keys {
        /// All of them.
        keys: Keys,
    },
    /// The person's accounts on a site; see [`Settings::accounts`].
    Accounts {
        /// Where.
        site: String,
        /// All of them; `None` is as if nothing had ever been said.
        handles: Option<Vec<String>>,
    },
    /// The person's own subjects.
    Subjects {
        /// All of them.
        subjects: Vec<String>,
    },
    /// What they want from a site.
    Aim {
        /// Where.
        site: String,
        /// What.
        aim: Option<Aim>,
    },
    /// The weights of the score.
    Weights {
        /// All of them.
        weights: Weights,
    },
    /// The language of the interface.
    Language {
        /// Which; `None` is the browser's own.
        language: Option<Language>,
    },
    /// For how long what was seen is kept.
    Keep {
        /// How long.
        days: KeepDays,
    },
    /// Whether the settings follow the person.
    Sync {
        /// The new state.
        on: bool,
    },
}

impl Change {
    /// The field of the store that holds it, and what it holds from now on;
    /// `None` takes the field away.
    pub fn field(self) -> (String, Option<Field>) {
        let named = |kind: &str, host: Option<String>| match host {
            Some(host) => format!("{kind}:{host}"),
            None => kind.to_owned(),
        };
        let flag = |on: bool| on.then_some(Field::Flag(true));
        match self {
            Self::Switch { host, on } => (named(OFF, host), flag(!on)),
            Self::Snooze { until } => (SNOOZE.to_owned(), until.map(Field::Number)),
            Self::Quiet { host, on } => (named(QUIET, host), flag(on)),
            Self::Coach { host, on } => (named(COACH_OFF, host), flag(!on)),
            Self::Counters { host, counters } => {
                let field = (counters.back().next().is_some()).then_some(Field::Counters(counters));
                (named(COUNTERS, Some(host)), field)
            }
            Self::Keys { keys } => {
                let field = (keys != Keys::default()).then_some(Field::Keys(keys));
                (KEYS.to_owned(), field)
            }
            Self::Accounts { site, handles } => (named(ACCOUNT, Some(site)), handles.map(names)),
            Self::Subjects { subjects } => {
                let field = (!subjects.is_empty()).then(|| names(subjects));
                (SUBJECTS.to_owned(), field)
            }
            Self::Aim { site, aim } => {
                let field = aim.map(|aim| Field::Name(aim.name().to_owned()));
                (named(AIM, Some(site)), field)
            }
            Self::Weights { weights } => {
                let field =
                    (weights != Weights::default()).then(|| Field::Weights(weights.names()));
                (WEIGHTS.to_owned(), field)
            }
            Self::Language { language } => {
                let field = language.map(|language| Field::Name(language.tag().to_owned()));
                (LANGUAGE.to_owned(), field)
            }
            Self::Keep { days } => {
                let field = (days != KeepDays::default()).then(|| Field::Number(days.0.into()));
                (KEEP.to_owned(), field)
            }
            Self::Sync { on } => (SYNC.to_owned(), flag(on)),
        }
    }

    /// For how long is to be kept by it what was seen before.
    pub const fn keep(&self) -> Option<KeepDays> {
        match self {
            Self::Keep { days } => Some(*days),
            _ => None,
        }
    }

    /// Whether counters may step back by it.
    pub const fn is_about_counters(&self) -> bool {
        matches!(self, Self::Counters { .. } | Self::Switch { .. })
    }

    /// Whether a content script may ask for it: only what has a control in the
    /// page.
    pub const fn is_for_pages(&self) -> bool {
        matches!(self, Self::Coach { on: false, .. })
    }
}

/// The keys that do something in a page. `Esc` closes what is open and cannot
/// be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Keys {
    /// Go to the next quiet gem.
    pub next: Chord,
    /// Open the card of the badge in focus, or of the first on the screen.
    pub card: Chord,
    /// Put the open card's first prompt into the reply.
    pub insert: Chord,
}

impl Default for Keys {
    fn default() -> Self {
        let chord = |code: &str| Chord {
            ctrl: false,
            alt: true,
            shift: true,
            meta: false,
            code: code.to_owned(),
        };
        Self {
            next: chord("KeyG"),
            card: chord("KeyC"),
            insert: chord("KeyI"),
        }
    }
}

impl Keys {
    /// Whether none gets in the way of typing and no two are the same.
    pub fn are_usable(&self) -> bool {
        let all = [&self.next, &self.card, &self.insert];
        let differ = all[0] != all[1] && all[1] != all[2] && all[0] != all[2];
        differ && all.iter().all(|chord| chord.is_usable())
    }
}

/// Keys that are pressed together. Written as in `Alt+Shift+KeyG`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Chord {
    /// With Control.
    pub ctrl: bool,
    /// With Alt (Option).
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
    /// With Command or the Windows key.
    pub meta: bool,
    /// `KeyboardEvent.code` of the last key: its place on the keyboard, because
    /// Option changes on a Mac which letter it writes.
    pub code: String,
}

impl Chord {
    /// Whether it never writes a letter: it is held with Control, Alt or
    /// Command, and ends on a letter, a digit, a function key or an arrow.
    /// Control with Alt is how many keyboards write signs (AltGr).
    pub fn is_usable(&self) -> bool {
        let held = self.ctrl || self.alt || self.meta;
        let writes = self.ctrl && self.alt;
        let known = ["Key", "Digit", "Arrow", "F"].iter().any(|kind| {
            self.code
                .strip_prefix(kind)
                .is_some_and(|rest| !rest.is_empty())
        });
        held && !writes
            && known
            && self
                .code
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric())
    }

    /// As a person reads it: `Alt + Shift + G`.
    pub fn label(&self) -> String {
        let arrow = |code: &str| match code {
            "ArrowUp" => Some("↑"),
            "ArrowDown" => Some("↓"),
            "ArrowLeft" => Some("←"),
            "ArrowRight" => Some("→"),
            _ => None,
        };
        let key = arrow(&self.code).unwrap_or_else(|| {
            let bare = self.code.strip_prefix("Key");
            bare.or_else(|| self.code.strip_prefix("Digit"))
                .unwrap_or(&self.code)
        });
        let held = [
            (self.ctrl, "Ctrl"),
            (self.alt, "Alt"),
            (self.shift, "Shift"),
            (self.meta, "Meta"),
        ];
        let held = held.iter().filter(|(on, _)| *on).map(|(_, name)| *name);
        held.chain([key]).collect::<Vec<_>>().join(" + ")
    }
}

#[cfg(test)]
mod tests;
