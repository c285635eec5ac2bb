//! Owns the way from the order that letters are seen in, left to right, to the order that they are read in.
//!
//! The reverse of what the Unicode bidirectional algorithm does to a line, as far as letters and numbers tell it.

/// Whether `text` is mostly of letters that run from right to left.
pub(crate) fn is_rtl(text: &str) -> bool {
    let mut balance = 0_i64;
    for c in text.chars() {
        balance += match direction(c) {
            Direction::Right => 1,
            Direction::Left => -1,
            Direction::Number | Direction::None => 0,
        };
    }
    balance > 0
}

/// Whether `text` has a letter that runs from right to left.
pub(crate) fn has_rtl(text: &str) -> bool {
    text.chars().any(|c| direction(c) == Direction::Right)
}

/// The text of `units`, which stand from left to right, in reading order. `rtl` says how the line as a whole runs.
pub(crate) fn logical(units: &[&str], rtl: bool) -> String {
    let mut order: Vec<&str> = units.to_vec();
    if rtl {
        order.reverse();
        reverse_runs(&mut order, |unit| {
            matches!(unit, Direction::Left | Direction::Number)
        });
    } else {
        let mut at = 0;
        while let Some((start, end)) = next_run(&order, at, |unit| unit == Direction::Right) {
            order[start..end].reverse();
            reverse_runs(&mut order[start..end], |unit| unit == Direction::Number);
            at = end;
        }
    }
    order.concat()
}

/// Reverses every run of units of a kind, with what stands between them.
fn reverse_runs(order: &mut [&str], is_kind: impl Fn(Direction) -> bool) {
    let mut at = 0;
    while let Some((start, end)) = next_run(order, at, &is_kind) {
        order[start..end].reverse();
        at = end;
    }
}

/// The next run of units of a kind: neutral ones between two of them belong to it, others end it.
fn next_run(
    order: &[&str],
    from: usize,
    is_kind: impl Fn(Direction) -> bool,
) -> Option<(usize, usize)> {
    let start = (from..order.len()).find(|at| is_kind(direction_of(order[*at])))?;
    let mut end = start + 1;
    for (at, unit) in order.iter().enumerate().skip(start + 1) {
        match direction_of(unit) {
            found if is_kind(found) => end = at + 1,
            Direction::None => {}
            // A number goes along with the letters around it.
            Direction::Number => {}
            _ => break,
        }
    }
    Some((start, end))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Left,
    Right,
    Number,
    None,
}

fn direction_of(unit: &str) -> Direction {
    unit.chars()
        .map(direction)
        .find(|found| *found != Direction::None)
        .unwrap_or(Direction::None)
}

fn direction(c: char) -> Direction {
    match c {
        '\u{590}'..='\u{5ff}'
        | '\u{600}'..='\u{65f}'
        | '\u{66a}'..='\u{6ef}'
        | '\u{6fa}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1eeff}' => Direction::Right,
        c if c.is_numeric() => Direction::Number,
        c if c.is_alphabetic() => Direction::Left,
        _ => Direction::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(seen: &str, rtl: bool, read: &str) {
        let units: Vec<String> = seen.chars().map(String::from).collect();
        let units: Vec<&str> = units.iter().map(String::as_str).collect();
        assert_eq!(logical(&units, rtl), read, "{seen}");
    }

    #[test]
    fn letters_are_put_in_reading_order_and_numbers_and_foreign_words_stay() {
        check("abc 12", false, "abc 12");
        check("םולש", true, "שלום");
        check("123 םולש", true, "שלום 123");
        check("1,234 New York םולש", true, "שלום 1,234 New York");
        check("He said םלוע םולש twice", false, "He said שלום עולם twice");
    }
}
