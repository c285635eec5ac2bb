//! Owns [`Cast`]: what people wrote down about the speakers of an article.

use std::collections::BTreeMap;

/// What is known of one speaker, in a person's words; each part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What they are: *minister of transport*.
    pub role: String,
    /// What they speak for: *Ministry of Transport*.
    pub organisation: String,
    /// Where more is to be read: an address of the web.
    pub link: String,
}

impl Profile {
    /// Whether nothing is written down.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Profiles by the speaker's name, as quotes carry it. Who has none is not in it; who says nothing may still be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    profiles: BTreeMap<String, Profile>,
}

impl Cast {
    /// What is known of `speaker`.
    #[must_use]
    pub fn get(&self, speaker: &str) -> Option<&Profile> {
        self.profiles.get(speaker)
    }

    /// Writes down what is known of `speaker`, or that nothing is; returns what was.
    pub fn set(&mut self, speaker: &str, profile: Option<Profile>) -> Option<Profile> {
        match profile.filter(|profile| !profile.is_empty()) {
            Some(profile) => self.profiles.insert(speaker.to_owned(), profile),
            None => self.profiles.remove(speaker),
        }
    }

    /// All profiles, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Profile)> {
        self.profiles
            .iter()
            .map(|(name, profile)| (name.as_str(), profile))
    }
}
