//! Which posts have to be read, and in which order: those near the screen
//! first, each once per change.

use super::slots::{Content, Key, Slot, Slots};
use super::{AtWork, Surroundings};
use crate::page::clock::{Clock, Work};
use crate::page::element::PageElement;
use crate::page::schedule::When;
use crate::score::Place;
use crate::settings::Settings;
use crate::show::is_own;
use crate::signals;
use crate::subjects;
use std::cell::OnceCell;
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use web_sys::{Element, MutationRecord, Node};

/// Above this many added subtrees at once, one look over the whole document is
/// cheaper than one in each.
const MANY: usize = 200;

/// Notes of what changed, and the queues that follow from them.
#[derive(Default)]
pub struct Intake {
    /// Look over the whole document.
    whole: bool,
    added: Vec<Element>,
    changed: Vec<Node>,
    removed: bool,
    /// A badge was taken off, by the page or by us.
    badge_gone: bool,
    /// Containers that have no slot yet.
    incoming: VecDeque<PageElement>,
    /// Stale slots near the screen.
    urgent: VecDeque<Key>,
    /// The other stale slots.
    waiting: VecDeque<Key>,
    /// The page's address when it was last looked at.
    url: String,
}

impl Intake {
    /// Nothing is known of the page: look it all over.
    pub fn look_at_all(&mut self) {
        self.whole = true;
    }

    /// Takes note of the page's changes, without those that are our own.
    pub fn note(&mut self, records: &[MutationRecord]) {
        for record in records {
            let Some(target) = record.target() else {
                continue;
            };
            if record.type_() != "childList" {
                self.changed.push(target);
                continue;
            }
            let added = record.added_nodes();
            let removed = record.removed_nodes();
            let added = (0..added.length()).filter_map(|index| added.get(index));
            let removed = (0..removed.length()).filter_map(|index| removed.get(index));
            let mut of_page = false;
            for node in added {
                if is_own(&node) {
                    continue;
                }
                of_page = true;
                if let Ok(element) = node.dyn_into::<Element>() {
                    self.added.push(element);
                }
            }
            for node in removed {
                if is_own(&node) {
                    self.badge_gone = true;
                } else {
                    of_page = true;
                    self.removed = true;
                }
            }
            if of_page {
                self.changed.push(target);
            }
        }
        if self.added.len() > MANY {
            self.added.clear();
            self.whole = true;
        }
    }

    /// Whether nothing waits to be read.
    pub fn is_empty(&self) -> bool {
        !self.whole
            && self.added.is_empty()
            && self.changed.is_empty()
            && !self.removed
            && !self.badge_gone
            && self.incoming.is_empty()
            && self.urgent.is_empty()
            && self.waiting.is_empty()
    }

    /// How soon the next slice should come, if one is needed.
    pub fn urgency(&self) -> Option<When> {
        if !self.urgent.is_empty() {
            Some(When::Soon)
        } else if self.is_empty() {
            None
        } else {
            Some(When::Idle)
        }
    }

    /// A slot has to be read again.
    fn mark(&mut self, slots: &mut Slots, key: Key) {
        let Some(slot) = slots.get_mut(key) else {
            return;
        };
        if !slot.stale {
            slot.stale = true;
            self.queue(key, slot.near);
        }
    }

    /// Every slot has to be read again.
    pub fn read_all_again(&mut self, slots: &mut Slots) {
        for key in slots.keys().to_vec() {
            self.mark(slots, key);
        }
    }

    fn queue(&mut self, key: Key, near: bool) {
        if near {
            self.urgent.push_back(key)
        } else {
            self.waiting.push_back(key)
        }
    }

    /// A stale slot came near the screen.
    pub fn hurry(&mut self, key: Key) {
        self.urgent.push_back(key);
    }

    /// The next stale slot.
    fn next(&mut self, slots: &Slots) -> Option<Key> {
        self.drop_read(slots);
        self.urgent.pop_front().or_else(|| self.waiting.pop_front())
    }

    /// Drops what was read from the heads of both queues. A slot that came near
    /// the screen stands in both; what is left of it would seem to wait, and
    /// the page never to be read through.
    fn drop_read(&mut self, slots: &Slots) {
        let is_read = |key: &Key| !slots.get(*key).is_some_and(|slot| slot.stale);
        for queue in [&mut self.urgent, &mut self.waiting] {
            while queue.front().is_some_and(is_read) {
                queue.pop_front();
            }
        }
    }
}

impl AtWork {
    /// After a navigation inside the page the same elements may mean something
    /// else (which post is the focal one, feed or thread): all is read anew.
    pub fn follow_navigation(&mut self, around: &Surroundings) {
        let Some(url) = around.url() else { return };
        if url == self.intake.url {
            return;
        }
        let first = self.intake.url.is_empty();
        self.thread.follow_navigation(&self.intake.url, &url);
        self.intake.url.clone_from(&url);
        if first {
            return;
        }
        self.reader = self.reader.moved(&url);
        self.intake.read_all_again(&mut self.slots);
        self.intake.look_at_all();
    }

    /// Turns notes into slots, until the slice ends.
    pub fn take_in(&mut self, around: &Surroundings, clock: &Clock, ends: f64) {
        let Self {
            intake,
            slots,
            reader,
            changes,
            ..
        } = self;
        let posts_under = |root: Element| {
            let root = PageElement::from(root);
            for host in reader.shadow_hosts(&root) {
                changes.watch_shadow(host.as_ref());
            }
            reader.containers(&root)
        };
        if std::mem::take(&mut intake.removed) {
            // Seen a moment ago, gone before anyone could be told.
            let page = slots.page(around);
            let left = slots.sweep();
            self.unjudged |= !left.is_empty();
            self.left.extend(
                left.into_iter()
                    .filter_map(|mut slot| slot.seen_post(&page)),
            );
        }
        if std::mem::take(&mut intake.whole) {
            intake.added.clear();
            if let Some(root) = around.document.document_element() {
                intake.incoming.extend(posts_under(root));
            }
        }
        for node in std::mem::take(&mut intake.changed) {
            let element = node
                .dyn_into::<Element>()
                .or_else(|node| node.parent_element().ok_or(node));
            let Ok(element) = element else { continue };
            let Some(post) = reader.container_of(&PageElement::from(element)) else {
                continue;
            };
            match slots.key(post.as_ref()) {
                Some(key) => intake.mark(slots, key),
                // A shell that was passed over has been filled.
                None => intake.incoming.push_back(post),
            }
        }
        for element in std::mem::take(&mut intake.added) {
            if element.is_connected() {
                intake.incoming.extend(posts_under(element));
            }
        }
        if std::mem::take(&mut intake.badge_gone) {
            let lost = |key: &&Key| slots.get(**key).is_some_and(Slot::lost_badge);
            self.touched.extend(slots.keys().iter().filter(lost));
            self.thread.is_due |= self.thread.lost_strip();
        }
        while let Some(element) = intake.incoming.pop_front() {
            if slots.key(element.as_ref()).is_none() {
                self.near.watch(element.as_ref());
                self.on_screen.watch(element.as_ref());
                let key = slots.place(element);
                intake.queue(key, false);
            } else {
                slots.place(element);
                self.unjudged = true;
            }
            if clock.now() >= ends {
                break;
            }
        }
    }

    /// Reads stale posts until the slice ends; at least one, so that a slow
    /// page still gets somewhere.
    pub fn read(&mut self, site: &str, settings: &Settings, clock: &mut Clock, ends: f64) {
        // Posts say how long ago they were written.
        self.reader.set_now((js_sys::Date::now() / 1000.0) as i64);
        let mut now = clock.now();
        while let Some(key) = self.intake.next(&self.slots) {
            let Some(slot) = self.slots.get_mut(key) else {
                continue;
            };
            self.readings += 1;
            let number = self.readings;
            let reading = self.reader.read(&slot.element);
            now = clock.book(Work::Read, now);
            let content = reading.ok().map(|reading| {
                let text = signals::text::of(&reading.post);
                let own = subjects::named_in(&reading.post.text, &settings.subjects);
                let author = reading.post.author.as_ref().or(reading.post.name.as_ref());
                Content {
                    mine: author.is_some_and(|author| settings.is_mine(site, author)),
                    own_subjects: own,
                    subjects: OnceCell::new(),
                    reading,
                    number,
                    text,
                    score: None,
                    place: Place::default(),
                    thread: None,
                    judged: false,
                }
            });
            slot.fill(content);
            self.hungry |= slot.is_hungry();
            clock.timing.posts += 1;
            self.unjudged = true;
            now = clock.book(Work::Score, now);
            if now >= ends {
                break;
            }
        }
        self.intake.drop_read(&self.slots);
    }
}
