//! Owns the file in which a tag set travels: `*.hearsay-tags.json`.

use serde::{Deserialize, Serialize};

use super::{TagSet, TagSetError};
use crate::record::TagSetRecord;

/// Ending of the file's name.
pub const FILE_ENDING: &str = ".hearsay-tags.json";

/// Largest file that is read, in bytes: far more than the largest set takes.
pub const MAX_FILE_BYTES: usize = 1 << 20;

/// What the file says it is.
const FORMAT: &str = "hearsay-tag-set";

/// Version of the files written here.
const VERSION: u32 = 1;

/// A file, whatever is in it: read first, so that another kind of file, and a newer one, are told as such.
#[derive(Deserialize)]
struct Header {
    #[serde(default)]
    format: Option<String>,
    #[serde(default)]
    version: Option<u32>,
}

/// A file with a tag set.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    format: String,
    version: u32,
    tag_set: TagSetRecord,
}

/// Why a file with a tag set cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TagSetFileError {
    /// It is larger than any tag set.
    #[error(
        "the file has {bytes} bytes, and no tag set takes more than {MAX_FILE_BYTES}; choose another file"
    )]
    TooLarge {
        /// Of the file.
        bytes: usize,
    },
    /// It is not JSON, or has another shape; line and column are named.
    #[error("this is no file with a tag set: {reason}")]
    Unreadable {
        /// What the parser says, with line, column and field where it knows them.
        reason: String,
    },
    /// It says that it is something else.
    #[error(
        "this is no file with a tag set: its “format” is not “{FORMAT}”; choose a file that was exported as a tag set"
    )]
    OtherFormat,
    /// A newer Hearsay wrote it.
    #[error(
        "this tag set was written by a newer Hearsay (format {found}, this one reads up to {VERSION}); update Hearsay to open it"
    )]
    Newer {
        /// Version of the file.
        found: u32,
    },
    /// The set in it cannot be used.
    #[error("this tag set cannot be used: {0}")]
    Unfit(#[from] TagSetError),
}

impl TagSet {
    /// The set as a file, to be read by people as well.
    #[must_use]
    pub fn to_file(&self) -> String {
        let file = File {
            format: FORMAT.into(),
            version: VERSION,
            tag_set: TagSetRecord::from(self),
        };
        // No map with keys other than strings is in it, so this cannot fail.
        let mut json = serde_json::to_string_pretty(&file).unwrap_or_default();
        json.push('\n');
        json
    }

    /// The set in a file. Bounded in size, and in depth by the parser of JSON.
    ///
    /// # Errors
    ///
    /// [`TagSetFileError`] says where the file is at fault and what to do.
    pub fn from_file(json: &str) -> Result<Self, TagSetFileError> {
        if json.len() > MAX_FILE_BYTES {
            return Err(TagSetFileError::TooLarge { bytes: json.len() });
        }
        let unreadable = |error: serde_json::Error| TagSetFileError::Unreadable {
            reason: error.to_string(),
        };
        let json = json.trim_start_matches('\u{feff}');
        let header: Header = serde_json::from_str(json).map_err(unreadable)?;
        if header.format.as_deref() != Some(FORMAT) {
            return Err(TagSetFileError::OtherFormat);
        }
        if let Some(found) = header.version.filter(|version| *version > VERSION) {
            return Err(TagSetFileError::Newer { found });
        }
        let file: File = serde_json::from_str(json).map_err(unreadable)?;
        let set = file.tag_set.into_tag_set();
        set.check()?;
        Ok(set)
    }
}
