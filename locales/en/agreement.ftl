# Comparing annotators: agreement, disagreements, adjudication.

command-agreement = Compare annotators …
command-agreement-next = Comparing annotators: next disagreement
command-agreement-previous = Comparing annotators: previous disagreement
command-agreement-nothing = Comparing annotators: mark nothing there (1 to 9 take an annotator’s)
command-agreement-own = Comparing annotators: mark something of your own there
command-agreement-undo = Comparing annotators: take the last decision back
command-agreement-redo = Comparing annotators: make the decision again

agreement-title = Compare annotators
agreement-back = Back to the article
agreement-intro = Bring in what others marked in “{ $title }”, as files of annotations that they exported. See how far you agree, decide where you do not, and take the result along.

# Who is compared.
agreement-people = Annotators
agreement-me = You
agreement-files = Files of annotations
agreement-add = Add files of annotators …
agreement-drop = Several at once, or dropped on this page. They are compared, and do not enter your own annotations.
agreement-name = Name of who made { $file }
agreement-marks = { $n ->
    [one] one mark to compare
   *[other] { $n } marks to compare
}
agreement-marks-in = { $n ->
    [one] one mark to compare, from { $file }
   *[other] { $n } marks to compare, from { $file }
}
agreement-remove = Remove { $name }
agreement-lost = { $n ->
    [one] One annotation points at words that are not in this article
   *[other] { $n } annotations point at words that are not in this article
}
agreement-compare = Compare
agreement-both = claims and quotes
agreement-claims = claims
agreement-quotes = quotes
agreement-how = What people made, changed or accepted counts. Claims are compared by their words and tags; quotes by their words, kind and tags. Who speaks is not compared.

# Files that were not taken in.
agreement-not-read = “{ $file }” was not taken in: { $problem }.
agreement-other-article = “{ $file }” was not taken in: it is for another article, or for another version of this one. Of its { $all } annotations only { $found } find their words here. Ask for an export of the article that is open.
agreement-nothing-in-it = { $n ->
    [0] “{ $file }” was not taken in: it holds no annotations.
   *[other] “{ $file }” was not taken in: nobody made, changed or accepted any of its claims and quotes. Only what a person decided is compared.
}

agreement-working = Comparing …
agreement-one-only = There is one annotator so far; add another file to compare with.
agreement-taken-over = The result went into this article. What you see here is the comparison before that.
agreement-again = Compare again

# Figures.
agreement-figures = How far they agree
agreement-table-claims = { $n ->
    [one] Claims, over one word of text
   *[other] Claims, over { $n } words of text
}
agreement-table-quotes = { $n ->
    [one] Quotes, over one word of text
   *[other] Quotes, over { $n } words of text
}
agreement-no-claims = Nobody marked a claim.
agreement-no-quotes = Nobody made, changed or accepted a quote.
agreement-tag = Tag
agreement-no-tag = No tag
agreement-direct = Direct
agreement-indirect = Indirect
agreement-mixed = Mixed
agreement-all = All
agreement-alpha = Krippendorff’s α
agreement-exact = F1, same words
agreement-overlap = F1, half or more
agreement-none = none
agreement-decimal = { $whole }.{ $rest }
agreement-negative = −{ $whole }.{ $rest }
agreement-reliable = reliable
agreement-tentative = tentative
agreement-unreliable = too low to rely on
agreement-undefined = Undefined
agreement-no-variation = all words have the same answer, so agreement could be chance
agreement-too-varied = too many different tags to compute it
agreement-read-alpha = How to read α: 1 is perfect agreement, 0 is what chance would give, below 0 is worse than chance. From 0.80 on, conclusions are held to be reliable, from 0.67 tentative. With few marks it says little.
agreement-read-f1 = α counts words: which of them have the tag. F1 counts marks, from 0 to 1: how many find a partner with the same words, or one that shares half of its words or more. Punctuation never counts.

# Disagreements.
agreement-differences = Where they disagree
agreement-progress = { $all ->
    [0] There is nothing to decide.
   *[other] { $decided } of { $all } decided.
}
agreement-agreed = { $n ->
    [0] No mark is the same for all.
    [one] One mark is the same for all.
   *[other] { $n } marks are the same for all.
}
agreement-keys = Keys: J and K for next and previous, 1 to 9 to take what an annotator marked, 0 for nothing, O for your own, Ctrl Z to undo.
agreement-kind = Kind
agreement-any-kind = any
agreement-any-tag = any
agreement-kind-missing = Not marked by all
agreement-kind-boundaries = Other words
agreement-kind-tags = Other tags
agreement-kind-several = Several differences
agreement-previous = Previous
agreement-next = Next
agreement-page-before = Earlier ones
agreement-page-after = Later ones
agreement-page = { $from } to { $to } of { $all }
agreement-filtered = No disagreement is of this kind and tag.
agreement-nth = { $n }. { $kind }
agreement-quote = Quote
agreement-claim = Claim
agreement-decided = Decided
agreement-marked-nothing = marked nothing here
agreement-take = Take what { $name } marked
agreement-take-this = Take
agreement-nothing = Nothing
agreement-own = Your own …
agreement-own-made = Your own

# A mark of one's own.
agreement-own-title = Your own mark
agreement-own-start = Start
agreement-own-end = End
agreement-start-earlier = Start a word earlier
agreement-start-later = Start a word later
agreement-end-earlier = End a word earlier
agreement-end-later = End a word later
agreement-own-keep = Keep
agreement-own-leave = Cancel

# The result.
agreement-result = Result
agreement-result-all = Everything is decided.
agreement-result-open = { $n ->
    [one] One disagreement is still open: it stays in this article as it is, and is left out of the file.
   *[other] { $n } disagreements are still open: they stay in this article as they are, and are left out of the file.
}
agreement-take-over = Take over into this article
agreement-export = Export the result (JSON-LD)
agreement-kept = The comparison and your decisions stay until you close or reload this page, or compare another article. Export or take over what is to last.
agreement-not-exported = The browser did not take the file; allow downloads for this page and try again.
agreement-nothing-to-take = This article has all of it already; nothing was changed.
agreement-step = Take over what annotators settled on
