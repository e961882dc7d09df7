//! What was seen, said in a sentence.

use super::{Evidence, Reason};
use crate::signals::ThreadSignals;
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
                // Words that stand in another cue are told with it.
                let told = |cue: &&String| {
                    let (cue, lower) = (*cue, cue.to_lowercase());
                    let holds =
                        |other: &String| other != cue && other.to_lowercase().contains(&lower);
                    !cues.iter().any(holds)
                };
                let quoted: Vec<String> = (cues.iter().filter(told))
                    .map(|cue| language.fill(Word::ReasonEvidenceCue, &[("cue", cue)]))
                    .collect();
                quoted.join(", ")
            }
            Evidence::Promoted => language.text(Word::ReasonEvidencePromoted).to_owned(),
        }
    }
}

/// What happens under a post, in one line: who talks, who answered each other,
/// and how often the author came back. `None` where fewer than two people talk.
pub fn thread_in_words(thread: &ThreadSignals, language: Language) -> Option<String> {
    if thread.people < 2 {
        return None;
    }
    let mut parts = vec![counted(
        language,
        thread.people.into(),
        Word::ReasonEvidencePeopleOne,
        Word::ReasonEvidencePeopleOther,
    )];
    if thread.exchanges > 0 {
        parts.push(counted(
            language,
            thread.exchanges.into(),
            Word::ReasonEvidencePairsOne,
            Word::ReasonEvidencePairsOther,
        ));
    }
    if thread.author_returns > 0 {
        parts.push(counted(
            language,
            thread.author_returns.into(),
            Word::ReasonEvidenceReturnsOne,
            Word::ReasonEvidenceReturnsOther,
        ));
    }
    Some(parts.join(" · "))
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
    fn a_cue_within_another_is_not_told_twice() {
        let cues = Evidence::Cues(vec!["What".into(), "So what would you do?".into()]);
        assert_eq!(said(cues, Language::En), "“So what would you do?”");
    }

    #[test]
    fn a_thread_is_told_in_one_line_without_what_did_not_happen() {
        let thread = |people, exchanges, author_returns| ThreadSignals {
            people,
            exchanges,
            author_returns,
            ..ThreadSignals::default()
        };
        let said = |thread| thread_in_words(&thread, Language::En);
        assert_eq!(said(thread(1, 0, 1)), None);
        assert_eq!(said(thread(3, 0, 0)).as_deref(), Some("3 people talk"));
        assert_eq!(
            said(thread(14, 1, 6)).as_deref(),
            Some("14 people talk · Two people answered each other · The author answered 6 times")
        );
    }

    #[test]
    fn a_post_full_of_placeholders_stays_as_it_is() {
        let cue = Evidence::Cues(vec!["$CUE$ $COUNT$".into()]);
        assert_eq!(said(cue, Language::En), "“$CUE$ $COUNT$”");
    }
}
