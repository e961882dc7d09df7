//! The options page: what holds everywhere, who the person is, the weights of
//! the score, the keys, every site that has settings of its own, and what is
//! kept.
//!
//! In: [`Shown`]. Out: [`Markup`]; only
//! `live` knows the browser.

#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod live;

pub mod data;
mod person;
pub mod weights;

use crate::controls::{button, choice, id_of, section, switch};
use crate::counters::Counters;
use crate::markup::{Markup, html};
use crate::read::{site_names, title_of};
use crate::score::Weights;
use crate::session::history::Kept;
use crate::settings::{Change, Chord, Keys, Settings};
use crate::voice::Voice;
use crate::words::{Language, Word};
use std::collections::BTreeSet;
use weights::Example;

/// Something that a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// To the next quiet gem.
    Next,
    /// Open the card.
    Card,
    /// Put the first prompt into the reply.
    Insert,
}

impl Action {
    const ALL: [Self; 3] = [Self::Next, Self::Card, Self::Insert];

    const fn name(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Card => "card",
            Self::Insert => "insert",
        }
    }

    const fn word(self) -> Word {
        match self {
            Self::Next => Word::KeyNext,
            Self::Card => Word::KeyCard,
            Self::Insert => Word::KeyInsert,
        }
    }

    /// The action of a pressed button.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }

    const fn of(self, keys: &Keys) -> &Chord {
        match self {
            Self::Next => &keys.next,
            Self::Card => &keys.card,
            Self::Insert => &keys.insert,
        }
    }

    /// The keys with another chord for this; `None` when they would get in the
    /// way of typing or of each other.
    pub fn with(self, keys: &Keys, chord: Chord) -> Option<Keys> {
        let mut keys = keys.clone();
        *match self {
            Self::Next => &mut keys.next,
            Self::Card => &mut keys.card,
            Self::Insert => &mut keys.insert,
        } = chord;
        keys.are_usable().then_some(keys)
    }
}

/// What the page is made of.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Everything that is set.
    pub settings: Settings,
    /// Weights that are being tried out, before they are set.
    pub trial: Option<Weights>,
    /// The example beside the weights.
    pub example: Example,
    /// The action whose key is pressed next.
    pub choosing: Option<Action>,
    /// Hosts that the person has added, as match patterns.
    pub added: Vec<String>,
    /// How much is kept, once that is counted.
    pub kept: Option<Kept>,
}

impl Shown {
    /// The weights as the sliders have them.
    pub fn weights(&self) -> &Weights {
        self.trial.as_ref().unwrap_or(&self.settings.weights)
    }

    /// The sites that a person can name: those that are one place, and those of
    /// which something is kept or set.
    fn sites(&self) -> BTreeSet<String> {
        let places = site_names().filter(|name| title_of(name).is_some());
        let set = self
            .settings
            .accounts
            .keys()
            .chain(self.settings.aims.keys());
        places
            .map(str::to_owned)
            .chain(set.cloned())
            .chain(self.kept.iter().flat_map(|kept| kept.sites.iter().cloned()))
            .collect()
    }
}

/// All that the page shows.
pub fn view(voice: Voice<'_>, shown: &Shown) -> Vec<Markup> {
    let settings = &shown.settings;
    vec![
        everywhere(voice, settings),
        person::view(voice, settings, &shown.sites()),
        weights::view(voice, shown.weights(), shown.example),
        keys(voice, &settings.keys, shown.choosing),
        sites(voice, settings, &shown.added),
        data::view(voice, settings, shown.kept.as_ref()),
        html("p").with(
            html("a")
                .class("more")
                .attr("href", "welcome.html")
                .with(voice.say(Word::OptionsWelcome)),
        ),
    ]
}

fn everywhere(voice: Voice<'_>, settings: &Settings) -> Markup {
    let rows = [
        ("switch-all", Word::PopupSwitchAll, !settings.all_off, None),
        (
            "quiet-all",
            Word::PopupQuietAll,
            settings.all_quiet,
            Some(Word::OptionsQuietNote),
        ),
        (
            "coach-all",
            Word::OptionsCoach,
            !settings.coach_off,
            Some(Word::OptionsCoachNote),
        ),
    ];
    let own = ("", voice.say(Word::LanguageOwn).to_owned());
    let languages = [(Language::En, "English"), (Language::Fr, "Français")];
    let languages = languages.map(|(language, name)| (language.tag(), name.to_owned()));
    let language = choice(
        "language",
        voice.say(Word::OptionsLanguage),
        [own].into_iter().chain(languages),
        settings.language.map_or("", Language::tag),
    );
    rows.into_iter().fold(
        section(voice, "everywhere", Word::OptionsEverywhere).with(language),
        |section, (id, word, on, note)| {
            let note = note.map(|note| html("p").class("soft").with(voice.say(note)));
            section
                .with(switch(id, voice.say(word), on, id))
                .with_all(note)
        },
    )
}

fn keys(voice: Voice<'_>, keys: &Keys, choosing: Option<Action>) -> Markup {
    let rows = Action::ALL.map(|action| {
        let label = if choosing == Some(action) {
            voice.say(Word::KeyPressNow).to_owned()
        } else {
            action.of(keys).label()
        };
        let id = format!("key-{}", action.name());
        let name = format!("{}: {label}", voice.say(action.word()));
        html("tr")
            .with(
                html("th")
                    .attr("scope", "row")
                    .with(voice.say(action.word())),
            )
            .with(
                html("td").with(
                    button(label, "key", action.name())
                        .attr("id", id)
                        .attr("aria-label", name),
                ),
            )
    });
    let mut section = section(voice, "keys", Word::OptionsKeys)
        .with(html("p").class("soft").with(voice.say(Word::KeyNote)))
        .with(html("table").with(html("tbody").with_all(rows)));
    if *keys != Keys::default() {
        section = section.with(
            html("p").with(
                button(voice.say(Word::KeyReset), "key-reset", "")
                    .attr("id", "key-reset")
                    .followed_by(format!("key-{}", Action::Insert.name())),
            ),
        );
    }
    section
}

/// Every site with settings of its own, and a button that forgets them.
fn sites(voice: Voice<'_>, settings: &Settings, added: &[String]) -> Markup {
    let mut section = section(voice, "sites", Word::OptionsSites);
    if !added.is_empty() {
        let hosts = added.iter().map(|pattern| pattern_host(pattern));
        let hosts = hosts.collect::<Vec<_>>().join(", ");
        let said = voice
            .language
            .fill(Word::OptionsAdded, &[("hosts", &hosts)]);
        section = section.with(html("p").with(said));
    }
    let hosts: BTreeSet<&String> = (settings.hosts_off.iter())
        .chain(&settings.hosts_quiet)
        .chain(&settings.coach_hosts_off)
        .chain(settings.counters.keys())
        .collect();
    if hosts.is_empty() {
        return section.with(
            html("p")
                .class("soft")
                .with(voice.say(Word::OptionsNoSites)),
        );
    }
    let rows = hosts.into_iter().map(|host| {
        let set = [
            (settings.hosts_off.contains(host), Word::OptionsOff),
            (settings.hosts_quiet.contains(host), Word::OptionsQuiet),
            (
                settings.coach_hosts_off.contains(host),
                Word::OptionsNoCoach,
            ),
            (settings.counters.contains_key(host), Word::OptionsCounters),
        ];
        let set = set.iter().filter(|(is, _)| *is);
        let said: Vec<&str> = set.map(|(_, word)| voice.say(*word)).collect();
        let forget = voice.say(Word::OptionsForget);
        html("tr")
            .with(html("th").attr("scope", "row").with(host.as_str()))
            .with(html("td").with(said.join(", ")))
            .with(
                html("td").with(
                    button(forget, "forget", host.as_str())
                        .attr("id", id_of("forget", host))
                        .attr("aria-label", format!("{forget}: {host}")),
                ),
            )
    });
    section.with(html("table").with(html("tbody").with_all(rows)))
}

/// The host of a match pattern (`*://example.org/*`).
fn pattern_host(pattern: &str) -> &str {
    let rest = pattern.split_once("://").map_or(pattern, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

/// What makes a site as it was at the start.
pub fn forgetting(host: &str) -> [Change; 4] {
    let host = || host.to_owned();
    [
        Change::Switch {
            host: Some(host()),
            on: true,
        },
        Change::Quiet {
            host: Some(host()),
            on: false,
        },
        Change::Coach {
            host: Some(host()),
            on: true,
        },
        Change::Counters {
            host: host(),
            counters: Counters::default(),
        },
    ]
}

/// One subject more.
pub fn with_subject(settings: &Settings, subject: String) -> Change {
    let mut subjects = settings.subjects.clone();
    subjects.push(subject);
    Change::Subjects { subjects }
}

/// One subject less.
pub fn without_subject(settings: &Settings, subject: &str) -> Change {
    let mut subjects = settings.subjects.clone();
    subjects.retain(|other| other != subject);
    Change::Subjects { subjects }
}

/// One account more on a site.
pub fn with_account(settings: &Settings, site: String, handle: String) -> Change {
    let mut handles = settings.accounts.get(&site).cloned().unwrap_or_default();
    handles.push(handle);
    Change::Accounts {
        site,
        handles: Some(handles),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::FOLLOWED_BY;
    use crate::settings::Field;
    use crate::voice::plain::VOICE;
    use std::collections::BTreeMap;

    fn shown(settings: &Settings, choosing: Option<Action>) -> Markup {
        let shown = Shown {
            settings: settings.clone(),
            choosing,
            added: vec!["*://added.example/*".into()],
            ..Shown::default()
        };
        html("main").with_all(view(VOICE, &shown))
    }

    fn set() -> BTreeMap<String, Field> {
        let here = || Some("a.example".to_owned());
        [
            Change::Switch {
                host: here(),
                on: false,
            },
            Change::Quiet {
                host: here(),
                on: true,
            },
            Change::Coach {
                host: Some("b.example".into()),
                on: false,
            },
        ]
        .into_iter()
        .filter_map(|change| {
            let (name, field) = change.field();
            Some((name, field?))
        })
        .collect()
    }

    #[test]
    fn every_site_with_settings_is_listed_and_can_be_forgotten() {
        let mut fields = set();
        let text = shown(&Settings::from_fields(fields.clone()), None).text();
        assert!(
            text.contains("a.example") && text.contains("b.example"),
            "{text}"
        );
        for change in forgetting("a.example") {
            if let (name, None) = change.field() {
                fields.remove(&name);
            }
        }
        let text = shown(&Settings::from_fields(fields), None).text();
        assert!(
            !text.contains("a.example") && text.contains("b.example"),
            "{text}"
        );
    }

    /// Settings with something to take back in every list.
    fn full() -> Settings {
        let mut settings = Settings::from_fields(set());
        settings.subjects = vec!["slow travel".into(), "slow_travel".into(), "bees".into()];
        settings
            .accounts
            .insert("bluesky".into(), vec!["ada".into()]);
        settings
            .accounts
            .insert("mastodon@b.example".into(), vec![]);
        settings.weights = Weights::default().with(crate::score::ReasonKey::People, 0);
        settings.keys.next.code = "ArrowDown".into();
        settings
    }

    #[test]
    fn a_control_that_goes_away_leaves_the_focus_to_one_that_stays() {
        let page = |settings: &Settings, kept: Option<Kept>| {
            let shown = Shown {
                settings: settings.clone(),
                kept,
                ..Shown::default()
            };
            html("main").with_all(view(VOICE, &shown))
        };
        let kept = Kept {
            sites: BTreeSet::from(["bluesky".to_owned()]),
            ..Kept::default()
        };
        let (before, after) = (page(&full(), Some(kept)), page(&Settings::default(), None));
        let ids = |page: &Markup| -> Vec<String> {
            let ids = page.all().into_iter().filter_map(|part| part.get("id"));
            ids.map(str::to_owned).collect()
        };
        let stay = ids(&after);
        let mut named = 0;
        for part in before.all() {
            if let Some(next) = part.get(FOLLOWED_BY) {
                assert!(stay.iter().any(|id| id == next), "{next} goes away, too");
                named += 1;
            }
            // Without a name of its own it could not be told from its neighbours.
            assert!(
                part.tag != "button" || part.get("id").is_some(),
                "{part:?} has no id"
            );
        }
        assert_eq!(named, 3);
        let mut all = ids(&before);
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "an id stands twice");
    }

    #[test]
    fn one_of_a_list_is_changed_and_the_rest_stay() {
        let settings = full();
        let subjects = |change| match change {
            Change::Subjects { subjects } => subjects,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            subjects(with_subject(&settings, "tea".into())),
            ["slow travel", "slow_travel", "bees", "tea"]
        );
        assert_eq!(
            subjects(without_subject(&settings, "slow travel")),
            ["slow_travel", "bees"]
        );
        let account = |site: &str| with_account(&settings, site.into(), "bob".into());
        for (site, all) in [("bluesky", vec!["ada", "bob"]), ("demo", vec!["bob"])] {
            let handles = Some(all.into_iter().map(str::to_owned).collect());
            let site = site.to_owned();
            assert_eq!(account(&site), Change::Accounts { site, handles });
        }
    }

    #[test]
    fn the_key_that_is_chosen_waits_and_the_others_show_theirs() {
        let text = shown(&Settings::default(), Some(Action::Card)).text();
        assert!(text.contains(VOICE.say(Word::KeyPressNow)));
        assert!(text.contains("Alt + Shift + G") && !text.contains("Alt + Shift + C"));
    }

    #[test]
    fn a_key_that_writes_or_is_taken_is_not_taken() {
        let keys = Keys::default();
        let plain = Chord {
            alt: false,
            shift: false,
            ..keys.next.clone()
        };
        assert_eq!(Action::Next.with(&keys, plain), None);
        assert_eq!(Action::Next.with(&keys, keys.card.clone()), None);
        let other = Chord {
            code: "ArrowDown".into(),
            ..keys.next.clone()
        };
        let changed = Action::Next.with(&keys, other.clone()).unwrap();
        assert_eq!(changed.next, other);
        assert_eq!(changed.card, keys.card);
    }
}
