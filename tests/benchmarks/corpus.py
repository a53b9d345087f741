"""The stories the engines are compared on: real ones first, then real paragraphs recombined.

Every second story is Chinese, the others English. In each language the real items come
first; when they are used up, new items are made of real paragraphs, drawn with a seed of
the item's own number, so that a corpus is the beginning of every larger one. Years are
drawn too. Recombining makes no new words: beyond some ten thousand items the vocabulary no
longer grows.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
from array import array
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import count, islice
from pathlib import Path

from desktop_app.importing.formats.bulletin import Bulletin
from desktop_app.importing.formats.jsonl import Jsonl
from desktop_app.importing.formats.reuters import Reuters
from desktop_app.importing.raw import RawItem
from desktop_app.items import KINDS
from desktop_app.language.tokens import tokens
from desktop_app.places import resources

# Raised when the stories or an engine's layout change: older caches are not used again.
VERSION = 2
DATA = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "data"
_SEED = 20261124
_STORIES_KEPT = 4096  # in memory, of those read by number
_SOURCES = {
    "zh": ("新华社", "人民日报", "中国新闻社", "科技日报"),
    "en": ("Associated Press", "Xinhua", "China Daily", "Financial Times"),
}


@dataclass(frozen=True, slots=True)
class Story:
    """One item: all its text (title first, a line a paragraph), and its tokens.

    `tokens` are those of `desktop_app.language.tokens`, joined by spaces; two spaces
    stand where a position is left empty. `date` is yyyymmdd.
    """

    number: int
    text: str
    tokens: str
    date: int
    language: str
    kind: str
    source: str

    @property
    def day(self) -> date:
        """`date` as a date."""
        return date(self.date // 10000, self.date // 100 % 100, self.date % 100)


def spaced(text: str) -> str:
    """The tokens of `text` as `Story.tokens` has them."""
    words, position = [], 0
    for token in tokens(text):
        words.extend([""] * (token.position - position))
        words.append(token.text)
        position = token.position + 1
    return " ".join(words)


def placed(joined: str) -> Iterator[tuple[int, str]]:
    """Position and token of each token in `Story.tokens`."""
    return ((place, word) for place, word in enumerate(joined.split(" ")) if word)


class Pool:
    """The real items of both languages, shuffled, and their paragraphs."""

    def __init__(self, items: list[RawItem]) -> None:
        """Take the items that have text."""
        mixer = random.Random(_SEED)
        self._items: dict[str, list[RawItem]] = {"zh": [], "en": []}
        for item in items:
            if item.paragraphs and item.language in self._items:
                self._items[item.language].append(item)
        for own in self._items.values():
            mixer.shuffle(own)
        self._paragraphs = {
            language: [paragraph for item in own for paragraph in item.paragraphs]
            for language, own in self._items.items()
        }

    def stories(self, first: int = 1) -> Iterator[Story]:
        """Yield the stories from number `first` on, without end; the odd ones are Chinese."""
        for number in count(first):
            language, place = ("zh", "en")[(number - 1) % 2], (number - 1) // 2
            own = self._items[language]
            if place < len(own):
                yield _story(number, own[place], own[place].paragraphs)
            else:
                yield self._recombined(number, language)

    def _recombined(self, number: int, language: str) -> Story:
        """As long as one real item, of the paragraphs of others."""
        chance = random.Random(_SEED * 1_000_003 + number)
        own, paragraphs = self._items[language], self._paragraphs[language]
        donor = own[int(chance.random() * len(own))]
        drawn = [paragraphs[int(chance.random() * len(paragraphs))] for _ in donor.paragraphs]
        story = _story(number, donor, tuple(drawn))
        kind = KINDS[int(chance.random() * 4)] if chance.random() < 0.3 else story.kind
        source = _SOURCES[language][int(chance.random() * 4)]
        return replace(
            story,
            kind=kind,
            source=source if chance.random() < 0.5 else story.source,
        )


def _story(number: int, item: RawItem, paragraphs: tuple[str, ...]) -> Story:
    text = "\n".join((item.title, *paragraphs))
    day = item.date or date(2000, 1, 1)
    # The real ones are of 1987 and 2023 alone. A year drawn for each, real or not, gives
    # spans of dates the same share of the stories at every size.
    year = 1980 + int(random.Random(_SEED * 7 + number).random() ** 0.5 * 44)
    return Story(
        number=number,
        text=text,
        tokens=spaced(text),
        date=year * 10000 + day.month * 100 + min(day.day, 28),
        language=item.language,
        kind=item.kind,
        source=item.source,
    )


def real_items() -> list[RawItem]:
    """All bulletin items and Reuters stories with a body, else those of the sample."""
    if DATA.is_dir():
        files = sorted((DATA / "bulletins-zh").glob("*.md"))
        found = [item for file in files for item in Bulletin().read(file, _quiet)]
        for file in sorted((DATA / "reuters-21578").glob("*.sgm")):
            found.extend(Reuters().read(file, _quiet))
    else:
        found = list(Jsonl().read(resources() / "sample" / "items.jsonl", _quiet))
    return [item for item in found if isinstance(item, RawItem)]


def _quiet(_done: int) -> None:
    return


def scratch() -> Path:
    """Where corpora and slow indexes are kept from run to run."""
    folder = Path(tempfile.gettempdir()) / "beilin-benchmarks"
    folder.mkdir(exist_ok=True)
    return folder


class Corpus:
    """The first so many stories, read from a file that is written once."""

    def __init__(self, items: int) -> None:
        """Write the file where it is not here yet."""
        material = "shared" if DATA.is_dir() else "sample"
        self.count = items
        self.name = f"v{VERSION}-{material}-{items}"
        self._path = scratch() / f"corpus-{self.name}.jsonl"
        if material == "sample":
            print(f"{DATA} is not here: the stories are made of the sample archive's paragraphs.")
        if not self._path.exists():
            self._write()
        # Where each line begins, and last of all the bytes of UTF-8 text.
        self._starts = array("Q", self._path.with_suffix(".starts").read_bytes())
        self.bytes = self._starts.pop()
        # Texts for snippets are as warm as all else: every engine gets them from here.
        self.story = lru_cache(maxsize=_STORIES_KEPT)(self._read)

    def _write(self) -> None:
        partial = self._path.with_suffix(f".{os.getpid()}.part")
        starts, text_bytes = array("Q"), 0
        with partial.open("wb") as stream:
            for story in islice(Pool(real_items()).stories(), self.count):
                starts.append(stream.tell())
                text_bytes += len(story.text.encode())
                stream.write(json.dumps(asdict(story), ensure_ascii=False).encode() + b"\n")
        starts.append(text_bytes)
        self._path.with_suffix(".starts").write_bytes(starts.tobytes())
        partial.replace(self._path)

    def __iter__(self) -> Iterator[Story]:
        """Yield all stories, one in memory at a time."""
        with self._path.open("rb") as stream:
            for line in stream:
                yield Story(**json.loads(line))

    def _read(self, number: int) -> Story:
        """The story of that number, read from the file."""
        with self._path.open("rb") as stream:
            stream.seek(self._starts[number - 1])
            return Story(**json.loads(stream.readline()))


def newer(amount: int, after: int, marker: str) -> list[Story]:
    """The `amount` stories that follow the first `after`, with the word `marker` at their end."""
    return [
        replace(story, text=f"{story.text}\n{marker}", tokens=f"{story.tokens} {marker}")
        for story in islice(Pool(real_items()).stories(after + 1), amount)
    ]
