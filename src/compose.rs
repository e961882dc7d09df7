//! Replies that a person writes: what became of a text that was put into the
//! site's composer, and when a reply was sent. The rules, without the browser;
//! `page/composer` follows them.

use serde::{Deserialize, Serialize};

/// What became of a text that a person wanted in their reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// It stands in the composer, once.
    Inserted,
    /// It is in the clipboard instead.
    Copied(Why),
    /// It is neither here nor there: the clipboard was refused, too.
    Nowhere(Why),
    /// Another text is being put in right now; nothing was done.
    Busy,
}

/// Why a text is not in the composer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// No composer was found, and the reply button opened none.
    NoComposer,
    /// The reply button leads to another page, which would be left with.
    OtherPage,
    /// The editor did not take it.
    Refused,
    /// Something changed in the editor, but the text does not stand there
    /// exactly once; nothing more was tried.
    Unclear,
}

/// How a text in an editor changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Not at all.
    None,
    /// The text stands there once more than before.
    Once,
    /// In another way.
    Other,
}

/// What a text says, without how it is set: editors make paragraphs, no-break
/// spaces and invisible fillers of their own, and pictures of emoji.
pub fn essence(text: &str) -> String {
    let shown = |letter: &char| {
        !letter.is_whitespace()
            && !matches!(letter, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{fe0f}')
            && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            && !letter.is_control()
    };
    text.chars().filter(shown).collect()
}

/// How `before` became `after`, when `text` was to be put in. All three as
/// [`essence`] gives them.
pub fn change(before: &str, after: &str, text: &str) -> Change {
    if before == after {
        return Change::None;
    }
    let times = |whole: &str| whole.matches(text).count();
    if text.is_empty() || times(after) != times(before) + 1 {
        return Change::Other;
    }
    Change::Once
}

/// A key as it went down in a composer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stroke {
    /// It was Enter.
    pub enter: bool,
    /// With Control, or Command on a Mac.
    pub control: bool,
    /// With Shift or Alt.
    pub other: bool,
    /// It belongs to an input method, which is choosing a word.
    pub composing: bool,
}

/// Whether a key may send what is written, on a site where Enter alone sends
/// or not.
pub const fn sends(stroke: Stroke, enter_sends: bool) -> bool {
    stroke.enter && !stroke.composing && !stroke.other && (stroke.control || enter_sends)
}

/// Whether something was sent that a person tried to send. `written` is what
/// stood in the composer then, `now` what stands in it now (`None` when the
/// composer is gone), both as [`essence`] gives them; `stands` tells that a new
/// post on the page says the same.
///
/// A composer that still holds anything else is being written in: nothing was
/// sent yet.
pub fn was_sent(written: &str, now: Option<&str>, stands: bool) -> bool {
    !written.is_empty() && (stands || now.is_none_or(str::is_empty))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(before: &str, after: &str, text: &str) -> Change {
        change(&essence(before), &essence(after), &essence(text))
    }

    #[test]
    fn paragraphs_and_fillers_of_an_editor_do_not_count() {
        assert_eq!(
            of("\u{feff}\n", "What\n\nis\u{a0}it?\u{200b}", "What\nis it?"),
            Change::Once
        );
        assert_eq!(of("\n", "", "What"), Change::None);
    }

    #[test]
    fn a_text_put_in_twice_or_in_part_is_not_once() {
        assert_eq!(of("", "one two one two", "one two"), Change::Other);
        assert_eq!(of("", "one t", "one two"), Change::Other);
        assert_eq!(of("a b", "a", "one two"), Change::Other);
    }

    #[test]
    fn a_text_that_stood_there_before_is_counted() {
        assert_eq!(of("one two", "one two", "one two"), Change::None);
        assert_eq!(of("one two", "one two one two", "one two"), Change::Once);
    }

    #[test]
    fn enter_sends_only_where_the_site_says_so_and_never_a_chosen_word() {
        let enter = Stroke {
            enter: true,
            ..Stroke::default()
        };
        assert!(sends(enter, true));
        assert!(!sends(enter, false));
        assert!(sends(
            Stroke {
                control: true,
                ..enter
            },
            false
        ));
        assert!(!sends(
            Stroke {
                other: true,
                ..enter
            },
            true
        ));
        assert!(!sends(
            Stroke {
                composing: true,
                ..enter
            },
            true
        ));
        assert!(!sends(Stroke::default(), true));
    }

    #[test]
    fn a_reply_is_sent_when_its_composer_empties_or_goes() {
        assert!(was_sent("hello", Some(""), false));
        assert!(was_sent("hello", None, false));
        assert!(was_sent("hello", Some("hello"), true));
        assert!(!was_sent("hello", Some("hello"), false));
        assert!(!was_sent("hello", Some("helloo"), false));
        assert!(!was_sent("", None, true));
    }

    proptest! {
        #[test]
        fn a_text_put_in_anywhere_is_once_and_twice_is_not(
            before in "[a-m \n]{0,20}", after in "[a-m \n]{0,20}", text in "[n-z🌱é]{1,9}"
        ) {
            let empty = format!("{before}{after}");
            prop_assert_eq!(of(&empty, &format!("{before}{text}{after}"), &text), Change::Once);
            prop_assert_eq!(of(&empty, &format!("{before}{text}\n{text}{after}"), &text), Change::Other);
        }
    }
}
