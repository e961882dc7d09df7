//! What the page's life tells the rest of the extension: seen posts for the
//! session, and the inspection.

use super::health::sentence;
use super::slots::{Content, Slot, Slots};
use super::{Live, State, Surroundings};
use crate::advise::{self, Told};
use crate::inspect::{
    Account, InspectedPost, InspectedReason, Inspection, OwnHere, ReaderKind, Status,
};
use crate::message::{MAX_SUBJECTS, Mine, SeenPost};
use crate::page::element::PageElement;
use crate::post::PostKind;
use crate::read;
use crate::signals::{self, Shows};
use crate::subjects;
use crate::words::{Language, Word};
use std::collections::{HashMap, HashSet};
use wasm_bindgen::JsCast;

impl State {
    /// Puts posts that were on the screen into the outbox, each once per
    /// change of what is kept of it.
    pub fn collect_seen(&mut self, around: &Surroundings) {
        let Some(at_work) = &mut self.at_work else {
            return;
        };
        for post in std::mem::take(&mut at_work.left) {
            self.outbox.put(post);
        }
        let page = at_work.slots.page(around);
        for slot in at_work.slots.all_mut() {
            if let Some(post) = slot.seen_post(&page) {
                self.outbox.put(post);
            }
        }
    }
}

/// A post that comes on the screen again so many milliseconds after it was told
/// is told again, although nothing of it is new: who reads a page twice is there
/// all the time.
const TOLD_AGAIN_MS: f64 = 60_000.0;

/// Up how many comments the post of a conversation is looked for.
const MAX_CLIMB: usize = 100;

/// What the rest of the page tells of one of its posts.
pub struct Page {
    /// What the session calls the site.
    site: String,
    /// It is in a tab that is not in front.
    hidden: bool,
    /// Now, in milliseconds since 1970 UTC.
    now: f64,
    /// The ids of the posts that the person wrote.
    own: HashSet<String>,
    /// What the conversation of a comment is about, by the comment's id.
    topics: HashMap<String, String>,
}

impl Slots {
    /// The page as it is now.
    pub fn page(&self, around: &Surroundings) -> Page {
        let own = self.contents().filter(|content| content.mine);
        Page {
            own: own.map(|content| content.reading.post.id.clone()).collect(),
            topics: self.topics(),
            site: around.site_key(),
            hidden: around.document.hidden(),
            now: js_sys::Date::now(),
        }
    }

    /// For each comment that was seen the first subject of the post that its
    /// conversation is under.
    fn topics(&self) -> HashMap<String, String> {
        let is_comment = |content: &Content| content.reading.post.kind == PostKind::Comment;
        if !self.contents().any(is_comment) {
            return HashMap::new();
        }
        let by_id: HashMap<&str, &Content> = (self.contents())
            .map(|content| (content.reading.post.id.as_str(), content))
            .collect();
        let mut topics = HashMap::new();
        for comment in self.seen_contents().filter(|content| is_comment(content)) {
            let above = |content: &&Content| {
                let parent = content.reading.post.parent.as_deref()?;
                by_id.get(parent).copied()
            };
            let mut climb = std::iter::successors(Some(comment), above).take(MAX_CLIMB);
            let post = climb.find(|content| !is_comment(content));
            if let Some(topic) = post.and_then(|post| post.subjects().first()) {
                topics.insert(comment.reading.post.id.clone(), topic.clone());
            }
        }
        topics
    }
}

impl Page {
    /// What a post is about, at most [`MAX_SUBJECTS`]: the person's own
    /// subjects, then that of the conversation it is part of, then what its
    /// words say.
    pub fn subjects(&self, content: &Content) -> Vec<String> {
        let mut all = content.subjects().to_vec();
        if let Some(topic) = self.topics.get(&content.reading.post.id) {
            let topic_key = subjects::key(topic);
            let own = content.own_subjects.len().min(all.len());
            let is_topic = |subject: &String| subjects::key(subject) == topic_key;
            if !all[..own].iter().any(is_topic) {
                all.retain(|subject| !is_topic(subject));
                all.insert(own, topic.clone());
                all.truncate(MAX_SUBJECTS);
            }
        }
        all
    }
}

impl Slot {
    /// What is kept of this post, if it was seen and something of it is new, or
    /// it is seen again.
    pub fn seen_post(&mut self, page: &Page) -> Option<SeenPost> {
        if !self.seen || self.twin {
            return None;
        }
        let content = self.content.as_ref().filter(|content| content.judged)?;
        let Content {
            reading,
            text,
            score,
            place,
            ..
        } = content;
        let post = &reading.post;
        let told_at = self.told.as_ref().map_or(0.0, |told| told.seen_at);
        let seen = SeenPost {
            site: page.site.clone(),
            id: post.id.clone(),
            permalink: post.permalink.clone(),
            author: post.author.clone().or_else(|| post.name.clone()),
            score: score.as_ref()?.conversation,
            stance: place.stance,
            likes: post.likes,
            replies: post.replies,
            seen_at: told_at,
            subjects: page.subjects(content),
            to_me: post
                .parent
                .as_ref()
                .is_some_and(|parent| page.own.contains(parent)),
            mine: page.own.contains(&post.id).then(|| Mine {
                published: post.published.clone(),
                kind: post.kind,
                shows: signals::shows(text).map(|shows| Shows {
                    struggles: shows.struggles
                        || advise::tells_own_hardship(&post.text, text.language),
                    ..shows
                }),
            }),
        };
        let again = self.came_at - told_at > TOLD_AGAIN_MS;
        if self.told.as_ref() == Some(&seen) && !again {
            return None;
        }
        let seen = SeenPost {
            seen_at: self.last_seen(page.hidden, page.now),
            ..seen
        };
        self.told = Some(seen.clone());
        Some(seen)
    }
}

impl Live {
    /// All that is seen on this page; see `docs/inspect.md`.
    pub(super) fn inspection(&self) -> Inspection {
        let around = &self.around;
        let status = self.status();
        let mut inspection = Inspection {
            version: around.version.clone(),
            url: status.url,
            site: status.site,
            reader: status.reader,
            engine: around.engine,
            posts: Vec::new(),
            thread: None,
            health: status.health,
            timing: Default::default(),
            settled: false,
        };
        let (Ok(state), Ok(told)) = (self.state.try_borrow(), self.told.try_borrow()) else {
            return inspection;
        };
        inspection.timing = state.clock.timing;
        inspection.timing.memory_bytes = memory_bytes();
        inspection.settled = state.survey.is_none();
        if let Some(at_work) = &state.at_work {
            inspection.settled &= at_work.is_settled();
            let contents = at_work.slots.contents();
            inspection.posts = contents
                .map(|content| inspected(content, around.language.get(), &told))
                .collect();
            inspection.thread = at_work.inspected_thread();
        }
        inspection
    }

    /// What the popup tells of this page.
    pub(super) fn status(&self) -> Status {
        let around = &self.around;
        let mut status = Status {
            url: around.url().unwrap_or_default(),
            site: around.site.map(|site| site.name().to_owned()),
            reader: around.site.map_or(ReaderKind::None, |_| ReaderKind::Site),
            posts: 0,
            account: self.account(),
            own: OwnHere::default(),
            health: Vec::new(),
        };
        let Ok(state) = self.state.try_borrow() else {
            return status;
        };
        if let Some(at_work) = &state.at_work {
            if at_work.reader.plan().is_some() {
                status.reader = ReaderKind::Generic;
                if status.site.take().is_some() {
                    let changed = around.language.get().text(Word::HealthChanged);
                    status.health.push(changed.to_owned());
                }
            }
            let readings = || at_work.slots.contents().map(|content| &content.reading);
            status.posts = readings().count();
            status.own = own_here(at_work.slots.contents());
            let lines = read::health(at_work.reader.site(), readings());
            let sentences = lines
                .into_iter()
                .map(|line| sentence(line, around.language.get()));
            status.health.extend(sentences);
        }
        status.health.extend(state.unread.clone());
        status.health.extend(state.problem.clone());
        status
    }
}

impl Live {
    /// Who is logged in here, where the page tells.
    fn account(&self) -> Option<Account> {
        let root = PageElement::from(self.around.document.document_element()?);
        Some(Account {
            handle: self.around.site?.account(&root)?,
            site: self.around.site_key(),
        })
    }
}

/// How the person's own posts on this page do. Comments are no posts.
fn own_here<'a>(contents: impl Iterator<Item = &'a Content>) -> OwnHere {
    let own = contents.filter(|content| content.mine);
    let posts = own.filter(|content| content.reading.post.kind == PostKind::Post);
    posts.fold(OwnHere::default(), |sum, content| {
        let post = &content.reading.post;
        match (post.replies, post.likes) {
            (Some(replies), Some(likes)) => OwnHere {
                posts: sum.posts + 1,
                replies: sum.replies.saturating_add(replies.value),
                likes: sum.likes.saturating_add(likes.value),
            },
            _ => sum,
        }
    })
}

/// How large the memory of this module is.
fn memory_bytes() -> u32 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let buffer: js_sys::ArrayBuffer = memory.buffer().unchecked_into();
    buffer.byte_length()
}

/// A post as its card would show it now. Looking gives no wording away: that
/// is for cards that a person opens.
fn inspected(content: &Content, language: Language, told: &Told) -> InspectedPost {
    let post = content.reading.post.clone();
    let score = content.score.clone().unwrap_or_default();
    let prompts = advise::prompts(&post, &content.text, &score, &mut told.clone());
    let reasons = score.reasons.iter().map(|reason| InspectedReason {
        key: reason.key.name().to_owned(),
        points: reason.points,
        evidence: reason.evidence_text(language),
    });
    InspectedPost {
        score: score.conversation,
        confidence: score.confidence,
        stance: content.place.stance,
        reasons: reasons.collect(),
        prompts: prompts.into_iter().map(|prompt| prompt.text).collect(),
        id: post.id,
        permalink: post.permalink,
        author: post.author,
        name: post.name,
        text: post.text,
        quote: post.quote,
        lang: post.lang,
        published: post.published,
        kind: post.kind,
        parent: post.parent,
        depth: post.depth,
        likes: post.likes,
        replies: post.replies,
        reposts: post.reposts,
        views: post.views,
        promoted: post.promoted,
        deleted: post.deleted,
        collapsed: post.collapsed,
    }
}
