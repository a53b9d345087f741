"""The front matter of a Markdown file: what its author says about it, in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

import yaml

from desktop_app.importing.dates import find_date
from desktop_app.importing.page import tidy

_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE
)
_MAX = 64 * 1024
_NESTED = re.compile(r"[\[{]")
_MAX_NESTED = 300  # brackets; the YAML reader takes quadratic time over nested ones


def split_front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The front matter's keys, in lower case, and the text after it.

    What is not YAML, or no mapping, is no front matter, but is not text to read either.
    """
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    rest = text[match.end() :]
    if len(match["yaml"]) > _MAX or len(_NESTED.findall(match["yaml"])) > _MAX_NESTED:
        return {}, rest
    try:
        found = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, rest
    return ({str(k).lower(): v for k, v in found.items()} if isinstance(found, dict) else {}), rest


def text_of(front: Mapping[str, object], *keys: str) -> str:
    """The first of `keys` that has a text or a number."""
    for key in keys:
        value = front.get(key)
        if (
            isinstance(value, (str, int, float))
            and not isinstance(value, bool)
            and tidy(str(value))
        ):
            return tidy(str(value))
    return ""


def day_of(front: Mapping[str, object], *keys: str) -> date | None:
    """The first of `keys` that has a day."""
    for key in keys:
        value = front.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str) and (day := find_date(value)):
            return day
    return None


def names_of(front: Mapping[str, object], *keys: str) -> str:
    """The names under the first of `keys` that has any, joined by commas."""
    for key in keys:
        names = list(_names(front.get(key)))
        if names:
            return ", ".join(names)
    return ""


def _names(value: object) -> Iterator[str]:
    """Names given as a text, a mapping with a name, or a list of either."""
    entries = value[:50] if isinstance(value, list) else [value]
    for entry in entries:
        name = entry.get("name") or entry.get("title") if isinstance(entry, dict) else entry
        if isinstance(name, str) and tidy(name):
            yield tidy(name)
