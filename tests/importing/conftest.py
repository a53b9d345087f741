"""No import reaches a network: a test in which a socket connects fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

_REACHING = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


class _Watch:
    """Takes down what an audit hook hears; hooks cannot be removed, so it is told to stop."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.listening = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.listening and event in _REACHING:
            self.heard.append(f"{event} {arguments[1:]}")


@pytest.fixture(scope="session")
def _network_watch() -> _Watch:
    watch = _Watch()
    sys.addaudithook(watch)
    return watch


@pytest.fixture(autouse=True)
def no_network(_network_watch: _Watch) -> Iterator[None]:
    """Fail the test in whose course a connection was tried; workers refuse theirs themselves."""
    _network_watch.heard.clear()
    _network_watch.listening = True
    yield
    _network_watch.listening = False
    assert _network_watch.heard == []
