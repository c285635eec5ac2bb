//! Owns unpacking within bounds: how much the streams of a file may unpack to, and what is asked for of them.
//!
//! The PDF crate unpacks whatever it meets. So every packed stream that it might meet is first measured here, without
//! being kept, and the content of pages is unpacked here rather than there.

use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, Object, Stream};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

use crate::{Format, LoadError};

/// Most that one stream may unpack to, in bytes.
pub(crate) const MOST_IN_STREAM: usize = 128 << 20;

/// Most that all streams but pictures may unpack to, in bytes; also bounds the time that measuring takes.
const MOST_IN_ALL: usize = 512 << 20;

/// Bytes that a byte can become: of Deflate, of LZW with codes of 12 bits, of run lengths.
const MOST_FROM_DEFLATE: usize = 1_032;
const MOST_FROM_LZW: usize = 2_731;
const MOST_FROM_RUN_LENGTH: usize = 64;

/// Refuses a file with a stream that unpacks to more than is good, before anything else looks at it.
pub(crate) fn check(file: &[u8]) -> Result<(), LoadError> {
    if nests_endlessly(file) {
        return Err(LoadError::Damaged {
            format: Format::Pdf,
            problem: "its objects hold each other thousands deep".into(),
        });
    }
    let mut done = 0;
    let mut at = 0;
    while let Some(found) = find_stream(file, at) {
        // What stands before the last such word is no part of this one's dictionary; so nothing is looked at twice.
        let dict = dict_before(&file[at..], found - at);
        at = found + STREAM.len();
        let packed = match &file[at..] {
            [b'\r', b'\n', rest @ ..] | [b'\n' | b'\r', rest @ ..] => rest,
            _ => continue,
        };
        if file[..found].ends_with(b"end") || is_picture(dict) {
            continue;
        }
        let n_packers = [&b"/Fl"[..], b"/LZW", b"/RL", b"/RunL"]
            .iter()
            .map(|name| count(dict, name))
            .sum::<usize>();
        let is_lzw = count(dict, b"/LZW") > 0;
        let (read, unpacked) = if is_zlib(packed) {
            measure(packed, MOST_IN_STREAM + 1)
        } else if is_lzw {
            let length = find_stream(packed, 0).unwrap_or(packed.len());
            (length, length.saturating_mul(MOST_FROM_LZW) / 4)
        } else {
            (0, 0)
        };
        let at_most = match n_packers {
            0 | 1 => unpacked,
            _ => unpacked.saturating_mul(MOST_FROM_DEFLATE),
        };
        if at_most > MOST_IN_STREAM {
            let limit = MOST_IN_STREAM;
            return Err(LoadError::TooLargeInside { limit });
        }
        // What is read counts too: streams that claim each other's bytes would be measured again and again.
        done += read / 8 + unpacked;
        if done > MOST_IN_ALL {
            let limit = MOST_IN_ALL;
            return Err(LoadError::TooLargeInside { limit });
        }
    }
    Ok(())
}

/// What `stream` unpacks to; `None` if it is a picture or damaged from its first byte on.
///
/// # Errors
///
/// [`LoadError::TooLargeInside`].
pub(crate) fn unpack(stream: &Stream<'_>) -> Result<Option<Vec<u8>>, LoadError> {
    let filters = stream.filters();
    let known = |filter: &Filter| {
        matches!(
            filter,
            Filter::AsciiHexDecode | Filter::Ascii85Decode | Filter::FlateDecode
        )
    };
    if !filters.iter().all(known) || has_predictor(stream.dict()) {
        let fits = at_most(stream) <= MOST_IN_STREAM;
        return if fits {
            Ok(stream.decoded_data().ok().map(std::borrow::Cow::into_owned))
        } else {
            let limit = MOST_IN_STREAM;
            Err(LoadError::TooLargeInside { limit })
        };
    }
    let mut data = stream.raw_data().into_owned();
    for filter in filters {
        data = match filter {
            Filter::AsciiHexDecode => ascii_hex(&data),
            Filter::Ascii85Decode => ascii_85(&data),
            _ => {
                let unpacked = inflated(&data, MOST_IN_STREAM + 1);
                if unpacked.len() > MOST_IN_STREAM {
                    let limit = MOST_IN_STREAM;
                    return Err(LoadError::TooLargeInside { limit });
                }
                unpacked
            }
        };
    }
    Ok(Some(data))
}

/// Whether others may unpack `stream`.
pub(crate) fn fits(stream: &Stream<'_>) -> bool {
    if at_most(stream) <= MOST_IN_STREAM {
        return true;
    }
    let filters = stream.filters();
    filters.as_slice().len() == 1
        && matches!(filters[0], Filter::FlateDecode)
        && measure(&stream.raw_data(), MOST_IN_STREAM + 1).1 <= MOST_IN_STREAM
}

/// A bound on what `stream` unpacks to.
fn at_most(stream: &Stream<'_>) -> usize {
    let start = stream.raw_data().len();
    stream.filters().iter().fold(start, |size, filter| {
        size.saturating_mul(match filter {
            Filter::FlateDecode => MOST_FROM_DEFLATE,
            Filter::LzwDecode => MOST_FROM_LZW,
            Filter::RunLengthDecode => MOST_FROM_RUN_LENGTH,
            Filter::Ascii85Decode => 4,
            _ => 1,
        })
    })
}

fn has_predictor(dict: &Dict<'_>) -> bool {
    ["DecodeParms", "DP"].iter().any(|key| {
        dict.get::<Object<'_>>(key)
            .is_some_and(|given| !matches!(given, Object::Null(_)))
    })
}

/// Whether thousands of dictionaries open in a row, none of which closes: reading them again and again from each of them
/// would take forever.
fn nests_endlessly(file: &[u8]) -> bool {
    const NEAR: usize = 64;
    const MOST: usize = 2_000;
    let (mut depth, mut last) = (0, 0);
    for (at, pair) in file.windows(2).enumerate() {
        match pair {
            b"<<" if at - last < NEAR => (depth, last) = (depth + 1, at),
            b"<<" => (depth, last) = (1, at),
            b">>" => depth = 0,
            _ => {}
        }
        if depth > MOST {
            return true;
        }
    }
    false
}

const STREAM: &[u8] = b"stream";

/// Where the word `stream` next stands (Horspool's search).
fn find_stream(file: &[u8], from: usize) -> Option<usize> {
    let mut end = from + STREAM.len();
    while end <= file.len() {
        let skip = match file[end - 1] {
            b's' => 5,
            b't' => 4,
            b'r' => 3,
            b'e' => 2,
            b'a' => 1,
            b'm' if &file[end - STREAM.len()..end] == STREAM => return Some(end - STREAM.len()),
            _ => STREAM.len(),
        };
        end += skip;
    }
    None
}

/// The bytes since the last `obj`: most likely the dictionary of the stream at `at`.
fn dict_before(file: &[u8], at: usize) -> &[u8] {
    const FAR_ENOUGH: usize = 2_048;
    let near = &file[at.saturating_sub(FAR_ENOUGH)..at];
    let start = near
        .windows(3)
        .rposition(|word| word == b"obj")
        .unwrap_or_default();
    &near[start..]
}

/// Whether the dictionary is that of a picture, which nobody unpacks; only if it cannot be taken for anything else.
fn is_picture(dict: &[u8]) -> bool {
    count(dict, b"/Image") > 0 && count(dict, b"/First") == 0 && !dict.contains(&b'#')
}

fn count(text: &[u8], word: &[u8]) -> usize {
    text.windows(word.len()).filter(|at| *at == word).count()
}

fn is_zlib(data: &[u8]) -> bool {
    match data {
        [method, flags, ..] => {
            method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]).is_multiple_of(31)
        }
        _ => false,
    }
}

/// How many bytes are read and written when `data` is inflated until `limit` is reached.
fn measure(data: &[u8], limit: usize) -> (usize, usize) {
    let mut written = 0;
    let read = inflate_into(data, |piece| {
        written += piece.len();
        written < limit
    });
    (read, written)
}

/// What `data` inflates to, as far as it is intact and `limit` allows.
fn inflated(data: &[u8], limit: usize) -> Vec<u8> {
    let mut unpacked = Vec::new();
    inflate_into(data, |piece| {
        let room = limit - unpacked.len();
        unpacked.extend_from_slice(&piece[..piece.len().min(room)]);
        unpacked.len() < limit
    });
    unpacked
}

/// Inflates piece by piece until `take` has enough; tells how many bytes were read.
fn inflate_into(data: &[u8], mut take: impl FnMut(&[u8]) -> bool) -> usize {
    let format = if is_zlib(data) {
        DataFormat::ZLibIgnoreChecksum
    } else {
        DataFormat::Raw
    };
    let mut state = InflateState::new_boxed(format);
    let mut piece = vec![0; 32 << 10];
    let mut read = 0;
    loop {
        let result = inflate(&mut state, &data[read..], &mut piece, MZFlush::None);
        read += result.bytes_consumed;
        let goes_on = take(&piece[..result.bytes_written]);
        let moved = result.bytes_consumed + result.bytes_written > 0;
        match result.status {
            Ok(MZStatus::Ok) if goes_on && moved => {}
            _ => return read,
        }
    }
}

fn ascii_hex(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default())
        .collect()
}

fn ascii_85(data: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::with_capacity(data.len() / 5 * 4);
    let mut group = Vec::with_capacity(5);
    let mut flush = |group: &mut Vec<u8>| {
        let n_bytes = group.len().saturating_sub(1);
        group.resize(5, 84);
        let value = group.iter().fold(0_u32, |value, digit| {
            value.wrapping_mul(85).wrapping_add(u32::from(*digit))
        });
        unpacked.extend_from_slice(&value.to_be_bytes()[..n_bytes.min(4)]);
        group.clear();
    };
    for byte in data {
        match byte {
            b'!'..=b'u' => {
                group.push(byte - b'!');
                if group.len() == 5 {
                    flush(&mut group);
                }
            }
            b'z' if group.is_empty() => {
                group.resize(5, 0);
                flush(&mut group);
            }
            b'~' => break,
            _ => {}
        }
    }
    if group.len() > 1 {
        flush(&mut group);
    }
    unpacked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bomb_is_refused_and_a_picture_is_not_looked_into() {
        let zeros = vec![0; MOST_IN_STREAM + 1];
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&zeros, 1);
        let file = |dict: &str| {
            let mut file = format!("%PDF-1.7\n1 0 obj\n{dict}\nstream\n").into_bytes();
            file.extend_from_slice(&packed);
            file.extend_from_slice(b"\nendstream endobj");
            file
        };
        assert!(check(&file("<< /Filter /FlateDecode >>")).is_err());
        assert!(check(&file("<< /Subtype /Image /Filter /FlateDecode >>")).is_ok());
        assert!(check(&file("<< /Subtype /Image /First 3 >>")).is_err());
    }

    #[test]
    fn a_stream_packed_twice_is_bounded_by_the_worst() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 1 << 20], 1);
        let mut file = b"1 0 obj << /Filter [/FlateDecode /FlateDecode] >>\nstream\n".to_vec();
        file.extend_from_slice(&packed);
        assert!(check(&file).is_err());
    }

    #[test]
    fn ascii_filters_are_undone() {
        assert_eq!(ascii_hex(b"48 65 6C6c 6F>"), b"Hello");
        assert_eq!(ascii_85(b"87cURD]j7BEbo80~>"), b"Hello world!");
        assert_eq!(ascii_85(b"z~>"), [0; 4]);
    }
}
