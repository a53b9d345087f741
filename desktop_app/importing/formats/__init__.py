"""One file a format; none knows the database."""
