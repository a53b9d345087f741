"""Which interface language the system asks for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

_TRADITIONAL = ("TW", "HK", "MO", "HANT")


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the catalog that fits the POSIX locale variables; English by default.

    As in GNU gettext, the list in LANGUAGE goes before the locale, unless that is C.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next(filter(None, (environment.get(name) for name in names)), "C")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return "en"
    return preferred([*environment.get("LANGUAGE", "").split(":"), locale])


def preferred(tags: Iterable[str]) -> str:
    """Return the catalog of the first of `tags` that there is one for; English by default."""
    known = (tag for tag in tags if tag.upper().startswith(("ZH", "EN")))
    return closest(next(known, "en"))


def closest(tag: str) -> str:
    """Return the catalog that fits a locale name such as ``zh_HK.UTF-8`` or ``zh-Hant``."""
    tag = tag.partition(".")[0].upper().replace("-", "_")
    if not tag.startswith("ZH"):
        return "en"
    return "zh_TW" if any(part in _TRADITIONAL for part in tag.split("_")) else "zh_CN"
