"""Several archives open at once: which are searched, which is imported into, which is read."""
