//! What stands behind a badge: what its card says, and what its buttons do.

use super::Live;
use super::slots::{Content, Key, Slot};
use crate::advise;
use crate::advise::worth_joining;
use crate::browser;
use crate::compose::Outcome;
use crate::message::{Mark, ToBackground, Verdict};
use crate::score::thread_in_words;
use crate::show::{Behind, CardContent, Done, Face, Jump, ReasonLine};
use crate::words::Language;
use std::rc::Weak;
use wasm_bindgen_futures::spawn_local;

impl Slot {
    /// What its badge shows; `None` before it has a score.
    pub(super) fn face(&self, language: Language) -> Option<Face> {
        let content = self.content.as_ref()?;
        let score = content.score.as_ref()?;
        Some(Face {
            score: score.conversation,
            stance: content.place.stance,
            likes: content.reading.post.likes,
            subject: (!content.mine)
                .then(|| worth_joining(&content.own_subjects, &content.text, content.place.stance))
                .flatten()
                .map(str::to_owned),
            mine: content.mine,
            language,
        })
    }
}

/// The cards of one page.
pub struct Cards(pub(super) Weak<Live>);

impl Behind for Cards {
    fn content(&self, key: u32) -> Option<CardContent> {
        self.0.upgrade()?.card_for(key)
    }

    fn put(&self, key: u32, text: String, done: Done<Outcome>) {
        if let Some(live) = self.0.upgrade() {
            spawn_local(async move { done(live.insert_at(key, &text).await) });
        }
    }

    fn mark(&self, key: u32, verdict: Option<Verdict>, done: Done<bool>) {
        if let Some(live) = self.0.upgrade() {
            spawn_local(async move { done(live.mark(key, verdict).await) });
        }
    }

    fn jump(&self, to: Jump) {
        if let Some(live) = self.0.upgrade() {
            live.jump(to);
        }
    }

    fn dismiss(&self) {
        if let Some(live) = self.0.upgrade() {
            live.dismiss_strip();
        }
    }
}

impl Live {
    /// What the card of a slot says.
    fn card_for(&self, key: Key) -> Option<CardContent> {
        let state = self.state.try_borrow().ok()?;
        let at_work = state.at_work.as_ref()?;
        let slot = at_work.slots.get(key)?;
        let face = slot.face(self.around.language.get())?;
        let content = slot.content.as_ref()?;
        let score = content.score.as_ref()?;
        let post = &content.reading.post;
        let mut told = self.told.try_borrow_mut().ok()?;
        // Nobody needs to be prompted to answer themselves.
        let prompts = if content.mine {
            Vec::new()
        } else {
            advise::prompts(post, &content.text, score, &mut told)
        };
        let reasons = score.reasons.iter().map(|reason| ReasonLine {
            title: face.language.text(reason.key.title()),
            evidence: reason.evidence_text(face.language),
            points: reason.points,
        });
        Some(CardContent {
            confidence: score.confidence,
            place: content.place.talk.zip(content.place.likes),
            thread: (content.thread.as_ref())
                .and_then(|thread| thread_in_words(thread, face.language)),
            reasons: reasons.collect(),
            prompts_lang: prompts.first().map(|prompt| prompt.language.tag()),
            prompts: prompts.into_iter().map(|prompt| prompt.text).collect(),
            can_put: at_work.composers.is_some(),
            mark: state.marks.get(&post.id).copied(),
            face,
        })
    }

    /// Keeps that the person finds the score of a post wrong, or forgets it;
    /// whether that could be done.
    async fn mark(&self, key: Key, verdict: Option<Verdict>) -> bool {
        let site = self.around.site_key();
        let Some(mark) = self.mark_of(key, site.clone(), verdict) else {
            return false;
        };
        let id = mark.id.clone();
        let message = match verdict {
            Some(_) => ToBackground::Mark { mark },
            None => ToBackground::Unmark {
                site,
                id: id.clone(),
            },
        };
        if !browser::ask::<bool>(&message).await.unwrap_or(false) {
            return false;
        }
        if let Ok(mut state) = self.state.try_borrow_mut() {
            match verdict {
                Some(verdict) => state.marks.insert(id, verdict),
                None => state.marks.remove(&id),
            };
        }
        true
    }

    fn mark_of(&self, key: Key, site: String, verdict: Option<Verdict>) -> Option<Mark> {
        let state = self.state.try_borrow().ok()?;
        let slot = state.at_work.as_ref()?.slots.get(key)?;
        let Content { reading, score, .. } = slot.content.as_ref()?;
        let score = score.as_ref()?;
        let reasons = score.reasons.iter();
        Some(Mark {
            site,
            id: reading.post.id.clone(),
            permalink: reading.post.permalink.clone(),
            score: score.conversation?,
            reasons: reasons
                .map(|reason| (reason.key.name().to_owned(), reason.points))
                .collect(),
            // Taking a mark back says nothing of it.
            verdict: verdict.unwrap_or(Verdict::TooHigh),
            marked_at: js_sys::Date::now(),
        })
    }
}
