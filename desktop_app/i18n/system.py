"""Which interface language the system asks for."""

from __future__ import annotations

import os
from collections.abc import Mapping

_TRADITIONAL = ("TW", "HK", "MO", "HANT")


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the catalog that fits the POSIX locale variables; English by default."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return closest(value)
    return "en"


def closest(tag: str) -> str:
    """Return the catalog that fits a locale name such as ``zh_HK.UTF-8`` or ``zh-Hant``."""
    tag = tag.partition(".")[0].upper().replace("-", "_")
    if not tag.startswith("ZH"):
        return "en"
    return "zh_TW" if any(part in _TRADITIONAL for part in tag.split("_")) else "zh_CN"
