//! Owns the way from bytes in any encoding to text: what a mark, a label or the bytes themselves say of it.
//!
//! Left to [`crate::decode()`]: UTF-8 and UTF-16 alone, without the tables that all others need.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, ISO_2022_JP, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED,
};

use crate::decode::known_magic;
use crate::{Diagnostic, LoadError, check_size, check_text};

/// How far a page is searched for its encoding first (HTML standard, section 13.2.3.2).
const PRESCANNED: usize = 1_024;
/// … and how far it is when that and the bytes told nothing: pages put much before it.
const SCANNED: usize = 64 << 10;
/// How many bytes are enough to tell text from other data, and one encoding from another.
const SAMPLED: usize = 256 << 10;

/// The text of a web page: a byte order mark decides, then the `charset` of `media_type`, then whether it is UTF-8
/// that ASCII is not, then what the page says at its top, then what its bytes look like. Bytes that stand for nothing become U+FFFD and are
/// counted.
///
/// # Errors
///
/// [`LoadError`] for its size, for files that are plainly something else, and when there are no words; never for its
/// encoding.
pub(crate) fn decode_html(
    bytes: &[u8],
    media_type: Option<&str>,
) -> Result<(String, Option<Diagnostic>), LoadError> {
    check_size(bytes.len())?;
    if let Some(looks_like) = known_magic(bytes) {
        return Err(LoadError::Binary { looks_like });
    }
    let choice = marked(bytes)
        .or_else(|| media_type.and_then(charset_of).map(Choice::told))
        .or_else(|| utf16_by_zeros(bytes).map(Choice::guessed))
        // Programs that save a page convert it to UTF-8 and leave what it says of itself; no other text is UTF-8 by chance.
        .or_else(|| has_utf8(bytes).then_some(Choice::told(UTF_8)))
        .or_else(|| declared(bytes, PRESCANNED))
        .or_else(|| is_utf8(bytes).then_some(Choice::told(UTF_8)))
        .or_else(|| declared(bytes, SCANNED))
        .unwrap_or_else(|| Choice::guessed(guess(bytes)));
    let is_noise = choice.encoding.is_single_byte() || choice.encoding == UTF_8;
    if is_noise && is_binary(bytes) {
        let looks_like = "binary data";
        return Err(LoadError::Binary { looks_like });
    }
    finish(bytes, choice)
}

/// The words of a plain text: as its byte order mark says, else UTF-8 or UTF-16 where the bytes are that, else what they
/// look like.
///
/// # Errors
///
/// [`LoadError`] for its size, for files that are no text, and when there are no words; never for its encoding.
pub(crate) fn decode_text(bytes: &[u8]) -> Result<(String, Option<Diagnostic>), LoadError> {
    check_size(bytes.len())?;
    if let Some(looks_like) = known_magic(bytes) {
        return Err(LoadError::Binary { looks_like });
    }
    let choice = marked(bytes)
        .or_else(|| utf16_by_zeros(bytes).map(Choice::guessed))
        .unwrap_or_else(|| match is_utf8(bytes) {
            true => Choice::told(UTF_8),
            false => Choice::guessed(guess(bytes)),
        });
    let is_wide = choice.encoding == UTF_16LE || choice.encoding == UTF_16BE;
    let is_noise = !is_wide && (bytes.contains(&0) || is_binary(bytes));
    let (text, diagnostic) = if is_noise {
        (String::from('\0'), None)
    } else {
        finish(bytes, choice)?
    };
    if text.contains('\0') {
        let looks_like = "binary data";
        return Err(LoadError::Binary { looks_like });
    }
    Ok((text, diagnostic))
}

/// The words of a part of a mail in the encoding that `label` names, or in one that they look like. Never fails.
#[cfg(feature = "mail")]
pub(crate) fn decode_labelled(bytes: &[u8], label: Option<&str>) -> (String, Option<Diagnostic>) {
    let told = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // `us-ascii` is what programs write that never asked.
    let told = told.filter(|encoding| {
        *encoding != REPLACEMENT && (*encoding != WINDOWS_1252 || !has_utf8(bytes))
    });
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or(told)
        .unwrap_or_else(|| if is_utf8(bytes) { UTF_8 } else { guess(bytes) });
    let (text, replaced) = decoded(bytes, encoding);
    let name = name(encoding);
    let diagnostic = (replaced > 0).then_some(Diagnostic::Encoding { name, replaced });
    (text, diagnostic)
}

/// An encoding, and whether anybody said so.
#[derive(Clone, Copy)]
struct Choice {
    encoding: &'static Encoding,
    is_guess: bool,
}

impl Choice {
    const fn told(encoding: &'static Encoding) -> Self {
        let is_guess = false;
        Self { encoding, is_guess }
    }

    const fn guessed(encoding: &'static Encoding) -> Self {
        let is_guess = true;
        Self { encoding, is_guess }
    }
}

fn finish(bytes: &[u8], choice: Choice) -> Result<(String, Option<Diagnostic>), LoadError> {
    let (text, replaced) = decoded(bytes, choice.encoding);
    check_text_of(&text)?;
    let name = name(choice.encoding);
    let is_odd = choice.is_guess || replaced > 0;
    let diagnostic = is_odd.then_some(Diagnostic::Encoding { name, replaced });
    Ok((text, diagnostic))
}

/// The size was that of the bytes; in UTF-8 the same text may take three times as many.
fn check_text_of(text: &str) -> Result<(), LoadError> {
    match check_text(text) {
        Err(LoadError::Empty) => Err(LoadError::Empty),
        _ => Ok(()),
    }
}

/// The text without its byte order mark, and how many U+FFFD stand for bytes that mean nothing.
fn decoded(bytes: &[u8], encoding: &'static Encoding) -> (String, usize) {
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    let mut replaced = 0;
    if had_errors {
        let all = text.matches('\u{fffd}').count();
        let meant = if encoding == UTF_8 {
            bytes.windows(3).filter(|c| *c == b"\xef\xbf\xbd").count()
        } else {
            0
        };
        replaced = all.saturating_sub(meant);
    }
    (text.into_owned(), replaced)
}

/// What people call it.
fn name(encoding: &'static Encoding) -> String {
    let name = encoding.name();
    match name.strip_prefix("windows-") {
        Some(number) => format!("Windows-{number}"),
        None => name.to_owned(),
    }
}

/// The encoding that a byte order mark stands for.
fn marked(bytes: &[u8]) -> Option<Choice> {
    let (encoding, _) = Encoding::for_bom(bytes)?;
    Some(Choice::told(encoding))
}

/// The encoding that `charset=` in a media type names.
fn charset_of(media_type: &str) -> Option<&'static Encoding> {
    let parameters = media_type.split(';').skip(1);
    parameters
        .filter_map(|parameter| parameter.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
        .and_then(|(_, value)| {
            Encoding::for_label(value.trim().trim_matches(['"', '\'']).as_bytes())
        })
        .filter(|encoding| *encoding != REPLACEMENT)
}

fn is_utf8(bytes: &[u8]) -> bool {
    // Japanese mail of old is seven bits wide too.
    std::str::from_utf8(bytes).is_ok() && !has_japanese_escapes(bytes)
}

/// Whether `bytes` are UTF-8 and not ASCII alone.
fn has_utf8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok()
}

fn has_japanese_escapes(bytes: &[u8]) -> bool {
    let switches = |escape: &[u8]| bytes.windows(escape.len()).any(|window| window == escape);
    bytes.contains(&0x1b) && bytes.is_ascii() && (switches(b"\x1b$B") || switches(b"\x1b$@"))
}

/// UTF-16 without a mark: the zero bytes of its ASCII characters stand all on one side of the pairs, and no other data is
/// valid as UTF-16 all along.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    if !odd.is_empty() {
        return None;
    }
    let sample = &pairs[..pairs.len().min(SAMPLED / 2)];
    let n_zeros = |side: usize| sample.iter().filter(|pair| pair[side] == 0).count();
    let (encoding, unit): (_, fn([u8; 2]) -> u16) = match (n_zeros(0), n_zeros(1)) {
        (0, 1..) => (UTF_16LE, u16::from_le_bytes),
        (1.., 0) => (UTF_16BE, u16::from_be_bytes),
        _ => return None,
    };
    let mut is_text = true;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        is_text &= c.is_ok_and(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}'));
    }
    is_text.then_some(encoding)
}

/// Whether there are more control characters than any text has.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLED)];
    let is_odd = |byte: &&u8| matches!(byte, 0..=8 | 0xe..=0x1a | 0x1c..=0x1f);
    sample.iter().filter(is_odd).count() * 32 > sample.len()
}

/// The encoding that the bytes look like.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if has_japanese_escapes(bytes) {
        return ISO_2022_JP;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let sample = &bytes[..bytes.len().min(SAMPLED)];
    let sample = match sample.is_ascii() {
        true => bytes,
        false => sample,
    };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether there are several characters of UTF-8 for every fault: it is that, and was damaged.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut n_faults, mut n_wide) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_wide += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        n_faults += usize::from(!chunk.invalid().is_empty());
    }
    n_wide > n_faults * 4
}

/// The encoding that a page names within its first `most` bytes.
fn declared(bytes: &[u8], most: usize) -> Option<Choice> {
    let head = &bytes[..bytes.len().min(most)];
    let label = meta_label(head).or_else(|| xml_label(head))?;
    // A page that is read byte by byte cannot be UTF-16, whatever it says; nor is the encoding of a page what scripts made it.
    let encoding = if label == UTF_16LE || label == UTF_16BE {
        UTF_8
    } else if label == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        label
    };
    (encoding != REPLACEMENT).then_some(Choice::told(encoding))
}

/// The label in the XML declaration.
fn xml_label(head: &[u8]) -> Option<&'static Encoding> {
    let rest = head.strip_prefix(b"<?xml")?;
    let declaration = &rest[..rest.iter().position(|byte| *byte == b'>')?];
    let at = position(declaration, b"encoding")? + b"encoding".len();
    let value = declaration[at..].trim_ascii_start().strip_prefix(b"=")?;
    let (quote, value) = value.trim_ascii_start().split_first()?;
    let end = value.iter().position(|byte| byte == quote)?;
    Encoding::for_label(&value[..end])
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// The label in the first `meta` that has one (HTML standard, section 13.2.3.2: *prescan a byte stream*).
fn meta_label(head: &[u8]) -> Option<&'static Encoding> {
    let mut at = 0;
    while let Some(found) = head.get(at..)?.iter().position(|byte| *byte == b'<') {
        at += found;
        let rest = &head[at..];
        if rest.starts_with(b"<!--") {
            // `<!-->` is a comment by itself.
            at += 2 + position(&rest[2..], b"-->")? + 3;
            continue;
        }
        let is_name = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
        let is_tag = is_name(rest.get(1)) || (rest.get(1) == Some(&b'/') && is_name(rest.get(2)));
        if !is_tag {
            at += match rest.get(1) {
                Some(b'!' | b'/' | b'?') => rest.iter().position(|byte| *byte == b'>')? + 1,
                _ => 1,
            };
            continue;
        }
        let name_ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
        let end = 1 + rest[1..]
            .iter()
            .position(|byte| byte.is_ascii_whitespace() || *byte == b'>')?;
        let name = &rest[1..end];
        let is_meta =
            rest.len() > 5 && rest[1..5].eq_ignore_ascii_case(b"meta") && name_ends(&rest[5]);
        let mut attributes = Attributes {
            bytes: rest,
            at: if is_meta { 5 } else { 1 + name.len() },
        };
        if is_meta {
            if let Some(encoding) = label_of_meta(&mut attributes) {
                return Some(encoding);
            }
        } else {
            while attributes.next().is_some() {}
        }
        at += attributes.at.max(1);
    }
    None
}

/// The encoding that one `meta` names, by `charset` or by the content type that it stands for.
fn label_of_meta(attributes: &mut Attributes<'_>) -> Option<&'static Encoding> {
    let mut names: Vec<Vec<u8>> = Vec::new();
    let (mut is_pragma, mut needs_pragma, mut label) = (false, None, None);
    for (name, value) in attributes.by_ref() {
        if names.contains(&name) {
            continue;
        }
        match &*name {
            b"http-equiv" => is_pragma = value == b"content-type",
            b"content" if label.is_none() => {
                if let Some(found) = charset_in(&value).and_then(Encoding::for_label) {
                    (label, needs_pragma) = (Some(found), Some(true));
                }
            }
            b"charset" => (label, needs_pragma) = (Encoding::for_label(&value), Some(false)),
            _ => continue,
        }
        names.push(name);
    }
    match needs_pragma {
        Some(true) if !is_pragma => None,
        Some(_) => label,
        None => None,
    }
}

/// The value of `charset=` in a content type (HTML standard, *extracting a character encoding from a meta element*).
fn charset_in(content: &[u8]) -> Option<&[u8]> {
    let mut rest = content;
    loop {
        let at = position(rest, b"charset")?;
        rest = rest[at + b"charset".len()..].trim_ascii_start();
        if let Some(value) = rest.strip_prefix(b"=") {
            let value = value.trim_ascii_start();
            return match value.first()? {
                quote @ (b'"' | b'\'') => {
                    let value = &value[1..];
                    Some(&value[..value.iter().position(|byte| byte == quote)?])
                }
                _ => {
                    let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b';';
                    Some(&value[..value.iter().position(ends).unwrap_or(value.len())])
                }
            };
        }
    }
}

/// The attributes of a tag, names and values in lower case (HTML standard, *get an attribute*).
struct Attributes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Attributes<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip(&mut self, what: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&what) {
            self.at += 1;
        }
    }
}

impl Iterator for Attributes<'_> {
    type Item = (Vec<u8>, Vec<u8>);

    fn next(&mut self) -> Option<Self::Item> {
        let is_space = |byte: u8| byte.is_ascii_whitespace();
        self.skip(|byte| is_space(byte) || byte == b'/');
        if matches!(self.peek(), None | Some(b'>')) {
            return None;
        }
        let start = self.at;
        // A name may begin with a sign that would end one.
        self.at += 1;
        self.skip(|byte| !is_space(byte) && !matches!(byte, b'=' | b'/' | b'>'));
        let name = self.bytes[start..self.at].to_ascii_lowercase();
        self.skip(is_space);
        if self.peek() != Some(b'=') {
            return Some((name, Vec::new()));
        }
        self.at += 1;
        self.skip(is_space);
        let value = match self.peek() {
            Some(quote @ (b'"' | b'\'')) => {
                let start = self.at + 1;
                self.at = start;
                self.skip(|byte| byte != quote);
                let value = &self.bytes[start..self.at];
                self.at += 1;
                value
            }
            _ => {
                let start = self.at;
                self.skip(|byte| !is_space(byte) && byte != b'>');
                &self.bytes[start..self.at]
            }
        };
        Some((name, value.to_ascii_lowercase()))
    }
}
