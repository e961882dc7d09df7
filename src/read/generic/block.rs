//! The block of a post that holds its text.

use super::record::Record;
use super::signs;
use crate::read::{Child, Element};

/// How deep the text may stand in a post.
const MOST_LEVELS: usize = 14;
/// The most children that are looked at on one level, and characters of each.
const MOST_CHILDREN: usize = 60;
const MOST_CHARS: usize = 3000;

/// The innermost element that holds most of what a person may have written:
/// goes down to the child with most of it until that is spread over several,
/// or stands in paragraphs.
pub fn biggest<E: Element>(record: &Record<'_, E>) -> Option<E> {
    let mut block = record.element.clone();
    for _ in 0..MOST_LEVELS {
        let mut own = 0;
        let mut prose = 0;
        let mut rest = 0;
        let mut best: Option<(usize, E)> = None;
        let mut seen = 0;
        block.visit_children(MOST_CHARS, &mut |child| {
            seen += 1;
            match child {
                Child::Text(text) => own += letters(text),
                Child::Element(child) => {
                    let length = weight(record, &child);
                    if length > 0 {
                        if child.matches(signs::PROSE) && child.select("div").is_none() {
                            prose += length;
                        } else if best.as_ref().is_none_or(|(most, _)| *most < length) {
                            rest += best.take().map_or(0, |(most, _)| most);
                            best = Some((length, child));
                        } else {
                            rest += length;
                        }
                    }
                }
            }
            seen < MOST_CHILDREN
        });
        let (most, child) = match best {
            Some(best) => best,
            None if own + prose > 0 => return Some(block),
            None => return None,
        };
        if own + prose >= most {
            return Some(block);
        }
        // Words that are set apart within a line do not make a block.
        if own + prose + rest > 0 && child.matches("span,b,i,em,strong,code,bdi") {
            return Some(block);
        }
        // Short remarks beside it (a name, a rank) do not make it less.
        if rest > most.saturating_mul(2) && !child.matches("[class*='content' i],[class*='text' i]")
        {
            return Some(block);
        }
        block = child;
    }
    Some(block)
}

/// Letters that the person wrote: without links, buttons, names and times.
fn weight<E: Element>(record: &Record<'_, E>, child: &E) -> usize {
    if child.matches(
        "script,style,template,noscript,svg,textarea,select,option,input,img,h1,h2,h3,h4,h5,h6",
    ) || child.matches(signs::NOT_TEXT)
        || child.matches(
            "[class*='author' i],[class*='profile' i],[class*='userinfo' i],[class*='username' i]",
        )
        || (record.is_shared() && !record.owns(child))
    {
        return 0;
    }
    let whole = letters(&child.raw_text(MOST_CHARS));
    if whole == 0 {
        return 0;
    }
    let mut aside = 0;
    let mut others =
        "a,button,time,dl,form,[role='button'],script,style,select,textarea".to_owned();
    if record.is_shared() {
        others = record.without(&others);
    }
    for other in child.select_some(&others, 40) {
        // What stands in another of them is counted with that one.
        let nested = other.parent().and_then(|parent| parent.closest(&others));
        if nested.is_none_or(|outer| !child.contains(&outer)) {
            aside += letters(&other.raw_text(MOST_CHARS));
        }
    }
    whole.saturating_sub(aside)
}

fn letters(text: &str) -> usize {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    // A letter of Chinese or Japanese says more than one of Latin.
    letters
        .map(|letter| if is_dense(letter) { 3 } else { 1 })
        .sum()
}

/// Whether a letter stands for about a word.
const fn is_dense(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// How much was written in a block.
pub fn written<E: Element>(record: &Record<'_, E>, block: &E) -> usize {
    if block.same(&record.element) && record.is_shared() {
        return 0;
    }
    weight(record, block).max(if block.matches(signs::TEXTS[0]) {
        letters(&block.raw_text(MOST_CHARS))
    } else {
        0
    })
}
