//! Owns the way from bytes to text, and what to say when there is none.

use crate::Format;

/// Largest text that is read, in bytes, web pages without what belongs to them included: 10 MiB.
pub const MAX_BYTES: usize = 10 << 20;

/// Largest file that is read where text is the least part of it (PDF, Word, EPUB, saved pages, mail), in bytes: 64 MiB.
pub const MAX_FILE_BYTES: usize = 64 << 20;

/// Why a source cannot be read. Each message says what is wrong and what to do; the name of the file is for the caller
/// to put before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// It is larger than the limit.
    #[error(
        "too large: {bytes} bytes ({} MB), and Hearsay reads at most {} MB; cut it into parts",
        Megabytes(*.bytes), Megabytes(*.limit)
    )]
    TooLarge {
        /// Of the source.
        bytes: usize,
        /// [`MAX_BYTES`] or [`MAX_FILE_BYTES`].
        limit: usize,
    },
    /// It unpacks to more than the limit, as files do that are made to harm.
    #[error(
        "too large inside: it unpacks to more than {} MB, which no article needs; open it with the program it was made for and save the text alone",
        *.limit >> 20
    )]
    TooLargeInside {
        /// Of all that is unpacked, in bytes.
        limit: usize,
    },
    /// It is not what it claims to be, or damaged.
    #[error("{format} that cannot be read ({problem}); it may be damaged or only partly downloaded: get it again, or copy its text and paste it", format = .format.with_article())]
    Damaged {
        /// What it claims to be.
        format: Format,
        /// What is wrong, and where.
        problem: String,
    },
    /// It wants a password.
    #[error("{format} protected by a password; open it with the program it was made for, save it without one and try again", format = .format.with_article())]
    Protected {
        /// What it is.
        format: Format,
    },
    /// Its words are locked by copy protection.
    #[error("{format} locked by copy protection (DRM): only the program that it was bought for can open it; get a copy without, or copy the passages that you need there and paste them", format = .format.with_article())]
    Locked {
        /// What it is.
        format: Format,
    },
    /// It is something else that comes in the same wrapping.
    #[error("not {format} but {looks_like}; {instead}", format = .format.with_article())]
    Mistaken {
        /// What it was taken for.
        format: Format,
        /// What it seems to be, with an article: `a spreadsheet (Excel)`.
        looks_like: &'static str,
        /// What to do with it.
        instead: &'static str,
    },
    /// It holds pictures of pages and no text.
    #[error(
        "a scan: its {pages} pages are pictures without text; run text recognition (OCR) on it first, then open the result"
    )]
    Scan {
        /// How many pages.
        pages: usize,
    },
    /// This build has no reader for its format.
    #[error("{format}, which this build of Hearsay has no reader for", format = .format.with_article())]
    NoReader {
        /// What it is.
        format: Format,
    },
    /// It is no text at all.
    #[error("not a text but {looks_like}; open a text, Markdown or HTML file, or paste the words")]
    Binary {
        /// What it seems to be, with an article: `a PDF document`.
        looks_like: &'static str,
    },
    /// It is text in an encoding that is not known here, or damaged.
    #[error(
        "not valid UTF-8 (first fault at byte {byte}); save it as UTF-8 in the program that made it and open it again"
    )]
    NotUtf8 {
        /// Of the first fault, from 0.
        byte: usize,
    },
    /// It says it is UTF-16 and is not.
    #[error(
        "not valid UTF-16 (first fault at byte {byte}); save it as UTF-8 in the program that made it and open it again"
    )]
    NotUtf16 {
        /// Of the first fault, from 0.
        byte: usize,
    },
    /// It holds no words.
    #[error("empty: there are no words in it; choose a file, or paste a text, that has some")]
    Empty,
}

/// Megabytes with a tenth, written without floats: the page carries no other code that writes them.
struct Megabytes(usize);

impl std::fmt::Display for Megabytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenths = (self.0 >> 10).saturating_mul(10).saturating_add(512) >> 10;
        write!(f, "{}.{}", tenths / 10, tenths % 10)
    }
}

/// The text that `bytes` hold: UTF-8, or UTF-16 when a byte order mark says so. The mark is dropped, all else is kept.
///
/// # Errors
///
/// [`LoadError`]; size is looked at first, then what the bytes look like.
pub fn decode(bytes: &[u8]) -> Result<String, LoadError> {
    check_size(bytes.len())?;
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => utf8(bytes)?.to_owned(),
    };
    check_text(&text)?;
    Ok(text)
}

/// Whether a text that is text already, from the clipboard or a field, can be read.
///
/// # Errors
///
/// [`LoadError::TooLarge`] or [`LoadError::Empty`].
pub fn check_text(text: &str) -> Result<(), LoadError> {
    check_size(text.len())?;
    let blank = text.chars().all(|c| c.is_whitespace() || c == '\u{feff}');
    if blank { Err(LoadError::Empty) } else { Ok(()) }
}

/// Whether a file of so many bytes is worth reading.
///
/// # Errors
///
/// [`LoadError::TooLarge`].
pub const fn check_file_size(bytes: usize, format: Format) -> Result<(), LoadError> {
    let limit = if format.is_text() {
        MAX_BYTES
    } else {
        MAX_FILE_BYTES
    };
    if bytes > limit {
        return Err(LoadError::TooLarge { bytes, limit });
    }
    Ok(())
}

/// Whether a text of so many bytes is worth reading; for callers who know the size before the content.
///
/// # Errors
///
/// [`LoadError::TooLarge`].
pub const fn check_size(bytes: usize) -> Result<(), LoadError> {
    let limit = MAX_BYTES;
    if bytes > limit {
        return Err(LoadError::TooLarge { bytes, limit });
    }
    Ok(())
}

fn utf8(bytes: &[u8]) -> Result<&str, LoadError> {
    if let Some(looks_like) = known_magic(bytes) {
        return Err(LoadError::Binary { looks_like });
    }
    if bytes.contains(&0) {
        let looks_like = "binary data";
        return Err(LoadError::Binary { looks_like });
    }
    let (skipped, bytes) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (3, rest),
        _ => (0, bytes),
    };
    std::str::from_utf8(bytes).map_err(|error| LoadError::NotUtf8 {
        byte: skipped + error.valid_up_to(),
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, LoadError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut byte = 2;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let c = c.map_err(|_| LoadError::NotUtf16 { byte })?;
        if c == '\0' {
            let looks_like = "binary data";
            return Err(LoadError::Binary { looks_like });
        }
        byte += 2 * c.len_utf16();
        text.push(c);
    }
    if odd.is_empty() {
        Ok(text)
    } else {
        Err(LoadError::NotUtf16 { byte })
    }
}

/// What the first bytes give away, as `file` does it.
pub(crate) fn known_magic(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 14] = [
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive, as Word and EPUB files are"),
        (b"PK\x05\x06", "an empty ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an old Word or Office document",
        ),
        (b"{\\rtf", "an RTF document"),
        (b"\x7fELF", "a program"),
        (b"\0asm", "a WebAssembly module"),
        (b"SQLite format 3\0", "a database"),
        (b"OggS", "an Ogg recording"),
    ];
    let media = match bytes {
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("a WebP image"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("a video or picture"),
        [b'I', b'D', b'3', 2..=4, ..] => Some("an MP3 recording"),
        _ => None,
    };
    media.or_else(|| {
        let known = KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic));
        known.map(|(_, name)| *name)
    })
}
