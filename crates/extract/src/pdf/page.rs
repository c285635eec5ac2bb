//! Owns the way from the content of a page to its glyphs: which characters stand where, and how large.
//!
//! Only what moves text is interpreted. Pictures are counted, never unpacked; colours, paths and clips are passed over.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream, dict_or_stream};
use hayro_syntax::page::{Page, Resources};

use super::font::{Face, Fonts, plain};
use super::matrix::Matrix;
use super::unpack;
use crate::LoadError;

/// How deep forms may hold forms; deeper ones are passed over.
const DEEPEST: usize = 12;

/// How many states may be saved; more are passed over.
const MOST_STATES: usize = 512;

/// What all pages together may cost.
pub(crate) struct Budget {
    /// Bytes of content yet to be interpreted, forms counted each time they are drawn.
    pub(crate) content: usize,
    /// Glyphs yet to be read.
    pub(crate) glyphs: usize,
}

impl Budget {
    /// What no article comes near.
    const CONTENT: usize = 512 << 20;

    pub(crate) const fn new() -> Self {
        Self {
            content: Self::CONTENT,
            glyphs: 40_000_000,
        }
    }

    fn spend(&mut self, bytes: usize) -> Result<(), LoadError> {
        // Drawing something empty costs time too.
        let cost = bytes + 2_048;
        let left = self.content.checked_sub(cost);
        let limit = Self::CONTENT;
        self.content = left.ok_or(LoadError::TooLargeInside { limit })?;
        Ok(())
    }
}

/// Characters and where they stand: from the left, above the bottom of the upright page, in points.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) text: Rc<str>,
    pub(crate) x0: f32,
    pub(crate) x1: f32,
    /// Of the base line.
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    /// Quarter turns counter-clockwise of the line that it stands on; 0 once the page is upright.
    turns: u8,
}

/// The glyphs of a page in the order that they are drawn.
#[derive(Debug, Default)]
pub(crate) struct Glyphs {
    pub(crate) all: Vec<Glyph>,
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// Glyphs whose characters the file does not tell.
    pub(crate) n_unknown: usize,
    /// Pictures drawn.
    pub(crate) n_pictures: usize,
}

/// The glyphs of `page`.
///
/// # Errors
///
/// [`LoadError::TooLargeInside`].
pub(crate) fn glyphs<'a>(
    page: &Page<'a>,
    fonts: &mut Fonts<'a>,
    budget: &mut Budget,
) -> Result<Glyphs, LoadError> {
    let (width, height) = page.render_dimensions();
    let to_page = Matrix(page.initial_transform(false).as_coeffs());
    let mut reader = Reader {
        fonts,
        budget,
        found: Glyphs {
            width,
            height,
            ..Glyphs::default()
        },
        state: State::new(to_page),
        saved: Vec::new(),
        drawn: Vec::new(),
        marks: Vec::new(),
        n_unmarked: 0,
        n_furniture: 0,
    };
    let content = content(page)?;
    reader.run(&content, page.resources(), 0)?;
    let mut found = reader.found;
    set_upright(&mut found);
    Ok(found)
}

/// All content streams of the page, one after the other.
fn content(page: &Page<'_>) -> Result<Vec<u8>, LoadError> {
    let dict = page.raw();
    if let Some(stream) = dict.get::<Stream<'_>>("Contents") {
        return Ok(unpack::unpack(&stream)?.unwrap_or_default());
    }
    let mut content = Vec::new();
    for stream in dict
        .get::<Array<'_>>("Contents")
        .iter()
        .flat_map(Array::iter::<Stream<'_>>)
    {
        content.extend(unpack::unpack(&stream)?.unwrap_or_default());
        content.push(b'\n');
        if content.len() > unpack::MOST_IN_STREAM {
            let limit = unpack::MOST_IN_STREAM;
            return Err(LoadError::TooLargeInside { limit });
        }
    }
    Ok(content)
}

/// What `q` saves and `Q` brings back.
#[derive(Clone)]
struct State<'a> {
    /// From the space at hand to the page.
    space: Matrix,
    face: Option<Rc<Face<'a>>>,
    size: f64,
    /// Horizontal scaling, 1 for none.
    stretch: f64,
    char_space: f64,
    word_space: f64,
    leading: f64,
    rise: f64,
}

impl State<'_> {
    const fn new(space: Matrix) -> Self {
        Self {
            space,
            face: None,
            size: 0.0,
            stretch: 1.0,
            char_space: 0.0,
            word_space: 0.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// A marked sequence that is open.
enum Mark {
    Plain,
    /// Header, footer and the like, by the file's own word.
    Furniture,
    /// Its characters are these, whatever its glyphs, which begin here.
    Actual(Rc<str>, usize),
}

struct Reader<'r, 'a> {
    fonts: &'r mut Fonts<'a>,
    budget: &'r mut Budget,
    found: Glyphs,
    state: State<'a>,
    saved: Vec<State<'a>>,
    /// The forms that are being drawn, outermost first.
    drawn: Vec<ObjectIdentifier>,
    marks: Vec<Mark>,
    /// Open sequences beyond those in `marks`.
    n_unmarked: usize,
    n_furniture: usize,
}

/// Where text goes on.
struct Cursor {
    text: Matrix,
    line: Matrix,
}

impl<'a> Reader<'_, 'a> {
    fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), LoadError> {
        self.budget.spend(content.len())?;
        let mut faces: HashMap<Vec<u8>, Option<Rc<Face<'a>>>> = HashMap::new();
        let mut cursor = Cursor {
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
        };
        let n_saved = self.saved.len();
        let mut operations = UntypedIter::new(content);
        while let Some(operation) = operations.next() {
            let name: &[u8] = operation.operator;
            // Paths and colours are most of what there is.
            if !matters(name) {
                continue;
            }
            let mut numbers = [0.0; 6];
            let mut last = None;
            for (at, operand) in operation.operands().enumerate() {
                if let (Object::Number(number), true) = (operand, at < 6) {
                    numbers[at] = number.as_f64();
                }
                last = Some(operand);
            }
            match name {
                b"q" if self.saved.len() < MOST_STATES => self.saved.push(self.state.clone()),
                b"Q" if self.saved.len() > n_saved => {
                    self.state = self.saved.pop().unwrap_or_else(|| self.state.clone());
                }
                b"cm" => self.state.space = Matrix(numbers).then(self.state.space),
                b"BT" => {
                    cursor.text = Matrix::IDENTITY;
                    cursor.line = Matrix::IDENTITY;
                }
                b"Tf" => {
                    let mut operands = operation.operands();
                    if let (Some(Object::Name(font)), Some(Object::Number(size))) =
                        (operands.next(), operands.next())
                    {
                        self.state.size = size.as_f64();
                        self.state.face = match faces.get(font.as_ref()) {
                            Some(face) => face.clone(),
                            None => {
                                let dict = resources.get_font(font);
                                let face = dict.and_then(|dict| self.fonts.face(&dict));
                                faces.insert(font.as_ref().to_vec(), face.clone());
                                face
                            }
                        };
                    }
                }
                b"Tc" => self.state.char_space = numbers[0],
                b"Tw" => self.state.word_space = numbers[0],
                b"Tz" => self.state.stretch = numbers[0] / 100.0,
                b"TL" => self.state.leading = numbers[0],
                b"Ts" => self.state.rise = numbers[0],
                b"Td" => cursor.next_line(numbers[0], numbers[1]),
                b"TD" => {
                    self.state.leading = -numbers[1];
                    cursor.next_line(numbers[0], numbers[1]);
                }
                b"Tm" => {
                    cursor.text = Matrix(numbers);
                    cursor.line = cursor.text;
                }
                b"T*" => cursor.next_line(0.0, -self.state.leading),
                b"Tj" | b"'" | b"\"" => {
                    if name != b"Tj" {
                        cursor.next_line(0.0, -self.state.leading);
                    }
                    if name == b"\"" {
                        (self.state.word_space, self.state.char_space) = (numbers[0], numbers[1]);
                    }
                    if let Some(Object::String(text)) = last {
                        self.show(text.as_bytes(), &mut cursor)?;
                    }
                }
                b"TJ" => {
                    if let Some(Object::Array(pieces)) = last {
                        for piece in pieces.iter::<Object<'_>>() {
                            match piece {
                                Object::String(text) => self.show(text.as_bytes(), &mut cursor)?,
                                Object::Number(back) => {
                                    let by = -back.as_f64() / 1_000.0
                                        * self.state.size
                                        * self.state.stretch;
                                    cursor.advance(by);
                                }
                                _ => {}
                            }
                        }
                    }
                }
                b"Do" => {
                    if let Some(Object::Name(name)) = last {
                        self.draw(name, resources, depth)?;
                    }
                }
                b"BI" => self.found.n_pictures += 1,
                b"BMC" => self.begin_mark(None, None),
                b"BDC" => {
                    let mut operands = operation.operands();
                    if let (Some(Object::Name(tag)), Some(properties)) =
                        (operands.next(), operands.next())
                    {
                        let named = match properties {
                            Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
                            other => dict_or_stream(other).map(|(dict, _)| dict.clone()),
                        };
                        self.begin_mark(Some(tag), named.as_ref());
                    } else {
                        self.begin_mark(None, None);
                    }
                }
                b"EMC" => self.end_mark(),
                _ => {}
            }
        }
        self.saved.truncate(n_saved);
        Ok(())
    }

    /// Draws a form, or counts a picture.
    fn draw(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), LoadError> {
        let Some(stream) = resources.get_x_object(name) else {
            return Ok(());
        };
        let dict = stream.dict();
        let subtype = dict.get::<Name<'_>>("Subtype");
        match subtype.as_ref().map(Name::as_str) {
            Some("Image") => self.found.n_pictures += 1,
            // A form that draws itself draws nothing.
            Some("Form") if depth < DEEPEST && !self.drawn.contains(&stream.obj_id()) => {
                self.drawn.push(stream.obj_id());
                let content = unpack::unpack(&stream)?.unwrap_or_default();
                let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
                let before = self.state.clone();
                if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
                    self.state.space = Matrix(matrix).then(self.state.space);
                }
                let result = self.run(&content, own.as_ref().unwrap_or(resources), depth + 1);
                self.state = before;
                self.drawn.pop();
                return result;
            }
            _ => {}
        }
        Ok(())
    }

    fn show(&mut self, bytes: &[u8], cursor: &mut Cursor) -> Result<(), LoadError> {
        let Some(face) = self.state.face.clone() else {
            self.found.n_unknown += bytes.len();
            return Ok(());
        };
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = face.code(&bytes[at..]);
            let length = length.max(1);
            let is_space = length == 1 && bytes[at] == b' ';
            at += length;
            let letter = face.letter(code);
            let state = &self.state;
            let width = letter.advance / 1_000.0 * state.size;
            let word_space = if is_space { state.word_space } else { 0.0 };
            let advance = (width + state.char_space + word_space) * state.stretch;
            match &letter.text {
                Some(text) if self.n_furniture == 0 => {
                    let left = self.budget.glyphs.checked_sub(1);
                    let limit = unpack::MOST_IN_STREAM;
                    self.budget.glyphs = left.ok_or(LoadError::TooLargeInside { limit })?;
                    // Letters set apart stay one word.
                    let apart = state.char_space.clamp(0.0, 0.6 * state.size.abs());
                    let drawn = (width + apart) * state.stretch;
                    self.place(text, drawn, &face, cursor);
                }
                // Where words are given for glyphs, where these stand is enough.
                None if self.n_furniture == 0
                    && matches!(self.marks.last(), Some(Mark::Actual(..))) =>
                {
                    self.place(&Rc::from(""), width * state.stretch, &face, cursor);
                }
                Some(_) => {}
                None => self.found.n_unknown += 1,
            }
            cursor.advance(advance);
        }
        Ok(())
    }

    /// Notes a glyph that is `drawn` wide in text space.
    fn place(&mut self, text: &Rc<str>, drawn: f64, face: &Face<'_>, cursor: &Cursor) {
        let state = &self.state;
        let to_page = cursor.text.then(state.space);
        let (x0, y0) = to_page.apply(0.0, state.rise);
        let (x1, y1) = to_page.apply(drawn, state.rise);
        let [a, b, c, d, ..] = to_page.0;
        let size = state.size.abs() * c.hypot(d) * face.em;
        let fits = [x0, y0, x1, y1].iter().all(|at| at.abs() < 1e5) && (0.1..5e3).contains(&size);
        let sign = if state.size * state.stretch < 0.0 {
            -1.0
        } else {
            1.0
        };
        let (right, up) = (a * sign, b * sign);
        // A slope of more than a tenth is no line of text but a stamp.
        let turns = match () {
            () if right.abs() > 10.0 * up.abs() => u8::from(right < 0.0) * 2,
            () if up.abs() > 10.0 * right.abs() => 1 + u8::from(up < 0.0) * 2,
            () => return,
        };
        if !fits {
            return;
        }
        let (width, height) = (self.found.width, self.found.height);
        let [x0, y0, x1, y1, size] = [x0, y0, x1, y1, size].map(|at| at as f32);
        let is_on_page = (-2.0..=width + 2.0).contains(&x0) && (-2.0..=height + 2.0).contains(&y0);
        if !is_on_page {
            return;
        }
        let (x0, x1, y) = match turns {
            0 => (x0, x1, y0),
            1 => (y0, y1, width - x0),
            2 => (width - x0, width - x1, height - y0),
            _ => (height - y0, height - y1, x0),
        };
        self.found.all.push(Glyph {
            text: text.clone(),
            x0: x0.min(x1),
            x1: x0.max(x1),
            y,
            size,
            bold: face.bold,
            turns,
        });
    }

    fn begin_mark(&mut self, tag: Option<&Name<'_>>, properties: Option<&Dict<'_>>) {
        if self.marks.len() >= MOST_STATES {
            self.n_unmarked += 1;
            return;
        }
        let is_artifact = tag.is_some_and(|tag| tag.as_str() == "Artifact");
        let kind = properties.and_then(|found| found.get::<Name<'_>>("Type"));
        let actual = properties
            .and_then(|found| found.get::<hayro_syntax::object::String<'_>>("ActualText"));
        self.marks.push(match actual {
            _ if is_artifact && kind.is_some_and(|kind| kind.as_str() == "Pagination") => {
                self.n_furniture += 1;
                Mark::Furniture
            }
            Some(text) => Mark::Actual(
                plain(&super::text_string(text.as_bytes())),
                self.found.all.len(),
            ),
            None => Mark::Plain,
        });
    }

    fn end_mark(&mut self) {
        if self.n_unmarked > 0 {
            self.n_unmarked -= 1;
            return;
        }
        match self.marks.pop() {
            Some(Mark::Furniture) => self.n_furniture -= 1,
            Some(Mark::Actual(text, start)) => self.replace(text, start),
            Some(Mark::Plain) | None => {}
        }
    }

    /// Makes one glyph of those since `start`, if they stand together on a line.
    fn replace(&mut self, text: Rc<str>, start: usize) {
        let Some([first, rest @ ..]) = self.found.all.get_mut(start..) else {
            return;
        };
        let is_short = text.chars().count() <= 3 * (rest.len() + 1) + 8;
        let in_line = rest.iter().all(|glyph| {
            glyph.turns == first.turns && (glyph.y - first.y).abs() < 0.1 * first.size
        });
        // Longer texts and those with spaces would hide where the words stand.
        if !is_short || !in_line || (text.contains(' ') && !rest.is_empty()) {
            return;
        }
        let x1 = rest.iter().map(|glyph| glyph.x1).fold(first.x1, f32::max);
        first.x1 = x1;
        first.text = text;
        self.found.all.truncate(start + 1);
    }
}

impl Cursor {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn advance(&mut self, by: f64) {
        self.text = Matrix::moved(by, 0.0).then(self.text);
    }
}

/// Whether an operator can move text, show it or draw something.
const fn matters(name: &[u8]) -> bool {
    matches!(
        name,
        b"q" | b"Q"
            | b"cm"
            | b"BT"
            | b"Tf"
            | b"Tc"
            | b"Tw"
            | b"Tz"
            | b"TL"
            | b"Ts"
            | b"Td"
            | b"TD"
            | b"Tm"
            | b"T*"
            | b"Tj"
            | b"TJ"
            | b"'"
            | b"\""
            | b"Do"
            | b"BI"
            | b"BMC"
            | b"BDC"
            | b"EMC"
    )
}

/// Turns the page so that most of its text is upright, and drops what then is not: notes along the margin, stamps.
fn set_upright(found: &mut Glyphs) {
    let mut counts = [0_usize; 4];
    for glyph in &found.all {
        counts[usize::from(glyph.turns)] += 1;
    }
    // Of equals, the first: upright text.
    let most = (0..4_u8)
        .rev()
        .max_by_key(|turns| counts[usize::from(*turns)]);
    let most = most.unwrap_or_default();
    found.all.retain(|glyph| glyph.turns == most);
    if most % 2 == 1 {
        std::mem::swap(&mut found.width, &mut found.height);
    }
    for glyph in &mut found.all {
        glyph.turns = 0;
    }
}
