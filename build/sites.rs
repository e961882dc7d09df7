//! `sites/*.toml` → `sites.rs` in `OUT_DIR`: the table `SITES`.
//!
//! The build fails with file, line and reason when a file is not as
//! `docs/adding-a-site.md` says. Selectors are checked by a test, because the
//! checker of selectors is too heavy for a build script.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};
use toml::Spanned;

const FOLDER: &str = "sites";
const FUNCTIONS: &str = "src/read/functions.rs";

/// The fields in the order of `read::Field`.
const FIELDS: [&str; 15] = [
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
];

/// A site file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Spanned<String>,
    checked: Spanned<String>,
    hosts: Option<Spanned<Vec<String>>>,
    marker: Option<String>,
    #[serde(default)]
    threads: Vec<String>,
    post: PostKeys,
    thread: ThreadKeys,
    #[serde(default)]
    badge: BadgeKeys,
    reply: Option<String>,
    composer: Option<ComposerKeys>,
    fields: BTreeMap<Spanned<String>, Spanned<Vec<Spanned<LinkKeys>>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostKeys {
    container: Spanned<String>,
    tail: Option<String>,
    skip: Option<String>,
    foreign: Option<String>,
    omit: Option<String>,
    #[serde(default)]
    keeps_lines: bool,
    #[serde(default)]
    hides_screens: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThreadKeys {
    parent: Spanned<String>,
    indent: Option<Spanned<IndentKeys>>,
    comment: Option<String>,
    focal: Option<String>,
    joined: Option<String>,
    branch: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndentKeys {
    at: String,
    attr: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct BadgeKeys {
    anchor: Option<String>,
    corner: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComposerKeys {
    at: String,
    editor: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkKeys {
    at: Option<String>,
    attr: Option<String>,
    #[serde(default)]
    address: bool,
    #[serde(default)]
    all: bool,
    after: Option<String>,
    after_last: Option<String>,
    until: Option<String>,
    contains: Option<String>,
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

/// Writes `sites.rs`, or says what is wrong with which line of which file.
pub fn generate() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed={FUNCTIONS}");
    let mut paths: Vec<_> = fs::read_dir(FOLDER)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        println!("cargo::rerun-if-changed={}", path.display());
        files.push((path.display().to_string(), fs::read_to_string(&path)?));
    }
    let code = compile(&files, &fs::read_to_string(FUNCTIONS)?)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sites.rs"), code)?;
    Ok(())
}

/// The table `SITES` as Rust, from site files (path and content) and the
/// source of the functions that they may name.
pub fn compile(files: &[(String, String)], functions: &str) -> Result<String, String> {
    let mut code = String::from(
        "/// Every site that can be read, in the order of their files.\npub static SITES: &[Site] = &[\n",
    );
    let mut names = BTreeMap::new();
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
        if let Some(other) = names.insert(file.name.get_ref().clone(), path) {
            return Err(located(mistake(
                &file.name,
                format!("{other} has this name already"),
            )));
        }
        code.push_str(&site(&file).map_err(located)?);
    }
    code.push_str("];\n");
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
    if !is_month(file.checked.get_ref()) {
        return Err(mistake(
            &file.checked,
            "this is no month such as \"2026-07\"",
        ));
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
    for (field, chain) in &file.fields {
        if !FIELDS.contains(&field.get_ref().as_str()) {
            return Err(mistake(
                field,
                format!("unknown field, expected one of {}", FIELDS.join(", ")),
            ));
        }
        if chain.get_ref().is_empty() {
            return Err(mistake(chain, "the chain is empty"));
        }
        for link in chain.get_ref() {
            check_link(link, functions)?;
        }
    }
    if !file.fields.keys().any(|field| field.get_ref() == "id") {
        return Err(mistake(&file.name, "there is no field `id`"));
    }
    Ok(())
}

fn check_link(link: &Spanned<LinkKeys>, functions: &str) -> Result<(), Mistake> {
    let keys = link.get_ref();
    if keys.at.is_none() && keys.attr.is_none() && keys.contains.is_none() && !keys.address {
        return Err(mistake(
            link,
            "a link needs `at`, `attr`, `contains` or `address`",
        ));
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

/// One entry of the table as Rust.
fn site(file: &File) -> Result<String, Mistake> {
    let mut code = String::new();
    // Writing to a string cannot fail.
    let _ = write_site(
        &mut code,
        file,
        &parent(&file.thread)?,
        corner(&file.badge)?,
        &composer(file)?,
    );
    Ok(code)
}

fn write_site(
    code: &mut String,
    file: &File,
    parent: &str,
    corner: &str,
    composer: &str,
) -> std::fmt::Result {
    let hosts = file.hosts.as_ref().map_or(&[][..], |hosts| hosts.get_ref());
    writeln!(code, "    Site {{")?;
    writeln!(
        code,
        "        name: {:?},\n        checked: {:?},",
        file.name.get_ref(),
        file.checked.get_ref()
    )?;
    writeln!(
        code,
        "        hosts: &{:?},\n        threads: &{:?},",
        hosts, file.threads
    )?;
    for (key, value) in [
        ("marker", &file.marker),
        ("tail", &file.post.tail),
        ("skip", &file.post.skip),
        ("foreign", &file.post.foreign),
        ("omit", &file.post.omit),
        ("comment", &file.thread.comment),
        ("focal", &file.thread.focal),
        ("joined", &file.thread.joined),
        ("branch", &file.thread.branch),
        ("badge_anchor", &file.badge.anchor),
        ("reply", &file.reply),
    ] {
        writeln!(code, "        {key}: {value:?},")?;
    }
    writeln!(
        code,
        "        container: {:?},",
        file.post.container.get_ref()
    )?;
    writeln!(code, "        keeps_lines: {},", file.post.keeps_lines)?;
    writeln!(code, "        hides_screens: {},", file.post.hides_screens)?;
    writeln!(
        code,
        "        parent: {parent},\n        badge_corner: Corner::{corner},\n        composer: {composer},"
    )?;
    writeln!(code, "        fields: [")?;
    for field in FIELDS {
        let chain = file
            .fields
            .iter()
            .find(|(name, _)| name.get_ref() == field)
            .map(|(_, chain)| chain.get_ref());
        write!(code, "            &[")?;
        for link in chain.into_iter().flatten() {
            let LinkKeys {
                at,
                attr,
                address,
                all,
                after,
                after_last,
                until,
                contains,
                value,
                weak,
                with,
            } = link.get_ref();
            write!(
                code,
                "Link {{ at: {at:?}, attribute: {attr:?}, address: {address}, all: {all}, \
                 after: {after:?}, after_last: {after_last:?}, until: {until:?}, contains: {contains:?}, \
                 value: {value:?}, weak: {weak}, with: "
            )?;
            match with {
                Some(name) => write!(code, "Some(super::functions::{}) }}, ", name.get_ref())?,
                None => write!(code, "None }}, ")?,
            }
        }
        writeln!(code, "],")?;
    }
    writeln!(code, "        ],\n    }},")
}

fn parent(keys: &ThreadKeys) -> Result<String, Mistake> {
    let rule = match (keys.parent.get_ref().as_str(), &keys.indent) {
        ("told", None) => "Parent::Told".to_owned(),
        ("nesting", None) => "Parent::Nesting".to_owned(),
        ("order", None) => "Parent::Order".to_owned(),
        ("indent", Some(indent)) => {
            let IndentKeys { at, attr } = indent.get_ref();
            format!("Parent::Indent {{ at: {at:?}, attribute: {attr:?} }}")
        }
        ("indent", None) => {
            return Err(mistake(
                &keys.parent,
                "`indent = { at, attr }` must say where",
            ));
        }
        ("told" | "nesting" | "order", Some(indent)) => {
            return Err(mistake(
                indent,
                "`indent` is only for `parent = \"indent\"`",
            ));
        }
        _ => {
            return Err(mistake(
                &keys.parent,
                "expected \"told\", \"indent\", \"nesting\" or \"order\"",
            ));
        }
    };
    Ok(rule)
}

fn corner(keys: &BadgeKeys) -> Result<&'static str, Mistake> {
    let Some(corner) = &keys.corner else {
        return Ok("TopEnd");
    };
    match corner.get_ref().as_str() {
        "top-end" => Ok("TopEnd"),
        "bottom-end" => Ok("BottomEnd"),
        "top-start" => Ok("TopStart"),
        "bottom-start" => Ok("BottomStart"),
        _ => Err(mistake(
            corner,
            "expected \"top-end\", \"bottom-end\", \"top-start\" or \"bottom-start\"",
        )),
    }
}

fn composer(file: &File) -> Result<String, Mistake> {
    let Some(keys) = &file.composer else {
        return Ok("None".to_owned());
    };
    let editor = match keys.editor.get_ref().as_str() {
        "textarea" => "Textarea",
        "prosemirror" => "ProseMirror",
        "draft" => "Draft",
        "lexical" => "Lexical",
        "quill" => "Quill",
        _ => {
            return Err(mistake(
                &keys.editor,
                "expected \"textarea\", \"prosemirror\", \"draft\", \"lexical\" or \"quill\"",
            ));
        }
    };
    Ok(format!(
        "Some(Composer {{ at: {:?}, editor: Editor::{editor} }})",
        keys.at
    ))
}
