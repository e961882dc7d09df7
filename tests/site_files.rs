//! The files of `sites/`, and what the build says of files that are wrong.

#[path = "../build/site_files/mod.rs"]
mod build_site_files;
mod support;

use rapport::read::{Element, Field, SITES, Site};
use std::path::Path;
use support::{TestElement, own_page, selector};

const GOOD: &str = r#"name = "good"
title = "Good"
checked = "2026-07"
hosts = ["good.example"]

[post]
container = ".post"

[thread]
parent = "told"

[fields]
id = [{ attr = "id" }]
published = [{ at = "a", attr = "href", with = "tid_time" }]
"#;

const FUNCTIONS: &str = "\npub fn tid_time(tid: &str) -> Option<String> {";

fn compile(source: &str) -> Result<String, String> {
    let file = ("sites/good.toml".to_owned(), source.to_owned());
    build_site_files::compile(&[file], FUNCTIONS)
}

#[test]
fn a_good_file_becomes_rust() {
    let code = compile(GOOD).unwrap();
    assert!(code.contains("name: \"good\""), "{code}");
    assert!(
        code.contains("with: Some(super::functions::tid_time)"),
        "{code}"
    );
}

#[test]
fn the_example_in_the_guide_is_a_good_file() {
    let guide = include_str!("../docs/adding-a-site.md");
    let example = guide
        .split("```toml")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let example = example.expect("an example");
    let file = ("sites/harbour.toml".to_owned(), example.to_owned());
    build_site_files::compile(&[file], FUNCTIONS).unwrap();
}

#[test]
fn a_bad_file_fails_the_build_with_its_line_and_the_reason() {
    for (good, bad, line, reason) in [
        (
            "container = \".post\"",
            "container = \".post\"\nconainer = \"x\"",
            8,
            "unknown field `conainer`",
        ),
        (
            "container = \".post\"",
            "container = \" \"",
            7,
            "the container is empty",
        ),
        ("container = \".post\"", "", 6, "missing field `container`"),
        (
            "id = [{ attr = \"id\" }]",
            "id = []",
            13,
            "the chain is empty",
        ),
        ("id = [{ attr = \"id\" }]", "id = [{}]", 13, "a link needs"),
        (
            "id = [{ attr = \"id\" }]",
            "ids = [{ attr = \"id\" }]",
            13,
            "unknown field, expected one of id,",
        ),
        ("id = [{ attr = \"id\" }]", "", 1, "there is no field `id`"),
        (
            "id = [{ attr = \"id\" }]",
            "id = [{ attr = \"class\" }]",
            13,
            "classes and styles are not watched",
        ),
        (
            "id = [{ attr = \"id\" }]",
            "id = [{ attr = \"id\", all = true }]",
            13,
            "`all` needs `at`",
        ),
        (
            "\"tid_time\"",
            "\"tidtime\"",
            14,
            "has no function of this name",
        ),
        ("2026-07", "2026-13", 3, "this is no month"),
        ("2026-07", "07/2026", 3, "this is no month"),
        (
            "hosts = [\"good.example\"]",
            "",
            1,
            "there must be hosts or a marker",
        ),
        (
            "good.example",
            "https://good.example/",
            4,
            "is no host name",
        ),
        (
            "name = \"good\"",
            "name = \"Good Site\"",
            1,
            "a name has only",
        ),
        (
            "name = \"good\"",
            "name = \"fine\"",
            1,
            "the file must be fine.toml",
        ),
        (
            "parent = \"told\"",
            "parent = \"guess\"",
            10,
            "expected \"told\"",
        ),
        (
            "parent = \"told\"",
            "parent = \"indent\"",
            10,
            "must say where",
        ),
        (
            "parent = \"told\"",
            "parent = \"told\"\nindent = { at = \"a\", attr = \"b\" }",
            11,
            "only for",
        ),
        (
            "[fields]",
            "[badge]\ncorner = \"left\"\n[fields]",
            13,
            "expected \"top-end\"",
        ),
        (
            "[fields]",
            "[composer]\nat = \"a\"\neditor = \"word\"\n[fields]",
            14,
            "expected \"textarea\"",
        ),
        (
            "[fields]",
            "[health]\noptional = [\"lieks\"]\n[fields]",
            13,
            "unknown field, expected one of",
        ),
        (
            "[thread]",
            "rounding = \"up\"\n[thread]",
            9,
            "expected \"nearest\"",
        ),
        (
            "[thread]",
            "numbers = \"roman\"\n[thread]",
            9,
            "expected \"language\"",
        ),
        (
            "parent = \"told\"",
            "parent = \"within\"",
            10,
            "must say in what",
        ),
        (
            "parent = \"told\"",
            "parent = \"told\"\nwithin = { of = \"ul\" }",
            11,
            "only for",
        ),
        (
            "[fields]",
            "[fields]\nquote = [{ at = \"q\" }]",
            13,
            "`quote` needs `foreign`",
        ),
        ("title = \"Good\"", "title = \" \"", 2, "the title is empty"),
        ("name = \"good\"", "name = good", 1, ""),
    ] {
        let source = GOOD.replacen(good, bad, 1);
        let error = compile(&source).expect_err(&source);
        assert!(
            error.starts_with(&format!("sites/good.toml:{line}: ")),
            "{bad:?}: {error}"
        );
        assert!(error.contains(reason), "{bad:?}: {error}");
    }
}

#[test]
fn every_selector_is_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for site in SITES {
        let path = format!("sites/{}.toml", site.name());
        let source = std::fs::read_to_string(root.join(&path)).unwrap();
        for (key, text) in site.selectors() {
            let line = source
                .lines()
                .position(|line| line.contains(text))
                .map_or(0, |at| at + 1);
            assert!(
                selector(text).is_some(),
                "{path}:{line}: {key}: {text:?} is no selector"
            );
        }
    }
}

/// Browsers refuse `:has()` within `:has()`, which `scraper` takes.
#[test]
fn no_selector_has_a_has_within_a_has() {
    for site in SITES {
        for (key, text) in site.selectors() {
            for (start, mark) in text.match_indices(":has(") {
                let inside = &text[start + mark.len()..];
                let mut depth = 1;
                let end = inside.find(|letter| {
                    match letter {
                        '(' => depth += 1,
                        ')' => depth -= 1,
                        _ => {}
                    }
                    depth == 0
                });
                let inside = &inside[..end.unwrap_or(inside.len())];
                assert!(
                    !inside.contains(":has("),
                    "{}: {key}: {text:?}",
                    site.name()
                );
            }
        }
    }
}

#[test]
fn every_site_has_the_fields_that_scores_rest_on() {
    for site in SITES {
        for field in [
            Field::Id,
            Field::Permalink,
            Field::Author,
            Field::Text,
            Field::Published,
            Field::Likes,
            Field::Replies,
        ] {
            // Nothing on a page of TikTok says where its posts stand alone.
            let has_none = [("tiktok", Field::Permalink)].contains(&(site.name(), field));
            assert_eq!(
                site.chain(field).is_empty(),
                has_none,
                "{}: the chain for {field:?}",
                site.name()
            );
        }
    }
}

#[test]
fn a_site_is_found_by_its_host_or_by_its_mark() {
    let find = |host: &str, page: &str| {
        let document = support::parse(&own_page(page));
        Site::find(host, &TestElement(document.root_element())).map(|site| site.key(host))
    };
    assert_eq!(
        find("news.ycombinator.com", "demo-empty.html").as_deref(),
        Some("hackernews")
    );
    assert_eq!(
        find("wood.example", "mastodon-feed.html").as_deref(),
        Some("mastodon@wood.example")
    );
    assert_eq!(find("evilbsky.app", "bluesky-feed.html"), None);
    assert_eq!(
        find("main.bsky.app", "bluesky-feed.html").as_deref(),
        Some("bluesky")
    );
    assert_eq!(find("elsewhere.example", "hackernews-front.html"), None);
    // The nearest domain wins.
    assert_eq!(
        find("old.reddit.com", "reddit-old-feed.html").as_deref(),
        Some("reddit-old")
    );
    assert_eq!(
        find("sh.reddit.com", "reddit-feed.html").as_deref(),
        Some("reddit")
    );
}

#[test]
fn reply_buttons_and_composers_are_found() {
    for (page, host, replies, composer) in [
        ("hackernews-item.html", "news.ycombinator.com", 6, true),
        ("mastodon-feed.html", "wood.example", 5, true),
        ("bluesky-feed.html", "bsky.app", 5, false),
        ("x-feed.html", "x.com", 10, true),
        ("threads-feed.html", "www.threads.com", 6, true),
        ("instagram-feed.html", "www.instagram.com", 4, true),
        ("instagram-post.html", "www.instagram.com", 1, true),
        ("facebook-feed.html", "www.facebook.com", 5, false),
        ("facebook-post.html", "www.facebook.com", 2, true),
        ("linkedin-feed.html", "www.linkedin.com", 9, true),
        ("linkedin-2026.html", "www.linkedin.com", 3, true),
        ("linkedin-public.html", "fr.linkedin.com", 0, false),
        ("reddit-thread.html", "www.reddit.com", 6, true),
        ("reddit-feed.html", "sh.reddit.com", 0, false),
        ("reddit-old-thread.html", "old.reddit.com", 5, true),
        (
            "stackexchange-question.html",
            "cooking.stackexchange.com",
            5,
            true,
        ),
    ] {
        let document = support::parse(&own_page(page));
        let root = TestElement(document.root_element());
        let site = Site::find(host, &root).unwrap();
        assert_eq!(
            root.select_all(site.reply.unwrap()).len(),
            replies,
            "{page}"
        );
        let found = root.select(site.composer.unwrap().at).is_some();
        assert_eq!(found, composer, "{page}");
    }
}

/// A style sheet for a page, which lets counters step back, needs more than a
/// content script does: the permission for the host.
#[test]
fn the_manifest_asks_for_the_hosts_on_which_it_starts_and_no_others() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = std::fs::read_to_string(root.join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert!(manifest["host_permissions"].is_array());
    assert_eq!(
        manifest["host_permissions"],
        manifest["content_scripts"][0]["matches"]
    );
}
