//! Who the person is and what they want: their subjects, their accounts, and
//! what they want from each site.

use crate::controls::{button, choice, id_of, label, section};
use crate::markup::{Markup, html};
use crate::popup::site_name;
use crate::settings::{Aim, Settings};
use crate::voice::Voice;
use crate::words::Word;
use std::collections::BTreeSet;

/// The section; `sites` are those to choose from, as
/// [`crate::message::SeenPost::site`] has them.
pub fn view(voice: Voice<'_>, settings: &Settings, sites: &BTreeSet<String>) -> Markup {
    section(voice, "person", Word::OptionsPerson)
        .with(soft(voice, Word::OptionsPersonNote))
        .with(title(voice, "subjects", Word::OptionsSubjects))
        .with(soft(voice, Word::OptionsSubjectsNote))
        .with_all(list(voice, &settings.subjects))
        .with(adding(
            voice,
            "subject-new",
            "subject",
            Word::OptionsSubjectNew,
        ))
        .with(title(voice, "accounts", Word::OptionsAccounts))
        .with(soft(voice, Word::OptionsAccountsNote))
        .with_all(accounts(voice, settings))
        .with(new_account(voice, sites))
        .with_all(aims(voice, settings, sites))
}

fn soft(voice: Voice<'_>, word: Word) -> Markup {
    html("p").class("soft").with(voice.say(word))
}

fn title(voice: Voice<'_>, id: &'static str, word: Word) -> Markup {
    html("h3").attr("id", id).with(voice.say(word))
}

/// The subjects with a button each that takes them away.
fn list(voice: Voice<'_>, names: &[String]) -> Option<Markup> {
    let take_away = voice.say(Word::OptionsTakeAway);
    let rows = names.iter().map(|name| {
        html("li").with(html("span").with(name.as_str())).with(
            button("×", "subject-drop", name.as_str())
                .attr("id", id_of("subject-drop", name))
                .attr("aria-label", format!("{take_away}: {name}"))
                .attr("title", take_away),
        )
    });
    (!names.is_empty()).then(|| {
        html("ul")
            .class("names")
            .attr("role", "list")
            .attr("aria-labelledby", "subjects")
            .with_all(rows)
    })
}

/// A field for a new name, with its button. Enter and leaving the field add it,
/// too.
fn adding(voice: Voice<'_>, id: &'static str, what: &'static str, name: Word) -> Markup {
    html("p")
        .class("adding")
        .with(label(id, voice.say(name)))
        .with(
            html("input")
                .attr("id", id)
                .attr("type", "text")
                .attr("maxlength", "60")
                .attr("autocomplete", "off")
                .attr("data-add", what),
        )
        .with(button(voice.say(Word::OptionsAdd), "add", what).attr("id", id_of("add", what)))
}

fn accounts(voice: Voice<'_>, settings: &Settings) -> Option<Markup> {
    let take_away = voice.say(Word::OptionsTakeAway);
    let rows = settings.accounts.iter().map(|(site, handles)| {
        let named = site_name(site, None);
        let said = match handles.as_slice() {
            [] => voice.say(Word::OptionsNotAsked).to_owned(),
            handles => handles.join(", "),
        };
        html("tr")
            .with(html("th").attr("scope", "row").with(named))
            .with(html("td").with(said))
            .with(
                html("td").with(
                    button("×", "account-drop", site.as_str())
                        .attr("id", id_of("account-drop", site))
                        .attr("aria-label", format!("{take_away}: {named}"))
                        .attr("title", take_away),
                ),
            )
    });
    (!settings.accounts.is_empty()).then(|| {
        html("table")
            .class("rows")
            .attr("aria-labelledby", "accounts")
            .with(html("tbody").with_all(rows))
    })
}

fn new_account(voice: Voice<'_>, sites: &BTreeSet<String>) -> Markup {
    let options = sites.iter().map(|site| {
        html("option")
            .attr("value", site.as_str())
            .with(site_name(site, None))
    });
    html("p")
        .class("adding")
        .with(label("account-site", voice.say(Word::OptionsAccountSite)))
        .with(html("select").attr("id", "account-site").with_all(options))
        .with(label("account-new", voice.say(Word::OptionsAccountNew)))
        .with(
            html("input")
                .attr("id", "account-new")
                .attr("type", "text")
                .attr("maxlength", "200")
                .attr("autocomplete", "off")
                .attr("placeholder", "@"),
        )
        .with(button(voice.say(Word::OptionsAdd), "add", "account").attr("id", "add-account"))
}

/// What the person wants, for each site on which they have told who they are or
/// what they want.
fn aims(voice: Voice<'_>, settings: &Settings, sites: &BTreeSet<String>) -> Vec<Markup> {
    let own = settings.accounts.iter();
    let named = own.filter(|(_, handles)| !handles.is_empty());
    let wanted: BTreeSet<&String> = named
        .map(|(site, _)| site)
        .chain(settings.aims.keys())
        .filter(|site| sites.contains(*site) || settings.aims.contains_key(*site))
        .collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let rows = wanted.into_iter().map(|site| {
        let none = ("", voice.say(Word::AimNone).to_owned());
        let aims = Aim::ALL.map(|aim| (aim.name(), voice.say(aim_word(aim)).to_owned()));
        let now = settings.aims.get(site).map_or("", |aim| aim.name());
        choice(
            id_of("aim", site),
            site_name(site, None),
            [none].into_iter().chain(aims),
            now,
        )
        .attr("data-aim", site.as_str())
    });
    vec![
        html("h3").with(voice.say(Word::OptionsAims)),
        soft(voice, Word::OptionsAimsNote),
        html("div").class("choices").with_all(rows),
    ]
}

/// An aim in words.
pub const fn aim_word(aim: Aim) -> Word {
    match aim {
        Aim::Meet => Word::AimMeet,
        Aim::Close => Word::AimClose,
        Aim::Learn => Word::AimLearn,
        Aim::Help => Word::AimHelp,
        Aim::Known => Word::AimKnown,
    }
}
