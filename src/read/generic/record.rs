//! One post and its fields, found without a site file.

use super::signs;
use crate::post::Count;
use crate::read::{Element, address, count, text, time};

/// Names and ids are cut after this many characters.
const MOST: usize = 300;
/// A longer line is nobody's name.
const LONGEST_NAME: usize = 60;
/// How many elements are looked at for one selector.
const TRIES: usize = 24;

/// A post's part of the document: its element without the posts inside it.
#[derive(Debug, Clone)]
pub struct Record<'a, E> {
    /// Its element.
    pub element: E,
    /// What posts are known by: elements under another of these are not its own.
    boundary: &'a str,
    shared: bool,
    url: &'a str,
}

impl<'a, E: Element> Record<'a, E> {
    /// `boundary` is the selector of all posts; it should fit `element`.
    pub fn new(element: &E, boundary: &'a str, url: &'a str) -> Self {
        Self {
            element: element.clone(),
            boundary,
            shared: element.select(boundary).is_some(),
            url,
        }
    }

    /// Whether an element in it is its own.
    pub fn owns(&self, element: &E) -> bool {
        !self.shared
            || element.closest(self.boundary).is_none_or(|nearest| {
                nearest.same(&self.element) || !self.element.contains(&nearest)
            })
    }

    /// Whether another post stands inside it.
    pub const fn is_shared(&self) -> bool {
        self.shared
    }

    /// The selector, and that of other posts.
    pub fn without(&self, selector: &str) -> String {
        format!("{selector},{}", self.boundary)
    }

    /// Its own elements that the selector fits, at most [`TRIES`] of them.
    pub fn all(&self, selector: &str) -> Vec<E> {
        let mut found = self.element.select_some(selector, TRIES);
        found.retain(|element| self.owns(element));
        found
    }

    /// The first of its own elements that the selector fits.
    pub fn first(&self, selector: &str) -> Option<E> {
        let first = self.element.select(selector)?;
        if self.owns(&first) {
            return Some(first);
        }
        self.all(selector).into_iter().next()
    }

    /// The element that holds its text: one that says so, else one that
    /// `learned` fits, else the biggest block.
    pub fn block(&self, learned: Option<&str>) -> Option<E> {
        let said = signs::TEXTS.iter().find_map(|one| self.first(one));
        said.or_else(|| self.first(signs::FOREIGN_TEXT))
            .or_else(|| learned.and_then(|learned| self.first(learned)))
            .or_else(|| super::block::biggest(self))
    }

    /// Its text, without signature, quotes and buttons.
    pub fn text(&self, block: &E) -> Option<String> {
        let mut left_out = vec![signs::NOT_TEXT, self.boundary];
        if block.select("blockquote cite").is_some() {
            left_out.push("blockquote");
        }
        let read = text::read(block, &left_out, None, false);
        (!read.is_empty()).then_some(read)
    }

    /// The author as the page shows or names them. `block` is what holds the
    /// text: names in there are somebody else's.
    pub fn author(&self, block: Option<&E>) -> Option<Author> {
        let outside = |element: &E| block.is_none_or(|block| !block.contains(element));
        let handle = signs::AUTHOR_ATTRIBUTES.iter().find_map(|name| {
            let own = self.element.attribute(name);
            own.or_else(|| {
                let found = self.first(&format!("[{name}]"))?;
                outside(&found).then(|| found.attribute(name)).flatten()
            })
        });
        let handle = handle
            .and_then(|handle| as_name(&handle))
            .or_else(|| self.owner(block));
        let shown = signs::AUTHORS.iter().find_map(|selector| {
            let mut found = self.all(selector).into_iter();
            found.find_map(|element| {
                let is_time = element.matches("time,[datetime]");
                if is_time || !outside(&element) || block.is_some_and(|b| element.contains(b)) {
                    return None;
                }
                let content = element
                    .attribute("content")
                    .filter(|_| element.tag() == "meta");
                // Alternatives of pictures beside a name are no part of it.
                let shown = || Some(element.raw_text(MOST)).filter(|text| !text.trim().is_empty());
                as_name(&content.or_else(shown)?)
            })
        });
        let shown = shown.or_else(|| self.likely_name(block));
        Author::of(handle, shown)
    }

    /// The handle in the address of the post, where a link in the post leads to
    /// its author under the beginning of that address: `/ana` beside
    /// `/ana/status/1`, `/profile/ana` beside `/profile/ana/post/1`.
    pub fn owner(&self, block: Option<&E>) -> Option<String> {
        let permalink = self.permalink(block)?;
        let links = self.all("a[href]");
        links.iter().find_map(|link| {
            if block.is_some_and(|block| block.contains(link)) {
                return None;
            }
            let to = address::absolute(self.url, &link.attribute("href")?)?;
            let rest = permalink.strip_prefix(to.trim_end_matches('/'))?;
            let path = to.split_once("://")?.1.trim_end_matches('/');
            let (_, handle) = path.rsplit_once('/')?;
            let at_top = path.matches('/').count() == 1 && rest.matches('/').count() == 2;
            let fits = rest.starts_with('/') && (at_top || link.matches(signs::PROFILE));
            fits.then(|| as_name(handle)).flatten()
        })
    }

    /// The first short line before the text that stands in a link or in bold,
    /// where there is a picture of a person too or nothing else at all.
    fn likely_name(&self, block: Option<&E>) -> Option<String> {
        let block = block?;
        let found = self.all("a[href],strong,b,h3,h4,h5,h6");
        found
            .iter()
            .filter(|element| {
                !block.contains(element)
                    && !element.contains(block)
                    && element.select("time,[datetime]").is_none()
                    && element.closest("time,[datetime]").is_none()
            })
            .find_map(|element| as_name(&text::line(element, MOST)))
    }

    /// When it was published, ISO 8601 in UTC.
    pub fn published(&self, block: Option<&E>) -> Option<String> {
        let mut found = self.all(signs::TIME);
        // Structured data knows which of several times it is.
        found.sort_by_key(|element| {
            !element.matches("[itemprop='datePublished'],[itemprop='dateCreated'],.dt-published")
        });
        found
            .iter()
            .filter(|element| {
                block.is_none_or(|block| !block.contains(element))
                    && !element.matches(signs::OTHER_TIME)
            })
            .find_map(|element| {
                let mut names = signs::TIME_ATTRIBUTES.iter();
                names.find_map(|name| {
                    let value = element.attribute(name)?;
                    // Some sites write the same second once more after it.
                    let first = || value.split_whitespace().next().and_then(time::parse);
                    time::parse(&value).or_else(first)
                })
            })
    }

    /// When it was published, as told by a time such as “3 hours ago”; no finer
    /// than that.
    pub fn ago(&self, block: Option<&E>, lang: &str, now: i64) -> Option<String> {
        let found = self.all(signs::TIME);
        found
            .iter()
            .filter(|element| {
                block.is_none_or(|block| !block.contains(element))
                    && !element.matches(signs::OTHER_TIME)
            })
            .find_map(|element| time::relative(&text::line(element, 40), lang, now))
    }

    /// Its own address.
    pub fn permalink(&self, block: Option<&E>) -> Option<String> {
        let own = self.own_id();
        let outside = |element: &E| block.is_none_or(|block| !block.contains(element));
        let around_time = || {
            let time = self.first("time,[datetime]").filter(outside)?;
            let around = time
                .closest("a[href]")
                .filter(|link| self.element.contains(link));
            around.or_else(|| time.select("a[href]"))
        };
        let address = |link: &E| address::absolute(self.url, &link.attribute("href")?);
        let leads_here = |to: &String| {
            let here = self.url.split('#').next().unwrap_or_default();
            to.contains(|letter: char| letter.is_ascii_digit())
                && to.as_str() != here
                && !to.to_ascii_lowercase().contains("reply")
        };
        // The link whose address ends like the post's own id.
        if let Some(id) = own.as_deref().filter(|id| id.bytes().all(is_plain)) {
            // A link with a path says more than one within the page.
            for path in [":not([href^='#'])", ""] {
                let tail = format!("a[href$='#{id}']{path}");
                if let Some(found) = self.first(&tail).as_ref().and_then(address) {
                    return Some(found);
                }
            }
        }
        if let Some(found) = around_time().as_ref().and_then(address).filter(leads_here) {
            return Some(found);
        }
        // A link whose query ends with the post's number.
        if let Some(id) = own
            .as_deref()
            .filter(|id| id.len() > 3 && id.bytes().all(|b| b.is_ascii_digit()))
        {
            let link = self.first(&format!("a[href$='={id}']"));
            if let Some(found) = link.as_ref().and_then(address).filter(leads_here) {
                return Some(found);
            }
        }
        for selector in signs::PERMALINKS {
            let links = self.all(selector);
            let links = links.iter().filter(|link| outside(link));
            if let Some(found) = links.filter_map(address).find(leads_here) {
                return Some(found);
            }
        }
        let id = own?;
        let here = self.url.split('#').next().unwrap_or_default();
        Some(format!("{here}#{id}"))
    }

    /// The `id` of its element, if it can name a post: it holds a digit.
    pub fn own_id(&self) -> Option<String> {
        let numbered = |element: &E| {
            let id = element.attribute("id")?;
            let fits = id.len() <= MOST
                && id.bytes().any(|byte| byte.is_ascii_digit())
                && !id.contains(char::is_whitespace);
            fits.then_some(id)
        };
        numbered(&self.element)
    }

    /// What tells it from the others of its page.
    pub fn id(&self, permalink: Option<&str>) -> Option<String> {
        let named = signs::IDS.iter().find_map(|name| {
            let value = self.element.attribute(name)?;
            let value = value.trim();
            let fits =
                (1..=MOST).contains(&value.len()) && value.bytes().any(|b| b.is_ascii_digit());
            fits.then(|| value.to_owned())
        });
        let linked = || {
            let permalink = permalink?;
            let (_, end) = permalink.rsplit_once('#').unwrap_or(("", permalink));
            Some(end.to_owned())
        };
        self.own_id().or(named).or_else(linked)
    }

    /// Likes, from attributes and elements that hold nothing but the number.
    pub fn likes(&self, block: Option<&E>, lang: &str) -> Option<Count> {
        self.number(&signs::LIKE_ATTRIBUTES, &signs::LIKES, block, lang)
    }

    /// Replies, likewise.
    pub fn replies(&self, block: Option<&E>, lang: &str) -> Option<Count> {
        self.number(&signs::REPLY_ATTRIBUTES, &[signs::REPLIES], block, lang)
    }

    fn number(
        &self,
        attributes: &[&str],
        elements: &[&str],
        block: Option<&E>,
        lang: &str,
    ) -> Option<Count> {
        let exact = |value: String| value.trim().parse().ok().map(Count::exact);
        for name in attributes {
            let on_itself = self.element.attribute(name);
            let inside = || self.first(&format!("[{name}]"))?.attribute(name);
            if let Some(found) = on_itself.or_else(inside).and_then(exact) {
                return Some(found);
            }
        }
        let found = elements.iter().flat_map(|selector| self.all(selector));
        found
            .filter(|element| block.is_none_or(|block| !block.contains(element)))
            .filter(|element| !element.matches("[class*='down' i],[class*='dislike' i]"))
            .find_map(|element| {
                if let Some(content) = element.attribute("content") {
                    return exact(content);
                }
                let shown = text::line(&element, 24);
                let starts = shown.starts_with(|letter: char| letter.is_numeric());
                let words = shown
                    .chars()
                    .filter(|letter| letter.is_alphabetic())
                    .count();
                (starts && words <= 4)
                    .then(|| count::parse(&shown, lang, count::Rounding::default()))
                    .flatten()
            })
    }

    /// Whether the page marks it as taken away.
    pub fn is_deleted(&self) -> bool {
        self.element.matches(signs::DELETED)
    }
}

/// Who wrote a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The handle, where there is one; else the name.
    pub handle: String,
    /// The name that is shown, where it is another.
    pub name: Option<String>,
}

impl Author {
    fn of(handle: Option<String>, shown: Option<String>) -> Option<Self> {
        let plain = |name: &str| name.trim_start_matches('@').to_owned();
        match (handle, shown) {
            (Some(handle), shown) => Some(Self {
                name: shown.filter(|shown| plain(shown) != plain(&handle)),
                handle: plain(&handle),
            }),
            (None, Some(shown)) => Some(Self {
                handle: plain(&shown),
                name: None,
            }),
            (None, None) => None,
        }
    }
}

/// A line that can be somebody's name.
fn as_name(line: &str) -> Option<String> {
    let line = text::clean_line(line, MOST);
    let line = line.trim_end_matches([':', ',']).trim();
    let letters = line.chars().any(char::is_alphabetic);
    let short = line.chars().count() <= LONGEST_NAME;
    (letters && short && time::parse(line).is_none()).then(|| line.to_owned())
}

const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}
