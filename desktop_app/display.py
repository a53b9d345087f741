"""Whether a window can be opened: Qt aborts with a core dump where it cannot.

The variables alone do not tell: a session that has ended leaves its `DISPLAY` behind,
and a screen may turn this user away. So the first steps of a real client are taken.
Standard library only: this is asked before dependencies exist.
"""

from __future__ import annotations

import os
import re
import socket
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_SECONDS = 2.0
_COOKIE = b"MIT-MAGIC-COOKIE-1"
# Families of addresses in an authority file (libXau's Xauth.h).
_FAMILY_LOCAL, _FAMILY_WILD = 256, 65535


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a Wayland compositor or an X server takes this user's windows.

    Always true on Windows and macOS. Takes some milliseconds at most for a screen of
    this machine, a round trip or two for one elsewhere, and never over some seconds.
    """
    if not sys.platform.startswith("linux"):
        return True
    return _has_wayland(environment) or _has_x(environment)


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or name.startswith("/")):
        return False
    connection = _connect_file(str(Path(folder, name)))
    if connection is None:
        return False
    connection.close()
    return True


def _has_x(environment: Mapping[str, str]) -> bool:
    display = re.fullmatch(r"(?:unix|(.*)):(\d+)(?:\.\d+)?", environment.get("DISPLAY", ""))
    if display is None:
        return False
    host, number = display[1] or "", int(display[2])
    connection = _connect_host(host, number) if host else _connect_local(number)
    if connection is None:
        return False
    with connection:
        cookie = _cookie(environment, connection, number)
        return _is_welcome(connection, cookie)


def _connect_local(number: int) -> socket.socket | None:
    """Connect to this machine's screen: Linux' abstract name first, as X clients do."""
    path = f"/tmp/.X11-unix/X{number}"
    return _connect_file(f"\0{path}") or _connect_file(path)


def _connect_file(path: str) -> socket.socket | None:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(_SECONDS)
    try:
        connection.connect(path)
    except OSError:
        connection.close()
        return None
    return connection


def _connect_host(host: str, number: int) -> socket.socket | None:
    """Connect to a screen over TCP (X Window System Protocol, appendix B)."""
    try:
        return socket.create_connection((host.strip("[]"), 6000 + number), _SECONDS)
    except (OSError, OverflowError):
        return None


def _is_welcome(connection: socket.socket, cookie: bytes) -> bool:
    """Open an X session (the protocol's section 8) as far as the server's first byte."""
    name = _COOKIE if cookie else b""
    request = struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie))
    try:
        connection.sendall(request + _padded(name) + _padded(cookie))
        return connection.recv(1) == b"\1"
    except OSError:
        return False


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _cookie(environment: Mapping[str, str], connection: socket.socket, number: int) -> bytes:
    """The key to the screen in the user's authority file, or b"" where there is none."""
    home = environment.get("HOME") or str(Path.home())
    path = Path(environment.get("XAUTHORITY") or Path(home, ".Xauthority"))
    addresses = _addresses(connection)
    with suppress(OSError, struct.error):
        for family, address, display, name, data in _entries(path.read_bytes()):
            fits = family == _FAMILY_WILD or (family, address) in addresses
            if fits and display in (b"", str(number).encode()) and name == _COOKIE:
                return data
    return b""


def _addresses(connection: socket.socket) -> tuple[tuple[int, bytes], ...]:
    """Family and address under which an authority file knows the other end."""
    here = (_FAMILY_LOCAL, socket.gethostname().encode())
    if connection.family == socket.AF_UNIX:
        return (here,)
    host = connection.getpeername()[0]
    if host in ("127.0.0.1", "::1"):
        return (here,)
    # Internet is family 0, Internet version 6 is family 6.
    family = 6 if connection.family == socket.AF_INET6 else 0
    return ((family, socket.inet_pton(connection.family, host)),)


def _entries(data: bytes) -> Iterator[tuple[int, bytes, bytes, bytes, bytes]]:
    """Family, address, display number, name and data of each entry (Xauth's format)."""
    position = 0
    while position < len(data):
        (family,) = struct.unpack_from(">H", data, position)
        position += 2
        fields = []
        for _ in range(4):
            (length,) = struct.unpack_from(">H", data, position)
            fields.append(data[position + 2 : position + 2 + length])
            position += 2 + length
        yield family, fields[0], fields[1], fields[2], fields[3]
