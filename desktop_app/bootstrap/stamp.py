"""The note beside the virtual environment that says what it was made from."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from desktop_app.bootstrap.checkout import Checkout
from desktop_app.files import write_atomically

_FORMAT = 1


@dataclass(frozen=True)
class Stamp:
    """What an environment was made from.

    `python` is the major and minor version, `interpreter` the file that the
    environment's Python leads to. The lock files are SHA-256 sums, `development` ""
    where only the program's own dependencies are in. `catalogs` are name, bytes and
    nanoseconds of every catalog.
    """

    python: str
    interpreter: str
    dependencies: str
    development: str
    packages: tuple[str, ...]
    catalogs: tuple[tuple[str, int, int], ...]
    format: int = _FORMAT


def read_stamp(checkout: Checkout) -> Stamp | None:
    """Read the note; None where there is none or it cannot be made out."""
    try:
        values = json.loads(checkout.stamp.read_bytes())
        values["packages"] = tuple(values["packages"])
        values["catalogs"] = tuple((name, size, time) for name, size, time in values["catalogs"])
        return Stamp(**values)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_stamp(checkout: Checkout, dev: bool) -> None:
    """Note that the environment is whole; its catalogs are still to be compiled."""
    stamp = Stamp(
        python=_version(),
        interpreter=os.path.realpath(checkout.python),
        dependencies=_digest(checkout.requirements(dev=False)),
        development=_digest(checkout.requirements(dev=True)) if dev else "",
        packages=tuple(sorted(checkout.packages())),
        catalogs=(),
    )
    _write(checkout, stamp)


def write_catalogs(checkout: Checkout, stamp: Stamp) -> None:
    """Note that the catalogs are compiled as they now are."""
    _write(checkout, replace(stamp, catalogs=catalogs(checkout)))


def is_whole(checkout: Checkout, stamp: Stamp) -> bool:
    """Whether the environment is the one that this Python and the lock file ask for."""
    return (
        stamp.format == _FORMAT
        and stamp.python == _version()
        and checkout.python.exists()
        and stamp.interpreter == os.path.realpath(checkout.python)
        and stamp.dependencies == _digest(checkout.requirements(dev=False))
        and checkout.packages().issuperset(stamp.packages)
    )


def has_development(checkout: Checkout, stamp: Stamp) -> bool:
    """Whether what tests need is in too, as locked."""
    return stamp.development == _digest(checkout.requirements(dev=True))


def catalogs(checkout: Checkout) -> tuple[tuple[str, int, int], ...]:
    """Name, bytes and nanoseconds of every catalog, compiled or not."""
    files = sorted(checkout.translations.glob("*/LC_MESSAGES/*.[pm]o"))
    states = ((file, file.stat()) for file in files)
    return tuple(
        (file.relative_to(checkout.translations).as_posix(), state.st_size, state.st_mtime_ns)
        for file, state in states
    )


def _write(checkout: Checkout, stamp: Stamp) -> None:
    content = json.dumps(asdict(stamp), indent=1).encode()
    write_atomically(checkout.stamp, content)


def _version() -> str:
    return f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}"


def _digest(path: Path) -> str:
    # Git may write other line ends on Windows; the pins are the same.
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
