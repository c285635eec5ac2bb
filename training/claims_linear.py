"""Logistic regression on sparse rows of hashed features, with its weakest features dropped and its weights rounded."""

import numpy as np
import torch
import torch.nn.functional as F

LEVELS = 15  # Weights are integers from -LEVELS to LEVELS.


class Rows:
    """Sentences as sparse rows: how often each key occurs, divided by the root of how many features its group has."""

    def __init__(self, sentences, bits):
        self.n_columns = 1 << bits
        rows, columns, values = [], [], []
        for number, sentence in enumerate(sentences):
            for group in sentence["features"]:
                if group:
                    keys, counts = np.unique(np.array(group, "i8") & (self.n_columns - 1), return_counts=True)
                    rows.append(np.full(len(keys), number))
                    columns.append(keys)
                    values.append(counts / np.sqrt(len(group)))
        self.n_rows = len(sentences)
        self.rows, self.columns, self.values = (np.concatenate(part) for part in (rows, columns, values))

    def take(self, use):
        """Some of the rows, in the order given."""
        place = np.full(self.n_rows, -1)
        place[use] = np.arange(len(use))
        return self._where(place[self.rows] >= 0, place[self.rows], self.columns, len(use), self.n_columns)

    def keep(self, keys):
        """Only these columns, renumbered; `keys` ascend."""
        at = np.searchsorted(keys, self.columns).clip(max=len(keys) - 1)
        return self._where(keys[at] == self.columns, self.rows, at, self.n_rows, len(keys))

    def _where(self, chosen, rows, columns, n_rows, n_columns):
        new = object.__new__(Rows)
        new.n_rows, new.n_columns = n_rows, n_columns
        new.rows, new.columns, new.values = rows[chosen], columns[chosen], self.values[chosen]
        return new

    def tensors(self):
        """The matrix and its transpose."""
        places = torch.tensor(np.stack([self.rows, self.columns]))
        matrix = torch.sparse_coo_tensor(places, torch.tensor(self.values, dtype=torch.float32), (self.n_rows, self.n_columns)).coalesce()
        return matrix.to_sparse_csr(), matrix.t().coalesce().to_sparse_csr()


class Product(torch.autograd.Function):
    """Matrix times vector, with the transpose at hand for the way back."""

    @staticmethod
    def forward(context, matrix, transposed, vector):
        context.transposed = transposed
        return (matrix @ vector[:, None])[:, 0]

    @staticmethod
    def backward(context, gradient):
        return None, None, (context.transposed @ gradient[:, None])[:, 0]


class Linear:
    """`bias + step · Σ weights`, for the keys that are left."""

    def __init__(self, keys, weights, bias, step):
        self.keys, self.weights, self.bias, self.step = keys, weights, bias, step

    def margins(self, rows):
        kept = rows.keep(self.keys)
        return self.bias + self.step * np.bincount(kept.rows, self.weights[kept.columns] * kept.values, rows.n_rows)


def solve(rows, target, weight, penalty, steps):
    matrix, transposed = rows.tensors()
    vector, bias = torch.zeros(rows.n_columns, requires_grad=True), torch.zeros(1, requires_grad=True)
    target, weight = (torch.tensor(part, dtype=torch.float32) for part in (target, weight))
    optimiser = torch.optim.LBFGS([vector, bias], max_iter=steps, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        margins = Product.apply(matrix, transposed, vector) + bias
        loss = F.binary_cross_entropy_with_logits(margins, target, weight, reduction="sum") + 0.5 * penalty * vector.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return vector.detach().numpy(), bias.item()


def fit(rows, target, weight, penalty, n_keys):
    """Fits, drops what matters least, and fits again, in steps; then rounds."""
    keys, counts = np.unique(rows.columns, return_counts=True)
    keys = keys[counts >= 8]
    for size in (20_000, 10_000, n_keys, None):
        kept = rows.keep(keys)
        vector, bias = solve(kept, target, weight, penalty, 50)
        if size is not None and size < len(keys):
            # How much of the margins' spread a key accounts for.
            matters = np.abs(vector) * np.sqrt(np.bincount(kept.columns, kept.values**2, len(keys)))
            keys = keys[np.sort(np.argsort(-matters, kind="stable")[:size])]
    step = np.quantile(np.abs(vector), 0.99) / 7
    weights = np.clip(np.round(vector / step), -LEVELS, LEVELS)
    return Linear(keys[weights != 0], weights[weights != 0], bias, step)


def average_precision(scores, right):
    """Step-wise: the mean, over all right sentences, of the precision at each, the highest score first."""
    order = np.argsort(-scores, kind="stable")
    hits = right[order]
    return (np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits == 1].mean()


def best_threshold(scores, right):
    """The threshold of the best F1, and that F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + right.sum())
    best = f1.argmax()
    return scores[order[best]], f1[best]


def calibrate(scores, right):
    """Platt's scaling: slope and shift that turn held-out margins into log-odds."""
    x, y = torch.tensor(scores), torch.tensor(right)
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([line], max_iter=100, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = F.binary_cross_entropy_with_logits(line[0] * x + line[1], y)
        loss.backward()
        return loss

    optimiser.step(closure)
    return line.tolist()
