//! Owns the tree of parts that a mail is (RFC 2046), as slices of its bytes.

use std::borrow::Cow;

use super::{field, transfer};

/// How deep parts are looked for in parts. Each level is one more walk through the bytes.
pub(super) const DEEPEST: usize = 12;
/// A header longer than this, in bytes, is none.
const LONGEST_HEADER: usize = 1 << 20;

/// A mail, or a part of one.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    /// Its fields.
    pub(super) header: &'a [u8],
    /// What follows them, as it travels.
    pub(super) body: &'a [u8],
    /// It lies in a digest, whose parts are mails if they say nothing else (RFC 2046, section 5.1.5).
    in_digest: bool,
}

impl<'a> Part<'a> {
    /// The part that `bytes` are: a header, an empty line, a body.
    pub(super) fn read(bytes: &'a [u8]) -> Self {
        let mut start = bytes;
        // A byte order mark that an editor left, the first line of a mailbox file, empty lines.
        start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        while let [b'\r' | b'\n', rest @ ..] = start {
            start = rest;
        }
        if start.starts_with(b"From ") {
            start = &start[line_len(start)..];
        }
        Self::of(start, false)
    }

    fn of(bytes: &'a [u8], in_digest: bool) -> Self {
        let mut at = 0;
        while at < bytes.len().min(LONGEST_HEADER) {
            let len = line_len(&bytes[at..]);
            if bytes[at..at + len].trim_ascii().is_empty() {
                return Self {
                    header: &bytes[..at],
                    body: &bytes[at + len..],
                    in_digest,
                };
            }
            at += len;
        }
        let (header, body) = bytes.split_at(at.min(bytes.len()));
        Self {
            header,
            body,
            in_digest,
        }
    }

    /// Content-Type, parameters included.
    pub(super) fn content_type(&self) -> String {
        field::value(self.header, "Content-Type").unwrap_or_else(|| {
            let kind = if self.in_digest {
                "message/rfc822"
            } else {
                "text/plain"
            };
            kind.into()
        })
    }

    /// The body, as it was before it travelled.
    pub(super) fn decoded(&self) -> Cow<'a, [u8]> {
        let encoding = field::value(self.header, "Content-Transfer-Encoding").unwrap_or_default();
        transfer::decode(self.body, &encoding)
    }

    /// The parts of a multipart body; those that the end of the file cut off too.
    pub(super) fn parts(&self) -> Vec<Part<'a>> {
        let kind = self.content_type();
        let Some(boundary) = field::parameter(&kind, "boundary").filter(|it| !it.is_empty()) else {
            return Vec::new();
        };
        let in_digest = field::essence(&kind) == "multipart/digest";
        let body = self.body;
        let mut found = Vec::new();
        let mut start: Option<usize> = None;
        let mut at = 0;
        while at < body.len() {
            let len = line_len(&body[at..]);
            let line = &body[at..at + len];
            if let Some(is_last) = delimits(line, boundary.as_bytes()) {
                if let Some(start) = start {
                    found.push(Self::of(without_line_end(&body[start..at]), in_digest));
                }
                start = (!is_last).then_some(at + len);
                if is_last {
                    break;
                }
            }
            at += len;
        }
        if let Some(start) = start {
            found.push(Self::of(&body[start..], in_digest));
        }
        found
    }

    /// The name of the file that it is, if it says one.
    pub(super) fn file_name(&self) -> Option<String> {
        let of = |name, parameter| field::parameter(&field::value(self.header, name)?, parameter);
        of("Content-Disposition", "filename").or_else(|| of("Content-Type", "name"))
    }

    /// An identifier or address without its angle brackets.
    pub(super) fn bare(&self, name: &str) -> Option<String> {
        let value = field::value(self.header, name)?;
        Some(value.trim_matches(['<', '>', ' ']).to_owned())
    }
}

/// The length of the first line, its end included.
fn line_len(bytes: &[u8]) -> usize {
    let end = bytes.iter().position(|byte| *byte == b'\n');
    end.map_or(bytes.len(), |end| end + 1)
}

fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

/// Whether `line` stands between parts, and if so whether behind the last.
fn delimits(line: &[u8], boundary: &[u8]) -> Option<bool> {
    let rest = line
        .strip_prefix(b"--")?
        .strip_prefix(boundary)?
        .trim_ascii_end();
    match rest {
        [] => Some(false),
        b"--" => Some(true),
        _ => None,
    }
}
