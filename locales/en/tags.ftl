# Tag sets: the page where they are kept and edited, changing the set of articles, and the bar of tags.

command-tag-sets = Tag sets
tags-step = Change tag set

# What was done.
tags-discarded = The changes to “{ $name }” are discarded.
tags-deleted = The tag set “{ $name }” is deleted. Articles that use it keep it.
tags-import-same = The tag set “{ $name }” is here already, just as it is in the file.
tags-applied-here = This article now uses the tag set “{ $name }”.
tags-applied-everywhere = { $n ->
    [one] This article and one other now use the tag set “{ $name }”.
   *[other] This article and { $n } others now use the tag set “{ $name }”.
}
tags-applied-others = { $n ->
    [one] One article now uses the tag set “{ $name }”.
   *[other] { $n } articles now use the tag set “{ $name }”.
}
tags-taken-back = All articles have the tag set of before again.
tags-partly-taken-back = { $n ->
    [one] The articles have the tag set of before again, except one that was changed since.
   *[other] The articles have the tag set of before again, except { $n } that were changed since.
}

# What could not be done. A reason begins with a colon or a bracket and ends with a full stop.
tags-not-saved = The tag set “{ $name }” is not saved{ $reason }
tags-not-deleted = The tag set “{ $name }” could not be deleted{ $reason }
tags-not-exported = The browser did not take the file. Allow downloads for this page and try again.
tags-not-imported = “{ $file }” was not imported: { $reason }. Nothing was changed.
tags-not-applied = The tag set was changed nowhere{ $reason }
tags-not-taken-back = The other articles could not be changed back{ $reason }

# The page.
tags-title = Tag sets
tags-lead = A tag set says what claims and quotes are labelled with, and what the check of a claim can come to. Each article has one.
tags-list = Tag sets
tags-own = Your own
tags-none-own = None yet. Make a copy of one that is built in, or bring one as a file.
tags-built-in = Built in
tags-new = New tag set
tags-new-name = New tag set
tags-import = Import from a file
tags-no-name = Without a name
tags-counts = { $tags ->
    [one] One tag
   *[other] { $tags } tags
}, { $verdicts ->
    [0] no verdicts
    [one] one verdict
   *[other] { $verdicts } verdicts
}
tags-in-use = In this article
tags-unsaved = Not saved
tags-older = The open article has another version of this tag set.
tags-use-here = Use for this article
tags-used-here = Used in this article
tags-copy = Make a copy
tags-copy-name = { $name } (copy)
tags-export = Export as a file
tags-delete = Delete
tags-read-only = This tag set is built in and stays as it is. To change it, make a copy.
tags-tags = Tags
tags-verdicts = Verdicts
tags-cancel = Cancel
tags-for-claims = For claims
tags-for-quotes = For quotes
tags-for-both = For claims and quotes

# A set from a file, before it is kept.
tags-incoming = Import “{ $name }”?
tags-incoming-there = You have a tag set that goes by the same id: “{ $name }”. Keep both, or put the one from the file in its place.
tags-incoming-built-in = It goes by the id of a tag set that is built in: “{ $name }”. It is kept beside it.
tags-incoming-add = Add it
tags-incoming-both = Keep both
tags-incoming-replace = Replace mine

# The editor.
tags-name = Name
tags-description = What it is for
tags-verdicts-lead = What the check of a claim can come to, in order. Leave the list empty for a tag set without verdicts.
tags-add-tag = Add a tag
tags-add-verdict = Add a verdict
tags-drag = Drag to another place
tags-moved = Now at place { $place } of { $n }.
tags-row-label = Name of no. { $place }
tags-row-label-hint = Name
tags-row-color = Colour of no. { $place }
tags-row-key = Key of no. { $place }
tags-row-key-hint = Key
tags-row-applies = What no. { $place } is for
tags-row-description = When to use no. { $place }
tags-row-description-hint = When to use it
tags-row-up = Move no. { $place } up
tags-row-down = Move no. { $place } down
tags-row-remove = Remove no. { $place }
tags-save = Save
tags-discard = Discard changes
tags-all-saved = All is saved.
tags-not-yet-saved = Not saved yet. Articles keep the tag set as it was.
tags-to-mend = { $n ->
    [one] One thing is to be mended before this can be saved.
   *[other] { $n } things are to be mended before this can be saved.
}
tags-color = { $color ->
    [0] Blue
    [1] Rust
    [2] Green
    [3] Purple
    [4] Amber
    [5] Pink
    [6] Teal
    [7] Olive
    [8] Red
    [9] Indigo
    [10] Grey
   *[other] Brown
}
tags-wrong-id = Another has the same id. Remove this one and add it again.
tags-wrong-no-name = Give it a name.
tags-wrong-long = That is too long. Shorten it.
tags-wrong-many = No more than { $n } fit. Remove some.
tags-wrong-same-key = The key { $key } gives “{ $other }” already. Choose another, or none.
tags-wrong-key = The key { $key } does something else. Choose a digit, one of d, g, l, m, z, or none.
tags-wrong-color = There is no such colour. Choose another.

# The preview of a change of tag set.
tags-plan-same = Bring “{ $name }” up to date in this article?
tags-plan-other = Change this article from “{ $old }” to “{ $new }”?
tags-plan-articles = Bring “{ $name }” up to date in the articles that use it?
tags-plan-lead = What is in use, and what becomes of it:
tags-plan-nothing = No claim or quote has a tag or verdict yet, so nothing else changes.
tags-plan-unused = { $n ->
    [one] One tag or verdict that nothing has is not listed.
   *[other] { $n } tags and verdicts that nothing has are not listed.
}
tags-plan-counts = { $claims ->
    [0] No claims
    [one] 1 claim
   *[other] { $claims } claims
}, { $quotes ->
    [0] no quotes
    [one] 1 quote
   *[other] { $quotes } quotes
}, { $suggested ->
    [0] no suggestions
    [one] 1 suggestion
   *[other] { $suggested } suggestions
}
tags-plan-becomes = becomes
tags-plan-becomes-what = What “{ $tag }” becomes
tags-plan-dropped = Nothing: it is taken off
tags-plan-lost = { $n ->
    [one] One loses it
   *[other] { $n } lose it
}
tags-plan-bare = { $n ->
    [one] One claim or quote will have no tag left. Its words, note, verdict and evidence stay.
   *[other] { $n } claims and quotes will have no tag left. Their words, notes, verdicts and evidence stay.
}
tags-plan-counting = Looking at your other articles …
tags-plan-not-counted = Your other articles could not be looked at{ $reason }
tags-plan-no-others = No other article uses “{ $name }”.
tags-plan-others = { $n ->
    [one] Change the other article that uses “{ $name }” too.
   *[other] Change the { $n } other articles that use “{ $name }” too.
}
tags-plan-others-tagged = { $n ->
    [0] Nothing is tagged there.
    [one] One claim or quote is tagged there.
   *[other] { $n } tags are given there.
}
tags-plan-apply = Change
tags-plan-leave = Leave them as they are

# The bar of tags.
tags-bar = Tag what is chosen
tags-bar-words = Words
tags-bar-suggestion = Worth checking?
tags-bar-is-claim = Claim
tags-bar-is-quote = Quote
tags-bar-is-note = Note
tags-bar-quote = Tag the quote
tags-bar-claim = Make it a claim
tags-bar-none = The tag set “{ $name }” has no tag for this.
tags-bar-unknown-speaker = Speaker unknown
tags-bar-accept = Accept
tags-bar-accept-title = Accept this (A)
tags-bar-reject = Reject
tags-bar-reject-title = Reject this (X)
tags-bar-remove = Remove
tags-bar-remove-title = Remove this claim (X)
tags-bar-let-go = Let go
tags-bar-let-go-title = Let go (Esc)
tags-bar-told-by = told by “{ $words }”
tags-bar-told-by-title = Show these words (E)
