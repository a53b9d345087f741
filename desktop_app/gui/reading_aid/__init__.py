"""The reading aid: what the dictionary says of the word under the pointer or the caret."""
