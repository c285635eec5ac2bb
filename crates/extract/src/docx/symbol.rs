//! Owns characters of fonts of symbols, which documents name by font and place.

/// The character at `code` of `font`, as Unicode has it; those it does not know stay where they are, in the private use area.
pub(super) fn symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    // Places in these fonts are given from U+F000 on (ECMA-376 part 1, section 17.3.3.30).
    let place = match code {
        0xf000..=0xf0ff => code - 0xf000,
        _ => code,
    };
    let font = font.to_ascii_lowercase();
    let known = match font.as_str() {
        "symbol" => of_symbol(place),
        font if font.starts_with("wingdings") => of_wingdings(place),
        _ => None,
    };
    let plain = || {
        let is_letter = !font.contains("dings") && font != "symbol";
        char::from_u32(if is_letter { place } else { code })
    };
    known.or_else(plain).filter(|c| !c.is_control())
}

fn of_symbol(place: u32) -> Option<char> {
    const CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    Some(match place {
        0x41..=0x5a => CAPITALS.chars().nth(place as usize - 0x41)?,
        0x61..=0x7a => SMALL.chars().nth(place as usize - 0x61)?,
        0xa3 => '≤',
        0xa5 => '∞',
        0xac => '←',
        0xad => '↑',
        0xae => '→',
        0xaf => '↓',
        0xb0 => '°',
        0xb1 => '±',
        0xb2 => '″',
        0xb3 => '≥',
        0xb4 => '×',
        0xb7 => '•',
        0xb9 => '≠',
        0xbb => '≈',
        0xbc => '…',
        0xd6 => '√',
        0x20..=0x3f => char::from_u32(place)?,
        _ => return None,
    })
}

fn of_wingdings(place: u32) -> Option<char> {
    Some(match place {
        0x4a => '☺',
        0x6c | 0x9f => '●',
        0x6e => '■',
        0x6f | 0xa8 => '☐',
        0xa7 => '▪',
        0xd8 => '➢',
        0xdf | 0xe7 => '←',
        0xe0 | 0xe8 => '→',
        0xfb => '✗',
        0xfc => '✓',
        0xfd => '☒',
        0xfe => '☑',
        _ => return None,
    })
}
