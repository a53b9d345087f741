"""Tabs of the reading view, and what opens items in tabs and windows of their own."""
