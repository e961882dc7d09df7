//! Threads.

use super::scan::{between, inside, parts, stripped};
use super::{SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "threads home",
        file: "threads/home-2025-04.html",
        url: "https://www.threads.net/",
        scan,
    }]
}

/// The number in the button whose icon has this label; nothing is shown for 0.
fn counted(part: &str, label: &str) -> Option<String> {
    let mark = format!("<svg aria-label=\"{label}\"");
    let button = part.rsplit_once(&mark)?.1;
    let button = button
        .split_once("role=\"button\"")
        .map_or(button, |cut| cut.0);
    let shown = stripped(button.split_once("</svg>")?.1);
    let digits: String = shown
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || *letter == '.')
        .collect();
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    if !shown[digits.len()..].starts_with('K') {
        return Some(digits);
    }
    // Whether it is cut or rounded is not known.
    let (whole, tenths) = digits.split_once('.').unwrap_or((&digits, ""));
    let unit: u64 = if tenths.is_empty() { 1000 } else { 100 };
    let value = format!("{whole}{tenths}").parse::<u64>().ok()? * unit;
    Some(format!("{}~{}", value - unit / 2, value + unit - 1))
}

/// The paragraphs between the menu of a post and what follows its text: the
/// spans that say how their text is to be written and stand in no link.
fn text(body: &str) -> Option<String> {
    let body = body
        .split_once("<svg aria-label=\"Like\"")
        .map_or(body, |cut| cut.0);
    let mut whole = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("<span ") {
        let (tag, inner) = after.split_once('>')?;
        let in_link = before.rfind("<a ") > before.rfind("</a>");
        if in_link || !tag.contains("dir=\"auto\"") {
            // Nothing before the end of that link is the post's own.
            rest = if in_link {
                after.split_once("</a>").map_or("", |cut| cut.1)
            } else {
                inner
            };
            continue;
        }
        let content = inside(inner, "span");
        whole.push_str(&stripped(content));
        rest = &inner[content.len()..];
        // Nor is what stands further from it than the next paragraph.
        if !rest.trim_start_matches("</span>").starts_with("<span ") {
            break;
        }
    }
    Some(whole).filter(|whole| !whole.is_empty())
}

fn scan(html: &str, _: &str) -> Vec<Scanned> {
    // A quoted post has no menu of its own.
    let mut posts: Vec<Scanned> = Vec::new();
    let mut marks: Vec<String> = Vec::new();
    for part in parts(html, "data-pressable-container=\"true\"") {
        match marks.last_mut() {
            Some(whole) if !part.contains("<svg aria-label=\"More\"") => {
                whole.push('\u{1}');
                whole.push_str(part);
            }
            _ => marks.push(part.to_owned()),
        }
    }
    for part in &marks {
        let (own, quoted) = match part.split_once('\u{1}') {
            Some((own, quoted)) => (own, Some(quoted)),
            None => (part.as_str(), None),
        };
        let Some(time) = own.find("<time ") else {
            continue;
        };
        let link = own[..time]
            .rsplit_once("href=\"/@")
            .and_then(|cut| cut.1.split_once('"'));
        let Some((author, id)) = link.and_then(|(link, _)| link.split_once("/post/")) else {
            continue;
        };
        let body = own
            .split_once("<svg aria-label=\"More\"")
            .map_or("", |cut| cut.1);
        posts.push(Scanned {
            id: id.to_owned(),
            permalink: Some(format!("https://www.threads.net/@{author}/post/{id}")),
            author: Some(author.to_owned()),
            text: text(body),
            quote: quoted.and_then(|quoted| {
                let link = quoted.split_once("</time>")?.1;
                let link = link
                    .split_once(&format!("/post/{}", between(quoted, "/post/", "\"")?))?
                    .1;
                Some(stripped(inside(
                    link.split_once("<span")?.1.split_once('>')?.1,
                    "span",
                )))
            }),
            published: between(&own[time..], "datetime=\"", ".").map(|time| format!("{time}Z")),
            likes: counted(part, "Like"),
            replies: counted(part, "Reply"),
            reposts: counted(part, "Repost"),
            ..Scanned::default()
        });
    }
    posts
}
