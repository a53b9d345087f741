"""Where a story lies, and where its other version would: addresses and paths without language.

``/en/a.html`` and ``/zh/a.html``, ``README.md`` and ``README.zh-CN.md``, ``blog/a.md`` and
``i18n/zh/docusaurus-plugin-content-blog/a.md`` (Docusaurus, "i18n - Introduction") are one place.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from desktop_app.items import Item, Origin

_LONGEST = 4096  # characters
_MOST_NAMED = 100  # places that an item says its other version lies at
_LANGUAGE = (
    r"(?:en|eng|english|en[-_](?:us|gb|au|ca)|zh|cn|chn|chs|cht|chinese|"
    r"zh[-_](?:cn|tw|hk|sg|hans|hant)(?:[-_](?:cn|tw|hk))?)"
)
_SEGMENT = re.compile(_LANGUAGE)
_TAIL = re.compile(rf"[._-]{_LANGUAGE}(?=(?:\.[a-z0-9]{{1,8}}){{0,2}}$)")
_FRONT = re.compile(r"^(?:en|zh|cn|zh[-_]cn)[._-](?=\D)")
_PLUGIN = re.compile(r"docusaurus-plugin-content-")
_ASIDE = ("i18n", "locales", "translations", "www")
_PARAMETERS = ("lang", "language", "locale", "hl", "lng")
_NUMBERED = re.compile(r"[\d\s#/:.-]*")
# What a link to the other version is called, in either language.
_NAMES = frozenset(
    [
        "english",
        "english version",
        "in english",
        "read in english",
        "英文",
        "英文版",
        "英语",
        "英语版",
        "英語版",
        "英文版本",
        "中文",
        "中文版",
        "chinese",
        "chinese version",
        "简体中文",
        "簡體中文",
        "繁體中文",
        "汉语",
        "in chinese",
        "中文版本",
        "阅读中文版",
        "阅读英文版",
        "read in chinese",
        "simplified chinese",
        "en",
        "zh",
        "zh-cn",
    ]
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def place_key(place: str) -> int:
    """64 bits of a hash of `place`, signed as SQLite keeps them."""
    digest = hashlib.blake2b(place.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def own_places(item: Item, origin: Origin) -> list[str]:
    """Where an item lies: its addresses, and its file where it is the whole of it."""
    addresses = [canonical(each) for each in (item.url, origin.address) if each]
    file = [] if origin.part or not origin.file else [canonical(origin.file)]
    return list(dict.fromkeys(filter(None, (*addresses, *file))))


def named_places(item: Item, origin: Origin) -> list[str]:
    """Where an item says that its other version lies."""
    named = [each.address for each in item.alternates]
    text = item.text if item.links else ""
    named += [link.address for link in item.links if _is_other(text[link.start : link.end])]
    base = origin.address or item.url or origin.file
    found = (canonical(_joined(base, each)) for each in named[:_MOST_NAMED])
    return list(dict.fromkeys(filter(None, found)))


def neutral_places(item: Item, origin: Origin) -> list[str]:
    """Where an item lies, whatever its language; records that are only numbered lie nowhere."""
    found = [neutral(each) for each in (item.url, origin.address) if each]
    if origin.file and not (origin.part and _NUMBERED.fullmatch(origin.part)):
        found.append(f"{neutral(origin.file)}\n{origin.part}")
    return list(dict.fromkeys(filter(None, found)))


def canonical(place: str) -> str:
    """An address without scheme, fragment and last slash; a path as it is."""
    split = _split(place)
    if split is None:
        return ""
    host, path, query = split
    return f"{host}{path.rstrip('/')}{'?' if query else ''}{query}"


def neutral(place: str) -> str:
    """A canonical address or path from which every sign of its language is taken."""
    split = _split(place.lower())
    if split is None:
        return ""
    host, path, query = split
    hosts = (
        [part for part in host.split(".") if not _is_aside(part)] if host.count(".") > 1 else [host]
    )
    parts = [_PLUGIN.sub("", part) for part in path.split("/") if part and not _is_aside(part)]
    if parts:
        parts[-1] = _FRONT.sub("", _TAIL.sub("", parts[-1]))
    kept = [pair for pair in parse_qsl(query) if pair[0] not in _PARAMETERS]
    return "/".join((".".join(hosts), *parts, *map("=".join, kept)))


def _is_aside(part: str) -> bool:
    return part in _ASIDE or _SEGMENT.fullmatch(part) is not None


def _is_other(words: str) -> bool:
    return len(words) <= 60 and _EDGES.sub("", words).lower() in _NAMES


def _joined(base: str, reference: str) -> str:
    """`reference` as it leads from `base`, an address or a path."""
    try:
        if "://" in reference or "://" in base:
            return urljoin(base, reference)
    except ValueError:
        return ""
    path = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else ""


def _split(place: str) -> tuple[str, str, str] | None:
    """Host, path and query; of a path alone, the path."""
    place = place.strip()[:_LONGEST]
    if "://" not in place:
        return "", place.replace("\\", "/"), ""
    try:
        parts = urlsplit(place)
        return (parts.hostname or "").removeprefix("www."), unquote(parts.path), parts.query
    except ValueError:
        return None


def keys(places: Iterator[str] | list[str]) -> list[int]:
    """The keys of `places`."""
    return [place_key(place) for place in places]
