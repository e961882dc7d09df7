//! Singular and plural as the browser's `Intl` chooses them.

use super::support::written_by_node;
use rapport::words::Language;

#[test]
fn singular_and_plural_are_those_of_intl() {
    let Some(lines) = written_by_node("plurals.mjs") else {
        return;
    };
    let mut compared = 0;
    for line in lines.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [tag, number, category] = parts[..] else {
            panic!("no line of three: {line}");
        };
        let language = Language::from_tag(tag).unwrap();
        // French "many", from a million on, has the words of "other".
        let one = language.is_one(number.parse().unwrap());
        assert_eq!(one, category == "one", "{line}");
        compared += 1;
    }
    assert!(compared > 600, "{compared} lines");
}
