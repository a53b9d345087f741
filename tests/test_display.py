"""Whether there is a display: asked of the screen itself, not of the variables alone."""

from __future__ import annotations

import os
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.display import has_display

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there always is one"
)
COOKIE = b"0123456789abcdef"
# Far from the numbers that screens have.
NUMBER = 40_000 + os.getpid() % 20_000


@contextmanager
def x_server(answer: bytes, asked: list[bytes]) -> Iterator[None]:
    """Answer one client on this machine's screen `NUMBER`, as an X server's first byte would."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"\0/tmp/.X11-unix/X{NUMBER}")
        listening.listen()

        def serve() -> None:
            client, _ = listening.accept()
            with client:
                asked.append(client.recv(1000))
                client.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield
        thread.join(10)


def _authority(path: Path, number: int) -> Path:
    fields = (socket.gethostname().encode(), str(number).encode(), b"MIT-MAGIC-COOKIE-1", COOKIE)
    entry = b"".join(struct.pack(">H", len(field)) + field for field in fields)
    path.write_bytes(struct.pack(">H", 256) + entry)
    return path


def test_without_variables_there_is_none() -> None:
    assert not has_display({})


@pytest.mark.parametrize("display", [":{screen}", "nonsense", "", ":", "localhost:99999"])
def test_a_variable_left_behind_is_no_display(display: str) -> None:
    assert not has_display({"DISPLAY": display.format(screen=NUMBER)})


@pytest.mark.parametrize("display", [":{screen}", ":{screen}.0", "unix:{screen}"])
def test_a_screen_that_lets_us_in_is_one(display: str, tmp_path: Path) -> None:
    with x_server(b"\1", []):
        assert has_display({"DISPLAY": display.format(screen=NUMBER), "HOME": str(tmp_path)})


def test_a_screen_that_turns_us_away_is_none(tmp_path: Path) -> None:
    with x_server(b"\0", []):
        assert not has_display({"DISPLAY": f":{NUMBER}", "HOME": str(tmp_path)})


def test_the_key_to_this_screen_is_shown(tmp_path: Path) -> None:
    asked: list[bytes] = []
    key = _authority(tmp_path / "key", NUMBER)
    with x_server(b"\1", asked):
        assert has_display({"DISPLAY": f":{NUMBER}", "XAUTHORITY": str(key)})
    assert COOKIE in asked[0]


def test_the_key_to_another_screen_stays_in_the_pocket(tmp_path: Path) -> None:
    asked: list[bytes] = []
    key = _authority(tmp_path / "key", NUMBER + 1)
    with x_server(b"\0", asked):
        assert not has_display({"DISPLAY": f":{NUMBER}", "XAUTHORITY": str(key)})
    assert COOKIE not in asked[0]


def test_a_wayland_compositor_is_a_display(tmp_path: Path) -> None:
    variables = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_display(variables)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()
        assert has_display(variables)
