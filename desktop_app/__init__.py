"""Beilin, a viewer for offline news archives in Chinese and English."""
