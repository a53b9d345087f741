"""Names of members whose encoding nothing says: GBK and Big5 beside UTF-8 and CP437.

Windows' own zip tool, and Chinese versions of WinRAR and others, write names in the code
page of the machine and say nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

_LOW, _HIGH = range(0x40, 0x7F), range(0xA1, 0xFF)  # second bytes


def name_decoder(names: Iterable[bytes], otherwise: str) -> Callable[[bytes], str]:
    """What decodes the names of one container, which are all in one encoding."""
    wide = [name for name in names if not name.isascii()]
    encoding = next((each for each in ("utf-8", _chinese(wide)) if _decodes(wide, each)), otherwise)
    return lambda name: name.decode(encoding, "replace")


def _chinese(names: list[bytes]) -> str:
    """The Chinese encoding whose everyday characters the names have more of, or ""."""
    shares = {
        "gb18030": _share(names, range(0xB0, 0xD8), _HIGH),
        "big5hkscs": _share(names, range(0xA4, 0xC7), (*_LOW, *_HIGH)),
    }
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= 0.6 else ""


def _share(names: list[bytes], leads: Sequence[int], trails: Sequence[int]) -> float:
    """How many of the double bytes in `names` lie in an encoding's first level.

    Level 1 of GB 2312 is its 3,755 everyday characters (rows 16 to 55), that of Big5 its
    5,401 (0xA440 to 0xC67E).
    """
    common = total = 0
    for name in names:
        place = 0
        while place < len(name):
            if name[place] < 0x80:
                place += 1
                continue
            trail = name[place + 1] if place + 1 < len(name) else 0
            total += 1
            common += name[place] in leads and trail in trails
            place += 2
    return common / total if total else 0.0


def _decodes(names: list[bytes], encoding: str) -> bool:
    try:
        return bool(encoding) and all(name.decode(encoding) is not None for name in names)
    except UnicodeDecodeError:
        return False
