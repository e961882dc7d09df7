//! What was read → scores, stances, and the badges that show them.

use super::slots::{Content, Key, Slot};
use super::{AtWork, State, Surroundings};
use crate::message::{Sample, Verdict};
use crate::page::clock::Clock;
use crate::post::Post;
use crate::read::{self, PageKind, thread};
use crate::score::{self, Caps, Stance, stance::Ground};
use crate::signals::{self, Regime, Signals};
use std::collections::HashMap;
use web_sys::Element;

/// The most posts of a site that the stance rests on. Past it new posts are
/// placed, but no longer added: by then the picture has settled.
const MAX_SAMPLE: usize = 2000;

/// How a kind of page is scored.
const fn regime(kind: PageKind) -> Regime {
    match kind {
        PageKind::Feed => Regime::Feed,
        PageKind::Thread => Regime::Thread,
    }
}

impl State {
    /// The background worker said what was seen and marked on this site before,
    /// or does not answer: it begins.
    pub fn welcome(&mut self, sample: Vec<(String, Sample)>, marks: Vec<(String, Verdict)>) {
        self.welcome = true;
        self.marks.extend(marks);
        for (id, sample) in sample {
            self.sample.entry(id).or_insert(sample);
        }
        if let Some(at_work) = &mut self.at_work {
            at_work.unjudged = true;
        }
    }
}

impl AtWork {
    /// Whether the page should be judged now: that has begun, or all is read, or
    /// something near the screen waits for its first score.
    pub fn judge_is_due(&self) -> bool {
        let waits = self.hungry || self.intake.is_empty();
        self.judging.is_some() || self.unjudged && waits
    }

    /// Whether nothing waits to be read or judged, and the thread was looked at
    /// since.
    pub fn is_settled(&self) -> bool {
        let judged = !self.unjudged && self.judging.is_none();
        self.intake.is_empty() && judged && !self.thread.is_due
    }

    /// Puts the thread together, scores the posts, and places each among those
    /// seen, until the slice ends. Only the first step, which looks at all
    /// posts at once, cannot be cut.
    pub fn judge(
        &mut self,
        sample: &mut HashMap<String, Sample>,
        caps: &Caps,
        clock: &Clock,
        ends: f64,
    ) {
        let mut judging = match self.judging.take() {
            Some(judging) => judging,
            None => self.begin_to_judge(),
        };
        while let Some((key, reading, signals)) = judging.next() {
            self.score(*key, *reading, (signals, caps), sample);
            if clock.now() >= ends {
                break;
            }
        }
        if judging.is_done() {
            self.place(sample);
        } else {
            self.judging = Some(judging);
        }
    }

    /// Every post gets a new score, because scores are made in another way now.
    pub fn judge_all_again(&mut self) {
        for content in self.slots.contents_mut() {
            content.judged = false;
        }
        self.judging = None;
        self.unjudged = true;
    }

    /// When all is read and a field is on no post although the site file
    /// promises it, reads again and looks for it otherwise.
    fn mend(&mut self) {
        if self.reader.plan().is_some() || !self.intake.is_empty() {
            return;
        }
        let readings = self.slots.contents().map(|content| &content.reading);
        let lost = read::lost(self.reader.site(), readings);
        if lost.iter().all(|field| self.mended.contains(field)) {
            return;
        }
        self.mended.clone_from(&lost);
        self.reader.repair(lost);
        self.read_all_again();
    }

    /// Every post is read anew.
    pub fn read_all_again(&mut self) {
        self.intake.read_all_again(&mut self.slots);
    }

    fn begin_to_judge(&mut self) -> Judging {
        self.mend();
        self.has_twins = self.slots.settle_twins();
        self.unjudged = false;
        self.hungry = false;
        let mut contents = self.slots.contents_mut();
        let mut readings: Vec<_> = contents
            .iter_mut()
            .map(|content| &mut content.reading)
            .collect();
        thread::assemble(&mut readings);
        let regime = regime(self.reader.page_kind());
        // In a list no post changes another's score.
        let due = |content: &Content| regime == Regime::Thread || !content.judged;
        let (keys, contents): (Vec<_>, Vec<_>) = self
            .slots
            .keyed_contents()
            .filter(|(_, content)| due(content))
            .unzip();
        let posts: Vec<&Post> = contents
            .iter()
            .map(|content| &content.reading.post)
            .collect();
        let texts = contents
            .iter()
            .map(|content| content.text.clone())
            .collect();
        let (signals, links) = signals::combine_linked(&posts, texts, regime);
        let numbers: Vec<u64> = contents.iter().map(|content| content.number).collect();
        self.thread.links = links.map(|links| (numbers.clone(), links));
        let all = keys.into_iter().zip(numbers).zip(signals);
        Judging {
            waiting: all
                .map(|((key, number), signals)| (key, number, signals))
                .collect(),
            at: 0,
        }
    }

    fn score(
        &mut self,
        key: Key,
        number: u64,
        (signals, caps): (&Signals, &Caps),
        sample: &mut HashMap<String, Sample>,
    ) {
        // What was read anew in the meantime is judged with the next lot.
        let content = self
            .slots
            .get_mut(key)
            .and_then(|slot| slot.content.as_mut())
            .filter(|content| content.number == number);
        let Some(content) = content else { return };
        let score = score::with(signals, caps);
        let post = &content.reading.post;
        if let (Some(score), Some(likes)) = (score.conversation, post.likes)
            && (sample.len() < MAX_SAMPLE || sample.contains_key(&post.id))
        {
            sample.insert(post.id.clone(), Sample { score, likes });
        }
        content.score = Some(score);
        content.thread = signals.thread;
        content.judged = true;
    }

    fn place(&mut self, sample: &HashMap<String, Sample>) {
        let ground = Ground::of(&sample.values().copied().collect::<Vec<_>>());
        for slot in self.slots.all_mut() {
            let Some(content) = &mut slot.content else {
                continue;
            };
            if let Some(score) = &content.score {
                content.place = ground.place(score.conversation, content.reading.post.likes);
            }
        }
        self.thread.is_due = true;
        let shown = |slot: &Slot| slot.near || slot.seen;
        let keys = self.slots.keys().iter();
        self.touched = keys
            .copied()
            .filter(|key| self.slots.get(*key).is_some_and(shown))
            .collect();
    }
}

/// Posts that are being scored, slice by slice.
pub struct Judging {
    /// Slot, number of its reading, and what was measured.
    waiting: Vec<(Key, u64, Signals)>,
    at: usize,
}

impl Judging {
    fn next(&mut self) -> Option<&(Key, u64, Signals)> {
        let next = self.waiting.get(self.at)?;
        self.at += 1;
        Some(next)
    }

    const fn is_done(&self) -> bool {
        self.at >= self.waiting.len()
    }
}

impl AtWork {
    /// Notes what came near the screen or left its neighbourhood.
    pub fn came_near(&mut self, entries: &[(Element, bool)]) {
        for (element, near) in entries {
            let Some(key) = self.slots.key(element) else {
                continue;
            };
            let Some(slot) = self.slots.get_mut(key) else {
                continue;
            };
            slot.near = *near;
            // Another copy of the post may be the one that is seen now.
            self.unjudged |= self.has_twins;
            self.hungry |= slot.is_hungry();
            if *near && slot.stale {
                self.intake.hurry(key);
            }
            self.touched.push(key);
        }
    }

    /// Every badge may have to change, and the strip.
    pub fn touch_all(&mut self) {
        self.thread.is_due = true;
        self.touched = self.slots.keys().to_vec();
    }

    /// Notes what came on the screen.
    pub fn came_on_screen(&mut self, entries: &[(Element, bool)]) {
        let now = js_sys::Date::now();
        for (element, on_screen) in entries {
            let Some(key) = self.slots.key(element) else {
                continue;
            };
            if let Some(slot) = self.slots.get_mut(key) {
                slot.turn(*on_screen, now);
            }
        }
    }

    /// The page was hidden, or comes back: what stands on the screen was last
    /// seen now, or is seen again.
    pub fn turn_page(&mut self) {
        let now = js_sys::Date::now();
        for slot in self.slots.all_mut().filter(|slot| slot.on_screen) {
            slot.came_at = now;
            slot.left_at = now;
        }
    }

    /// Puts up, changes and takes down badges until the slice ends.
    /// Where it is quiet only quiet gems have one.
    pub fn show(&mut self, around: &Surroundings, quiet: bool, clock: &mut Clock, ends: f64) {
        while let Some(key) = self.touched.pop() {
            let Some(slot) = self.slots.get_mut(key) else {
                continue;
            };
            if !slot.near {
                if slot.badge.as_ref().is_some_and(|badge| !badge.is_open()) {
                    self.sizes.forget(slot.element.as_ref());
                    slot.rest();
                }
                continue;
            }
            let Some(face) = slot.face(around.language.get()) else {
                continue;
            };
            if quiet && face.stance != Stance::QuietGem {
                if slot.badge.as_ref().is_some_and(|badge| !badge.is_open()) {
                    self.sizes.forget(slot.element.as_ref());
                    slot.rest();
                }
            } else if slot.wants_badge() {
                let anchor = self.reader.badge_anchor(&slot.element);
                // A page that refuses the element stays without this badge.
                if let Ok(badge) = self.overlay.mount(key, anchor.as_ref(), &face) {
                    slot.put_badge(badge);
                    // Its first report places the badge, before painting.
                    self.sizes.watch(slot.element.as_ref());
                    clock.first_badge();
                }
            } else if let Some(badge) = &slot.badge {
                let _ = badge.update(&face);
            }
            if clock.now() >= ends {
                break;
            }
        }
    }

    /// Places the badges of posts whose size has changed. All are measured
    /// before any is moved, so the page is laid out once.
    pub fn place_badges(&self, posts: &[Element]) {
        let (corner, inset) = (self.reader.corner(), self.reader.inset());
        let measured: Vec<_> = posts
            .iter()
            .filter_map(|post| {
                self.slots
                    .get(self.slots.key(post)?)?
                    .badge
                    .as_ref()
                    .zip(Some(post))
            })
            .map(|(badge, post)| (badge, badge.measure(post, corner, inset)))
            .collect();
        for (badge, place) in measured {
            let _ = badge.move_to(place);
            // Before that it cannot be seen, and takes no focus.
            if self.awaited.get() == Some(badge.key()) {
                self.awaited.set(None);
                badge.focus();
            }
        }
    }
}
