//! What is kept: for how long, what there is, how to take it along, bring it
//! back and erase it.

use crate::controls::{button, choice, label, section, switch};
use crate::markup::{Markup, html};
use crate::popup::site_name;
use crate::session::archive::Unpacked;
use crate::session::history::Kept;
use crate::settings::{KeepDays, Settings};
use crate::voice::Voice;
use crate::words::Word;

/// How much is kept, in words.
fn said(voice: Voice<'_>, kept: &Kept) -> String {
    [
        voice.count(kept.posts, Word::DataPostsOne, Word::DataPostsOther),
        voice.count(kept.replies, Word::DataRepliesOne, Word::DataRepliesOther),
        voice.count(kept.marks, Word::DataMarksOne, Word::DataMarksOther),
    ]
    .join(" · ")
}

/// The section.
///
/// How much is kept is not told before that is known (`None`).
pub fn view(voice: Voice<'_>, settings: &Settings, kept: Option<&Kept>) -> Markup {
    let days = KeepDays::CHOICES.map(|choice| {
        let said = voice.count(choice.0 as usize, Word::DataDaysOne, Word::DataDaysOther);
        (choice.0.to_string(), said)
    });
    let action = |word, id: &'static str| button(voice.say(word), id, "").attr("id", id);
    let counted = kept.map(|kept| {
        let what = said(voice, kept);
        voice.language.fill(Word::DataKept, &[("what", &what)])
    });
    // A line without a word keeps its height: what is below must not jump.
    let here = (html("p").attr("id", "kept")).with(counted.unwrap_or_else(|| "\u{a0}".into()));
    section(voice, "data", Word::OptionsData)
        .with(html("p").class("soft").with(voice.say(Word::DataNote)))
        .with(here)
        .with(choice(
            "keep",
            voice.say(Word::DataKeep),
            days,
            &settings.keep_days.0.to_string(),
        ))
        .with(
            html("p")
                .class("actions")
                .with(action(Word::DataExport, "export-all"))
                .with(action(Word::DataExportPosts, "export-posts"))
                .with(action(Word::DataExportReplies, "export-replies")),
        )
        .with(
            html("p")
                .class("adding")
                .with(label("import", voice.say(Word::DataImport)))
                .with(
                    html("input")
                        .attr("id", "import")
                        .attr("type", "file")
                        .attr("accept", ".json,application/json"),
                ),
        )
        .with(html("h3").with(voice.say(Word::DataErase)))
        .with_all(kept.and_then(|kept| erase_site(voice, kept)))
        .with(
            html("p")
                .class("adding")
                .with(label("erase-day-of", voice.say(Word::DataDay)))
                .with(
                    html("input")
                        .attr("id", "erase-day-of")
                        .attr("type", "date"),
                )
                .with(action(Word::DataEraseDay, "erase-day")),
        )
        .with(html("p").with(action(Word::DataEraseAll, "erase-all").class("small grave")))
        .with(html("h3").with(voice.say(Word::DataSyncTitle)))
        .with(switch(
            "sync",
            voice.say(Word::DataSync),
            settings.sync,
            "sync",
        ))
        .with(html("p").class("soft").with(voice.say(Word::DataSyncNote)))
}

fn erase_site(voice: Voice<'_>, kept: &Kept) -> Option<Markup> {
    let options = kept.sites.iter().map(|site| {
        html("option")
            .attr("value", site.as_str())
            .with(site_name(site, None))
    });
    (!kept.sites.is_empty()).then(|| {
        html("p")
            .class("adding")
            .with(label("erase-site-of", voice.say(Word::DataSite)))
            .with(html("select").attr("id", "erase-site-of").with_all(options))
            .with(
                button(voice.say(Word::DataEraseSite), "erase-site", "")
                    .attr("id", "erase-site")
                    .followed_by("erase-day-of"),
            )
    })
}

/// What was taken in of a file.
pub fn taken(voice: Voice<'_>, file: &Unpacked) -> String {
    let what = said(voice, &file.history.kept());
    let taken = voice.language.fill(Word::DataTaken, &[("what", &what)]);
    if file.refused == 0 {
        return taken;
    }
    let refused = voice.count(file.refused, Word::DataRefusedOne, Word::DataRefusedOther);
    format!("{taken} {refused}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::History;
    use crate::session::journal::tests::seen;
    use crate::voice::plain::VOICE;

    #[test]
    fn what_is_there_is_counted_and_every_site_can_be_erased() {
        let history = History {
            posts: vec![
                seen("hackernews", "1", 0.0),
                seen("mastodon@a.example", "1", 0.0),
            ],
            ..History::default()
        };
        let kept = history.kept();
        let shown = view(VOICE, &Settings::default(), Some(&kept));
        let text = shown.text();
        for said in ["2 posts", "0 replies", "Hacker News", "a.example"] {
            assert!(text.contains(said), "{said} is not in {text}");
        }
        let nothing = view(VOICE, &Settings::default(), None);
        assert!(
            nothing
                .all()
                .iter()
                .all(|part| part.get("id") != Some("erase-site"))
        );
    }

    #[test]
    fn what_was_left_out_of_a_file_is_told() {
        let file = Unpacked {
            refused: 3,
            ..Unpacked::default()
        };
        assert!(taken(VOICE, &file).contains('3'));
        let whole = Unpacked::default();
        assert!(!taken(VOICE, &whole).contains(VOICE.say(Word::DataRefusedOne)));
    }
}
