//! Owns [`Pdf`]: small PDF files, written by hand, so that tests say what a file shows and how it is made.

use std::fmt::Write as _;

/// A file in the making.
#[derive(Clone, Default)]
pub(crate) struct Pdf {
    pages: Vec<Vec<u8>>,
    /// Entries of the information dictionary, as PDF writes them.
    pub(crate) info: String,
    /// Entries of the catalog.
    pub(crate) catalog: String,
    /// Entries of the trailer, and objects that they name; the first has the number 90.
    pub(crate) trailer: (String, Vec<String>),
    /// The table of objects points elsewhere.
    pub(crate) has_wrong_table: bool,
}

/// Fonts of every page: `F1` and `F2` are Helvetica, the second bold; `F3` has codes of its own, `A` to `D`, that stand
/// for *Ω*, *ﬁ*, *“* and a space; `F4` takes two bytes a code.
const FONTS: &str = "/F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 7 0 R";

const TO_UNICODE: &str = "/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
4 beginbfchar <41> <03A9> <42> <FB01> <43> <201C> <44> <0020> endbfchar
endcmap end";

const TO_UNICODE_WIDE: &str = "/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0001> <001A> <0061> endbfrange
endcmap end";

impl Pdf {
    /// A file of pages with these contents, each made of [`at`] and the like.
    pub(crate) fn new(pages: impl IntoIterator<Item = Vec<Vec<u8>>>) -> Self {
        Self {
            pages: pages.into_iter().map(|page| page.concat()).collect(),
            ..Self::default()
        }
    }

    /// The file: A4 pages without compression.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
        let mut offsets: Vec<(usize, usize)> = Vec::new();
        let mut object = |file: &mut Vec<u8>, number: usize, body: &[u8]| {
            offsets.push((number, file.len()));
            file.extend(format!("{number} 0 obj\n").bytes());
            file.extend(body);
            file.extend(b"\nendobj\n");
        };
        let stream = |content: &[u8]| {
            let mut body = format!("<< /Length {} >>\nstream\n", content.len()).into_bytes();
            body.extend(content);
            body.extend(b"\nendstream");
            body
        };
        let kids: Vec<String> = (0..self.pages.len())
            .map(|nth| format!("{} 0 R", 100 + 2 * nth))
            .collect();
        let catalog = format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalog);
        let pages = format!(
            "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 595 842] \
             /Resources << /Font << {FONTS} >> /XObject << /Pic 10 0 R >> >> >>",
            kids.join(" "),
            kids.len()
        );
        let helvetica = |name: &str| {
            format!(
                "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            )
        };
        let own = "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Own /FirstChar 65 /LastChar 68 \
                   /Widths [600 600 600 300] /ToUnicode 6 0 R >>";
        let wide = "<< /Type /Font /Subtype /Type0 /BaseFont /Wide /Encoding /Identity-H /ToUnicode 9 0 R \
                    /DescendantFonts [8 0 R] >>";
        let part = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Wide /DW 500 \
                    /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>";
        object(&mut file, 1, catalog.as_bytes());
        object(&mut file, 2, pages.as_bytes());
        object(&mut file, 3, helvetica("Helvetica").as_bytes());
        object(&mut file, 4, helvetica("Helvetica-Bold").as_bytes());
        object(&mut file, 5, own.as_bytes());
        object(&mut file, 6, &stream(TO_UNICODE.as_bytes()));
        object(&mut file, 7, wide.as_bytes());
        object(&mut file, 8, part.as_bytes());
        object(&mut file, 9, &stream(TO_UNICODE_WIDE.as_bytes()));
        let picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray \
                       /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream";
        object(&mut file, 10, picture.as_bytes());
        object(&mut file, 11, format!("<< {} >>", self.info).as_bytes());
        for (nth, body) in self.trailer.1.iter().enumerate() {
            object(&mut file, 90 + nth, body.as_bytes());
        }
        for (nth, content) in self.pages.iter().enumerate() {
            let number = 100 + 2 * nth;
            let page = format!(
                "<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>",
                number + 1
            );
            object(&mut file, number, page.as_bytes());
            object(&mut file, number + 1, &stream(content));
        }
        let table = file.len();
        let size = 101 + 2 * self.pages.len();
        let mut end = format!("xref\n0 1\n{:010} {:05} f \n", 0, 65_535);
        for (number, offset) in offsets {
            let offset = if self.has_wrong_table {
                offset / 2
            } else {
                offset
            };
            let _ = write!(end, "{number} 1\n{offset:010} {:05} n \n", 0);
        }
        let _ = write!(
            end,
            "trailer\n<< /Size {size} /Root 1 0 R /Info 11 0 R {} >>\nstartxref\n{table}\n%%EOF\n",
            self.trailer.0
        );
        file.extend(end.bytes());
        file
    }
}

/// A line in Helvetica at `x` and `y` points from the lower left corner, `size` high.
pub(crate) fn at(x: f32, y: f32, size: f32, text: &str) -> Vec<u8> {
    line("F1", x, y, size, text)
}

/// A line in bold.
pub(crate) fn bold(x: f32, y: f32, size: f32, text: &str) -> Vec<u8> {
    line("F2", x, y, size, text)
}

/// A line in one of the fonts, its characters in the encoding of Windows.
pub(crate) fn line(font: &str, x: f32, y: f32, size: f32, text: &str) -> Vec<u8> {
    let mut out = format!("BT /{font} {size} Tf {x} {y} Td (").into_bytes();
    for c in text.chars() {
        match c {
            '(' | ')' | '\\' => out.extend([b'\\', c as u8]),
            '“' => out.push(0x93),
            '”' => out.push(0x94),
            '•' => out.push(0x95),
            '–' => out.push(0x96),
            c => out.push(u8::try_from(u32::from(c)).expect("a character of Windows-1252")),
        }
    }
    out.extend(b") Tj ET\n");
    out
}

/// Lines below each other in 10 points, 12 points apart, from `y` down.
pub(crate) fn lines(x: f32, y: f32, lines: &[&str]) -> Vec<u8> {
    lines
        .iter()
        .enumerate()
        .flat_map(|(nth, text)| at(x, y - 12.0 * nth as f32, 10.0, text))
        .collect()
}

/// A picture over the whole page.
pub(crate) fn picture() -> Vec<u8> {
    b"q 595 0 0 842 0 0 cm /Pic Do Q\n".to_vec()
}
