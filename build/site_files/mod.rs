//! Site files, parsed and checked.
//!
//! The build fails with file, line and reason when a file is not as
//! `docs/adding-a-site.md` says. Selectors are checked by a test, because the
//! checker of selectors is too heavy for a build script.

mod write;

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// Where the functions are that site files name.
pub const FUNCTIONS: &str = "src/read/functions.rs";

/// What `checked` says when no real page of the site could be had.
const UNSEEN: &str = "unseen";

/// The fields in the order of `read::Field`.
const FIELDS: [&str; 17] = [
    "id",
    "permalink",
    "author",
    "name",
    "text",
    "lang",
    "published",
    "likes",
    "replies",
    "reposts",
    "views",
    "promoted",
    "deleted",
    "parent",
    "answers",
    "quote",
    "collapsed",
];

/// A site file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Spanned<String>,
    title: Spanned<String>,
    checked: Spanned<String>,
    hosts: Option<Spanned<Vec<String>>>,
    marker: Option<String>,
    #[serde(default)]
    threads: Vec<String>,
    post: PostKeys,
    thread: ThreadKeys,
    #[serde(default)]
    badge: BadgeKeys,
    #[serde(default)]
    health: HealthKeys,
    reply: Option<String>,
    composer: Option<ComposerKeys>,
    #[serde(default)]
    counters: CounterKeys,
    #[serde(default)]
    account: Vec<AccountKeys>,
    fields: BTreeMap<Spanned<String>, Spanned<Vec<Spanned<LinkKeys>>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostKeys {
    container: Spanned<String>,
    shadow: Option<String>,
    tail: Option<String>,
    skip: Option<String>,
    foreign: Option<String>,
    omit: Option<String>,
    inline: Option<String>,
    #[serde(default)]
    keeps_lines: bool,
    #[serde(default)]
    hides_screens: bool,
    #[serde(default)]
    makes_ids: bool,
    rounding: Option<Spanned<String>>,
    numbers: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThreadKeys {
    parent: Spanned<String>,
    indent: Option<Spanned<IndentKeys>>,
    within: Option<Spanned<WithinKeys>>,
    comment: Option<String>,
    focal: Option<String>,
    #[serde(default)]
    addressed: bool,
    joined: Option<String>,
    branch: Option<String>,
    apart: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndentKeys {
    at: Option<String>,
    attr: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WithinKeys {
    of: String,
    #[serde(default)]
    least: u8,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct BadgeKeys {
    anchor: Option<String>,
    #[serde(default)]
    inset: u8,
    corner: Option<Spanned<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct HealthKeys {
    #[serde(default)]
    posts_only: Vec<Spanned<String>>,
    #[serde(default)]
    optional: Vec<Spanned<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct CounterKeys {
    likes: Option<String>,
    reposts: Option<String>,
    views: Option<String>,
    followers: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountKeys {
    at: Spanned<String>,
    attr: Option<String>,
    after: Option<String>,
    until: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComposerKeys {
    at: String,
    editor: Spanned<String>,
    submit: Option<String>,
    #[serde(default)]
    enter_sends: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkKeys {
    up: Option<String>,
    at: Option<String>,
    attr: Option<String>,
    #[serde(default)]
    address: bool,
    #[serde(default)]
    all: bool,
    after: Option<String>,
    after_last: Option<String>,
    until: Option<String>,
    #[serde(default)]
    contains: Vec<String>,
    value: Option<String>,
    #[serde(default)]
    weak: bool,
    with: Option<Spanned<String>>,
}

/// A mistake at a byte of the file.
struct Mistake {
    at: usize,
    reason: String,
}

fn mistake<T>(place: &Spanned<T>, reason: impl Into<String>) -> Mistake {
    Mistake {
        at: place.span().start,
        reason: reason.into(),
    }
}

/// The table `SITES` as Rust, from site files (path and content) and the
/// source of the functions that they may name.
pub fn compile(files: &[(String, String)], functions: &str) -> Result<String, String> {
    let mut code = String::from(
        "/// Every site that can be read, in the order of their files.\npub static SITES: &[Site] = &[\n",
    );
    let mut titles = String::from(
        "/// What people call each site, by its name. Apart from `SITES`, because the\n\
         /// extension's own pages need no more.\n\
         static TITLES: &[(&str, &str)] = &[\n",
    );
    let mut counters = String::from(
        "/// Selectors of the elements that show each counter of a site, by its name, in\n\
         /// the order of `Counter::ALL`.\n\
         static COUNTERS: &[(&str, [Option<&str>; 4])] = &[\n",
    );
    for (path, source) in files {
        let located = |mistake: Mistake| {
            let before = source.get(..mistake.at).unwrap_or(source);
            format!(
                "{path}:{}: {}",
                before.matches('\n').count() + 1,
                mistake.reason
            )
        };
        let file: File = toml::from_str(source).map_err(|error| {
            located(Mistake {
                at: error.span().map_or(0, |span| span.start),
                reason: error.message().to_owned(),
            })
        })?;
        check(&file, functions).map_err(located)?;
        let name = file.name.get_ref();
        if !path.ends_with(&format!("/{name}.toml")) {
            return Err(located(mistake(
                &file.name,
                format!("the file must be {name}.toml"),
            )));
        }
        code.push_str(&write::site(&file).map_err(located)?);
        titles.push_str(&format!("    ({name:?}, {:?}),\n", file.title.get_ref()));
        let CounterKeys {
            likes,
            reposts,
            views,
            followers,
        } = &file.counters;
        let all = [likes, reposts, views, followers];
        counters.push_str(&format!("    ({name:?}, {all:?}),\n"));
    }
    code.push_str("];\n");
    for table in [titles, counters] {
        code.push_str(&table);
        code.push_str("];\n");
    }
    Ok(code)
}

fn check(file: &File, functions: &str) -> Result<(), Mistake> {
    let name = file.name.get_ref();
    if name.is_empty()
        || !name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    {
        return Err(mistake(&file.name, "a name has only a-z, 0-9 and -"));
    }
    if file.checked.get_ref() != UNSEEN && !is_month(file.checked.get_ref()) {
        return Err(mistake(
            &file.checked,
            "this is no month such as \"2026-07\", nor \"unseen\"",
        ));
    }
    if file.title.get_ref().trim().is_empty() {
        return Err(mistake(&file.title, "the title is empty"));
    }
    let hosts = file.hosts.iter().flat_map(|hosts| hosts.get_ref());
    if hosts.clone().next().is_none() && file.marker.is_none() {
        return Err(mistake(&file.name, "there must be hosts or a marker"));
    }
    if let Some((place, host)) = file.hosts.as_ref().zip(
        hosts
            .clone()
            .find(|host| host.is_empty() || host.contains(['/', ':', '*'])),
    ) {
        return Err(mistake(place, format!("{host:?} is no host name")));
    }
    if file.post.container.get_ref().trim().is_empty() {
        return Err(mistake(&file.post.container, "the container is empty"));
    }
    let HealthKeys {
        posts_only,
        optional,
    } = &file.health;
    for field in file.fields.keys().chain(posts_only).chain(optional) {
        if !FIELDS.contains(&field.get_ref().as_str()) {
            return Err(mistake(
                field,
                format!("unknown field, expected one of {}", FIELDS.join(", ")),
            ));
        }
    }
    for chain in file.fields.values() {
        if chain.get_ref().is_empty() {
            return Err(mistake(chain, "the chain is empty"));
        }
        for link in chain.get_ref() {
            check_link(link, functions)?;
        }
    }
    for account in &file.account {
        if account.at.get_ref().trim().is_empty() {
            return Err(mistake(&account.at, "`at` is empty"));
        }
    }
    let quote = file
        .fields
        .iter()
        .find(|(field, _)| field.get_ref() == "quote");
    if let Some((field, chain)) = quote {
        let plain = |link: &Spanned<LinkKeys>| {
            let keys = link.get_ref();
            keys.up.is_none() && keys.attr.is_none() && keys.with.is_none() && !keys.all
        };
        if file.post.foreign.is_none() || !chain.get_ref().iter().all(plain) {
            return Err(mistake(
                field,
                "`quote` needs `foreign`, and takes the text of `at` in it",
            ));
        }
    }
    if !file.fields.keys().any(|field| field.get_ref() == "id") {
        return Err(mistake(&file.name, "there is no field `id`"));
    }
    Ok(())
}

fn check_link(link: &Spanned<LinkKeys>, functions: &str) -> Result<(), Mistake> {
    let keys = link.get_ref();
    let is_empty = keys.up.is_none() && keys.at.is_none() && keys.attr.is_none();
    if is_empty && keys.contains.is_empty() && !keys.address {
        return Err(mistake(
            link,
            "a link needs `up`, `at`, `attr`, `contains` or `address`",
        ));
    }
    if keys.all && keys.up.is_some() {
        return Err(mistake(link, "`all` does not go with `up`"));
    }
    if keys.all && keys.at.is_none() {
        return Err(mistake(link, "`all` needs `at`"));
    }
    if matches!(keys.attr.as_deref(), Some("class" | "style")) {
        return Err(mistake(
            link,
            "classes and styles are not watched: use a selector",
        ));
    }
    match &keys.with {
        Some(with) if !functions.contains(&format!("\npub fn {}(", with.get_ref())) => Err(
            mistake(with, format!("{FUNCTIONS} has no function of this name")),
        ),
        _ => Ok(()),
    }
}

fn is_month(text: &str) -> bool {
    let Some((year, month)) = text.split_once('-') else {
        return false;
    };
    let number = |text: &str, digits: usize| {
        (text.len() == digits)
            .then(|| text.parse::<u16>().ok())
            .flatten()
    };
    number(year, 4).is_some_and(|year| year >= 2000)
        && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
}
