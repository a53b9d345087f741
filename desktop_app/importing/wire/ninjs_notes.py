"""What is said of items of ninjs that came in although their shape is not the standard's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.importing.raw import Skipped
from desktop_app.importing.wire.ninjs_schema import Fault
from desktop_app.messages import Message, message

_SHOWN = 5  # names
_NUMBER = re.compile(r"\.\d+(?=\.|$)")


def notes_on(faults: Sequence[tuple[str, Fault]]) -> Iterator[Skipped]:
    """One line for each kind of the `faults` of a file's items, each with its item's place.

    A lone fault is named by its place; of several the number and the first names are.
    """
    for kind in dict.fromkeys(fault.kind for _, fault in faults):
        alike = [(where, fault) for where, fault in faults if fault.kind == kind]
        if len(alike) == 1:
            ((where, fault),) = alike
            reason = message("this is not valid ninjs; the rest of the item was imported")
            yield Skipped(" ".join(filter(None, (where, fault.place))), reason)
        else:
            yield Skipped("", _counted(kind, [fault for _, fault in alike]))


def _counted(kind: str, faults: Sequence[Fault]) -> Message:
    """What is wrong with several properties, in one sentence."""
    names = list(dict.fromkeys(_NUMBER.sub("", fault.place) for fault in faults))
    listed = ", ".join(names[:_SHOWN]) + ("…" if len(names) > _SHOWN else "")
    if kind == "unknown":
        return message(
            "{count} properties that ninjs does not know ({names}); all else was imported",
            count=len(faults),
            names=listed,
        )
    if kind == "missing":
        return message(
            "{count} properties that ninjs asks for are missing ({names}); all else was imported",
            count=len(faults),
            names=listed,
        )
    return message(
        "{count} values are not as ninjs asks ({names}); all else was imported",
        count=len(faults),
        names=listed,
    )
