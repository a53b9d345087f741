"""One setting as the dialog offers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop_app.i18n.catalog import Catalog
from desktop_app.messages import Message, message

Value = str | int | bool

GENERAL, LOOKS, READING, SEARCHING, KEEPING, KEYS = (
    "general", "looks", "reading", "searching", "keeping", "keys",
)  # fmt: skip
# In the order of the dialog.
GROUPS: Mapping[str, Message] = {
    GENERAL: message("General"),
    LOOKS: message("Appearance"),
    READING: message("Reading"),
    SEARCHING: message("Search and import"),
    KEEPING: message("Files"),
    KEYS: message("Shortcuts"),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What it is called and explained by; `get` gives what holds now, `put` applies at once.

    With `choices` it is one of them, each with its name in a language; with `steps` a
    number of them, in percent; else it is on or off.
    """

    name: str
    group: str
    text: Message
    help: Message
    get: Callable[[], Value]
    put: Callable[[Value], object]
    choices: Callable[[Catalog], Mapping[str, str]] | None = None
    steps: tuple[int, ...] = ()
