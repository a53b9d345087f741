"""Whether a ninjs item has the shape its version of the standard asks for, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from desktop_app.importing.page import tidy
from desktop_app.importing.wire.json_text import Record
from desktop_app.messages import Message, message
from desktop_app.places import resources

_MAX_FAULTS = 500  # of one item
_GENERATIONS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where in the item, and a sentence about it.

    Its `kind` is "unknown" (a property), "missing" (one) or "value".
    """

    place: str
    reason: Message
    kind: str = "value"


def faults_of(record: Record) -> Sequence[Fault]:
    """What is wrong with an item by the schema of its version; nothing for a valid one.

    An item that does not say its version is of the one it fits best.
    """
    stated = _stated(record)
    found = [_faults_by(each, record) for each in ((stated,) if stated else _GENERATIONS)]
    return min(found, key=len)


def _stated(record: Record) -> int | None:
    """The generation an item says it is of."""
    for key in ("standard", "$standard"):
        own = record.get(key)
        version = str(own.get("version", "")) if isinstance(own, dict) else ""
        if version[:1] in ("1", "2", "3"):
            return int(version[0])
    return None


def _faults_by(generation: int, record: Record) -> Sequence[Fault]:
    errors = islice(_validator(generation).iter_errors(record), _MAX_FAULTS)
    return tuple(fault for error in errors for fault in _faults(error, generation))


@cache
def _validator(generation: int) -> Draft202012Validator:
    """The schema, which refers to nothing outside itself."""
    path = resources() / "ninjs" / f"{generation}.json"
    return Draft202012Validator(json.loads(path.read_text("utf-8")))


def _faults(error: ValidationError, generation: int) -> list[Fault]:
    place = ".".join(str(step) for step in error.absolute_path)
    if error.validator in ("additionalProperties", "unevaluatedProperties"):
        return [
            Fault(
                tidy(f"{place}.{name}".lstrip(".")),
                message(
                    "it is not valid ninjs {version}: the property {name} is not known there",
                    version=_version(generation),
                    name=tidy(name[:100]),
                ),
                "unknown",
            )
            for name in _unknown(error, generation)
        ]
    kind = "missing" if error.validator == "required" else "value"
    return [Fault(tidy(place) or "uri", _told(error, place, generation), kind)]


def _unknown(error: ValidationError, generation: int) -> list[str]:
    """The names no schema knows: one whose value is wrong counts as unknown there too."""
    parts = _validator(generation).schema["$defs"]
    known = set(error.schema.get("properties", ())) | set(parts["news"]["properties"])
    known |= set(parts.get("associated", {}).get("properties", ()))
    names = [str(name) for name in error.instance if name not in known]
    return [name for name in names if repr(name) in error.message][:_MAX_FAULTS]


def _told(error: ValidationError, place: str, generation: int) -> Message:
    version = _version(generation)
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        return message(
            "it is not valid ninjs {version}: {name} is missing",
            version=version,
            name=".".join(filter(None, (place, ", ".join(missing)))),
        )
    if error.validator == "enum":
        return message(
            "it is not valid ninjs {version}: {name} is none of {values}",
            version=version,
            name=place,
            values=", ".join(map(str, error.validator_value)),
        )
    return message(
        "it is not valid ninjs {version}: {name} is not of the kind it should be ({kind})",
        version=version,
        name=place,
        kind=str(error.validator_value)[:100],
    )


def _version(generation: int) -> str:
    return f"{generation}.x"
