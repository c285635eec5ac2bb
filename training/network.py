"""The network: an encoder over token features, label emissions with a CRF's transitions, two linking heads.

`crates/model` computes the same in integers; names of parts are the same there. Shapes in comments: B chunks in a batch, T tokens
in the longest, D width, L labels, N children, M parents.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

import quantise

ROLES = ("content", "source", "cue")
CONTENT, SOURCE, CUE = range(3)
# Outside, then begin and inside of each role: begin is odd, its inside follows it.
N_LABELS = 1 + 2 * len(ROLES)
FORBIDDEN = -1e4

# Gap in tokens from which each distance bucket begins; `bucket` in crates/model/src/link.rs has the same.
BUCKETS = torch.tensor([0, 1, 2, 3, 4, 5, 8, 10, 15, 20, 29, 40])


@dataclass(frozen=True)
class Config:
    """Sizes of a network; all but the dropout end up in the packed file."""

    prefix_rows: int = 1000
    suffix_rows: int = 1000
    shape_rows: int = 96
    width: int = 96
    word_size: int = 32
    affix_size: int = 12
    small_size: int = 8
    taps: int = 5
    expanded: int = 192
    hidden: int = 96
    link: int = 32
    layers: tuple = ("conv", "gru", "conv", "gru")
    dropout: float = 0.25
    # Bits of the word table, the largest tensor by far.
    word_bits: int = 4


class LinearScan(torch.autograd.Function):
    """h[t] = a[t] h[t-1] + b[t] over the first dimension.

    Written out because autograd would record T small steps; the gradient is the same recurrence run backwards.
    """

    @staticmethod
    def forward(ctx, a, b):
        h, state = torch.empty_like(b), torch.zeros_like(b[0])
        for t in range(len(b)):
            state = torch.addcmul(b[t], a[t], state, out=h[t])
        ctx.save_for_backward(a, h)
        return h

    @staticmethod
    def backward(ctx, grad):
        a, h = ctx.saved_tensors
        grad_a, grad_b = torch.zeros_like(grad), grad.clone()
        for t in range(len(grad) - 2, -1, -1):
            grad_b[t].addcmul_(a[t + 1], grad_b[t + 1])
        grad_a[1:] = grad_b[1:] * h[:-1]
        return grad_a, grad_b


class ConvBlock(nn.Module):
    """Residual block: depthwise convolution over neighbours, layer norm, then a two-layer perceptron per token."""

    def __init__(self, config):
        super().__init__()
        self.kernel = nn.Parameter(torch.randn(config.taps, config.width) / config.taps**0.5)
        self.bias = nn.Parameter(torch.zeros(config.width))
        self.norm = nn.LayerNorm(config.width)
        self.dropout = nn.Dropout(config.dropout)
        self.up = quantise.Dense(config.width, config.expanded)
        self.down = quantise.Dense(config.expanded, config.width)

    def forward(self, x, mask):
        taps, y = len(self.kernel), self.bias
        padded = F.pad(x * mask, (0, 0, taps // 2, taps // 2))
        # Shifted multiply-adds: on a CPU faster than a grouped convolution.
        for tap in range(taps):
            y = y + padded[:, tap : tap + x.shape[1]] * self.kernel[tap]
        return x + self.dropout(self.down(F.relu(self.up(self.norm(y)))))


class MinGruBlock(nn.Module):
    """Residual bidirectional minimal GRU: gate z and candidate c depend on the input only, h[t] = (1-z) h[t-1] + z c.

    Without a recurrent matrix it costs little, and still carries "inside a quote" as far as needed.
    """

    def __init__(self, config):
        super().__init__()
        self.norm = nn.LayerNorm(config.width)
        self.dropout = nn.Dropout(config.dropout)
        # Gates, then candidates; of each the forward half, then the backward half.
        self.gates = quantise.Dense(config.width, 4 * config.hidden)
        self.out = quantise.Dense(2 * config.hidden, config.width)

    def forward(self, x, mask):
        z, c = self.gates(self.norm(x)).transpose(0, 1).chunk(2, -1)
        # Padding keeps the state as it was.
        z = torch.sigmoid(z) * mask.transpose(0, 1)
        h = turn(LinearScan.apply(turn(1 - z), turn(z * c)))
        return x + self.dropout(self.out(h.transpose(0, 1)))


def turn(x):
    """Turns the backward half of [T,B,2H] around in time; twice is no change."""
    forward, backward = x.chunk(2, -1)
    return torch.cat([forward, backward.flip(0)], -1)


class LinkHead(nn.Module):
    """Scores parents for child spans: a bilinear match of the span ends, plus learned amounts for distance, breaks,
    sentence starts and spans that begin between the two."""

    def __init__(self, config):
        super().__init__()
        self.child = quantise.Dense(2 * config.width, config.link)
        self.parent = quantise.Dense(2 * config.width, config.link)
        self.none = quantise.Dense(config.link, 1)
        # Parents after the child, then parents before it.
        self.distance = nn.Parameter(torch.zeros(2, len(BUCKETS)))
        self.breaks = nn.Parameter(torch.tensor([0.0, -2.0, -4.0]))
        self.sentences = nn.Parameter(torch.zeros(4))
        self.between = nn.Parameter(torch.zeros(len(ROLES), 4))

    def forward(self, x, batch, child, parent, starts):
        """child, parent: (first, last) of [B,N], [B,M]; starts: span starts per role; -1 pads. Returns [B,N,1+M], column 0
        meaning "no parent"."""
        c, p = torch.tanh(self.child(ends(x, child))), torch.tanh(self.parent(ends(x, parent)))
        (c0, c1), (p0, p1) = (i[..., None] for i in child), (i[:, None] for i in parent)
        follows, precedes = p0 > c1, c0 > p1
        low = torch.where(follows, c1, p1).clamp(min=0)
        high = torch.where(follows, p0, c0).clamp(min=0)
        gap = torch.where(follows, p0 - c1 - 1, torch.where(precedes, c0 - p1, 0))
        bucket = torch.bucketize(gap, BUCKETS, right=True) - 1
        score = c @ p.transpose(1, 2) + self.distance.flatten()[bucket + len(BUCKETS) * precedes]
        score = score + self.breaks[passed(batch["paragraph"], low, high).clamp(0, 2)]
        score = score + self.sentences[passed(batch["sentence"], low, high).clamp(0, 3)]
        for role, first in enumerate(starts):
            begun = torch.zeros_like(batch["labels"]).scatter_add_(1, first.clamp(min=0), (first >= 0).long()).cumsum(1)
            between = passed(begun, low, (high - 1).clamp(min=0)).clamp(0, 3) * (high > low)
            score = score + self.between[role][between]
        return torch.cat([self.none(c), score.masked_fill(p0 < 0, -1e9)], -1)


def ends(x, span):
    """First and last hidden state of each span, side by side."""
    rows = [i.clamp(min=0)[..., None].expand(-1, -1, x.shape[-1]) for i in span]
    return torch.cat([x.gather(1, i) for i in rows], -1)


def passed(count, low, high):
    """How far a running count gets from `low` to `high`."""
    at = lambda i: count.gather(1, i.flatten(1)).view_as(i)
    return (at(high) - at(low)).abs()


class Tagger(nn.Module):
    def __init__(self, config, n_words):
        super().__init__()
        self.config = config
        # In the order of the feature columns. Row 0 of words: every word outside the vocabulary.
        self.tables = nn.ModuleDict(
            {
                "word": quantise.Table(n_words + 1, config.word_size, config.word_bits),
                "prefix": quantise.Table(config.prefix_rows, config.affix_size),
                "suffix": quantise.Table(config.suffix_rows, config.affix_size),
                "shape": quantise.Table(config.shape_rows, config.small_size),
                "state": quantise.Table(5, config.small_size),
                "position": quantise.Table(8, config.small_size),
            }
        )
        blocks = {"conv": ConvBlock, "gru": MinGruBlock}
        self.input = quantise.Dense(sum(table.weight.shape[1] for table in self.tables.values()), config.width)
        self.layers = nn.ModuleList([blocks[kind](config) for kind in config.layers])
        self.norm = nn.LayerNorm(config.width)
        self.dropout = nn.Dropout(config.dropout)
        self.emit = quantise.Dense(config.width, N_LABELS)
        self.transitions = nn.Parameter(torch.zeros(N_LABELS, N_LABELS))
        self.initial = nn.Parameter(torch.zeros(N_LABELS))
        self.to_cue, self.to_source = LinkHead(config), LinkHead(config)
        # Inside a role may follow only begin or inside of the same role.
        orphan = lambda i, j: j > 0 and j % 2 == 0 and i not in (j - 1, j)
        moves = [[orphan(i, j) * FORBIDDEN for j in range(N_LABELS)] for i in range(N_LABELS)]
        self.register_buffer("forbidden", torch.tensor(moves), persistent=False)

    def crf(self):
        """Transition scores [L,L] (from, to) and initial scores [L]; impossible moves are priced out."""
        return self.transitions + self.forbidden, self.initial + self.forbidden[0]

    def forward(self, batch, word_drop=0.0, vector_drop=0.0):
        """Returns hidden states [B,T,D] and emissions [B,T,L]."""
        features = batch["features"]
        parts = [table(features[..., i]) for i, table in enumerate(self.tables.values())]
        if word_drop:
            # Hide whole words, so that affixes and context must do; unknown words more often, for their row says little.
            rate = torch.where(features[..., 0] > 0, word_drop, 0.3)
            parts[0] = F.dropout(parts[0] * (torch.rand(rate.shape) >= rate)[..., None], vector_drop)
        x, mask = self.input(torch.cat(parts, -1)), batch["mask"][..., None].float()
        for layer in self.layers:
            x = layer(x, mask)
        x = self.norm(x)
        return x, self.emit(self.dropout(x))
