//! The saved pages of sites that have a file, read as if they had none: what
//! the reader does on a site that nobody has looked at. How many posts are
//! there is what the site's own file reads.

use crate::generic::read;
use crate::support::{read_page, saved_page};
use std::collections::HashSet;

/// Pages with their addresses, and of a hundred posts how many must be found:
/// this keeps what is reached. With 0 are those whose markup says nothing that
/// posts are known by (no exact time, and classes that a machine made). On the
/// profile at X a post that only quotes another is read with the quoted text.
pub const PAGES: [(&str, &str, usize); 10] = [
    (
        "hackernews/item-71-comments-2026-07.html",
        "https://news.ycombinator.com/item?id=48920992",
        95,
    ),
    (
        "mastodon/thread-live-2026-08.html",
        "http://mastodon.example:3000/@ana/115",
        90,
    ),
    (
        "mastodon/thread-anonymised-2026-04.html",
        "https://mastodon.social/@user/12345678",
        90,
    ),
    (
        "x/post-loggedout-2025-12.html",
        "https://x.com/a/status/1",
        100,
    ),
    ("x/profile-loggedout-2025-12.html", "https://x.com/a", 60),
    (
        "x/tweet-quote-2025-11.html",
        "https://x.com/a/status/1",
        100,
    ),
    (
        "bluesky/thread-image-2026-01.html",
        "https://bsky.app/profile/a/post/b",
        0,
    ),
    ("threads/home-2025-04.html", "https://www.threads.net/", 40),
    (
        "instagram/home-2025-04.html",
        "https://www.instagram.com/",
        0,
    ),
    (
        "facebook/post-comments-2025-06.html",
        "https://www.facebook.com/a/posts/1",
        0,
    ),
];

/// The first words of a text, without spaces: what both readings have alike.
pub fn start(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .take(30)
        .collect()
}

#[test]
fn posts_of_known_sites_are_found_without_their_files() {
    let mut low = Vec::new();
    for (file, url, least) in PAGES {
        let Some(html) = saved_page(file) else {
            continue;
        };
        let known = read_page(&html, url);
        let there: HashSet<String> = known
            .readings
            .iter()
            .map(|reading| start(&reading.post.text))
            .filter(|text| !text.is_empty())
            .collect();
        let seen = read(&html, url).readings;
        let texts: HashSet<String> = seen
            .iter()
            .map(|reading| start(&reading.post.text))
            .collect();
        let found = there.intersection(&texts).count();
        let others = seen
            .iter()
            .filter(|reading| !there.contains(&start(&reading.post.text)))
            .count();
        println!(
            "{file}: posts with text {found}/{}, other readings {others}",
            there.len()
        );
        if found * 100 < there.len() * least {
            low.push(file);
        }
    }
    assert!(low.is_empty(), "too few posts are found on {low:?}");
}
