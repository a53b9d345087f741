"""An object that lives in a process of its own, for libraries that a file may crash.

`workers` runs calls that know nothing of each other; here one object stays, with the file
it has open, and answers one call after another.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import weakref
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from desktop_app.messages import message
from desktop_app.workers import TaskLost, begin_process

_MEMORY = 4 * 1024**3  # bytes of address space: files of any size are mapped piece by piece
_SECONDS = 60.0  # for one answer
_START = 60.0  # more for the first: Python starts, libraries load, the file is opened


class Child:
    """What ``make(*arguments)`` gives, in another process; ends with its last user."""

    def __init__(
        self,
        make: Callable[..., object],
        *arguments: object,
        memory: int = _MEMORY,
        seconds: float = _SECONDS,
    ) -> None:
        """`make` and `arguments` must be picklable; `memory` is in bytes, of address space.

        The object is made with the first call, whose failure is then that of the making.
        """
        self._seconds = seconds
        self._patience = seconds + _START
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs, make, arguments, memory), daemon=True
        )
        process.start()
        theirs.close()
        self._end = weakref.finalize(self, _end, process, self._connection)

    def ask(self, method: str, *arguments: object) -> Any:  # noqa: ANN401 (as the method has)
        """What the object's `method` gives, or its exception.

        Raises `TaskLost` where the process died or was too slow; then it is at its end.
        """
        try:
            self._connection.send((method, arguments))
            if not self._connection.poll(self._patience):
                raise TaskLost(message("it took too long to read"))
            gone_well, answer = self._connection.recv()
            self._patience = self._seconds
        except (EOFError, OSError) as error:
            self.close()
            raise TaskLost(message("the program that read it crashed")) from error
        except TaskLost:
            self.close()
            raise
        if isinstance(answer, MemoryError):
            self.close()
            raise TaskLost(message("it needs more memory than a file may have")) from answer
        if not gone_well:
            raise answer
        return answer

    def close(self) -> None:
        """End the process."""
        self._end()


def _end(process: BaseProcess, connection: Connection) -> None:
    connection.close()
    process.kill()
    process.join()


def _serve(
    connection: Connection,
    make: Callable[..., object],
    arguments: tuple[object, ...],
    memory: int,
) -> None:
    """What the process does: answer until nobody asks any more."""
    begin_process(memory)
    _be_quiet()
    served: object = None
    while True:
        try:
            method, given = connection.recv()
        except EOFError:
            return
        try:
            served = make(*arguments) if served is None else served
            answer = True, getattr(served, method)(*given)
        except Exception as error:  # told to who asked, as a call here would
            answer = False, error
        connection.send(answer)


def _be_quiet() -> None:
    """Write no core file and no last words of a C++ library where a person would see them."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
