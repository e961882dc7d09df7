//! A checked site file as Rust.

use super::{
    AccountKeys, BadgeKeys, FIELDS, File, IndentKeys, LinkKeys, Mistake, PostKeys, ThreadKeys,
    WithinKeys, mistake,
};
use std::fmt::Write as _;

/// One entry of the table as Rust.
pub fn site(file: &File) -> Result<String, Mistake> {
    let mut code = String::new();
    // Writing to a string cannot fail.
    let _ = write_site(
        &mut code,
        file,
        &parent(&file.thread)?,
        corner(&file.badge)?,
        [rounding(&file.post)?, numbers(&file.post)?],
        &composer(file)?,
    );
    Ok(code)
}

fn write_site(
    code: &mut String,
    file: &File,
    parent: &str,
    corner: &str,
    [rounding, numbers]: [&str; 2],
    composer: &str,
) -> std::fmt::Result {
    let hosts = file.hosts.as_ref().map_or(&[][..], |hosts| hosts.get_ref());
    writeln!(code, "    Site {{")?;
    writeln!(
        code,
        "        name: {:?},\n        title: {:?},\n        checked: {:?},",
        file.name.get_ref(),
        file.title.get_ref(),
        file.checked.get_ref()
    )?;
    writeln!(
        code,
        "        hosts: &{:?},\n        threads: &{:?},",
        hosts, file.threads
    )?;
    for (key, value) in [
        ("marker", &file.marker),
        ("shadow", &file.post.shadow),
        ("tail", &file.post.tail),
        ("skip", &file.post.skip),
        ("foreign", &file.post.foreign),
        ("omit", &file.post.omit),
        ("comment", &file.thread.comment),
        ("focal", &file.thread.focal),
        ("joined", &file.thread.joined),
        ("branch", &file.thread.branch),
        ("apart", &file.thread.apart),
        ("inline", &file.post.inline),
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
    writeln!(code, "        makes_ids: {},", file.post.makes_ids)?;
    writeln!(code, "        addressed: {},", file.thread.addressed)?;
    writeln!(
        code,
        "        parent: {parent},\n        badge_corner: Corner::{corner},\n        composer: {composer},"
    )?;
    writeln!(code, "        rounding: Rounding::{rounding},")?;
    writeln!(code, "        numbers: Numbers::{numbers},")?;
    writeln!(code, "        badge_inset: {},", file.badge.inset)?;
    for (key, names) in [
        ("posts_only", &file.health.posts_only),
        ("optional", &file.health.optional),
    ] {
        let fields: Vec<_> = names
            .iter()
            .map(|name| format!("Field::{}", variant(name.get_ref())))
            .collect();
        writeln!(code, "        {key}: &[{}],", fields.join(", "))?;
    }
    write!(code, "        account: &[")?;
    for AccountKeys {
        at,
        attr,
        after,
        until,
    } in &file.account
    {
        let at = Some(at.get_ref());
        write!(
            code,
            "Link {{ up: None, at: {at:?}, attribute: {attr:?}, address: false, all: false, \
             after: {after:?}, after_last: None, until: {until:?}, contains: &[], value: None, \
             weak: false, with: None }}, "
        )?;
    }
    writeln!(code, "],")?;
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
                up,
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
                "Link {{ up: {up:?}, at: {at:?}, attribute: {attr:?}, address: {address}, all: {all}, \
                 after: {after:?}, after_last: {after_last:?}, until: {until:?}, contains: &{contains:?}, \
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
    let rule = keys.parent.get_ref().as_str();
    if let Some(indent) = keys.indent.as_ref().filter(|_| rule != "indent") {
        return Err(mistake(
            indent,
            "`indent` is only for `parent = \"indent\"`",
        ));
    }
    if let Some(within) = keys.within.as_ref().filter(|_| rule != "within") {
        return Err(mistake(
            within,
            "`within` is only for `parent = \"within\"`",
        ));
    }
    match (rule, &keys.indent, &keys.within) {
        ("told", ..) => Ok("Parent::Told".to_owned()),
        ("nesting", ..) => Ok("Parent::Nesting".to_owned()),
        ("order", ..) => Ok("Parent::Order".to_owned()),
        ("indent", Some(indent), _) => {
            let IndentKeys { at, attr } = indent.get_ref();
            Ok(format!(
                "Parent::Indent {{ at: {at:?}, attribute: {attr:?} }}"
            ))
        }
        ("within", _, Some(within)) => {
            let WithinKeys { of, least } = within.get_ref();
            Ok(format!("Parent::Within {{ of: {of:?}, least: {least} }}"))
        }
        ("indent", ..) => Err(mistake(
            &keys.parent,
            "`indent = { at, attr }` must say where",
        )),
        ("within", ..) => Err(mistake(
            &keys.parent,
            "`within = { of, least }` must say in what",
        )),
        _ => Err(mistake(
            &keys.parent,
            "expected \"told\", \"indent\", \"within\", \"nesting\" or \"order\"",
        )),
    }
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

fn rounding(keys: &PostKeys) -> Result<&'static str, Mistake> {
    let Some(rounding) = &keys.rounding else {
        return Ok("Nearest");
    };
    match rounding.get_ref().as_str() {
        "nearest" => Ok("Nearest"),
        "down" => Ok("Down"),
        "either" => Ok("Either"),
        _ => Err(mistake(
            rounding,
            "expected \"nearest\", \"down\" or \"either\"",
        )),
    }
}

fn numbers(keys: &PostKeys) -> Result<&'static str, Mistake> {
    let Some(numbers) = &keys.numbers else {
        return Ok("Language");
    };
    match numbers.get_ref().as_str() {
        "language" => Ok("Language"),
        "english" => Ok("English"),
        "mastodon" => Ok("Mastodon"),
        _ => Err(mistake(
            numbers,
            "expected \"language\", \"english\" or \"mastodon\"",
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
        "Some(Composer {{ at: {:?}, editor: Editor::{editor}, submit: {:?}, enter_sends: {} }})",
        keys.at, keys.submit, keys.enter_sends
    ))
}

/// The variant of `read::Field` for a field's name.
fn variant(name: &str) -> String {
    let (first, rest) = name.split_at(name.len().min(1));
    first.to_uppercase() + rest
}
