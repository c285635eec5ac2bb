//! Owns the written form of a [`Timestamp`]: ISO 8601, as the W3C formats ask (`xsd:dateTime`).
//!
//! The proleptic Gregorian calendar, after Howard Hinnant's *chrono-Compatible Low-Level Date Algorithms*; a date crate
//! would be many times the size of this.

use crate::Timestamp;

const DAY: u64 = 86_400_000;

/// `timestamp` in UTC: `2026-11-23T06:40:12.345Z`, without the fraction when it is zero.
pub(crate) fn format(timestamp: Timestamp) -> String {
    let (year, month, day) = civil(timestamp.0 / DAY);
    let millis = timestamp.0 % DAY;
    let (hour, minute, second) = (
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1_000 % 60,
    );
    let fraction = match millis % 1_000 {
        0 => String::new(),
        millis => format!(".{millis:03}"),
    };
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
}

/// The time that `written` names, with any offset from UTC; without one it is taken for UTC. `None` when it is no such
/// date or lies before 1970.
pub(crate) fn parse(written: &str) -> Option<Timestamp> {
    let (date, time) = written.split_once(['T', 't', ' '])?;
    let mut parts = date.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let days = days(number(year, 4)?, number(month, 2)?, number(day, 2)?)?;
    let clock_len = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(clock_len);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = clock.splitn(3, ':');
    let hour = number(parts.next()?, 2).filter(|hour| *hour < 24)?;
    let minute = number(parts.next()?, 2).filter(|minute| *minute < 60)?;
    // A leap second counts as the second after it.
    let second = number(parts.next()?, 2).filter(|second| *second <= 60)?;
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let millis = fraction
        .bytes()
        .chain([b'0'; 3])
        .take(3)
        .fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    let offset = offset(zone)?;
    let local = i64::try_from(((hour * 60 + minute) * 60 + second) * 1_000 + millis).ok()?;
    let within = local - offset * 60_000;
    let at = days.checked_mul(DAY)?.checked_add_signed(within)?;
    Some(Timestamp(at))
}

/// Minutes east of UTC.
fn offset(zone: &str) -> Option<i64> {
    if matches!(zone, "" | "Z" | "z") {
        return Some(0);
    }
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None => digits.split_at_checked(2)?,
    };
    let minutes = number(hours, 2)? * 60 + number(minutes, 2)?;
    Some(sign * i64::try_from(minutes).ok()?)
}

/// A number written with at least `width` digits and nothing else.
fn number(digits: &str, width: usize) -> Option<u64> {
    let plain = digits.len() >= width && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// Year, month and day of the day that lies `days` after 1970-01-01.
const fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day)
}

/// Days from 1970-01-01 to that day; `None` when it does not exist or lies before.
fn days(year: u64, month: u64, day: u64) -> Option<u64> {
    // Beyond, the arithmetic below overflows; the year is then far past what a timestamp can hold.
    if year > 1_000_000_000 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let shifted_year = if month <= 2 {
        year.checked_sub(1)?
    } else {
        year
    };
    let era = shifted_year / 400;
    let year_of_era = shifted_year % 400;
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = (era * 146_097 + day_of_era).checked_sub(719_468)?;
    (civil(days) == (year, month, day)).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_are_written_in_utc_with_milliseconds_where_there_are_any() {
        for (millis, written) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_827_696_789, "2000-02-29T12:34:56.789Z"),
            (1_795_416_012_000, "2026-11-23T06:40:12Z"),
            (4_102_444_799_999, "2099-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(format(Timestamp(millis)), written);
            assert_eq!(parse(written), Some(Timestamp(millis)));
        }
    }

    #[test]
    fn offsets_and_longer_fractions_are_understood() {
        let noon = parse("2024-03-01T12:00:00Z");
        assert!(noon.is_some());
        for same in [
            "2024-03-01T12:00:00",
            "2024-03-01T12:00:00.0001+00:00",
            "2024-03-01T14:00:00+02:00",
            "2024-03-01T06:30:00-0530",
            "2024-03-01 12:00:00z",
        ] {
            assert_eq!(parse(same), noon, "{same}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for wrong in [
            "",
            "yesterday",
            "2024-03-01",
            "2023-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-03-01T24:00:00Z",
            "2024-03-01T00:00:00+é0",
            "2024-03-01T00:00:00.Z",
            "1969-12-31T23:59:59Z",
            "99999999999999999999-01-01T00:00:00Z",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_time_reads_back(millis: u64) {
            prop_assert_eq!(parse(&format(Timestamp(millis))), Some(Timestamp(millis)));
        }
    }
}
