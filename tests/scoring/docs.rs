//! `docs/scoring.md` says what the code does.

use crate::pages::{first, post};
use rapport::score::ReasonKey;
use rapport::score::stance::{LEAST_APPLAUSE, LEAST_SEEN, LEAST_TALK};
use rapport::score::table::{
    FULL_EXCHANGES, FULL_LISTENING, FULL_PEOPLE, FULL_REPLIES, FULL_RETURNS, GAINS, LOSSES,
};
use rapport::signals::Regime;

const PAGE: &str = include_str!("../../docs/scoring.md");

/// The cells of the row of an attribute, trimmed.
fn row(key: ReasonKey) -> Vec<&'static str> {
    let name = format!("`{}`", key.name());
    let line = PAGE
        .lines()
        .find(|line| line.starts_with('|') && line.contains(&name))
        .ok_or(format!("{name} has no row in docs/scoring.md"))
        .unwrap();
    line.split('|').map(str::trim).collect()
}

#[test]
fn the_documented_caps_are_those_of_the_table() {
    for gain in GAINS {
        let row = row(gain.key);
        assert_eq!(row[3], gain.feed.to_string(), "{:?}", gain.key);
        assert_eq!(row[4], gain.thread.to_string(), "{:?}", gain.key);
    }
    for loss in LOSSES {
        let cap = format!("−{}", loss.cap);
        let row = row(loss.key);
        assert_eq!(
            (row[3], row[4]),
            (cap.as_str(), cap.as_str()),
            "{:?}",
            loss.key
        );
    }
    let rows = PAGE
        .lines()
        .filter(|line| line.starts_with('|') && line.contains("| `"));
    assert_eq!(rows.count(), ReasonKey::ALL.len());
}

#[test]
fn the_documented_constants_are_those_of_the_table() {
    for (key, full) in [
        (ReasonKey::Replies, FULL_REPLIES),
        (ReasonKey::People, FULL_PEOPLE),
        (ReasonKey::Exchanges, FULL_EXCHANGES),
        (ReasonKey::AuthorReturns, FULL_RETURNS),
        (ReasonKey::Listening, FULL_LISTENING),
    ] {
        let strength = row(key)[5];
        assert!(
            strength.contains(&format!("÷ ln {}", full + 1.0)),
            "{key:?}: {strength}"
        );
    }
    for said in [
        format!("at least {LEAST_TALK} "),
        format!("at least {LEAST_APPLAUSE} likes"),
        format!("fewer than {LEAST_SEEN} posts seen"),
    ] {
        assert!(PAGE.contains(said.trim()), "{said}");
    }
}

#[test]
fn the_least_talk_is_what_three_replies_without_a_like_bring() {
    let talk = |replies| {
        let post = post("The numbers are on the page now.", replies, 0);
        first(&[post], Regime::Feed).conversation.unwrap()
    };
    assert!(talk(2) < LEAST_TALK && LEAST_TALK <= talk(3));
}
