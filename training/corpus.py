"""Features of a corpus, as `crates/quotes/examples/dump_features.rs` wrote them, and the gold labels and links on them.

Tokens, features and chunks come from the product's own code; only the vocabulary and the gold are made here.
"""

import bisect
import collections
import json
import random

import numpy as np
import torch
from torch import nn

from network import CONTENT, CUE, ROLES, SOURCE

STATE_BREAK = 4
FIRST_OF_SENTENCE = 4
# A gold link that cannot be expressed teaches nothing.
IGNORE = -100


def read(path):
    """Sizes of the hashed tables, and one record per line."""
    with open(path, encoding="utf-8") as lines:
        sizes, *records = (json.loads(line) for line in lines)
    return sizes, records


def vocabulary(records, min_count):
    """Words seen at least `min_count` times in articles as written, sorted by their bytes, each with its row from 1 on; and all counts."""
    counts = collections.Counter(word for r in records if not r["unmarked"] for word in r["words"])
    words = sorted((word for word, n in counts.items() if n >= min_count), key=lambda word: word.encode())
    return {word: row for row, word in enumerate(words, 1)}, counts


class Article:
    """One tokenised text. features [n,6]: rows of word, prefix, suffix, shape, mark state, sentence position."""

    def __init__(self, record, vocabulary):
        self.id, self.starts, self.ends = record["id"], record["starts"], record["ends"]
        self.n = len(self.starts)
        words = np.array([vocabulary.get(word, 0) for word in record["words"]], np.int64).reshape(-1, 1)
        self.features = np.hstack([words, np.array(record["rows"], np.int64).reshape(-1, 5)])
        self.is_break = self.features[:, 4] == STATE_BREAK
        self.chunks = [(self, start, end) for start, end in record["chunks"]]
        self.gold_cache = {}
        self.label(record["quotes"] or [])

    def label(self, quotes):
        """Sets a label per token, and which (quote, piece, role) owns it. Where spans overlap the later role wins."""
        self.labels, self.owner = np.zeros(self.n, np.int64), [None] * self.n
        for role, name in enumerate(ROLES):
            for q, quote in enumerate(quotes):
                for piece, (start, end) in enumerate(quote[name]):
                    for token in self.tokens_of(start, end):
                        self.labels[token], self.owner[token] = 2 * role + 2, (q, piece, role)
        for token in range(self.n):
            if self.labels[token] and (token == 0 or self.owner[token - 1] != self.owner[token]):
                self.labels[token] -= 1
        # A source shared by several quotes keeps one owner only, so links to sources go by position.
        self.source_token = {
            q: bisect.bisect_left(self.starts, quote["source"][0][0]) for q, quote in enumerate(quotes) if quote["source"]
        }

    def tokens_of(self, start, end):
        """Tokens that begin in a span of code points; and the one it begins in, unless it holds but a letter of that."""
        first = bisect.bisect_left(self.starts, start)
        if first and self.starts[first - 1] < start <= self.ends[first - 1] - 2 and not self.is_break[first - 1]:
            first -= 1
        return [token for token in range(first, bisect.bisect_left(self.starts, end)) if not self.is_break[token]]


def spans_of(labels):
    """[(role, first, last)], last inclusive; an inside label that continues nothing is skipped."""
    spans = []
    for token, label in enumerate(map(int, labels)):
        role = (label - 1) // 2
        if label % 2:
            spans.append((role, token, token))
        elif label and spans and spans[-1][0] == role and spans[-1][2] == token - 1:
            spans[-1] = (role, spans[-1][1], token)
    return spans


def by_role(spans):
    return [[span for span in spans if span[0] == role] for role in range(len(ROLES))]


def gold_links(article, start, end):
    """Spans of a chunk, the cue of each content and the source of each cue, numbered from 1; 0 is none."""
    if (start, end) not in article.gold_cache:
        spans = spans_of(article.labels[start:end])
        contents, sources, cues = by_role(spans)
        quote = lambda span: article.owner[start + span[1]][0]
        cue_of, source_of = [], []
        for content in contents:
            own = [i for i, cue in enumerate(cues) if quote(cue) == quote(content)]
            cue_of.append(1 + min(own, key=lambda i: abs(cues[i][1] - content[1])) if own else 0)
        for cue in cues:
            at = article.source_token.get(quote(cue), -1) - start
            hits = [1 + i for i, source in enumerate(sources) if source[1] <= at <= source[2]]
            source_of.append(hits[-1] if hits else IGNORE if 0 <= at < end - start else 0)
        article.gold_cache[start, end] = spans, cue_of, source_of
    return article.gold_cache[start, end]


def collate(chunks):
    """A batch of chunks as padded tensors, with running numbers of paragraphs and sentences."""
    stack = lambda rows: nn.utils.rnn.pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True)
    lengths = torch.tensor([end - start for _, start, end in chunks])
    return {
        "features": stack([a.features[s:e] for a, s, e in chunks]),
        "labels": stack([a.labels[s:e] for a, s, e in chunks]),
        "paragraph": stack([np.cumsum(a.is_break[s:e]) for a, s, e in chunks]),
        "sentence": stack([np.cumsum(a.features[s:e, 5] >= FIRST_OF_SENTENCE) for a, s, e in chunks]),
        "lengths": lengths,
        "mask": torch.arange(int(lengths.max()))[None] < lengths[:, None],
    }


def batches(versions, unmarked_share, batch_tokens):
    """One epoch: of each article either the version as written or the one without marks, in batches of similar lengths."""
    chunks = [c for marked, unmarked in versions for c in (unmarked if random.random() < unmarked_share else marked).chunks]
    random.shuffle(chunks)
    chunks.sort(key=lambda chunk: (chunk[2] - chunk[1]) // 8)
    out, longest = [[]], 0
    for chunk in chunks:
        longest = max(longest, chunk[2] - chunk[1])
        if out[-1] and longest * (len(out[-1]) + 1) > batch_tokens:
            out.append([])
            longest = chunk[2] - chunk[1]
        out[-1].append(chunk)
    random.shuffle(out)
    return out


def pad(rows, fill=-1):
    width = max([len(row) for row in rows] + [1])
    return torch.tensor([list(row) + [fill] * (width - len(row)) for row in rows])


def link_scores(model, hidden, batch, span_lists):
    """Content-to-cue [B,contents,1+cues] and cue-to-source [B,cues,1+sources] scores."""
    firsts, lasts = (
        [pad([[span[k] for span in spans if span[0] == role] for spans in span_lists]) for role in range(len(ROLES))]
        for k in (1, 2)
    )
    spans = list(zip(firsts, lasts))
    return (
        model.to_cue(hidden, batch, spans[CONTENT], spans[CUE], firsts),
        model.to_source(hidden, batch, spans[CUE], spans[SOURCE], firsts),
    )
