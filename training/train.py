#!/usr/bin/env python3
"""Trains the quote tagger and packs it.

    train.py [CORPUS.jsonl ...] [--out MODEL] [--dev DEV.jsonl --score score.py]

The same corpora and seed give the same bytes on one kind of machine; `README.md` beside this file says more.
"""

import argparse
import copy
import importlib.util
import json
import math
import os
import pathlib
import random
import tempfile
import time

import numpy as np
import torch

import corpus
import expectations
import features
import losses
import pack
import predict
import quantise
import word_vectors
from features import ROOT
from network import Config, Tagger

SENTENCES = pathlib.Path(__file__).with_name("sentences.jsonl")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="*", default=[ROOT.parent / "shared/data/polnear_train.jsonl"], help="what to train on")
    parser.add_argument("--out", default=ROOT / "crates/model/quotes.model", help="the packed model to write")
    parser.add_argument("--expectations", default=ROOT / "crates/model/tests/expectations.json", help="test vectors to write")
    parser.add_argument("--work", default=ROOT / "target/training", help="folder for features")
    parser.add_argument("--name", default="hearsay-quotes-en")
    parser.add_argument("--version", default="1")
    parser.add_argument("--training-data", default="PolNeAR v1, train split", help="what the features were made of, for the header")
    parser.add_argument("--dev", help="held-out articles, to print scores of")
    parser.add_argument("--dev-unmarked", help="the same without quotation marks")
    parser.add_argument("--score", help="scorer with a function score(gold, predicted)")
    parser.add_argument("--checkpoint", help="also keep the float weights here, for experiments")
    parser.add_argument("--vectors", choices=("none", "minilm"), default="minilm", help="what the word rows start from")
    parser.add_argument("--vector-layers", type=int, default=2, help="layers of the encoder that a word goes through")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--batch-tokens", type=int, default=4096)
    parser.add_argument("--min-count", type=int, default=11, help="how often a word must occur to have a row of its own")
    parser.add_argument("--learning-rate", type=float, default=3e-3)
    parser.add_argument("--unmarked-share", type=float, default=0.4, help="share of articles read without their marks")
    for field, default in (("width", 96), ("hidden", 96), ("expanded", 192), ("word_size", 32), ("word_bits", 4)):
        parser.add_argument("--" + field.replace("_", "-"), type=int, default=default)
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--soft-labels", nargs="*", default=[], help="what teachers think of the articles, as teacher.py wrote it")
    parser.add_argument("--soft-share", type=float, default=0.5, help="share of the gold that teachers replace")
    parser.add_argument("--soft-links", type=float, default=0.5, help="the same of links")
    return parser.parse_args()


def fit(model, versions, args):
    """Trains `model` and returns the running mean of its weights, which scores better than their last state."""
    decays = lambda name, p: p.dim() > 1 and not name.startswith("tables.")
    groups = [
        {"params": [p for n, p in model.named_parameters() if decays(n, p) == side], "weight_decay": 0.01 * side}
        for side in (False, True)
    ]
    optimizer = torch.optim.AdamW(groups, lr=args.learning_rate, betas=(0.9, 0.98))
    make = lambda: corpus.batches(versions, args.unmarked_share, args.batch_tokens)
    total = len(make()) * args.epochs
    warm, step, began = min(200, total // 10), 0, time.monotonic()
    mean = copy.deepcopy(model)
    for epoch in range(1, args.epochs + 1):
        model.train()
        sums = np.zeros(3)
        for chunks in make():
            cosine = 0.5 * (1 + math.cos(math.pi * min(1, max(0, step - warm) / (total - warm)))) + 0.01
            for group in optimizer.param_groups:
                group["lr"] = args.learning_rate * min(1, (step + 1) / warm) * cosine
            batch = corpus.collate(chunks)
            hidden, emit = model(batch, word_drop=0.12, vector_drop=0.15)
            tags = losses.tag_loss(model, emit, batch, chunks, args.soft_share if args.soft_labels else 0)
            links = losses.link_loss(model, hidden, batch, chunks, args.soft_links if args.soft_labels else 0)
            n = int(batch["lengths"].sum())
            optimizer.zero_grad(set_to_none=True)
            ((tags + 0.3 * links) / n).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            sums += float(tags.detach()), float(links.detach()), n
            # The mean forgets the first steps quickly.
            decay = min(0.995, (1 + step) / (10 + step))
            with torch.no_grad():
                for kept, p in zip(mean.parameters(), model.parameters()):
                    kept.lerp_(p, 1 - decay)
        seconds = time.monotonic() - began
        print(f"epoch {epoch}/{args.epochs}  {seconds:.0f} s  tags {sums[0] / sums[2]:.4f}  links {sums[1] / sums[2]:.4f}", flush=True)
    return mean


def teach(versions, paths):
    """Lays beside each article what teachers think of it."""
    soft = {}
    for path in paths:
        soft |= torch.load(path, weights_only=False)
    if soft:
        for pair in versions:
            for unmarked, article in enumerate(pair):
                article.soft = soft[article.id, bool(unmarked)]


def evaluate(model, args, vocabulary, title):
    """Prints scores on held-out articles, as written and without marks."""
    spec = importlib.util.spec_from_file_location("score", args.score)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    _, records = corpus.read(features.dump([args.dev], pathlib.Path(args.work) / "dev.jsonl"))
    for unmarked, gold in ((False, args.dev), (True, args.dev_unmarked)):
        if not gold:
            continue
        articles = [corpus.Article(r, vocabulary) for r in records if r["unmarked"] == unmarked]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "predicted.jsonl")
            with open(path, "w", encoding="utf-8") as out:
                for key, quotes in predict.predict(model, articles).items():
                    out.write(json.dumps({"id": key, "quotes": quotes}) + "\n")
            result = scorer.score(gold, path)["all"]
        figures = "  ".join(f"{name} {100 * result[name][2]:.1f}" for name in ("token", "exact", "iou50", "e2e"))
        print(f"{title:8s} {'unmarked' if unmarked else 'marked':8s}  {figures}  attr {100 * result['attr']:.1f}", flush=True)


def main():
    args = arguments()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    work = pathlib.Path(args.work)
    sizes, records = corpus.read(features.dump(args.corpora, work / "train.jsonl"))
    vocabulary, counts = corpus.vocabulary(records, args.min_count)
    articles = [corpus.Article(r, vocabulary) for r in records]
    versions = list(zip(articles[0::2], articles[1::2], strict=True))
    del records
    teach(versions, args.soft_labels)
    config = Config(
        **sizes, width=args.width, hidden=args.hidden, expanded=args.expanded, word_size=args.word_size, word_bits=args.word_bits,
        dropout=args.dropout,
    )
    model = Tagger(config, len(vocabulary))
    if args.vectors == "minilm":
        word_vectors.start_from_minilm(model.tables["word"].weight, vocabulary, counts, args.vector_layers, work)
    n_parameters = sum(p.numel() for p in model.parameters())
    print(f"{len(versions)} articles, {len(vocabulary)} words, {n_parameters} parameters", flush=True)
    model = fit(model, versions, args)
    if args.checkpoint:
        torch.save({"config": config, "vocabulary": vocabulary, "weights": model.state_dict()}, args.checkpoint)
    if args.dev:
        evaluate(model, args, vocabulary, "float")
    packed = pack.pack(model, vocabulary, args.name, args.version, args.training_data)
    with open(args.out, "wb") as out:
        out.write(packed)
    print(f"{args.out}: {len(packed)} bytes", flush=True)
    quantise.simulate = True
    quantise.rounded(model)
    _, sentences = corpus.read(features.dump([SENTENCES], work / "sentences.jsonl"))
    expectations.write(model, sentences, vocabulary, args.expectations)
    if args.dev:
        evaluate(model, args, vocabulary, "packed")


if __name__ == "__main__":
    main()
