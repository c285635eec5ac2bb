//! Owns the reading of XML parts: from bytes to text whatever the encoding, and from text to [`Node`]s with their
//! vocabulary told apart.
//!
//! Markup that is not well-formed ends the part; what came before it counts. Entities that a document declares are not
//! expanded but kept as they are written, so a document cannot blow itself up.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

/// A piece of a part, in document order.
pub(crate) enum Node<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// Characters, entities resolved.
    Text(Cow<'a, str>),
    /// The innermost open element ends.
    Close,
}

/// The start of an element.
pub(crate) struct Element<'a> {
    /// What its name belongs to.
    #[cfg_attr(
        not(feature = "docx"),
        allow(dead_code, reason = "books use one alone")
    )]
    pub(crate) vocabulary: Vocabulary,
    start: BytesStart<'a>,
}

/// The vocabularies that are told apart, by their namespaces, transitional and strict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vocabulary {
    /// WordprocessingML.
    Word,
    /// Markup compatibility: alternatives for programs new and old.
    Compatibility,
    /// Office's mathematics.
    Mathematics,
    /// Everything else, none included.
    Other,
}

impl Vocabulary {
    fn of(namespace: &str) -> Self {
        match namespace {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Mathematics,
            _ => Self::Other,
        }
    }
}

impl Element<'_> {
    /// Its name without prefix.
    pub(crate) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of the attribute `name`, whatever its prefix.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.find(|key| key.local_name().into_inner() == name)
    }

    /// The value of the attribute `name`, prefix included.
    #[cfg(feature = "epub")]
    pub(crate) fn get_exactly(&self, name: &str) -> Option<String> {
        self.find(|key| key.into_inner() == name)
    }

    fn find(&self, is_wanted: impl Fn(QName<'_>) -> bool) -> Option<String> {
        let mut attributes = attributes(&self.start);
        let found = attributes.find_map(|one| one.ok().filter(|one| is_wanted(one.key)))?;
        Some(unescape(&found.value))
    }
}

/// Without the library's check for doubles, which compares all with all.
fn attributes<'a>(start: &'a BytesStart<'_>) -> Attributes<'a> {
    let mut attributes = start.attributes();
    attributes.with_checks(false);
    attributes
}

/// A walk through one part.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    /// What each prefix stands for; the default namespace has none.
    prefixes: BTreeMap<String, Vocabulary>,
    /// What prefixes stood for before an element, by its depth, deepest last.
    shadowed: Vec<(usize, String, Option<Vocabulary>)>,
    /// Byte at which the markup stopped making sense.
    #[cfg_attr(
        not(feature = "docx"),
        allow(dead_code, reason = "books go on without")
    )]
    fault: Option<u64>,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            depth: 0,
            prefixes: BTreeMap::new(),
            shadowed: Vec::new(),
            fault: None,
        }
    }

    /// Byte at which the markup stopped making sense, once the nodes are at their end.
    #[cfg(feature = "docx")]
    pub(crate) const fn fault(&self) -> Option<u64> {
        self.fault
    }

    /// Elements open now.
    #[cfg(feature = "epub")]
    pub(crate) const fn depth(&self) -> usize {
        self.depth
    }

    /// The next node; `None` at the end.
    pub(crate) fn next(&mut self) -> Option<Node<'a>> {
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(_) => {
                    self.fault = Some(self.reader.error_position());
                    return None;
                }
            };
            return Some(match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    self.declare(&start);
                    Node::Open(Element {
                        vocabulary: self.vocabulary(start.name()),
                        start,
                    })
                }
                Event::End(_) => {
                    if self.depth == 0 {
                        continue;
                    }
                    self.leave();
                    Node::Close
                }
                Event::Text(text) => Node::Text(text.into_inner()),
                Event::CData(text) => Node::Text(text.into_inner()),
                Event::GeneralRef(reference) => {
                    let name = reference.into_inner();
                    Node::Text(
                        resolve(&name).map_or_else(
                            || format!("&{name};").into(),
                            |c| Cow::Owned(c.to_string()),
                        ),
                    )
                }
                Event::Eof => {
                    if self.depth > 0 {
                        self.fault = Some(self.reader.buffer_position());
                    }
                    return None;
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }

    /// Passes over all that the element holds that was opened last, its end included.
    pub(crate) fn skip(&mut self) {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next().is_some() {}
    }

    /// The words in the element that was opened last, its end included.
    pub(crate) fn words(&mut self) -> String {
        let outside = self.depth.saturating_sub(1);
        let mut words = String::new();
        while self.depth > outside {
            match self.next() {
                Some(Node::Text(text)) => words.push_str(&text),
                Some(_) => {}
                None => break,
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn declare(&mut self, start: &BytesStart<'_>) {
        if !start.attributes_raw().contains("xmlns") {
            return;
        }
        for attribute in attributes(start).flatten() {
            let key = attribute.key.into_inner();
            let prefix = match key.strip_prefix("xmlns") {
                Some("") => "",
                Some(prefix) => match prefix.strip_prefix(':') {
                    Some(prefix) => prefix,
                    None => continue,
                },
                None => continue,
            };
            let vocabulary = Vocabulary::of(&unescape(&attribute.value));
            let before = self.prefixes.insert(prefix.to_owned(), vocabulary);
            self.shadowed.push((self.depth, prefix.to_owned(), before));
        }
    }

    fn leave(&mut self) {
        while let Some((_, prefix, before)) =
            self.shadowed.pop_if(|(depth, ..)| *depth == self.depth)
        {
            match before {
                Some(before) => self.prefixes.insert(prefix, before),
                None => self.prefixes.remove(&prefix),
            };
        }
        self.depth -= 1;
    }

    fn vocabulary(&self, name: QName<'_>) -> Vocabulary {
        let name = name.into_inner();
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        let known = self.prefixes.get(prefix).copied();
        known.unwrap_or(match prefix {
            // A part whose root lost its declarations.
            "w" => Vocabulary::Word,
            _ => Vocabulary::Other,
        })
    }
}

/// The character that a reference names: one of XML's own five, or a number.
fn resolve(name: &str) -> Option<char> {
    let number = name.strip_prefix('#');
    match (name, number) {
        ("amp", _) => Some('&'),
        ("lt", _) => Some('<'),
        ("gt", _) => Some('>'),
        ("quot", _) => Some('"'),
        ("apos", _) => Some('\''),
        // Not XML's, but what careless programs write most.
        ("nbsp", _) => Some('\u{a0}'),
        (_, Some(number)) => {
            let number = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            number.ok().and_then(char::from_u32)
        }
        _ => None,
    }
}

fn unescape(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut clean = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let found = piece
            .split_once(';')
            .and_then(|(name, rest)| Some((resolve(name)?, rest)));
        match found {
            Some((c, rest)) => {
                clean.push(c);
                clean.push_str(rest);
            }
            None => {
                clean.push('&');
                clean.push_str(piece);
            }
        }
    }
    clean
}

/// The text of a part: UTF-16 by its mark or its look, the Latin-1 that old programs declare, else UTF-8; what is not
/// valid becomes the replacement character.
pub(crate) fn decode(bytes: Vec<u8>) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        [b'<', 0, ..] => return utf16(&bytes, u16::from_le_bytes),
        [0, b'<', ..] => return utf16(&bytes, u16::from_be_bytes),
        _ => {}
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.remove(0);
            }
            text
        }
        Err(error) if declares_latin(error.as_bytes()) => {
            error.as_bytes().iter().map(|byte| latin(*byte)).collect()
        }
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }
}

fn declares_latin(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1_024)]).to_ascii_lowercase();
    ["iso-8859-1", "windows-1252", "latin1", "us-ascii"]
        .iter()
        .any(|name| head.contains(name))
}

/// A byte of Windows-1252, which is what documents mean that declare Latin-1 (WHATWG Encoding, section 4.2).
fn latin(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}
