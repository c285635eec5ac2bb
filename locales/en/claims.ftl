# Claims: the card, verdicts, evidence, the worklist.
