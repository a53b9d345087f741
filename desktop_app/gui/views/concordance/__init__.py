"""The concordance: each place of a word in a line of its own, and what stands near it."""
