"""An entry of a feed, of whatever kind, made an item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.importing.html.about import text_language
from desktop_app.importing.html.fragment import is_html, read_fragment
from desktop_app.importing.page import shortened, tidy
from desktop_app.importing.raw import Found, RawItem, RawPhoto, Skipped
from desktop_app.importing.version import version_of
from desktop_app.importing.wire.marked_text import MarkedText, plain_text, without_first
from desktop_app.messages import message


@dataclass(frozen=True, slots=True)
class FeedAbout:
    """What a feed says of itself; `title` names the source of its entries."""

    title: str = ""
    address: str = ""
    language: str = ""
    byline: str = ""
    copyright: str = ""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry, its texts plain but the `body`: HTML with links relative to `base`.

    With `plain` that is plain too. `guid` is the name the feed gave it for good, "" where
    it gave none; `photos` are those that come beside the text. `changed` are the
    times it states, that of its last change first.
    """

    title: str = ""
    body: str = ""
    plain: bool = False
    base: str = ""
    day: date | None = None
    byline: str = ""
    address: str = ""
    guid: str = ""
    language: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    keywords: tuple[str, ...] = ()
    photos: tuple[RawPhoto, ...] = ()
    changed: tuple[str, ...] = ()


def feed_items(feed: FeedAbout, entries: Sequence[FeedEntry]) -> Iterator[Found]:
    """Yield the item of each entry, or why it is none."""
    if not entries:
        yield Skipped("", message("the feed has no entries"))
    parts: Counter[str] = Counter()
    for number, entry in enumerate(entries, 1):
        item = _item(feed, entry)
        if not (item.title or item.paragraphs or any(p.caption for p in item.photos)):
            where = f"entry {number}" if len(entries) > 1 else ""
            yield Skipped(where, message("the entry has neither title nor text"))
            continue
        yield replace(item, part=_unused(item.part, parts))


def _item(feed: FeedAbout, entry: FeedEntry) -> RawItem:
    text = _text(entry)
    title = tidy(entry.title)
    text = without_first(text, title)
    title = title or shortened(text.paragraphs[0] if text.paragraphs else "")
    identity = _identity(feed, entry)
    return RawItem(
        title=title,
        paragraphs=text.paragraphs,
        language=text_language(
            entry.language or feed.language, "\n".join((title, *text.paragraphs))
        ),
        source=tidy(entry.source or feed.title),
        date=entry.day,
        byline=tidy(entry.byline or feed.byline),
        url=entry.address if entry.address.startswith(("http://", "https://")) else "",
        photos=joined_photos(text.photos, entry.photos),
        identity=identity,
        version=version_of("", *entry.changed),
        part="" if identity else f"{title}\n{entry.day or ''}",
        links=text.links,
        details=tuple(_details(feed, entry)),
        address=entry.address,
    )


def _text(entry: FeedEntry) -> MarkedText:
    """The paragraphs of an entry; HTML without any mark may still have its lines."""
    if entry.plain or not is_html(entry.body):
        return plain_text(entry.body)
    return read_fragment(entry.body, entry.base or entry.address)


def _identity(feed: FeedAbout, entry: FeedEntry) -> str:
    """A name that holds in every copy of the feed: 17 alone is that of many feeds."""
    if entry.guid and ":" in entry.guid:
        return entry.guid
    own = feed.address or feed.title
    if entry.guid and own:
        return f"{own}\n{entry.guid}"
    return entry.address if ":" in entry.address else ""


def _details(feed: FeedAbout, entry: FeedEntry) -> Iterator[tuple[str, str]]:
    for word in dict.fromkeys(tidy(word) for word in entry.keywords):
        if word:
            yield "keyword", word
    if right := tidy(entry.copyright or feed.copyright):
        yield "copyright", right
    if usage := tidy(entry.usage):
        yield "usage", usage


def joined_photos(inside: Iterable[RawPhoto], beside: Iterable[RawPhoto]) -> tuple[RawPhoto, ...]:
    """The photos of a text and those sent with it; one that is both gets what either says."""
    photos = list(inside)
    for photo in beside:
        known = next((n for n, p in enumerate(photos) if _same(p, photo)), None)
        if known is None:
            photos.append(photo)
        else:
            own = photos[known]
            photos[known] = replace(
                own,
                caption=own.caption or photo.caption,
                credit=own.credit or photo.credit,
                references=tuple(dict.fromkeys((*own.references, *photo.references))),
            )
    return tuple(photos)


def _same(one: RawPhoto, other: RawPhoto) -> bool:
    return bool(one.references and other.references) and (
        one.references[0] in other.references or other.references[0] in one.references
    )


def _unused(part: str, used: Counter[str]) -> str:
    """`part`, or with a number where other entries of the feed have the same."""
    used[part] += 1
    return f"{part}\n{used[part]}" if part and used[part] > 1 else part
