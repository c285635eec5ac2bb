//! Counts tests by what their runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
    /// Tests that were ignored or could not be run.
    pub skipped: usize,
}

impl Counts {
    /// One check that passed.
    pub const PASS: Self = Self {
        passed: 1,
        failed: 0,
        skipped: 0,
    };

    /// One check that failed.
    pub const FAIL: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };

    /// Adds up every `test result:` line of cargo's test harness and of wasm-bindgen's, which prints the same.
    #[must_use]
    pub fn in_output(output: &str) -> Self {
        let mut sum = Self::default();
        for line in output
            .lines()
            .filter_map(|line| line.trim().strip_prefix("test result: "))
        {
            let said = |word: &str| {
                line.split([';', '.'])
                    .map(str::trim)
                    .find_map(|part| {
                        part.strip_suffix(word)
                            .and_then(|number| number.trim().parse().ok())
                    })
                    .unwrap_or(0)
            };
            sum += Self {
                passed: said("passed"),
                failed: said("failed"),
                skipped: said("ignored"),
            };
        }
        sum
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn adds_up_the_result_lines_of_several_runners() {
        let output = "\
running 3 tests
test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s
failed to say: 9 passed; 9 failed
test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 filtered out; finished in 1.53s
";
        assert_eq!(
            Counts::in_output(output),
            Counts {
                passed: 13,
                failed: 2,
                skipped: 1
            }
        );
    }

    #[test]
    fn says_skipped_only_when_something_was() {
        assert_eq!(
            Counts {
                passed: 4,
                failed: 0,
                skipped: 0
            }
            .to_string(),
            "4 passed, 0 failed"
        );
        assert_eq!(
            Counts {
                passed: 4,
                failed: 1,
                skipped: 2
            }
            .to_string(),
            "4 passed, 1 failed, 2 skipped"
        );
    }
}
