//! Owns the reading of ZIP archives (PKWARE's APPNOTE 6.3.10), in which Word documents and EPUB books come: which entries
//! there are, and the bytes of one of them, within limits.
//!
//! Nothing is ever written, so names are only looked up and a `../` in one leads nowhere. Archives within archives are
//! not followed. A reader of our own rather than a library, because it must do the same little work for any input: the
//! libraries look for a table of contents again and again in files made of nothing else, and draw in random numbers for
//! encryption. The decompression is a library's.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::{Format, LoadError};

/// Largest entry that is unpacked, in bytes: 64 MiB. The text of a thousand pages takes twenty.
pub(crate) const MAX_PART: usize = 64 << 20;

/// All that is read of one archive, unpacked: 128 MiB.
pub(crate) const MAX_UNPACKED: usize = 128 << 20;

/// All that is read of one archive, packed; entries may share their bytes, and would be read as often as named.
const MAX_PACKED: usize = 2 * crate::MAX_FILE_BYTES;

/// More than any book has.
const MAX_ENTRIES: usize = 100_000;

const LOCAL_HEADER: &[u8] = b"PK\x03\x04";
const DIRECTORY_HEADER: &[u8] = b"PK\x01\x02";
const END_OF_DIRECTORY: &[u8] = b"PK\x05\x06";
const END_OF_DIRECTORY_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";

/// Whether `bytes` begin as an archive does.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(LOCAL_HEADER) || bytes.starts_with(END_OF_DIRECTORY)
}

/// An archive whose table of contents has been read.
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    /// What it is taken for, for error messages.
    format: Format,
    entries: Vec<Entry<'a>>,
    /// By name; of several with one name, the first.
    by_name: BTreeMap<Cow<'a, str>, usize>,
    /// By name in lower case, for archives made where case does not count.
    by_lower_name: BTreeMap<String, usize>,
    unpacked_left: Cell<usize>,
    packed_left: Cell<usize>,
}

struct Entry<'a> {
    name: Cow<'a, str>,
    is_encrypted: bool,
    method: u16,
    crc: u32,
    packed: u64,
    /// Of its local header.
    offset: u64,
}

impl<'a> Archive<'a> {
    /// # Errors
    ///
    /// [`LoadError::Damaged`] if there is no table of contents or it makes no sense.
    pub(crate) fn open(bytes: &'a [u8], format: Format) -> Result<Self, LoadError> {
        let damaged = |problem: String| LoadError::Damaged { format, problem };
        let directory = Directory::find(bytes).ok_or_else(|| {
            damaged(format!(
                "its table of contents is missing: it ends after {} bytes, too early",
                bytes.len()
            ))
        })?;
        let mut archive = Self {
            bytes,
            format,
            entries: Vec::new(),
            by_name: BTreeMap::new(),
            by_lower_name: BTreeMap::new(),
            unpacked_left: Cell::new(MAX_UNPACKED),
            packed_left: Cell::new(MAX_PACKED),
        };
        let mut rest = &bytes[directory.start..directory.end];
        while rest.starts_with(DIRECTORY_HEADER) {
            if archive.entries.len() == MAX_ENTRIES {
                return Err(damaged(format!("it has more than {MAX_ENTRIES} entries")));
            }
            let Some((entry, length)) = Entry::read(rest, directory.shift) else {
                break;
            };
            archive.add(entry);
            rest = &rest[length..];
        }
        if archive.entries.is_empty() && directory.n_entries > 0 {
            return Err(damaged(format!(
                "its table of contents at byte {} makes no sense",
                directory.start
            )));
        }
        Ok(archive)
    }

    fn add(&mut self, entry: Entry<'a>) {
        let idx = self.entries.len();
        self.by_name.entry(entry.name.clone()).or_insert(idx);
        let lower = entry.name.to_ascii_lowercase();
        self.by_lower_name.entry(lower).or_insert(idx);
        self.entries.push(entry);
    }

    /// Names of the entries, as they stand in the table of contents.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_ref())
    }

    /// Whether there is an entry of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<&Entry<'a>> {
        let name = name.trim_start_matches('/');
        let exact = self.by_name.get(name);
        let idx = exact.or_else(|| self.by_lower_name.get(&name.to_ascii_lowercase()))?;
        self.entries.get(*idx)
    }

    /// The bytes of an entry, unpacked; `None` if there is none of this name.
    ///
    /// # Errors
    ///
    /// [`LoadError`]: encrypted, cut off, damaged or larger than the limits.
    pub(crate) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, LoadError> {
        let Some(entry) = self.find(name) else {
            return Ok(None);
        };
        let format = self.format;
        if entry.is_encrypted {
            return Err(LoadError::Protected { format });
        }
        let problem = |problem: &str| LoadError::Damaged {
            format,
            problem: format!("“{}” inside it {problem}", shorten(&entry.name)),
        };
        let packed = self
            .packed(entry)
            .ok_or_else(|| problem("is cut off or not where it should be"))?;
        let too_large = |limit: usize| LoadError::TooLargeInside { limit };
        let packed_left = self.packed_left.get().checked_sub(packed.len());
        self.packed_left
            .set(packed_left.ok_or(too_large(MAX_UNPACKED))?);
        let left = self.unpacked_left.get();
        let limit = left.min(MAX_PART);
        let bytes = match entry.method {
            0 if packed.len() > limit => Err(too_large(limit_of(left))),
            0 => Ok(packed.to_vec()),
            8 => decompress_to_vec_with_limit(packed, limit).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => too_large(limit_of(left)),
                _ => problem("cannot be unpacked"),
            }),
            method => Err(problem(&format!("is packed in an unknown way ({method})"))),
        }?;
        self.unpacked_left.set(left - bytes.len());
        if crc32(&bytes) != entry.crc {
            return Err(problem("is not what was packed (its checksum differs)"));
        }
        Ok(Some(bytes))
    }

    /// The packed bytes of an entry.
    fn packed(&self, entry: &Entry<'_>) -> Option<&'a [u8]> {
        let offset = usize::try_from(entry.offset).ok()?;
        let header = self.bytes.get(offset..)?;
        if !header.starts_with(LOCAL_HEADER) {
            return None;
        }
        let start = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        let length = usize::try_from(entry.packed).ok()?;
        header.get(start..)?.get(..length)
    }
}

/// Which of the limits was in the way.
const fn limit_of(left: usize) -> usize {
    if left < MAX_PART {
        MAX_UNPACKED
    } else {
        MAX_PART
    }
}

/// Where the table of contents stands.
struct Directory {
    start: usize,
    end: usize,
    n_entries: u64,
    /// Bytes before the archive, as in programs that unpack themselves: to be added to every offset.
    shift: u64,
}

impl Directory {
    /// The last one that makes sense, within what a comment may cover at the end of the file.
    fn find(bytes: &[u8]) -> Option<Self> {
        const RECORD: usize = 22;
        const LONGEST_COMMENT: usize = 0xffff;
        let last = bytes.len().checked_sub(RECORD)?;
        let first = last.saturating_sub(LONGEST_COMMENT);
        (first..=last)
            .rev()
            .filter(|at| bytes[*at..].starts_with(END_OF_DIRECTORY))
            .find_map(|at| Self::at(bytes, at))
    }

    fn at(bytes: &[u8], at: usize) -> Option<Self> {
        let record = &bytes[at..];
        let n_entries = u64::from(u16_at(record, 10)?);
        let size = u64::from(u32_at(record, 12)?);
        let offset = u64::from(u32_at(record, 16)?);
        let is_64 = n_entries == 0xffff || size == 0xffff_ffff || offset == 0xffff_ffff;
        if is_64 && let Some(found) = Self::at_64(bytes, at) {
            return Some(found);
        }
        Self::checked(bytes, at, n_entries, size, offset)
    }

    /// The record for large archives, by the locator before `at` (APPNOTE 4.3.14 and 4.3.15).
    fn at_64(bytes: &[u8], at: usize) -> Option<Self> {
        let locator = bytes.get(at.checked_sub(20)?..)?;
        if !locator.starts_with(LOCATOR_64) {
            return None;
        }
        let at = usize::try_from(u64_at(locator, 8)?).ok()?;
        let record = bytes.get(at..)?;
        if !record.starts_with(END_OF_DIRECTORY_64) {
            return None;
        }
        let (n_entries, size) = (u64_at(record, 32)?, u64_at(record, 40)?);
        Self::checked(bytes, at, n_entries, size, u64_at(record, 48)?)
    }

    /// The table of contents ends where the record at `at` begins.
    fn checked(bytes: &[u8], at: usize, n_entries: u64, size: u64, offset: u64) -> Option<Self> {
        let end = at as u64;
        // Its size says where it begins, whatever stands before the archive.
        let start = end.checked_sub(size)?;
        let shift = start.checked_sub(offset);
        let (start, shift) = match shift {
            Some(shift) => (start, shift),
            // The size is wrong; the offset may be right.
            None => (offset.min(end), 0),
        };
        let at_header = |at: u64| {
            let at = usize::try_from(at).ok()?;
            bytes.get(at..)?.starts_with(DIRECTORY_HEADER).then_some(at)
        };
        let start = match (at_header(start), n_entries) {
            (Some(start), _) => start,
            (None, 0) => at,
            (None, _) => return None,
        };
        Some(Self {
            start,
            end: at,
            n_entries,
            shift,
        })
    }
}

impl<'a> Entry<'a> {
    /// The entry whose header in the table of contents `bytes` begin with, and the length of that header.
    fn read(bytes: &'a [u8], shift: u64) -> Option<(Self, usize)> {
        const FIXED: usize = 46;
        let name_end = FIXED + usize::from(u16_at(bytes, 28)?);
        let extra_end = name_end + usize::from(u16_at(bytes, 30)?);
        let end = extra_end + usize::from(u16_at(bytes, 32)?);
        let name = String::from_utf8_lossy(bytes.get(FIXED..name_end)?);
        let extra = bytes.get(name_end..extra_end)?;
        let mut packed = u64::from(u32_at(bytes, 20)?);
        let unpacked = u32_at(bytes, 24)?;
        let mut offset = u64::from(u32_at(bytes, 42)?);
        // Fields that did not fit stand in an extra field, in this order (APPNOTE 4.5.3).
        if let Some(mut long) = extra_field(extra, 1) {
            let mut next = || {
                let value = u64_at(long, 0);
                long = long.get(8..).unwrap_or_default();
                value
            };
            if unpacked == u32::MAX {
                next();
            }
            if packed == u64::from(u32::MAX) {
                packed = next()?;
            }
            if offset == u64::from(u32::MAX) {
                offset = next()?;
            }
        }
        let entry = Self {
            // Some programs of old write the separators of their own system.
            name: if name.contains('\\') {
                name.replace('\\', "/").into()
            } else {
                name
            },
            is_encrypted: u16_at(bytes, 8)? & 1 != 0,
            method: u16_at(bytes, 10)?,
            crc: u32_at(bytes, 16)?,
            packed,
            offset: offset.checked_add(shift)?,
        };
        (end <= bytes.len()).then_some((entry, end))
    }
}

fn extra_field(mut extra: &[u8], wanted: u16) -> Option<&[u8]> {
    loop {
        let (id, length) = (u16_at(extra, 0)?, usize::from(u16_at(extra, 2)?));
        let end = (4 + length).min(extra.len());
        if id == wanted {
            return extra.get(4..end);
        }
        extra = &extra[end..];
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u64::from_le_bytes(*bytes))
}

/// A name for a message: the most telling end of a long one.
fn shorten(name: &str) -> Cow<'_, str> {
    const MOST: usize = 60;
    match name.char_indices().rev().nth(MOST) {
        Some((at, _)) => format!("…{}", &name[at..]).into(),
        None => name.into(),
    }
}

/// The checksum of ZIP (CRC-32 of ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            let mut value = byte as u32;
            let mut bit = 0;
            while bit < 8 {
                value = (value >> 1) ^ (0xedb8_8320 & (value & 1).wrapping_neg());
                bit += 1;
            }
            table[byte] = value;
            byte += 1;
        }
        table
    };
    !bytes.iter().fold(!0, |crc, byte| {
        (crc >> 8) ^ TABLE[usize::from(crc.to_le_bytes()[0] ^ byte)]
    })
}
