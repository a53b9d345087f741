"""The item of a PDF file: its paragraphs rebuilt from the lines of its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.importing.captions import ends_in_credit
from desktop_app.importing.dates import find_date, not_in_future
from desktop_app.importing.documents.document_head import day_of_time, own_title, person, read_head
from desktop_app.importing.documents.page_layout import (
    Paragraph,
    Piece,
    joined,
    lines_in_order,
    paragraphs_of,
    width,
)
from desktop_app.importing.documents.pdf_pages import (
    Page,
    Picture,
    Properties,
    Target,
    opened,
    read_pages,
    read_properties,
)
from desktop_app.importing.page import MAX_PARAGRAPHS, shortened, tidy
from desktop_app.importing.photos import found_photos
from desktop_app.importing.raw import (
    Failed,
    Found,
    NoPictures,
    RawItem,
    RawPhoto,
)
from desktop_app.items import Link
from desktop_app.language.detect import detect_language
from desktop_app.messages import message

_PAGE_NUMBER = re.compile(
    r"^\W*(?:第\s*)?(?:[A-D]?\d{1,4}|[ivxlc]{1,6})(?:\s*[页版頁])?(?:\s*(?:/|of|共)\s*\d{1,4}\s*[页頁]?)?\W*$"
    r"|^\W*page\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_EDGE = 0.12  # of the page's height: where running heads and page numbers stand
_LARGE = 1.2  # times the text's size: a title
_CAPTION_GAP = 40.0  # points between a picture and its caption
_MAX_CAPTION = 300
_OFTEN = 3  # pages a picture is on that is an ornament


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or a picture with its caption, in reading order."""

    paragraph: Paragraph | None
    photo: RawPhoto | None = None


def read_document(path: Path, content: bytes | None = None) -> Sequence[Found]:
    """The item of the file at `path`, and pages that cannot be read; raises `ImportFailure`.

    With `content` there is no such file, but one of that content elsewhere.
    """
    with opened(path, content) as reader:
        about = read_properties(reader)
        pages = list(read_pages(reader, path))
    if not any(page.pieces for page in pages):
        if pages and all(page.fault for page in pages):
            raise ImportFailure(
                message(
                    "{path} is damaged or cut short; get it again from where it came", path=path
                )
            )
        raise ImportFailure(
            message(
                "{path} holds pictures of its pages and no text; recognise the text with an "
                "OCR program (OCRmyPDF, say) and import the result",
                path=path,
            )
        )
    faults = [
        Failed(f"p. {number}", message("this page cannot be read: {reason}", reason=page.fault))
        for number, page in enumerate(pages, 1)
        if page.fault
    ]
    return [_item(path, about, pages), *faults]


def _item(path: Path, about: Properties, pages: Sequence[Page]) -> RawItem:
    blocks = _blocks(pages)
    texts = [block.paragraph for block in blocks if block.paragraph]
    title = own_title(about.title) or _largest(texts)
    head = read_head([each.text for each in texts], title)
    paragraphs, photos = _content(blocks, head.body, head.title)
    title = head.title or shortened(paragraphs[0] if paragraphs else path.stem)
    day = head.day or _day_of_issue(pages) or day_of_time(about.created)
    return RawItem(
        title=title,
        paragraphs=paragraphs,
        language=detect_language("\n".join((title, *paragraphs))),
        source=head.source,
        kind="news" if head.day or _day_of_issue(pages) else "document",
        date=day or day_of_time(about.modified),
        byline=head.byline or person(about.author),
        photos=found_photos(photos, NoPictures()),
        links=tuple(_links(pages, paragraphs)),
        details=tuple(("keyword", word) for word in _words(about.keywords)),
    )


def _blocks(pages: Sequence[Page]) -> list[_Block]:
    """All pages' paragraphs and photos in order; what runs on over a page's end is joined."""
    running = _running(pages)
    often = Counter(picture.key for page in pages for picture in page.pictures)
    blocks: list[_Block] = []
    for page in pages:
        pieces = [piece for piece in page.pieces if not _is_margin(page, piece, running)]
        pictures = [each for each in page.pictures if often[each.key] < _OFTEN]
        for block in _page_blocks(pieces, pictures):
            _add(blocks, block)
    return blocks[:MAX_PARAGRAPHS]


def _add(blocks: list[_Block], block: _Block) -> None:
    """Append a block, or join it to the paragraph it goes on with."""
    last = next((n for n in range(len(blocks) - 1, -1, -1) if blocks[n].paragraph), None)
    text = block.paragraph
    before = blocks[last].paragraph if last is not None else None
    if last is None or text is None or before is None or not _goes_on(before, text):
        blocks.append(block)
        return
    whole = replace(text, text=joined((before.text, text.text)), top=before.top, x=before.x)
    blocks[last] = _Block(whole)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph ends in the next column: the last is open, the next not indented."""
    is_next = after.top > before.bottom  # only upward, as from a column's foot to a head
    same = abs(before.size - after.size) < 0.1 * before.size
    return before.is_open and is_next and same and after.x < 0.8 * after.size


def _page_blocks(pieces: Sequence[Piece], pictures: Sequence[Picture]) -> Iterator[_Block]:
    columns = lines_in_order(pieces)
    waiting = list(pictures)
    captions = _captions(columns, pictures)
    for column in columns:
        lines = [line for line in column if line not in captions]
        edges = (min(a.x for a in column), max(a.end for a in column))
        for paragraph in paragraphs_of(lines):
            for picture in _above(waiting, paragraph, edges):
                waiting.remove(picture)
                yield _Block(None, _photo(picture, captions))
            yield _Block(paragraph)
    for picture in waiting:
        yield _Block(None, _photo(picture, captions))


def _above(
    pictures: Sequence[Picture], paragraph: Paragraph, edges: tuple[float, float]
) -> list[Picture]:
    """The pictures of this column that stand above a paragraph."""
    return [
        picture
        for picture in pictures
        if picture.bottom >= paragraph.top - paragraph.size
        and picture.left < edges[1]
        and picture.right > edges[0]
    ]


def _captions(
    columns: Sequence[Sequence[Piece]], pictures: Sequence[Picture]
) -> dict[Piece, Picture]:
    """The lines under pictures that read as their captions: smaller, or with a credit."""
    sizes = [line.size for column in columns for line in column for _ in range(len(line.text))]
    usual = sorted(sizes)[len(sizes) // 2] if sizes else 0.0
    found: dict[Piece, Picture] = {}
    for picture in pictures:
        under = sorted(
            (line for column in columns for line in column if _is_under(line, picture)),
            key=lambda line: -line.y,
        )
        edge = picture.bottom
        for line in under:
            if edge - line.y > _CAPTION_GAP or (
                line.size > 0.93 * usual and not ends_in_credit(line.text)
            ):
                break
            found.setdefault(line, picture)
            edge = line.y
            if ends_in_credit(line.text):
                break
    return found


def _is_under(line: Piece, picture: Picture) -> bool:
    middle = (line.x + line.end) / 2
    return line.y < picture.bottom + 1 and picture.left - 5 <= middle <= picture.right + 5


def _photo(picture: Picture, captions: dict[Piece, Picture]) -> RawPhoto:
    lines = sorted((line for line, of in captions.items() if of is picture), key=lambda a: -a.y)
    caption = joined([line.text for line in lines])
    return RawPhoto(None, caption if len(caption) <= _MAX_CAPTION else "", content=picture.content)


def _content(
    blocks: Sequence[_Block], body: int, title: str
) -> tuple[tuple[str, ...], tuple[RawPhoto, ...]]:
    """Paragraphs after the head, and photos with how many stand before each."""
    paragraphs: list[str] = []
    photos: list[RawPhoto] = []
    line = 0
    for block in blocks:
        if block.photo:
            photos.append(replace(block.photo, after=len(paragraphs)))
        elif block.paragraph:
            is_title = line <= body + 1 and block.paragraph.text == title
            if line >= body and not is_title and block.paragraph.text:
                paragraphs.append(block.paragraph.text)
            line += 1
    return tuple(paragraphs), tuple(photos)


def _largest(texts: Sequence[Paragraph]) -> str:
    """The title of a file that names none: the first of the largest lines, if it is large."""
    sizes = sorted(each.size for each in texts for _ in range(len(each.text)))
    first = [each for each in texts[:15] if 4 <= len(each.text) <= 200]
    if not sizes or not first:
        return ""
    best = max(first, key=lambda each: round(each.size))
    return best.text if best.size >= _LARGE * sizes[len(sizes) // 2] else ""


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """Lines at the pages' edges that come again and again, their numbers aside."""
    found = Counter(
        line
        for page in pages
        for line in {_plain(each) for each in page.pieces if _at_edge(page, each)}
    )
    least = max(2, len(pages) // 3)
    return frozenset(line for line, count in found.items() if count >= least)


def _day_of_issue(pages: Sequence[Page]) -> date | None:
    """The day in the first page's running head, as newspapers have it."""
    for page in pages[:1]:
        lines = (piece.text for piece in page.pieces if _at_edge(page, piece))
        days = (not_in_future(find_date(tidy(line))) for line in lines if len(line) <= 120)
        return next(filter(None, days), None)
    return None


def _is_margin(page: Page, piece: Piece, running: frozenset[str]) -> bool:
    if not _at_edge(page, piece):
        return False
    return _plain(piece) in running or _PAGE_NUMBER.match(tidy(piece.text)) is not None


def _at_edge(page: Page, piece: Piece) -> bool:
    place = (piece.y - page.floor) / page.height if page.height else 0.5
    return place < _EDGE or place > 1 - _EDGE


def _plain(piece: Piece) -> str:
    """A line without its numbers, with its size: a title is no running head for being one."""
    words = re.sub(r"\d+", "#", tidy(piece.text))
    return f"{round(piece.size)} {words}"


def _links(pages: Sequence[Page], paragraphs: Sequence[str]) -> Iterator[Link]:
    """Links whose words are found again in the text, in order."""
    text = "\n".join(paragraphs)
    at = 0
    for page in pages:
        for target in sorted(page.targets, key=lambda each: (-each.top, each.left)):
            words = _under(page, target)
            if len(words) < 2 or not target.address.startswith(("http://", "https://", "mailto:")):
                continue
            found = text.find(words, at)
            found = found if found >= 0 else text.find(words)
            if found >= 0:
                at = max(at, found + len(words))
                yield Link(found, found + len(words), target.address)


def _under(page: Page, target: Target) -> str:
    """The words in a link's area, by where their letters should be."""
    words: list[str] = []
    for piece in islice(page.pieces, 20_000):
        if not target.bottom - 2 <= piece.y <= target.top:
            continue
        at = piece.x
        inside = ""
        for part in re.split(r"(\s+)", piece.text):
            wide = width(part, piece.size)
            if target.left - 3 <= at + wide / 2 <= target.right + 3:
                inside += part
            at += wide
        words.append(inside)
    return joined(words)


def _words(text: str) -> list[str]:
    return [word for each in re.split(r"[,;，；、]", text) if (word := tidy(each))][:50]
