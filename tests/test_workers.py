from __future__ import annotations

import os
import socket
import time

import pytest

from desktop_app.errors import BeilinError, ImportFailure
from desktop_app.messages import message
from desktop_app.workers import Alone, Processes, TaskLost, Workers, in_order, result_of


def squared(number: int) -> int:
    return number * number


def process_of(_number: int) -> int:
    return os.getpid()


def failing(number: int) -> int:
    raise ImportFailure(message("{path} is odd", path=number))


def crashing(number: int) -> int:
    if number == 1:
        os._exit(7)
    return number


def sleeping(number: int) -> int:
    if number == 1:
        time.sleep(60)
    return number


def greedy(number: int) -> int:
    return len(bytearray(number))


def connecting(port: int) -> None:
    socket.create_connection(("127.0.0.1", port), timeout=5)


@pytest.mark.parametrize("kind", [Alone, Processes])
def test_results_come_in_the_order_of_the_tasks(kind: type[Workers]) -> None:
    with kind() as workers:
        results = [result_of(future) for future in in_order(workers, squared, range(50))]
    assert results == [number * number for number in range(50)]


@pytest.mark.parametrize("kind", [Alone, Processes])
def test_an_error_of_a_task_is_told_with_its_words(kind: type[Workers]) -> None:
    with kind() as workers, pytest.raises(BeilinError) as raised:
        result_of(workers.submit(failing, 3))
    assert raised.value.text == message("{path} is odd", path=3)


def test_tasks_run_in_other_processes() -> None:
    with Processes(2) as workers:
        processes = {result_of(f) for f in in_order(workers, process_of, range(20))}
    assert os.getpid() not in processes


def test_reading_tasks_stays_a_little_ahead() -> None:
    read: list[int] = []

    def tasks() -> object:
        for number in range(1000):
            read.append(number)
            yield number

    with Processes(1) as workers:
        results = in_order(workers, squared, tasks())  # type: ignore[arg-type]
        next(results)
        assert len(read) <= workers.ahead + 1
        results.close()  # type: ignore[attr-defined]


def test_a_crash_costs_its_own_task_only() -> None:
    with Processes(1) as workers:
        futures = list(in_order(workers, crashing, range(3)))
        assert [result_of(futures[0]), result_of(futures[2])] == [0, 2]
        with pytest.raises(TaskLost, match="crashed"):
            result_of(futures[1])


def test_a_task_that_hangs_is_ended() -> None:
    with Processes(1, seconds=5) as workers:
        futures = list(in_order(workers, sleeping, range(3)))
        assert [result_of(futures[0]), result_of(futures[2])] == [0, 2]
        with pytest.raises(TaskLost, match="too long"):
            result_of(futures[1])


def test_a_task_that_eats_memory_is_lost_alone() -> None:
    with Processes(1, memory=1024**3) as workers:
        futures = list(in_order(workers, greedy, [10, 2 * 1024**3, 20]))
        assert [result_of(futures[0]), result_of(futures[2])] == [10, 20]
        with pytest.raises(TaskLost, match="memory"):
            result_of(futures[1])


def test_a_task_reaches_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Processes(1) as workers:
        server.settimeout(0.2)
        with pytest.raises(PermissionError, match="no network"):
            result_of(workers.submit(connecting, server.getsockname()[1]))
        with pytest.raises(TimeoutError):
            server.accept()
