//! Chains of links at work in one post.

use super::{Element, Field, Link, Site, address, count, text, time};
use crate::post::Count;

/// Attributes are cut after this many characters, texts that are no post's
/// text too: a handle or a count is never longer.
const MOST: usize = 2000;

/// The most elements that are looked at for one link. What is a post's own
/// stands before the posts inside it, nearly always among the first few.
const MOST_TRIES: usize = 40;

/// Which link answered, for each field.
type Answered = [Option<u8>; Field::COUNT];

/// One post's part of the document: its container and the rows after it that
/// belong to it, without posts that stand inside it.
pub struct Scope<'a, E> {
    site: &'static Site,
    parts: Vec<E>,
    /// Other posts stand inside this one.
    shared: bool,
    /// It is the post that the page is about.
    pub is_focal: bool,
    url: &'a str,
    lang: &'a str,
    now: Option<i64>,
}

impl<'a, E: Element> Scope<'a, E> {
    pub fn new(
        site: &'static Site,
        container: &E,
        url: &'a str,
        lang: &'a str,
        now: Option<i64>,
    ) -> Self {
        let mut parts = vec![container.clone()];
        if let Some(tail) = site.tail {
            let mut row = container.next();
            while let Some(part) = row.filter(|row| row.matches(tail)) {
                row = part.next();
                parts.push(part);
            }
        }
        let others = [Some(site.container), site.foreign];
        let shared = parts.iter().any(|part| {
            let mut others = others.iter().flatten();
            others.any(|other| part.select(other).is_some())
        });
        Self {
            site,
            parts,
            shared,
            is_focal: site.focal.is_some_and(|focal| container.matches(focal)),
            url,
            lang,
            now,
        }
    }

    /// The first element of the post that the selector fits.
    pub fn find(&self, selector: &str) -> Option<E> {
        let first = self.parts.iter().find_map(|part| part.select(selector))?;
        if self.owns(&first) {
            return Some(first);
        }
        self.find_all(selector).into_iter().next()
    }

    fn find_all(&self, selector: &str) -> Vec<E> {
        let found = self.parts.iter();
        found
            .flat_map(|part| part.select_some(selector, MOST_TRIES))
            .filter(|element| self.owns(element))
            .collect()
    }

    /// Whether the element is this post's, not that of a post inside it.
    fn owns(&self, element: &E) -> bool {
        if !self.shared {
            return true;
        }
        let own = |boundary: Option<E>| {
            boundary.is_none_or(|found| {
                self.parts.iter().any(|part| part.same(&found))
                    || !self.parts.iter().any(|part| part.contains(&found))
            })
        };
        own(element.closest(self.site.container))
            && own(self
                .site
                .foreign
                .and_then(|foreign| element.closest(foreign)))
    }

    /// The element around the post that `up` fits, or what `at` finds in it.
    fn around(&self, up: &str, at: Option<&str>) -> Option<E> {
        let outer = self.parts.first()?.parent()?.closest(up)?;
        match at {
            None => Some(outer),
            Some(at) => outer.select(at),
        }
    }

    /// The first link of the field's chain that gives a value.
    fn answer<T>(
        &self,
        field: Field,
        answered: &mut Answered,
        mut value: impl FnMut(&Link, &E) -> Option<T>,
    ) -> Option<T> {
        for (index, link) in self.site.chain(field).iter().enumerate() {
            let found = match (link.up, link.at) {
                (Some(up), at) => self
                    .around(up, at)
                    .and_then(|element| value(link, &element)),
                (None, None) => self.parts.first().and_then(|element| value(link, element)),
                (None, Some(at)) => {
                    // Mostly the first one answers, and one is cheap to get.
                    let first = self.find(at);
                    match first.as_ref().map(|element| value(link, element)) {
                        None => None,
                        Some(Some(found)) => Some(found),
                        Some(None) => self
                            .find_all(at)
                            .iter()
                            .skip(1)
                            .find_map(|element| value(link, element)),
                    }
                }
            };
            if found.is_some() {
                answered[field as usize] = u8::try_from(index).ok();
                return found;
            }
        }
        None
    }

    /// A short string: an id, a name.
    pub fn string(&self, field: Field, answered: &mut Answered) -> Option<String> {
        self.answer(field, answered, |link, element| self.take(link, element))
    }

    /// An author's handle, without `@`.
    pub fn handle(&self, field: Field, answered: &mut Answered) -> Option<String> {
        self.answer(field, answered, |link, element| {
            let handle = self.take(link, element)?;
            let handle = handle.trim_start_matches('@');
            (!handle.is_empty()).then(|| handle.to_owned())
        })
    }

    /// An address, made absolute.
    pub fn url(&self, field: Field, answered: &mut Answered) -> Option<String> {
        self.answer(field, answered, |link, element| {
            address::absolute(self.url, &self.take(link, element)?)
        })
    }

    /// A point in time; as the page tells it, or how long ago it was, when no
    /// link tells it better.
    pub fn time(&self, field: Field, answered: &mut Answered) -> Option<String> {
        self.answer(field, answered, |link, element| {
            time::parse(&self.take(link, element)?)
        })
        .or_else(|| {
            let now = self.now?;
            self.answer(field, answered, |link, element| {
                time::relative(&self.take(link, element)?, self.lang, now)
            })
        })
    }

    /// A number of something.
    pub fn count(&self, field: Field, answered: &mut Answered) -> Option<Count> {
        self.answer(field, answered, |link, element| {
            let number = |element: &E| {
                let text = self.take(link, element)?;
                count::parse_as(&text, self.lang, self.site.rounding, self.site.numbers)
            };
            match link.at.filter(|_| link.all) {
                None => number(element),
                // A sum without one of its parts is not known.
                Some(at) => self.find_all(at).iter().map(number).sum(),
            }
        })
    }

    /// A language tag.
    pub fn language(&self, field: Field, answered: &mut Answered) -> Option<String> {
        self.answer(field, answered, |link, element| {
            self.take(link, element).filter(|tag| is_language_tag(tag))
        })
    }

    /// A sign that is there or not.
    pub fn is_there(&self, field: Field, answered: &mut Answered) -> bool {
        let sign = self.answer(field, answered, |link, element| {
            self.take_any(link, element)
        });
        sign.is_some()
    }

    /// The text of the post.
    pub fn text(&self, field: Field, answered: &mut Answered) -> Option<String> {
        let left_out = [self.site.omit, self.site.foreign, Some(self.site.container)];
        let left_out: Vec<&str> = left_out.into_iter().flatten().collect();
        let read =
            |element: &E| text::read(element, &left_out, self.site.inline, self.site.keeps_lines);
        self.answer(field, answered, |link, element| {
            let whole = match (link.attribute, link.at) {
                (Some(name), _) => element.attribute(name)?,
                (None, Some(at)) if link.all => {
                    let parts = self.find_all(at).iter().map(read).collect::<Vec<_>>();
                    let parts = parts
                        .iter()
                        .map(String::as_str)
                        .filter(|part| !part.is_empty());
                    parts.collect::<Vec<_>>().join("\n\n")
                }
                _ => read(element),
            };
            let part = link.cut(&whole)?;
            (!part.is_empty()).then(|| part.to_owned())
        })
    }

    /// The text of the post that this one quotes: the chain is looked up in
    /// the first foreign element.
    pub fn quote(&self, answered: &mut Answered) -> Option<String> {
        let foreign = self
            .site
            .foreign
            .filter(|_| self.shared && !self.site.chain(Field::Quote).is_empty())?;
        let quoted = self.parts.iter().find_map(|part| part.select(foreign))?;
        let left_out: Vec<&str> = self.site.omit.into_iter().collect();
        for (index, link) in self.site.chain(Field::Quote).iter().enumerate() {
            let element = match link.at {
                None => Some(quoted.clone()),
                Some(at) => quoted.select(at),
            };
            let whole = element.map(|element| {
                text::read(&element, &left_out, self.site.inline, self.site.keeps_lines)
            });
            let part = whole.as_deref().and_then(|whole| link.cut(whole));
            if let Some(part) = part.filter(|part| !part.is_empty()) {
                answered[Field::Quote as usize] = u8::try_from(index).ok();
                return Some(part.to_owned());
            }
        }
        None
    }

    /// The value of a short field; `None` when there is none or it is empty.
    fn take(&self, link: &Link, element: &E) -> Option<String> {
        self.take_any(link, element)
            .filter(|value| !value.is_empty())
    }

    /// The value, which may be empty: that the element is there is enough.
    fn take_any(&self, link: &Link, element: &E) -> Option<String> {
        let raw = match link.attribute {
            _ if link.address => self.is_focal.then(|| self.url.to_owned())?,
            Some(name) => element.attribute(name)?,
            None if link.value.is_some() && link.contains.is_empty() => String::new(),
            // What is looked for needs no layout.
            None if !link.contains.is_empty() => element.raw_text(MOST),
            None => text::line(element, MOST),
        };
        let clean = text::clean_line(&raw, MOST);
        let part = link.cut(&clean)?;
        match (link.value, link.with) {
            (Some(value), _) => Some(value.to_owned()),
            (None, Some(with)) => with(part),
            (None, None) => Some(part.to_owned()),
        }
    }
}

impl Site {
    /// The handle of the person who is logged in, where the page under `root`
    /// (the document's `html` element) says so. Without `@`.
    pub fn account(&self, root: &impl Element) -> Option<String> {
        self.account.iter().find_map(|link| {
            let element = root.select(link.at?)?;
            let raw = match link.attribute {
                Some(name) => element.attribute(name)?,
                None => text::line(&element, MOST),
            };
            let clean = text::clean_line(&raw, MOST);
            let handle = link.cut(&clean)?.trim_start_matches('@');
            (!handle.is_empty()).then(|| handle.to_owned())
        })
    }
}

impl Link {
    /// The part that the link asks for.
    fn cut<'t>(&self, whole: &'t str) -> Option<&'t str> {
        if !self.contains.is_empty() && !self.contains.iter().any(|one| whole.contains(one)) {
            return None;
        }
        let mut part = whole;
        if let Some(mark) = self.after {
            part = part.split_once(mark)?.1;
        }
        if let Some(mark) = self.after_last {
            part = part.rsplit_once(mark)?.1;
        }
        if let Some(mark) = self.until {
            part = part.split_once(mark).map_or(part, |(before, _)| before);
        }
        Some(part.trim())
    }
}

/// Whether this can be a BCP 47 tag: the browser's own judge of the details is
/// not needed to tell `en-GB` from rubbish.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let fits = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    parts.next().is_some_and(|first| {
        (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
    }) && parts.all(fits)
}
