"""A ninjs item of any version made an item (https://iptc.org/standards/ninjs/).

The generations differ in spelling: what is read here has its names in lower case, which
makes 3.x the same as 2.x.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from desktop_app.importing.html.about import text_language
from desktop_app.importing.html.fragment import is_html, one_line, read_fragment
from desktop_app.importing.html.remote_pictures import is_picture, places_of
from desktop_app.importing.html.stated_day import stated_day
from desktop_app.importing.page import shortened, tidy
from desktop_app.importing.raw import RawItem, RawPhoto
from desktop_app.importing.version import version_of
from desktop_app.importing.wire.feed_entry import joined_photos
from desktop_app.importing.wire.json_text import Record, records_at, text_at
from desktop_app.importing.wire.marked_text import MarkedText, plain_text, without_first
from desktop_app.importing.wire.nitf_story import byline_of

_MAX_PHOTOS = 300
_PICTURES = frozenset(("picture", "graphic"))
_CREDITS = frozenset(("creditline", "credit"))
_CONCEPTS = (
    *("subject", "subjects", "person", "people", "organisation", "organisations"),
    *("event", "events", "object", "objects"),
)


def lowered(record: Record) -> Record:
    """A record with all names in lower case, also those inside it."""
    return {str(key).lower(): _lowered(inner) for key, inner in record.items()}


def _lowered(value: object) -> object:
    if isinstance(value, dict):
        return lowered(value)
    return [_lowered(inner) for inner in value] if isinstance(value, list) else value


def ninjs_item(record: Record) -> RawItem:
    """The item of a record with `lowered` names, its associated pictures as photos."""
    is_photo = kind_of(record) in _PICTURES
    body = _text(record, "body", "bodies")
    described = _text(record, "description", "descriptions")
    title = tidy(one_line(_headline(record)))
    text = without_first(body if body.paragraphs or is_photo else described, title)
    own = _photo(record, is_photo)
    told = own.caption if own and is_photo else ""
    title = title or _title_of(text, told, record)
    return RawItem(
        title=title,
        paragraphs=text.paragraphs,
        language=text_language(
            text_at(record, "language"), "\n".join((title, *text.paragraphs, told))
        ),
        source=_source(record),
        date=stated_day(
            *(text_at(record, f"{key}created") for key in ("first", "content", "version"))
        ),
        byline=byline_of(tidy(text_at(record, "by", "byline"))),
        url=address if (address := text_at(record, "uri")).startswith("http") else "",
        photos=joined_photos(
            text.photos, [*([own] if own else []), *islice(_associated(record), _MAX_PHOTOS)]
        ),
        identity=text_at(record, "uri"),
        version=version_of(text_at(record, "version"), text_at(record, "versioncreated")),
        links=text.links,
        details=tuple(dict.fromkeys(_details(record))),
    )


def kind_of(record: Record) -> str:
    """What an item is: ``text``, ``picture``, ``event`` and so on."""
    return text_at(record, "type").lower()


def associations_of(record: Record) -> list[Record]:
    """The items an item is sent with: a list, or before 2.0 an object by name."""
    value = record.get("associations")
    values = value.values() if isinstance(value, dict) else value
    return [each for each in values or () if isinstance(each, dict)]


def _associated(record: Record) -> Iterator[RawPhoto]:
    for each in associations_of(record):
        if kind_of(each) in _PICTURES and (photo := _photo(each, True)):
            yield photo


def _headline(record: Record) -> str:
    """The headline; of several the main one; else title or slug line."""
    headlines = records_at(record, "headlines")
    main = [each for each in headlines if text_at(each, "role") == "main"]
    named = [text_at(record, key) for key in record if key.startswith("headline_")]
    first = next((v for each in (*main, *headlines) if (v := text_at(each, "value"))), "")
    return (
        first
        or text_at(record, "headline", "headline_main")
        or next(filter(None, named), "")
        or text_at(record, "title", "slugline")
    )


def _title_of(text: MarkedText, caption: str, record: Record) -> str:
    """A title for what has none: its first words, or if they are no words its name."""
    first = text.paragraphs[0] if text.paragraphs else caption
    if not first:
        return ""
    return shortened(first) if any(map(str.isalnum, first)) else tidy(text_at(record, "uri"))


def _text(record: Record, stem: str, plural: str) -> MarkedText:
    """The text in the richest form it is sent in: HTML, else plain; of equals the longest."""
    forms = [value for _, value in _forms(record, stem, plural)]
    rich = [value for value in forms if is_html(value)]
    texts: Sequence[MarkedText] = [read_fragment(value) for value in rich]
    if not any(text.paragraphs for text in texts):
        texts = [plain_text(value) for value in forms if value not in rich]
    return max(texts, key=lambda text: sum(map(len, text.paragraphs)), default=MarkedText())


def _forms(record: Record, stem: str, plural: str) -> Iterator[tuple[str, str]]:
    """The role and value of each form a text is sent in, but data in XML."""
    for each in records_at(record, plural):
        role, kind = text_at(each, "role").lower(), text_at(each, "contenttype").lower()
        is_data = kind in ("application/xml", "text/xml") or role.endswith("nitf")
        if not is_data and role not in _CREDITS:
            yield role, text_at(each, "value")
    for key in record:
        if key.startswith(f"{stem}_") and key.removeprefix(f"{stem}_") not in _CREDITS:
            yield key.removeprefix(f"{stem}_"), text_at(record, key)


def _photo(record: Record, is_photo: bool) -> RawPhoto | None:
    """The picture an item is, or one of its renditions that is a picture."""
    value = record.get("renditions")
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    renditions = [each for each in found if isinstance(each, dict)]
    if not is_photo:
        kinds = ((each, text_at(each, "contenttype", "mimetype")) for each in renditions)
        renditions = [e for e, kind in kinds if is_picture(text_at(e, "href"), kind)]
    names = [text_at(e, "href") for e in sorted(renditions, key=_rank)]
    if is_photo and is_picture(text_at(record, "uri")):
        names.append(text_at(record, "uri"))
    caption = " ".join(_text(record, "description", "descriptions").paragraphs)
    if not any(names) and not (is_photo and caption):
        return None
    return RawPhoto(
        None,
        caption=caption if is_photo else "",
        credit=_credit(record) if is_photo else "",
        taken=_taken(text_at(record, "contentcreated")) if is_photo else "",
        references=tuple(dict.fromkeys(place for name in names for place in places_of(name))),
    )


def _rank(rendition: Record) -> tuple[bool, float]:
    width = rendition.get("width")
    told = f"{text_at(rendition, 'name', 'title')} {text_at(rendition, 'href')}".lower()
    return "watermark" in told, -width if isinstance(width, (int, float)) else 0.0


def _credit(record: Record) -> str:
    lines = (text_at(e, "value") for e in records_at(record, "descriptions") if _is_credit(e))
    line = next(lines, "") or text_at(record, "description_creditline", "description_credit")
    return tidy(line or text_at(record, "by", "byline") or text_at(record, "copyrightholder"))


def _is_credit(description: Record) -> bool:
    return text_at(description, "role").lower() in _CREDITS


def _taken(text: str) -> str:
    day = stated_day(text)
    return (text if len(text) <= 25 and "T" in text else day.isoformat()) if day else ""


def _source(record: Record) -> str:
    """Where the information is from; else whose it is; else the site its name is of."""
    names = (text_at(each, "name") for each in records_at(record, "infosources", "infosource"))
    named = next(filter(None, names), "") or text_at(record, "copyrightholder")
    if named:
        return tidy(named)
    try:
        return (urlsplit(text_at(record, "uri")).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _details(record: Record) -> Iterator[tuple[str, str]]:
    for each in records_at(record, *_CONCEPTS):
        if name := tidy(text_at(each, "name")):
            yield "subject", name
    if located := tidy(text_at(record, "located")):
        yield "place", located
    for each in records_at(record, "place", "places"):
        if name := tidy(text_at(each, "name")):
            yield "place", name
    for name, keys in (
        ("copyright", ("copyrightnotice", "copyrightholder")),
        ("usage", ("usageterms",)),
        ("embargo", ("embargoed", "embargoeduntil")),
        ("note", ("ednote",)),
        ("urgency", ("urgency",)),
        ("slugline", ("slugline",)),
    ):
        if value := tidy(text_at(record, *keys)):
            yield name, value
