"""Writes what the tests of `crates/model` expect: the int8 simulation's output on a few sentences of ours."""

import json

import torch

import corpus
from network import ROLES
from predict import best_paths


@torch.no_grad()
def write(model, records, vocabulary, path):
    """`model` is rounded, and the simulation is on."""
    model.eval()
    trans, init = (scores.numpy() for scores in model.crf())
    chunks = []
    for record in records:
        article = corpus.Article(record, vocabulary)
        for chunk in article.chunks:
            _, start, end = chunk
            batch = corpus.collate([chunk])
            hidden, emit = model(batch)
            labels = best_paths(emit.numpy(), trans, init, batch["lengths"])[0]
            spans = corpus.spans_of(labels)
            cues, sources = corpus.link_scores(model, hidden, batch, [spans])
            n = [len(of_role) for of_role in corpus.by_role(spans)]
            content, source, cue = (n[ROLES.index(role)] for role in ("content", "source", "cue"))
            chunks.append(
                {
                    "id": record["id"] + (" without marks" if record["unmarked"] else ""),
                    "words": record["words"][start:end],
                    "features": article.features[start:end].tolist(),
                    "emissions": rounded(emit[0]),
                    "labels": labels,
                    "cue_scores": rounded(cues[0, :content, : 1 + cue]),
                    "source_scores": rounded(sources[0, :cue, : 1 + source]),
                }
            )
    with open(path, "w", encoding="utf-8") as out:
        out.write("[\n" + ",\n".join(json.dumps(chunk, ensure_ascii=False, separators=(",", ":")) for chunk in chunks) + "\n]\n")


def rounded(tensor):
    return [float(f"{value:.4f}") for value in tensor.flatten().tolist()]
