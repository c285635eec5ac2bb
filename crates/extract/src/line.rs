//! Owns [`Line`]: the words of one block while they come in, with white space collapsed as CSS does and styled runs.

use hearsay_text::{Inline, InlineStyle, Span};

/// Words of a block in the making.
///
/// White space of HTML (space, tab, line feed, form feed, carriage return) collapses to one space and vanishes at both
/// ends of a line. A no-break space is a character like any other and is kept: French puts it inside its quotation marks,
/// and the words then equal those of the page.
#[derive(Default)]
pub(crate) struct Line {
    words: String,
    inlines: Vec<Inline>,
    /// Open styles, outermost first, and where their first character stands, once there is one.
    styles: Vec<(InlineStyle, Option<usize>)>,
    /// White space came since the last character.
    space: bool,
    /// Line breaks came since the last character.
    breaks: usize,
}

impl Line {
    /// Whether `c` would be the first character after two line breaks or more: by custom, a new paragraph.
    pub(crate) fn ends_paragraph_before(&self, c: char) -> bool {
        self.breaks > 1 && !collapses(c) && !self.words.is_empty()
    }

    /// Adds a character, or white space that collapses.
    pub(crate) fn push(&mut self, c: char) {
        if collapses(c) {
            self.space = true;
            return;
        }
        let gap = match (self.words.is_empty(), self.breaks, self.space) {
            (true, ..) | (_, 0, false) => None,
            (_, 0, true) => Some(' '),
            _ => Some('\n'),
        };
        self.words.extend(gap);
        self.push_word(c);
    }

    /// Adds `text` with all its white space.
    pub(crate) fn push_as_it_is(&mut self, text: &str) {
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\r' => self.push_word('\n'),
                c => self.push_word(c),
            }
        }
    }

    fn push_word(&mut self, c: char) {
        (self.space, self.breaks) = (false, 0);
        let at = self.words.len();
        for (_, start) in &mut self.styles {
            start.get_or_insert(at);
        }
        self.words.push(c);
    }

    /// What follows stands on the next line.
    pub(crate) const fn line_break(&mut self) {
        self.breaks += 1;
    }

    /// Sets what follows in `style`. Returns `false`, and there is nothing to close, when it is so set already: so
    /// that soup nests no deeper than there are styles.
    pub(crate) fn open_style(&mut self, style: InlineStyle) -> bool {
        let same =
            |other: &InlineStyle| std::mem::discriminant(other) == std::mem::discriminant(&style);
        if self.styles.iter().any(|(other, _)| same(other)) {
            return false;
        }
        self.styles.push((style, None));
        true
    }

    /// Ends the style opened last.
    pub(crate) fn close_style(&mut self) {
        if let Some((style, Some(start))) = self.styles.pop() {
            let span = Span::from_range(start..self.words.len());
            self.inlines.push(Inline { span, style });
        }
    }

    /// The words so far and their styled runs; styles that are open go on in the next block.
    pub(crate) fn take(&mut self) -> (String, Vec<Inline>) {
        let end = self.words.len();
        // Innermost first, as closing them would do.
        for (style, start) in self.styles.iter_mut().rev() {
            if let Some(start) = start.take() {
                self.inlines.push(Inline {
                    span: Span::from_range(start..end),
                    style: style.clone(),
                });
            }
        }
        (self.space, self.breaks) = (false, 0);
        // A stable sort keeps inner before outer where both have one span; the outer is to come first.
        self.inlines.reverse();
        (
            std::mem::take(&mut self.words),
            std::mem::take(&mut self.inlines),
        )
    }
}

const fn collapses(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}
