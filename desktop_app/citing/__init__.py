"""Citing an item, or what somebody says in it; knows no window."""
