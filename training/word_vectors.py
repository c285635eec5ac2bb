"""Word rows that know something of words before training begins."""

import numpy as np
import torch

import minilm


@torch.no_grad()
def start_from_minilm(table, vocabulary, counts, n_layers, work):
    """Fills the rows of `table` with MiniLM's vectors of the words, reduced by a PCA in which frequent words weigh more, and scaled
    to a root mean square of 0.5."""
    words = list(vocabulary)
    vectors = minilm.Encoder(work).word_vectors(words, n_layers).double().numpy()
    weights = np.sqrt([counts[word] for word in words])[:, None]
    vectors -= (vectors * weights).sum(0) / weights.sum()
    axes = np.linalg.eigh((vectors * weights).T @ vectors)[1][:, ::-1][:, : table.shape[1]]
    # The sign of an axis is arbitrary; fixed, the same words give the same rows everywhere.
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), range(axes.shape[1])])
    reduced = vectors @ axes
    rows = torch.tensor([vocabulary[word] for word in words])
    table[rows] = torch.from_numpy(reduced * 0.5 / np.sqrt((reduced**2).mean())).float()
