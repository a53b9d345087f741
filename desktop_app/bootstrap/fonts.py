"""Whether a Chinese font is installed (Linux)."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

# File names of the fonts that distributions and people install for Chinese.
_CHINESE = re.compile(
    r"wqy|(noto|source|resource).?(sans|serif|han).*(cjk|sc|tc|hk|cn|tw|han)[-._]"
    r"|source.?han|droidsansfallback|uming|ukai|simsun|simhei|simkai|msyh|msjh|mingliu"
    r"|pingfang|sarasa|lxgw|hanamin|fandol|cwtex|tw-?(sung|kai)|misans|unifont",
    re.IGNORECASE,
)
_FONT = (".ttf", ".ttc", ".otf", ".otc", ".pfb", ".pcf.gz")

SYSTEM_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


def font_folders() -> tuple[Path, ...]:
    """Where fontconfig looks for fonts by default."""
    home = Path.home()
    return (*SYSTEM_FOLDERS, home / ".fonts", home / ".local" / "share" / "fonts")


def has_chinese_font(folders: tuple[Path, ...]) -> bool:
    """Whether one of `folders` holds a known Chinese font, or fontconfig knows of one."""
    return any(_is_chinese(name) for name in _files(folders)) or _fontconfig_has_one()


def _is_chinese(name: str) -> bool:
    return name.lower().endswith(_FONT) and _CHINESE.search(name) is not None


def _files(folders: tuple[Path, ...]) -> Iterator[str]:
    for folder in folders:
        for _path, _folders, files in os.walk(folder):
            yield from files


def _fontconfig_has_one() -> bool:
    """Ask fontconfig, which also knows fonts of other names and in other folders."""
    try:
        answer = subprocess.run(
            ["fc-list", ":lang=zh", "file"], capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(answer.stdout.strip())
