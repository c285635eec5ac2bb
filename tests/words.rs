//! The words of the page and the code that says them fit together, in every language.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

/// Message ids and the variables of each.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Beginnings of ids of messages that are put together from a name: a test of their own area holds these.
const FAMILIES: [&str; 0] = [];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|is| is == ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The messages of a file; says what of it is no message.
fn messages(file: &str) -> Result<Messages, String> {
    let resource = parse(file).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut messages = Messages::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let mut variables = BTreeSet::new();
                let Some(pattern) = &message.value else {
                    return Err(format!("{id} says nothing"));
                };
                variables_of(pattern, &mut variables);
                if messages.insert(id.clone(), variables).is_some() {
                    return Err(format!("{id} is there twice"));
                }
            }
            Entry::Junk { content } => return Err(format!("no message: {content}")),
            _ => {}
        }
    }
    Ok(messages)
}

fn variables_of(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    variables_of(&variant.value, variables);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
    }
}

fn english() -> Messages {
    let mut all = Messages::new();
    for (path, text) in files(&root().join("locales/en"), "ftl") {
        let messages =
            messages(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        for (id, variables) in messages {
            let twice = all.insert(id.clone(), variables);
            assert!(twice.is_none(), "{id} is in two files");
        }
    }
    all
}

/// The ids that code names, and the variables that it gives them where it says so on the spot.
fn named(code: &str) -> Vec<(String, Option<BTreeSet<String>>)> {
    let mut named = Vec::new();
    // Everything that looks like an id and stands in quotation marks may be one: ids of commands, groups, tables.
    for (idx, part) in code.split('"').enumerate() {
        let is_id = idx % 2 == 1
            && part.contains('-')
            && part.starts_with(|c: char| c.is_ascii_lowercase())
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if is_id {
            named.push((part.to_owned(), None));
        }
    }
    for (at, call) in code.match_indices("t!(") {
        // Not the end of another macro's name.
        let is_other = code[..at].ends_with(|c: char| c.is_alphanumeric());
        let after = code[at + call.len()..].trim_start().strip_prefix('"');
        let Some((id, rest)) = after.and_then(|after| after.split_once('"')) else {
            continue;
        };
        if !is_other {
            named.push((id.to_owned(), Some(arguments(rest))));
        }
    }
    named
}

/// The names in `, n = 3, name = f(a, b))`, up to the parenthesis that ends the call.
fn arguments(rest: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let (mut depth, mut start) = (0_i32, true);
    let mut name = String::new();
    let mut before = ' ';
    let mut chars = rest.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if before != '\\' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth -= 1;
                if depth < 0 {
                    break;
                }
            }
            ',' if depth == 0 => {
                start = true;
                name.clear();
            }
            '=' if depth == 0 && start && chars.peek() != Some(&'=') => {
                names.insert(name.trim().to_owned());
                start = false;
            }
            '|' if depth == 0 => start = false,
            _ => name.push(c),
        }
        before = c;
    }
    names
}

fn code() -> Vec<(PathBuf, String)> {
    files(&root().join("src"), "rs")
}

#[test]
fn every_message_that_is_said_exists_and_gets_what_it_needs() {
    let english = english();
    for (path, code) in code() {
        if path.ends_with("words.rs") {
            continue;
        }
        for (id, given) in named(&code) {
            let Some(given) = given else { continue };
            let wanted = english.get(&id);
            assert!(wanted.is_some(), "{}: no message {id}", path.display());
            assert_eq!(wanted, Some(&given), "{}: {id}", path.display());
        }
    }
}

#[test]
fn every_command_group_and_key_has_its_message() {
    let english = english();
    for (path, code) in files(&root().join("src/commands"), "rs") {
        for (id, _) in named(&code) {
            let is_ours = ["command-", "commands-", "key-"]
                .iter()
                .any(|family| id.starts_with(family));
            assert!(
                !is_ours || english.contains_key(&id),
                "{}: no message {id}",
                path.display()
            );
        }
    }
}

#[test]
fn every_english_message_is_said_somewhere() {
    let named: BTreeSet<String> = code()
        .iter()
        .flat_map(|(_, code)| named(code))
        .map(|(id, _)| id)
        .collect();
    let unsaid: Vec<_> = english()
        .into_keys()
        .filter(|id| !named.contains(id) && !FAMILIES.iter().any(|family| id.starts_with(family)))
        .collect();
    assert_eq!(unsaid, Vec::<String>::new());
}

#[test]
fn every_language_says_what_english_says_with_the_same_gaps() {
    let english = english();
    for language in ["de", "es"] {
        let path = root().join(format!("locales/{language}.ftl"));
        let text = std::fs::read_to_string(path).unwrap();
        let other = messages(&text).unwrap_or_else(|fault| panic!("{language}: {fault}"));
        let missing: Vec<_> = english
            .keys()
            .filter(|id| !other.contains_key(*id))
            .collect();
        let extra: Vec<_> = other
            .keys()
            .filter(|id| !english.contains_key(*id))
            .collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        assert!(
            extra.is_empty(),
            "{language} has more than English: {extra:?}"
        );
        for (id, variables) in &english {
            assert_eq!(Some(variables), other.get(id), "{language}: {id}");
        }
    }
}

/// Words between the tags of `html!`, and in attributes that people read or hear, which no message says.
fn unsaid_words(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Tests and comments say what they like.
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    for line in lines {
        for attribute in [
            "aria-label=\"",
            "title=\"",
            "placeholder=\"",
            "alt=\"",
            "aria-description=\"",
        ] {
            for rest in line.split(attribute).skip(1) {
                let words = rest.split('"').next().unwrap_or_default();
                if has_word(words) {
                    found.push(words.to_owned());
                }
            }
        }
        for (at, opening) in line.match_indices("{ \"") {
            // After a condition it is a value: a class, an id.
            let before = line[..at].trim_end().chars().next_back();
            let is_text = before.is_none_or(|c| matches!(c, '>' | '}'));
            let words = line[at + opening.len()..].split('"').next();
            let words = words.unwrap_or_default();
            if is_text && has_word(words) {
                found.push(words.to_owned());
            }
        }
    }
    found
}

/// Names stay what they are in every language.
fn has_word(words: &str) -> bool {
    const NAMES: [&str; 4] = ["Esc", "Hearsay", "https://", "https://…"];
    !NAMES.contains(&words) && words.chars().filter(|c| c.is_alphabetic()).count() > 1
}

#[test]
fn no_english_is_left_in_what_is_drawn() {
    let left: Vec<_> = files(&root().join("src"), "rs")
        .iter()
        .filter(|(path, _)| {
            path.components()
                .any(|part| part.as_os_str() == "components")
                || path.ends_with("app.rs")
        })
        .flat_map(|(path, code)| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            unsaid_words(code)
                .into_iter()
                .map(move |words| format!("{name}: {words}"))
        })
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn these_checks_find_what_they_look_for() {
    assert!(messages("a = b\nno message here\n").is_err());
    assert!(messages("a = b\na = c\n").is_err());
    let found = messages("n = { $n ->\n    [one] { $a }\n   *[other] x\n }\n").unwrap();
    assert_eq!(found["n"], ["a", "n"].map(str::to_owned).into());
    let said = named(r#"t!("an-id", n = f(a, b = 2), what = &words)"#);
    let given: BTreeSet<String> = ["n", "what"].map(str::to_owned).into();
    assert!(said.contains(&("an-id".to_owned(), Some(given))));
    assert!(named(r#"id: "command-x","#).contains(&("command-x".to_owned(), None)));
    assert_eq!(
        unsaid_words(r#"<p title="So it is">{ "Words" }</p>"#),
        ["So it is", "Words"]
    );
    assert!(unsaid_words(r#"<p title={t!("a-b")}>{ "·" }{ words }</p>"#).is_empty());
}
