//! A folder of files to hand in, gone when the test ends.

use std::path::{Path, PathBuf};

/// A folder of one test's own.
pub struct Folder(PathBuf);

impl Folder {
    /// A new folder; `name` tells it from those of other tests.
    ///
    /// # Panics
    /// When there is no room for one.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("hearsay-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    /// Writes a file and returns where it is.
    ///
    /// # Panics
    /// When there is no room for it.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("room for a file");
        path
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
