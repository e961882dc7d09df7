//! The card: the score and how sure it is, the stance against likes, the
//! reasons, and up to two prompts that can be put into the reply.
//!
//! It is a popover, so it stands in the browser's top layer over whatever the
//! page does, is tied to its badge by CSS anchor positioning, and closes on
//! `Esc` or a click elsewhere.

use super::face::Face;
use super::{Done, element};
use crate::compose::{Outcome, Why};
use crate::words::{Language, Word};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement};

/// What a card says.
#[derive(Debug, Clone)]
pub struct CardContent {
    /// What its badge says.
    pub face: Face,
    /// 0 to 1.
    pub confidence: f32,
    /// Percentage of the posts seen on this site with less talk, and with
    /// fewer likes.
    pub place: Option<(u8, u8)>,
    /// Largest first.
    pub reasons: Vec<ReasonLine>,
    /// In the post's language.
    pub prompts: Vec<String>,
    /// BCP 47 tag of the prompts' language.
    pub prompts_lang: Option<&'static str>,
    /// Whether a prompt can be put into a reply here.
    pub can_put: bool,
}

/// One reason as the card shows it.
#[derive(Debug, Clone)]
pub struct ReasonLine {
    /// What was looked at.
    pub title: &'static str,
    /// What was seen.
    pub evidence: String,
    /// What it added to the score, or took from it.
    pub points: i32,
}

/// Confidence below this is called a first guess, above [`SURE`] sure. In
/// words, because a percentage would promise more than a small sample holds.
const GUESS: f32 = 0.4;
const SURE: f32 = 0.7;

pub(super) struct Card {
    element: Element,
    _on_toggle: Closure<dyn FnMut(Event)>,
    _on_put: Vec<Closure<dyn FnMut()>>,
}

impl Card {
    /// Makes the card; `toggled` hears whether it opened or closed, `put` gets
    /// the prompt that the person wants in their reply.
    pub(super) fn new(
        document: &Document,
        content: &CardContent,
        toggled: impl Fn(bool) + 'static,
        put: impl Fn(String, Done) + 'static,
    ) -> Result<Self, JsValue> {
        let card = element(document, "div", "card")?;
        card.set_attribute("popover", "auto")?;
        card.set_attribute("role", "dialog")?;
        card.set_attribute("lang", content.face.language.tag())?;
        card.set_attribute("data-stance", content.face.stance_name())?;
        let builder = Builder {
            document,
            card: &card,
            language: content.face.language,
        };
        builder.heading(content)?;
        builder.stance(content)?;
        builder.reasons(&content.reasons)?;
        let on_put = builder.prompts(content, &Rc::new(put))?;

        let on_toggle = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let state = js_sys::Reflect::get(&event, &"newState".into()).unwrap_or_default();
            toggled(state == "open");
        });
        card.add_event_listener_with_callback("toggle", on_toggle.as_ref().unchecked_ref())?;
        Ok(Self {
            element: card,
            _on_toggle: on_toggle,
            _on_put: on_put,
        })
    }

    pub(super) fn element(&self) -> &Element {
        &self.element
    }

    pub(super) fn remove(&self) {
        self.element.remove();
    }
}

struct Builder<'a> {
    document: &'a Document,
    card: &'a Element,
    language: Language,
}

impl Builder<'_> {
    fn heading(&self, content: &CardContent) -> Result<(), JsValue> {
        let heading = self.add(self.card, "h2", "", "")?;
        heading.set_id("title");
        self.card.set_attribute("aria-labelledby", "title")?;
        match content.face.score {
            Some(score) => {
                self.add(&heading, "span", "number", &score.to_string())?;
                self.add(&heading, "span", "", self.language.text(Word::CardOutOf))?;
                self.add(self.card, "p", "soft", self.sureness(content.confidence))?;
            }
            None => {
                self.add(
                    &heading,
                    "span",
                    "",
                    self.language.text(Word::CardNotEnough),
                )?;
                self.add(
                    self.card,
                    "p",
                    "soft",
                    self.language.text(Word::CardNotEnoughWhy),
                )?;
            }
        }
        Ok(())
    }

    fn sureness(&self, confidence: f32) -> &'static str {
        self.language.text(match confidence {
            confidence if confidence >= SURE => Word::CardSure,
            confidence if confidence >= GUESS => Word::CardFairlySure,
            _ => Word::CardGuess,
        })
    }

    fn stance(&self, content: &CardContent) -> Result<(), JsValue> {
        if content.face.score.is_none() {
            return Ok(());
        }
        let stance = content.face.stance;
        let name = self.add(self.card, "p", "stance", self.language.text(stance.name()))?;
        name.set_attribute("data-stance", content.face.stance_name())?;
        self.add(
            self.card,
            "p",
            "soft",
            self.language.text(content.face.meaning()),
        )?;
        if let Some((talk, likes)) = content.place {
            let place = self.language.fill(
                Word::CardPlace,
                &[("talk", &talk.to_string()), ("likes", &likes.to_string())],
            );
            self.add(self.card, "p", "soft", &place)?;
        }
        Ok(())
    }

    fn reasons(&self, reasons: &[ReasonLine]) -> Result<(), JsValue> {
        if reasons.is_empty() {
            return Ok(());
        }
        self.add(self.card, "h3", "", self.language.text(Word::CardReasons))?;
        let list = self.add(self.card, "ul", "", "")?;
        // Safari's rule, followed by others: a list without markers has no role.
        list.set_attribute("role", "list")?;
        for reason in reasons {
            let item = self.add(&list, "li", "reason", "")?;
            self.add(&item, "span", "", reason.title)?;
            let class = if reason.points < 0 {
                "points minus"
            } else {
                "points"
            };
            // A real minus sign, so that it is read out and lines up.
            let points = format!("{:+}", reason.points).replace('-', "−");
            self.add(&item, "span", class, &points)?;
            self.add(&item, "span", "soft", &reason.evidence)?;
        }
        Ok(())
    }

    /// The prompts, each with a button that puts it into the reply, and the
    /// line that tells what became of it. Returns what listens.
    fn prompts<Put: Fn(String, Done) + 'static>(
        &self,
        content: &CardContent,
        put: &Rc<Put>,
    ) -> Result<Vec<Closure<dyn FnMut()>>, JsValue> {
        let mut listening = Vec::new();
        if content.prompts.is_empty() {
            return Ok(listening);
        }
        self.add(self.card, "h3", "", self.language.text(Word::CardPrompts))?;
        // What is read out as it changes has to stand there from the start.
        let status = element(self.document, "p", "soft")?;
        status.set_attribute("role", "status")?;
        for (number, prompt) in content.prompts.iter().enumerate() {
            let line = self.add(self.card, "p", "prompt", prompt)?;
            if let Some(lang) = content.prompts_lang {
                line.set_attribute("lang", lang)?;
            }
            line.set_attribute("dir", "auto")?;
            if !content.can_put {
                continue;
            }
            line.set_id(&format!("prompt-{number}"));
            let button = self.add(
                self.card,
                "button",
                "put",
                self.language.text(Word::CardPut),
            )?;
            button.set_attribute("type", "button")?;
            button.set_attribute("aria-describedby", &line.id())?;
            let (put, prompt) = (put.clone(), prompt.clone());
            let (status, card, language) = (status.clone(), self.card.clone(), self.language);
            let on_click = Closure::<dyn FnMut()>::new(move || {
                let (status, card) = (status.clone(), card.clone());
                let done = move |outcome| tell(&status, &card, outcome, language);
                put(prompt.clone(), Box::new(done));
            });
            button.add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref())?;
            listening.push(on_click);
        }
        self.card.append_child(&status)?;
        Ok(listening)
    }

    fn add(
        &self,
        parent: &Element,
        tag: &str,
        class: &str,
        text: &str,
    ) -> Result<Element, JsValue> {
        let child = element(self.document, tag, class)?;
        if !text.is_empty() {
            child.set_text_content(Some(text));
        }
        parent.append_child(&child)?;
        Ok(child)
    }
}

/// How long the card stays after a prompt went into the reply, in
/// milliseconds: as long as its last line takes to read. Then it gives way to
/// the composer, which it may lie over.
const STAY_MS: u32 = 2500;

/// Says what became of a prompt.
fn tell(status: &Element, card: &Element, outcome: Outcome, language: Language) {
    let word = match outcome {
        Outcome::Inserted => Word::PutInserted,
        Outcome::Copied(Why::NoComposer) => Word::PutNoComposer,
        Outcome::Copied(Why::OtherPage) => Word::PutOtherPage,
        Outcome::Copied(Why::Refused) => Word::PutRefused,
        Outcome::Copied(Why::Unclear) => Word::PutUnclear,
        Outcome::Nowhere(_) => Word::PutNowhere,
        Outcome::Busy => return,
    };
    status.set_text_content(Some(language.text(word)));
    if outcome == Outcome::Inserted
        && let Some(card) = card.dyn_ref::<HtmlElement>().cloned()
    {
        Timeout::new(STAY_MS, move || {
            // It may be closed by now.
            let _ = card.hide_popover();
        })
        .forget();
    }
}
