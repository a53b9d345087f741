"""The home page of an archive: what it holds at a glance, each figure leading to what it counts."""
