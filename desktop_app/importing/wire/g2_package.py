"""A NewsML-G2 package whose items are elsewhere: the list it is."""

from __future__ import annotations

from desktop_app.importing.html.about import text_language
from desktop_app.importing.html.stated_day import stated_day
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import Found, RawItem, Skipped
from desktop_app.importing.version import version_of
from desktop_app.importing.wire.g2_item import code
from desktop_app.importing.wire.text import described
from desktop_app.importing.wire.xml_tree import LANGUAGE, Element, below, every, first, words_at
from desktop_app.messages import message


def listed_package(package: Element) -> Found:
    """A package as a document: the title and summary of each item it names.

    The items are not here, so this is all the source tells of them; a package that names
    them by identifier only tells nothing.
    """
    guid = tidy(package.get("guid") or "")
    references = list(below(package, "itemRef"))
    lines = [line for each in references for line in _lines(each)]
    if not lines:
        reason = message(
            "it is a package of items that are not here ({count})",
            count=len(references),
        )
        return Skipped(guid, reason)
    return _document(package, guid, lines)


def _document(package: Element, guid: str, lines: list[str]) -> RawItem:
    title = words_at(package, "contentMeta/headline", "itemMeta/title", "itemMeta/service/name")
    provider = first(package, "itemMeta/provider")
    return RawItem(
        title=title or lines[0],
        paragraphs=tuple(lines),
        language=text_language(package.get(LANGUAGE) or "", "\n".join((title, *lines))),
        source=words_at(provider, "name") or code(provider),
        kind="document",
        date=stated_day(
            words_at(package, "itemMeta/firstCreated"),
            words_at(package, "contentMeta/contentCreated"),
            words_at(package, "itemMeta/versionCreated"),
        ),
        identity=guid,
        version=version_of(
            package.get("version") or "", words_at(package, "itemMeta/versionCreated")
        ),
    )


def _lines(reference: Element) -> list[str]:
    title = words_at(reference, "headline", "title")
    summary = [line for each in every(reference, "description") for line in described(each)]
    return [line for line in (title, *summary) if line]
