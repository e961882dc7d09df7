use super::*;
use crate::counters::{Counter, Counters, Manner};
use crate::inspect::{Account, OwnHere, ReaderKind, Status};
use crate::markup::{FOLLOWED_BY, Markup};
use crate::message::{Overview, SeenPost};
use crate::post::Count;
use crate::score::Stance;
use crate::session::Summary;
use crate::session::summary::Listened;
use crate::settings::Settings;
use crate::voice::plain::VOICE;
use crate::words::{Language, Word};

fn post(id: &str, score: u8, likes: u64, stance: Stance) -> SeenPost {
    SeenPost {
        site: "mastodon@example.social".into(),
        id: id.into(),
        permalink: Some(format!("https://example.social/{id}")),
        author: Some(format!("author {id}")),
        score: Some(score),
        stance,
        likes: Some(Count::exact(likes)),
        replies: Some(Count::exact(1)),
        seen_at: 0.0,
        subjects: Vec::new(),
        to_me: false,
        mine: None,
    }
}

fn overview() -> Overview {
    let posts = [
        post("gem", 80, 2, Stance::QuietGem),
        post("clap", 4, 5000, Stance::ApplauseOnly),
        post("both", 70, 400, Stance::Both),
    ];
    Overview {
        session: Summary::of(&posts),
        ..Overview::default()
    }
}

fn page(state: PageState) -> Here {
    Here {
        tab: Some(7),
        host: Some("example.social".into()),
        private: false,
        state,
        now: 0.0,
    }
}

fn running(health: &[&str]) -> PageState {
    PageState::Running(Status {
        url: "https://example.social/".into(),
        site: Some("mastodon".into()),
        reader: ReaderKind::Site,
        posts: 0,
        account: None,
        own: OwnHere::default(),
        health: health.iter().map(|line| (*line).to_owned()).collect(),
    })
}

fn shown(overview: Result<&Overview, &str>, here: &Here) -> Markup {
    crate::markup::html("main").with_all(view(VOICE, overview, here))
}

#[test]
fn every_mark_has_a_name_and_leads_to_its_post() {
    let shown = shown(Ok(&overview()), &page(running(&[])));
    let marks: Vec<_> = shown
        .all()
        .into_iter()
        .filter(|part| part.get("class") == Some("mark"))
        .collect();
    assert_eq!(marks.len(), 3);
    assert_eq!(
        marks[0].text(),
        "author gem on example.social: conversation 80 out of 100, 2 likes. Quiet gem"
    );
    assert_eq!(marks[0].get("href"), Some("https://example.social/gem"));
    let reachable = marks
        .iter()
        .filter(|mark| mark.get("tabindex") == Some("0"))
        .count();
    assert_eq!(reachable, 1);
}

#[test]
fn an_address_that_is_no_web_address_is_never_a_link() {
    let mut bad = post("bad", 80, 2, Stance::QuietGem);
    bad.permalink = Some("javascript:alert(1)".into());
    let overview = Overview {
        session: Summary::of(&[bad]),
        ..Overview::default()
    };
    let shown = shown(Ok(&overview), &page(PageState::Closed));
    assert!(shown.text().contains("author bad"));
    let own = ["report.html", "options.html"];
    let strange = |part: &&Markup| part.get("href").is_some_and(|href| !own.contains(&href));
    assert!(!shown.all().iter().any(strange));
}

#[test]
fn gems_and_applause_stand_in_lists_of_their_own() {
    let shown = shown(Ok(&overview()), &page(running(&[])));
    let list = |title: &str| {
        let found = shown
            .all()
            .into_iter()
            .find(|part| part.get("aria-labelledby") == Some(title));
        found.map(Markup::text).unwrap_or_default()
    };
    assert!(list("gems-title").contains("author gem example.social · 1 reply · 2 likes"));
    let folded = |id: &str| {
        let found = shown
            .all()
            .into_iter()
            .find(|part| part.get("id") == Some(id));
        found.map(Markup::text).unwrap_or_default()
    };
    assert!(folded("applause").contains("author clap"));
    assert!(!folded("applause").contains("author gem"));
}

#[test]
fn replies_are_counted_when_there_are_any() {
    let text = |written| {
        let mut overview = overview();
        overview.session.written = written;
        shown(Ok(&overview), &page(running(&[]))).text()
    };
    assert!(
        text(1).contains("0 conversations joined · 1 reply written"),
        "{}",
        text(1)
    );
    assert!(text(3).contains("3 replies written"));
    assert!(!text(0).contains("written"));
    assert!(text(0).contains(VOICE.say(Word::PopupNotJoined)));
}

#[test]
fn how_replies_listened_is_told_where_it_is_known() {
    let text = |known| {
        let mut overview = overview();
        overview.session.written = 3;
        overview.session.joined = 2;
        overview.session.listened = Listened {
            known,
            takes_up: 1,
            asks: 2,
            warm: 0,
        };
        shown(Ok(&overview), &page(running(&[]))).text()
    };
    assert!(text(3).contains("2 conversations joined · 3 replies written · 2 questions asked"));
    assert!(text(3).contains("Took up the other’s words: 1 of 3 · warm: 0 of 3"));
    assert!(!text(0).contains("Took up"));
}

#[test]
fn nothing_seen_says_what_to_do_and_draws_nothing() {
    let shown = shown(Ok(&Overview::default()), &page(running(&[])));
    assert!(shown.text().contains(Language::En.text(Word::PopupEmpty)));
    assert!(shown.all().iter().all(|part| part.tag != "svg"));
}

#[test]
fn every_state_of_a_page_has_its_line() {
    let text = |here: &Here, settings: Settings| {
        shown(
            Ok(&Overview {
                settings,
                ..Overview::default()
            }),
            here,
        )
        .text()
    };
    let off_here = || Settings {
        hosts_off: vec!["example.social".into()],
        ..Settings::default()
    };
    let off_everywhere = || Settings {
        all_off: true,
        ..Settings::default()
    };
    let expected = [
        (
            running(&["12 posts, no replies"]),
            Settings::default(),
            "12 posts, no replies",
        ),
        (
            running(&[]),
            Settings::default(),
            Language::En.text(Word::PopupNoPosts),
        ),
        (running(&[]), off_here(), Language::En.text(Word::PopupOff)),
        (
            running(&[]),
            off_everywhere(),
            Language::En.text(Word::PopupAllOff),
        ),
        (
            PageState::Busy,
            Settings::default(),
            Language::En.text(Word::PopupBusy),
        ),
        (
            PageState::NotStarted,
            Settings::default(),
            Language::En.text(Word::PopupNotStarted),
        ),
        (
            PageState::NotAllowed,
            Settings::default(),
            Language::En.text(Word::PopupNotAllowed),
        ),
        (
            PageState::Closed,
            Settings::default(),
            Language::En.text(Word::PopupClosed),
        ),
    ];
    for (state, settings, line) in expected {
        let text = text(&page(state), settings);
        assert!(text.contains(line), "{line} is not in {text}");
    }
}

#[test]
fn the_site_can_be_added_only_where_it_is_not_allowed_yet() {
    let has_button = |state| {
        shown(Ok(&overview()), &page(state))
            .all()
            .iter()
            .any(|part| part.get("data-action") == Some("add-host"))
    };
    assert!(has_button(PageState::NotAllowed));
    assert!(!has_button(PageState::Closed));
    assert!(!has_button(running(&[])));
}

#[test]
fn switches_show_what_is_stored() {
    let overview = Overview {
        settings: Settings {
            all_off: true,
            hosts_off: vec!["other.example".into()],
            ..Settings::default()
        },
        ..overview()
    };
    let shown = shown(Ok(&overview), &page(running(&[])));
    let checked = |id: &str| {
        let found = shown
            .all()
            .into_iter()
            .find(|part| part.get("id") == Some(id));
        found
            .and_then(|part| part.get("aria-checked"))
            .map(str::to_owned)
    };
    assert_eq!(checked("switch-here").as_deref(), Some("true"));
    assert_eq!(checked("switch-all").as_deref(), Some("false"));
}

/// The ids of all that is shown.
fn ids(shown: &Markup) -> Vec<String> {
    let ids = shown.all().into_iter().filter_map(|part| part.get("id"));
    ids.map(str::to_owned).collect()
}

#[test]
fn counters_are_chosen_only_where_they_can_step_back() {
    let chosen = |settings: Settings, here: &Here| {
        let overview = Overview {
            settings,
            ..overview()
        };
        let ids = ids(&shown(Ok(&overview), here));
        ids.iter()
            .any(|id| id == "counters" || id == "counter-likes")
    };
    let here = page(running(&[]));
    assert!(chosen(Settings::default(), &here));
    let off = [
        Settings {
            hosts_off: vec!["example.social".into()],
            ..Settings::default()
        },
        Settings {
            all_off: true,
            ..Settings::default()
        },
    ];
    for off in off {
        assert!(!chosen(off, &here));
    }
}

#[test]
fn a_counter_that_is_chosen_leaves_the_others_as_they_are_stored() {
    let likes = Counters {
        site: "mastodon".into(),
        ..Counters::default().with(Counter::Likes, Manner::Hidden)
    };
    let mut settings = Settings::default();
    settings
        .counters
        .insert("example.social".into(), likes.clone());
    // Off: nothing steps back, and what was chosen is still there.
    settings.hosts_off.push("example.social".into());
    let here = page(running(&[]));
    let chosen = here.counters_with(&settings, Counter::Reposts, Manner::Dimmed);
    let both = likes.with(Counter::Reposts, Manner::Dimmed);
    assert_eq!(chosen, Some(("example.social".to_owned(), both)));
}

#[test]
fn a_private_window_has_no_switch_that_would_keep_its_host() {
    let controls = |private| {
        let here = Here {
            private,
            ..page(running(&[]))
        };
        let shown = shown(Ok(&overview()), &here);
        (ids(&shown), shown.text())
    };
    let has = |ids: &[String], id: &str| ids.iter().any(|other| other == id);
    let ((open, _), (private, text)) = (controls(false), controls(true));
    for id in ["switch-here", "quiet-here", "counters"] {
        assert!(has(&open, id) && !has(&private, id), "{id}");
    }
    for id in ["switch-all", "quiet-all", "snooze-15"] {
        assert!(has(&private, id), "{id}");
    }
    assert!(text.contains(VOICE.say(Word::PopupPrivate)));
    let here = Here {
        private: true,
        ..page(running(&[]))
    };
    let off = Overview {
        settings: Settings {
            all_off: true,
            ..Settings::default()
        },
        ..overview()
    };
    let text = shown(Ok(&off), &here).text();
    assert!(text.contains(VOICE.say(Word::PopupPrivate)), "{text}");
    let settings = Settings::default();
    let chosen = here.counters_with(&settings, Counter::Likes, Manner::Hidden);
    assert_eq!(chosen, None);
}

#[test]
fn what_goes_away_by_being_pressed_leaves_the_focus_to_what_comes() {
    let shown = |snoozed_until, state| {
        let settings = Settings {
            snoozed_until,
            ..Settings::default()
        };
        let overview = Overview {
            settings,
            ..overview()
        };
        shown(Ok(&overview), &page(state))
    };
    let awake = shown(None, PageState::NotAllowed);
    let asleep = shown(Some(60_000.0), PageState::NotStarted);
    let named = |page: &Markup| -> Vec<String> {
        let next = page
            .all()
            .into_iter()
            .filter_map(|part| part.get(FOLLOWED_BY));
        next.map(str::to_owned).collect()
    };
    assert_eq!((named(&awake).len(), named(&asleep).len()), (5, 1));
    for (before, after) in [(&awake, &asleep), (&asleep, &awake)] {
        for next in named(before) {
            assert!(ids(after).contains(&next), "{next}");
        }
    }
}

#[test]
fn a_store_or_worker_that_fails_is_told() {
    let failing = Overview {
        problem: Some("no room".into()),
        ..overview()
    };
    let alert = |shown: &Markup| {
        let found = shown
            .all()
            .into_iter()
            .find(|part| part.get("role") == Some("alert"));
        found.map(Markup::text).unwrap_or_default()
    };
    assert!(alert(&shown(Ok(&failing), &page(PageState::Closed))).contains("no room"));
    assert!(alert(&shown(Err("gone"), &page(PageState::Closed))).contains("gone"));
    assert!(alert(&shown(Ok(&overview()), &page(PageState::Closed))).is_empty());
}

#[test]
fn a_site_is_called_by_its_title_or_its_host() {
    assert_eq!(
        site_name("hackernews", Some("https://news.ycombinator.com/item?id=1")),
        "Hacker News"
    );
    assert_eq!(site_name("mastodon@example.social", None), "example.social");
    assert_eq!(
        site_name("news", Some("https://www.example.org:8080/a")),
        "example.org"
    );
    assert_eq!(site_name("news", None), "news");
}

#[test]
fn who_is_logged_in_is_asked_once_for_each_site() {
    let mut here = page(running(&[]));
    if let PageState::Running(status) = &mut here.state {
        status.account = Some(Account {
            site: "mastodon@example.social".into(),
            handle: "ada".into(),
        });
    }
    let asked = |overview: &Overview, here: &Here| {
        let shown = shown(Ok(overview), here);
        let all = shown.all();
        let asked = all.iter().find(|part| part.get("id") == Some("is-it-you"));
        asked.map(|part| part.text())
    };
    let mut overview = overview();
    let said = asked(&overview, &here).unwrap();
    assert!(said.contains("@ada"), "{said}");
    for handles in [vec!["ada".to_owned()], Vec::new()] {
        let accounts = &mut overview.settings.accounts;
        accounts.insert("mastodon@example.social".into(), handles);
        assert_eq!(asked(&overview, &here), None);
    }
    overview.settings.accounts.clear();
    here.private = true;
    assert_eq!(asked(&overview, &here), None);
}

#[test]
fn own_posts_on_the_page_are_told_in_a_line() {
    for (posts, replies, likes, said) in [
        (4, 10, 6, "4. Answers per post: 2.5, likes per post: 1.5."),
        (1, 1, 0, "1. Answers per post: 1, likes per post: 0."),
    ] {
        let mut here = page(running(&[]));
        if let PageState::Running(status) = &mut here.state {
            status.own = OwnHere {
                posts,
                replies,
                likes,
            };
        }
        let text = shown(Ok(&overview()), &here).text();
        assert!(text.contains(said), "{said} is not in {text}");
    }
}
