"""ZIM files, read by a process of its own."""
