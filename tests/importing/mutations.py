"""What the tests of the formats share against hostile files: real ones, changed by chance."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import HealthCheck, settings

from desktop_app.errors import ImportFailure
from desktop_app.importing.raw import Format
from tests.importing.reading import read

# Reading files takes its time, and each example may write over the last one's.
CHANGES = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def mutated(content: bytes, seed: int, many: int) -> bytes:
    """`content` with some bytes changed, cut out or doubled, by chance."""
    chance = random.Random(seed)
    changed = bytearray(content)
    for _ in range(many):
        place = chance.randrange(len(changed) or 1)
        what = chance.randrange(3)
        if what == 0:
            changed[place : place + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del changed[place : place + chance.randrange(1, 40)]
        else:
            changed[place:place] = changed[place : place + chance.randrange(1, 40)]
    return bytes(changed)


def survives(format_: Format, path: Path) -> None:
    """Fail where reading gives anything but pieces or an `ImportFailure` that names the file."""
    try:
        read(format_, path)
    except ImportFailure as error:
        assert path.name in str(error)
