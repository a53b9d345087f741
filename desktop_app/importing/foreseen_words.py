"""What an import would do, in words."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.foreseen import MOST_TITLES, Foreseen
from desktop_app.messages import Message, message

_NAMES: dict[str, Message] = {
    "saved_html": message("Saved web pages"),
    "mhtml": message("MHTML pages"),
    "web_archive": message("Web archives (WARC, ARC)"),
    "wacz": message("Web archives (WACZ)"),
    "zim": message("ZIM files"),
    "feed": message("Feeds (RSS, Atom)"),
    "json_feed": message("Feeds (JSON Feed)"),
    "opml": message("Lists of feeds (OPML)"),
    "nitf": message("Wire stories (NITF)"),
    "newsml1": message("Wire stories (NewsML 1)"),
    "newsml_g2": message("Wire stories (NewsML-G2)"),
    "ninjs": message("Wire stories (ninjs)"),
    "reuters": message("Wire stories (Reuters-21578)"),
    "table": message("Tables"),
    "own_csv": message("Tables exported by Beilin"),
    "jsonl": message("JSONL files"),
    "markdown": message("Markdown texts"),
    "bulletin": message("Bulletins"),
    "saved_text": message("Plain texts"),
    "sotu": message("State of the Union texts"),
    "word": message("Word documents"),
    "pdf": message("PDF documents"),
    "epub": message("Books (EPUB)"),
    "photo": message("Photographs"),
}
_OTHER = message("Other files")


def foreseen_counts(catalog: Catalog, foreseen: Foreseen) -> str:
    """One line of counts, leaving out what would not happen."""
    report = foreseen.report
    told = [
        (catalog.plural("{count} new", "{count} new", report.imported), report.imported),
        (
            catalog.plural("{count} to be updated", "{count} to be updated", report.updated),
            report.updated,
        ),
        (
            catalog.plural("{count} there already", "{count} there already", report.unchanged),
            report.unchanged,
        ),
        (
            catalog.plural("{count} skipped", "{count} skipped", len(report.skipped)),
            len(report.skipped),
        ),
        (
            catalog.plural("{count} failed", "{count} failed", len(report.failed)),
            len(report.failed),
        ),
    ]
    given = [text for text, count in told if count]
    if report.cancelled:
        given.append(catalog.text("stopped before the end"))
    return catalog.items(given) if given else catalog.text("Nothing to import was found")


def foreseen_size(catalog: Catalog, foreseen: Foreseen) -> str:
    """How large what would come is; "" where nothing would."""
    if not foreseen.comes:
        return ""
    text, pictures = catalog.size(foreseen.text), catalog.size(foreseen.pictures)
    if not foreseen.pictures:
        return catalog.text("{size} of text", size=text)
    return catalog.text("{text} of text, {pictures} of pictures", text=text, pictures=pictures)


def foreseen_formats(catalog: Catalog, foreseen: Foreseen) -> Iterator[str]:
    """How many items each format would give, a line each under a heading."""
    if not foreseen.comes:
        return
    yield catalog.text("By format")
    for name, count in foreseen.formats.most_common():
        label = catalog.message(_NAMES.get(name, _OTHER))
        yield catalog.text("{name}: {value}", name=label, value=catalog.number(count))
    yield ""


def foreseen_titles(catalog: Catalog, foreseen: Foreseen) -> Iterator[str]:
    """The items that would come, a line each under a heading."""
    if not foreseen.comes:
        return
    yield catalog.text("To be imported")
    yield from (f"{title} — {file}" for title, file in foreseen.titles)
    rest = foreseen.comes - len(foreseen.titles)
    if rest > 0 and len(foreseen.titles) == MOST_TITLES:
        yield catalog.plural("and {count} more", "and {count} more", rest)
    yield ""
