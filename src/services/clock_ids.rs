//! The clock and chance: timestamps and fresh identities.

use hearsay_annotate::{AnnotationId, Timestamp};

use crate::state::Stamp;

/// The time now.
#[must_use]
pub fn now() -> Timestamp {
    // Milliseconds since 1970 fit; a clock before 1970 counts as 1970.
    Timestamp(js_sys::Date::now().max(0.0) as u64)
}

/// The day that it is where the person is, as `2026-11-23`.
#[must_use]
pub fn today() -> String {
    let date = js_sys::Date::new_0();
    let two = |n: u32| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
    let (month, day) = (two(date.get_month() + 1), two(date.get_date()));
    [&date.get_full_year().to_string(), "-", &month, "-", &day].concat()
}

/// The time now and a fresh identity.
#[must_use]
pub fn stamp() -> Stamp {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn =
        crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        // No browser we know lacks it; identities must differ all the same.
        bytes = [0; 16].map(|_: u8| (js_sys::Math::random() * 256.0) as u8);
    }
    Stamp {
        now: now(),
        id: AnnotationId::from_random_bytes(bytes),
    }
}
