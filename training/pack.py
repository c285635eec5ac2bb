"""Writes a model in the packed form that `crates/model/src/format.rs` reads and describes. The same model gives the same bytes."""

import struct

import numpy as np
import torch

import quantise
from network import ConvBlock

MAGIC, VERSION = b"HEARSAYM", 1
FLOATS, SCALED_ROWS, SCALED_COLUMNS, SCALED_COLUMNS_OF_NIBBLES = range(4)


def checksum(data):
    """FNV-1a, 64 bits."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def text(string):
    encoded = string.encode()
    return struct.pack("<H", len(encoded)) + encoded


def front_coded(words):
    """Per word: bytes shared with the word before, bytes that follow, and those. Words are sorted by their bytes."""
    out, before = bytearray(), b""
    for word in words:
        word = word.encode()
        limit = min(len(before), len(word), 255)
        shared = next((i for i in range(limit) if before[i] != word[i]), limit)
        out += bytes([shared, len(word) - shared]) + word[shared:]
        before = word
    return bytes(out)


def tensor(kind, rows, columns, *parts):
    return struct.pack("<BII", kind, rows, columns) + b"".join(parts)


def floats(values):
    values = values.detach().reshape(-1, values.shape[-1])
    return tensor(FLOATS, *values.shape, as_floats(values))


def as_floats(values):
    return values.detach().numpy().astype("<f4").tobytes()


def as_bytes(integers):
    return integers.detach().numpy().astype(np.int8).tobytes()


def dense(layer):
    integers, scales = quantise.round_matrix(layer.weight)
    return tensor(SCALED_ROWS, *integers.shape, as_floats(scales), as_bytes(integers)) + floats(layer.bias)


def table(layer):
    integers, scales = quantise.round_table(layer.weight, layer.bits)
    if layer.bits == 8:
        return tensor(SCALED_COLUMNS, *integers.shape, as_floats(scales), as_bytes(integers))
    nibbles = (integers.detach().numpy().astype(np.int16) + 8).astype(np.uint8).ravel()
    nibbles = np.append(nibbles, np.zeros(len(nibbles) % 2, np.uint8)).reshape(-1, 2)
    return tensor(SCALED_COLUMNS_OF_NIBBLES, *integers.shape, as_floats(scales), (nibbles[:, 0] | nibbles[:, 1] << 4).tobytes())


def norm(layer):
    return floats(layer.weight) + floats(layer.bias)


def block(layer):
    if isinstance(layer, ConvBlock):
        return floats(layer.kernel) + floats(layer.bias) + norm(layer.norm) + dense(layer.up) + dense(layer.down)
    return norm(layer.norm) + dense(layer.gates) + dense(layer.out)


def link_head(head):
    amounts = (head.distance, head.breaks, head.sentences, head.between)
    return dense(head.child) + dense(head.parent) + dense(head.none) + b"".join(map(floats, amounts))


@torch.no_grad()
def pack(model, vocabulary, name, version, training_data):
    """`vocabulary`: rows from 1 on, in the order of the words' bytes."""
    config = model.config
    words = front_coded(vocabulary)
    kinds = bytes(0 if isinstance(layer, ConvBlock) else 1 for layer in model.layers)
    payload = b"".join(
        [
            text(name),
            text(version),
            text(training_data),
            struct.pack("<5H", config.width, config.hidden, config.expanded, config.taps, config.link),
            struct.pack("<B", len(kinds)) + kinds,
            struct.pack("<II", len(vocabulary), len(words)) + words,
            *map(table, model.tables.values()),
            dense(model.input),
            *map(block, model.layers),
            norm(model.norm),
            dense(model.emit),
            floats(model.transitions),
            floats(model.initial),
            link_head(model.to_cue),
            link_head(model.to_source),
        ]
    )
    return MAGIC + struct.pack("<IIQ", VERSION, len(payload), checksum(payload)) + payload
