"""Writes the words of a photo into a copy of its file, as XMP, without touching its pixels."""
