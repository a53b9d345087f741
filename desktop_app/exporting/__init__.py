"""From items of an archive to files others can read."""
