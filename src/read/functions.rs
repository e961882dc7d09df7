//! What a site cannot say in data. A link of a site file names one of these
//! with `with = "…"`; it gets what the link found and gives the field's value.

use super::time;

/// The time in a timestamp identifier of the AT Protocol (13 characters,
/// base 32 in sorting order, microseconds since 1970 above 10 bits of clock).
/// <https://atproto.com/specs/tid>
pub fn tid_time(tid: &str) -> Option<String> {
    const DIGITS: &[u8] = b"234567abcdefghijklmnopqrstuvwxyz";
    if tid.len() != 13 {
        return None;
    }
    let mut number = 0_u64;
    for (place, letter) in tid.bytes().enumerate() {
        let digit = DIGITS.iter().position(|digit| *digit == letter)? as u64;
        // 13 × 5 bits are one more than fit; the top bit of a TID is 0.
        if place == 0 && digit > 7 {
            return None;
        }
        number = number << 5 | digit;
    }
    let seconds = i64::try_from((number >> 10) / 1_000_000).ok()?;
    time::from_unix(seconds)
}

/// The time in an id of X: milliseconds since the fourth of November 2010
/// above 22 bits that tell who made it.
/// <https://github.com/twitter-archive/snowflake/tree/snowflake-2010>
pub fn snowflake_x(id: &str) -> Option<String> {
    const EPOCH_MS: u64 = 1_288_834_974_657;
    let ms = (id.parse::<u64>().ok()? >> 22).checked_add(EPOCH_MS)?;
    time::from_unix(i64::try_from(ms / 1000).ok()?)
}

/// The time in an id of Mastodon: milliseconds since 1970 above 16 bits. An
/// instance gives posts of others the time at which they were written, too.
/// <https://github.com/mastodon/mastodon/blob/main/lib/mastodon/snowflake.rb>
pub fn snowflake_mastodon(id: &str) -> Option<String> {
    let ms = id.parse::<u64>().ok()? >> 16;
    time::from_unix(i64::try_from(ms / 1000).ok()?)
}

/// The time in an id of LinkedIn: milliseconds since 1970 above 22 bits. Takes
/// the number itself or a URN. A comment's URN names what it answers, too; the
/// comment is the younger of the two, whichever stands first.
/// <https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/urns>
pub fn snowflake_linkedin(id: &str) -> Option<String> {
    const DIGITS: usize = 19;
    let runs = id.split(|letter: char| !letter.is_ascii_digit());
    let ids = runs.filter(|run| run.len() == DIGITS);
    let youngest = ids.filter_map(|run| run.parse::<u64>().ok()).max()?;
    time::from_unix(i64::try_from((youngest >> 22) / 1000).ok()?)
}

/// The time in an id of TikTok: seconds since 1970 above 32 bits.
/// <https://dfir.blog/tinkering-with-tiktok-timestamps/>
pub fn snowflake_tiktok(id: &str) -> Option<String> {
    let seconds = id.parse::<u64>().ok()? >> 32;
    // No video is older than the site; other numbers are other ids.
    const FIRST: u64 = 1_400_000_000;
    (seconds >= FIRST)
        .then(|| time::from_unix(i64::try_from(seconds).ok()?))
        .flatten()
}

/// The time in an id of Misskey, whichever of its kinds: eight figures in base
/// 36 of milliseconds since 2000 (aid, aidx), 48 bits of milliseconds since
/// 1970 in Crockford's base 32 (ULID), or in hexadecimal with the top bit set
/// (meid), or 32 bits of seconds (ObjectId).
/// <https://github.com/misskey-dev/misskey/tree/develop/packages/backend/src/misc/id>
pub fn misskey_time(id: &str) -> Option<String> {
    const YEAR_2000: i64 = 946_684_800;
    const TOP_BIT: i64 = 1 << 47;
    if !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let head = |length: usize, base: u32| i64::from_str_radix(id.get(..length)?, base).ok();
    let seconds = match id.len() {
        10 | 16 => head(8, 36)? / 1000 + YEAR_2000,
        24 => match head(12, 16)? {
            meid if meid >= TOP_BIT => (meid - TOP_BIT) / 1000,
            _ => head(8, 16)?,
        },
        26 => crockford(&id[..10])? / 1000,
        _ => return None,
    };
    time::from_unix(seconds)
}

/// A number in Crockford's base 32. <https://www.crockford.com/base32.html>
fn crockford(text: &str) -> Option<i64> {
    const DIGITS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    text.bytes().try_fold(0_i64, |number, letter| {
        let letter = letter.to_ascii_uppercase();
        let digit = DIGITS.iter().position(|digit| *digit == letter)?;
        Some(number << 5 | i64::try_from(digit).ok()?)
    })
}

/// The last number of a label that counts several things (`2 reposts, 28
/// likes, 1255 views`), with the signs that group its digits.
pub fn last_number(label: &str) -> Option<String> {
    let end = label.rfind(char::is_numeric)?;
    let last = label[end..].chars().next()?;
    let head = &label[..end + last.len_utf8()];
    let groups = |letter: char| matches!(letter, ',' | '.' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    let start = head
        .char_indices()
        .rev()
        .take_while(|(_, letter)| letter.is_numeric() || groups(*letter))
        .filter(|(_, letter)| letter.is_numeric())
        .last()?
        .0;
    Some(head[start..].to_owned())
}

/// Path and query of a link, without scheme, host and fragment.
fn path_and_query(link: &str) -> (&str, &str) {
    let link = link.split('#').next().unwrap_or_default();
    let path = match link.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |start| &rest[start..]),
        None => link,
    };
    path.split_once('?').unwrap_or((path, ""))
}

/// The value of a query's parameter.
fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .find(|(key, value)| *key == name && !value.is_empty())
        .map(|(_, value)| value)
}

/// The id of the post that a link of Facebook leads to, whatever its kind:
/// `/ana/posts/12`, `/permalink.php?story_fbid=12`.
pub fn facebook_post(link: &str) -> Option<String> {
    let (path, query) = path_and_query(link);
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let kinds = ["posts", "permalink", "videos", "reel"];
    let in_path = parts
        .any(|part| kinds.contains(&part))
        .then(|| parts.next_back())
        .flatten();
    in_path
        .or_else(|| {
            let names = ["story_fbid", "fbid", "v", "multi_permalinks"];
            names.iter().find_map(|name| parameter(query, name))
        })
        .map(str::to_owned)
}

/// What Facebook calls the person or page that a link leads to: the name in
/// its address, or the number of who has none.
pub fn facebook_handle(link: &str) -> Option<String> {
    let (path, query) = path_and_query(link);
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let handle = match parts.next()? {
        "profile.php" => parameter(query, "id"),
        "groups" => parts
            .find(|part| *part == "user")
            .and_then(|_| parts.next()),
        "people" => parts.nth(1),
        name => Some(name),
    };
    handle.map(str::to_owned)
}

/// A link of Facebook with what names a post or comment, and nothing that
/// tells where it was clicked.
pub fn facebook_link(link: &str) -> Option<String> {
    const NAMES: [&str; 6] = [
        "story_fbid",
        "id",
        "fbid",
        "v",
        "comment_id",
        "reply_comment_id",
    ];
    let link = link.split('#').next()?;
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let mut clean = path.to_owned();
    let named = |pair: &&str| NAMES.contains(&pair.split('=').next().unwrap_or_default());
    for (index, pair) in query.split('&').filter(named).enumerate() {
        clean.push(if index == 0 { '?' } else { '&' });
        clean.push_str(pair);
    }
    Some(clean)
}

/// The id that Reddit gives what a path leads to: `t3_` before that of a post,
/// `t1_` before that of a comment. Takes a path with `/comments/` in it, or an
/// id of a post or comment as it is.
pub fn reddit_fullname(found: &str) -> Option<String> {
    if found.starts_with("t3_") || found.starts_with("t1_") {
        return Some(found.to_owned());
    }
    let (path, _) = path_and_query(found);
    let path = path.split_once("/comments/")?.1;
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let post = parts.next()?;
    // Between the two stands the title, or the word `comment`.
    let comment = parts.nth(1);
    Some(comment.map_or_else(|| format!("t3_{post}"), |id| format!("t1_{id}")))
}

/// An author of Reddit, unless the account was deleted.
pub fn reddit_author(name: &str) -> Option<String> {
    (!name.starts_with('[')).then(|| name.to_owned())
}

/// The runs of 19 digits in a URN of LinkedIn, which are its ids.
fn linkedin_ids(urn: &str) -> impl Iterator<Item = &str> {
    let runs = urn.split(|letter: char| !letter.is_ascii_digit());
    runs.filter(|run| run.len() == 19)
}

/// The id of what a URN of LinkedIn names, or a link with one in it: of a
/// comment its own, which is the younger one, else the first.
pub fn linkedin_id(urn: &str) -> Option<String> {
    let mut ids = linkedin_ids(urn);
    let id = if urn.contains("comment") {
        ids.max()
    } else {
        ids.next()
    };
    id.map(str::to_owned)
}

/// The path of what a URN of LinkedIn names.
pub fn linkedin_link(urn: &str) -> Option<String> {
    let id = linkedin_id(urn)?;
    let (kind, post) = ["activity", "ugcPost", "share"].iter().find_map(|kind| {
        let (_, rest) = urn.split_once(&format!("{kind}:"))?;
        Some((kind, linkedin_ids(rest).next()?))
    })?;
    let path = format!("/feed/update/urn:li:{kind}:{post}/");
    Some(if urn.contains("comment") {
        format!("{path}?commentUrn=urn%3Ali%3Acomment%3A%28{kind}%3A{post}%2C{id}%29")
    } else {
        path
    })
}

/// The name in a link to a person's, a company's or a school's page.
pub fn linkedin_handle(link: &str) -> Option<String> {
    let (path, _) = path_and_query(link);
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let kinds = ["in", "company", "school", "showcase"];
    parts.find(|part| kinds.contains(part))?;
    parts.next().map(str::to_owned)
}

/// A number of comments that counts the comment itself, without it.
pub fn less_one(number: &str) -> Option<String> {
    Some(number.parse::<u64>().ok()?.checked_sub(1)?.to_string())
}

/// Where a video of YouTube is watched.
pub fn youtube_video(id: &str) -> Option<String> {
    Some(format!("/watch?v={id}"))
}

/// A count where nothing is shown for 0.
pub fn zero_if_empty(shown: &str) -> Option<String> {
    let count = if shown.is_empty() { "0" } else { shown };
    Some(count.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_mastodon_holds_its_time() {
        // 2026-11-22T09:14:00Z in milliseconds, shifted, and a counter.
        let id = (1_795_338_840_000_u64 << 16) + 17;
        assert_eq!(
            snowflake_mastodon(&id.to_string()).as_deref(),
            Some("2026-11-22T09:14:00Z")
        );
        assert_eq!(snowflake_mastodon("x"), None);
    }

    #[test]
    fn a_timestamp_identifier_holds_its_time() {
        // An example of the specification (its time worked out apart), and
        // the smallest identifier.
        assert_eq!(
            tid_time("2222222222222").as_deref(),
            Some("1970-01-01T00:00:00Z")
        );
        assert_eq!(
            tid_time("3jzfcijpj2z2a").as_deref(),
            Some("2023-06-30T15:03:01Z")
        );
        for wrong in [
            "",
            "3jzfcijpj2z21",
            "0000000000000",
            "zzzzzzzzzzzzz",
            "3jzfcijpj2z2aa",
            "3JZFCIJPJ2Z2A",
        ] {
            assert_eq!(tid_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_id_of_x_holds_its_time() {
        // The second is the example of Wikipedia's article on these ids.
        for (id, time) in [
            ("0", "2010-11-04T01:42:54Z"),
            ("1541815603606036480", "2022-06-28T16:07:40Z"),
        ] {
            assert_eq!(snowflake_x(id).as_deref(), Some(time));
        }
        assert_eq!(snowflake_x("x"), None);
        assert_eq!(snowflake_x("99999999999999999999"), None);
    }

    #[test]
    fn an_id_of_linkedin_holds_its_time() {
        // Worked out apart: id / 4,194,304 is milliseconds since 1970.
        for (id, time) in [
            ("7123456789012345678", "2023-10-26T23:54:05Z"),
            (
                "urn:li:activity:7000000000000000000",
                "2022-11-20T07:40:53Z",
            ),
            (
                "urn:li:comment:(activity:7000000000000000000,7123456789012345678)",
                "2023-10-26T23:54:05Z",
            ),
            (
                "urn:li:fsd_comment:(7123456789012345678,urn:li:activity:7000000000000000000)",
                "2023-10-26T23:54:05Z",
            ),
        ] {
            assert_eq!(snowflake_linkedin(id).as_deref(), Some(time), "{id}");
        }
        for wrong in [
            "",
            "urn:li:activity:",
            "712345678901234567",
            "71234567890123456789",
        ] {
            assert_eq!(snowflake_linkedin(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_label_ends_with_its_last_number() {
        for (label, number) in [
            ("2 reposts, 28 likes, 1255 views", "1255"),
            ("2 reposts, 1,255 views", "1,255"),
            ("8 190 signets, 12 345 vues", "345"),
            ("8 signets, 12\u{202f}345 vues", "12\u{202f}345"),
            ("٢ إعجاب، ١٢٥ مشاهدة", "١٢٥"),
            ("7", "7"),
        ] {
            assert_eq!(last_number(label).as_deref(), Some(number), "{label}");
        }
        assert_eq!(last_number("Like"), None);
        assert_eq!(last_number(""), None);
    }

    #[test]
    fn links_of_facebook_name_posts_and_people() {
        for (link, post, handle) in [
            (
                "https://f.example/ana.b/posts/pfbid02?__cft__[0]=A",
                Some("pfbid02"),
                Some("ana.b"),
            ),
            (
                "/ana/posts/a-title/12/?comment_id=3",
                Some("12"),
                Some("ana"),
            ),
            ("/groups/7/permalink/12/", Some("12"), None),
            ("/groups/7/user/9/?__tn__=x", None, Some("9")),
            (
                "/permalink.php?story_fbid=12&id=9",
                Some("12"),
                Some("permalink.php"),
            ),
            ("/photo/?fbid=12&set=a.1", Some("12"), Some("photo")),
            ("/reel/12/?s=a", Some("12"), Some("reel")),
            (
                "https://f.example/profile.php?id=9&comment_id=Y2",
                None,
                Some("9"),
            ),
            ("https://f.example/people/Ana-B/9/", None, Some("9")),
            ("https://f.example/posts/", None, Some("posts")),
            ("https://f.example", None, None),
            ("#", None, None),
        ] {
            assert_eq!(facebook_post(link).as_deref(), post, "{link}");
            assert_eq!(facebook_handle(link).as_deref(), handle, "{link}");
        }
    }

    #[test]
    fn links_of_facebook_lose_what_names_nothing() {
        for (link, clean) in [
            (
                "/ana/posts/12?comment_id=3&__cft__[0]=A&__tn__=R",
                "/ana/posts/12?comment_id=3",
            ),
            (
                "/permalink.php?__cft__=x&story_fbid=12&id=9#y",
                "/permalink.php?story_fbid=12&id=9",
            ),
            ("/ana/posts/12?__cft__[0]=A", "/ana/posts/12"),
            ("/reel/12/", "/reel/12/"),
        ] {
            assert_eq!(facebook_link(link).as_deref(), Some(clean));
        }
    }

    #[test]
    fn paths_of_reddit_name_posts_and_comments() {
        for (path, id) in [
            ("/r/wood/comments/1abc/a_bench/", Some("t3_1abc")),
            ("/r/wood/comments/1abc/", Some("t3_1abc")),
            ("/r/wood/comments/1abc/comment/n2x/", Some("t1_n2x")),
            (
                "https://old.reddit.example/r/wood/comments/1abc/a_bench/n2x/?context=3",
                Some("t1_n2x"),
            ),
            ("t3_1abc", Some("t3_1abc")),
            ("/r/wood/comments/", None),
            ("/r/wood/", None),
            ("", None),
        ] {
            assert_eq!(reddit_fullname(path).as_deref(), id, "{path}");
        }
        assert_eq!(reddit_author("[deleted]"), None);
        assert_eq!(reddit_author("ana_b").as_deref(), Some("ana_b"));
    }

    #[test]
    fn urns_of_linkedin_tell_ids_and_links() {
        let comment = "/feed/update/urn:li:activity:7000000000000000000/?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7000000000000000000%2C7123456789012345678%29";
        for (urn, id, link) in [
            (
                "urn:li:activity:7000000000000000000",
                Some("7000000000000000000"),
                Some("/feed/update/urn:li:activity:7000000000000000000/"),
            ),
            (
                "urn:li:aggregate:(urn:li:activity:7000000000000000000,urn:li:activity:7123456789012345678)",
                Some("7000000000000000000"),
                Some("/feed/update/urn:li:activity:7000000000000000000/"),
            ),
            (
                "urn:li:comment:(activity:7000000000000000000,7123456789012345678)",
                Some("7123456789012345678"),
                Some(comment),
            ),
            (
                "urn:li:comment:(urn:li:activity:7000000000000000000,7123456789012345678)",
                Some("7123456789012345678"),
                Some(comment),
            ),
            (
                "https://l.example/feed/update/urn:li:ugcPost:7000000000000000000?x=y",
                Some("7000000000000000000"),
                Some("/feed/update/urn:li:ugcPost:7000000000000000000/"),
            ),
            ("urn:li:lyndaCourse:3833001", None, None),
            (
                "urn:li:job:7000000000000000000",
                Some("7000000000000000000"),
                None,
            ),
            ("", None, None),
        ] {
            assert_eq!(linkedin_id(urn).as_deref(), id, "{urn}");
            assert_eq!(linkedin_link(urn).as_deref(), link, "{urn}");
        }
    }

    #[test]
    fn links_of_linkedin_name_people_and_companies() {
        for (link, handle) in [
            (
                "https://www.l.example/in/ana-b?miniProfileUrn=urn",
                Some("ana-b"),
            ),
            ("https://fr.l.example/in/ana-b/", Some("ana-b")),
            ("/company/lanterns/posts", Some("lanterns")),
            ("/feed/update/urn:li:activity:1", None),
            ("/in/", None),
        ] {
            assert_eq!(linkedin_handle(link).as_deref(), handle, "{link}");
        }
    }

    #[test]
    fn a_comment_is_not_its_own_reply() {
        assert_eq!(less_one("1").as_deref(), Some("0"));
        assert_eq!(less_one("12").as_deref(), Some("11"));
        assert_eq!(less_one("0"), None);
        assert_eq!(less_one("x"), None);
    }

    #[test]
    fn what_is_not_shown_is_zero() {
        assert_eq!(zero_if_empty("").as_deref(), Some("0"));
        assert_eq!(zero_if_empty("1.2K").as_deref(), Some("1.2K"));
    }

    #[test]
    fn an_id_of_tiktok_holds_its_time() {
        // Worked out apart: id / 4,294,967,296 is seconds since 1970.
        assert_eq!(
            snowflake_tiktok("7000000000000000000").as_deref(),
            Some("2021-08-24T14:15:05Z")
        );
        for wrong in ["", "x", "12", "99999999999999999999"] {
            assert_eq!(snowflake_tiktok(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_id_of_misskey_holds_its_time_whatever_its_kind() {
        // The ULID is the example of its specification; the ObjectId that of
        // MongoDB's manual; the others are worked out apart.
        for (id, time) in [
            ("0000000000", "2000-01-01T00:00:00Z"),
            ("9zzzzzzz0100000k", "2024-10-30T22:14:00Z"),
            ("01ARZ3NDEKTSV4RRFFQ69G5FAV", "2016-07-30T23:54:10Z"),
            ("507f1f77bcf86cd799439011", "2012-10-17T21:13:27Z"),
            ("8190a0b0c0d0aabbccddeeff", "2024-07-11T07:27:36Z"),
        ] {
            assert_eq!(misskey_time(id).as_deref(), Some(time), "{id}");
        }
        for wrong in [
            "",
            "9abc",
            "9abcdefg-1",
            "éééééééé",
            "01ARZ3NDEUTSV4RRFFQ69G5FAVI",
        ] {
            assert_eq!(misskey_time(wrong), None, "{wrong}");
        }
    }
}
