# Comparing annotators: agreement, disagreements, adjudication.
