"""The truth on disk: items in SQLite, photos by SHA-256."""
