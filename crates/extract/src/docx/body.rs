//! Owns the walk through WordprocessingML (ECMA-376 part 1, section 17): from elements to the events of an article.

use std::collections::{BTreeMap, BTreeSet};

use super::numbering::Numbering;
use super::paragraph::{Look, Paragraph};
use super::story::{Run, Seen, Story, push};
use super::styles::{Languages, Role, Style, Styles, toggle};
use super::symbol::symbol;
use crate::Event;
use crate::xml::{Element, Node, Vocabulary, Xml};

/// Text boxes in text boxes are stories of their own no deeper than this; deeper ones run on.
const MOST_STORIES: usize = 16;

/// What the parts of a document say about each other.
pub(super) struct Context<'a> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: &'a Numbering,
    /// Addresses of links by the ids of relationships.
    pub(super) targets: &'a BTreeMap<String, String>,
}

/// What was found on the way, besides the events.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) date: Option<String>,
    /// Characters in each language.
    pub(super) languages: BTreeMap<String, usize>,
    /// Notes referred to, in order, each once.
    pub(super) notes: Vec<NoteId>,
    known_notes: BTreeSet<NoteId>,
    pub(super) n_comments: usize,
    pub(super) n_changes: usize,
    pub(super) n_hidden: usize,
    pub(super) n_pictures: usize,
    /// Documents of other formats that are embedded as text.
    pub(super) n_embedded: usize,
    pub(super) has_contents: bool,
}

/// A note: whether it stands at the end of the document, and its id.
pub(super) type NoteId = (bool, String);

/// What the end of an open element is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    Other,
    Paragraph,
    ParagraphProperties,
    /// Of the mark that ends a paragraph.
    MarkProperties,
    Run,
    RunProperties,
    RowProperties,
    Text,
    Instruction,
    Table,
    Row,
    Cell,
    Link,
    SimpleField,
    TextBox,
    Note,
    /// Alternatives, and whether one was taken.
    Alternatives(bool),
    /// A content control, and whether its content is not the author's words.
    Control(bool),
    ControlProperties,
}

pub(super) struct Body<'a> {
    context: Context<'a>,
    pub(super) found: Found,
    addresses: Vec<String>,
    /// The innermost last; never empty.
    story: Story,
    outer: Vec<Story>,
    frames: Vec<Frame>,
    /// Notes by id, if this is the part of notes.
    notes: BTreeMap<String, Vec<Event>>,
    note_ids: Vec<String>,
    /// Byte at which the markup stopped making sense.
    pub(super) fault: Option<u64>,
}

impl<'a> Body<'a> {
    pub(super) fn new(context: Context<'a>) -> Self {
        Self {
            context,
            found: Found::default(),
            addresses: Vec::new(),
            story: Story::default(),
            outer: Vec::new(),
            frames: Vec::new(),
            notes: BTreeMap::new(),
            note_ids: Vec::new(),
            fault: None,
        }
    }

    /// Walks through a part: its events, and if it is one of notes, those of each note.
    pub(super) fn walk(&mut self, text: &str) -> (Vec<Event>, BTreeMap<String, Vec<Event>>) {
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next() {
            match node {
                Node::Open(element) => match self.open(&element) {
                    Some(frame) => self.frames.push(frame),
                    None => xml.skip(),
                },
                Node::Text(text) => match self.frames.last() {
                    Some(Frame::Text) => self.words(&text),
                    Some(Frame::Instruction) => self.story.instruct(&text),
                    _ => {}
                },
                Node::Close => self.close(),
            }
        }
        self.fault = xml.fault();
        while !self.frames.is_empty() {
            self.close();
        }
        self.end_story();
        let events = std::mem::take(&mut self.story).out;
        (events, std::mem::take(&mut self.notes))
    }

    /// What to do at the end of `element`; `None` to pass over all that it holds.
    fn open(&mut self, element: &Element<'_>) -> Option<Frame> {
        let parent = self.frames.last().copied().unwrap_or(Frame::Other);
        match (element.vocabulary, element.name()) {
            (Vocabulary::Compatibility, "AlternateContent") => Some(Frame::Alternatives(false)),
            (Vocabulary::Compatibility, "Choice" | "Fallback") => self.choose(),
            (Vocabulary::Mathematics, "t") => Some(Frame::Text),
            (Vocabulary::Word, name) => match parent {
                Frame::ParagraphProperties => self.paragraph_property(name, element),
                Frame::MarkProperties => {
                    if matches!(name, "del" | "moveFrom")
                        && let Some(paragraph) = &mut self.story.paragraph
                    {
                        paragraph.runs_on = true;
                    }
                    None
                }
                Frame::RunProperties => {
                    self.run_property(name, element);
                    None
                }
                Frame::RowProperties => {
                    if name == "tblHeader" && toggle(element) {
                        self.story.is_header_row();
                    }
                    None
                }
                Frame::ControlProperties => self.control_property(name, element),
                parent => self.content(name, element, parent),
            },
            (_, "blip" | "imagedata") => {
                self.found.n_pictures += 1;
                Some(Frame::Other)
            }
            _ => Some(Frame::Other),
        }
    }

    fn content(&mut self, name: &str, element: &Element<'_>, parent: Frame) -> Option<Frame> {
        match name {
            "p" => {
                self.begin_paragraph();
                return Some(Frame::Paragraph);
            }
            "pPr" => return (parent == Frame::Paragraph).then_some(Frame::ParagraphProperties),
            "r" => {
                self.story.run = Run::default();
                return Some(Frame::Run);
            }
            "rPr" => return (parent == Frame::Run).then_some(Frame::RunProperties),
            "t" => return Some(Frame::Text),
            "instrText" => return Some(Frame::Instruction),
            "tab" | "ptab" => self.words("\t"),
            "br" | "cr" => self.line_break(),
            "noBreakHyphen" => self.words("\u{2011}"),
            "sym" => {
                let font = element.get("font").unwrap_or_default();
                let code = element.get("char").unwrap_or_default();
                if let Some(c) = symbol(&font, &code) {
                    self.words(c.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => match element.get("fldCharType").as_deref() {
                Some("begin") => self.story.begin_field(),
                Some("separate") => self.story.begin_result(&mut self.addresses),
                Some("end") => self.story.end_field(),
                _ => {}
            },
            "fldSimple" => {
                self.story.begin_field();
                self.story
                    .instruct(&element.get("instr").unwrap_or_default());
                self.story.begin_result(&mut self.addresses);
                return Some(Frame::SimpleField);
            }
            "hyperlink" => {
                let id = element.get("id");
                let target = id.and_then(|id| self.context.targets.get(&id));
                let Some(target) = target else {
                    return Some(Frame::Other);
                };
                let target = match element.get("anchor") {
                    Some(anchor) if !target.contains('#') => format!("{target}#{anchor}"),
                    _ => target.clone(),
                };
                self.story.links.push(push(&mut self.addresses, target));
                return Some(Frame::Link);
            }
            "ins" | "moveTo" => {
                self.found.n_changes += 1;
                return Some(Frame::Other);
            }
            "del" | "moveFrom" => self.found.n_changes += 1,
            "tbl" => {
                self.end_story();
                self.story.begin_table();
                return Some(Frame::Table);
            }
            "tr" if parent != Frame::Paragraph => {
                self.end_story();
                self.story.begin_row();
                return Some(Frame::Row);
            }
            "trPr" => return Some(Frame::RowProperties),
            "tc" if parent != Frame::Paragraph => {
                self.end_story();
                self.story.begin_cell();
                return Some(Frame::Cell);
            }
            "sdt" => return Some(Frame::Control(false)),
            "sdtPr" => return Some(Frame::ControlProperties),
            "sdtContent" if parent == Frame::Control(true) => {}
            "txbxContent" if self.outer.len() < MOST_STORIES => {
                let outer = std::mem::take(&mut self.story);
                self.outer.push(outer);
                return Some(Frame::TextBox);
            }
            "footnote" | "endnote" => {
                self.note_ids.push(element.get("id").unwrap_or_default());
                return Some(Frame::Note);
            }
            "footnoteReference" | "endnoteReference" => self.refer(name, element),
            "commentReference" => self.found.n_comments += 1,
            "altChunk" => self.found.n_embedded += 1,
            // Words that are gone, readings of characters, and what says how things look.
            "delText" | "delInstrText" | "rt" | "softHyphen" | "sectPr" | "tblPr" | "tblPrEx"
            | "tblGrid" | "tcPr" | "sdtEndPr" | "rubyPr" | "customXmlPr" | "smartTagPr"
            | "background" | "ffData" => {}
            _ => return Some(Frame::Other),
        }
        None
    }

    fn close(&mut self) {
        match self.frames.pop() {
            Some(Frame::Paragraph) => self.end_paragraph(),
            Some(Frame::Table) => {
                self.end_story();
                self.story.end_table();
            }
            Some(Frame::Row | Frame::Cell) => {
                self.end_story();
                self.story.out.push(Event::Close);
            }
            Some(Frame::Link) => {
                self.story.links.pop();
            }
            Some(Frame::SimpleField) => self.story.end_field(),
            Some(Frame::TextBox) => {
                self.end_story();
                if let Some(outer) = self.outer.pop() {
                    let inner = std::mem::replace(&mut self.story, outer);
                    let after = match &mut self.story.paragraph {
                        Some(paragraph) => &mut paragraph.after,
                        None => &mut self.story.out,
                    };
                    after.extend(inner.out);
                }
            }
            Some(Frame::Note) => {
                self.end_story();
                let note = std::mem::take(&mut self.story).out;
                let id = self.note_ids.pop().unwrap_or_default();
                self.notes.entry(id).or_insert(note);
            }
            _ => {}
        }
    }

    /// Takes the first alternative and passes over the others: they say the same for older programs.
    fn choose(&mut self) -> Option<Frame> {
        match self.frames.last_mut() {
            Some(Frame::Alternatives(taken)) if !*taken => {
                *taken = true;
                Some(Frame::Other)
            }
            _ => None,
        }
    }

    fn paragraph_property(&mut self, name: &str, element: &Element<'_>) -> Option<Frame> {
        let Some(paragraph) = &mut self.story.paragraph else {
            return None;
        };
        let value = || element.get("val");
        match name {
            "pStyle" => paragraph.style = value(),
            "numPr" => return Some(Frame::ParagraphProperties),
            "numId" => paragraph.numbering.0 = value(),
            "ilvl" => paragraph.numbering.1 = value().and_then(|level| level.parse().ok()),
            "outlineLvl" => paragraph.outline = value().and_then(|level| level.parse().ok()),
            // An initial that hangs beside its paragraph.
            "framePr" if element.get("dropCap").is_some_and(|kind| kind != "none") => {
                paragraph.runs_on = true;
            }
            "rPr" => return Some(Frame::MarkProperties),
            _ => {}
        }
        None
    }

    fn run_property(&mut self, name: &str, element: &Element<'_>) {
        let run = &mut self.story.run;
        match name {
            "rStyle" => run.style = element.get("val"),
            "b" => run.bold = Some(toggle(element)),
            "i" => run.italic = Some(toggle(element)),
            "bCs" => run.bold_rtl = Some(toggle(element)),
            "iCs" => run.italic_rtl = Some(toggle(element)),
            "rtl" => run.is_rtl = toggle(element),
            "vanish" => run.hidden = Some(toggle(element)),
            "lang" => run.languages = Languages::of(element),
            _ => {}
        }
    }

    /// Tells controls whose content is made by the program: tables of contents, and what asks for words.
    fn control_property(&mut self, name: &str, element: &Element<'_>) -> Option<Frame> {
        let is_contents = match name {
            "docPartObj" => return Some(Frame::ControlProperties),
            "docPartGallery" => element.get("val").as_deref() == Some("Table of Contents"),
            _ => false,
        };
        if is_contents || name == "showingPlcHdr" && toggle(element) {
            self.found.has_contents |= is_contents;
            let controls = |frame: &&mut Frame| matches!(frame, Frame::Control(_));
            if let Some(control) = self.frames.iter_mut().rev().take(3).find(controls) {
                *control = Frame::Control(true);
            }
        }
        None
    }

    fn refer(&mut self, name: &str, element: &Element<'_>) {
        let custom = element.get("customMarkFollows");
        self.story.run.is_note_mark = custom.is_some_and(|value| value != "0" && value != "false");
        let id = (
            name == "endnoteReference",
            element.get("id").unwrap_or_default(),
        );
        if self.found.known_notes.insert(id.clone()) {
            self.found.notes.push(id);
        }
    }

    fn begin_paragraph(&mut self) {
        self.end_paragraph();
        let before = self.story.runs_on.take();
        self.story.paragraph = Some(Paragraph::after(before));
        self.story.run = Run::default();
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.story.paragraph.take() else {
            return;
        };
        self.story.give_up_fields();
        if paragraph.runs_on {
            self.story.runs_on = Some(paragraph);
        } else {
            self.say(paragraph);
        }
    }

    /// Ends the paragraph at hand and all that ran on.
    fn end_story(&mut self) {
        self.end_paragraph();
        if let Some(paragraph) = self.story.runs_on.take() {
            self.say(paragraph);
        }
    }

    fn say(&mut self, paragraph: Paragraph) {
        let role = paragraph.role(self.context.styles, self.context.numbering);
        let slot = match role {
            Role::Contents => {
                self.found.has_contents |= !paragraph.is_blank();
                return;
            }
            Role::Title => Some(&mut self.found.title),
            Role::Byline => Some(&mut self.found.byline),
            Role::Date => Some(&mut self.found.date),
            _ => None,
        };
        if let Some(slot) = slot
            && slot.is_none()
            && !paragraph.is_blank()
        {
            *slot = Some(paragraph.line());
        }
        paragraph.say(role, &self.addresses, &mut self.story.out);
    }

    fn words(&mut self, text: &str) {
        self.push(text, false);
    }

    fn line_break(&mut self) {
        self.push("", true);
    }

    fn push(&mut self, text: &str, is_break: bool) {
        if self.story.is_instructing() || self.story.run.is_note_mark {
            return;
        }
        let seen = match self.story.run.seen {
            Some(seen) => seen,
            None => self.see(text),
        };
        if seen.is_hidden {
            return;
        }
        let look = Look {
            link: self.story.links.last().copied(),
            ..seen.look
        };
        // Words outside paragraphs are none that Word would show, but they are there.
        let paragraph = self.story.paragraph.get_or_insert_default();
        if is_break {
            paragraph.line_break(look);
        } else {
            paragraph.push(text, look);
        }
    }

    /// Works out what is to be seen of the run at hand, and counts its language.
    fn see(&mut self, text: &str) -> Seen {
        let styles = self.context.styles;
        let run = &self.story.run;
        let paragraph = self.story.paragraph.as_ref();
        let by_paragraph = styles.paragraph(paragraph.and_then(|one| one.style.as_deref()));
        let by_run = run.style.as_ref().and_then(|id| styles.run(id));
        // Styles of paragraph and run cancel each other out; what the run says itself holds (section 17.7.3).
        // What sets off a heading, a quotation or a caption as a whole stresses nothing in it.
        let is_body = |style: &&Style| matches!(style.role, Role::Body | Role::List { .. });
        let stressing = by_paragraph.filter(is_body);
        let toggled = |own: Option<bool>, by: fn(&Style) -> Option<bool>| {
            let by_paragraph = stressing.and_then(by).unwrap_or_default();
            own.unwrap_or_else(|| by_paragraph ^ by_run.and_then(by).unwrap_or_default())
        };
        let (bold, italic) = if run.is_rtl {
            (run.bold_rtl, run.italic_rtl)
        } else {
            (run.bold, run.italic)
        };
        let seen = Seen {
            is_hidden: run.hidden.unwrap_or_else(|| {
                let by =
                    |style: Option<&Style>| style.and_then(|one| one.hidden).unwrap_or_default();
                by(by_paragraph) ^ by(by_run)
            }),
            look: Look {
                bold: toggled(bold, |style| style.bold),
                italic: toggled(italic, |style| style.italic),
                code: by_run.is_some_and(|style| style.is_code),
                link: None,
            },
        };
        let is_eastern = text
            .chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(is_eastern);
        let pick = |languages: &Languages| {
            if run.is_rtl {
                languages.right_to_left.clone()
            } else if is_eastern {
                languages.eastern.clone()
            } else {
                languages.western.clone()
            }
        };
        let language = pick(&run.languages)
            .or_else(|| pick(&by_run?.languages))
            .or_else(|| pick(&by_paragraph?.languages))
            .or_else(|| pick(styles.languages()));
        if let Some(language) = language.filter(|_| !seen.is_hidden) {
            *self.found.languages.entry(language).or_default() += text.len();
        }
        self.found.n_hidden += usize::from(seen.is_hidden && !text.trim().is_empty());
        self.story.run.seen = Some(seen);
        seen
    }
}

/// Characters of Chinese, Japanese and Korean.
const fn is_eastern(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}
