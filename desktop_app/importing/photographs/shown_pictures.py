"""Which picture files belong to a page and which are photographs of their own.

The rule: a picture comes in with what shows it, and only so, where
- it lies in the ``X_files`` folder of a saved page (`importing.detect`), or
- an item of the same import shows it, or
- a file that Beilin reads as something else than plain text, or a style sheet, names it:
  by its folder and name, or by its name alone in the same folder. A mirror's buttons and
  banners are named so, and nobody wants them as items.
Every other picture is an item, unless it is an icon (`importing.formats.photo`). Plain
text does not count: a list of captions names photos and does not show them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

from desktop_app.importing.encoding import is_binary
from desktop_app.importing.raw import Container, Format, RawItem, Skipped
from desktop_app.importing.source_file import SourceFile

PICTURES = frozenset(
    (".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".tif", ".tiff", ".avif", ".heic", ".heif")
)
_END = re.compile(rb"\.(?:jpe?g|jpe|png|gif|webp|tiff?|avif|hei[cf])(?![A-Za-z0-9])", re.IGNORECASE)
# Formats whose files name pictures without showing them.
_SHOW_NOTHING = ("saved_text", "photo")
_BEFORE = 400  # bytes of a reference before its suffix
_PART = 1 << 20  # bytes read at a time
# What a reference cannot begin before: with blanks (a quoted one), and without.
_QUOTED = re.compile(rb"""["'()<>\[\]\r\n\t|,;{}]""")
_PLAIN = re.compile(rb"""["'()<>\[\]\s|,;{}=]""")


def pictures_last(files: Iterable[SourceFile]) -> list[SourceFile]:
    """`files` in their order, the pictures after all that may show them."""
    return sorted(files, key=is_picture)


def is_picture(file: SourceFile) -> bool:
    """Whether a file is called as pictures are."""
    return file.path.suffix.lower() in PICTURES


class ShownPictures:
    """What was met of an import so far."""

    def __init__(self) -> None:
        """Nothing was met."""
        self._shown: dict[Path, str] = {}
        self._named: dict[tuple[str, str], str] = {}  # "" until it is named

    def expect(self, files: Iterable[SourceFile]) -> None:
        """Look out for the pictures among `files`."""
        for file in filter(is_picture, files):
            self._named.setdefault(_key(file.path), "")

    def note_item(self, file: SourceFile, item: RawItem) -> None:
        """Take down the pictures that an item of `file` shows."""
        for photo in item.photos:
            if photo.path is not None and photo.path != file.path:
                self._shown.setdefault(photo.path.resolve(), file.path.name)

    def note_names(self, file: SourceFile, kind: Format | Container | Skipped) -> None:
        """Take down the expected pictures that a file of `kind` names. Raises `OSError`."""
        if not self._named or not _shows(file, kind):
            return
        for reference in _references(file.path):
            parts = [part for part in reference.split("/") if part not in ("", ".")]
            if parts and (key := _resolved(file.path, parts)) in self._named:
                self._named[key] = self._named[key] or file.path.name

    def page_of(self, file: SourceFile) -> str:
        """The name of the file that shows the picture `file`; "" for a photograph."""
        named = self._named.get(_key(file.path), "")
        return self._shown.get(file.path.resolve(), "") or named


def _shows(file: SourceFile, kind: Format | Container | Skipped) -> bool:
    """Whether what a file names is shown by it."""
    if isinstance(kind, Skipped):
        return file.path.suffix.lower() == ".css"
    return not isinstance(kind, Container) and kind.name not in _SHOW_NOTHING


def _key(path: Path) -> tuple[str, str]:
    return path.parent.name.lower(), path.name.lower()


def _resolved(page: Path, parts: list[str]) -> tuple[str, str]:
    """Folder and name that a reference in `page` leads to."""
    folder = page.parent
    while parts[:1] == [".."]:
        folder, parts = folder.parent, parts[1:]
    own = parts[-2] if len(parts) > 1 else folder.name
    return own.lower(), (parts[-1] if parts else "").lower()


def _references(path: Path) -> Iterator[str]:
    """What looks like the path of a picture in a text file; long ones a part at a time."""
    with path.open("rb") as stream:
        rest = stream.read(_PART)
        if is_binary(rest[:65536]):
            return
        while rest:
            yield from _in_part(rest.replace(b"\\", b"/"))
            part = stream.read(_PART)
            rest = rest[-_BEFORE:] + part if part else b""


def _in_part(part: bytes) -> Iterator[str]:
    for end in _END.finditer(part):
        text = part[max(0, end.start() - _BEFORE) : end.end()]
        for delimiter in (_QUOTED, _PLAIN):
            yield from _read(delimiter.split(text)[-1])


def _read(reference: bytes) -> Iterator[str]:
    """A reference as the web writes it, in the encoding it is in."""
    for content in dict.fromkeys((unquote_to_bytes(reference), reference)):
        for encoding in ("utf-8", "gb18030"):
            try:
                yield content.decode(encoding).strip()
                break
            except UnicodeDecodeError:
                continue
