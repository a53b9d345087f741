"""The settings file: read once, changed key by key, written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop_app.files import write_atomically
from desktop_app.locking import only_one
from desktop_app.messages import Message, message
from desktop_app.settings.toml_text import toml_text

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

# Far more than settings come to; more is no settings file.
_MOST_BYTES = 4_000_000
_ASIDE = ".unreadable"

Tree = dict[str, Any]


class SettingsFile:
    """The values of one TOML file, by dotted key: ``theme``, ``shortcuts.open``.

    What it does not know it keeps, also what another window wrote meanwhile: `save`
    reads the file again and changes only what was put here.
    """

    def __init__(self, path: Path) -> None:
        """Read `path`; a file that cannot be read counts as empty, and `problem` says so."""
        self.path = path
        self.problem: Message | None = None
        self.is_new = not path.exists()
        self._put: dict[str, object] = {}
        self._values = self._read()

    def get(self, key: str) -> object:
        """The value under `key`, or None."""
        value: object = self._values
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value

    def put(self, key: str, value: object) -> None:
        """Set `key`, or take it out where `value` is None; `save` writes it."""
        if self.get(key) != value:
            self._put[key] = value
            _set(self._values, key, value)

    def save(self) -> None:
        """Write what was put; raises `OSError` where that cannot be."""
        self.saving()()

    def saving(self) -> Callable[[], None]:
        """What writes the values put so far, to be called on any thread."""
        put, self._put = self._put, {}

        def write() -> None:
            if put:
                self._write(put)

        return write

    def _write(self, put: Mapping[str, object]) -> None:
        with only_one(self.path.with_name(f".{self.path.name}.lock")):
            values = _parsed_or_empty(self.path)
            for key, value in put.items():
                _set(values, key, value)
            write_atomically(self.path, toml_text(values).encode())

    def _read(self) -> Tree:
        try:
            return _parsed(self.path)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            self.problem = self._put_aside(error)
            return {}

    def _put_aside(self, error: Exception) -> Message:
        """Keep the file under another name, for the person to look at; say so in one line."""
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        aside = _free(self.path.with_name(self.path.name + _ASIDE))
        try:
            self.path.replace(aside)
        except OSError:
            aside = self.path
        return message(
            "The settings cannot be read ({reason}), so Beilin begins with its own; "
            "the file is kept as {path}",
            reason=reason,
            path=aside,
        )


def _parsed(path: Path) -> Tree:
    """The values in the file at `path`; raises `OSError` and `ValueError`."""
    with path.open("rb") as stream:
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ValueError(f"> {_MOST_BYTES} bytes")
    values: Tree = tomllib.loads(content.decode("utf-8-sig"))
    return values


def _parsed_or_empty(path: Path) -> Tree:
    try:
        return _parsed(path)
    except (FileNotFoundError, ValueError, RecursionError):
        return {}


def _set(tree: Tree, key: str, value: object) -> None:
    """Set the dotted `key` in `tree`, making the tables on the way; None takes it out."""
    *tables, last = key.split(".")
    for part in tables:
        inner = tree.get(part)
        if not isinstance(inner, dict):
            inner = tree[part] = {}
        tree = inner
    if value is None:
        tree.pop(last, None)
    else:
        tree[last] = value


def _free(path: Path) -> Path:
    """`path`, or the first of its kind with a number that is not taken."""
    tries = (path.with_name(f"{path.name}-{number}") for number in range(2, 1000))
    return path if not path.exists() else next((each for each in tries if not each.exists()), path)
