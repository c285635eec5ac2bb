# Claims: the card, verdicts, evidence, the worklist.

# Steps of the history.
claim-step-make = Make a claim
claim-step-tag = Tag as { $tag }
claim-step-untag = Take tag { $tag } off
claim-step-tag-quote = Tag quote as { $tag }
claim-step-untag-quote = Take tag { $tag } off quote
claim-step-verdict = Verdict { $verdict }
claim-step-no-verdict = Take verdict back
claim-step-reasoning = Edit reasoning
claim-step-add-evidence = Add evidence
claim-step-edit-evidence = Edit evidence
claim-step-remove-evidence = Remove evidence
claim-step-move-evidence = Move evidence
claim-step-progress = Progress { $progress }
claim-step-assignee = Assign to { $name }
claim-step-no-assignee = Assign to nobody
claim-step-note = Edit note

# When there is nothing to do it to.
claim-nothing-to-tag = Nothing to tag yet: select some words, or choose a quote.
claim-nothing-chosen = Nothing to make a claim of yet: select some words, or choose a quote.
claim-tag-is-for-quotes = “{ $tag }” is a tag for quotes: choose a quote and give it there.

# How far a check has come.
claim-to-do = To do
claim-in-progress = In progress
claim-done = Done

# Commands.
command-claim-card = Open the claim card; make a claim of what is chosen
command-claim-sentence = Make a claim of the sentence here
command-claim-progress = To do, in progress, done: the next
command-claim-verdict = Choose the verdict
command-claim-reasoning = Write the reasoning
command-claim-assign = Assign the claim
command-claim-evidence = Add evidence
command-claim-note = Write a note on the claim
command-worklist = Show the claims of all articles

# The list of claims beside the article.
claim-none-yet = No claims yet.
claim-none-yet-how = Select words in the article, or choose a quote, and give it a tag: a number key does it. C makes a claim without a tag, Shift C one of the sentence here.
claim-all-hidden = No claim that the filters let through.
claim-n-done =
    { $all ->
        [one] { $n ->
            [0] One claim, not done yet
           *[other] One claim, done
        }
       *[other] { $n } of { $all } claims done
    }
claim-said-by = Said by { $speaker }
claim-said-by-article = In the words of the article
claim-assigned-to = With { $name }

# The card of a claim.
claim-tags = Tags
claim-take-tag-off = Take tag { $tag } off
claim-add-tag = Add a tag
claim-add-tag-prompt = Add tag …
claim-verdict = Verdict
claim-open = Open
claim-open-means = The check has not come to anything yet.
claim-no-scale = The tag set “{ $set }” has no scale of verdicts.
claim-reasoning = Reasoning
claim-reasoning-empty = Why is the verdict what it is?
claim-progress = Progress
claim-assignee = Who checks it
claim-assignee-empty = Nobody yet
claim-note = Working note
claim-note-empty = For you and your colleagues
claim-remove = Remove this claim

# Evidence.
claim-evidence = Evidence
claim-no-evidence = Nothing yet. Add what the verdict rests on.
claim-add-evidence = Add evidence
claim-evidence-form = Evidence
claim-evidence-link = Link or reference
claim-evidence-title = Title
claim-evidence-excerpt = Excerpt: the words that count
claim-evidence-seen = Date seen
claim-evidence-save = Keep
claim-evidence-cancel = Cancel
claim-seen = Seen on { $day }
claim-edit-evidence = Edit “{ $title }”
claim-remove-evidence = Remove “{ $title }”
claim-evidence-up = Move “{ $title }” up
claim-evidence-down = Move “{ $title }” down

# Claims worth checking, which the engine suggests.
claim-worth-checking = Worth checking
claim-suggest = Suggest claims
claim-by-score = Most worth checking first
claim-no-suggestions = Nothing more to suggest.
claim-suggestion-facts = { $tag } · { $percent }%
claim-suggestion-facts-said-by = { $tag } · { $percent }% · said by { $speaker }
claim-accept = Accept
claim-dismiss = Dismiss

# The worklist: the claims of all articles.
worklist-title = Claims of all articles
worklist-loading = Looking for the claims of your articles …
worklist-unreadable = The claims of your articles could not be read{ $why }
worklist-empty = No claims in any article yet.
worklist-empty-how = Open an article, select words that can be checked and give them a tag. Every claim of every article is then listed here.
worklist-search = Search claims, articles, speakers, tags, names
worklist-arrange = Group by
worklist-by-progress = Progress
worklist-by-article = Article
worklist-by-assignee = Who checks it
worklist-by-change = Changed last
worklist-any-verdict = Any verdict
worklist-any-tag = Any tag
worklist-anybody = Anybody’s
worklist-nobody = Nobody’s yet
worklist-show-all = Show all
worklist-count =
    { $n ->
        [one] One claim
       *[other] { $n } claims
    }
worklist-found = { $n } of { $all } claims
worklist-none-found = No claim is like that.
worklist-more = Show more ({ $n })
worklist-open-claim = Open the article at this claim
worklist-changed = Done: { $step }.
worklist-not-changed = The claim in “{ $title }” could not be changed: { $why }
worklist-gone = the article is no longer in storage; it may have been deleted in another window.
