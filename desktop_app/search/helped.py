"""Work that other processes do, and this one does again where one of them loses it."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import BrokenExecutor, Future, wait
from typing import TypeVar

from desktop_app.workers import TaskLost, Workers, result_of

Task = TypeVar("Task")
Result = TypeVar("Result")

# Seconds to wait for the first task in the row, which takes a fifth of one. Beyond that
# the processes take no more work: one that is killed just as it takes a task leaves the
# pipe in disorder for the others.
_PATIENCE = 30.0
_SETTLING = 10.0  # seconds to wait for tasks under way after something failed

log = logging.getLogger(__name__)


class WorkersLost(Exception):
    """Other processes were to do some of the work, and take none any more."""


def helped(
    workers: Workers,
    call: Callable[[Task], Result],
    tasks: Iterable[Task],
    again: Callable[[Task], Task],
) -> Generator[tuple[Task, Result], None, None]:
    """Yield each of `tasks` with what `call` gives of it, in their order.

    Where a process loses a task (it dies, hangs, or has not memory enough), `call` gets
    what `again` makes of the task, here, and that is yielded. Raises `WorkersLost` where
    all of them do. Close it in the end: that waits for what is under way.
    """
    waiting: deque[tuple[Task, Future[Result]]] = deque()
    try:
        for task in tasks:
            waiting.append((task, _sent(workers, call, task)))
            if len(waiting) > workers.ahead:
                yield _finished(call, again, *waiting.popleft())
        while waiting:
            yield _finished(call, again, *waiting.popleft())
    except WorkersLost:
        waiting.clear()  # nothing is under way, or nobody will ever say so
        raise
    finally:
        wait([future for _task, future in waiting], _SETTLING)


def _sent(workers: Workers, call: Callable[[Task], Result], task: Task) -> Future[Result]:
    try:
        return workers.submit(call, task)
    except RuntimeError as error:  # what pebble says of a pool that has broken
        raise WorkersLost from error


def _finished(
    call: Callable[[Task], Result],
    again: Callable[[Task], Task],
    task: Task,
    future: Future[Result],
) -> tuple[Task, Result]:
    if not wait([future], _PATIENCE).done:
        raise WorkersLost
    try:
        return task, result_of(future)
    except BrokenExecutor as error:
        raise WorkersLost from error
    except TaskLost as error:
        log.warning("%s; done again in this process", error)
    task = again(task)
    return task, call(task)
