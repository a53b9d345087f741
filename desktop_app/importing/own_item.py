"""A page that Beilin exported, read back as the very item it was made of.

The page's facts stand in a data block (`exporting.own_data`), its paragraphs are the
page's. Anyone may write such a block, so it is only data: its photos are looked up as
those of any page are, and one in a page got from somebody's address is not heeded, as
it could name, and so replace, an item that is in the archive already.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import html

from desktop_app.exchange import HOME, KEY, MEDIA_TYPE, VERSION, text_digest
from desktop_app.importing.documents.zipped import joined
from desktop_app.importing.encoding import decode
from desktop_app.importing.html.tree import parse_html
from desktop_app.importing.own_record import Record, WrongRecord, raw_item, raw_photo
from desktop_app.importing.page import tidy_all
from desktop_app.importing.pictures import confined
from desktop_app.importing.raw import Found, RawItem, Skipped
from desktop_app.messages import message

_NOTE = f"<!-- {KEY} "


def own_item(tree: html.HtmlElement, address: str = "") -> Found | None:
    """The item of an exported page, got from `address`; None where it is another's.

    Pages of contents are `Skipped`.
    """
    if address.startswith(("http://", "https://")) and not address.startswith(HOME):
        return None
    data = _data(tree)
    if data is None:
        return None
    if data.get("contents") is True:
        return Skipped("", message("it is the table of contents of an export"))
    article = tree.find(".//article")
    if article is None:
        return None
    try:
        return item_of(data, [str(p.text_content()) for p in article.iter("p")])
    except WrongRecord:
        return None


def is_own(found: Found) -> bool:
    """Whether an item is one that Beilin wrote, with all its facts."""
    return isinstance(found, RawItem) and found.identity.startswith("beilin:")


def own_text(content: bytes, member: str) -> Found | None:
    """The item of an exported book's text `member`; None where it is another's."""
    if MEDIA_TYPE.encode() not in content:
        return None
    own = own_item(parse_html(decode(content, member), member))
    if not isinstance(own, RawItem):
        return own
    photos = (
        replace(each, references=tuple(joined(member, name) for name in each.references))
        for each in own.photos
    )
    return replace(own, photos=tuple(photos), part=member)


def item_of(data: Record, texts: Sequence[str]) -> RawItem:
    """The item with the facts `data` and the paragraphs `texts`; raises `WrongRecord`.

    Where somebody has changed the text since the export, its links are gone, as nobody
    knows where they would stand, and its languages are told anew.
    """
    paragraphs = tidy_all(texts)
    item = raw_item({**data, "paragraphs": list(paragraphs)}, raw_photo)
    photos = tuple(replace(each, after=min(each.after, len(paragraphs))) for each in item.photos)
    item = replace(item, photos=photos)
    is_same = data.get("text") == text_digest(paragraphs)
    return item if is_same else replace(item, links=(), other_languages=None)


def with_files_beside(path: Path, item: RawItem) -> RawItem:
    """`item` with its photos' files, which lie below the folder of `path` or are not its own.

    A photo whose file is none keeps its caption.
    """
    photos = (
        replace(photo, path=confined(path.parent, "".join(photo.references)), references=())
        for photo in item.photos
    )
    return replace(item, photos=tuple(photos))


def split_note(text: str) -> tuple[str, Record | None]:
    """The body of an exported Markdown file, and the facts in the comment at its end."""
    start = text.rfind(_NOTE)
    end = text.rstrip()
    if start < 0 or not end.endswith("-->"):
        return text, None
    data = read_data(end[start + len(_NOTE) : -len("-->")])
    return (text, None) if data is None else (text[:start], data)


def read_data(text: str) -> Record | None:
    """The facts a data block holds; None where it is none this Beilin understands."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and data.get(KEY) == VERSION else None


def _data(tree: html.HtmlElement) -> Record | None:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == MEDIA_TYPE:
            return read_data(script.text or "")
    return None
