//! Owns [`Slice`]: a shared part of the state that is compared by identity.

use std::ops::Deref;
use std::rc::Rc;

/// A part of the state, shared. Two slices are equal when they are one and the same: comparing is free, and a context
/// tells its readers exactly when its part was replaced.
#[derive(Debug, Default)]
pub struct Slice<T>(Rc<T>);

impl<T> Slice<T> {
    /// Shares `value`.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: Clone> Slice<T> {
    /// A copy of the part, to be changed.
    #[must_use]
    pub fn as_ref_clone(&self) -> T {
        self.0.as_ref().clone()
    }

    /// Changes the part in place; whoever still holds the old one keeps it.
    pub fn make_mut(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}

impl<T: Clone + PartialEq> Slice<T> {
    /// Replaces the part unless `value` is equal, so that nothing is redrawn for nothing.
    pub fn set(&mut self, value: T) {
        if *self.0 != value {
            self.0 = Rc::new(value);
        }
    }
}

impl<T> Clone for Slice<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Slice<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Slice<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
