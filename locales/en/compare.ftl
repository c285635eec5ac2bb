# Versions of an article, and what changed from one to the next.

compare-back-to-article = Back to the article
compare-back-to-library = Back to your articles
compare-title = What changed
compare-nothing = No articles are being compared.
compare-working = Comparing …
compare-before = Before
compare-after = After
compare-opened = opened { $when }
compare-field-title = Title
compare-field-author = Author
compare-field-date = Date
compare-field-modified = Last change
compare-fields = Title, author, date
compare-orphans = Your annotations that lost their words
compare-orphans-hint = They are whole in the version before, and not in this one.
compare-show-before = Show before
compare-show-after = Show after
compare-quotes = Quotes
compare-no-quotes = No quote was added, removed or changed.
compare-added = Added
compare-removed = Removed
compare-changed = Changed
compare-moved = Moved
compare-moved-changed = Moved and changed
compare-reworded = Reworded
compare-reattributed = Re-attributed
compare-kind-changed = Kind changed
compare-nobody = nobody named
compare-said-by = Said by
compare-in-the-words = in the words
compare-text = Text
compare-no-text = No word of the text changed.

versions-nothing = No words changed.
versions-fields = Only its title, author or date changed.
versions-text = Its text changed, no quote did.
versions-quotes =
    { $n ->
        [one] { $n } quote changed.
       *[other] { $n } quotes changed.
    }
versions-quote = Quote
versions-note = Note
versions-newer = This is a newer version of an article you have.
versions-carried =
    { $n ->
        [one] The annotation that you made in it was taken over.
       *[other] The { $n } annotations that you made in it were taken over.
    }
versions-carried-part =
    { $n ->
        [one] Of the annotations that you made in it, one found its words again; { $lost } did not, and can be seen in the comparison.
       *[other] Of the annotations that you made in it, { $n } found their words again; { $lost } did not, and can be seen in the comparison.
    }
versions-lost =
    { $n ->
        [one] One of your annotations lost its words.
       *[other] { $n } of your annotations lost their words.
    }
versions-cannot = “{ $title }” cannot be compared: { $reason }.
versions-gone = it is no longer in storage, and may have been deleted in another window
