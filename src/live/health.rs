//! What was found about the reading, in words.

use crate::read::{Field, HealthLine};
use crate::words::{Language, Word};

/// A finding as a sentence for a person.
pub fn sentence(line: HealthLine, language: Language) -> String {
    let count = |count: usize| count.to_string();
    match line {
        HealthLine::NoPosts => language.text(Word::HealthNoPosts).to_owned(),
        HealthLine::Missing { field, posts } => {
            let field = language.text(name(field));
            language.fill(
                Word::HealthMissing,
                &[("posts", &count(posts)), ("field", field)],
            )
        }
        HealthLine::Repaired { field, posts } => {
            let field = language.text(name(field));
            language.fill(
                Word::HealthRepaired,
                &[("posts", &count(posts)), ("field", field)],
            )
        }
        HealthLine::Weak { field, weak, found } => {
            let field = language.text(name(field));
            language.fill(
                Word::HealthWeak,
                &[
                    ("weak", &count(weak)),
                    ("found", &count(found)),
                    ("field", field),
                ],
            )
        }
    }
}

const fn name(field: Field) -> Word {
    match field {
        Field::Id => Word::FieldId,
        Field::Permalink => Word::FieldPermalink,
        Field::Author => Word::FieldAuthor,
        Field::Name => Word::FieldName,
        Field::Text => Word::FieldText,
        Field::Lang => Word::FieldLang,
        Field::Published => Word::FieldPublished,
        Field::Likes => Word::FieldLikes,
        Field::Replies => Word::FieldReplies,
        Field::Reposts => Word::FieldReposts,
        Field::Views => Word::FieldViews,
        Field::Promoted => Word::FieldPromoted,
        Field::Deleted => Word::FieldDeleted,
        Field::Quote => Word::FieldText,
        Field::Collapsed => Word::FieldDeleted,
        Field::Parent | Field::Answers => Word::FieldParent,
    }
}
