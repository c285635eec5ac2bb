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
