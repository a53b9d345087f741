"""Copies of whole sites, as wget and HTTrack make them: a folder a host, paths as on the web.

A page of a copy may name files in the folders of its own and the other hosts, which lie
side by side, and nothing else on the machine.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from desktop_app.importing.pictures import confined, local_picture

_LEVELS = 12  # folders above a page among which its host's is
_HOST = re.compile(r"(?:[a-z0-9_-]+\.)+(?P<top>[a-z]{2,12}|xn--[a-z0-9-]+)(?:[:+]\d{1,5})?", re.I)
_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:[:+]\d{1,5})?|localhost(?:[:+]\d{1,5})?")
_INDEX = re.compile(r"(?:^|(?<=/))index\.html?$")
_QUERY = re.compile(r"(?<=\.html)@|(?<=\.htm)@|(?<=\.php)@|(?<=\.asp)@|(?<=\.aspx)@|(?<=\.jsp)@")
# Countries by the first letter of their two (ISO 3166 and ccTLDs in use): no file's suffix.
_COUNTRIES = frozenset(
    first + second
    for first, seconds in {
        "a": "cdefgilmoqrstuwxz",
        "b": "abdefghijmnoqrstvwyz",
        "c": "acdfghiklmnoruvwxyz",
        "d": "ejkmoz",
        "e": "cegrstu",
        "f": "ijkmor",
        "g": "abdefghilmnpqrstuwy",
        "h": "kmnrtu",
        "i": "delmnoqrst",
        "j": "emop",
        "k": "eghimnprwyz",
        "l": "abcikrstuvy",
        "m": "acdeghklmnopqrstuvwxyz",
        "n": "acefgilopruz",
        "o": "m",
        "p": "aefghklmnrstwy",
        "q": "a",
        "r": "eosuw",
        "s": "abcdeghijklmnorstuvxyz",
        "t": "cdfghjklmnortvwz",
        "u": "agksyz",
        "v": "aceginu",
        "w": "fs",
        "y": "et",
        "z": "amw",
    }.items()
    for second in seconds
)
_TOPS = frozenset(
    (
        *("com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name", "news", "media"),
        *("press", "online", "site", "top", "xyz", "world", "today", "live", "blog", "app", "dev"),
        *("cloud", "club", "pro", "asia", "museum", "academy", "institute", "international"),
    )
)


@dataclass(frozen=True, slots=True)
class Mirror:
    """The copy a `page` is part of.

    `root` holds the folders of the hosts, or, with a `host`, is that one's own folder.
    `address` is the page's, as its place in the copy says it.
    """

    page: Path
    root: Path
    address: str
    host: str = ""

    def file(self, reference: str) -> Path | None:
        """The file of the copy that a reference leads to, if it is there."""
        for folder, path in self._places(reference):
            if found := confined(folder, path):
                return found
        return None

    def _places(self, reference: str) -> Iterator[tuple[Path, str]]:
        """Folders of hosts, with the path below each at which the file may lie."""
        reference = reference.strip()
        try:
            here = urlsplit(reference)
            place = urlsplit(urljoin(self.address, reference))
        except ValueError:
            return
        if not here.scheme and not here.netloc and not self.host:
            for path in dict.fromkeys((here.path, unquote(here.path), unquote(reference))):
                yield from self._beside(path)
        if place.scheme not in ("http", "https") or not place.netloc:
            return
        folder = self._folder_of(place.netloc)
        path = unquote(place.path).strip("/")
        for name in _names(path, place.query) if folder else ():
            yield (folder or self.root), name

    def _beside(self, path: str) -> Iterator[tuple[Path, str]]:
        """Where links lead that were made to lead from file to file."""
        if not path or path.startswith("/") or "\0" in path:
            return
        place = Path(os.path.normpath(self.page.parent / path))
        if place.is_relative_to(self.root):
            host, *rest = place.relative_to(self.root).parts or ("",)
            if rest and is_host(host):
                yield self.root / host, "/".join(rest)

    def _folder_of(self, host: str) -> Path | None:
        host = host.rpartition("@")[2].lower()
        if self.host:
            return self.root if _bare(host) == _bare(self.host) else None
        names = (host, host.partition(":")[0], host.replace(":", "+"))
        others = (f"www.{host}", host.removeprefix("www."))
        folders = (self.root / name for name in (*names, *others) if is_host(name))
        return next((folder for folder in folders if folder.is_dir()), None)


@dataclass(frozen=True, slots=True)
class SavedPictures:
    """The pictures of a saved page: beside it, or in the copy of the site it is part of."""

    page: Path
    address: str = ""

    def find(self, reference: str) -> Path | bytes | None:
        """The file `reference` leads to, where the page may name it."""
        found = local_picture(self.page, reference)
        if found is None and (mirror := mirror_of(self.page, self.address)) is not None:
            found = mirror.file(reference)
        return found


def is_host(name: str) -> bool:
    """Whether a folder is called as a host is."""
    if _NUMBERS.fullmatch(name):
        return True
    match = _HOST.fullmatch(name)
    if match is None:
        return False
    top = match["top"].lower()
    return top in _COUNTRIES or top in _TOPS or top.startswith("xn--")


def mirror_of(page: Path, address: str = "") -> Mirror | None:
    """The copy that `page`, by its own words at `address`, is part of; None for none."""
    page = page.absolute()
    for folder in list(page.parents)[:_LEVELS]:
        if is_host(folder.name):
            path = _INDEX.sub("", _QUERY.sub("?", page.relative_to(folder).as_posix()))
            return Mirror(page, folder.parent, f"http://{folder.name}/{path}")
    return _by_address(page, address)


def _by_address(page: Path, address: str) -> Mirror | None:
    """A copy without a folder for its host, where the page's path is that of its address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = [part for part in unquote(parts.path).split("/") if part]
    if not parts.netloc or len(path) < 2 or list(page.parts[-len(path) :]) != path:
        return None
    return Mirror(page, page.parents[len(path) - 1], address, parts.netloc)


def _bare(host: str) -> str:
    return host.partition(":")[0].lower().removeprefix("www.")


def _names(path: str, query: str) -> Iterator[str]:
    """What the file of an address is called: with its query behind ``?`` or, on Windows, ``@``."""
    if query:
        yield from (f"{path}?{query}", f"{path}@{query}", f"{path}?{unquote(query)}")
    if path:
        yield path
