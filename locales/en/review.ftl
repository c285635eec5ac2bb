# Review: deciding about suggestions, editing quotes.

# Commands, in the palette and the sheet of keys.
command-accept-stay = Accept the quote or claim in focus, and stay there
command-reject-stay = Reject or remove it, and stay there
command-next-undecided = Next undecided quote
command-previous-undecided = Previous undecided quote
command-accept-speaker = Accept all undecided quotes of this speaker
command-reject-speaker = Reject all undecided quotes of this speaker
command-accept-sure = Accept all quotes that are at least 90% sure
command-edit-quote = Edit the quote in focus
command-done-editing = Close the editor
command-add-quote = Make a quote of the chosen words
command-split-quote = Split the quote
command-join-quotes = Join the quote with the next one
command-next-piece = Next piece of the quote that is edited
command-set-cue = The chosen words are the cue
command-set-source = The chosen words are the source
command-end-later = Quote ends one word later
command-end-earlier = Quote ends one word earlier
command-start-earlier = Quote starts one word earlier
command-start-later = Quote starts one word later
command-end-later-sentence = Quote ends one sentence later
command-end-earlier-sentence = Quote ends one sentence earlier
command-start-earlier-sentence = Quote starts one sentence earlier
command-start-later-sentence = Quote starts one sentence later

# How far the review has come.
review-progress = { $decided } of { $all } decided
review-progress-done = All { $all } decided
review-none-undecided = Every quote shown is decided.
review-none-to-decide = There is no undecided quote among these.
review-next-undecided = Next undecided
review-accept-sure = Accept { $n } from
review-accept-sure-label = Accept all undecided quotes from this confidence
review-sure-from = Confidence in percent
review-accept-all = Accept all
review-accept-all-label = Accept all { $n } undecided quotes of { $name }
review-reject-all-label = Reject all { $n } undecided quotes of { $name }
review-n-quotes = { $n ->
    [one] { $n } quote
   *[other] { $n } quotes
}
review-edit = Edit
review-accepted = accepted

# Steps of the history.
review-did-words = Change the words of a quote
review-did-kind = Change the kind of a quote
review-did-reports = Change what a quote reports
review-did-modality = Change whether a quote was said
review-did-cue = Change the cue of a quote
review-did-source = Change the source of a quote
review-did-speaker = Give a quote to { $name }
review-did-no-speaker = Take the speaker from a quote
review-did-split = Split a quote
review-did-join = Join two quotes
review-did-add = Add a quote
review-did-accept-speaker = { $n ->
    [one] Accept { $n } quote of { $name }
   *[other] Accept { $n } quotes of { $name }
}
review-did-reject-speaker = { $n ->
    [one] Reject { $n } quote of { $name }
   *[other] Reject { $n } quotes of { $name }
}
review-did-accept-nobody = { $n ->
    [one] Accept { $n } quote without a speaker
   *[other] Accept { $n } quotes without a speaker
}
review-did-reject-nobody = { $n ->
    [one] Reject { $n } quote without a speaker
   *[other] Reject { $n } quotes without a speaker
}
review-did-accept-sure = { $n ->
    [one] Accept { $n } quote that is at least { $percent }% sure
   *[other] Accept { $n } quotes that are at least { $percent }% sure
}
review-did-reject-sure = { $n ->
    [one] Reject { $n } quote that is at least { $percent }% sure
   *[other] Reject { $n } quotes that are at least { $percent }% sure
}

# What cannot be done, and what to do.
review-no-words = A quote needs words: choose at least one in the article.
review-last-word = This piece has one word left. Remove the piece, or reject the quote.
review-paragraph-ends = A piece ends with its paragraph. To take in words of another, make them a quote and join the two.
review-nothing-to-split = There are no words of the quote on one side of that place. Choose a place between two of its words.
review-nothing-to-join = There is no quote after this one to join it with.
review-select-words-first = Choose the words of the quote in the article first.

# The editor.
review-editor = Edit quote
review-done = Done
review-words = Words
review-piece = Piece { $nth } of { $n }
review-start = Start
review-end = End
review-start-earlier-sentence = Start one sentence earlier
review-start-earlier = Start one word earlier
review-start-later = Start one word later
review-start-later-sentence = Start one sentence later
review-end-earlier-sentence = End one sentence earlier
review-end-earlier = End one word earlier
review-end-later = End one word later
review-end-later-sentence = End one sentence later
review-remove-piece = Remove this piece
review-kind = Kind
review-reports = Reports
review-modality = Said?
review-speaker = Speaker
review-speaker-unknown = Unknown
review-cue = Cue
review-source = Source
review-none = none
review-use-words = Use chosen words
review-use-words-cue = The chosen words are the cue
review-use-words-source = The chosen words are the source
review-clear-cue = No cue
review-clear-source = No source
review-choose-words-hint = To set cue or source, choose words in the article first.
review-split = Split
review-split-where = Split before which word?
review-split-cancel = Don't split
review-join = Join with next
review-reject = Reject
review-kind-direct = Direct
review-kind-indirect = Indirect
review-kind-mixed = Mixed
review-reports-speech = Speech
review-reports-writing = Writing
review-reports-thought = Thought
review-reports-stance = Stance
review-reports-evidence = Evidence
review-modality-actual = Said
review-modality-negated = Not said
review-modality-hypothetical = Hypothetical

# The list of quotes, and the card beside a quote under the pointer.
review-finding = Finding quotes …
review-no-quotes = No quotes to show in this article. You can choose words and make a quote of them.
review-legend = How kinds of quotes are marked
review-card-kind = Kind
review-card-source = Source
review-card-cue = Cue
review-card-speaker = Speaker
review-card-told-by = Told by
review-card-confidence = Confidence
review-card-tag = Tag
review-card-worth = Worth checking
review-card-note = Note
review-card-claim = Claim
review-card-worth-checking = Worth checking?
