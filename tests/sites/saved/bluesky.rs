//! Bluesky.

use super::scan::{between, digits, inside, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![
        SavedPage {
            name: "bluesky thread",
            file: "bluesky/thread-image-2026-01.html",
            url: "https://bsky.app/profile/glendunlap.bsky.social/post/3mdegyw3ves2t",
            scan,
        },
        SavedPage {
            name: "bluesky profile",
            file: "bluesky/profile-2026-01.html",
            url: "https://bsky.app/profile/stephenking.bsky.social",
            scan,
        },
    ]
}

/// "January 27, 2026 at 1:28 AM", one hour ahead of UTC → `2026-01-27T00:28`.
fn minute(label: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let label = label.replace([',', '\u{202f}'], " ");
    let words: Vec<&str> = label.split_whitespace().collect();
    let [month, day, year, "at", clock, half] = words[..] else {
        return None;
    };
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let (hour, minute) = clock.split_once(':')?;
    let hour: u32 = hour.parse::<u32>().ok()? % 12 + if half == "PM" { 12 } else { 0 };
    let day: u32 = day.parse().ok()?;
    // None of the posts was written in the first hour of a month.
    let (day, hour) = if hour == 0 {
        (day - 1, 23)
    } else {
        (day, hour - 1)
    };
    Some(format!("{year}-{month:02}-{day:02}T{hour:02}:{minute}"))
}

/// Bluesky: a feed or a thread, whose focal post comes first.
fn scan(html: &str, url: &str) -> Vec<Scanned> {
    let thread = url.contains("/post/");
    let mark = if thread {
        "data-testid=\"postThreadItem-by-"
    } else {
        "data-testid=\"feedItem-by-"
    };
    let mut posts: Vec<Scanned> = Vec::new();
    for (index, part) in parts(html, mark).into_iter().enumerate() {
        let author = part.split_once('"').map(|(handle, _)| handle.to_owned());
        let handle = author.clone().unwrap_or_default();
        let id = between(part, &format!("href=\"/profile/{handle}/post/"), "\"")
            .map(|id| id.split('/').next().unwrap_or_default().to_owned())
            .unwrap_or_default();
        let focal = thread && index == 0;
        let name = if focal {
            part.match_indices(&format!("href=\"/profile/{handle}\""))
                .nth(1)
                .map(|(at, _)| {
                    let rest = &part[at..];
                    stripped(inside(
                        rest.split_once("dir=\"auto\"")
                            .and_then(|cut| cut.1.split_once('>'))
                            .map_or("", |cut| cut.1),
                        "div",
                    ))
                })
        } else {
            between(part, "aria-label=\"View profile\"", "</a>")
                .and_then(|link| Some(stripped(link.split_once('>')?.1)))
        };
        let wrapped = |part: &str| {
            let text = part.split_once("data-word-wrap=\"1\"")?.1;
            Some(stripped(inside(text.split_once('>')?.1, "div")))
        };
        let quoted = part.split_once("aria-label=\"Post by ");
        let label = |button: &str| {
            let end = part.find(&format!("data-testid=\"{button}\""))?;
            let label = part[..end].rsplit_once("aria-label=\"")?.1;
            Some(digits(between(label, "(", ")")?))
        };
        let reposts = part
            .split_once("data-testid=\"repostCount\"")
            .and_then(|cut| {
                let shown = stripped(cut.1.split_once('>')?.1.split_once('<')?.0);
                let Some(thousands) = shown.strip_suffix('K') else {
                    return Some(shown);
                };
                let (whole, part) = thousands.split_once('.').unwrap_or((thousands, ""));
                let unit = if part.is_empty() { 1000 } else { 100 };
                let value: u64 = format!("{whole}{part}").parse::<u64>().ok()? * unit;
                // Cut, not rounded: as the exact likes of the same pages show.
                Some(format!("{}~{}", value, value + unit - 1))
            });
        let joined = part
            .split_once("data-testid=\"replyBtn\"")
            .is_some_and(|(head, _)| {
                head.contains("width: 42px;\"><div")
                    && head.contains("margin-bottom: 4px; width: 2px;")
            });
        let replied = part
            .split_once("data-word-wrap")
            .is_some_and(|(head, _)| head.contains("Replied to"));
        let parent = match (thread, focal, joined) {
            (true, false, false) => posts.first().map(|post| post.id.clone()),
            (true, false, true) => posts.last().map(|post: &Scanned| post.id.clone()),
            _ => None,
        };
        posts.push(Scanned {
            permalink: Some(format!("https://bsky.app/profile/{handle}/post/{id}")),
            author,
            name,
            text: wrapped(part),
            quote: quoted.and_then(|(_, quoted)| wrapped(quoted)),
            published: if focal {
                // What JSON-LD says, to the minute.
                between(html, "\"datePublished\": \"", "\"").map(|time| time[..16].to_owned())
            } else {
                between(part, "data-tooltip=\"", "\"").and_then(minute)
            },
            likes: label("likeBtn"),
            replies: label("replyBtn"),
            reposts: reposts.or(Some("0".to_owned())),
            kind: if parent.is_some() || replied {
                Kind::Comment
            } else {
                Kind::Post
            },
            parent,
            id,
            ..Scanned::default()
        });
    }
    posts
}
