//! Writes archives entry by entry, so that tests can make sound ones, and ones that lie.

use miniz_oxide::deflate::compress_to_vec;

/// An entry, and what the archive says of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) crc: u32,
    pub(crate) packed: Vec<u8>,
    pub(crate) size: u32,
    /// Where its header is said to be, if it has none of its own.
    pub(crate) offset: Option<u32>,
    /// How many packed bytes it is said to have, if not those that it has.
    pub(crate) packed_size: Option<u32>,
}

impl Entry {
    pub(crate) fn deflated(name: &str, bytes: &[u8]) -> Self {
        Self {
            method: 8,
            packed: compress_to_vec(bytes, 6),
            ..Self::stored(name, bytes)
        }
    }

    pub(crate) fn stored(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.into(),
            crc: crc32(bytes),
            packed: bytes.to_vec(),
            size: bytes.len() as u32,
            ..Self::default()
        }
    }
}

/// The archive of `entries`, in order.
pub(crate) fn pack(entries: &[Entry]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let offset = entry.offset.unwrap_or(bytes.len() as u32);
        let mut common = Vec::new();
        for field in [20, entry.flags, entry.method, 0, 0] {
            common.extend(u16::to_le_bytes(field));
        }
        let packed_size = entry.packed_size.unwrap_or(entry.packed.len() as u32);
        for field in [entry.crc, packed_size, entry.size] {
            common.extend(u32::to_le_bytes(field));
        }
        common.extend(u16::to_le_bytes(entry.name.len() as u16));
        common.extend([0, 0]);
        if entry.offset.is_none() {
            bytes.extend(b"PK\x03\x04");
            bytes.extend(&common);
            bytes.extend(entry.name.as_bytes());
            bytes.extend(&entry.packed);
        }
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let (start, size) = (bytes.len() as u32, directory.len() as u32);
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

/// The archive of named contents, packed.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let entries = parts
        .iter()
        .map(|(name, text)| Entry::deflated(name, text.as_bytes()));
    pack(&entries.collect::<Vec<_>>())
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    let table: Vec<u32> = (0..256)
        .map(|byte| (0..8).fold(byte, |crc, _| step(crc)))
        .collect();
    !bytes.iter().fold(!0, |crc: u32, byte| {
        (crc >> 8) ^ table[usize::from(crc.to_le_bytes()[0] ^ byte)]
    })
}
