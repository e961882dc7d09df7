//! The thread at a glance: what it is of the posts that stand on the page, the
//! strip that shows it, and where its buttons go.

use super::slots::Key;
use super::{AtWork, Live, Surroundings};
use crate::glance;
use crate::inspect::InspectedThread;
use crate::read::PageKind;
use crate::show::{Jump, Strip};
use crate::signals::{Glance, Links, conversation};
use web_sys::Element;

/// After the page took the strip away so often, it has its way.
const TAKEN: u8 = 3;

/// The thread of a page.
#[derive(Default)]
pub struct ThreadView {
    /// The posts were judged since the thread was last looked at.
    pub is_due: bool,
    /// Who answers whom, as it was when the page was judged, and the readings
    /// that it is of.
    pub links: Option<(Vec<u64>, Links)>,
    overview: Option<Overview>,
    strip: Option<Strip>,
    /// How often the page took the strip away.
    taken: u8,
    /// The person wants no strip on this page.
    dismissed: bool,
    /// Where the buttons went last.
    at: [Option<Key>; Jump::ALL.len()],
}

/// A glance, and the slots of the posts that it is of.
struct Overview {
    glance: Glance,
    keys: Vec<Key>,
}

impl Overview {
    /// Where a button goes, in page order.
    fn goals(&self, to: Jump) -> Vec<Key> {
        let nodes: Vec<usize> = match to {
            Jump::Good => (self.glance.good.iter().flatten())
                .filter_map(|posts| posts.first().copied())
                .collect(),
            Jump::Unanswered => self.glance.unanswered.iter().flatten().copied().collect(),
        };
        nodes
            .into_iter()
            .filter_map(|node| self.keys.get(node).copied())
            .collect()
    }
}

impl ThreadView {
    /// Takes the strip off and forgets the thread.
    pub fn clear(&mut self) {
        if let Some(strip) = self.strip.take() {
            strip.remove();
        }
        self.overview = None;
        self.at = Default::default();
    }

    /// Another page begins without a strip, and without what the person said
    /// of the strip before. Another place of the same page does not.
    pub fn follow_navigation(&mut self, before: &str, now: &str) {
        let page = |url: &str| url.split('#').next().map(str::to_owned);
        if page(before) != page(now) {
            self.clear();
            self.dismissed = false;
            self.taken = 0;
        }
    }

    /// Whether the page took the strip off.
    pub fn lost_strip(&self) -> bool {
        self.strip
            .as_ref()
            .is_some_and(|strip| !strip.is_standing())
    }

    /// At which of its goals a button is, counted from 1.
    fn place(&self, to: Jump, goals: &[Key]) -> Option<usize> {
        let at = self.at[to as usize]?;
        goals
            .iter()
            .position(|goal| *goal == at)
            .map(|place| place + 1)
    }
}

impl AtWork {
    /// Whether the thread should be looked at now. Once all is read: a strip
    /// whose numbers run is no glance.
    pub fn glance_is_due(&self, welcome: bool) -> bool {
        welcome && self.thread.is_due && self.intake.is_empty() && !self.judge_is_due()
    }

    /// Looks at the thread, and puts up, changes or takes down its strip. Where
    /// it is quiet there is none.
    pub fn glance(&mut self, around: &Surroundings, quiet: bool) {
        self.thread.is_due = false;
        if self.reader.page_kind() != PageKind::Thread {
            self.thread.clear();
            return;
        }
        let (keys, contents): (Vec<_>, Vec<_>) = self.slots.keyed_contents().unzip();
        let posts: Vec<_> = contents
            .iter()
            .map(|content| &content.reading.post)
            .collect();
        let texts: Vec<_> = contents.iter().map(|content| &content.text).collect();
        let numbers = || contents.iter().map(|content| content.number);
        let glance = match self.thread.links.take() {
            Some((of, links)) if numbers().eq(of.iter().copied()) => {
                conversation::of_linked(&posts, &texts, &links)
            }
            _ => conversation::of(&posts, &texts),
        };
        let content = glance::strip(&glance, &posts, around.language.get());
        self.thread.overview = Some(Overview { glance, keys });
        let Some(content) = content.filter(|_| !quiet && !self.thread.dismissed) else {
            if let Some(strip) = self.thread.strip.take() {
                strip.remove();
            }
            return;
        };
        if self.thread.lost_strip() {
            self.thread.taken += 1;
        }
        let strip = self.thread.strip.take_if(|strip| !strip.may_stay(&content));
        if let Some(strip) = strip {
            strip.remove();
        }
        if let Some(strip) = &self.thread.strip {
            // What a document refuses stays as it was.
            let _ = strip.update(&content);
        } else if self.thread.taken < TAKEN {
            let first = self.slots.keys().first().copied();
            let first = first.and_then(|key| self.slots.get(key));
            self.thread.strip = first.and_then(|first| {
                let strip = self.overlay.mount_strip(first.element.as_ref(), &content);
                // A page that refuses the element stays without it.
                strip.ok()
            });
        }
        self.tell_places();
    }

    /// The buttons say at which of their goals the person is.
    fn tell_places(&self) {
        let (Some(strip), Some(overview)) = (&self.thread.strip, &self.thread.overview) else {
            return;
        };
        for to in Jump::ALL {
            let place = self.thread.place(to, &overview.goals(to));
            strip.tell(to, place);
        }
    }

    /// The goal after the one that the button went to last, from the last on to
    /// the first. One that has gone in the meantime is none any more.
    fn next_goal(&mut self, to: Jump) -> Option<Key> {
        let goals = self.thread.overview.as_ref()?.goals(to);
        let standing: Vec<Key> = goals
            .iter()
            .copied()
            .filter(|goal| self.slots.get(*goal).is_some())
            .collect();
        let last = self.thread.at[to as usize];
        let place = last.and_then(|last| standing.iter().position(|goal| *goal == last));
        let next = place.map_or(0, |place| place + 1);
        let next = standing.get(next).or_else(|| standing.first()).copied();
        self.thread.at[to as usize] = next;
        next
    }

    /// What the inspection tells of the thread.
    pub fn inspected_thread(&self) -> Option<InspectedThread> {
        let Overview { glance, keys } = self.thread.overview.as_ref()?;
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let id = |node: &usize| {
            let slot = self.slots.get(*keys.get(*node)?)?;
            Some(slot.content.as_ref()?.reading.post.id.clone())
        };
        let ids = |nodes: &Vec<usize>| nodes.iter().filter_map(id).collect::<Vec<_>>();
        Some(InspectedThread {
            comments: glance.comments,
            people: count(glance.people.len()),
            exchanges: glance.exchanges().map(count),
            author_back: glance.author_back,
            balance: glance.balance,
            unanswered: glance.unanswered.as_ref().map(ids),
            good: (glance.good.as_ref()).map(|good| good.iter().map(ids).collect()),
        })
    }
}

impl Live {
    /// Brings the next place of a kind to the middle of the screen, its badge
    /// into focus and a ring around it for a moment.
    pub(super) fn jump(&self, to: Jump) {
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        let Some(at_work) = &mut state.at_work else {
            return;
        };
        let Some(key) = at_work.next_goal(to) else {
            return;
        };
        at_work.tell_places();
        let strip = at_work.thread.strip.clone();
        let post = at_work.slots.get(key);
        let post: Option<Element> =
            post.map(|slot| AsRef::<Element>::as_ref(&slot.element).clone());
        drop(state);
        if self.go_to(key)
            && let (Some(strip), Some(post)) = (strip, post)
        {
            // Without it the focus still tells where one is.
            let _ = strip.ring(&post);
        }
    }

    /// Takes the strip off until the next page.
    pub(super) fn dismiss_strip(&self) {
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        let Some(at_work) = &mut state.at_work else {
            return;
        };
        at_work.thread.dismissed = true;
        let strip = at_work.thread.strip.take();
        drop(state);
        if let Some(strip) = strip {
            strip.remove();
        }
    }
}
