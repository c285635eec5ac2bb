"""Trains and packs the check-worthiness model: a linear model over hashed features, taught by labels and by MiniLM.

    python claims.py [--train CLAIMBUSTER.jsonl] [--news ARTICLES.jsonl] [--dev DEV.jsonl] [--out claims.model]

Features come from the product's own code (crates/claims/examples/dump_claim_features.rs). One thread: the same data and seed give the
same bytes on one kind of machine. What the teachers said is kept in the work folder, for they take twenty minutes.
"""

import argparse
import hashlib
import json
import pathlib
import subprocess

import numpy as np
import torch

import claims_linear
import claims_pack
import claims_teacher

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", default=DATA / "claimbuster_train.jsonl", type=pathlib.Path, help="labelled sentences")
    parser.add_argument("--news", default=DATA / "polnear_train.jsonl", type=pathlib.Path, help="articles; only their text is read, and only the teachers label it")
    parser.add_argument("--dev", type=pathlib.Path, help="labelled sentences to report on; nothing is chosen by them")
    parser.add_argument("--out", default=ROOT / "crates/claims/claims.model", type=pathlib.Path)
    parser.add_argument("--work", default=ROOT / "target/training", type=pathlib.Path)
    parser.add_argument("--bits", default=17, type=int, help="of a feature's key")
    parser.add_argument("--keys", default=5000, type=int, help="features to keep")
    parser.add_argument("--gold", default=0.5, type=float, help="share of the label in the target, the teacher's being the rest")
    parser.add_argument("--news-weight", default=0.3, type=float, help="of a sentence of news, one of a debate being 1")
    parser.add_argument("--penalty", default=0.2, type=float, help="on squared weights")
    parser.add_argument("--folds", default=4, type=int, help="of debates, for calibration and threshold")
    return parser.parse_args()


def features(path):
    """One record per sentence of a file, with what the product sees in it."""
    command = ["cargo", "run", "--quiet", "--release", "-p", "hearsay-claims", "--example", "dump_claim_features", "--", str(path)]
    lines = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, text=True).stdout.splitlines()
    return [json.loads(line) for line in lines]


def probability(logits):
    """That of the first label, worth checking."""
    return torch.tensor(logits).double().softmax(1)[:, 0].numpy()


def soft_labels(sentences, news, work):
    """What teachers think who have not read it: of labelled sentences the one of the other half, of news both."""
    key = hashlib.sha256(json.dumps([[s["text"], s["label"], s["debate"]] for s in sentences] + [s["text"] for s in news]).encode()).hexdigest()[:16]
    kept = work / f"claims_soft_{key}.npz"
    if not kept.exists():
        halves = np.array(claims_teacher.halves(sentences))
        own, of_news = np.zeros((len(sentences), 3), "f4"), []
        for half in (0, 1):
            teacher = claims_teacher.Teacher(work, seed=half)
            teacher.train([s for s, of in zip(sentences, halves) if of == half], epochs=2, rate=1e-4, seed=half)
            own[halves != half] = teacher.predict([s["text"] for s, of in zip(sentences, halves) if of != half]).numpy()
            of_news.append(teacher.predict([s["text"] for s in news]).numpy())
        np.savez(kept, own=own, news=np.stack(of_news))
    found = np.load(kept)
    return probability(found["own"]), (probability(found["news"][0]) + probability(found["news"][1])) / 2


def is_worth_checking(sentences):
    return np.array([s["label"] == claims_teacher.LABELS[0] for s in sentences], "f8")


def main():
    options = arguments()
    torch.set_num_threads(1)
    options.work.mkdir(parents=True, exist_ok=True)
    sentences, news = features(options.train), features(options.news)
    own, of_news = soft_labels(sentences, news, options.work)
    gold = is_worth_checking(sentences)
    rows = claims_linear.Rows(sentences + news, options.bits)
    target = np.concatenate([options.gold * gold + (1 - options.gold) * own, of_news])
    weight = np.concatenate([np.ones(len(sentences)), np.full(len(news), options.news_weight)])

    def fit(use):
        return claims_linear.fit(rows.take(use), target[use], weight[use], options.penalty, options.keys)

    # Folds of whole debates; each is scored by a model that has not read it.
    debates = sorted({s["debate"] for s in sentences})
    fold = np.array([debates.index(s["debate"]) // 2 % options.folds for s in sentences])
    held_out = np.zeros(len(sentences))
    everything = np.arange(len(target))
    for k in range(options.folds):
        away = np.flatnonzero(fold == k)
        model = fit(np.setdiff1d(everything, away))
        held_out[away] = model.margins(rows.take(away))
        print(f"fold {k + 1}: average precision {claims_linear.average_precision(held_out[away], gold[away]):.4f}", flush=True)
    slope, shift = claims_linear.calibrate(held_out, gold)
    threshold, best = claims_linear.best_threshold(held_out, gold)
    threshold = 1 / (1 + np.exp(-(slope * threshold + shift)))
    print(f"held out: average precision {claims_linear.average_precision(held_out, gold):.4f}, best F1 {best:.4f} at {threshold:.3f}")

    model = fit(everything)
    model.bias, model.step = slope * model.bias + shift, slope * model.step
    packed = claims_pack.pack(model, threshold, options.bits)
    options.out.write_bytes(packed)
    print(f"{options.out}: {len(packed):,} bytes, {len(model.keys):,} features")
    if options.dev:
        dev = features(options.dev)
        margins, right = model.margins(claims_linear.Rows(dev, options.bits)), is_worth_checking(dev)
        print(f"{options.dev.name}: average precision {claims_linear.average_precision(margins, right):.4f}")


if __name__ == "__main__":
    main()
