//! What holds of every page, whatever is on it.

#![allow(clippy::expect_used)]

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use rapport::post::PostKind;
use rapport::read::{Element, Reader, SITES, Site, text, thread};
use scraper::Html;
use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;
use support::{TestElement, own_page};

/// Tags and texts of the written pages, in their order.
static PAGES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("tests/pages is there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "html")
        })
        .collect();
    paths.sort();
    let pages = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a page"));
    pages
        .map(|page| page.split_inclusive('>').map(str::to_owned).collect())
        .collect()
});

/// What no written page has.
const ODD: [&str; 16] = [
    "<td class='ind' indent='-1'>",
    "<td class='ind' indent='99999999999'>",
    "<a class='detailed-status__datetime' href='/@a/4'>",
    "<div data-testid='postThreadItem-by-'>",
    "<a data-tooltip href='/profile/a/post/3mdeitsgznc24'>",
    "<button data-testid='likeBtn' aria-label='(1,2,3'>",
    "<time datetime='2026-99-99T00:00:00Z'>",
    "<p hidden>",
    "<svg>",
    "<template>",
    "<html>",
    "</div>",
    "</article>",
    "</li>",
    "\u{202a}\u{fffd}",
    "<![CDATA[",
];

/// Pages that sites make with pieces lost, doubled and mixed, and pages that
/// nobody makes.
fn html() -> impl Strategy<Value = String> {
    let of_pages = (any::<Index>(), any::<Index>(), 1_usize..30).prop_map(|(page, at, length)| {
        let pieces = page.get(&PAGES[..]);
        let at = at.index(pieces.len());
        pieces[at..(at + length).min(pieces.len())].concat()
    });
    let odd = prop::sample::select(&ODD[..]).prop_map(str::to_owned);
    let piece = prop_oneof![4 => of_pages, 2 => odd, 1 => "[\\PC\\u{202a}\\n]{0,12}"];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_page_makes_reading_panic_and_what_is_read_is_sound(html in html(), threads in any::<bool>()) {
        let document = support::parse(&html);
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
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    for entry in std::fs::read_dir(folder).expect("tests/pages is there") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let about = std::fs::read_to_string(&path).expect("a file of expected posts");
        let about: toml::Table = toml::from_str(&about).expect("a file of expected posts");
        let url = about["url"].as_str().expect("a url");
        let page = path.with_extension("html");
        let page = page.file_name().expect("a name").to_string_lossy();
        let whole = support::read_page(&own_page(&page), url).readings;
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
        text::read(&element, &[".left-out"], Some(".in-line"), keeps_lines)
    };
    for (html, text) in [
        ("plain", "plain"),
        (" two\n  spaced \u{a0} words ", "two spaced words"),
        ("a<br>b<br><br>c<br><br><br>d", "a\nb\n\nc\n\nd"),
        ("<p>one</p>\n<p>two</p>", "one\n\ntwo"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("say <div class='in-line'>it</div> so", "say it so"),
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
    let is_dated = |site: &Site| site.checked == "unseen" || site.checked >= "2023-01";
    assert!(SITES.iter().all(is_dated));
}
