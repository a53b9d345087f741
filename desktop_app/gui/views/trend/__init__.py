"""Over time: the share of items with each of several words, by month or year."""
