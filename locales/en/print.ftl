# What a printed article has beside its text.

print-speakers = Who said what
print-speaker-unknown = Speaker unknown
print-claims = Claims
print-said-by = said by { $speaker }
command-print = Print the article with its quotes and claims
