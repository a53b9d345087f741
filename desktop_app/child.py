"""An object that lives in a process of its own, for libraries that a file may crash.

`workers` runs calls that know nothing of each other; here one object stays, with the file
it has open, and answers one call after another, through the process's standard streams.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from desktop_app.messages import message
from desktop_app.workers import TaskLost, begin_process

_MEMORY = 3 * 1024**3 // 2  # bytes of address space; libzim takes a fifth, whatever the file
_SECONDS = 60.0  # for one answer
_START = 60.0  # more for the first: Python starts, libraries load, the file is opened
# Not `multiprocessing`, which runs the caller's main module anew (and cannot where that
# is standard input); isolated, so that no file of the current folder is taken for a module.
_CODE = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from desktop_app.child import serve; serve()"
)
SERVE = "--serve"  # the word to the executable of a frozen program (`frozen.py`)
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open a console

Answers = queue.SimpleQueue[tuple[bool, Any] | None]


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
        process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._questions = process.stdin
        self._answers: Answers = queue.SimpleQueue()
        self._end = weakref.finalize(self, _end, process)
        listener = (process.stdout, self._answers)
        threading.Thread(target=_listen, args=listener, daemon=True).start()
        self._send(sys.path)
        self._send((make, arguments, memory))

    def ask(self, method: str, *arguments: object) -> Any:  # noqa: ANN401 (as the method has)
        """What the object's `method` gives, or its exception.

        Raises `TaskLost` where the process died or was too slow; then it is at its end.
        """
        self._send((method, arguments))
        try:
            answer = self._answers.get(timeout=self._patience)
        except queue.Empty:
            self.close()
            raise TaskLost(message("it took too long to read")) from None
        self._patience = self._seconds
        if answer is None:
            self.close()
            raise TaskLost(message("the program that read it crashed"))
        gone_well, given = answer
        if isinstance(given, MemoryError):
            self.close()
            raise TaskLost(message("it needs more memory than a file may have")) from given
        if not gone_well:
            raise given
        return given

    def close(self) -> None:
        """End the process."""
        self._end()

    def _send(self, told: object) -> None:
        try:
            pickle.dump(told, self._questions)
            self._questions.flush()
        except (OSError, ValueError):  # it is gone, as the missing answer will tell
            self.close()


def _command() -> list[str]:
    """What starts the process: Python, or the frozen program itself, which holds its Python."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, SERVE] if frozen else [sys.executable, "-I", "-c", _CODE]


def serve() -> None:
    """What the process does: answer until nobody asks any more."""
    questions, answers = sys.stdin.buffer, _own_output()
    make, arguments, memory = pickle.load(questions)
    begin_process(memory)
    _write_no_core()
    served: object = None
    while True:
        try:
            method, given = pickle.load(questions)
        except EOFError:
            return
        try:
            served = make(*arguments) if served is None else served
            answer = True, getattr(served, method)(*given)
        except Exception as error:  # told to who asked, as a call here would
            answer = False, error
        pickle.dump(answer, answers)
        answers.flush()


def _listen(stream: BinaryIO, answers: Answers) -> None:
    """Pass on what the process answers; None once it is gone."""
    try:
        while True:
            answers.put(pickle.load(stream))
    except Exception:  # its last words, cut off anywhere
        answers.put(None)
    finally:
        stream.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    if process.stdin is not None:
        with suppress(OSError):  # what it was not told any more
            process.stdin.close()


def _own_output() -> BinaryIO:
    """The way answers go; whatever else a library prints goes nowhere."""
    own = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return os.fdopen(own, "wb")


def _write_no_core() -> None:
    """A crash leaves no file in the current folder."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
