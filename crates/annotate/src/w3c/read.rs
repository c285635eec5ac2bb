//! Owns the look into imported JSON: every value knows its path, so that a fault can be named.

use serde_json::{Map, Value};

/// Largest file that is read: 50 MiB.
pub const MAX_BYTES: usize = 50 << 20;

/// Why a file cannot be imported; nothing of it then is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is larger than [`MAX_BYTES`].
    #[error("the file has {bytes} bytes, more than the {MAX_BYTES} that can be imported; split it")]
    TooLarge {
        /// Of the file.
        bytes: usize,
    },
    /// It is not JSON.
    #[error(
        "line {line}, column {column}: not valid JSON ({reason}); is this the file that was exported?"
    )]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1; 0 where the file ends too early.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// It is JSON, but at one place not what the Web Annotation Data Model asks for.
    #[error("at {path}: {problem}")]
    Shape {
        /// JSON path of the fault: `$.first.items[3].target`.
        path: String,
        /// What is wrong there and what is expected.
        problem: String,
    },
}

/// Parses a whole file.
pub(super) fn parse(json: &str) -> Result<Value, ImportError> {
    let bytes = json.len();
    if bytes > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes });
    }
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    serde_json::from_str(json).map_err(|error| {
        let said = error.to_string();
        // The place is told apart from the reason.
        let reason = said
            .rsplit_once(" at line ")
            .map_or(&*said, |(reason, _)| reason);
        ImportError::NotJson {
            line: error.line(),
            column: error.column(),
            reason: reason.to_owned(),
        }
    })
}

/// A value and the path to it. The path is a chain of borrowed steps, written out only when there is a fault.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    value: &'a Value,
    step: Step<'a>,
    parent: Option<&'a Node<'a>>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Node<'a> {
    pub(super) const fn root(value: &'a Value) -> Self {
        Self {
            value,
            step: Step::Root,
            parent: None,
        }
    }

    /// A fault at this value.
    pub(super) fn fault(&self, problem: impl Into<String>) -> ImportError {
        let problem = problem.into();
        ImportError::Shape {
            path: self.path(),
            problem,
        }
    }

    fn path(&self) -> String {
        let before = self.parent.map(Self::path).unwrap_or_default();
        match self.step {
            Step::Root => "$".into(),
            Step::Index(nth) => format!("{before}[{nth}]"),
            Step::Key(key) if key.chars().all(char::is_alphanumeric) => format!("{before}.{key}"),
            Step::Key(key) => format!("{before}['{key}']"),
        }
    }

    /// What the value is, for messages.
    fn is(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }

    fn expected(&self, what: &str) -> ImportError {
        self.fault(format!("expected {what}, found {}", self.is()))
    }

    pub(super) fn object(&self) -> Result<&'a Map<String, Value>, ImportError> {
        self.value
            .as_object()
            .ok_or_else(|| self.expected("an object"))
    }

    pub(super) fn is_array(&self) -> bool {
        self.value.is_array()
    }

    pub(super) fn string(&self) -> Result<&'a str, ImportError> {
        self.value.as_str().ok_or_else(|| self.expected("a string"))
    }

    pub(super) fn as_str(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    pub(super) fn number(&self) -> Result<f64, ImportError> {
        self.value.as_f64().ok_or_else(|| self.expected("a number"))
    }

    /// A position: a whole number that is not negative.
    pub(super) fn position(&self) -> Result<u32, ImportError> {
        let whole = self.value.as_u64().and_then(|at| u32::try_from(at).ok());
        whole.ok_or_else(|| self.fault("expected a position, a whole number from 0"))
    }

    /// The value under `key` of an object; `None` when it is absent or null, or this is no object.
    pub(super) fn get<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(Node {
            value,
            step: Step::Key(key),
            parent: Some(self),
        })
    }

    /// The string under `key`, if there is one.
    pub(super) fn string_at(&self, key: &str) -> Result<Option<&'a str>, ImportError> {
        let Some(value) = self.value.get(key).filter(|value| !value.is_null()) else {
            return Ok(None);
        };
        value.as_str().map(Some).ok_or_else(|| {
            let (step, parent) = (Step::Key(key), Some(self));
            Node {
                value,
                step,
                parent,
            }
            .expected("a string")
        })
    }

    /// The elements of an array; of anything else, itself: JSON-LD writes one value with or without brackets.
    pub(super) fn each<'b>(&'b self) -> impl Iterator<Item = Node<'b>> {
        let (elements, alone) = match self.value {
            Value::Array(elements) => (elements.as_slice(), None),
            _ => (&[][..], Some(*self)),
        };
        let within = elements.iter().enumerate().map(|(nth, value)| Node {
            value,
            step: Step::Index(nth),
            parent: Some(self),
        });
        within.chain(alone)
    }

    /// Whether the `type` is `name`, alone or among others.
    pub(super) fn has_type(&self, name: &str) -> bool {
        self.get("type")
            .is_some_and(|types| types.each().any(|one| one.as_str() == Some(name)))
    }

    /// The value as compact JSON.
    pub(super) fn to_json(self) -> String {
        self.value.to_string()
    }
}
