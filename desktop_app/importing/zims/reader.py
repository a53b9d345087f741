"""The articles and pictures of a ZIM file, by libzim; runs in a process of its own (`child`).

Everything libzim is asked happens here: on a broken file it may raise, hang or end the
process. The format: https://wiki.openzim.org/wiki/ZIM_file_format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from libzim.reader import Archive, set_cluster_cache_max_size
from numpy.typing import NDArray

from desktop_app.errors import ImportFailure
from desktop_app.importing.html.tree import MAX_PAGE
from desktop_app.messages import message

_CACHE = 32 * 1024 * 1024  # bytes of unpacked clusters
_MAX_PICTURE = 64 * 1024 * 1024  # bytes
_MAX_METADATA = 64 * 1024  # bytes of one value
_MAX_KEYS = 500
_MAX_REDIRECTS = 8
_FRONT_ARTICLES = "listing/titleOrdered/v1"  # the entries the file's maker marked as articles
_LAST = 64  # entries among which that list lies: it is in the last of the name spaces
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class ZimAbout:
    """What a file says of itself; `size` is how many entries may be articles."""

    uuid: str
    size: int
    metadata: dict[str, str]
    namespaced: bool
    """Whether paths begin with a name space (``A/Page.html``), as before 2021."""


@dataclass(frozen=True, slots=True)
class ZimArticle:
    """An entry that is a page."""

    path: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Step:
    """One step through the entries: where the next begins, and what this one met.

    `path` names an entry that cannot be read because of `fault`.
    """

    place: int
    article: ZimArticle | None = None
    path: str = ""
    fault: str = ""


class ZimReader:
    """One open file."""

    def __init__(self, path: Path) -> None:
        """Open it; raises `ImportFailure`."""
        set_cluster_cache_max_size(_CACHE)
        try:
            self._archive = Archive(path)
            self._articles = self._article_numbers()
        except RuntimeError as error:
            raise ImportFailure(
                message(
                    "{path} is damaged, or no ZIM file: {reason}; load it again",
                    path=path,
                    reason=_one_line(error),
                )
            ) from error

    def about(self) -> ZimAbout:
        """What the file says of itself."""
        archive = self._archive
        size = archive.entry_count if self._articles is None else len(self._articles)
        metadata = dict(self._metadata())
        return ZimAbout(str(archive.uuid), size, metadata, not archive.has_new_namespace_scheme)

    def step(self, place: int, most: int) -> Step:
        """Look at entries from `place` on until one is an article, at `most` so many."""
        end = min(place + most, self.about_size())
        for each in range(place, end):
            number = each if self._articles is None else int(self._articles[each])
            path = f"#{number}"
            try:
                entry = self._archive._get_entry_by_id(number)
                path = entry.path
                article = self._article(entry)
            except (RuntimeError, KeyError, ValueError) as error:
                return Step(each + 1, None, path, _one_line(error))
            if article is not None:
                return Step(each + 1, article)
        return Step(end)

    def picture(self, path: str) -> bytes | None:
        """The content of the picture at `path`, if one is."""
        try:
            entry = self._archive.get_entry_by_path(path)
            for _hop in range(_MAX_REDIRECTS):
                if not entry.is_redirect:
                    break
                entry = entry.get_redirect_entry()
            item = None if entry.is_redirect else entry.get_item()
        except (RuntimeError, KeyError, ValueError):  # there is no such entry, or it is broken
            return None
        if item is None or not item.mimetype.startswith("image/") or item.size > _MAX_PICTURE:
            return None
        return bytes(item.content)

    def about_size(self) -> int:
        """How many entries may be articles."""
        return self._archive.entry_count if self._articles is None else len(self._articles)

    def _article(self, entry: Any) -> ZimArticle | None:  # noqa: ANN401 (libzim has no types)
        """The page that `entry` is; None for a redirect, and for what is none."""
        if entry.is_redirect:
            return None
        item = entry.get_item()
        if not item.mimetype.startswith(_PAGES) or self._is_aside(entry.path):
            return None
        if item.size > MAX_PAGE:
            raise ValueError(f"a page of {item.size} bytes")
        return ZimArticle(entry.path, entry.title, bytes(item.content))

    def _is_aside(self, path: str) -> bool:
        return not self._archive.has_new_namespace_scheme and not path.startswith("A/")

    def _article_numbers(self) -> NDArray[np.uint32] | None:
        """The numbers of the entries marked as articles, ascending; None where none are."""
        if not self._archive.has_new_namespace_scheme:
            return None
        everything = self._archive.all_entry_count
        for number in reversed(range(max(0, everything - _LAST), everything)):
            try:
                entry = self._archive._get_entry_by_id(number)
                if entry.path == _FRONT_ARTICLES and not entry.is_redirect:
                    numbers = np.frombuffer(entry.get_item().content, "<u4")
                    own: NDArray[np.uint32] = numbers[numbers < self._archive.entry_count]
                    return np.unique(own) if own.size else None
            except (RuntimeError, ValueError):  # then every page counts as an article
                continue
        return None

    def _metadata(self) -> Iterator[tuple[str, str]]:
        try:
            keys = list(self._archive.metadata_keys)[:_MAX_KEYS]
        except RuntimeError:
            return
        for key in keys:
            try:
                item = self._archive.get_metadata_item(key)
                if item.size <= _MAX_METADATA and item.mimetype.startswith("text/"):
                    yield key, bytes(item.content).decode("utf-8", "replace").strip()
            except (RuntimeError, KeyError, ValueError):  # the others may be whole
                continue


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
