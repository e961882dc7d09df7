"""TF-IDF with logistic regression on every head: the peer in the table.

For the table only; nothing of it is shipped. Needs scikit-learn:

    python3 trainer/tfidf.py ../shared/data > trainer/tfidf.tsv

Prints language, head and the better AUC of C = 1 and C = 4 on the development
part, tab-separated.
"""

import json
import pathlib
import sys

from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

EMOTIONS = ["curiosity", "gratitude", "caring", "admiration", "annoyance", "anger", "approval", "disapproval"]
SUPPORT = ["emotional_support", "informational_support", "emotional_disclosure", "information_disclosure"]


def polite(labels):
    """The quartiles; None between them (trainer/src/data.rs)."""
    score = labels["politeness"]
    return True if score > 0.4545 else False if score < -0.3 else None


def is_set(name, missing=None):
    return lambda labels: labels[name] > 0 if name in labels else missing


# Set, language, and for each head its name and how its labels are read.
SETS = [
    ("goemotions", "en", [(name, is_set(name, False)) for name in EMOTIONS]),
    ("offmychest", "en", [(name, is_set(name)) for name in SUPPORT]),
    ("politeness", "en", [("politeness", polite)]),
    ("youtube_spam", "en", [("spam", is_set("spam"))]),
    ("clickbait", "en", [("clickbait", is_set("clickbait"))]),
    ("wikipedia_toxicity", "en", [("toxicity", is_set("toxic"))]),
    ("toxifrench", "fr", [("toxicity", is_set("toxic"))]),
    ("tweets_sentiment_fr", "fr", [("negativity", is_set("negative")), ("positivity", is_set("positive"))]),
]


def clean(text):
    for wrong, right in (("<U+0092>", "’"), ("&amp;", "&"), ("&gt;", ">"), ("&lt;", "<")):
        text = text.replace(wrong, right)
    return text


def main(folder):
    for name, language, heads in SETS:
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
        parts = {part: [row for row in rows if row["split"] == part] for part in ("train", "dev")}
        texts = {part: [clean(row["text"]) for row in own] for part, own in parts.items()}
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
        train = hstack([words.fit_transform(texts["train"]), letters.fit_transform(texts["train"])]).tocsr()
        dev = hstack([words.transform(texts["dev"]), letters.transform(texts["dev"])]).tocsr()
        for head, read in heads:
            known = {
                part: [(at, truth) for at, row in enumerate(own) if (truth := read(row["labels"])) is not None]
                for part, own in parts.items()
            }
            at = {part: [index for index, _ in pairs] for part, pairs in known.items()}
            truth = {part: [value for _, value in pairs] for part, pairs in known.items()}
            best = 0.0
            for strength in (1.0, 4.0):
                model = LogisticRegression(C=strength, solver="liblinear").fit(train[at["train"]], truth["train"])
                best = max(best, roc_auc_score(truth["dev"], model.decision_function(dev[at["dev"]])))
            print(f"{language}\t{head}\t{best:.4f}", flush=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
