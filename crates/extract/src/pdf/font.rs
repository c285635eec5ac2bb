//! Owns fonts: which characters a code stands for, how far it moves, whether it is bold.
//!
//! Fonts that are not embedded need no stand-in here: their widths and encodings are enough. The PDF crate wants one
//! nevertheless, and is given an empty font.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontResolverFn, GlyphId};
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};

use super::unpack;

/// A font as far as reading needs it.
pub(crate) struct Face<'a> {
    kind: Kind<'a>,
    /// Set in bold.
    pub(crate) bold: bool,
    /// Height of the letters, as a share of the size that it is set in.
    pub(crate) em: f64,
    kind_of: Simple,
    /// What codes mean, once asked for.
    known: RefCell<HashMap<u32, Letter>>,
}

enum Kind<'a> {
    Font(Font<'a>),
    /// Codes are UTF-16 by the name of their encoding.
    Utf16,
}

/// Whether the codes of a font are single bytes.
#[derive(Clone, Copy)]
enum Simple {
    No,
    Yes,
    /// Its letters are drawings.
    Drawn,
}

/// What a code stands for.
#[derive(Clone)]
pub(crate) struct Letter {
    /// Characters; `None` if the file does not say.
    pub(crate) text: Option<Rc<str>>,
    /// How far it moves, in thousandths of the size.
    pub(crate) advance: f64,
}

/// The fonts of a file.
pub(crate) struct Fonts<'a> {
    cache: FontCache<'a>,
    stand_in: FontResolverFn,
    cmaps: CMapResolverFn,
    faces: HashMap<ObjectIdentifier, Option<Rc<Face<'a>>>>,
}

impl<'a> Fonts<'a> {
    pub(crate) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            stand_in: Arc::new(|_| Some((Arc::new(EMPTY_FONT), 0))),
            cmaps: Arc::new(|_| None),
            faces: HashMap::new(),
        }
    }

    /// The font that `dict` describes; `None` if it cannot be made sense of.
    pub(crate) fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        let Some(id) = dict.obj_id() else {
            return self.load(dict).map(Rc::new);
        };
        if let Some(known) = self.faces.get(&id) {
            return known.clone();
        }
        let face = self.load(dict).map(Rc::new);
        self.faces.insert(id, face.clone());
        face
    }

    fn load(&self, dict: &Dict<'a>) -> Option<Face<'a>> {
        let kind = if is_utf16(dict) {
            Kind::Utf16
        } else if is_bounded(dict) {
            Kind::Font(self.cache.font(dict, &self.stand_in, &self.cmaps)?)
        } else {
            return None;
        };
        Some(Face {
            kind,
            bold: is_bold(dict),
            em: type3_em(dict).unwrap_or(1.0),
            kind_of: simple(dict),
            known: RefCell::default(),
        })
    }
}

impl Face<'_> {
    /// What a code most likely means in a font that does not say so: ASCII, or in fonts whose letters are drawings, as
    /// TeX makes them, the Cork encoding.
    fn guess(&self, code: u32) -> Option<Rc<str>> {
        let is_cork = matches!(self.kind_of, Simple::Drawn);
        let text = match (self.kind_of, code) {
            (Simple::No, _) => return None,
            (_, 0x21..=0x7e) => char::from_u32(code)?.to_string(),
            (_, 0x10) if is_cork => "“".into(),
            (_, 0x11) if is_cork => "”".into(),
            (_, 0x15) if is_cork => "–".into(),
            (_, 0x16) if is_cork => "—".into(),
            (_, 0x1b) if is_cork => "ff".into(),
            (_, 0x1c) if is_cork => "fi".into(),
            (_, 0x1d) if is_cork => "fl".into(),
            (_, 0x1e) if is_cork => "ffi".into(),
            (_, 0x1f) if is_cork => "ffl".into(),
            (_, 0x7f) if is_cork => "-".into(),
            (_, 0xff) if is_cork => "ß".into(),
            (_, 0xc0..=0xfe) if is_cork => char::from_u32(code)?.to_string(),
            _ => return None,
        };
        Some(text.into())
    }

    /// The code at the start of `bytes` and its length.
    pub(crate) fn code(&self, bytes: &[u8]) -> (u32, usize) {
        match (&self.kind, bytes) {
            (Kind::Font(font), _) => font.read_code(bytes, 0),
            (Kind::Utf16, [high @ 0xd8..=0xdb, second, third, fourth, ..]) => {
                (u32::from_be_bytes([*high, *second, *third, *fourth]), 4)
            }
            (Kind::Utf16, [high, low, ..]) => (u32::from_be_bytes([0, 0, *high, *low]), 2),
            (Kind::Utf16, _) => (0, 1),
        }
    }

    /// What `code` stands for.
    pub(crate) fn letter(&self, code: u32) -> Letter {
        if let Some(letter) = self.known.borrow().get(&code) {
            return letter.clone();
        }
        let letter = match &self.kind {
            Kind::Font(font) => {
                let text = match font.glyph(GlyphId::NOTDEF, code) {
                    FontGlyph::Outline(glyph) => glyph.as_unicode(),
                    FontGlyph::Type3(glyph) => glyph.as_unicode(),
                };
                let text = match text {
                    Some(BfString::Char(c)) => Some(plain(c.encode_utf8(&mut [0; 4]))),
                    Some(BfString::String(text)) => Some(plain(&text)),
                    None => self.guess(code),
                };
                let advance = font.code_advance(code).x;
                let advance = if advance.is_finite() { advance } else { 0.0 };
                Letter { text, advance }
            }
            Kind::Utf16 => {
                let units = [(code >> 16) as u16, code as u16];
                let units = if units[0] == 0 { &units[1..] } else { &units };
                Letter {
                    text: Some(plain(&String::from_utf16_lossy(units))),
                    advance: 1_000.0,
                }
            }
        };
        self.known.borrow_mut().insert(code, letter.clone());
        letter
    }
}

/// `text` in the characters that people write: ligatures taken apart, symbols of private use made public.
pub(crate) fn plain(text: &str) -> Rc<str> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            '\u{a0}' | '\t' | '\n' | '\r' => out.push(' '),
            '\u{f0a7}' => out.push('▪'),
            '\u{f0b7}' => out.push('•'),
            '\u{f0d8}' => out.push('➢'),
            '\u{f0fc}' => out.push('✓'),
            '\u{f020}'..='\u{f0ff}' => out.extend(char::from_u32(c as u32 - 0xf000)),
            '\u{fffd}' | '\u{feff}' | '\u{200b}' | '\u{e000}'..='\u{f8ff}' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            // Directions are told by the letters.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.into()
}

/// An sfnt without tables.
const EMPTY_FONT: [u8; 12] = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

fn is_utf16(dict: &Dict<'_>) -> bool {
    let encoding = dict.get::<Name<'_>>("Encoding");
    let by_name = encoding.is_some_and(|name| {
        let name = name.as_str();
        name.starts_with("Uni") && (name.contains("-UCS2-") || name.contains("-UTF16-"))
    });
    by_name && !dict.contains_key("ToUnicode")
}

fn simple(dict: &Dict<'_>) -> Simple {
    let subtype = dict.get::<Name<'_>>("Subtype");
    match subtype.as_ref().map(Name::as_str) {
        Some("Type0") => Simple::No,
        Some("Type3") => Simple::Drawn,
        _ => Simple::Yes,
    }
}

fn is_bold(dict: &Dict<'_>) -> bool {
    let descriptor = descriptor(dict).unwrap_or_default();
    let named = dict.get::<Name<'_>>("BaseFont").is_some_and(|name| {
        let name = name.as_str().to_ascii_lowercase();
        ["bold", "black", "heavy", "cmbx", "-demi"]
            .iter()
            .any(|word| name.contains(word))
            || name.ends_with("-bd")
    });
    named
        || descriptor
            .get::<f32>("FontWeight")
            .is_some_and(|weight| weight >= 600.0)
}

/// What describes the font, or the font that it is composed of.
fn descriptor<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    dict.get("FontDescriptor").or_else(|| {
        let parts = dict.get::<Array<'_>>("DescendantFonts")?;
        let part = parts.iter::<Dict<'_>>().next()?;
        part.get("FontDescriptor")
    })
}

/// Fonts whose letters are drawings have units of their own: their height is that of the box around all letters.
fn type3_em(dict: &Dict<'_>) -> Option<f64> {
    if dict.get::<Name<'_>>("Subtype")?.as_str() != "Type3" {
        return None;
    }
    let scale = dict.get::<[f64; 6]>("FontMatrix").map_or(0.001, |m| m[3]);
    let [_, bottom, _, top] = dict.get::<[f64; 4]>("FontBBox")?;
    let em = (scale * (top - bottom)).abs();
    (em.is_finite() && em > 1e-6).then_some(em)
}

/// Whether loading the font takes bounded time and memory: its streams unpack to little, and its tables name no more
/// codes than there are.
fn is_bounded(dict: &Dict<'_>) -> bool {
    const KEYS: [&str; 6] = [
        "ToUnicode",
        "Encoding",
        "CIDToGIDMap",
        "FontFile",
        "FontFile2",
        "FontFile3",
    ];
    let part = dict
        .get::<Array<'_>>("DescendantFonts")
        .and_then(|parts| parts.iter::<Dict<'_>>().next());
    let descriptor = descriptor(dict);
    let of_font = [Some(dict), part.as_ref(), descriptor.as_ref()];
    let streams_fit = of_font.into_iter().flatten().all(|dict| {
        KEYS.iter()
            .filter_map(|key| dict.get::<Stream<'_>>(key))
            .all(|stream| unpack::fits(&stream))
    });
    let code = |key| dict.get::<f64>(key).is_none_or(|code| code <= 65_535.0);
    streams_fit
        && code("FirstChar")
        && code("LastChar")
        && part.is_none_or(|part| {
            ["W", "W2"].iter().all(|key| {
                let widths = part.get::<Array<'_>>(key);
                widths.is_none_or(|widths| names_few_codes(&widths))
            })
        })
}

/// Whether the ranges that a table of widths may be read to have are short, whichever of its numbers begin them.
fn names_few_codes(widths: &Array<'_>) -> bool {
    const MOST: f64 = (1 << 24) as f64;
    let mut sum = 0.0;
    let mut last = None;
    for item in widths.iter::<Object<'_>>() {
        let Object::Number(number) = item else {
            last = None;
            continue;
        };
        let number = number.as_f64();
        if let Some(last) = last {
            sum += f64::max(0.0, number - last);
        }
        if !(-65_536.0..=65_536.0).contains(&number) || sum > MOST {
            return false;
        }
        last = Some(number);
    }
    true
}
