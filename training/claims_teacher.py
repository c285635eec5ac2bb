"""The teachers of the check-worthiness model: MiniLM fine-tuned on halves of the debates.

Each of two teachers reads one half of the debates and labels what it has not read: the other half, and, together with its twin, sentences
of news. So no teacher hands on what it learned by heart.
"""

import json
import pathlib
import random
import time

import torch
import torch.nn.functional as F

from minilm import Encoder

LABELS = ("factual-checkworthy", "factual-unimportant", "not-factual")
MAX_PIECES, BATCH, FROZEN = 72, 32, 2


def read_sentences(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def halves(sentences):
    """For each sentence the half that its debate belongs to: debates in turn, by date."""
    debates = sorted({sentence["debate"] for sentence in sentences})
    return [debates.index(sentence["debate"]) % 2 for sentence in sentences]


class Teacher:
    def __init__(self, work, seed):
        torch.manual_seed(seed)
        self.encoder = Encoder(work)
        # Plain tensors; what is trained asks for gradients.
        self.weights = self.encoder.weights
        trained = [f"encoder.layer.{layer}." for layer in range(FROZEN, self.encoder.n_layers)]
        self.parameters = [self.weights[name].requires_grad_() for name in sorted(self.weights) if name.startswith(tuple(trained))]
        self.head = torch.nn.Linear(384, len(LABELS))
        torch.nn.init.normal_(self.head.weight, std=0.02)
        torch.nn.init.zeros_(self.head.bias)

    def cut(self, text):
        pieces = self.encoder.pieces
        rows = [row for word in text.lower().split() for row in self.encoder.word_pieces(word)]
        return [pieces["[CLS]"], *rows[: MAX_PIECES - 2], pieces["[SEP]"]]

    def logits(self, cut, dropout=0.0):
        width = max(map(len, cut))
        rows = torch.tensor([line + [0] * (width - len(line)) for line in cut])
        mask = torch.arange(width)[None] < torch.tensor([len(line) for line in cut])[:, None]
        states = Encoder.hidden.__wrapped__(self.encoder, rows, mask, self.encoder.n_layers)
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.head(F.dropout(mean, dropout, dropout > 0))

    def train(self, sentences, epochs, rate, seed, report=None):
        order = random.Random(seed)
        cut = [self.cut(sentence["text"]) for sentence in sentences]
        gold = [LABELS.index(sentence["label"]) for sentence in sentences]
        groups = [{"params": self.parameters, "lr": rate}, {"params": self.head.parameters(), "lr": 10 * rate}]
        optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        n_steps = epochs * -(-len(cut) // BATCH)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimiser, lambda step: min((step + 1) / (0.1 * n_steps), (n_steps - step) / (0.9 * n_steps))
        )
        started = time.monotonic()
        for epoch in range(epochs):
            # Batches of like length, in random order.
            keyed = sorted(range(len(cut)), key=lambda i: (len(cut[i]) // 4, order.random()))
            batches = [keyed[i : i + BATCH] for i in range(0, len(keyed), BATCH)]
            order.shuffle(batches)
            total = 0.0
            for batch in batches:
                loss = F.cross_entropy(self.logits([cut[i] for i in batch], 0.1), torch.tensor([gold[i] for i in batch]))
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
                optimiser.step()
                schedule.step()
                total += loss.item()
            print(f"teacher: epoch {epoch + 1} of {epochs}, loss {total / len(batches):.3f}, {time.monotonic() - started:.0f} s", flush=True)
            if report:
                report(self)

    @torch.no_grad()
    def predict(self, texts):
        """Logits of the three labels, one row a text."""
        cut = [self.cut(text) for text in texts]
        out = torch.zeros(len(cut), len(LABELS))
        order = sorted(range(len(cut)), key=lambda i: len(cut[i]))
        for begin in range(0, len(order), 64):
            batch = order[begin : begin + 64]
            out[batch] = self.logits([cut[i] for i in batch])
        return out
