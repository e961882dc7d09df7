//! Plain string searching in a page's source, for the scans beside this file.

/// What stands between two marks.
pub fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = text.split_once(start)?.1;
    Some(rest.split_once(end)?.0)
}

/// The parts of a page that start with a mark.
pub fn parts<'a>(html: &'a str, mark: &str) -> Vec<&'a str> {
    html.split(mark).skip(1).collect()
}

/// The inside of the element whose start tag ends at the start of `rest`.
pub fn inside<'a>(rest: &'a str, tag: &str) -> &'a str {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let (mut depth, mut at) = (1, 0);
    while depth > 0 {
        let Some(end) = rest[at..].find(&close).map(|end| at + end) else {
            return rest;
        };
        depth += rest[at..end].matches(&open).count();
        depth -= 1;
        at = end + close.len();
    }
    &rest[..at - close.len()]
}

/// Text without tags.
pub fn stripped(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    for (entity, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text.replace(['\u{202a}', '\u{202c}'], "").trim().to_owned()
}

pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Text with the pictures of emoji as their alternatives.
pub fn with_emoji(html: &str) -> String {
    let mut text = String::new();
    for (index, part) in html.split("<img alt=\"").enumerate() {
        match part.split_once('"') {
            Some((alt, rest)) if index > 0 => {
                text.push_str(alt);
                text.push('<');
                text.push_str(rest);
            }
            _ => text.push_str(part),
        }
    }
    stripped(&text)
}

/// The page without its templates, which are no part of the document.
pub fn without_templates(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, template)) = rest.split_once("<template") {
        kept.push_str(before);
        let whole = inside(template, "template");
        rest = &template[whole.len()..];
    }
    kept + rest
}
