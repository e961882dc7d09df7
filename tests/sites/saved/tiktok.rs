//! TikTok.

use super::scan::{between, digits, inside, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "tiktok video",
        file: "tiktok/video-comments-2025-11.html",
        url: "https://www.tiktok.com/@chinese_artist176/video/7507673491211029803",
        scan,
    }]
}

/// A count of the page, in English, cut or rounded.
fn count(shown: &str) -> String {
    let Some(thousands) = shown.strip_suffix('K') else {
        return shown.to_owned();
    };
    let value = digits(thousands).parse::<u64>().unwrap_or_default() * 100;
    format!("{}~{}", value - 50, value + 99)
}

/// The two videos that are loaded. The day is told beside the author's name.
fn videos(html: &str) -> Vec<Scanned> {
    let video = |part: &&str| {
        let id = between(part, "id=\"xgwrapper-", "\"")?.rsplit_once('-')?.1;
        let shown = |mark: &str| {
            let mark = format!("data-e2e=\"{mark}-count\">");
            between(part, &mark, "<").map(count)
        };
        let (month, day) = between(part, "> · ", "<")?.split_once('-')?;
        let text = part.split_once("data-e2e=\"video-desc\">")?.1;
        Some(Scanned {
            id: id.to_owned(),
            author: between(part, "href=\"/@", "\"").map(str::to_owned),
            text: Some(stripped(inside(text, "div"))),
            published: Some(format!("2025-{month:0>2}-{day:0>2}")),
            likes: shown("like"),
            replies: shown("comment"),
            reposts: shown("share"),
            depth: Some(0),
            ..Scanned::default()
        })
    };
    parts(html, "<article ").iter().filter_map(video).collect()
}

/// The ids that are made: FNV-1a of handle and text, each with a byte that no
/// text has after it, and of those of the comment above.
fn made(said: &[&str]) -> String {
    let mut hash: u64 = 14_695_981_039_346_656_037;
    for byte in said.iter().flat_map(|part| part.bytes().chain([255])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(1_099_511_628_211);
    }
    format!("{hash:016x}")
}

fn scan(html: &str, url: &str) -> Vec<Scanned> {
    let mut posts = videos(html);
    let mut top = (String::new(), String::new(), String::new());
    for part in parts(html, "data-e2e=\"comment-username-") {
        let is_answer = part.starts_with('2');
        let author = between(part, "href=\"/@", "\"").unwrap_or_default();
        let name = part.split_once("<p ").map_or("", |cut| cut.1);
        let text = between(part, "data-e2e=\"comment-level-", "</span></span>").unwrap_or_default();
        let text = stripped(&format!("<{text}"));
        // "View 3 replies"; after some are shown, "View 11 more".
        let replies = if part.contains("data-e2e=\"comment-reply-2\"")
            || part.contains("DivReplyScrollBasis")
        {
            None
        } else {
            Some(between(part, ">View ", " repl").unwrap_or("0").to_owned())
        };
        let id = if is_answer {
            made(&[author, &text, &top.1, &top.2])
        } else {
            top = (made(&[author, &text]), author.to_owned(), text.clone());
            top.0.clone()
        };
        posts.push(Scanned {
            id,
            author: Some(author.to_owned()),
            name: Some(stripped(inside(
                name.split_once('>').map_or("", |cut| cut.1),
                "p",
            ))),
            text: Some(text),
            likes: between(part, "Like video\n", " likes").map(count),
            replies: replies.filter(|_| !is_answer),
            parent: if is_answer {
                Some(top.0.clone())
            } else {
                url.rsplit_once('/').map(|cut| cut.1.to_owned())
            },
            depth: Some(if is_answer { 2 } else { 1 }),
            kind: Kind::Comment,
            ..Scanned::default()
        });
    }
    posts
}
