"""Tests of desktop_app.importing."""
