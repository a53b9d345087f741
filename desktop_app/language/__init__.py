"""What can be said of text alone: folding, tokens, which language."""
