use super::*;
use crate::counters::Manner;
use crate::score::ReasonKey;
use proptest::prelude::*;

fn stored(changes: impl IntoIterator<Item = Change>) -> Settings {
    let mut fields = BTreeMap::new();
    for change in changes {
        match change.field() {
            (name, Some(field)) => fields.insert(name, field),
            (name, None) => fields.remove(&name),
        };
    }
    // As it comes back from the store.
    let json = serde_json::to_string(&fields).unwrap();
    Settings::from_fields(serde_json::from_str(&json).unwrap())
}

fn here() -> Option<String> {
    Some("a.example".to_owned())
}

#[test]
fn what_is_set_is_so_and_what_is_taken_back_is_as_before() {
    let counters = Counters {
        site: "demo".to_owned(),
        likes: Manner::Hidden,
        views: Manner::Dimmed,
        ..Counters::default()
    };
    let keys = Keys {
        next: Chord {
            code: "ArrowDown".to_owned(),
            ..Keys::default().next
        },
        ..Keys::default()
    };
    let all = [
        Change::Switch {
            host: None,
            on: false,
        },
        Change::Switch {
            host: here(),
            on: false,
        },
        Change::Snooze {
            until: Some(5_000.0),
        },
        Change::Quiet {
            host: None,
            on: true,
        },
        Change::Quiet {
            host: here(),
            on: true,
        },
        Change::Coach {
            host: None,
            on: false,
        },
        Change::Coach {
            host: here(),
            on: false,
        },
        Change::Counters {
            host: "a.example".to_owned(),
            counters: counters.clone(),
        },
        Change::Keys { keys: keys.clone() },
        Change::Accounts {
            site: "demo".to_owned(),
            handles: Some(vec![" @Ana ".to_owned(), String::new(), "@Ana".to_owned()]),
        },
        Change::Subjects {
            subjects: vec!["bees".to_owned()],
        },
        Change::Aim {
            site: "demo".to_owned(),
            aim: Some(Aim::Learn),
        },
        Change::Weights {
            weights: Weights::default().with(ReasonKey::Gloss, 900),
        },
        Change::Language {
            language: Some(Language::Fr),
        },
        Change::Keep {
            days: KeepDays(365),
        },
        Change::Sync { on: true },
    ];
    let settings = stored(all.clone());
    assert_eq!(
        settings,
        Settings {
            all_off: true,
            hosts_off: vec!["a.example".to_owned()],
            snoozed_until: Some(5_000.0),
            all_quiet: true,
            hosts_quiet: vec!["a.example".to_owned()],
            coach_off: true,
            coach_hosts_off: vec!["a.example".to_owned()],
            counters: BTreeMap::from([("a.example".to_owned(), counters)]),
            keys,
            accounts: BTreeMap::from([("demo".to_owned(), vec!["@Ana".to_owned()])]),
            subjects: vec!["bees".to_owned()],
            aims: BTreeMap::from([("demo".to_owned(), Aim::Learn)]),
            weights: Weights::default().with(ReasonKey::Gloss, Weights::MAX),
            language: Some(Language::Fr),
            keep_days: KeepDays(365),
            sync: true,
        }
    );
    let back = [
        Change::Switch {
            host: None,
            on: true,
        },
        Change::Switch {
            host: here(),
            on: true,
        },
        Change::Snooze { until: None },
        Change::Quiet {
            host: None,
            on: false,
        },
        Change::Quiet {
            host: here(),
            on: false,
        },
        Change::Coach {
            host: None,
            on: true,
        },
        Change::Coach {
            host: here(),
            on: true,
        },
        Change::Counters {
            host: "a.example".to_owned(),
            counters: Counters::default(),
        },
        Change::Keys {
            keys: Keys::default(),
        },
        Change::Accounts {
            site: "demo".to_owned(),
            handles: None,
        },
        Change::Subjects {
            subjects: Vec::new(),
        },
        Change::Aim {
            site: "demo".to_owned(),
            aim: None,
        },
        Change::Weights {
            weights: Weights::default(),
        },
        Change::Language { language: None },
        Change::Keep {
            days: KeepDays::default(),
        },
        Change::Sync { on: false },
    ];
    assert_eq!(stored(all.into_iter().chain(back)), Settings::default());
}

#[test]
fn a_host_is_on_unless_something_turns_it_off() {
    let on = |settings: &Settings| settings.is_on("a.example", 1_000.0);
    assert!(on(&Settings::default()));
    assert!(!on(&stored([Change::Switch {
        host: None,
        on: false
    }])));
    let off_here = stored([Change::Switch {
        host: here(),
        on: false,
    }]);
    assert!(!on(&off_here));
    assert!(off_here.is_on("b.example", 1_000.0));
    let asleep = stored([Change::Snooze {
        until: Some(2_000.0),
    }]);
    assert!(!on(&asleep));
    assert!(asleep.is_on("a.example", 2_000.0), "it wakes up on time");
}

#[test]
fn a_clock_that_was_set_back_does_not_let_it_sleep_for_years() {
    let asleep = stored([Change::Snooze {
        until: Some(4.0e12),
    }]);
    assert!(asleep.is_on("a.example", 1.0e12));
}

#[test]
fn quiet_means_no_coach() {
    let quiet = stored([Change::Quiet {
        host: here(),
        on: true,
    }]);
    assert!(!quiet.coach_is_on("a.example"));
    assert!(quiet.coach_is_on("b.example"));
}

#[test]
fn a_broken_field_harms_no_other() {
    let json = r#"{"off": true, "off:x": "yes", "snooze": [1], "quiet": {"a": 1}, "later": null,
        "counters:y": {"likes": "purple"}, "keys": {"next": 1}, "quiet:z": true}"#;
    let settings = Settings::from_fields(serde_json::from_str(json).unwrap());
    let expected = Settings {
        all_off: true,
        hosts_quiet: vec!["z".to_owned()],
        ..Settings::default()
    };
    assert_eq!(settings, expected);
}

#[test]
fn keys_that_write_are_refused() {
    let chord = |ctrl, alt, shift, code: &str| Chord {
        ctrl,
        alt,
        shift,
        meta: false,
        code: code.to_owned(),
    };
    assert!(Keys::default().are_usable());
    assert!(chord(true, false, false, "KeyJ").is_usable());
    assert!(chord(false, true, false, "ArrowDown").is_usable());
    assert!(
        !chord(false, false, true, "KeyJ").is_usable(),
        "a capital letter"
    );
    assert!(!chord(false, false, false, "KeyJ").is_usable());
    assert!(
        !chord(true, true, false, "KeyE").is_usable(),
        "€ on many keyboards"
    );
    assert!(!chord(false, true, false, "Enter").is_usable());
    let twice = Keys {
        card: Keys::default().next,
        ..Keys::default()
    };
    assert!(!twice.are_usable());
    let settings = stored([Change::Keys { keys: twice }]);
    assert_eq!(settings.keys, Keys::default());
}

#[test]
fn a_chord_is_told_as_people_write_it() {
    assert_eq!(Keys::default().next.label(), "Alt + Shift + G");
}

proptest! {
    /// Each thing that can be set has a field of its own: changes of different
    /// things give the same in any order.
    #[test]
    fn changes_of_different_things_do_not_touch(first in change(), second in change()) {
        prop_assume!(first.clone().field().0 != second.clone().field().0);
        let one = stored([first.clone(), second.clone()]);
        let other = stored([second, first]);
        prop_assert_eq!(one, other);
    }
}

fn change() -> impl Strategy<Value = Change> {
    let host = prop_oneof![Just(None), "[a-c]\\.example".prop_map(Some)];
    (0..5u8, host, any::<bool>(), 0.0..1e12).prop_map(|(kind, host, on, time)| match kind {
        0 => Change::Switch { host, on },
        1 => Change::Snooze {
            until: on.then_some(time),
        },
        2 => Change::Quiet { host, on },
        3 => Change::Coach { host, on },
        _ => Change::Counters {
            host: host.unwrap_or_default(),
            counters: Counters {
                likes: if on { Manner::Hidden } else { Manner::Shown },
                ..Counters::default()
            },
        },
    })
}

#[test]
fn a_person_is_known_by_any_way_to_write_the_handle_and_nobody_else_is() {
    let settings = stored([
        Change::Accounts {
            site: "demo".to_owned(),
            handles: Some(vec!["@Ana".to_owned()]),
        },
        Change::Accounts {
            site: "other".to_owned(),
            handles: Some(Vec::new()),
        },
    ]);
    assert!(settings.is_mine("demo", "ana") && settings.is_mine("demo", "@ANA"));
    assert!(!settings.is_mine("demo", "anna") && !settings.is_mine("other", "ana"));
    assert_eq!(settings.accounts.get("other"), Some(&Vec::new()));
}

#[test]
fn a_time_to_keep_that_nobody_can_choose_is_the_one_at_the_start() {
    let keep = |days: f64| {
        let fields = BTreeMap::from([(KEEP.to_owned(), Field::Number(days))]);
        Settings::from_fields(fields).keep_days
    };
    assert_eq!(keep(30.0), KeepDays(30));
    assert_eq!(keep(7.5), KeepDays(90));
    assert_eq!(keep(-1.0), KeepDays(90));
}
