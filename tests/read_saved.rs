//! Reads real pages and compares every field with what plain scanning of the
//! page's source gives: another way, which knows nothing of the site files.
//!
//! `cargo test --test read_saved -- --nocapture` prints the table. Where the
//! folder of saved pages is missing, it says so and checks nothing.

#![allow(clippy::print_stdout)]

mod support;

use rapport::post::{Count, PostKind};
use rapport::read::Reading;
use std::collections::HashMap;
use support::scan::{Scanned, bluesky, hackernews, mastodon};

/// The fields of the table, in the order of its columns.
const FIELDS: [&str; 11] = [
    "permalink",
    "author",
    "name",
    "text",
    "lang",
    "published",
    "likes",
    "replies",
    "reposts",
    "parent",
    "kind",
];

/// For each field: how often it was right, and how often there was something
/// to read (or something was read).
#[derive(Default)]
struct Tally([(usize, usize); FIELDS.len()]);

impl Tally {
    fn compare(&mut self, seen: &Reading, there: &Scanned, page: &str) {
        let post = &seen.post;
        let exact = |count: Option<Count>| count.map(|count| count.value.to_string());
        let bounds = |count: Option<Count>, written: &Option<String>| match (count, written) {
            // Where the page rounds, the scan gives the bounds.
            (Some(count), Some(written)) if written.contains('~') => {
                Some(format!("{}~{}", count.low, count.high))
            }
            _ => exact(count),
        };
        let squeezed = |text: &str| {
            text.chars()
                .filter(|letter| !letter.is_whitespace())
                .collect::<String>()
        };
        let kind = if post.kind == PostKind::Post {
            "post"
        } else {
            "comment"
        };
        let published =
            there
                .published
                .as_ref()
                .zip(post.published.as_ref())
                .map(|(there, seen)| {
                    if seen.starts_with(there.as_str()) {
                        there.clone()
                    } else {
                        seen.clone()
                    }
                });
        let pairs = [
            (post.permalink.clone(), there.permalink.clone()),
            (post.author.clone(), there.author.clone()),
            (
                post.name.as_deref().map(squeezed),
                there.name.as_deref().map(squeezed),
            ),
            (
                Some(squeezed(&post.text)).filter(|text| !text.is_empty()),
                there.text.as_deref().map(squeezed),
            ),
            (post.lang.clone(), there.lang.clone()),
            (
                published.or_else(|| post.published.clone()),
                there.published.clone(),
            ),
            (bounds(post.likes, &there.likes), there.likes.clone()),
            (bounds(post.replies, &there.replies), there.replies.clone()),
            (bounds(post.reposts, &there.reposts), there.reposts.clone()),
            (post.parent.clone(), there.parent.clone()),
            (Some(kind.to_owned()), Some(there.kind.to_owned())),
        ];
        for ((field, (seen, there)), (right, present)) in FIELDS.iter().zip(pairs).zip(&mut self.0)
        {
            if seen.is_none() && there.is_none() {
                continue;
            }
            *present += 1;
            if seen == there {
                *right += 1;
            } else {
                println!("{page} {}: {field} is {there:?}, read as {seen:?}", post.id);
            }
        }
    }
}

/// Compares a page; gives posts found and there, and the fields.
fn compare(
    name: &str,
    url: &str,
    there: impl Fn(&str, &str) -> Vec<Scanned>,
) -> Option<(usize, usize, Tally)> {
    let html = support::saved_page(name)?;
    let there = there(&html, url);
    let page = support::read_page(&html, url);
    let mut tally = Tally::default();
    let seen: HashMap<&str, &Reading> = page
        .readings
        .iter()
        .map(|one| (one.post.id.as_str(), one))
        .collect();
    assert_eq!(
        seen.len(),
        page.readings.len(),
        "{name}: ids are not unique"
    );
    let mut found = 0;
    for scanned in &there {
        if let Some(reading) = seen.get(scanned.id.as_str()) {
            found += 1;
            tally.compare(reading, scanned, name);
        }
    }
    assert_eq!(
        found,
        page.readings.len(),
        "{name}: something was read that is no post"
    );
    Some((found, there.len(), tally))
}

#[test]
fn every_post_of_real_pages_is_found_and_its_fields_are_right() {
    let pages = [
        compare(
            "hackernews/item-71-comments-2026-07.html",
            "https://news.ycombinator.com/item?id=48919363",
            hackernews,
        ),
        compare(
            "bluesky/thread-image-2026-01.html",
            "https://bsky.app/profile/glendunlap.bsky.social/post/3mdegyw3ves2t",
            bluesky,
        ),
        compare(
            "bluesky/profile-2026-01.html",
            "https://bsky.app/profile/stephenking.bsky.social",
            bluesky,
        ),
        compare(
            "mastodon/thread-live-2026-08.html",
            "https://mastodon.example/@carbon_carl@piaille.example/117658995916801386",
            mastodon,
        ),
        compare(
            "mastodon/thread-anonymised-2026-04.html",
            "https://mastodon.example/@alice/12345678",
            mastodon,
        ),
    ];
    let names = [
        "hackernews item",
        "bluesky thread",
        "bluesky profile",
        "mastodon 4.6 thread",
        "mastodon older thread",
    ];
    println!(
        "{:<22} {:>7}  {}",
        "page",
        "posts",
        FIELDS.map(|field| format!("{field:>9}")).join(" ")
    );
    let (mut right, mut present) = (0, 0);
    for (name, page) in names.iter().zip(&pages) {
        let Some((found, there, tally)) = page else {
            continue;
        };
        let cells = tally
            .0
            .map(|(right, present)| format!("{:>9}", format!("{right}/{present}")));
        println!(
            "{name:<22} {:>7}  {}",
            format!("{found}/{there}"),
            cells.join(" ")
        );
        right += tally.0.iter().map(|cell| cell.0).sum::<usize>();
        present += tally.0.iter().map(|cell| cell.1).sum::<usize>();
        assert_eq!(found, there, "{name}: not every post was found");
    }
    println!("fields right: {right} of {present}");
    assert!(
        right * 100 >= present * 99,
        "only {right} of {present} fields are right"
    );
}

/// The labels of Bluesky's buttons hold exact likes, and short ones stand
/// beside them: read without the labels, the bounds must hold the exact number.
#[test]
fn the_bounds_of_short_counts_hold_the_exact_ones_of_the_same_page() {
    let mut short = 0;
    for (name, url) in [
        (
            "bluesky/thread-image-2026-01.html",
            "https://bsky.app/profile/glendunlap.bsky.social/post/3mdegyw3ves2t",
        ),
        (
            "bluesky/profile-2026-01.html",
            "https://bsky.app/profile/stephenking.bsky.social",
        ),
    ] {
        let Some(html) = support::saved_page(name) else {
            return;
        };
        let exact = support::read_page(&html, url).readings;
        let shown = html.replace("aria-label=\"Like (", "data-label=\"(");
        let shown = support::read_page(&shown, url).readings;
        assert_eq!(exact.len(), shown.len());
        for (exact, shown) in exact.iter().zip(&shown) {
            let (Some(exact), Some(shown)) = (exact.post.likes, shown.post.likes) else {
                continue;
            };
            assert!(exact.is_exact());
            assert!(
                shown.low <= exact.value && exact.value <= shown.high,
                "{name}: {exact:?} is not in {shown:?}"
            );
            short += usize::from(!shown.is_exact());
        }
    }
    println!("short counts whose bounds hold the exact number: {short}");
    assert!(short >= 20, "only {short} short counts were compared");
}
