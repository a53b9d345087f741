"""Tests of desktop_app.importing.web_archives."""
