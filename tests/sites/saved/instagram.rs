//! Instagram.

use super::scan::{between, inside, parts, stripped};
use super::{SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "instagram home",
        file: "instagram/home-2025-04.html",
        url: "https://www.instagram.com/",
        scan,
    }]
}

/// The last number before a word that stands behind a tag: `<span>48</span> likes`.
fn before(part: &str, word: &str) -> Option<String> {
    let end = part.find(word)?;
    let shown = part[..end].trim_end().strip_suffix("</span>")?;
    Some(shown.rsplit_once('>')?.1.trim().to_owned())
}

fn scan(html: &str, _: &str) -> Vec<Scanned> {
    parts(html, "<article")
        .into_iter()
        .filter_map(|part| {
            let part = part.split_once("</article>")?.0;
            let time = part.find("<time ")?;
            let link = part[..time].rsplit_once("href=\"")?.1.split_once('"')?.0;
            let id = link.strip_prefix("/p/")?.trim_end_matches('/');
            let author = between(part, "alt=\"", "'s profile picture\"")?;
            // The author's name stands once more before the text.
            let caption = part.rsplit_once(&format!(">{author}</span>"))?.1;
            let start = caption.split_once("<span ")?.1.split_once("<span ")?.1;
            let caption = inside(start.split_once('>')?.1, "span");
            Some(Scanned {
                id: id.to_owned(),
                permalink: Some(format!("https://www.instagram.com/p/{id}/")),
                author: Some(author.to_owned()),
                text: Some(stripped(caption)),
                published: between(&part[time..], "datetime=\"", ".")
                    .map(|time| format!("{time}Z")),
                likes: before(part, "likes</span>").or_else(|| before(part, "likes")),
                replies: between(part, "View all", "comments").and_then(|number| {
                    let number = stripped(number);
                    (!number.is_empty()).then_some(number)
                }),
                marks: part
                    .contains(">more</span>")
                    .then(|| "collapsed".to_owned()),
                ..Scanned::default()
            })
        })
        .collect()
}
