//! Owns the maps between bytes, UTF-16 units and Unicode code points of one text.

use crate::Span;

/// A position counted in UTF-16 code units, as the DOM and JavaScript count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Utf16Offset(pub u32);

/// A position counted in Unicode code points, as the W3C annotation model and corpus files count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodePointOffset(pub u32);

/// Maps positions of one text between its three counts. Built once per text in linear time; a look-up is a binary
/// search among the characters that are not ASCII.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    /// The three counts at the end of each character that is not ASCII.
    steps: Vec<Step>,
    /// The three counts at the end of the text.
    end: Step,
}

#[derive(Clone, Copy, Debug, Default)]
struct Step {
    byte: u32,
    utf16: u32,
    code_point: u32,
}

impl OffsetMap {
    /// The map of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut steps = Vec::new();
        let mut at = Step::default();
        for c in text.chars() {
            at.byte += u32::try_from(c.len_utf8()).unwrap_or_default();
            at.utf16 += u32::try_from(c.len_utf16()).unwrap_or_default();
            at.code_point += 1;
            if !c.is_ascii() {
                steps.push(at);
            }
        }
        Self { steps, end: at }
    }

    /// The three counts at the last known point at or before `offset`, counted by `unit`, and how far behind it lies.
    /// `next` is the point after it, if the text has one.
    fn before(&self, offset: u32, unit: impl Fn(&Step) -> u32) -> (Step, u32, Option<Step>) {
        let offset = offset.min(unit(&self.end));
        let nth = self.steps.partition_point(|step| unit(step) <= offset);
        let known = nth
            .checked_sub(1)
            .map_or_else(Step::default, |idx| self.steps[idx]);
        (known, offset - unit(&known), self.steps.get(nth).copied())
    }

    /// All three counts at `offset`; inside a character: at its start. Past the end: the end.
    fn at(&self, offset: u32, unit: impl Fn(&Step) -> u32) -> Step {
        let (known, ahead, next) = self.before(offset, &unit);
        // Between `known` and the character that ends at `next` all is ASCII, one of each unit a character.
        let ascii = next.map_or(u32::MAX, |next| next.code_point - known.code_point - 1);
        let ahead = ahead.min(ascii);
        Step {
            byte: known.byte + ahead,
            utf16: known.utf16 + ahead,
            code_point: known.code_point + ahead,
        }
    }

    /// UTF-16 units before the byte at `byte`.
    #[must_use]
    pub fn utf16(&self, byte: u32) -> Utf16Offset {
        Utf16Offset(self.at(byte, |step| step.byte).utf16)
    }

    /// Code points before the byte at `byte`.
    #[must_use]
    pub fn code_point(&self, byte: u32) -> CodePointOffset {
        CodePointOffset(self.at(byte, |step| step.byte).code_point)
    }

    /// The byte at which the UTF-16 unit at `offset` begins; inside a surrogate pair, the pair's first byte.
    #[must_use]
    pub fn byte_of_utf16(&self, offset: Utf16Offset) -> u32 {
        self.at(offset.0, |step| step.utf16).byte
    }

    /// The byte at which the code point at `offset` begins.
    #[must_use]
    pub fn byte_of_code_point(&self, offset: CodePointOffset) -> u32 {
        self.at(offset.0, |step| step.code_point).byte
    }

    /// `span` in code points: start and end.
    #[must_use]
    pub fn code_points(&self, span: Span) -> (u32, u32) {
        (self.code_point(span.start).0, self.code_point(span.end).0)
    }

    /// The span of the code points from `start` to `end`.
    #[must_use]
    pub fn span_of_code_points(&self, start: u32, end: u32) -> Span {
        Span::new(
            self.byte_of_code_point(CodePointOffset(start)),
            self.byte_of_code_point(CodePointOffset(end)),
        )
    }

    /// Number of code points in the whole text.
    #[must_use]
    pub const fn n_code_points(&self) -> u32 {
        self.end.code_point
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 5] = ["", "plain", "né à Łódź", "a😀b🇪🇺c", "日本語 and e\u{301}"];

    #[test]
    fn every_boundary_maps_there_and_back() {
        for text in TEXTS {
            let map = OffsetMap::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                let byte = u32::try_from(byte).unwrap();
                let utf16 = map.utf16(byte);
                let code_point = map.code_point(byte);
                assert_eq!(utf16.0 as usize, before.encode_utf16().count(), "{text}");
                assert_eq!(code_point.0 as usize, before.chars().count(), "{text}");
                assert_eq!(map.byte_of_utf16(utf16), byte, "{text}");
                assert_eq!(map.byte_of_code_point(code_point), byte, "{text}");
            }
        }
    }

    #[test]
    fn a_position_inside_a_character_snaps_to_its_start() {
        let map = OffsetMap::new("a😀b");
        assert_eq!(map.byte_of_utf16(Utf16Offset(2)), 1);
        assert_eq!(map.code_point(3).0, 1);
    }

    #[test]
    fn a_position_past_the_end_is_the_end() {
        let map = OffsetMap::new("né");
        assert_eq!(map.byte_of_code_point(CodePointOffset(99)), 3);
        assert_eq!(map.utf16(99).0, 2);
    }
}
