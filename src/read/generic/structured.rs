//! Elements that say themselves that they hold a post.

use super::record::Record;
use super::{Evidence, Plan, signs};
use crate::read::Element;

/// Marks of posts with what they are evidence of, best first.
const MARKS: [(Evidence, &str); 5] = [
    (
        Evidence::Microdata,
        "[itemscope][itemtype$='schema.org/Comment'],[itemscope][itemtype$='schema.org/Answer'],\
         [itemscope][itemtype$='schema.org/Question'],[itemscope][itemtype$='schema.org/UserComments'],\
         [itemscope][itemtype$='schema.org/DiscussionForumPosting'],\
         [itemscope][itemtype$='schema.org/SocialMediaPosting'],[itemscope][itemtype$='schema.org/BlogPosting']",
    ),
    (
        Evidence::Microformats,
        ".h-entry,.h-cite.u-comment,.u-comment.h-cite,.p-comment.h-cite,.h-cite.p-comment,.u-comment.h-entry",
    ),
    (Evidence::Microformats, ".hentry"),
    (
        Evidence::Aria,
        "[role='feed'] [role='article'],[role='feed'] article",
    ),
    (
        Evidence::Aria,
        "article[aria-posinset],[role='article'][aria-posinset]",
    ),
];

/// At most so many of them are looked at.
const SAMPLE: usize = 12;

/// A plan, and how many posts it finds.
pub struct Told {
    pub plan: Plan,
    /// At most [`SAMPLE`].
    pub posts: usize,
}

/// The best marks that really stand on posts.
pub fn find<E: Element>(root: &E, url: &str) -> Option<Told> {
    let mut single = None;
    for (evidence, selector) in MARKS {
        let marked = root.select_some(selector, SAMPLE);
        let mut good = marked.iter().filter(|one| {
            let record = Record::new(*one, selector, url);
            is_post(&record, evidence)
        });
        let posts = good.by_ref().count();
        if posts * 2 <= marked.len() {
            continue;
        }
        let told = Told {
            plan: Plan {
                container: selector.to_owned(),
                text: None,
                evidence,
            },
            posts,
        };
        if posts > 1 {
            return Some(told);
        }
        single = single.or(Some(told));
    }
    single
}

fn is_post<E: Element>(record: &Record<'_, E>, evidence: Evidence) -> bool {
    if record.first(signs::PRICE).is_some() {
        return false;
    }
    let says_text = signs::TEXTS.iter().any(|one| record.first(one).is_some());
    let Some(block) = record.block(None) else {
        return false;
    };
    if record.text(&block).is_none() {
        return false;
    }
    let has_author = || record.author(Some(&block)).is_some();
    match evidence {
        Evidence::Microdata => says_text || (has_author() && !leads_away(record)),
        Evidence::Microformats => {
            says_text && !leads_away(record) || {
                let is_comment = record.element.matches(".u-comment,.p-comment");
                is_comment && has_author()
            }
        }
        _ => has_author() && record.first(signs::TIME).is_some() && !leads_away(record),
    }
}

/// Whether its heading leads to another page: it is a notice about that page.
pub fn leads_away<E: Element>(record: &Record<'_, E>) -> bool {
    let says_text = || signs::TEXTS.iter().any(|one| record.first(one).is_some());
    record.all(signs::HEADLINE).iter().any(|found| {
        let link = if found.tag() == "a" {
            Some(found.clone())
        } else {
            found.closest("a[href]")
        };
        let to = link.and_then(|link| link.attribute("href"));
        let in_author = found.closest("[itemprop='author'],[class*='author' i],[class*='user' i]");
        in_author.is_none_or(|outer| !record.element.contains(&outer))
            && !found.matches(signs::PROFILE)
            && to.is_some_and(|to| !to.contains('#'))
    }) && !says_text()
}
