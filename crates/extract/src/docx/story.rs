//! Owns a story: paragraphs and tables that follow each other, such as the body, a note or what stands in a text box.

use super::field::{Field, address};
use super::paragraph::{Look, Paragraph};
use super::styles::Languages;
use crate::Event;

/// A run: words that look alike.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) style: Option<String>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    /// The same for scripts written from right to left.
    pub(super) bold_rtl: Option<bool>,
    pub(super) italic_rtl: Option<bool>,
    pub(super) is_rtl: bool,
    pub(super) hidden: Option<bool>,
    pub(super) languages: Languages,
    /// The mark of a note, which the author chose.
    pub(super) is_note_mark: bool,
    /// Worked out from the above when its first words come.
    pub(super) seen: Option<Seen>,
}

/// What is to be seen of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) is_hidden: bool,
    pub(super) look: Look,
}

/// A table: where its elements were opened among the events.
#[derive(Debug, Default)]
pub(super) struct Table {
    opened: Vec<usize>,
    n_cells: usize,
    most_cells: usize,
    is_header: bool,
}

/// A story in the making.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) out: Vec<Event>,
    pub(super) paragraph: Option<Paragraph>,
    /// A paragraph whose end was deleted.
    pub(super) runs_on: Option<Paragraph>,
    pub(super) run: Run,
    /// Links that are open, as positions in the list of addresses.
    pub(super) links: Vec<u32>,
    fields: Vec<Field>,
    /// Of the fields, those whose result has not begun.
    n_instructions: usize,
    tables: Vec<Table>,
}

impl Story {
    /// Whether words are meant for the program rather than for readers.
    pub(super) const fn is_instructing(&self) -> bool {
        self.n_instructions > 0
    }

    pub(super) fn begin_field(&mut self) {
        self.fields.push(Field::default());
        self.n_instructions += 1;
    }

    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.fields.last_mut()
            && !field.in_result
        {
            field.instruction.push_str(text);
        }
    }

    /// The result of the innermost field begins; if it is a link, `addresses` gets where it leads.
    pub(super) fn begin_result(&mut self, addresses: &mut Vec<String>) {
        let Some(field) = self.fields.last_mut() else {
            return;
        };
        if std::mem::replace(&mut field.in_result, true) {
            return;
        }
        self.n_instructions -= 1;
        if let Some(address) = address(&field.instruction) {
            field.is_link = true;
            self.links.push(push(addresses, address));
        }
        field.instruction = String::new();
    }

    pub(super) fn end_field(&mut self) {
        let Some(field) = self.fields.pop() else {
            return;
        };
        if !field.in_result {
            self.n_instructions -= 1;
        }
        if field.is_link {
            self.links.pop();
        }
    }

    /// Fields do not begin in one paragraph and have their result in another: one that was never finished would
    /// swallow all that follows.
    pub(super) fn give_up_fields(&mut self) {
        while self.fields.pop_if(|field| !field.in_result).is_some() {
            self.n_instructions -= 1;
        }
    }

    pub(super) fn begin_table(&mut self) {
        let opened = vec![self.out.len()];
        self.out.push(Event::open("table"));
        self.tables.push(Table {
            opened,
            ..Table::default()
        });
    }

    pub(super) fn begin_row(&mut self) {
        let at = self.out.len();
        if let Some(table) = self.tables.last_mut() {
            table.opened.push(at);
            (table.n_cells, table.is_header) = (0, false);
        }
        self.out.push(Event::open("tr"));
    }

    /// The row is one of headings.
    pub(super) fn is_header_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.is_header = true;
        }
    }

    pub(super) fn begin_cell(&mut self) {
        let at = self.out.len();
        let mut tag = "td";
        if let Some(table) = self.tables.last_mut() {
            table.opened.push(at);
            table.n_cells += 1;
            table.most_cells = table.most_cells.max(table.n_cells);
            tag = if table.is_header { "th" } else { "td" };
        }
        self.out.push(Event::open(tag));
    }

    /// A table of one column is a frame around text.
    pub(super) fn end_table(&mut self) {
        self.out.push(Event::Close);
        let Some(table) = self.tables.pop() else {
            return;
        };
        if table.most_cells <= 1 {
            for at in table.opened {
                self.out[at] = Event::open("div");
            }
        }
    }
}

/// Adds to the list of addresses.
pub(super) fn push(addresses: &mut Vec<String>, address: String) -> u32 {
    let at = u32::try_from(addresses.len()).unwrap_or(u32::MAX);
    addresses.push(address);
    at
}
