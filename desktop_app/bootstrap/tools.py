"""Calls the tools that do the work: uv, pip, apt-get."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tools:
    """Runs commands quietly; what they say goes to `log`, and on a terminal their progress too.

    `held` is the file descriptor of the lock that the commands keep while they run.
    """

    log: Path
    held: int

    def run(self, command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> bool:
        """Run `command` to its end; `extra` joins its environment. False where it failed."""
        environment = {**_clean_environment(), **(extra or {})}
        with self.log.open("ab") as log:
            log.write(f"$ {' '.join(map(str, command))}\n".encode())
            log.flush()
            try:
                status = subprocess.call(
                    [str(part) for part in command],
                    stdin=subprocess.DEVNULL,
                    stdout=sys.stderr if sys.stderr.isatty() else log,
                    stderr=log,
                    env=environment,
                    cwd=self.log.parent,
                    pass_fds=() if os.name == "nt" else (self.held,),
                )
            except OSError as error:
                log.write(f"{error}\n".encode())
                return False
        return status == 0

    def answer(self, command: Sequence[str | Path]) -> bool:
        """Whether `command` succeeds; what it says is of no interest."""
        try:
            done = subprocess.run(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=_clean_environment(),
                check=False,
            )
        except OSError:
            return False
        return done.returncode == 0

    def said(self) -> str:
        """Everything the commands said so far."""
        try:
            return self.log.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""


def _clean_environment() -> dict[str, str]:
    """The environment without what would lead an installer to another Python's packages."""
    misleading = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX")
    kept = {name: value for name, value in os.environ.items() if name not in misleading}
    return {**kept, "PYTHONNOUSERSITE": "1", "NO_COLOR": "1"}
