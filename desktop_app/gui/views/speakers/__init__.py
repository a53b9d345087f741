"""Speakers: everyone who speaks in the archive, and a page for each."""
