# Review: deciding about suggestions, editing quotes.
