# The open article: its head, and what quotes are called.

article-changed = changed { $day }
article-from = From { $source }
article-opened = opened { $day }
article-original = Original
article-pages =
    { $n ->
        [one] { $n } page
       *[other] { $n } pages
    }
article-chapters =
    { $n ->
        [one] { $n } chapter
       *[other] { $n } chapters
    }
article-page = p. { $n }
article-open-post = Open the post

# What a quote reports, beside its kind, and whether it was said.
quote-writing = writing
quote-thought = thought
quote-stance = stance
quote-evidence = evidence
quote-not-said = not said
quote-denied = denied
quote-hypothetical = hypothetical

# On what it rests that a quote has its speaker.
evidence-named = named right there
evidence-signature = signed below the post
evidence-continuation = goes on from the quote before
evidence-mention-only = as the text has it; it tells no more
evidence-short = “{ $mention }” is short for { $speaker }
evidence-handle = “{ $mention }” is the handle of { $speaker }
evidence-stands-for = “{ $mention }” stands for { $speaker }
evidence-possessive = “{ $mention }” belongs to { $speaker }

# What a mark in the text says of itself, with who speaks behind it.
mark-quote = quote: { $what }
mark-claim = claim: { $what }
mark-suggestion = worth checking? { $what }
mark-note = note
