//! Owns the encodings by which bytes travel through mail (RFC 2045, section 6).

use std::borrow::Cow;

/// The bytes that `body` stands for. What is not right is passed over, so that as much as can be is read.
pub(super) fn decode<'a>(body: &'a [u8], encoding: &str) -> Cow<'a, [u8]> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        "base64" => Cow::Owned(base64(body)),
        _ => Cow::Borrowed(body),
    }
}

/// RFC 2045, section 6.7: `=3D` is a byte, `=` at the end of a line joins it with the next.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(byte) = body.get(at) {
        at += 1;
        if *byte != b'=' {
            out.push(*byte);
            continue;
        }
        let rest = &body[at..];
        if let [high, low, ..] = rest
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            out.push(high << 4 | low);
            at += 2;
            continue;
        }
        // White space that was added on the way.
        let n_spaces = rest
            .iter()
            .take(80)
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        match &rest[n_spaces..] {
            [b'\r', b'\n', ..] => at += n_spaces + 2,
            [b'\n' | b'\r', ..] => at += n_spaces + 1,
            [] => at += n_spaces,
            _ => out.push(b'='),
        }
    }
    out
}

/// The value of a hexadecimal digit.
pub(super) fn hex(byte: u8) -> Option<u8> {
    let value = char::from(byte).to_digit(16)?;
    u8::try_from(value).ok()
}

/// RFC 2045, section 6.8; padding is not asked for, and other characters are passed over.
pub(super) fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3 + 3);
    let (mut bits, mut n_bits) = (0_u32, 0_u32);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                // What follows was encoded apart.
                (bits, n_bits) = (0, 0);
                continue;
            }
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            out.push((bits >> n_bits & 0xff) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(body: &str, encoding: &str) -> String {
        String::from_utf8_lossy(&decode(body.as_bytes(), encoding)).into_owned()
    }

    #[test]
    fn both_encodings_are_undone_and_what_is_none_is_kept() {
        assert_eq!(
            decoded(
                "Gr=C3=B6=c3=9fe a=\r\nb=20=\nc= \nd =3D =zz=",
                "Quoted-Printable"
            ),
            "Größe ab cd = =zz"
        );
        assert_eq!(decoded("R3LD\r\ntsOf ZQ==", "BASE64"), "Größe");
        assert_eq!(decoded("R3LDtsOfZQ", "base64"), "Größe");
        assert_eq!(decoded("a=3Db", "8bit"), "a=3Db");
    }
}
