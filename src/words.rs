//! The words of the page: messages in Fluent files (`locales/`), English built in, other languages brought when asked for.
//!
//! Everything that a person reads comes from here, by [`t!`](crate::t). Which language is spoken is told by
//! [`speak`]; whoever draws reads it again with the next drawing.

use std::cell::{Cell, RefCell};

use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The English messages, a file for each part of the page.
const ENGLISH: &[&str] = &[
    include_str!("../locales/en/app.ftl"),
    include_str!("../locales/en/agreement.ftl"),
    include_str!("../locales/en/article.ftl"),
    include_str!("../locales/en/cast.ftl"),
    include_str!("../locales/en/claims.ftl"),
    include_str!("../locales/en/compare.ftl"),
    include_str!("../locales/en/library.ftl"),
    include_str!("../locales/en/opening.ftl"),
    include_str!("../locales/en/overview.ftl"),
    include_str!("../locales/en/print.ftl"),
    include_str!("../locales/en/review.ftl"),
    include_str!("../locales/en/tags.ftl"),
];

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static ENGLISH_BUNDLE: Bundle = bundle("en", ENGLISH.iter().copied(), false);
    /// The language that is spoken instead, if it is another.
    static OTHER: RefCell<Option<Bundle>> = const { RefCell::new(None) };
    /// Whether everything is said backwards.
    static MIRRORED: Cell<bool> = const { Cell::new(false) };
}

/// A message in the language that is spoken, by its id: `t!("claim-remove")`, `t!("claim-count", n = 3, tag = name)`.
/// Gives a `String`.
#[macro_export]
macro_rules! t {
    ($id:literal) => {
        $crate::words::message($id, &[])
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::message($id, &[$((stringify!($name), $crate::words::Value::from($value))),+])
    };
}

/// What fills a gap in a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, which may choose between singular and plural.
    Number(usize),
    /// Words as they are.
    Text(String),
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number as usize)
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The message `id` with its gaps filled, in the language that is spoken; in English where that language lacks it, and the
/// id itself where both do.
#[must_use]
pub fn message(id: &str, values: &[(&'static str, Value)]) -> String {
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set(
            *name,
            match value {
                Value::Number(number) => FluentValue::from(*number),
                Value::Text(text) => FluentValue::from(text.as_str()),
            },
        );
    }
    let other =
        OTHER.with_borrow(|other| other.as_ref().and_then(|other| format(other, id, &args)));
    let said = other
        .or_else(|| ENGLISH_BUNDLE.with(|english| format(english, id, &args)))
        .unwrap_or_else(|| id.to_owned());
    if MIRRORED.get() {
        // Right-to-left override, and its end.
        return ["\u{202E}", &said, "\u{202C}"].concat();
    }
    said
}

/// Says everything backwards from now on, from right to left, or no longer: to see how the page stands in a language that
/// runs so.
pub fn mirror(mirrored: bool) {
    MIRRORED.set(mirrored);
}

/// In what language the browser is to write days and times: the one that is spoken; in English as the browser does, which
/// knows which English.
#[must_use]
pub fn locale() -> String {
    let other = OTHER.with_borrow(|other| Some(other.as_ref()?.locales.first()?.to_string()));
    other.unwrap_or_else(|| String::from("default"))
}

/// Speaks `language` (its code, `de`) with the messages of a Fluent file from now on; `None` for English.
///
/// What the file says wrong is passed over, and said in English.
pub fn speak(other: Option<(&str, &str)>) {
    let other = other.map(|(language, messages)| bundle(language, [messages], false));
    OTHER.set(other);
}

fn format(bundle: &Bundle, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors: Vec<FluentError> = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned(),
    )
}

/// The messages of one language. Gaps are isolated from the direction of what surrounds them only where asked for: the
/// marks for it are characters, which would be copied along.
fn bundle<'a>(language: &str, files: impl IntoIterator<Item = &'a str>, isolating: bool) -> Bundle {
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(Vec::from([language]));
    bundle.set_use_isolating(isolating);
    for file in files {
        let resource = match FluentResource::try_new(file.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_in_the_language_spoken_and_in_english_where_that_lacks_it() {
        assert_eq!(t!("app-undo"), "Undo");
        speak(Some(("de", "app-undo = Rückgängig\n")));
        assert_eq!(t!("app-undo"), "Rückgängig");
        assert_eq!(t!("app-redo"), "Redo");
        speak(None);
        assert_eq!(t!("app-undo"), "Undo");
        assert_eq!(t!("no-such-message"), "no-such-message");
    }
}
