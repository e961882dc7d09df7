//! A record → what was read of it.

use super::{Plan, Record, standing};
use crate::post::{Post, PostKind};
use crate::read::thread::Standing;
use crate::read::{Element, Field, GENERIC, Reading, Skip};

/// Reads the post in `container`, an element that the plan's selector fits.
/// `now` is in seconds since 1970; without it a time such as “3 hours ago” is
/// unknown.
///
/// # Errors
/// When it holds no post, or none yet.
pub fn read<E: Element>(
    plan: &Plan,
    container: &E,
    url: &str,
    lang: &str,
    now: Option<i64>,
) -> Result<Reading, Skip> {
    let record = Record::new(container, &plan.container, url);
    let block = record.block(plan.text.as_deref());
    let text = block.as_ref().and_then(|block| record.text(block));
    let author = record.author(block.as_ref());
    if text.is_none() && author.is_none() {
        return Err(Skip::Empty);
    }
    let permalink = record.permalink(block.as_ref());
    let id = record.id(permalink.as_deref()).ok_or(Skip::NoId)?;
    let standing = standing::of(plan, &record, |other| id_of(plan, other, url));
    let kind = match standing {
        Standing::Answers(_) => PostKind::Comment,
        _ => PostKind::Post,
    };
    let (author, name) = author.map_or((None, None), |author| (Some(author.handle), author.name));
    let post = Post {
        author,
        name,
        text: text.unwrap_or_default(),
        published: record
            .published(block.as_ref())
            .or_else(|| record.ago(block.as_ref(), lang, now?)),
        likes: record.likes(block.as_ref(), lang),
        replies: record.replies(block.as_ref(), lang),
        deleted: record.is_deleted(),
        kind,
        permalink,
        id,
        ..Post::default()
    };
    Ok(Reading {
        answered: answered(&post),
        kind,
        standing,
        post,
    })
}

fn id_of<E: Element>(plan: &Plan, container: &E, url: &str) -> Option<String> {
    let record = Record::new(container, &plan.container, url);
    let block = record.block(plan.text.as_deref());
    let permalink = record.permalink(block.as_ref());
    record.id(permalink.as_deref())
}

fn answered(post: &Post) -> [Option<u8>; Field::COUNT] {
    let mut answered = [None; Field::COUNT];
    let found = [
        (Field::Id, true),
        (Field::Permalink, post.permalink.is_some()),
        (Field::Author, post.author.is_some()),
        (Field::Name, post.name.is_some()),
        (Field::Text, !post.text.is_empty()),
        (Field::Published, post.published.is_some()),
        (Field::Likes, post.likes.is_some()),
        (Field::Replies, post.replies.is_some()),
        (Field::Deleted, post.deleted),
    ];
    for (field, _) in found.into_iter().filter(|(_, is_there)| *is_there) {
        answered[field as usize] = Some(GENERIC);
    }
    answered
}

/// Finds fields that a site file has lost, and only those. Counts are not
/// among them: what is not marked exactly is easily another number.
pub fn repair<E: Element>(
    record: &Record<'_, E>,
    lost: &[Field],
    post: &mut Post,
    answered: &mut [Option<u8>; Field::COUNT],
) {
    let block = record.block(None);
    for field in lost {
        if answered[*field as usize].is_some() {
            continue;
        }
        let author = || record.author(block.as_ref());
        let found = match field {
            Field::Text => block.as_ref().and_then(|block| record.text(block)),
            Field::Author => author().map(|author| author.handle),
            Field::Name => author().and_then(|author| author.name),
            Field::Published => record.published(block.as_ref()),
            Field::Permalink => record.permalink(block.as_ref()),
            _ => None,
        };
        let Some(found) = found else { continue };
        match field {
            Field::Text => post.text = found,
            Field::Author => post.author = Some(found),
            Field::Name => post.name = Some(found),
            Field::Published => post.published = Some(found),
            _ => post.permalink = Some(found),
        }
        answered[*field as usize] = Some(GENERIC);
    }
}
