#!/usr/bin/env python3
"""Fine-tunes a large encoder on the same corpus, and writes what it thinks of articles that it did not see.

    teacher.py --out SOFT_LABELS [--folds 3] [CORPUS.jsonl ...]

The articles are dealt into folds; for each, a teacher learns from the others and labels the fold: per token the probability of each
label and of each pair of labels, per gold span that of each parent. What it got wrong in articles of its own training it would only
repeat; what it thinks of articles it never saw tells where the gold is doubtful. `train.py --soft-labels` learns from both.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import random
import tempfile
import time
import unicodedata

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import corpus
import features
import losses
import minilm
import predict
import quantise
from features import ROOT
from network import N_LABELS, Config, Tagger

# The encoder has 512 places; more pieces than that share the last.
PLACES = 512
# Consecutive chunks of the product are read together up to this many tokens: context is what a large encoder is good at.
WINDOW_TOKENS = 224


def exact(self, x):
    """A teacher computes in floats."""
    return F.linear(x, self.weight, self.bias)


class Teacher(nn.Module):
    """MiniLM under the student's own tables of shapes, marks and places, one recurrent block and the student's heads."""

    def __init__(self, config, sizes, work):
        super().__init__()
        encoder = minilm.Encoder(work)
        self.pieces = encoder.pieces
        self.word_pieces = encoder.word_pieces
        self.n_layers = encoder.n_layers
        # Names of parameters hold no full stops.
        kept = {name.replace(".", "/"): w for name, w in encoder.weights.items() if "pooler" not in name}
        self.weights = nn.ParameterDict({name: nn.Parameter(w) for name, w in kept.items()})
        self.weights["embeddings/word_embeddings/weight"].requires_grad_(False)
        self.head = Tagger(config, 1)
        self.head.tables["word"] = nn.Identity()
        width = 384
        self.head.input = nn.Linear(width + 2 * config.affix_size + 3 * config.small_size, config.width)

    def w(self, name):
        return self.weights[name.replace(".", "/")]

    def linear(self, x, name):
        return F.linear(x, self.w(name + ".weight"), self.w(name + ".bias"))

    def norm(self, x, name):
        return F.layer_norm(x, x.shape[-1:], self.w(name + ".weight"), self.w(name + ".bias"), minilm.EPSILON)

    def encode(self, rows, mask):
        drop = lambda y: F.dropout(y, 0.1, self.training)
        places = torch.arange(rows.shape[1]).clamp(max=PLACES - 1)
        x = F.embedding(rows, self.w("embeddings.word_embeddings.weight")) + self.w("embeddings.position_embeddings.weight")[places]
        x = drop(self.norm(x + self.w("embeddings.token_type_embeddings.weight")[0], "embeddings.LayerNorm"))
        split = lambda y: y.unflatten(-1, (minilm.N_HEADS, -1)).transpose(1, 2)
        for layer in range(self.n_layers):
            at = f"encoder.layer.{layer}."
            q, k, v = (split(self.linear(x, at + "attention.self." + part)) for part in ("query", "key", "value"))
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None])
            y = self.linear(y.transpose(1, 2).flatten(2), at + "attention.output.dense")
            x = self.norm(x + drop(y), at + "attention.output.LayerNorm")
            y = self.linear(F.gelu(self.linear(x, at + "intermediate.dense")), at + "output.dense")
            x = self.norm(x + drop(y), at + "output.LayerNorm")
        return x

    def forward(self, batch, chunks):
        """Hidden states [B,T,D] and emissions [B,T,L] of windows."""
        rows, first, count = [], [], []
        for article, start, end in chunks:
            row, where = [self.pieces["[CLS]"]], []
            for pieces in article.pieces[start:end]:
                where.append(len(row))
                row += pieces
            rows.append(torch.tensor(row + [self.pieces["[SEP]"]]))
            first.append(torch.tensor(where))
            count.append(torch.tensor([max(1, len(p)) for p in article.pieces[start:end]]))
        lengths = torch.tensor([len(row) for row in rows])
        rows = nn.utils.rnn.pad_sequence(rows, batch_first=True)
        first, count = (nn.utils.rnn.pad_sequence(x, batch_first=True) for x in (first, count))
        with torch.autocast("cpu", torch.bfloat16):
            x = self.encode(rows, torch.arange(rows.shape[1])[None] < lengths[:, None])
        x = x.float()
        # A token is the mean of its first and its last piece.
        at = lambda i: x.gather(1, i.clamp(max=x.shape[1] - 1)[..., None].expand(-1, -1, x.shape[-1]))
        parts = [(at(first) + at(first + (count - 1).clamp(min=0))) / 2]
        tables = list(self.head.tables.values())
        parts += [tables[i](batch["features"][..., i]) for i in range(1, len(tables))]
        x, mask = self.head.input(self.head.dropout(torch.cat(parts, -1))), batch["mask"][..., None].float()
        for layer in self.head.layers:
            x = layer(x, mask)
        x = self.head.norm(x)
        return x, self.head.emit(self.head.dropout(x))


def plain(word):
    """Lower case, without accents, as the encoder learned them."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def windows(article):
    """Consecutive chunks, joined up to WINDOW_TOKENS."""
    out = []
    for _, start, end in article.chunks:
        if out and end - out[-1][1] <= WINDOW_TOKENS and out[-1][2] == start:
            out[-1] = (article, out[-1][1], end)
        else:
            out.append((article, start, end))
    return out


def load(dump, vocabulary, teacher):
    """Articles of corpora with the word pieces of their tokens, in pairs: as written, and without marks."""
    _, records = corpus.read(dump)
    cache, articles = {}, []
    for record in records:
        article = corpus.Article(record, vocabulary)
        article.pieces = []
        for word in record["words"]:
            if word not in cache:
                # Digits come folded.
                cache[word] = [] if word.isspace() else teacher.word_pieces(plain(word))
            article.pieces.append(cache[word])
        article.student_chunks = article.chunks
        article.chunks = windows(article)
        articles.append(article)
    return list(zip(articles[0::2], articles[1::2], strict=True))


def fit(teacher, versions, args):
    body = [p for n, p in teacher.named_parameters() if n.startswith("weights.") and p.requires_grad]
    head = [p for n, p in teacher.named_parameters() if n.startswith("head.")]
    groups = [{"params": body, "base": args.rate}, {"params": head, "base": args.head_rate}]
    optimizer = torch.optim.AdamW(groups, lr=1e-4, betas=(0.9, 0.98), weight_decay=0.01)
    make = lambda: corpus.batches(versions, args.unmarked_share, args.batch_tokens)
    total = len(make()) * args.epochs
    warm, step, began = total // 10, 0, time.monotonic()
    for epoch in range(1, args.epochs + 1):
        teacher.train()
        sums = np.zeros(3)
        for chunks in make():
            rate = min((step + 1) / warm, (total - step) / (total - warm), 1)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * rate
            batch = corpus.collate(chunks)
            hidden, emit = teacher(batch, chunks)
            tags = losses.tag_loss(teacher.head, emit, batch)
            links, n = losses.link_loss(teacher.head, hidden, batch, chunks), int(batch["lengths"].sum())
            optimizer.zero_grad(set_to_none=True)
            ((tags + 0.3 * links) / n).backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            step += 1
            sums += float(tags.detach()), float(links.detach()), n
            if step % 50 == 0:
                print(f"  step {step}/{total}  {time.monotonic() - began:.0f} s  {sums[0] / sums[2]:.4f}  {sums[1] / sums[2]:.4f}", flush=True)
        print(f"epoch {epoch}  {time.monotonic() - began:.0f} s  tags {sums[0] / sums[2]:.4f}  links {sums[1] / sums[2]:.4f}", flush=True)


def marginals(emit, trans, init):
    """Unary [T,L] and pairwise [T,L,L] probabilities of one sequence; the pair of t is (t-1, t), that of 0 is zero."""
    emit, trans, init = (x.double() for x in (emit, trans, init))
    T, L = emit.shape
    alpha, beta = torch.empty(T, L, dtype=torch.double), torch.zeros(T, L, dtype=torch.double)
    alpha[0] = init + emit[0]
    for t in range(1, T):
        alpha[t] = torch.logsumexp(alpha[t - 1][:, None] + trans, 0) + emit[t]
    for t in range(T - 2, -1, -1):
        beta[t] = torch.logsumexp(trans + (emit[t + 1] + beta[t + 1])[None], 1)
    log_z = torch.logsumexp(alpha[-1], 0)
    unary = (alpha + beta - log_z).exp()
    pair = torch.zeros(T, L, L, dtype=torch.double)
    pair[1:] = (alpha[:-1, :, None] + trans[None] + (emit[1:] + beta[1:])[:, None, :] - log_z).exp()
    return unary.numpy().astype(np.float16), pair.numpy().astype(np.float16)


@torch.no_grad()
def soft_labels(teacher, versions):
    """Per (article id, unmarked): unary, pairwise, and per chunk of the student the link probabilities of its gold spans."""
    teacher.eval()
    trans, init = teacher.head.crf()
    out = {}
    for pair in versions:
        for unmarked, article in enumerate(pair):
            unary = np.zeros((article.n, N_LABELS), np.float16)
            pairs = np.zeros((article.n, N_LABELS, N_LABELS), np.float16)
            links = {}
            for window in article.chunks:
                _, start, end = window
                batch = corpus.collate([window])
                hidden, emit = teacher(batch, [window])
                unary[start:end], pairs[start:end] = marginals(emit[0], trans, init)
                for _, s, e in article.student_chunks:
                    if start <= s and e <= end:
                        spans, *_ = corpus.gold_links(article, s, e)
                        shifted = [[(role, a + s - start, b + s - start) for role, a, b in spans]]
                        scores = corpus.link_scores(teacher.head, hidden, batch, shifted)
                        links[s, e] = [score[0].softmax(-1).numpy().astype(np.float16) for score in scores]
            out[article.id, bool(unmarked)] = unary, pairs, links
    return out


@torch.no_grad()
def quotes(teacher, articles):
    """Quotes per article id, as predict.predict has them of a student."""
    teacher.eval()
    trans, init = (scores.numpy() for scores in teacher.head.crf())
    out = {article.id: [] for article in articles}
    for article in articles:
        for window in article.chunks:
            batch = corpus.collate([window])
            hidden, emit = teacher(batch, [window])
            spans = [predict.spans_of(path) for path in predict.best_paths(emit.numpy(), trans, init, batch["lengths"])]
            scores = corpus.link_scores(teacher.head, hidden, batch, spans)
            out[article.id] += predict.assemble(window, spans[0], scores[0][0], scores[1][0])
    return {key: sorted(found, key=lambda quote: quote["content"][0]) for key, found in out.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="*", default=[ROOT.parent / "shared/data/polnear_train.jsonl"])
    parser.add_argument("--out", required=True)
    parser.add_argument("--work", default=ROOT / "target/training")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--only", type=int, help="this fold alone; -1 for a teacher of everything, labelling everything")
    parser.add_argument("--dev")
    parser.add_argument("--score")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch-tokens", type=int, default=3072)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--unmarked-share", type=float, default=0.4)
    args = parser.parse_args()
    torch.set_num_threads(1)
    quantise.Dense.forward = exact
    work = pathlib.Path(args.work)
    sizes, records = corpus.read(features.dump(args.corpora, work / "train.jsonl"))
    vocabulary, _ = corpus.vocabulary(records, 8)
    del records
    config = Config(**sizes, width=192, hidden=96, expanded=384, layers=("gru",), link=48, dropout=0.2)
    for fold in range(args.folds) if args.only is None else [args.only]:
        torch.manual_seed(args.seed + fold)
        random.seed(args.seed + fold)
        teacher = Teacher(config, sizes, work)
        versions = load(work / "train.jsonl", vocabulary, teacher)
        held = [v for i, v in enumerate(versions) if fold < 0 or i % args.folds == fold]
        fit(teacher, [v for i, v in enumerate(versions) if fold < 0 or i % args.folds != fold], args)
        if args.dev:
            spec = importlib.util.spec_from_file_location("score", args.score)
            scorer = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(scorer)
            dev = load(features.dump([args.dev], work / "dev.jsonl"), vocabulary, teacher)
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "predicted.jsonl")
                with open(path, "w", encoding="utf-8") as out:
                    for key, found in quotes(teacher, [marked for marked, _ in dev]).items():
                        out.write(json.dumps({"id": key, "quotes": found}) + "\n")
                for speech in (False, True):
                    result = scorer.score(args.dev, path, speech=speech)
                    for kind in ("all", "direct", "indirect"):
                        print(fold, speech, kind, {k: round(100 * result[kind][k][2], 1) for k in ("token", "exact", "iou50", "e2e")}, round(100 * result[kind]["attr"], 1), flush=True)
        torch.save(teacher.state_dict(), f"{args.out}.{fold}.pt")
        torch.save(soft_labels(teacher, held), f"{args.out}.{fold}")


if __name__ == "__main__":
    main()
