"""A ZIM file for Kiwix and its like, with titles and a full-text index in it."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path

from libzim.writer import Creator, FileProvider, Hint, Item, StringProvider

from desktop_app.exporting.export import Export
from desktop_app.exporting.site import INDEX, Part, site
from desktop_app.exporting.whole import scratch, whole_file
from desktop_app.exporting.zim_titles import add_title_list
from desktop_app.places import resources

_TITLE, _DESCRIPTION = 30, 80  # letters, at most (openZIM wiki, "Metadata")
_ICON = 48  # pixels
# The languages news comes in most, from ISO 639-1 to the 639-3 that ZIM asks for.
_LANGUAGES = {
    "zh": "zho", "en": "eng", "fr": "fra", "de": "deu", "es": "spa", "ru": "rus", "ja": "jpn",
    "ko": "kor", "ar": "ara", "pt": "por", "it": "ita", "nl": "nld", "vi": "vie", "th": "tha",
    "id": "ind", "ms": "msa", "hi": "hin", "fa": "fas", "tr": "tur", "uk": "ukr", "pl": "pol",
    "bo": "bod", "ug": "uig", "mn": "mon",
}  # fmt: skip


def write_zim(export: Export, out: Path) -> int:
    """Write the file `out`; returns how many items are in it."""
    with whole_file(out) as part, scratch(out) as spare:
        file = spare / "out.zim"
        languages: Counter[str] = Counter()
        count = 0
        with _creator(file) as creator:
            for each in site(export, spare):
                creator.add_item(_Entry(each))
                if each.item is not None:
                    languages.update(each.item.languages)
                    count += 1
            _describe(creator, export, languages, count)
        add_title_list(file)
        file.replace(part)
    return count


class _Entry(Item):  # type: ignore[misc]
    """A file of the site as libzim takes it."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part

    def get_path(self) -> str:
        """Where it is in the ZIM file."""
        return self._part.path

    def get_title(self) -> str:
        """What a reader finds it by."""
        return self._part.title

    def get_mimetype(self) -> str:
        """What it is."""
        return self._part.media_type

    def get_contentprovider(self) -> StringProvider | FileProvider:
        """Its bytes."""
        if isinstance(self._part.content, Path):
            return FileProvider(self._part.content)
        return StringProvider(self._part.content)

    def get_hints(self) -> dict[Hint, bool]:
        """Only items are articles; photos are compressed already."""
        return {
            Hint.FRONT_ARTICLE: self._part.item is not None,
            Hint.COMPRESS: not isinstance(self._part.content, Path),
        }


@contextmanager
def _creator(file: Path) -> Iterator[Creator]:
    """A creator that is always finished: its threads wait for that, or for ever.

    The index takes both scripts: Chinese by its characters whatever the language, and
    English words by their stems.
    """
    creator = Creator(file)
    creator.config_indexing(True, "eng").config_nbworkers(1)  # each holds some 30 MB
    creator.set_mainpath(INDEX)
    creator.__enter__()
    try:
        yield creator
    finally:
        with _silent_output():
            creator.__exit__(None, None, None)


@contextmanager
def _silent_output() -> Iterator[None]:
    """Nothing to standard output, where libzim tells its steps and programs read JSON."""
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def _describe(creator: Creator, export: Export, languages: Counter[str], count: int) -> None:
    """Write the metadata a ZIM file must have; `languages` are those of its `count` items."""
    name = re.sub(r"[^a-z0-9]+", "-", export.name.lower()).strip("-") or "news"
    counted = export.catalog.plural("{count} item", "{count} items", count)
    codes = [_LANGUAGES.get(code, "und") for code, _count in languages.most_common()]
    for key, value in {
        "Name": f"beilin_{name}",
        "Title": export.name[:_TITLE] or "Beilin",
        "Description": f"{export.name[: _DESCRIPTION - 24]} · {counted}"[:_DESCRIPTION],
        "Language": ",".join(dict.fromkeys(codes)) or "und",
        "Creator": "Beilin",
        "Publisher": "Beilin",
        "Date": datetime.now(timezone.utc).date().isoformat(),
    }.items():
        creator.add_metadata(key, value)
    creator.add_illustration(_ICON, (resources() / "icons" / "beilin-48.png").read_bytes())
