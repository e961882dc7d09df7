//! What holds of every page, whatever is on it.

mod support;

use proptest::prelude::*;
use rapport::post::PostKind;
use rapport::read::{Element, Reader, SITES, text, thread};
use scraper::Html;
use std::collections::HashSet;
use support::{TestElement, own_page};

/// Pieces of the pages that sites make, and of pages that nobody makes.
fn html() -> impl Strategy<Value = String> {
    let opening = prop::sample::select(vec![
        "<table>",
        "<tr class='athing comtr' id='1'>",
        "<tr class='athing' id='2'>",
        "<tr>",
        "<td class='ind' indent='-1'>",
        "<td class='ind' indent='99999999999'>",
        "<div class='commtext'>",
        "<span class='score'>",
        "<a class='hnuser'>",
        "<span class='age' title='x 1'>",
        "<div class='status status-reply status--in-thread' data-id='3'>",
        "<div class='detailed-status__wrapper'>",
        "<a class='detailed-status__datetime' href='/@a/4'>",
        "<div class='status__content__text' lang='fr'>",
        "<div class='status__quote'>",
        "<div data-testid='feedItem-by-a.example'>",
        "<div data-testid='postThreadItem-by-'>",
        "<a data-tooltip href='/profile/a/post/3mdeitsgznc24'>",
        "<div data-word-wrap='1'>",
        "<div role='link'>",
        "<button data-testid='likeBtn' aria-label='(1,2,3'>",
        "<article data-id='5'>",
        "<div class='text'>",
        "<data class='likes' value='9K'>",
        "<time datetime='2026-99-99T00:00:00Z'>",
        "<br>",
        "<img alt='🙂'>",
        "<pre>",
        "<p hidden>",
        "<svg>",
        "<template>",
        "<html>",
        "</div>",
        "</table>",
        "</article>",
        "</p>",
        "</tr>",
    ]);
    let piece = prop_oneof![3 => opening.prop_map(str::to_owned), 1 => "[\\PC\\u{202a}\\n]{0,12}"];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_page_makes_reading_panic_and_what_is_read_is_sound(html in html(), threads in any::<bool>()) {
        let document = Html::parse_document(&html);
        let root = TestElement(document.root_element());
        for site in SITES {
            let url = if threads { "https://bsky.app/profile/a/post/b" } else { "https://a.example/" };
            let reader = Reader::new(site, url);
            let containers = reader.containers(&root);
            let mut readings = Vec::new();
            for container in &containers {
                reader.badge_anchor(container);
                prop_assert!(reader.container_of(container).is_some_and(|of| of.same(container)));
                if let Ok(reading) = reader.read(container) {
                    readings.push(reading);
                }
            }
            thread::assemble(&mut readings.iter_mut().collect::<Vec<_>>());
            let once = readings.clone();
            thread::assemble(&mut readings.iter_mut().collect::<Vec<_>>());
            prop_assert_eq!(&once, &readings);
            for reading in &readings {
                let post = &reading.post;
                prop_assert!(!post.id.is_empty());
                prop_assert!(post.text.chars().count() <= text::MAX_CHARS);
                prop_assert_ne!(post.parent.as_ref(), Some(&post.id));
                prop_assert_eq!(post.depth > 0, post.kind == PostKind::Comment);
                prop_assert!(post.author.as_ref().is_none_or(|author| !author.starts_with('@')));
                for count in [post.likes, post.replies, post.reposts, post.views].into_iter().flatten() {
                    prop_assert!(count.low <= count.value && count.value <= count.high);
                }
            }
        }
    }
}

#[test]
fn a_page_that_grows_is_put_together_as_when_it_is_read_at_once() {
    for (page, url) in [
        (
            "hackernews-item.html",
            "https://news.ycombinator.com/item?id=9002",
        ),
        ("mastodon-thread.html", "https://wood.example/@gil/702"),
        ("bluesky-feed.html", "https://bsky.app/"),
    ] {
        let whole = support::read_page(&own_page(page), url).readings;
        let mut growing = whole.clone();
        for length in 1..=growing.len() {
            let mut part: Vec<_> = growing[..length].iter_mut().collect();
            thread::assemble(&mut part);
        }
        assert_eq!(growing, whole, "{page}");
    }
}

#[test]
fn text_is_found_wherever_it_stands_but_not_in_what_nobody_reads() {
    let inside = |html: &str, keeps_lines: bool| {
        let document = Html::parse_fragment(&format!("<div id='x'>{html}</div>"));
        let element = TestElement(document.root_element())
            .select("#x")
            .expect("the element");
        text::read(&element, &[".left-out"], keeps_lines)
    };
    for (html, text) in [
        ("plain", "plain"),
        (" two\n  spaced \u{a0} words ", "two spaced words"),
        ("a<br>b<br><br>c<br><br><br>d", "a\nb\n\nc\n\nd"),
        ("<p>one</p>\n<p>two</p>", "one\n\ntwo"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<ul><li>one</li><li>two</li></ul>after", "one\ntwo\nafter"),
        ("<pre>  keep\n  lines</pre>", "keep\nlines"),
        ("so <img alt='🙂'> it <img> is", "so 🙂 it is"),
        (
            "seen<span hidden>not seen</span><script>no()</script><style>p{}</style>",
            "seen",
        ),
        ("kept <span class='left-out'>left out</span>too", "kept too"),
        ("<b>bo</b>ld", "bold"),
    ] {
        assert_eq!(inside(html, false), text, "{html}");
    }
    assert_eq!(inside("line\nline\n\n\nline", true), "line\nline\n\nline");
    assert_eq!(inside("line <b>one</b>\ntwo", true), "line one\ntwo");
    let deep = format!("{}deep{}", "<div>".repeat(400), "</div>".repeat(400));
    assert_eq!(inside(&format!("top {deep}"), false), "top");
}

#[test]
fn names_of_sites_are_unique_and_their_months_are_past() {
    let names: HashSet<_> = SITES.iter().map(|site| site.name()).collect();
    assert_eq!(names.len(), SITES.len());
    assert!(SITES.iter().all(|site| site.checked >= "2025-01"));
}
