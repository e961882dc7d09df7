//! The parts that the extension's own pages share: sections, switches and
//! buttons.

use crate::markup::{Markup, html};
use crate::voice::Voice;
use crate::words::Word;

/// A section with a title; `id` is the title's.
pub fn section(voice: Voice<'_>, id: &'static str, title: Word) -> Markup {
    html("section")
        .attr("aria-labelledby", id)
        .with(html("h2").attr("id", id).with(voice.say(title)))
}

/// The name of a field with an id.
pub fn label(field: impl Into<String>, name: &str) -> Markup {
    html("label").attr("for", field.into()).with(name)
}

/// The `id` of what belongs to `name`, which can be anything: no other name has
/// the same.
pub fn id_of(kind: &str, name: &str) -> String {
    let letters = name.chars().map(|letter| match letter {
        letter if letter.is_ascii_alphanumeric() => letter.to_string(),
        letter => format!("_{:x}_", u32::from(letter)),
    });
    format!("{kind}-{}", letters.collect::<String>())
}

/// A place for a wide table, which scrolls by itself: with a place in the tab
/// order, by keyboard, too. A group and no region, because a page has many.
pub fn scroller(name: &str, table: Markup) -> Markup {
    html("div")
        .class("scroller")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .with(table)
}

/// A switch with its label. A click on it carries `action`.
pub fn switch(id: &'static str, label: &str, on: bool, action: &'static str) -> Markup {
    html("button")
        .class("switch")
        .attr("id", id)
        .attr("type", "button")
        .attr("role", "switch")
        .attr("aria-checked", if on { "true" } else { "false" })
        .attr("data-action", action)
        .with(html("span").class("label").with(label))
        .with(html("span").class("track").attr("aria-hidden", "true"))
}

/// A small button. A click on it carries `action` and `value`.
pub fn button(label: impl Into<String>, action: &'static str, value: impl Into<String>) -> Markup {
    html("button")
        .class("small")
        .attr("type", "button")
        .attr("data-action", action)
        .attr("data-value", value)
        .with(label.into())
}

/// A choice of one of several with its label, in one row. `options` are values
/// and what they say; `now` is the value that holds. The label carries the
/// attributes that are added, the list of choices `id`.
pub fn choice<V: Into<String>>(
    id: impl Into<String>,
    label: &str,
    options: impl IntoIterator<Item = (V, String)>,
    now: &str,
) -> Markup {
    let options = options.into_iter().map(|(value, said)| {
        let value = value.into();
        let chosen = value == now;
        let option = html("option").attr("value", value).with(said);
        if chosen {
            option.attr("selected", "")
        } else {
            option
        }
    });
    html("label")
        .class("choice")
        .with(html("span").with(label))
        .with(html("select").attr("id", id).with_all(options))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn two_names_have_two_ids(one in ".{0,6}", other in ".{0,6}") {
            let ids = [&one, &other].map(|name| id_of("x", name));
            prop_assert_eq!(one == other, ids[0] == ids[1]);
            prop_assert!(!ids[0].contains(char::is_whitespace));
        }
    }
}
