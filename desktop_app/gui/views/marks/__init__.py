"""The view of marks: bookmarks, collections, highlights with notes, tags, history."""
