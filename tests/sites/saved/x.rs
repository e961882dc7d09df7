//! X.

use super::scan::{between, digits, inside, parts, stripped, with_emoji};
use super::{SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    [
        (
            "x post",
            "x/post-loggedout-2025-12.html",
            "https://x.com/realDonaldTrump/status/1222907250383245320",
        ),
        (
            "x profile",
            "x/profile-loggedout-2025-12.html",
            "https://x.com/kikobeats",
        ),
        (
            "x quote",
            "x/tweet-quote-2025-11.html",
            "https://x.com/home",
        ),
        (
            "x article",
            "x/article-2026-02.html",
            "https://x.com/arscontexta/status/2013045749580259680",
        ),
    ]
    .map(|(name, file, url)| SavedPage {
        name,
        file,
        url,
        scan,
    })
    .into()
}

/// The label of the whole row tells the counts that the buttons tell one by
/// one: "10 replies, 1 repost, 27 likes, 5 bookmarks, 11424 views".
fn counted(row: &str, what: &str) -> Option<String> {
    let part = row.split(", ").find(|part| part.contains(what))?;
    Some(digits(part))
}

/// The texts of a post: its own, and that of what it quotes.
fn texts(part: &str) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for part in parts(part, "data-testid=\"tweetText\"") {
        let whole = inside(part.split_once('>').map_or("", |cut| cut.1), "div");
        // What stands before the address of a link is not shown.
        texts.push(with_emoji(&whole.replace(">https://</span>", "></span>")));
    }
    texts
}

/// An article: its heading and its blocks, in their order.
fn article(part: &str) -> Option<String> {
    let mut whole = stripped(inside(
        part.split_once("data-testid=\"twitter-article-title\"")?
            .1
            .split_once('>')?
            .1,
        "div",
    ));
    let body = part
        .split_once("data-testid=\"longformRichTextComponent\"")?
        .1;
    let body = inside(body.split_once('>')?.1, "div");
    for block in parts(body, "data-block=\"true\"") {
        // A block of code has a head with the name of its language.
        let block = match block.split_once("<pre") {
            Some((_, code)) => inside(code.split_once('>')?.1, "pre"),
            None => block.split_once('>')?.1,
        };
        // Another block's own tag is cut in two by the split.
        let block = block
            .rsplit_once('<')
            .map_or(block, |cut| if cut.1.contains('>') { block } else { cut.0 });
        whole.push_str(&stripped(block));
    }
    Some(whole)
}

fn scan(html: &str, _: &str) -> Vec<Scanned> {
    parts(html, "<article ")
        .into_iter()
        .filter_map(|part| {
            let part = part.split_once("</article>")?.0;
            let (own, quoted) = match part.split_once(">Quote</span>") {
                Some((own, quoted)) => (own, Some(quoted)),
                None => (part, None),
            };
            // A link around a time is the post's own; that of a quoted post
            // stands in no link.
            let end = part.match_indices("<time ").map(|(at, _)| at).find(|at| {
                part[..*at].ends_with("style=\"color: rgb(113, 118, 123);\">")
                    || part[..*at].rfind("<a ") > part[..*at].rfind("<div ")
            })?;
            let link = part[..end].rsplit_once("href=\"")?.1.split_once('"')?.0;
            let (handle, id) = link.trim_start_matches('/').split_once("/status/")?;
            let row = parts(part, "aria-label=\"")
                .into_iter()
                .filter_map(|label| label.split_once('"'))
                .find(|(label, _)| label.contains(" replies, "))?
                .0;
            let name = between(own, "data-testid=\"User-Name\"", "@")?;
            let name = name.split_once("<span")?.1.split_once('>')?.1;
            let mut own_texts = texts(own);
            Some(Scanned {
                id: id.to_owned(),
                permalink: Some(format!("https://x.com/{handle}/status/{id}")),
                author: Some(handle.to_owned()),
                name: Some(stripped(inside(name, "span"))),
                text: if own_texts.is_empty() {
                    article(part)
                } else {
                    Some(own_texts.remove(0))
                },
                quote: quoted.and_then(|quoted| texts(quoted).into_iter().next()),
                lang: own
                    .split_once("data-testid=\"tweetText\"")
                    .and_then(|cut| between(cut.1, "lang=\"", "\""))
                    .map(str::to_owned),
                published: between(&part[end..], "datetime=\"", ".").map(|time| format!("{time}Z")),
                likes: counted(row, " like"),
                replies: counted(row, " repl"),
                reposts: counted(row, " repost"),
                views: counted(row, " view"),
                ..Scanned::default()
            })
        })
        .collect()
}
