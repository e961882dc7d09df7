//! A thread's [`Glance`] → what the strip on its page says, as plain data.
//!
//! In: a glance and the posts it is of. Out: the strip's line, and the panel
//! behind it with the picture. Names are those that stand on the page.

mod picture;

use crate::markup::{Markup, html};
use crate::post::Post;
use crate::signals::Glance;
use crate::signals::conversation::{Person, Tie};
use crate::words::{Language, Word};

/// A thread with fewer comments is read as fast as a strip about it.
const LEAST_COMMENTS: u32 = 4;

/// One person alone is no conversation.
const LEAST_PEOPLE: usize = 2;

/// So many ties are listed; the others are counted.
const TIES: usize = 12;

/// From this balance on talk is called shared evenly. Two people with two
/// thirds and one third of the words have 0.92, with three quarters and one
/// 0.81.
const EVEN: f32 = 0.85;

/// Below this a few do most of the talking: two people with nine tenths and
/// one have 0.47, with four fifths and one 0.72.
const FEW: f32 = 0.6;

/// What the strip on a thread's page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct StripContent {
    /// The interface's language.
    pub language: Language,
    /// Its line: how many people, how many exchanges.
    pub line: String,
    /// How many exchanges are worth going to.
    pub good: usize,
    /// How many questions have no answer.
    pub unanswered: usize,
    /// What opens when it is pressed.
    pub panel: Vec<Markup>,
}

/// What the strip says of a thread; `None` where there is too little to tell.
/// `posts` are those that the glance is of.
pub fn strip(glance: &Glance, posts: &[&Post], language: Language) -> Option<StripContent> {
    if glance.comments < LEAST_COMMENTS || glance.commenters() < LEAST_PEOPLE {
        return None;
    }
    let teller = Teller {
        glance,
        posts,
        language,
    };
    let people = teller.people();
    let line = match teller.exchanges() {
        Some(exchanges) => format!("{people} · {exchanges}"),
        None => format!("{people} · {}", teller.comments()),
    };
    Some(StripContent {
        language,
        line,
        good: glance.good.as_ref().map_or(0, Vec::len),
        unanswered: glance.unanswered.as_ref().map_or(0, Vec::len),
        panel: teller.panel(),
    })
}

struct Teller<'a> {
    glance: &'a Glance,
    posts: &'a [&'a Post],
    language: Language,
}

impl Teller<'_> {
    fn text(&self, word: Word) -> &'static str {
        self.language.text(word)
    }

    fn counted(&self, count: u64, one: Word, other: Word) -> String {
        let word = self.language.plural(count, one, other);
        self.language.fill(word, &[("count", &count.to_string())])
    }

    fn people(&self) -> String {
        self.counted(
            self.glance.people.len() as u64,
            Word::StripPeopleOne,
            Word::StripPeopleOther,
        )
    }

    fn comments(&self) -> String {
        self.counted(
            self.glance.comments.into(),
            Word::StripCommentsOne,
            Word::StripCommentsOther,
        )
    }

    fn exchanges(&self) -> Option<String> {
        let many = self.glance.exchanges()? as u64;
        Some(self.counted(many, Word::StripExchangesOne, Word::StripExchangesOther))
    }

    /// What a person is called on the page.
    fn name(&self, person: &Person) -> &str {
        let post = self.posts.get(person.first);
        post.and_then(|post| post.name.as_deref().or(post.author.as_deref()))
            .unwrap_or_default()
    }

    fn panel(&self) -> Vec<Markup> {
        let mut panel = vec![
            html("h2")
                .attr("id", "title")
                .with(self.text(Word::StripTitle)),
        ];
        if let Some(ties) = &self.glance.ties {
            let exchanges = self.exchanges().unwrap_or_else(|| self.comments());
            let values = [("people", &*self.people()), ("exchanges", &*exchanges)];
            let sentence = self.language.fill(Word::StripPicture, &values);
            panel.push(picture::of(self.glance, ties, sentence, |person| {
                format!("{} · {}", self.name(person), self.wrote(person))
            }));
        }
        // Safari's rule, followed by others: a list without markers has no role.
        let facts = html("ul").class("facts").attr("role", "list");
        panel.push(facts.with_all(self.facts().into_iter().map(|fact| html("li").with(fact))));
        match &self.glance.ties {
            Some(ties) if !ties.is_empty() => panel.push(self.ties(ties)),
            Some(_) => {}
            None => {
                let untold = html("p").class("soft");
                panel.push(untold.with(self.text(Word::StripUntold)));
            }
        }
        panel
    }

    fn wrote(&self, person: &Person) -> String {
        self.counted(
            person.comments.into(),
            Word::StripCommentsOne,
            Word::StripCommentsOther,
        )
    }

    /// What is known, a line each.
    fn facts(&self) -> Vec<String> {
        let Glance {
            author_back,
            balance,
            unanswered,
            good,
            ..
        } = self.glance;
        let mut facts = vec![format!("{} · {}", self.people(), self.comments())];
        facts.extend(self.exchanges());
        facts.extend(author_back.map(|times| {
            self.or_none(
                times.into(),
                Word::StripNoReturn,
                Word::ReasonEvidenceReturnsOne,
                Word::ReasonEvidenceReturnsOther,
            )
        }));
        facts.extend(balance.map(|balance| self.shared(balance)));
        let unanswered = unanswered.as_ref().map(Vec::len);
        let unanswered = unanswered.and_then(|unanswered| self.glance.unless_hidden(unanswered));
        facts.extend(unanswered.map(|unanswered| {
            self.or_none(
                unanswered as u64,
                Word::StripNoUnanswered,
                Word::StripUnansweredOne,
                Word::StripUnansweredOther,
            )
        }));
        let good = good.as_ref().map(Vec::len);
        let good = good.and_then(|good| self.glance.unless_hidden(good));
        facts.extend(good.map(|good| {
            self.or_none(
                good as u64,
                Word::StripNoGood,
                Word::StripGoodOne,
                Word::StripGoodOther,
            )
        }));
        facts
    }

    fn or_none(&self, count: u64, none: Word, one: Word, other: Word) -> String {
        if count == 0 {
            return self.text(none).to_owned();
        }
        self.counted(count, one, other)
    }

    fn shared(&self, balance: f32) -> String {
        let word = match balance {
            balance if balance >= EVEN => Word::StripBalanceEven,
            balance if balance >= FEW => Word::StripBalanceSome,
            _ => Word::StripBalanceFew,
        };
        let share = format!("{:.0}", balance * 100.0);
        self.language.fill(word, &[("share", &share)])
    }

    /// The picture as a list, for who cannot see it or wants the names.
    fn ties(&self, ties: &[Tie]) -> Markup {
        let mut ties: Vec<&Tie> = ties.iter().collect();
        // Exchanges first, then the longest; equal ones stay in page order.
        ties.sort_by_key(|tie| (!tie.is_exchange(), std::cmp::Reverse(tie.answers())));
        let others = ties.len().saturating_sub(TIES) as u64;
        let mut lines: Vec<Markup> = ties
            .iter()
            .take(TIES)
            .filter_map(|tie| self.tie(tie))
            .map(|line| html("li").attr("dir", "auto").with(line))
            .collect();
        if others > 0 {
            let count = others.to_string();
            let more = self.language.fill(Word::StripMore, &[("count", &count)]);
            lines.push(html("li").class("soft").with(more));
        }
        html("details")
            .class("more")
            .with(html("summary").with(self.text(Word::StripTies)))
            .with(html("ul").attr("role", "list").with_all(lines))
            .with(html("p").class("soft").with(self.text(Word::StripLegend)))
    }

    fn tie(&self, tie: &Tie) -> Option<String> {
        let (one, other) = (
            self.glance.people.get(tie.between.0)?,
            self.glance.people.get(tie.between.1)?,
        );
        let (word, one, other) = match (tie.there, tie.back) {
            (0, _) => (Word::StripTieOneWay, other, one),
            (_, 0) => (Word::StripTieOneWay, one, other),
            _ => (Word::StripTie, one, other),
        };
        let answers = self.counted(
            tie.answers().into(),
            Word::StripAnswersOne,
            Word::StripAnswersOther,
        );
        let values = [
            ("one", self.name(one)),
            ("other", self.name(other)),
            ("answers", &answers),
        ];
        Some(self.language.fill(word, &values))
    }
}
