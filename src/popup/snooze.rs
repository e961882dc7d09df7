//! Letting Rapport sleep everywhere for a while.

use crate::controls::button;
use crate::markup::{Markup, html};
use crate::settings::Settings;
use crate::voice::Voice;
use crate::words::Word;

/// What it can sleep until: so many minutes, or tomorrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// From now on, in minutes.
    Minutes(u32),
    /// Six o'clock in the morning after the next midnight.
    Tomorrow,
}

/// The choices, with the words and the values of their buttons.
const CHOICES: [(Until, Word, &str); 4] = [
    (Until::Minutes(15), Word::Snooze15, "15"),
    (Until::Minutes(60), Word::Snooze60, "60"),
    (Until::Minutes(240), Word::Snooze240, "240"),
    (Until::Tomorrow, Word::SnoozeTomorrow, "tomorrow"),
];

/// The choice of a pressed button.
pub fn chosen(value: &str) -> Option<Until> {
    let found = CHOICES.iter().find(|(.., known)| *known == value);
    found.map(|(until, ..)| *until)
}

/// The choices, or how long it still sleeps and a way to wake it.
pub fn view(voice: Voice<'_>, settings: &Settings, now: f64) -> Markup {
    let row = html("div")
        .class("snooze")
        .attr("role", "group")
        .attr("aria-labelledby", "snooze-title");
    let title = |text: String| html("p").attr("id", "snooze-title").with(text);
    match settings.snoozed_until.filter(|_| settings.is_snoozed(now)) {
        Some(until) => {
            let until = voice.figures.moment(until, now);
            let text = voice.language.fill(Word::SnoozedUntil, &[("time", &until)]);
            let wake = button(voice.say(Word::SnoozeWake), "wake", "");
            let wake = wake.attr("id", "wake").followed_by("snooze-15");
            row.with(title(text)).with(wake)
        }
        None => {
            let choices = CHOICES.map(|(_, word, value)| {
                button(voice.say(word), "snooze", value)
                    .attr("id", format!("snooze-{value}"))
                    .followed_by("wake")
            });
            row.with(title(voice.say(Word::Snooze).to_owned()))
                .with(html("div").class("choices").with_all(choices))
        }
    }
}
