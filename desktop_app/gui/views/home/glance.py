"""What the home page is told of an archive, read off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.overview import Overview
from desktop_app.search.engine import Sort
from desktop_app.speech_search.speakers import Speaker
from desktop_app.together import Searched

PEOPLE = 8  # who are named


@dataclass(frozen=True, slots=True)
class Glance:
    """The figures of an archive, and how many of its items the reader has not read yet."""

    name: str
    overview: Overview
    unread: int


def glance(archive: Searched, today: date) -> Glance:
    """Count; the figures are kept by the archive until it changes, what is read is not."""
    unread = len(archive.search("is:unread", Sort.NEWEST).numbers)
    return Glance(archive.name, archive.overview.on(today), unread)


def most_quoted(archive: Searched) -> list[Speaker]:
    """Who is quoted most. To tell thousands of speakers apart takes its time once."""
    return archive.speakers().all()[:PEOPLE]
