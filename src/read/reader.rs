//! A site file at work on a page.

use super::fields::Scope;
use super::generic::{self, Plan};
use super::thread::Standing;
use super::{Corner, Element, Field, PageKind, Parent, Reading, Site, Skip, address};
use crate::post::{Post, PostKind};
use std::cell::OnceCell;
use std::rc::Rc;

/// Comments deeper than this count as if they stood at this depth.
const MOST_LEVELS: usize = 200;

/// How many containers are tried before a site file is given up.
const ENOUGH_TRIES: usize = 50;

/// Reads the posts of one page.
#[derive(Debug, Clone)]
pub struct Reader {
    site: &'static Site,
    /// How posts are found where no site file fits.
    plan: Option<Rc<Plan>>,
    /// Fields that the site file no longer finds on this page.
    lost: Vec<Field>,
    url: String,
    kind: PageKind,
    /// The language of the site's own words, from the document.
    lang: OnceCell<String>,
    /// Seconds since 1970, when somebody has told.
    now: Option<i64>,
}

impl Reader {
    /// A reader for the page at `url`.
    pub fn new(site: &'static Site, url: &str) -> Self {
        let thread = site
            .threads
            .iter()
            .any(|pattern| address::fits(url, pattern));
        Self {
            site,
            plan: None,
            lost: Vec::new(),
            url: url.to_owned(),
            kind: if thread {
                PageKind::Thread
            } else {
                PageKind::Feed
            },
            lang: OnceCell::new(),
            now: None,
        }
    }

    /// Tells what time it is, in seconds since 1970. Without it a time such as
    /// “3 hours ago” is unknown.
    pub const fn set_now(&mut self, now: i64) {
        self.now = Some(now);
    }

    /// A reader for a page that no site file knows, at `url`. Its site is
    /// [`generic::SITE`].
    pub fn generic(plan: Plan, url: &str) -> Self {
        Self {
            plan: Some(Rc::new(plan)),
            kind: PageKind::Thread,
            ..Self::new(&generic::SITE, url)
        }
    }

    /// The reader for a page of this site: by its file, or, where that finds no
    /// post and the page clearly has some, by a plan of the page's own.
    pub fn choose<E: Element>(site: &'static Site, root: &E, url: &str) -> Self {
        let by_file = Self::new(site, url);
        let mut first = by_file.containers(root).into_iter().take(ENOUGH_TRIES);
        if first.any(|one| by_file.read(&one).is_ok()) {
            return by_file;
        }
        Plan::find(root, url).map_or(by_file, |plan| Self::generic(plan, url))
    }

    /// From now on looks for these fields by what posts have in common where
    /// the site file does not find them; see [`lost`](super::lost).
    pub fn repair(&mut self, lost: Vec<Field>) {
        self.lost = lost;
    }

    /// The same reader for another address of the same document.
    pub fn moved(&self, url: &str) -> Self {
        let fresh = Self::new(self.site, url);
        let is_planned = self.plan.is_some();
        Self {
            kind: if is_planned { self.kind } else { fresh.kind },
            plan: self.plan.clone(),
            lost: self.lost.clone(),
            ..fresh
        }
    }

    /// How posts are found, where no site file tells it.
    pub fn plan(&self) -> Option<&Plan> {
        self.plan.as_deref()
    }

    /// The selector of posts.
    fn container(&self) -> &str {
        self.plan
            .as_ref()
            .map_or(self.site.container, |plan| &plan.container)
    }

    /// The site that is read.
    pub const fn site(&self) -> &'static Site {
        self.site
    }

    /// What kind of page this is.
    pub const fn page_kind(&self) -> PageKind {
        self.kind
    }

    /// Where badges go on this site.
    pub const fn corner(&self) -> Corner {
        self.site.badge_corner
    }

    /// How much further from the side of that corner badges go, in CSS pixels.
    pub fn inset(&self) -> f64 {
        self.site.badge_inset.into()
    }

    /// Names of the attributes that the site's chains read. Classes and styles
    /// are not among them, because pages change these all the time.
    pub fn attributes(&self) -> Vec<&'static str> {
        if self.plan.is_some() {
            return generic::ATTRIBUTES.to_vec();
        }
        let links = self.site.fields.iter().flat_map(|chain| chain.iter());
        let mut names: Vec<_> = links.filter_map(|link| link.attribute).collect();
        if let Parent::Indent { attribute, .. } = self.site.parent {
            names.push(attribute);
        }
        names.sort_unstable();
        names.dedup();
        names.retain(|name| !matches!(*name, "class" | "style"));
        names
    }

    /// The elements at or under `root` that hold a post each, in document
    /// order, posts inside posts included.
    pub fn containers<E: Element>(&self, root: &E) -> Vec<E> {
        let mut found = root.select_all(self.container());
        if root.matches(self.container()) {
            found.insert(0, root.clone());
        }
        for host in self.shadow_hosts(root) {
            found.extend(host.select_in_shadow(self.container()));
        }
        if let Some(skip) = self.site.skip {
            found.retain(|container| !container.matches(skip));
        }
        found
    }

    /// The elements at or under `root` whose open shadow roots hold posts.
    pub fn shadow_hosts<E: Element>(&self, root: &E) -> Vec<E> {
        let Some(hosts) = self.site.shadow else {
            return Vec::new();
        };
        let mut found = root.select_all(hosts);
        found.extend(root.matches(hosts).then(|| root.clone()));
        found
    }

    /// The container of the post that `node` belongs to.
    pub fn container_of<E: Element>(&self, node: &E) -> Option<E> {
        let found = node.closest(self.container()).or_else(|| {
            let tail = self.site.tail?;
            let mut row = node.closest(tail)?;
            loop {
                row = row.previous()?;
                if row.matches(self.container()) {
                    return Some(row);
                }
                if !row.matches(tail) {
                    return None;
                }
            }
        })?;
        let skipped = self.site.skip.is_some_and(|skip| found.matches(skip));
        (!skipped).then_some(found)
    }

    /// The element that takes the badge as its first child.
    pub fn badge_anchor<E: Element>(&self, container: &E) -> E {
        self.site
            .badge_anchor
            .and_then(|anchor| container.select(anchor))
            .unwrap_or_else(|| container.clone())
    }

    /// Reads one post.
    ///
    /// # Errors
    /// When the container holds no post, or none yet.
    pub fn read<E: Element>(&self, container: &E) -> Result<Reading, Skip> {
        if let Some(plan) = &self.plan {
            let lang = self.lang(container);
            return generic::read(plan, container, &self.url, lang, self.now);
        }
        let site = self.site;
        if site.skip.is_some_and(|skip| container.matches(skip)) {
            return Err(Skip::NoPost);
        }
        if site.hides_screens && !container.is_rendered() {
            return Err(Skip::Hidden);
        }
        let scope = self.scope(container);
        let mut answered = [None; Field::COUNT];
        let id = scope.string(Field::Id, &mut answered);
        let id = id.or_else(|| self.made_id(container)).ok_or(Skip::NoId)?;
        let mut post = scope.post(id, &mut answered);
        if !self.lost.is_empty() {
            let others = site
                .foreign
                .map(|foreign| format!("{},{foreign}", site.container));
            let boundary = others.as_deref().unwrap_or(site.container);
            generic::repair(
                &generic::Record::new(container, boundary, &self.url),
                &self.lost,
                &mut post,
                &mut answered,
            );
        }
        if post.text.is_empty() && post.author.is_none() && post.name.is_none() && !post.deleted {
            return Err(Skip::Empty);
        }
        post.kind = if site
            .comment
            .is_some_and(|comment| container.matches(comment))
        {
            PostKind::Comment
        } else {
            PostKind::Post
        };
        let parent = scope.string(Field::Parent, &mut answered);
        let standing = self.standing(container, &scope, &post, parent);
        Ok(Reading {
            kind: post.kind,
            post,
            standing,
            answered,
        })
    }

    /// The id of a comment to which the site gives none: it must not change
    /// while the page is open, so nothing that is counted is in it.
    fn made_id<E: Element>(&self, container: &E) -> Option<String> {
        let comment = self.site.comment.filter(|_| self.site.makes_ids)?;
        let said = |one: &E| {
            let scope = self.scope(one);
            let mut answered = [None; Field::COUNT];
            let author = scope.handle(Field::Author, &mut answered)?;
            Some((author, scope.text(Field::Text, &mut answered)))
        };
        let own = container.matches(comment).then(|| said(container))??;
        let list = match self.site.parent {
            Parent::Within { of, .. } => container.parent().and_then(|parent| parent.closest(of)),
            _ => None,
        };
        let above = list
            .and_then(|list| list.previous())
            .filter(|above| above.matches(comment))
            .and_then(|above| said(&above));
        Some(made_id([Some(own), above].into_iter().flatten().flat_map(
            |(author, text)| [author, text.unwrap_or_default()],
        )))
    }

    fn standing<E: Element>(
        &self,
        container: &E,
        scope: &Scope<'_, E>,
        post: &Post,
        told: Option<String>,
    ) -> Standing {
        let site = self.site;
        let is_addressed = || {
            site.addressed && self.kind == PageKind::Thread && address::names(&self.url, &post.id)
        };
        if scope.is_focal || is_addressed() {
            return Standing::Focal { parent: told };
        }
        if let Some(parent) = told {
            return Standing::Answers(parent);
        }
        let fits = |selector: Option<&str>| selector.is_some_and(|one| container.matches(one));
        if self.kind == PageKind::Thread && fits(site.apart) {
            return Standing::Alone;
        }
        match site.parent {
            Parent::Told => Standing::Alone,
            Parent::Indent { .. } | Parent::Within { .. } if post.kind == PostKind::Post => {
                Standing::Alone
            }
            Parent::Indent { at, attribute } => {
                let element = at.map_or_else(|| Some(container.clone()), |at| scope.find(at));
                let indent = element.and_then(|element| element.attribute(attribute));
                Standing::Indent(
                    indent
                        .and_then(|indent| indent.trim().parse().ok())
                        .unwrap_or(0),
                )
            }
            Parent::Within { of, least } => {
                let around =
                    std::iter::successors(container.parent(), |inner| inner.closest(of)?.parent());
                // The first is the container's parent itself.
                let count = around.skip(1).take(MOST_LEVELS).count();
                let least = usize::from(least);
                Standing::Indent(u32::try_from(count.saturating_sub(least)).unwrap_or(0))
            }
            Parent::Nesting => container
                .parent()
                .and_then(|parent| self.container_of(&parent))
                .and_then(|outer| {
                    let scope = self.scope(&outer);
                    scope.string(Field::Id, &mut [None; Field::COUNT])
                })
                .map_or_else(
                    // What stands in nothing answers the focal post.
                    || match post.kind {
                        PostKind::Comment => Standing::Indent(0),
                        PostKind::Post => Standing::Alone,
                    },
                    Standing::Answers,
                ),
            Parent::Order if fits(site.joined) => Standing::Joined,
            Parent::Order if self.kind == PageKind::Thread => Standing::InOrder {
                author: scope.handle(Field::Answers, &mut [None; Field::COUNT]),
                branch: fits(site.branch),
            },
            Parent::Order => Standing::Alone,
        }
    }

    fn scope<E: Element>(&self, container: &E) -> Scope<'_, E> {
        let lang = self.lang(container);
        Scope::new(self.site, container, &self.url, lang, self.now)
    }

    fn lang<E: Element>(&self, element: &E) -> &str {
        self.lang.get_or_init(|| {
            element
                .closest("html")
                .and_then(|html| html.attribute("lang"))
                .unwrap_or_default()
        })
    }
}

/// 64 bits of what is in the parts, in hexadecimal: FNV-1a. On one page, two
/// of a thousand comments are alike by chance once in 10¹³ pages.
/// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
fn made_id(parts: impl Iterator<Item = String>) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let hash = parts.fold(OFFSET, |hash, part| {
        // No text holds this byte, so it keeps the parts apart.
        part.bytes().chain([0xff]).fold(hash, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(PRIME)
        })
    });
    format!("{hash:016x}")
}

impl<E: Element> Scope<'_, E> {
    fn post(&self, id: String, answered: &mut [Option<u8>; Field::COUNT]) -> Post {
        Post {
            id,
            permalink: self.url(Field::Permalink, answered),
            author: self.handle(Field::Author, answered),
            name: self.string(Field::Name, answered),
            text: self.text(Field::Text, answered).unwrap_or_default(),
            lang: self.language(Field::Lang, answered),
            published: self.time(Field::Published, answered),
            likes: self.count(Field::Likes, answered),
            replies: self.count(Field::Replies, answered),
            reposts: self.count(Field::Reposts, answered),
            views: self.count(Field::Views, answered),
            promoted: self.is_there(Field::Promoted, answered),
            deleted: self.is_there(Field::Deleted, answered),
            collapsed: self.is_there(Field::Collapsed, answered),
            quote: self.quote(answered),
            ..Post::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::made_id;

    #[test]
    fn a_made_id_tells_who_said_what_under_what() {
        let made = |said: &[&str]| made_id(said.iter().map(|part| (*part).to_owned()));
        let id = made(&["ana", "yes"]);
        assert_eq!(id, made(&["ana", "yes"]));
        for other in [
            &["ana", "yes."][..],
            &["bea", "yes"],
            &["anay", "es"],
            &["anayes"],
            &["ana", "yes", ""],
            &["ana", "yes", "bea", "sure?"],
        ] {
            assert_ne!(id, made(other), "{other:?}");
        }
    }

    #[test]
    fn a_made_id_is_the_hash_of_the_draft() {
        // FNV-1a of the byte 0xff alone: the offset, changed and multiplied.
        let alone = (0xcbf2_9ce4_8422_2325_u64 ^ 0xff).wrapping_mul(0x0100_0000_01b3);
        assert_eq!(
            made_id([String::new()].into_iter()),
            format!("{alone:016x}")
        );
    }
}
