//! Posts of every kind with the prompts that they get, each read critically.
//!
//! `posts-*.jsonl` are our own writing, a post a line: its `kind`, its `text`, and under `read`
//! every prompt it gets with what its reader found: nothing (`""`), or why it
//! does not fit. The verdict hangs on the exact words of the prompt: a prompt that nobody
//! has read fails the test. `fresh` posts were written after the rules, and no
//! rule was changed for them.
//!
//! `RAPPORT_WRITE=1 cargo test --test prompts` writes `docs/prompts.md`; without
//! it that file is compared with what is given now.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laws;

use rapport::advise::{self, Prompt, Told};
use rapport::model::{self, Model};
use rapport::post::Post;
use rapport::score;
use rapport::signals::{self, Regime};
use rapport::words::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Once;
use std::{env, fs};

static INSTALL: Once = Once::new();

/// More of the prompts than this do not fit a reader, in percent: something is
/// wrong with the rules.
const MOST_UNFIT: f64 = 5.0;

#[derive(Deserialize)]
struct Sample {
    kind: String,
    text: String,
    #[serde(default)]
    fresh: bool,
    #[serde(default)]
    read: BTreeMap<String, String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn samples(language: Language) -> Vec<Sample> {
    let path = root().join(format!("tests/prompts/posts-{}.jsonl", language.tag()));
    (fs::read_to_string(path).unwrap().lines())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The prompts of a post, as the page gives them: with the shipped weights.
fn prompts(post: &Post) -> Vec<Prompt> {
    INSTALL.call_once(|| {
        let weights = fs::read(root().join("model/rapport.weights")).unwrap();
        model::install(Model::from_bytes(&weights).unwrap());
    });
    let signals = signals::of(std::slice::from_ref(post), Regime::Feed);
    let score = score::of(&signals[0]);
    advise::prompts(post, &signals[0].text, &score, &mut Told::default())
}

fn post(text: &str, language: Language) -> Post {
    Post {
        id: text.to_owned(),
        text: text.to_owned(),
        lang: Some(language.tag().to_owned()),
        ..Post::default()
    }
}

/// What is counted of some posts.
#[derive(Default)]
struct Count {
    posts: usize,
    prompted: usize,
    prompts: usize,
    unfit: usize,
}

impl Count {
    fn line(&self, name: &str) -> String {
        format!(
            "| {name} | {} | {} | {} | {} | {:.1} % |\n",
            self.posts,
            self.prompted,
            self.prompts,
            self.unfit,
            self.share()
        )
    }

    fn share(&self) -> f64 {
        100.0 * self.unfit as f64 / self.prompts.max(1) as f64
    }
}

#[test]
fn every_prompt_was_read_and_fits() {
    let mut counts: [Count; 3] = Default::default();
    let mut unread = String::new();
    let mut body = String::new();
    for language in [Language::En, Language::Fr] {
        writeln!(body, "\n## {}\n", language.tag()).unwrap();
        for sample in samples(language) {
            let prompts = prompts(&post(&sample.text, language));
            let count = &mut counts[if sample.fresh { 2 } else { language as usize }];
            count.posts += 1;
            count.prompted += usize::from(!prompts.is_empty());
            count.prompts += prompts.len();
            let fresh = if sample.fresh { ", fresh" } else { "" };
            let quoted = sample.text.replace('\n', "  \n> ");
            writeln!(body, "> {quoted}\n\n*{}{fresh}*\n", sample.kind).unwrap();
            if prompts.is_empty() {
                body.push_str("No prompt.\n\n");
            }
            for prompt in &prompts {
                match sample.read.get(&prompt.text).map(String::as_str) {
                    Some("") => writeln!(body, "- {}", prompt.text).unwrap(),
                    Some(why) => {
                        count.unfit += 1;
                        writeln!(body, "- {} — **unfit:** {why}", prompt.text).unwrap();
                    }
                    None => writeln!(
                        unread,
                        "{} | {:?} | {}\n    {}",
                        sample.kind, prompt.kind, sample.text, prompt.text
                    )
                    .unwrap(),
                }
            }
            if !prompts.is_empty() {
                body.push('\n');
            }
            for gone in sample.read.keys() {
                if !prompts.iter().any(|prompt| prompt.text == *gone) {
                    writeln!(unread, "{} | no longer given\n    {gone}", sample.text).unwrap();
                }
            }
        }
    }
    assert!(
        unread.is_empty(),
        "read it again, and say under `read` what you found:\n{unread}"
    );
    let [english, french, fresh] = &counts;
    let mut all = Count::default();
    for count in &counts {
        all.posts += count.posts;
        all.prompted += count.prompted;
        all.prompts += count.prompts;
        all.unfit += count.unfit;
    }
    let file = format!(
        "# Prompts, read one by one\n\nWritten by `RAPPORT_WRITE=1 cargo test --test prompts` from `tests/prompts/posts-*.jsonl`.\n\
         The posts are our own writing. Each prompt was read with four questions: is it\n\
         grammatical, does it take up what the post says, is it tactful, and does it leave the opinion to\n\
         the one who writes? What fails one of them is unfit. Fresh posts were written after the rules, and\n\
         no rule was changed for them: theirs is the honest figure. Five sets of fresh posts came before them,\n\
         of whose prompts 11 to 21 % were unfit at first reading; what they taught became rules, and they are\n\
         counted with the others now.\n\n\
         | | posts | with prompts | prompts | unfit | share |\n|---|---|---|---|---|---|\n{}{}{}{}{body}",
        english.line("English"),
        french.line("French"),
        fresh.line("fresh"),
        all.line("all"),
    );
    assert!(
        all.share() < MOST_UNFIT,
        "{} of {} prompts are unfit",
        all.unfit,
        all.prompts
    );
    let path = root().join("docs/prompts.md");
    if env::var_os("RAPPORT_WRITE").is_some() {
        fs::write(path, file).unwrap();
        return;
    }
    assert!(
        fs::read_to_string(path).unwrap_or_default() == file,
        "docs/prompts.md is not what is given now; RAPPORT_WRITE=1 cargo test --test prompts"
    );
}
