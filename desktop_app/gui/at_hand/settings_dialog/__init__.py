"""The settings dialog: what can be chosen, in groups, searchable, applied at once."""
