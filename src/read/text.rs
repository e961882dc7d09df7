//! Text as a person reads it.

use super::{Child, Element};

/// Longer texts are cut: what a post says is said by then, and a page must not
/// be able to keep us busy. In characters.
pub const MAX_CHARS: usize = 20_000;

/// The most nodes that are looked at for one text, and how deep.
const MAX_NODES: usize = 5_000;
const MAX_DEPTH: usize = 100;

/// Elements whose content nobody reads.
const SILENT: [&str; 9] = [
    "script", "style", "template", "noscript", "svg", "button", "textarea", "select", "head",
];

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 24] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "li",
    "ol",
    "section",
    "table",
    "tr",
    "ul",
];

/// All of these and what else makes text more than the characters in it: where
/// nothing of it is, the text can be taken in one piece.
const STRUCTURE: &str = "img,br,p,pre,[hidden],script,style,template,noscript,svg,button,textarea,select,\
    address,article,aside,blockquote,dd,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,li,ol,\
    section,table,tr,ul";

/// The text in an element: alternatives of images and emoji in, line and
/// paragraph ends as one and two newlines, white space as it is shown (line
/// ends in the source count when `keeps_lines`), cut at [`MAX_CHARS`].
/// Elements that one of `left_out` fits are not read; those that `inline` fits
/// stand in the line, whatever their tag says.
pub fn read<E: Element>(
    element: &E,
    left_out: &[&str],
    inline: Option<&str>,
    keeps_lines: bool,
) -> String {
    let there = |selector: &&str| element.select(selector).is_some();
    let left_out: Vec<&str> = left_out.iter().copied().filter(there).collect();
    let mut walk = Walk::new(&left_out, MAX_CHARS);
    walk.inline = inline;
    walk.all(element, keeps_lines)
}

/// The text in an element as one line of at most `most` characters.
pub fn line<E: Element>(element: &E, most: usize) -> String {
    Walk::new(&[], most).all(element, false)
}

/// One line without the marks that only steer the direction of writing, white
/// space made single spaces, at most `most` characters.
pub fn clean_line(raw: &str, most: usize) -> String {
    let mut clean = String::new();
    let mut gap = false;
    for letter in raw
        .chars()
        .filter(|letter| !is_direction_mark(*letter))
        .take(most)
    {
        if letter.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && !clean.is_empty() {
            clean.push(' ');
        }
        gap = false;
        clean.push(letter);
    }
    clean
}

const fn is_direction_mark(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

struct Walk<'a> {
    writer: Writer,
    left_out: &'a [&'a str],
    inline: Option<&'a str>,
    nodes: usize,
}

impl<'a> Walk<'a> {
    const fn new(left_out: &'a [&'a str], most: usize) -> Self {
        Self {
            writer: Writer::new(most),
            left_out,
            inline: None,
            nodes: 0,
        }
    }

    fn all<E: Element>(mut self, element: &E, keeps_lines: bool) -> String {
        self.children(element, keeps_lines, 0);
        self.writer.text
    }

    fn children<E: Element>(&mut self, element: &E, keeps_lines: bool, depth: usize) {
        let most = self.writer.room;
        if self.left_out.is_empty() && element.select(STRUCTURE).is_none() {
            return self.writer.text(&element.raw_text(most), keeps_lines);
        }
        if depth == MAX_DEPTH {
            return;
        }
        element.visit_children(most, &mut |child| {
            self.nodes += 1;
            match child {
                Child::Text(text) => self.writer.text(text, keeps_lines),
                Child::Element(element) => self.element(&element, keeps_lines, depth),
            }
            self.nodes < MAX_NODES && self.writer.room > 0
        });
    }

    fn element<E: Element>(&mut self, element: &E, keeps_lines: bool, depth: usize) {
        let tag = element.tag();
        let tag = tag.as_str();
        match tag {
            "br" => return self.writer.line_end(),
            "img" => {
                let alternative = element.attribute("alt").unwrap_or_default();
                return self.writer.text(&alternative, false);
            }
            _ if SILENT.contains(&tag) => return,
            _ => {}
        }
        if element.attribute("hidden").is_some()
            || self
                .left_out
                .iter()
                .any(|selector| element.matches(selector))
        {
            return;
        }
        let takes_lines = tag == "p" || BLOCKS.contains(&tag);
        let is_inline = |inline: &str| takes_lines && element.matches(inline);
        let is_inline = self.inline.is_some_and(is_inline);
        let is_block = BLOCKS.contains(&tag) && !is_inline;
        let break_of = |writer: &mut Writer| match tag {
            "p" if is_inline => {}
            "p" | "pre" | "blockquote" => writer.block_end(2),
            _ if is_block => writer.block_end(1),
            _ => {}
        };
        break_of(&mut self.writer);
        self.children(element, keeps_lines || tag == "pre", depth + 1);
        break_of(&mut self.writer);
    }
}

/// Writes text the way a browser lays it out.
struct Writer {
    text: String,
    room: usize,
    /// Newlines that come before the next character.
    breaks: usize,
    gap: bool,
}

impl Writer {
    const fn new(room: usize) -> Self {
        Self {
            text: String::new(),
            room,
            breaks: 0,
            gap: false,
        }
    }

    fn text(&mut self, text: &str, keeps_lines: bool) {
        for letter in text.chars() {
            if self.room == 0 {
                return;
            }
            if letter == '\n' && keeps_lines {
                self.line_end();
            } else if letter.is_whitespace() {
                self.gap = true;
            } else {
                self.letter(letter);
            }
        }
    }

    fn letter(&mut self, letter: char) {
        if !self.text.is_empty() {
            let between = if self.breaks > 0 {
                "\n\n".get(..self.breaks)
            } else {
                self.gap.then_some(" ")
            };
            let between = between.unwrap_or_default();
            // Room for what goes between and for the letter itself.
            self.room = self.room.saturating_sub(between.len());
            if self.room == 0 {
                return;
            }
            self.text.push_str(between);
        }
        self.breaks = 0;
        self.gap = false;
        self.text.push(letter);
        self.room -= 1;
    }

    /// A line ends here; several in a row make one empty line.
    fn line_end(&mut self) {
        self.breaks = (self.breaks + 1).min(2);
        self.gap = false;
    }

    /// A block starts or ends here.
    fn block_end(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
        self.gap = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_that_is_read_specially_counts_as_structure() {
        let structure: Vec<&str> = STRUCTURE.split(',').map(str::trim).collect();
        for tag in SILENT.iter().chain(&BLOCKS).filter(|tag| **tag != "head") {
            assert!(structure.contains(tag), "{tag}");
        }
    }

    #[test]
    fn names_lose_marks_of_direction_and_spaces_that_are_not_seen() {
        assert_eq!(
            clean_line("\u{202a}@ana.example\u{202c}\n", 100),
            "@ana.example"
        );
        assert_eq!(
            clean_line(" \u{2066}שרה\u{2069}\u{a0} \n Levi ", 100),
            "שרה Levi"
        );
        assert_eq!(clean_line("abcdef", 3), "abc");
    }
}
