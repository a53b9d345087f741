"""A ZIM file as the importer sees it: asked of a process that may crash, and is begun anew."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.child import Child
from desktop_app.importing.zims.reader import Step, ZimAbout, ZimReader
from desktop_app.messages import Message
from desktop_app.workers import TaskLost

_AT_ONCE = 2000  # entries a step looks at
_MAX_CRASHES = 5

log = logging.getLogger(__name__)


class ZimFile:
    """One file; its process ends with the last who holds this."""

    def __init__(self, path: Path) -> None:
        """Read the file at `path`, the first part of one that is split."""
        self._path = path
        self._child: Child | None = None
        self._crashes = 0

    def about(self) -> ZimAbout:
        """What the file says of itself; raises `ImportFailure`, `TaskLost`."""
        found: ZimAbout = self._ask("about")
        return found

    def steps(self, size: int) -> Iterator[Step | tuple[int, Message]]:
        """Go through `size` entries; where one ends the process, its number and the fault.

        Raises `TaskLost` where that happens time and again.
        """
        place, most = 0, _AT_ONCE
        while place < size:
            try:
                step: Step = self._ask("step", place, most)
            except TaskLost as error:
                if most > 1:  # which of them it was, the next steps tell
                    most = 1
                    continue
                if self._crashes > _MAX_CRASHES:
                    raise
                place, most = place + 1, _AT_ONCE
                yield place - 1, error.text
                continue
            place = step.place
            yield step

    def picture(self, path: str) -> bytes | None:
        """The picture at `path` in the file, if it has one."""
        try:
            content: bytes | None = self._ask("picture", path)
        except TaskLost as error:
            log.warning("picture %s of %s: %s", path, self._path, error)
            return None
        return content

    def _ask(self, method: str, *arguments: object) -> Any:  # noqa: ANN401 (as the method has)
        if self._child is None:
            self._child = Child(ZimReader, self._path)
        try:
            return self._child.ask(method, *arguments)
        except TaskLost:
            self._child = None
            self._crashes += 1
            raise
