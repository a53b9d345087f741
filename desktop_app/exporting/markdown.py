"""Export as a folder of Markdown files that note books and site generators read.

Front matter has what people want to see, the body the text, and a comment at the end
what Markdown has no place for (read by `importing.own_item`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from desktop_app.exchange import KEY
from desktop_app.exporting.export import Export
from desktop_app.exporting.markup import paragraph_links
from desktop_app.exporting.own_data import data_block, own_data
from desktop_app.exporting.site import PhotoParts, address_of
from desktop_app.exporting.whole import scratch, whole_folder
from desktop_app.items import Item, Photo

# What CommonMark 0.31 or a table gives a meaning in running text, and what does so only
# where a line begins.
_ALWAYS = re.compile(r"([\\`*_\[\]<>&|~$])")
_AT_START = re.compile(r"^(?:(\d{1,9})([.)])|([#+=:-]))")


class MarkdownFolder:
    """A folder for each year with its files and photos."""

    name = "markdown"
    suffix = ""

    def write(self, export: Export, out: Path) -> int:
        """Write the folder `out`."""
        count = 0
        with whole_folder(out) as folder, scratch(out) as spare:
            photos = PhotoParts(export, spare)
            for item in export.each():
                whole = export.with_pictures(item)
                folder.write(address_of(whole, ".md"), _text(whole, photos))
                for part in photos.of(whole):
                    folder.copy(part.path, Path(part.content))
                count += 1
        return count


def _text(item: Item, photos: PhotoParts) -> str:
    """The whole file of `item`."""
    data = data_block(own_data(item, _address))
    return "\n\n".join((_front(item), *_body(item, photos.shown), f"<!-- {KEY} {data} -->")) + "\n"


def _address(file: str) -> str:
    return f"photos/{file}"


def _front(item: Item) -> str:
    facts: dict[str, object] = {
        "title": item.title,
        "date": item.date,
        "author": item.byline,
        "source": item.source,
        "kind": item.kind,
        "lang": item.language,
        "canonical_url": item.url,
        "keywords": [value for name, value in item.details if name == "keyword"],
    }
    shown = {key: value for key, value in facts.items() if value}
    text = yaml.safe_dump(shown, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"---\n{text}---"


def _body(item: Item, shown: Callable[[str], str | None]) -> Iterator[str]:
    photos = sorted(item.photos, key=lambda photo: photo.after)
    for place, (paragraph, links) in enumerate(paragraph_links(item.paragraphs, item.links)):
        while photos and photos[0].after <= place:
            yield from _figure(photos.pop(0), shown)
        yield _linked(paragraph, links)
    for photo in photos:
        yield from _figure(photo, shown)


def _figure(photo: Photo, shown: Callable[[str], str | None]) -> Iterator[str]:
    """A picture; a caption without one is in the comment only, as it is no paragraph."""
    if photo.file and (file := shown(photo.file)):
        words = " · ".join(each for each in (photo.caption, photo.credit) if each)
        yield f"![{escaped(words)}]({_address(file)})"


def _linked(paragraph: str, links: list[tuple[int, int, str]]) -> str:
    pieces, done = [], 0
    for start, end, address in links:
        words = _escaped_run(paragraph[start:end])
        target = address.replace("(", "%28").replace(")", "%29")
        pieces += [_escaped_run(paragraph[done:start]), f"[{words}]({target})"]
        done = end
    return _at_start("".join((*pieces, _escaped_run(paragraph[done:]))))


def escaped(text: str) -> str:
    """One line of `text` as Markdown that means just that."""
    return _at_start(_escaped_run(text))


def _escaped_run(text: str) -> str:
    return _ALWAYS.sub(r"\\\1", text)


def _at_start(text: str) -> str:
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
