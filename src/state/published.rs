//! Reads printed dates as far as an order needs it.

/// Year, month and day of a date as articles print it: `2026-11-23T08:00Z`, *23 November 2026*, *Nov. 23, 2026*. A year
/// alone, or with a month, comes before all days in it. `None` when no year is found.
#[must_use]
pub fn published(date: &str) -> Option<(u32, u32, u32)> {
    let parts: Vec<&str> = date
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let number = |part: &str| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        digits
            .parse::<u32>()
            .ok()
            .map(|number| (digits.len(), number))
    };
    let year_at = parts
        .iter()
        .position(|part| matches!(number(part), Some((4, 1000..=2999))))?;
    let (_, year) = number(parts[year_at])?;
    let named = parts.iter().find_map(|part| month(part));
    // Digits first: 2026-11-23. Else the day stands beside a month with a name.
    let after = |nth: usize| {
        let part = parts.get(year_at + nth)?;
        number(part)
            .filter(|(len, _)| *len <= 2)
            .map(|(_, number)| number)
    };
    let small = parts
        .iter()
        .take(year_at)
        .filter_map(|part| number(part))
        .find(|(len, day)| *len <= 2 && (1..=31).contains(day));
    match named {
        Some(month) => Some((year, month, small.map_or(0, |(_, day)| day))),
        None if year_at == 0 => {
            let month = after(1).filter(|month| (1..=12).contains(month));
            let day = after(2).filter(|_| month.is_some());
            Some((year, month.unwrap_or(0), day.unwrap_or(0)))
        }
        None => Some((year, 0, 0)),
    }
}

/// The month that a word names, by its first three letters in English; German, French and Spanish ones that differ too.
fn month(word: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["jan", "ene"],
        &["feb", "fév", "fev"],
        &["mar", "mär", "mrz"],
        &["apr", "avr", "abr"],
        &["may", "mai"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "aoû", "ago"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez", "déc", "dic"],
    ];
    let word = word.to_lowercase();
    let month = NAMES
        .iter()
        .position(|names| names.iter().any(|name| word.starts_with(name)))?;
    u32::try_from(month + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn dates_are_read_as_articles_print_them() {
        for (date, expected) in [
            ("2026-11-23T08:30:00+01:00", Some((2026, 11, 23))),
            ("2026-11", Some((2026, 11, 0))),
            ("23 November 2026", Some((2026, 11, 23))),
            ("Nov. 23, 2026, 8:15 p.m.", Some((2026, 11, 23))),
            ("Monday, 3rd May 2021", Some((2021, 5, 3))),
            ("12. März 2024", Some((2024, 3, 12))),
            ("1999", Some((1999, 0, 0))),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(published(date), expected, "{date}");
        }
        assert!(published("2026-11-23") > published("22 November 2026"));
    }
}
