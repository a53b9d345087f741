"""An item as Beilin itself writes it, in JSON of any place; checked, as anyone may write so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from desktop_app.importing.page import tidy, tidy_all
from desktop_app.importing.raw import RawItem, RawPhoto
from desktop_app.items import KINDS, Alternate, Link
from desktop_app.language.detect import detect_language
from desktop_app.messages import Message, message

Record = dict[str, Any]


class WrongRecord(Exception):
    """A record that is no item."""

    def __init__(self, reason: Message) -> None:
        """Keep the reason, for the report."""
        super().__init__(str(reason))
        self.reason = reason


def raw_item(record: object, photo: Callable[[Record], RawPhoto]) -> RawItem:
    """The item of a record as `exporting.shapes` makes them; `photo` reads its photos.

    Raises `WrongRecord` where it is none.
    """
    if not isinstance(record, dict):
        raise WrongRecord(message("it is not a JSON object"))
    title = tidy(_text(record, "title"))
    paragraphs = tidy_all(_texts(record, "paragraphs"))
    if not title and not paragraphs:
        raise WrongRecord(message("it has neither title nor paragraphs"))
    kind = _text(record, "kind") or "news"
    if kind not in KINDS:
        raise WrongRecord(message("“kind” is none of {kinds}", kinds=", ".join(KINDS)))
    own = tidy(_text(record, "id"))
    main, others = _languages(record, "\n".join((title, *paragraphs)))
    return RawItem(
        title=title,
        paragraphs=paragraphs,
        language=main,
        source=tidy(_text(record, "source")),
        kind=kind,
        date=_day(record),
        byline=tidy(_text(record, "byline")),
        url=tidy(_text(record, "url")),
        photos=tuple(photo(each) for each in _records(record, "photos")),
        identity=f"beilin:{own}" if own else "",
        part="" if own else f"{title}\n{record.get('date')}",
        links=tuple(_link(link) for link in _records(record, "links")),
        alternates=tuple(
            Alternate(tidy(_text(each, "language")), tidy(_text(each, "address")))
            for each in _records(record, "alternates")
        ),
        details=_details(record),
        other_languages=others,
    )


def raw_photo(record: Record) -> RawPhoto:
    """A photo, which is looked up later under the name its record gives."""
    file = _text(record, "file")
    return RawPhoto(
        path=None,
        caption=tidy(_text(record, "caption")),
        credit=tidy(_text(record, "credit")),
        taken=tidy(_text(record, "taken")),
        after=_count(record, "after"),
        references=(file,) if file else (),
        exact=True,
    )


def _languages(record: Record, text: str) -> tuple[str, tuple[str, ...] | None]:
    """The main language of an item, and the others; None where the record names but one.

    Others than Beilin write a list as text with commas.
    """
    value = record.get("languages")
    codes = value.split(",") if isinstance(value, str) else _texts(record, "languages")
    named = dict.fromkeys(filter(None, map(tidy, codes)))
    main = tidy(_text(record, "language")) or next(iter(named), "") or detect_language(text)
    return main, tuple(each for each in named if each != main) or None


def _link(record: Record) -> Link:
    return Link(_count(record, "start"), _count(record, "end"), tidy(_text(record, "address")))


def _details(record: Record) -> tuple[tuple[str, str], ...]:
    pairs = record.get("details") or []
    if not isinstance(pairs, list) or not all(map(_is_pair, pairs)):
        raise WrongRecord(message("“{key}” is not a list of pairs of texts", key="details"))
    return tuple((tidy(name), tidy(value)) for name, value in pairs)


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and [type(each) for each in value] == [str, str]


def _count(record: Record, key: str) -> int:
    value = record.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise WrongRecord(message("“{key}” is not a count", key=key))
    return value


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise WrongRecord(message("“{key}” is not text", key=key))
    return value


def _texts(record: Record, key: str) -> list[str]:
    value = record.get(key) or []
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise WrongRecord(message("“{key}” is not a list of texts", key=key))
    return value


def _records(record: Record, key: str) -> list[Record]:
    value = record.get(key) or []
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise WrongRecord(message("“{key}” is not a list of objects", key=key))
    return value


def _day(record: Record) -> date | None:
    text = _text(record, "date")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WrongRecord(message("“{key}” is not a day such as 2021-08-31", key="date")) from None
