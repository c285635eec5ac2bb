//! Owns fields: instructions to the program, and of them only where a link leads.

/// A field from its begin mark on.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// What the program is told, as far as it has been read.
    pub(super) instruction: String,
    /// Its result has begun; what stands before is not for readers.
    pub(super) in_result: bool,
    /// Its result is a link.
    pub(super) is_link: bool,
}

/// The address in a `HYPERLINK` instruction (ECMA-376 part 1, section 17.16.5.25); `None` for other instructions, and for
/// links inside the document.
pub(super) fn address(instruction: &str) -> Option<String> {
    let mut arguments = Arguments(instruction);
    if !arguments.next()?.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let (mut address, mut fragment) = (None, None);
    while let Some(argument) = arguments.next() {
        match argument {
            "\\l" => fragment = arguments.next(),
            "\\o" | "\\t" => {
                arguments.next();
            }
            switch if switch.starts_with('\\') => {}
            _ => address = address.or(Some(argument)),
        }
    }
    let address = address.filter(|address| !address.is_empty())?;
    Some(match fragment {
        Some(fragment) if !address.contains('#') => format!("{address}#{fragment}"),
        _ => address.to_owned(),
    })
}

/// Words, or what stands in quotation marks.
struct Arguments<'a>(&'a str);

impl<'a> Iterator for Arguments<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.0.trim_start();
        if rest.is_empty() {
            return None;
        }
        let (argument, rest) = match rest.strip_prefix(['"', '“', '”']) {
            Some(quoted) => quoted.split_once(['"', '“', '”']).unwrap_or((quoted, "")),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        self.0 = rest;
        Some(argument)
    }
}
