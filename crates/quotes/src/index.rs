//! Numbers for strings, whatever their capitals.
//!
//! Owns a small hash table: the standard one seeds itself at random, which the engine does not, and weighs more.

/// Strings and their numbers, which count up from nothing in the order they came. ASCII letters are compared without
/// case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index<'a> {
    /// Number of a key and one, or nothing; as many as a power of two.
    slots: Vec<u32>,
    keys: Vec<&'a str>,
}

impl<'a> Index<'a> {
    pub(crate) fn with_capacity(n_keys: usize) -> Self {
        Self {
            slots: vec![0; (n_keys * 2).next_power_of_two().max(16)],
            keys: Vec::with_capacity(n_keys),
        }
    }

    /// How many keys there are.
    pub(crate) const fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of `key`, if it is here.
    pub(crate) fn find(&self, key: &str) -> Option<usize> {
        let slot = self.slot(key)?;
        self.slots[slot]
            .checked_sub(1)
            .map(|number| number as usize)
    }

    /// The number of `key`, which is put in if it is new.
    pub(crate) fn insert(&mut self, key: &'a str) -> usize {
        if self.slots.len() < self.keys.len() * 2 + 16 {
            self.grow();
        }
        let Some(slot) = self.slot(key) else {
            return 0;
        };
        if self.slots[slot] == 0 {
            self.keys.push(key);
            self.slots[slot] = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        }
        self.slots[slot] as usize - 1
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for number in 0..self.keys.len() {
            if let Some(slot) = self.slot(self.keys[number]) {
                self.slots[slot] = u32::try_from(number + 1).unwrap_or(u32::MAX);
            }
        }
    }

    /// Where `key` is or would be; nowhere in a table without slots.
    fn slot(&self, key: &str) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash(key) as usize & mask;
        loop {
            match self.slots[slot].checked_sub(1) {
                Some(number) if !self.keys[number as usize].eq_ignore_ascii_case(key) => {
                    slot = (slot + 1) & mask;
                }
                _ => return Some(slot),
            }
        }
    }
}

/// Letters differ from their capitals in one bit, which is set for all.
fn hash(key: &str) -> u32 {
    let mixed = key.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte | 0x20)).wrapping_mul(0x0100_0193)
    });
    mixed ^ mixed >> 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_keeps_its_number_whatever_its_capitals() {
        let keys: Vec<String> = (0..500).map(|n| format!("Key{n}")).collect();
        let mut index = Index::default();
        assert_eq!(index.find("Key1"), None);
        for (number, key) in keys.iter().enumerate() {
            assert_eq!(index.insert(key), number);
            assert_eq!(index.insert(key), number);
        }
        assert_eq!(index.find("kEY499"), Some(499));
        assert_eq!(index.find("Key500"), None);
        assert_eq!(index.len(), 500);
    }
}
