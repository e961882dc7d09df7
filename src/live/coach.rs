//! The coach: what a person writes → tips under the composer.

use super::{AtWork, Live, State};
use crate::advise::draft::{self, Answered, Pause};
use crate::browser;
use crate::message::ToBackground;
use crate::page::composer::Written;
use crate::page::schedule::sleep;
use crate::settings::{Change, Settings};
use crate::show::{Close, Coach};
use std::cell::Ref;
use wasm_bindgen_futures::spawn_local;
use web_sys::MutationRecord;

/// The coach of one page.
#[derive(Default)]
pub struct Coaching {
    /// The line, while it stands under a composer.
    line: Option<Coach>,
    /// Editors whose person wants no tips. A page's element does not live on
    /// for standing here.
    closed: js_sys::WeakSet,
}

impl Coaching {
    /// Takes the line off the page.
    pub fn end(&mut self) {
        self.line = None;
    }
}

impl AtWork {
    /// Notes that the page changed what is written: a site empties its own
    /// editor without the person's typing.
    pub fn note_for_coach(&self, records: &[MutationRecord]) {
        let (Some(line), Some(composers)) = (&self.coaching.line, &self.composers) else {
            return;
        };
        let editor = line.editor();
        if (records.iter()).any(|record| editor.contains(record.target().as_ref())) {
            composers.changed(editor.clone());
        }
    }
}

/// The coach gets ready in steps, so long apart that keys come through between
/// them, in milliseconds; all are done before the first pause in writing.
const BETWEEN_STEPS_MS: u32 = 50;

impl Live {
    /// Builds what the coach needs, where it is on.
    pub(super) fn prepare_coach(&self) {
        let on = |state: Ref<'_, State>| state.settings.coach_is_on(&self.around.host);
        if !self.state.try_borrow().is_ok_and(on) {
            return;
        }
        let language = self.around.page_language();
        spawn_local(async move {
            for step in 0..draft::PREPARATIONS {
                sleep(BETWEEN_STEPS_MS).await;
                draft::prepare(language, step);
            }
        });
    }

    /// Looks at what is written, and says what there is to say.
    pub(super) fn coach(&self, written: &Written) {
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return;
        };
        let State {
            at_work, settings, ..
        } = &mut *state;
        let Some(at_work) = at_work else { return };
        let editor = &written.editor;
        let is_closed = at_work.coaching.closed.has(editor);
        let post = written.post.as_deref();
        let Some(post) = post.filter(|_| settings.coach_is_on(&self.around.host) && !is_closed)
        else {
            at_work.coaching.end();
            return;
        };
        let content = at_work
            .slots
            .contents()
            .find(|content| content.reading.post.id == post);
        let answered = content.map(|content| Answered {
            text: &content.reading.post.text,
            signals: &content.text,
        });
        let pause = if written.rests {
            Pause::Long
        } else {
            Pause::Short
        };
        let checked = draft::check(&written.text, answered, pause);
        if checked.tips.is_empty() && !checked.listened {
            at_work.coaching.end();
            return;
        }
        if !(at_work.coaching.line.as_ref()).is_some_and(|line| line.is_of(editor)) {
            // The one before goes first, or two would stand there.
            at_work.coaching.end();
            let me = self.me.clone();
            let closed = move |close| {
                // Not at once: this is called by what it ends.
                let me = me.clone();
                spawn_local(async move {
                    if let Some(live) = me.upgrade() {
                        live.close_coach(close);
                    }
                });
            };
            // A page that refuses the element stays without it.
            let language = self.around.language.get();
            at_work.coaching.line = (at_work.overlay)
                .coach(editor, &written.around, language, closed)
                .ok();
        }
        if let Some(line) = &at_work.coaching.line {
            let _ = line.say(checked);
        }
    }

    /// The person closed the coach, or its composer went.
    fn close_coach(&self, close: Close) {
        if let Ok(mut state) = self.state.try_borrow_mut()
            && let Some(at_work) = &mut state.at_work
            && let Some(line) = at_work.coaching.line.take()
            && close != Close::Gone
        {
            at_work.coaching.closed.add(line.editor());
        }
        let host = match close {
            Close::Site => Some(self.around.host.clone()),
            Close::Ever => None,
            Close::Box | Close::Gone => return,
        };
        spawn_local(async move {
            let change = Change::Coach { host, on: false };
            // All pages are told by the background worker. Where it does not
            // answer this composer at least stays without the coach.
            let _ = browser::ask::<Settings>(&ToBackground::Change { change }).await;
        });
    }
}
