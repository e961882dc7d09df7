//! Scores that the person found wrong.

use crate::controls::{button, scroller, section};
use crate::markup::{Markup, html, link};
use crate::message::{Mark, Verdict};
use crate::popup::site_name;
use crate::voice::Voice;
use crate::words::Word;

/// The section, the latest mark first; `now` in milliseconds since 1970 UTC.
pub fn view(voice: Voice<'_>, marks: &[Mark], now: f64) -> Markup {
    let section = section(voice, "marks", Word::ReportMarks);
    if marks.is_empty() {
        let empty = html("p").class("soft").with(voice.say(Word::ReportNoMarks));
        return section.with(empty);
    }
    let high = marks
        .iter()
        .filter(|mark| mark.verdict == Verdict::TooHigh)
        .count();
    let sum = voice.language.fill(
        Word::ReportSum,
        &[
            ("high", &voice.figures.whole(high as u64)),
            ("low", &voice.figures.whole((marks.len() - high) as u64)),
        ],
    );
    let columns = [
        Word::ReportPost,
        Word::DiagnosticsScore,
        Word::ReportVerdict,
        Word::ReportWhen,
    ];
    let head = columns.map(|word| html("th").attr("scope", "col").with(voice.say(word)));
    let rows = marks.iter().map(|mark| row(voice, mark, now));
    let table = html("table")
        .with(html("thead").with(html("tr").with_all(head)))
        .with(html("tbody").with_all(rows));
    let actions = html("p")
        .class("actions")
        .with(button(voice.say(Word::ReportExport), "export-marks", "").attr("id", "export-marks"))
        .with(button(voice.say(Word::ReportForget), "forget-marks", "").attr("id", "forget-marks"));
    section
        .with(html("p").class("soft").with(sum))
        .with(scroller(voice.say(Word::ReportMarks), table))
        .with(actions)
}

fn row(voice: Voice<'_>, mark: &Mark, now: f64) -> Markup {
    let verdict = match mark.verdict {
        Verdict::TooHigh => Word::CardTooHigh,
        Verdict::TooLow => Word::CardTooLow,
    };
    let site = site_name(&mark.site, mark.permalink.as_deref());
    let post = link(mark.permalink.as_deref(), format!("{site} · {}", mark.id));
    html("tr")
        .with(html("th").attr("scope", "row").with(post))
        .with(html("td").with(voice.figures.whole(mark.score.into())))
        .with(html("td").with(voice.say(verdict)))
        .with(html("td").with(voice.figures.moment(mark.marked_at, now)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::plain::VOICE;

    fn mark(id: &str, verdict: Verdict) -> Mark {
        Mark {
            site: "mastodon@example.social".into(),
            id: id.into(),
            permalink: Some(format!("https://example.social/{id}")),
            score: 42,
            reasons: Vec::new(),
            verdict,
            marked_at: 7.0,
        }
    }

    #[test]
    fn nothing_marked_says_how_to_mark_and_offers_no_button() {
        let shown = view(VOICE, &[], 9.0);
        assert!(shown.text().contains(VOICE.say(Word::ReportNoMarks)));
        assert!(shown.all().iter().all(|part| part.tag != "button"));
    }

    #[test]
    fn every_mark_is_a_row_with_its_link_score_and_verdict() {
        let marks = [mark("1", Verdict::TooHigh), mark("2", Verdict::TooLow)];
        let shown = view(VOICE, &marks, 9.0);
        let text = shown.text();
        for part in ["example.social · 1", "42", "Too high", "Too low"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        let links = shown.all().into_iter().filter(|part| part.tag == "a");
        assert_eq!(links.count(), 2);
    }
}
