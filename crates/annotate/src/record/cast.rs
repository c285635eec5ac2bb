//! Owns the stored shape of what is known of speakers.

use serde::{Deserialize, Serialize};

use crate::Profile;

/// A [`Profile`] with its speaker, as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileRecord {
    /// The speaker's name, as quotes carry it.
    pub speaker: String,
    /// What they are.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What they speak for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// Where more is to be read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
}

impl ProfileRecord {
    pub(super) fn of((speaker, profile): (&str, &Profile)) -> Self {
        Self {
            speaker: speaker.to_owned(),
            role: profile.role.clone(),
            organisation: profile.organisation.clone(),
            link: profile.link.clone(),
        }
    }

    pub(super) fn into_profile(self) -> (String, Profile) {
        let profile = Profile {
            role: self.role,
            organisation: self.organisation,
            link: self.link,
        };
        (self.speaker, profile)
    }
}
