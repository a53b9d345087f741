"""Photographs alone: what is written in their files."""
