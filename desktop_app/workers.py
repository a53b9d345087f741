"""Work in other processes: several at a time, each within a time and a size.

What reads a stranger's file may hang, crash or eat all memory. In a process of its own
it costs that one task and nothing else.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, TimeoutError
from types import TracebackType
from typing import Protocol, TypeVar

from desktop_app.errors import BeilinError
from desktop_app.messages import message

Task = TypeVar("Task")
Result = TypeVar("Result")

_MOST = 8  # processes: more than one writer can keep up with
_AHEAD = 4  # tasks a process has waiting: enough that it never idles, few enough to hold
_SECONDS = 120.0  # one page takes milliseconds, the largest PDF a minute
_MEMORY = 4 * 1024**3  # bytes of address space; libraries alone map half a gigabyte


class TaskLost(BeilinError):
    """A task that did not end: it took too long, or its process died."""


class Workers(Protocol):
    """Runs calls, now or meanwhile."""

    ahead: int
    """How many calls may wait for their turn."""

    def submit(self, call: Callable[[Task], Result], task: Task) -> Future[Result]:
        """Have `call(task)` run; both must be picklable."""

    def __enter__(self) -> Workers:
        """Use it as a context that ends its processes."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End its processes; tasks under way are dropped after an error."""


class Alone:
    """Runs each call at once, in this process."""

    ahead = 0

    def __enter__(self) -> Alone:
        """Nothing to begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing to end."""

    def submit(self, call: Callable[[Task], Result], task: Task) -> Future[Result]:
        """Run `call(task)` now."""
        future: Future[Result] = Future()
        try:
            future.set_result(call(task))
        except Exception as error:  # as a future keeps it, for who asks for the result
            future.set_exception(error)
        return future


ALONE = Alone()


class Processes:
    """Runs calls in processes of their own, which start with the first call."""

    def __init__(self, count: int = 0, seconds: float = _SECONDS, memory: int = _MEMORY) -> None:
        """Use `count` processes (0: as many as there are cores), `seconds` a task.

        `memory` is the most address space, in bytes, that one process may have.
        """
        from pebble import ProcessPool  # noqa: PLC0415 (takes long to load)

        count = count or min(os.cpu_count() or 1, _MOST)
        self.ahead = count * _AHEAD
        self._seconds = seconds
        # Spawned, not forked: a fork of a process with threads (Qt's, ours) may hang.
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPool(
            count, context=context, initializer=begin_process, initargs=(memory,)
        )

    def __enter__(self) -> Processes:
        """Use the processes as a context."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the processes; after an error without waiting for their tasks."""
        if error is None:
            self._pool.close()
        else:
            self._pool.stop()
        self._pool.join()

    def submit(self, call: Callable[[Task], Result], task: Task) -> Future[Result]:
        """Have `call(task)` run in the next free process."""
        future: Future[Result] = self._pool.schedule(call, args=(task,), timeout=self._seconds)
        return future


def result_of(future: Future[Result]) -> Result:
    """What the call gave, or its exception; `TaskLost` where it did not end."""
    from pebble import ProcessExpired  # noqa: PLC0415 (takes long to load)

    try:
        return future.result()
    except TimeoutError as error:
        if not future.done() or isinstance(future.exception(), TimeoutError):
            raise TaskLost(message("it took too long to read")) from error
        raise
    except ProcessExpired as error:
        raise TaskLost(message("the program that read it crashed")) from error
    except MemoryError as error:
        raise TaskLost(message("it needs more memory than a file may have")) from error


def in_order(
    workers: Workers, call: Callable[[Task], Result], tasks: Iterable[Task]
) -> Iterator[Future[Result]]:
    """Yield the future of each task in the order of `tasks`, reading only so far ahead."""
    waiting: deque[Future[Result]] = deque()
    for task in tasks:
        waiting.append(workers.submit(call, task))
        while len(waiting) > workers.ahead:
            yield waiting.popleft()
    yield from waiting


def begin_process(memory: int) -> None:
    """What each process does first: leave Ctrl+C to the parent, take no more than its share.

    And reach nothing over a network, whatever a library would like to look up.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.addaudithook(_refuse_network)
    try:
        import resource  # noqa: PLC0415 (Unix only)
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    """An audit hook (PEP 578) against connections and look-ups of names."""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise PermissionError(f"{event}: Beilin reads no network")
