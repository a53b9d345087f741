"""Where links lead: to an item of the archive, or outside, which a person is asked about."""
