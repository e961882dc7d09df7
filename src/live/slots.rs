//! The posts that stand in the page right now, in document order.
//!
//! A slot belongs to an element, not to a post: pages recycle elements, so the
//! post in a slot may become another one at any time. Which element has which
//! slot is kept in a `WeakMap`, so that nothing of the page is touched and
//! nothing keeps a removed element alive for longer than one slice.

use crate::message::{MAX_SUBJECTS, SeenPost};
use crate::page::element::PageElement;
use crate::read::Reading;
use crate::score::{Place, Score};
use crate::show::Badge;
use crate::signals::{TextSignals, ThreadSignals};
use crate::subjects;
use crate::text::Text;
use std::cell::OnceCell;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, ShadowRoot};

/// Names a slot for as long as its element stands in the page.
pub type Key = u32;

/// How often a badge is put back after the page took it out of a post that is
/// still there. After that the page has its way.
const MOUNTS: u8 = 3;

/// One post container in the page.
pub struct Slot {
    /// The container.
    pub element: PageElement,
    /// What stands in it; `None` before it is read, or when it holds no post.
    pub content: Option<Content>,
    /// It changed since it was read.
    pub stale: bool,
    /// Within a screen's distance of the screen.
    pub near: bool,
    /// On the screen now.
    pub on_screen: bool,
    /// The same post stands in another slot, which is the one that counts: a
    /// page may hold a copy for narrow screens, or one in a dialog.
    pub twin: bool,
    /// The post that is in it has been on the screen.
    pub seen: bool,
    /// When it last came on the screen, in milliseconds since 1970 UTC.
    pub came_at: f64,
    /// When it was last on the screen, while it is not there: as [`Self::came_at`].
    pub left_at: f64,
    /// Its badge, while it has one.
    pub badge: Option<Badge>,
    /// What the session was last told of it, with the time at which it was.
    pub told: Option<SeenPost>,
    mounts: u8,
}

/// A post as read, with what follows from it.
pub struct Content {
    /// The post and how it was read.
    pub reading: Reading,
    /// Tells this reading from all others of the page.
    pub number: u64,
    /// What its text shows.
    pub text: TextSignals,
    /// It is the person's own.
    pub mine: bool,
    /// Those of the person's own subjects that it is about.
    pub own_subjects: Vec<String>,
    /// See [`Content::subjects`].
    pub subjects: OnceCell<Vec<String>>,
    /// Its score. Until the page is judged with this reading it is the one
    /// before's, so that a badge answers at any moment.
    pub score: Option<Score>,
    /// Its place among the posts seen on this site, as old as the score.
    pub place: Place,
    /// What happens under it, on a thread page, as old as the score.
    pub thread: Option<ThreadSignals>,
    /// Score and place are of this reading.
    pub judged: bool,
}

impl Content {
    /// What the post is about: at most [`MAX_SUBJECTS`], the person's own first.
    /// Looked for when it is first asked for, because most posts of a long page
    /// are never seen.
    pub fn subjects(&self) -> &[String] {
        self.subjects.get_or_init(|| {
            let text = Text::new(&self.reading.post.text);
            let mut all = self.own_subjects.clone();
            let known: Vec<String> = all.iter().map(|own| subjects::key(own)).collect();
            let found = subjects::of(&text, self.text.language);
            all.extend(
                found
                    .into_iter()
                    .filter(|one| !known.contains(&subjects::key(one))),
            );
            all.truncate(MAX_SUBJECTS);
            all
        })
    }
}

impl Slot {
    fn new(element: PageElement) -> Self {
        Self {
            element,
            content: None,
            stale: true,
            near: false,
            on_screen: false,
            twin: false,
            seen: false,
            came_at: 0.0,
            left_at: 0.0,
            badge: None,
            told: None,
            mounts: 0,
        }
    }

    /// Puts a new reading in. Another post than before starts afresh.
    pub fn fill(&mut self, mut content: Option<Content>) {
        let id = |content: &Option<Content>| {
            content
                .as_ref()
                .map(|content| content.reading.post.id.clone())
        };
        if id(&self.content) != id(&content) {
            self.mounts = 0;
            self.seen = self.on_screen;
            self.told = None;
            self.take_badge_off();
        } else if let (Some(before), Some(content)) = (self.content.take(), &mut content) {
            content.score = before.score;
            content.place = before.place;
            content.thread = before.thread;
        }
        self.content = content;
        self.stale = false;
    }

    /// It came on the screen, or left it, at `now` (milliseconds since 1970
    /// UTC).
    pub fn turn(&mut self, on_screen: bool, now: f64) {
        self.on_screen = on_screen;
        self.seen |= on_screen;
        *if on_screen {
            &mut self.came_at
        } else {
            &mut self.left_at
        } = now;
    }

    /// When it was last on the screen, `now` at the latest; a page that is
    /// hidden shows nothing.
    pub fn last_seen(&self, hidden: bool, now: f64) -> f64 {
        if self.on_screen && !hidden {
            now
        } else {
            self.left_at
        }
    }

    /// What of it was kept is erased. It counts as seen once it comes on the
    /// screen again.
    pub fn forget(&mut self) {
        self.seen = false;
        self.told = None;
    }

    /// Whether it is near the screen and waits for the score of its reading.
    pub fn is_hungry(&self) -> bool {
        let waits = |content: &Content| !content.judged;
        self.near && !self.twin && self.content.as_ref().is_some_and(waits)
    }

    /// Whether a badge should be put up now.
    pub fn wants_badge(&self) -> bool {
        let standing = self.badge.as_ref().is_some_and(Badge::is_standing);
        let scored = self
            .content
            .as_ref()
            .is_some_and(|content| content.score.is_some());
        self.near && !self.twin && scored && !standing && self.mounts < MOUNTS
    }

    /// Whether the page took its badge off.
    pub fn lost_badge(&self) -> bool {
        self.badge
            .as_ref()
            .is_some_and(|badge| !badge.is_standing())
    }

    /// Remembers the badge that was put up.
    pub fn put_badge(&mut self, badge: Badge) {
        self.take_badge_off();
        self.mounts += 1;
        self.badge = Some(badge);
    }

    /// Takes the badge off, because the post left or is far away.
    pub fn take_badge_off(&mut self) {
        if let Some(badge) = self.badge.take() {
            badge.remove();
        }
    }

    /// A badge taken off by us, not by the page, may come back.
    pub fn rest(&mut self) {
        self.take_badge_off();
        self.mounts = 0;
    }
}

/// The element, or the host of the shadow root that it stands in.
fn in_document(element: &Element) -> Element {
    let root = element.get_root_node().dyn_into::<ShadowRoot>();
    root.map_or_else(|_| element.clone(), |root| root.host())
}

/// All slots of a page.
#[derive(Default)]
pub struct Slots {
    slots: BTreeMap<Key, Slot>,
    order: Vec<Key>,
    keys: js_sys::WeakMap,
    next: Key,
}

impl Slots {
    /// The slot of an element.
    pub fn key(&self, element: &Element) -> Option<Key> {
        let key = self.keys.get(element).as_f64()? as Key;
        self.slots.contains_key(&key).then_some(key)
    }

    /// Gives an element a slot at its place in the document. An element that
    /// has one was moved by the page: its slot moves along.
    pub fn place(&mut self, element: PageElement) -> Key {
        let node: &Element = element.as_ref();
        if let Some(key) = self.key(node) {
            self.order.retain(|other| *other != key);
            let at = self.position(node);
            self.order.insert(at, key);
            return key;
        }
        let at = self.position(node);
        let key = self.next;
        self.next = self.next.wrapping_add(1);
        self.keys.set(node, &JsValue::from(key));
        self.slots.insert(key, Slot::new(element));
        self.order.insert(at, key);
        key
    }

    fn position(&self, node: &Element) -> usize {
        let precedes = |key: &Key| {
            self.slots.get(key).is_some_and(|slot| {
                let other: &Element = slot.element.as_ref();
                let mut place = other.compare_document_position(node);
                if place & Node::DOCUMENT_POSITION_DISCONNECTED != 0 {
                    // At least one stands in a shadow root: its host tells.
                    let (other, node) = (in_document(other), in_document(node));
                    place = other.compare_document_position(&node);
                }
                place & Node::DOCUMENT_POSITION_FOLLOWING != 0
            })
        };
        // New posts mostly come last: one comparison instead of many.
        if self.order.last().is_none_or(precedes) {
            return self.order.len();
        }
        self.order.partition_point(precedes)
    }

    /// Drops the slots whose elements have left the page, and returns them.
    pub fn sweep(&mut self) -> Vec<Slot> {
        let slots = &mut self.slots;
        let mut left = Vec::new();
        self.order.retain(|key| {
            let standing = slots
                .get(key)
                .is_some_and(|slot| AsRef::<Element>::as_ref(&slot.element).is_connected());
            if !standing {
                left.extend(slots.remove(key));
            }
            standing
        });
        left.iter_mut().for_each(Slot::take_badge_off);
        left
    }

    /// Finds posts that stand in several slots, and says which slot counts: the
    /// first near the screen (what is not shown never is), else the first.
    /// Whether there are any.
    pub fn settle_twins(&mut self) -> bool {
        let id = |slot: &Slot| Some(slot.content.as_ref()?.reading.post.id.clone());
        let mut counts: HashMap<String, Key> = HashMap::new();
        let mut any = false;
        for key in &self.order {
            let Some(slot) = self.slots.get(key) else {
                continue;
            };
            let Some(id) = id(slot) else { continue };
            let near = |key: &Key| self.slots.get(key).is_some_and(|slot| slot.near);
            match counts.entry(id) {
                Entry::Vacant(entry) => {
                    entry.insert(*key);
                }
                Entry::Occupied(mut entry) => {
                    any = true;
                    if slot.near && !near(entry.get()) {
                        entry.insert(*key);
                    }
                }
            }
        }
        for (key, slot) in &mut self.slots {
            let twin = any && id(slot).is_some_and(|id| counts.get(&id) != Some(key));
            if twin && !slot.twin {
                slot.rest();
            }
            slot.twin = twin;
        }
        any
    }

    /// One slot.
    pub fn get(&self, key: Key) -> Option<&Slot> {
        self.slots.get(&key)
    }

    /// One slot, to change.
    pub fn get_mut(&mut self, key: Key) -> Option<&mut Slot> {
        self.slots.get_mut(&key)
    }

    /// All keys in document order.
    pub fn keys(&self) -> &[Key] {
        &self.order
    }

    /// All contents in document order.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        self.keyed_contents().map(|(_, content)| content)
    }

    /// Those of [`Slots::contents`] that have been on the screen.
    pub fn seen_contents(&self) -> impl Iterator<Item = &Content> {
        let seen = self.slots.values().filter(|slot| slot.seen && !slot.twin);
        seen.filter_map(|slot| slot.content.as_ref())
    }

    /// All contents in document order with their slots, each post once.
    pub fn keyed_contents(&self) -> impl Iterator<Item = (Key, &Content)> {
        self.order.iter().filter_map(|key| {
            let slot = self.slots.get(key).filter(|slot| !slot.twin)?;
            Some((*key, slot.content.as_ref()?))
        })
    }

    /// All contents in document order, each post once, to change.
    pub fn contents_mut(&mut self) -> Vec<&mut Content> {
        let mut contents: BTreeMap<Key, &mut Content> = self
            .slots
            .iter_mut()
            .filter(|(_, slot)| !slot.twin)
            .filter_map(|(key, slot)| Some((*key, slot.content.as_mut()?)))
            .collect();
        self.order
            .iter()
            .filter_map(|key| contents.remove(key))
            .collect()
    }

    /// Every slot, in no order, to change.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Slot> {
        self.slots.values_mut()
    }
}
