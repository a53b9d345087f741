"""The speakers as they are listed: in which order, and which of them a few letters mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.errors import Cancelled
from desktop_app.language.folding import fold
from desktop_app.language.pinyin import spelling
from desktop_app.search.nodes import Text
from desktop_app.speech_search.speakers import Speaker, Speakers
from desktop_app.speeches.chinese.names import is_name


@dataclass(frozen=True, slots=True)
class Listed:
    """A speaker, with the folded `spelling` names are put in order by: Chinese in pinyin."""

    speaker: Speaker
    spelling: str
    sought: str  # all their names and spellings, folded, a line each


def listed(speakers: Speakers, cancelled: Callable[[], bool]) -> list[Listed]:
    """Everyone who has a name, the most quoted first; raises `Cancelled`."""
    found = []
    for each in speakers.all():
        if cancelled():
            raise Cancelled
        found.append(_listed(each))
    return found


def _listed(speaker: Speaker) -> Listed:
    names = dict.fromkeys((speaker.name, *speaker.names))
    spelled = [spelling(name, as_person=is_name(name)) for name in names]
    closed = [each.replace(" ", "") for each in spelled]
    return Listed(speaker, spelled[0], "\n".join([*map(fold, names), *spelled, *closed]))


def matching(rows: Sequence[Listed], speakers: Speakers, text: str) -> list[Listed]:
    """Those of `rows` of whose names or pinyin `text` is any part, or whom it means."""
    wanted = fold(text).strip()
    if not wanted:
        return list(rows)
    closed = wanted.replace(" ", "")
    meant = speakers.names.meant(Text(text.strip(), "speaker"))
    return [
        row
        for row in rows
        if wanted in row.sought or closed in row.sought or row.speaker.name in meant
    ]
