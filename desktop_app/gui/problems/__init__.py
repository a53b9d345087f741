"""Bugs that nobody foresaw: kept in the log, told calmly, and survived."""
