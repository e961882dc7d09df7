//! Reads the pages of `tests/pages`, which are written for these tests after
//! the structure of real ones.

#![allow(clippy::panic)]

mod support;

use rapport::post::{Count, Post, PostKind};
use rapport::read::{Element, Field, HealthLine, PageKind, Reader, Site, Skip, health, text};
use support::{Page, TestElement, own_page, read_page};

fn number(count: Option<Count>) -> String {
    match count {
        None => "-".to_owned(),
        Some(count) if count.is_exact() => count.value.to_string(),
        Some(count) => format!("{}~{}", count.low, count.high),
    }
}

/// A post in one line: kind and depth, id, parent, author, likes, replies,
/// reposts.
fn line(post: &Post) -> String {
    format!(
        "{}{} {} < {} by {} | {} {} {}{}{}",
        if post.kind == PostKind::Post {
            "post"
        } else {
            "comment"
        },
        post.depth,
        post.id,
        post.parent.as_deref().unwrap_or("-"),
        post.author.as_deref().unwrap_or("-"),
        number(post.likes),
        number(post.replies),
        number(post.reposts),
        if post.promoted { " promoted" } else { "" },
        if post.deleted { " deleted" } else { "" },
    )
}

fn lines(page: &Page) -> Vec<String> {
    page.readings
        .iter()
        .map(|reading| line(&reading.post))
        .collect()
}

fn post<'a>(page: &'a Page, id: &str) -> &'a Post {
    let found = page.readings.iter().find(|reading| reading.post.id == id);
    &found.unwrap_or_else(|| panic!("{id} was not read")).post
}

#[test]
fn the_front_page_of_hacker_news_is_read() {
    let page = read_page(
        &own_page("hackernews-front.html"),
        "https://news.ycombinator.com/news",
    );
    assert_eq!(
        lines(&page),
        [
            "post0 9001 < - by mirela | 1204 236 -",
            "post0 9002 < - by oskar_b | 1 0 -",
            "post0 9003 < - by - | - - -",
            "post0 9004 < - by loud | 7 1 - deleted",
        ]
    );
    let first = post(&page, "9001");
    assert_eq!(
        first.text,
        "Tides & clocks: why harbours kept their own time"
    );
    assert_eq!(
        first.permalink.as_deref(),
        Some("https://news.ycombinator.com/item?id=9001")
    );
    assert_eq!(first.published.as_deref(), Some("2026-07-14T08:30:00Z"));
    assert_eq!(
        post(&page, "9003").published.as_deref(),
        Some("2026-07-14T10:00:01Z")
    );
}

#[test]
fn a_thread_of_hacker_news_is_read_with_deleted_and_missing_comments() {
    let page = read_page(
        &own_page("hackernews-item.html"),
        "https://news.ycombinator.com/item?id=9002",
    );
    assert_eq!(
        lines(&page),
        [
            "post0 9002 < - by oskar_b | 58 8 -",
            "comment1 9102 < 9002 by mirela | - 3 -",
            "comment2 9103 < 9102 by oskar_b | - 2 -",
            "comment3 9104 < 9103 by mirela | - 0 -",
            "comment3 9105 < 9103 by - | - 0 - deleted",
            "comment1 9106 < 9002 by grump | - 0 - deleted",
            "comment1 9107 < 9002 by loud | - 0 - deleted",
            "comment1 9108 < 9002 by helen | - 1 -",
            "comment3 9109 < 9108 by ines | - 0 -",
        ]
    );
    assert_eq!(
        post(&page, "9002").text,
        "Ask HN: How do you keep a garden notebook?\n\nI forget what I sowed where.\n\nPaper or a program?"
    );
    assert_eq!(
        post(&page, "9102").text,
        "A paper book by the door.\n\nThe phone stays inside; \"later\" never comes.\n\nbeans 12 May\nleeks 3 June"
    );
    assert_eq!(
        post(&page, "9108").text,
        "I once wrote <b>[flagged]</b> in mine, to remember the slugs."
    );
}

#[test]
fn a_feed_of_mastodon_is_read_without_shells_suggestions_and_quotes() {
    let page = read_page(&own_page("mastodon-feed.html"), "https://wood.example/home");
    assert_eq!(
        lines(&page),
        [
            "post0 501 < - by ana | - 3 -",
            "post0 603 < - by bo@elsewhere.example | - 10 -",
            "comment1 504 < - by ceri | 2450~2599 1150~1299 -",
            "post0 505 < - by eli | - 0 -",
        ]
    );
    let first = post(&page, "501");
    assert_eq!(first.name.as_deref(), Some("Ana :leaf:"));
    assert_eq!(
        first.text,
        "Moved the bench to the window.\nNow everyone sits there. 🪑\n\nMore at https://benches.example/why/we/sit"
    );
    assert_eq!(
        first.permalink.as_deref(),
        Some("https://wood.example/@ana/501")
    );
    assert_eq!(post(&page, "603").lang.as_deref(), Some("fr"));
    assert_eq!(
        post(&page, "603").published.as_deref(),
        Some("2026-08-03T07:00:00Z")
    );
    assert_eq!(post(&page, "504").text, "What do you make of this?");
    assert_eq!(post(&page, "505").text, "Spider, large");
}

#[test]
fn a_text_behind_a_warning_is_not_read_before_it_is_shown() {
    let page = |shown: &str| {
        let html = own_page("mastodon-feed.html").replacen(
            "<div class=\"status__content__text status__content__text--visible translate\" lang=\"en\"><p>Moved",
            &format!(
                "<p><span class=\"translate\" lang=\"en\">Furniture</span> \
                 <button class=\"status__content__spoiler-link\">Show more</button></p>\
                 <div class=\"status__content__text {shown} translate\" lang=\"en\"><p>Moved"
            ),
            1,
        );
        read_page(&html, "https://wood.example/home")
    };
    assert_eq!(post(&page(""), "501").text, "Furniture");
    let shown = page("status__content__text--visible");
    assert!(post(&shown, "501").text.starts_with("Moved the bench"));
}

#[test]
fn a_thread_of_mastodon_is_put_together_from_its_lines_and_mentions() {
    let page = read_page(
        &own_page("mastodon-thread.html"),
        "https://wood.example/@gil/702",
    );
    assert_eq!(
        lines(&page),
        [
            "post0 700 < - by gil | - 0 -",
            "comment1 701 < 700 by hana | - 0 -",
            "comment2 702 < 701 by gil | 12 - 2",
            "comment3 703 < 702 by hana | - 0 -",
            "comment4 704 < 703 by gil | - 0 -",
            "comment4 705 < 703 by ivo | - 0 -",
            "comment5 706 < 705 by hana | - 0 -",
            "comment3 707 < 702 by jun | - 0 -",
        ]
    );
}

#[test]
fn a_feed_of_bluesky_is_read_in_any_language_without_earlier_screens() {
    let page = read_page(&own_page("bluesky-feed.html"), "https://bsky.app/");
    assert_eq!(page.containers, 5);
    assert_eq!(
        lines(&page),
        [
            "post0 3mdeitsgznc24 < - by lise.example | 15554 1254 1200~1299",
            "comment1 3mdeicpyge22l < 3mdeitsgznc24 by max.example | 3 1 0",
            "post0 3mdehnmv5o22b < - by noa.example | 0 0 0",
            "comment1 3mdehdfjfzs2g < - by oda.example | 12 0 2",
        ]
    );
    let first = post(&page, "3mdeitsgznc24");
    assert_eq!(first.name.as_deref(), Some("Lise ☘️"));
    assert_eq!(first.text, "Le pain a levé.\n\nEnfin ! #pain");
    assert_eq!(post(&page, "3mdehnmv5o22b").text, "Regardez ça.");
}

#[test]
fn odd_posts_give_what_they_have_and_no_more() {
    let page = read_page(&own_page("demo-odd.html"), "http://127.0.0.1:8000/");
    assert_eq!(
        lines(&page),
        [
            "post0 no-text < - by ana | - - -",
            "post0 outer < - by ana | - 1 -",
            "comment1 inner < outer by bo | 7 - -",
            "post0 bad-counts < - by ana | - - 2350~2450",
            "post0 bad-time < - by ana | - - -",
            "post0 promoted < - by ana | - - - promoted",
        ]
    );
    assert_eq!(post(&page, "outer").text, "Outer words.");
    assert_eq!(post(&page, "inner").text, "Inner words.");
    assert_eq!(post(&page, "bad-time").published, None);
    assert_eq!(post(&page, "bad-time").lang, None);
}

#[test]
fn a_container_without_a_post_says_why() {
    let document = support::parse(&own_page("demo-odd.html"));
    let root = TestElement(document.root_element());
    let site = Site::find("127.0.0.1", &root).expect("the demo");
    let reader = Reader::new(site, "http://127.0.0.1/");
    let containers = reader.containers(&root);
    assert_eq!(reader.read(&containers[0]), Err(Skip::Empty));
    assert_eq!(reader.read(&containers[1]), Err(Skip::NoId));

    let document = support::parse(&own_page("bluesky-feed.html"));
    let root = TestElement(document.root_element());
    let site = Site::find("bsky.app", &root).expect("Bluesky");
    let reader = Reader::new(site, "https://bsky.app/");
    assert_eq!(reader.read(&reader.containers(&root)[0]), Err(Skip::Hidden));

    let document = support::parse(&own_page("mastodon-feed.html"));
    let root = TestElement(document.root_element());
    let site = Site::find("wood.example", &root).expect("Mastodon");
    let reader = Reader::new(site, "https://wood.example/");
    let quoted = root.select(".status--is-quote").expect("a quote");
    assert_eq!(reader.read(&quoted), Err(Skip::NoPost));
}

#[test]
fn a_million_characters_are_cut() {
    let marked = "<b>sea</b> ".repeat(20_000);
    for inside in ["sea ".repeat(250_000), marked] {
        let html = own_page("demo-empty.html").replace(
            "<p>Nobody has written yet.</p>",
            &format!("<article class=\"post\" data-id=\"long\"><div class=\"text\">{inside}</div></article>"),
        );
        let page = read_page(&html, "http://127.0.0.1/");
        let text = &post(&page, "long").text;
        assert!(text.starts_with("sea sea"), "{}", &text[..20]);
        // Many elements are cut sooner than many characters.
        assert!(
            (6_000..=text::MAX_CHARS).contains(&text.len()),
            "{}",
            text.len()
        );
    }
}

#[test]
fn a_page_without_posts_is_unwell_and_one_without_counts_says_so() {
    let empty = read_page(&own_page("demo-empty.html"), "http://127.0.0.1/");
    assert_eq!(empty.containers, 0);
    assert_eq!(health(empty.site, &empty.readings), [HealthLine::NoPosts]);

    for (page, url) in [
        ("bluesky-feed.html", "https://bsky.app/"),
        ("hackernews-front.html", "https://news.ycombinator.com/"),
        (
            "hackernews-item.html",
            "https://news.ycombinator.com/item?id=9002",
        ),
        ("mastodon-feed.html", "https://wood.example/home"),
        ("mastodon-thread.html", "https://wood.example/@gil/702"),
    ] {
        let well = read_page(&own_page(page), url);
        let thrice = (0..3).flat_map(|_| &well.readings);
        assert_eq!(health(well.site, thrice), [], "{page}");
    }

    let changed = own_page("bluesky-feed.html").replace("aria-label=\"J’aime", "data-x=\"");
    let page = read_page(
        &changed.replace("replyBtn", "answerBtn"),
        "https://bsky.app/",
    );
    let twice = || page.readings.iter().chain(&page.readings);
    let lines = health(page.site, twice());
    let posts = twice().count();
    for field in [Field::Likes, Field::Replies] {
        assert!(
            lines.contains(&HealthLine::Missing { field, posts }),
            "{lines:?}"
        );
    }
    assert!(
        !lines.contains(&HealthLine::Missing {
            field: Field::Author,
            posts
        }),
        "{lines:?}"
    );
}

#[test]
fn a_changed_node_leads_to_its_post_and_the_badge_to_a_cell() {
    let document = support::parse(&own_page("hackernews-item.html"));
    let root = TestElement(document.root_element());
    let site = Site::find("news.ycombinator.com", &root).expect("Hacker News");
    let reader = Reader::new(site, "https://news.ycombinator.com/item?id=9002");
    let id_of = |selector: &str| {
        let node = root
            .select(selector)
            .unwrap_or_else(|| panic!("no {selector}"));
        reader
            .container_of(&node)
            .and_then(|container| container.attribute("id"))
    };
    assert_eq!(id_of(".subtext .score").as_deref(), Some("9002"));
    assert_eq!(id_of(".toptext p").as_deref(), Some("9002"));
    assert_eq!(id_of("[id='9103'] .commtext a").as_deref(), Some("9103"));
    assert_eq!(id_of("#hnmain"), None);

    let containers = reader.containers(&root);
    assert_eq!(containers.len(), 9);
    for container in &containers {
        assert!(container.tag() == "tr" && reader.badge_anchor(container).tag() == "td");
    }
    assert_eq!(
        reader
            .badge_anchor(&containers[0])
            .select(".titleline")
            .map(|line| line.tag())
            .as_deref(),
        Some("span")
    );
    assert!(
        reader
            .containers(&containers[3])
            .first()
            .is_some_and(|first| first.same(&containers[3]))
    );
    assert_eq!(reader.attributes(), ["href", "id", "indent", "n", "title"]);
}

#[test]
fn addresses_tell_threads_from_feeds() {
    let site = |name: &str| {
        rapport::read::SITES
            .iter()
            .find(|site| site.name() == name)
            .expect("a site")
    };
    for (name, url, kind) in [
        (
            "hackernews",
            "https://news.ycombinator.com/item?id=9002",
            PageKind::Thread,
        ),
        (
            "hackernews",
            "https://news.ycombinator.com/",
            PageKind::Feed,
        ),
        (
            "bluesky",
            "https://bsky.app/profile/lise.example/post/3mdeitsgznc24",
            PageKind::Thread,
        ),
        (
            "bluesky",
            "https://bsky.app/profile/lise.example",
            PageKind::Feed,
        ),
        (
            "mastodon",
            "https://wood.example/@gil@other.example/702",
            PageKind::Thread,
        ),
        (
            "mastodon",
            "https://wood.example/@gil/with_replies",
            PageKind::Feed,
        ),
        ("mastodon", "https://wood.example/home", PageKind::Feed),
    ] {
        assert_eq!(Reader::new(site(name), url).page_kind(), kind, "{url}");
    }
}
