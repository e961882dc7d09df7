//! What was seen, said in a sentence.

use super::{Evidence, Reason};
use crate::words::{Language, Word};

impl Reason {
    /// What was seen, as a short sentence for a person. Words of the post
    /// stand in quotation marks, as they are there.
    pub fn evidence_text(&self, language: Language) -> String {
        match &self.evidence {
            Evidence::Share { replies, likes } => language.fill(
                Word::ReasonEvidenceShare,
                &[
                    ("replies", &replies.to_string()),
                    ("likes", &likes.to_string()),
                ],
            ),
            Evidence::Replies(count) => counted(
                language,
                *count,
                Word::ReasonEvidenceRepliesOne,
                Word::ReasonEvidenceRepliesOther,
            ),
            Evidence::People(count) => counted(
                language,
                *count,
                Word::ReasonEvidencePeopleOne,
                Word::ReasonEvidencePeopleOther,
            ),
            Evidence::Pairs(count) => counted(
                language,
                *count,
                Word::ReasonEvidencePairsOne,
                Word::ReasonEvidencePairsOther,
            ),
            Evidence::Returns(count) => counted(
                language,
                *count,
                Word::ReasonEvidenceReturnsOne,
                Word::ReasonEvidenceReturnsOther,
            ),
            Evidence::Listening {
                asking,
                acknowledging,
            } => language.fill(
                Word::ReasonEvidenceListening,
                &[
                    ("asking", &asking.to_string()),
                    ("heard", &acknowledging.to_string()),
                ],
            ),
            Evidence::Hostile { hostile, read } => language.fill(
                Word::ReasonEvidenceHostile,
                &[
                    ("hostile", &hostile.to_string()),
                    ("read", &read.to_string()),
                ],
            ),
            Evidence::Cues(cues) if cues.is_empty() => {
                language.text(Word::ReasonEvidenceTone).to_owned()
            }
            Evidence::Cues(cues) => {
                let quoted: Vec<String> = cues
                    .iter()
                    .map(|cue| language.fill(Word::ReasonEvidenceCue, &[("cue", cue)]))
                    .collect();
                quoted.join(", ")
            }
            Evidence::Promoted => language.text(Word::ReasonEvidencePromoted).to_owned(),
        }
    }
}

fn counted(language: Language, count: u64, one: Word, other: Word) -> String {
    let word = language.plural(count, one, other);
    language.fill(word, &[("count", &count.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::ReasonKey;

    fn said(evidence: Evidence, language: Language) -> String {
        let reason = Reason {
            key: ReasonKey::People,
            points: 1,
            evidence,
        };
        reason.evidence_text(language)
    }

    #[test]
    fn evidence_is_a_sentence_with_its_numbers_in_both_languages() {
        assert_eq!(said(Evidence::People(1), Language::En), "1 person talks");
        assert_eq!(
            said(Evidence::People(14), Language::Fr),
            "14 personnes s’expriment"
        );
        assert_eq!(
            said(
                Evidence::Hostile {
                    hostile: 3,
                    read: 40
                },
                Language::En
            ),
            "3 of the 40 replies that were read"
        );
        assert_eq!(
            said(Evidence::Cues(vec!["je crois".into()]), Language::Fr),
            "«\u{a0}je crois\u{a0}»"
        );
    }

    #[test]
    fn a_post_full_of_placeholders_stays_as_it_is() {
        let cue = Evidence::Cues(vec!["$CUE$ $COUNT$".into()]);
        assert_eq!(said(cue, Language::En), "“$CUE$ $COUNT$”");
    }
}
