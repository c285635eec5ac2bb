//! Numbers for strings, whatever their capitals.
//!
//! Owns a small hash table: the standard one seeds itself at random, which the engine does not, and weighs more.

/// Strings and their numbers, which count up from nothing in the order they came. ASCII letters are compared without
/// case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index<'a> {
    /// Hash of a key, and its number and one or nothing; as many as a power of two.
    slots: Vec<(u32, u32)>,
    keys: Vec<&'a str>,
}

impl<'a> Index<'a> {
    pub(crate) fn with_capacity(n_keys: usize) -> Self {
        Self {
            slots: vec![(0, 0); (n_keys * 2).next_power_of_two().max(16)],
            keys: Vec::with_capacity(n_keys),
        }
    }

    /// How many keys there are.
    pub(crate) const fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of `key`, if it is here.
    pub(crate) fn find(&self, key: &str) -> Option<usize> {
        let slot = self.slot(key, hash(key))?;
        self.slots[slot]
            .1
            .checked_sub(1)
            .map(|number| number as usize)
    }

    /// The number of `key`, which is put in if it is new.
    pub(crate) fn insert(&mut self, key: &'a str) -> usize {
        if self.slots.len() < self.keys.len() * 2 + 16 {
            self.grow();
        }
        let hash = hash(key);
        let Some(slot) = self.slot(key, hash) else {
            return 0;
        };
        if self.slots[slot].1 == 0 {
            self.keys.push(key);
            let number = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
            self.slots[slot] = (hash, number);
        }
        self.slots[slot].1 as usize - 1
    }

    fn grow(&mut self) {
        let larger = vec![(0, 0); (self.slots.len() * 2).max(64)];
        let mask = larger.len() - 1;
        for (hash, number) in std::mem::replace(&mut self.slots, larger) {
            let mut slot = hash as usize & mask;
            while number > 0 && self.slots[slot].1 > 0 {
                slot = (slot + 1) & mask;
            }
            if number > 0 {
                self.slots[slot] = (hash, number);
            }
        }
    }

    /// Where `key` is or would be; nowhere in a table without slots.
    fn slot(&self, key: &str, hash: u32) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash as usize & mask;
        loop {
            let (known, number) = self.slots[slot];
            let is_free = number == 0;
            let is_it = || self.keys[number as usize - 1].eq_ignore_ascii_case(key);
            if is_free || known == hash && is_it() {
                return Some(slot);
            }
            slot = (slot + 1) & mask;
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
