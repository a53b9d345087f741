"""The view of photos: a contact sheet of an item, of what was found, of the whole archive."""
