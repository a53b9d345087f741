"""A reader's own marks: kept in one file of the user's data folder, never in an archive."""
