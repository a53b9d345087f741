"""Contact sheets: the photos of an archive, ordered, filtered, by month, with who is named."""
