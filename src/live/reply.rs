//! Replies: texts that go into the site's composer, and replies that the
//! person has sent.

use super::slots::{Content, Key};
use super::{Live, State, Surroundings};
use crate::advise::draft::{self, Answered, Pause};
use crate::compose::{Outcome, Why, essence};
use crate::message::Replied;
use crate::page::composer::{Composers, Posts, Sent, Written};
use crate::page::element::PageElement;
use crate::post::PostKind;
use crate::read::{PageKind, Reading, Standing};
use std::rc::{Rc, Weak};
use web_sys::Element;

impl Live {
    /// The composers of this page, when the site file knows them.
    pub(super) fn composers(&self) -> Option<Rc<Composers>> {
        let site = self.around.site?;
        Some(Composers::new(
            self.around.document.clone(),
            site.composer?,
            site.reply,
            Box::new(PagePosts(self.me.clone())),
        ))
    }

    /// Puts a text into the reply to the post in a slot.
    pub(super) async fn insert_at(&self, key: Key, text: &str) -> Outcome {
        let found = self.state.try_borrow().ok().and_then(|state| {
            let at_work = state.at_work.as_ref()?;
            let element: &Element = at_work.slots.get(key)?.element.as_ref();
            Some((at_work.composers.clone()?, element.clone()))
        });
        match found {
            Some((composers, container)) => composers.insert(&container, text).await,
            None => Outcome::Nowhere(Why::NoComposer),
        }
    }

    /// Puts a text into the reply to a post.
    pub(super) async fn insert(&self, post: &str, text: &str) -> Outcome {
        let key = self.state.try_borrow().ok().and_then(|state| {
            let slots = &state.at_work.as_ref()?.slots;
            let holds = |key: &&Key| {
                let content = slots.get(**key).and_then(|slot| slot.content.as_ref());
                content.is_some_and(|content| content.reading.post.id == post)
            };
            slots.keys().iter().find(holds).copied()
        });
        match key {
            Some(key) => self.insert_at(key, text).await,
            None => Outcome::Nowhere(Why::NoComposer),
        }
    }
}

/// The page's posts, as far as its composers ask.
struct PagePosts(Weak<Live>);

impl PagePosts {
    fn ask<T>(&self, ask: impl FnOnce(&super::AtWork) -> Option<T>) -> Option<T> {
        let live = self.0.upgrade()?;
        let state = live.state.try_borrow().ok()?;
        ask(state.at_work.as_ref()?)
    }
}

impl Posts for PagePosts {
    fn container_of(&self, node: &Element) -> Option<Element> {
        let node = PageElement::from(node.clone());
        self.ask(|at_work| at_work.reader.container_of(&node))
            .map(|container| container.as_ref().clone())
    }

    fn id_of(&self, container: &Element) -> Option<String> {
        self.ask(|at_work| {
            let key = at_work.slots.key(container);
            let content = key.and_then(|key| at_work.slots.get(key)?.content.as_ref());
            match content {
                Some(content) => Some(content.reading.post.id.clone()),
                // It came a moment ago.
                None => {
                    let container = PageElement::from(container.clone());
                    Some(at_work.reader.read(&container).ok()?.post.id)
                }
            }
        })
    }

    fn containers(&self, root: &Element) -> Vec<Element> {
        let root = PageElement::from(root.clone());
        self.ask(|at_work| Some(at_work.reader.containers(&root)))
            .into_iter()
            .flatten()
            .map(|container| container.as_ref().clone())
            .collect()
    }

    fn focal(&self) -> Option<(Element, String)> {
        self.ask(|at_work| {
            if at_work.reader.page_kind() != PageKind::Thread {
                return None;
            }
            let readings = || {
                let slots = at_work.slots.keys().iter();
                slots.filter_map(|key| {
                    let slot = at_work.slots.get(*key)?;
                    Some((&slot.element, &slot.content.as_ref()?.reading))
                })
            };
            let told =
                |(_, reading): &(_, &Reading)| matches!(reading.standing, Standing::Focal { .. });
            let first = |(_, reading): &(_, &Reading)| reading.kind == PostKind::Post;
            let (element, focal) = readings().find(told).or_else(|| readings().find(first))?;
            Some((element.as_ref().clone(), focal.post.id.clone()))
        })
    }

    fn stands(&self, text: &str) -> bool {
        self.ask(|at_work| {
            // A text that is much longer or shorter need not be looked at.
            let near = text.len()..=text.len().saturating_mul(2).saturating_add(200);
            let says = |said: &str| near.contains(&said.len()) && essence(said) == text;
            let mut contents = at_work.slots.contents();
            contents
                .any(|content| says(&content.reading.post.text))
                .then_some(())
        })
        .is_some()
    }

    fn sent(&self, reply: Sent) {
        let Some(live) = self.0.upgrade() else { return };
        if live.is_cut_off() {
            return;
        }
        let Ok(mut state) = live.state.try_borrow_mut() else {
            return;
        };
        state.note_reply(&live.around, reply);
        if let Some(at_work) = &mut state.at_work {
            at_work.coaching.end();
        }
        drop(state);
        // The page may be left with it.
        live.post();
    }

    fn begun(&self) {
        if let Some(live) = self.0.upgrade().filter(|live| !live.is_cut_off()) {
            live.prepare_coach();
        }
    }

    fn written(&self, written: Written) {
        if let Some(live) = self.0.upgrade().filter(|live| !live.is_cut_off()) {
            live.coach(&written);
        }
    }
}

impl State {
    /// Keeps that a reply was sent and how it listened, without its text.
    fn note_reply(&mut self, around: &Surroundings, reply: Sent) {
        let mut contents = self.at_work.iter().flat_map(|work| work.slots.contents());
        let answered: Option<&Content> =
            contents.find(|content| content.reading.post.id == reply.post);
        let page = (self.at_work.as_ref()).map(|work| work.slots.page(around));
        let subjects = answered
            .zip(page)
            .map(|(content, page)| page.subjects(content));
        let listening = answered.map(|content| {
            let answered = Answered {
                text: &content.reading.post.text,
                signals: &content.text,
            };
            draft::check(&reply.text, Some(answered), Pause::Long).listening
        });
        self.outbox.put_reply(Replied {
            site: around.site_key(),
            post: reply.post,
            sent_at: js_sys::Date::now(),
            listening,
            subjects: subjects.unwrap_or_default(),
        });
    }
}
