# Seeing: map, charts, filters, find in article.

# Commands.
command-find = Find in the article
command-find-close = Stop finding, and choose what was found
command-find-next = Next place found
command-find-previous = Previous place found
command-filters = Filter quotes and claims
command-show-everything = Show everything again
command-overview = Overview of the article

# The bar over the article: filters that are on.
seeing-label = Find and filter
filter-button = Filter
filter-remove = Show not only: { $what }
filter-hidden =
    { $n ->
        [0] Nothing is hidden.
        [one] One quote or claim is hidden.
       *[other] { $n } quotes and claims are hidden.
    }
filter-show-everything = Show everything
filter-title = Show only
filter-done = Done
filter-speakers = Speakers
filter-kinds = Kinds of quotes
filter-tags = Tags
filter-standings = Status
filter-verdicts = Verdicts
filter-confidence = Confidence of the engine
filter-from = From
filter-to = To
filter-percent = { $n } percent
filter-between = Confidence { $from }–{ $to }%
filter-nobody = Speaker unknown
filter-direct = Direct
filter-indirect = Indirect
filter-mixed = Mixed
filter-suggested = Suggested
filter-accepted = Accepted
filter-rejected = Rejected
filter-to-do = To do
filter-in-progress = In progress
filter-checked = Done
filter-no-verdict = No verdict yet
filter-count =
    { $n ->
        [one] One quote or claim
       *[other] { $n } quotes and claims
    }

# What the settings hide.
filter-unsaid = Thoughts, stances and evidence too
filter-threshold = Confidence from
filter-n-unsure =
    { $n ->
        [one] Hides one quote
       *[other] Hides { $n } quotes
    }
filter-more-unsaid =
    { $n ->
        [one] One more: a thought, a stance or evidence
       *[other] { $n } more: thoughts, stances, evidence
    }
filter-more-unsure =
    { $n ->
        [one] One more that is less sure
       *[other] { $n } more that are less sure
    }
filter-show = Show
filter-show-all = Show all

# Finding in the article.
find-button = Find
find-label = Find in the article
find-place = { $at } of { $n }
find-nothing = Nothing found
find-next = Next place
find-previous = Previous place
find-whole-words = Whole words
find-said-by = Said by
find-anyone = Anyone or nobody
find-close = Close

# The map beside the article.
map-label = Map of the article
map-place = { $n } percent down the article

# The overview.
overview-tab = Overview
overview-words = Words
overview-quoted = Words quoted
overview-quotes = Quotes
overview-claims = Claims
overview-suggested = Worth checking
overview-percent = { $n }%
overview-under-one = under 1%
overview-by-speaker = Words by speaker
overview-by-kind = Words by kind of quote
overview-chart-about = Each piece of the bar is as long as its share of the words that are quoted. The table below has the numbers.
overview-piece = { $what }: { $words } words, { $percent }
overview-speaker = Speaker
overview-kind = Kind
overview-share = Share
overview-number = Number
overview-tags = Tags
overview-tag = Tag
overview-standings = Status
overview-standing = Status
overview-verdicts = Verdicts
overview-verdict = Verdict
overview-all-speakers = All { $n } speakers
overview-fewer-speakers = Fewer speakers
overview-density = Where people are quoted
overview-density-about = The article from its start to its end, in parts. The higher a bar, the more of its part is quoted; a dot below stands for claims. The table below has the numbers.
overview-part = Part
overview-part-about =
    { $claims ->
        [0] Part { $part }: { $percent } quoted
        [one] Part { $part }: { $percent } quoted, one claim
       *[other] Part { $part }: { $percent } quoted, { $claims } claims
    }
overview-go-to-part = Go to part { $part }
overview-numbers = The numbers
overview-nothing = Nothing is shown of this article yet.
