"""Few bits per weight: how weights and activations are rounded, in the simulation and in the packed file.

Matrices have one scale per output row, tables one per column, so that a table of thousands of rows needs few scales. Activations
are rounded to 255 levels of their own row's range, as `crates/model/src/tensor.rs` does.
"""

import torch
import torch.nn.functional as F
from torch import nn

TINY = 1e-8
# Levels on either side of zero, of matrices and of small tables. The kernel takes any int8; values this small compress to less than
# four bits each.
LEVELS = 7
# While set, activations are rounded too. Only ever set on a copy whose weights are already rounded.
simulate = False


class Dense(nn.Linear):
    """A linear layer, trained on its rounded weights, whose gradient passes straight through. In the simulation its input is rounded to
    int8 too."""

    def forward(self, x):
        if self.training:
            with torch.no_grad():
                integers, scales = round_matrix(self.weight)
                change = integers * scales - self.weight
            return F.linear(x, self.weight + change, self.bias)
        if simulate:
            top = x.abs().amax(-1, keepdim=True).clamp(min=TINY)
            x = (x * (127 / top)).round() * (top / 127)
        return F.linear(x, self.weight, self.bias)


class Table(nn.Embedding):
    """A table of small vectors. With four bits it is trained on the rounded values, whose gradient passes straight through."""

    def __init__(self, rows, columns, bits=8):
        super().__init__(rows, columns)
        self.bits = bits
        nn.init.normal_(self.weight, std=0.5)

    def forward(self, rows):
        if self.bits == 8 or not self.training:
            return F.embedding(rows, self.weight)
        with torch.no_grad():
            integers, scales = round_table(self.weight, self.bits)
            change = integers * scales - self.weight
        return F.embedding(rows, self.weight + change)


def round_matrix(weight):
    """Integer values and a scale per row [rows,1]."""
    scales = weight.abs().amax(1, keepdim=True).clamp(min=TINY) / LEVELS
    return (weight / scales).round().clamp(-LEVELS, LEVELS), scales


def round_table(weight, bits):
    """Integer values and a scale per column [1,columns]. Of eight bits only LEVELS are used. Four bits have levels -8 to 7, and a range
    cut at 2.6 standard deviations: with so few levels, closeness in the middle is worth more than the few values beyond."""
    if bits == 8:
        scales = weight.abs().amax(0, keepdim=True).clamp(min=TINY) / LEVELS
        return (weight / scales).round().clamp(-LEVELS, LEVELS), scales
    scales = (2.6 / 7.5) * weight.pow(2).mean(0, keepdim=True).sqrt().clamp(min=TINY)
    return (weight / scales).round().clamp(-8, 7), scales


@torch.no_grad()
def rounded(model):
    """Rounds every weight of `model` in place to what the packed file will hold."""
    for module in model.modules():
        if isinstance(module, Table):
            integers, scales = round_table(module.weight, module.bits)
            module.weight.copy_(integers * scales)
        elif isinstance(module, Dense):
            integers, scales = round_matrix(module.weight)
            module.weight.copy_(integers * scales)
    return model
