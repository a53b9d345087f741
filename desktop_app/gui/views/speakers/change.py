"""What a reader decides about who is who, written into the archive, and taken back."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.archive_writer import open_for_import


@dataclass(frozen=True, slots=True)
class Change:
    """Names to be decided (name -> person), names to be left to the rules, whom to show then."""

    decided: Mapping[str, str]
    forgotten: tuple[str, ...]
    person: str

    def undone(self, decisions: Mapping[str, str], person: str) -> Change:
        """What takes this back, where `decisions` held before it and `person` was shown."""
        names = dict.fromkeys((*self.decided, *self.forgotten))
        former = {name: decisions[name] for name in names if name in decisions}
        return Change(former, tuple(name for name in names if name not in decisions), person)


def write(folders: Sequence[Path], change: Change) -> None:
    """Keep `change` in the archives in `folders`; raises `ArchiveError`.

    Where there are several, in those that may be written, one at least.
    """
    writable = [folder for folder in folders if os.access(folder, os.W_OK)]
    for folder in writable or folders[:1]:
        with open_for_import(folder) as archive:
            archive.decide_speakers(change.decided)
            archive.undecide_speakers(change.forgotten)
