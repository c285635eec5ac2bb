"""Writes the packed claim model; the layout is described in crates/claims/src/model.rs."""

import struct

VERSION = 1


def checksum(payload):
    """FNV-1a, 64 bits."""
    hash = 0xCBF29CE484222325
    for byte in payload:
        hash = (hash ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return hash


def pack(model, threshold, bits):
    distances, last = bytearray(), 0
    for key in model.keys.tolist():
        distance, last = key - last, key
        distances += b"\xff" * (distance // 255) + bytes([distance % 255])
    payload = struct.pack("<fffBI", model.bias, model.step, threshold, bits, len(model.keys))
    payload += bytes(distances) + struct.pack(f"<{len(model.weights)}b", *model.weights.astype(int).tolist())
    return b"HEARSAYC" + struct.pack("<IIQ", VERSION, len(payload), checksum(payload)) + payload
