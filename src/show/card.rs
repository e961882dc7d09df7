//! The card: the score and how sure it is, the stance against likes, the
//! reasons, up to two prompts that can be put into the reply, and a way to say
//! that the score is wrong.
//!
//! It is a popover, so it stands in the browser's top layer over whatever the
//! page does, is tied to its badge by CSS anchor positioning, and closes on
//! `Esc` or a click elsewhere.

use super::face::Face;
use super::{Behind, element};
use crate::compose::{Outcome, Why};
use crate::message::Verdict;
use crate::words::{Language, Word};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
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
    /// fewer likes, ties counted half.
    pub place: Option<(u8, u8)>,
    /// What happens under the post, where the page shows it.
    pub thread: Option<String>,
    /// Largest first.
    pub reasons: Vec<ReasonLine>,
    /// In the post's language.
    pub prompts: Vec<String>,
    /// BCP 47 tag of the prompts' language.
    pub prompts_lang: Option<&'static str>,
    /// Whether a prompt can be put into a reply here.
    pub can_put: bool,
    /// Which way the person found this score wrong.
    pub mark: Option<Verdict>,
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

/// So many reasons are told at once; the others wait behind a line.
const STRONGEST: usize = 3;

pub(super) struct Card {
    element: Element,
    first_put: Option<HtmlElement>,
    _on_toggle: Closure<dyn FnMut(Event)>,
    _on_press: Vec<Pressed>,
}

/// Listens to the press on a button.
type Pressed = Closure<dyn FnMut()>;

impl Card {
    /// Makes the card of the post with this key; `toggled` hears whether it
    /// opened or closed.
    pub(super) fn new(
        document: &Document,
        content: &CardContent,
        toggled: impl Fn(bool) + 'static,
        behind: Rc<dyn Behind>,
        key: u32,
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
            behind,
            key,
        };
        builder.heading(content)?;
        if let Some(line) = content.face.person_line() {
            builder.add(builder.card, "p", "person", &line)?;
        }
        builder.stance(content)?;
        builder.reasons(&content.reasons)?;
        let mut on_press = builder.verdict(content)?;
        let (buttons, on_put) = builder.prompts(content)?;
        on_press.extend(on_put);

        let on_toggle = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let state = js_sys::Reflect::get(&event, &"newState".into()).unwrap_or_default();
            toggled(state == "open");
        });
        card.add_event_listener_with_callback("toggle", on_toggle.as_ref().unchecked_ref())?;
        Ok(Self {
            element: card,
            first_put: buttons.into_iter().next(),
            _on_toggle: on_toggle,
            _on_press: on_press,
        })
    }

    pub(super) fn element(&self) -> &Element {
        &self.element
    }

    /// The button that puts the first prompt into the reply.
    pub(super) fn first_put(&self) -> Option<HtmlElement> {
        self.first_put.clone()
    }

    pub(super) fn remove(&self) {
        self.element.remove();
    }
}

struct Builder<'a> {
    document: &'a Document,
    card: &'a Element,
    language: Language,
    behind: Rc<dyn Behind>,
    key: u32,
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
            // Told from the side on which there is more to tell.
            let (word, likes) = if likes < 50 {
                (Word::CardPlaceFewer, 100 - likes)
            } else {
                (Word::CardPlace, likes)
            };
            let place = self.language.fill(
                word,
                &[("talk", &talk.to_string()), ("likes", &likes.to_string())],
            );
            self.add(self.card, "p", "soft", &place)?;
        }
        if let Some(thread) = &content.thread {
            self.add(self.card, "p", "thread", thread)?;
        }
        Ok(())
    }

    fn reasons(&self, reasons: &[ReasonLine]) -> Result<(), JsValue> {
        if reasons.is_empty() {
            return Ok(());
        }
        self.add(self.card, "h3", "", self.language.text(Word::CardReasons))?;
        let (strongest, others) = reasons.split_at(reasons.len().min(STRONGEST));
        self.reason_list(self.card, strongest)?;
        if !others.is_empty() {
            let more = self.add(self.card, "details", "more", "")?;
            let word = self.language.plural(
                others.len() as u64,
                Word::CardMoreReasonsOne,
                Word::CardMoreReasonsOther,
            );
            let count = others.len().to_string();
            let summary = self.language.fill(word, &[("count", &count)]);
            self.add(&more, "summary", "soft", &summary)?;
            self.reason_list(&more, others)?;
        }
        Ok(())
    }

    fn reason_list(&self, parent: &Element, reasons: &[ReasonLine]) -> Result<(), JsValue> {
        let list = self.add(parent, "ul", "", "")?;
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
    /// line that tells what became of it. Returns the buttons and what listens
    /// to them.
    fn prompts(&self, content: &CardContent) -> Result<(Vec<HtmlElement>, Vec<Pressed>), JsValue> {
        let (mut buttons, mut listening) = (Vec::new(), Vec::new());
        if content.prompts.is_empty() {
            return Ok((buttons, listening));
        }
        self.add(self.card, "h3", "", self.language.text(Word::CardPrompts))?;
        let status = self.status()?;
        for (number, prompt) in content.prompts.iter().enumerate() {
            let way = self.add(self.card, "div", "way", "")?;
            let line = self.add(&way, "p", "prompt", prompt)?;
            if let Some(lang) = content.prompts_lang {
                line.set_attribute("lang", lang)?;
            }
            line.set_attribute("dir", "auto")?;
            if !content.can_put {
                continue;
            }
            line.set_id(&format!("prompt-{number}"));
            let (behind, key, prompt) = (self.behind.clone(), self.key, prompt.clone());
            let (status, card, language) = (status.clone(), self.card.clone(), self.language);
            let (button, on_press) = self.button(&way, "put", Word::CardPut, move || {
                let (status, card) = (status.clone(), card.clone());
                let done = move |outcome| tell(&status, &card, outcome, language);
                behind.put(key, prompt.clone(), Box::new(done));
            })?;
            button.set_attribute("aria-describedby", &line.id())?;
            buttons.push(button);
            listening.push(on_press);
        }
        self.card.append_child(&status)?;
        Ok((buttons, listening))
    }

    /// "Not right?" and its two answers. A second press takes an answer back.
    /// Returns what listens.
    fn verdict(&self, content: &CardContent) -> Result<Vec<Pressed>, JsValue> {
        if content.face.score.is_none() {
            return Ok(Vec::new());
        }
        let row = self.add(self.card, "div", "verdict", "")?;
        row.set_attribute("role", "group")?;
        row.set_attribute("aria-labelledby", "not-right")?;
        let question = self.add(&row, "span", "soft", self.language.text(Word::CardNotRight))?;
        question.set_id("not-right");
        let status = self.status()?;
        let chosen = Rc::new(Cell::new(content.mark));
        let buttons: Rc<RefCell<Vec<(Verdict, HtmlElement)>>> = Rc::default();
        let mut listening = Vec::new();
        for (verdict, word) in [
            (Verdict::TooHigh, Word::CardTooHigh),
            (Verdict::TooLow, Word::CardTooLow),
        ] {
            let (behind, key, language) = (self.behind.clone(), self.key, self.language);
            let (status, chosen, all) = (status.clone(), chosen.clone(), buttons.clone());
            let (button, on_press) = self.button(&row, "say", word, move || {
                let wanted = (chosen.get() != Some(verdict)).then_some(verdict);
                let (status, chosen, all) = (status.clone(), chosen.clone(), all.clone());
                let done = move |kept: bool| {
                    let word = match (kept, wanted) {
                        (false, _) => Word::CardNotKept,
                        (true, Some(_)) => Word::CardMarked,
                        (true, None) => Word::CardUnmarked,
                    };
                    status.set_text_content(Some(language.text(word)));
                    if kept {
                        chosen.set(wanted);
                        press_only(&all.borrow(), wanted);
                    }
                };
                behind.mark(key, wanted, Box::new(done));
            })?;
            buttons.borrow_mut().push((verdict, button));
            listening.push(on_press);
        }
        press_only(&buttons.borrow(), content.mark);
        self.card.append_child(&status)?;
        Ok(listening)
    }

    /// A line that is read out as it changes. For that it has to stand there
    /// from the start.
    fn status(&self) -> Result<Element, JsValue> {
        let status = element(self.document, "p", "soft")?;
        status.set_attribute("role", "status")?;
        Ok(status)
    }

    /// A button and what listens to it.
    fn button(
        &self,
        parent: &Element,
        class: &str,
        name: Word,
        press: impl FnMut() + 'static,
    ) -> Result<(HtmlElement, Pressed), JsValue> {
        let button = self.add(parent, "button", class, self.language.text(name))?;
        button.set_attribute("type", "button")?;
        let on_press = Pressed::new(press);
        button.add_event_listener_with_callback("click", on_press.as_ref().unchecked_ref())?;
        Ok((button.dyn_into()?, on_press))
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

/// Shows which of the answers is given.
fn press_only(buttons: &[(Verdict, HtmlElement)], chosen: Option<Verdict>) {
    for (verdict, button) in buttons {
        let pressed = chosen == Some(*verdict);
        // A button of ours takes any attribute.
        let _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
    }
}

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
