//! Addresses of posts and pages.
//!
//! The `url` crate knows all of this and weighs more than the whole reader,
//! for its tables of international domain names. What is read here is what
//! sites themselves put into their links.

/// `link` as it is meant on the page at `base`; `None` when it is no web
/// address.
pub fn absolute(base: &str, link: &str) -> Option<String> {
    let link = link.trim();
    if link.is_empty() || link.chars().any(char::is_whitespace) {
        return None;
    }
    if let Some((scheme, rest)) = scheme(link) {
        let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        return (web && rest.starts_with("//")).then(|| link.to_owned());
    }
    let (scheme, rest) = base.split_once("://")?;
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    if let Some(elsewhere) = link.strip_prefix("//") {
        return Some(format!("{scheme}://{elsewhere}"));
    }
    let without_fragment = path.split('#').next().unwrap_or_default();
    let without_query = without_fragment.split('?').next().unwrap_or_default();
    let path = match link.as_bytes().first()? {
        b'/' => link.to_owned(),
        b'#' => format!("{without_fragment}{link}"),
        b'?' => format!("{without_query}{link}"),
        _ => {
            let folder = without_query
                .rfind('/')
                .map_or("/", |end| &without_query[..=end]);
            format!("{folder}{}", link.trim_start_matches("./"))
        }
    };
    let slash = if path.starts_with('/') { "" } else { "/" };
    Some(format!("{scheme}://{host}{slash}{path}"))
}

/// The scheme of an absolute link, and what follows its colon.
fn scheme(link: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = link.split_once(':')?;
    let letters = scheme
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    (letters && scheme.starts_with(|first: char| first.is_ascii_alphabetic()))
        .then_some((scheme, rest))
}

/// Whether the path (with its query) of `url` fits a pattern such as
/// `/item?id=*` or `/@*/<digits>`. A star stands for one or more characters
/// other than `/`, `<digits>` for one or more digits. After the pattern there
/// may be a query, more of it, or a fragment.
pub fn fits(url: &str, pattern: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.find('/').map_or("/", |start| &rest[start..]);
    fits_from(path, pattern)
}

/// Whether the address names the post with this id: as a part of its path, or
/// as a value of its query.
pub fn names(url: &str, id: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let mut parts = rest.split(['/', '?', '&', '=', '#']).skip(1);
    !id.is_empty() && parts.any(|part| part == id)
}

const DIGITS: &str = "<digits>";

fn fits_from(path: &str, pattern: &str) -> bool {
    let Some(at) = pattern.find(['*', '<']) else {
        return path
            .strip_prefix(pattern)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['?', '#', '&']));
    };
    let (literal, gap) = pattern.split_at(at);
    let (after, fills): (&str, fn(char) -> bool) = match gap.strip_prefix(DIGITS) {
        Some(after) => (after, |letter| letter.is_ascii_digit()),
        None => (&gap[1..], |letter| letter != '/'),
    };
    path.strip_prefix(literal).is_some_and(|rest| {
        let filling = rest.char_indices().take_while(|(_, letter)| fills(*letter));
        filling
            .into_iter()
            .any(|(at, letter)| fits_from(&rest[at + letter.len_utf8()..], after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_made_absolute_as_browsers_do() {
        let base = "https://news.example.org/a/item?id=1#x";
        for (link, whole) in [
            ("item?id=2", "https://news.example.org/a/item?id=2"),
            ("/top", "https://news.example.org/top"),
            ("?p=2", "https://news.example.org/a/item?p=2"),
            ("#48", "https://news.example.org/a/item?id=1#48"),
            ("//cdn.example/x", "https://cdn.example/x"),
            ("http://other.example/y", "http://other.example/y"),
        ] {
            assert_eq!(absolute(base, link).as_deref(), Some(whole));
        }
        assert_eq!(
            absolute("https://a.example", "b").as_deref(),
            Some("https://a.example/b")
        );
    }

    #[test]
    fn what_is_no_web_address_is_none() {
        for link in [
            "javascript:void(0)",
            "mailto:a@b.example",
            "",
            "a b",
            "https:nothing",
        ] {
            assert_eq!(absolute("https://a.example/", link), None, "{link}");
        }
    }

    #[test]
    fn an_address_names_the_post_that_it_leads_to() {
        for (url, named) in [
            ("https://t.example/@ana/post/DIa_1", true),
            ("https://t.example/@ana/post/DIa_1/media?x#y", true),
            ("https://t.example/story.php?story_fbid=DIa_1&id=7", true),
            ("https://t.example/#DIa_1", true),
            ("https://t.example/@ana/post/DIa_12", false),
            ("https://t.example/@ana", false),
            ("https://DIa_1/@ana", false),
        ] {
            assert_eq!(names(url, "DIa_1"), named, "{url}");
        }
        assert!(!names("https://t.example/", ""));
    }

    #[test]
    fn a_pattern_tells_thread_pages_from_others() {
        assert!(fits("https://n.example/item?id=7", "/item?id=*"));
        assert!(fits("https://n.example/item?id=7&p=2#c", "/item?id=*"));
        assert!(fits("https://m.example/@ana/115", "/@*/*"));
        assert!(fits("https://m.example/@ana/115?x#y", "/@*/*"));
        assert!(fits(
            "https://m.example/@ana@b.example/115#y",
            "/@*/<digits>"
        ));
        assert!(!fits("https://m.example/@ana/media", "/@*/<digits>"));
        assert!(!fits("https://m.example/@ana/115x", "/@*/<digits>"));
        assert!(!fits("https://m.example/@ana/", "/@*/<digits>"));
        assert!(!fits("https://m.example/@ana", "/@*/*"));
        assert!(!fits("https://m.example/@ana/", "/@*/*"));
        assert!(!fits("https://m.example/@ana/115/reblogs", "/@*/*"));
        assert!(!fits("https://n.example/news", "/item?id=*"));
    }
}
