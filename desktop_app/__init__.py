"""Beilin, a viewer for offline news archives in Chinese and English."""

__version__ = "0.1.0"
