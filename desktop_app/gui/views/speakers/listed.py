"""The speakers as they are listed: in which order, and which of them a few letters mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    names: str  # all of them folded, a line each
    sounds: str  # their spellings from each syllable on, without spaces, a line each


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
    sounds = "".join(f"\n{line}" for each in spelled for line in _from_each_syllable(each))
    return Listed(speaker, spelled[0], "\n".join(map(fold, names)), sounds)


def _from_each_syllable(spelled: str) -> Iterator[str]:
    """Yield ``wangshuguo``, ``shuguo`` and ``guo`` of ``wang shu guo``."""
    syllables = spelled.split()
    for start in range(len(syllables)):
        yield "".join(syllables[start:])


def matching(rows: Sequence[Listed], speakers: Speakers, text: str) -> list[Listed]:
    """Those of `rows` whom `text` means: any part of a name, or how some of it begins to sound."""
    wanted = fold(text).strip()
    if not wanted:
        return list(rows)
    sound = "\n" + wanted.replace(" ", "")
    meant = speakers.names.meant(Text(text.strip(), "speaker"))
    return [
        row
        for row in rows
        if wanted in row.names or sound in row.sounds or row.speaker.name in meant
    ]
