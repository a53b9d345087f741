"""Errors a person can cause or meet; everything else that goes wrong is a bug."""

from __future__ import annotations

from desktop_app.messages import Message


class BeilinError(Exception):
    """One line for the person that names the file or word and the way out."""

    def __init__(self, text: Message) -> None:
        """Keep the untranslated sentence; `str()` gives it in English."""
        super().__init__(str(text))
        self.text = text


class ArchiveError(BeilinError):
    """A folder is no archive, is damaged, or cannot be written."""


class ImportFailure(BeilinError):
    """A source file cannot be read as what it claims to be."""


class MarksError(BeilinError):
    """A reader's marks cannot be read, kept, or understood."""


class Cancelled(Exception):
    """Raised inside long work when the person asked it to stop."""
