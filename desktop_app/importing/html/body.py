"""The text of an article in a saved page, without what is around it."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree, html

from desktop_app.importing.html.captions import CAPTION_MARK
from desktop_app.importing.html.extracted import Extracted, extract, with_plain_lists
from desktop_app.importing.html.tree import BLOCKS, SILENT, element_count, read_blocks
from desktop_app.importing.page import MAX_PARAGRAPHS

_SHORT = 250  # letters under which an extraction is doubted
_LONG = 2000  # letters from which it is not
_PROSE = 80  # letters of a paragraph that is more than a line
_MAX_ELEMENTS = 30_000  # trafilatura's time grows with the square of them
_AROUND = ("nav", "header", "footer", "aside", "form", "script", "style", "noscript", "iframe")
_CAPTIONS = f"//*[@{CAPTION_MARK}]"


def article_text(tree: html.HtmlElement) -> tuple[str, ...]:
    """The paragraphs of the article in `tree`, captions marked in it left out.

    Where little is found, all text of the page stands in.
    """
    best = () if element_count(tree) > _MAX_ELEMENTS else _best(with_plain_lists(tree))
    if _letters(best) < _SHORT:
        plain = tuple(_all_text(tree))
        best = plain if not best or _letters(plain) > 8 * _letters(best) else best
    return best[:MAX_PARAGRAPHS]


def _best(page: html.HtmlElement) -> tuple[str, ...]:
    """What the first setting finds that leaves no doubt, else the most any finds.

    Precision first: it scores best on the pages of its field's benchmark.
    """
    found = extract(page, _CAPTIONS, precision=True, fast=True)
    if not _is_doubted(page, found):
        return found.paragraphs
    best: tuple[str, ...] = ()
    for precision, recall in ((True, False), (False, False), (False, True)):
        paragraphs = extract(page, _CAPTIONS, precision, recall).paragraphs
        if _letters(paragraphs) > 2 * _letters(best):
            best = paragraphs
        if _letters(best) >= _SHORT:
            break
    return best


def _is_doubted(page: html.HtmlElement, found: Extracted) -> bool:
    """Whether the comparison that trafilatura leaves out when it is to be fast could matter.

    It looks for more than twice the text, and for an article that is tables and no
    paragraphs. Of 381 pages (the benchmark's, and those of the tests of Mozilla's
    Readability and of newspaper) it changes 23, all among the 85 that are doubted here.
    Without it a page takes 7.4 ms and not 13.3.
    """
    letters = _letters(found.paragraphs)
    if letters < _SHORT or found.tables >= found.texts:
        return True
    return letters < _LONG and letters * 4 < _prose(page) * 3


def _prose(page: html.HtmlElement) -> int:
    """Letters of the paragraphs of a page that are more than a line, but for its frame's."""
    lines = read_blocks(page, BLOCKS, SILENT.union(_AROUND))
    return sum(len(line) for line in lines if len(line) >= _PROSE)


def _letters(paragraphs: tuple[str, ...]) -> int:
    return sum(len(paragraph) for paragraph in paragraphs)


def _without(tree: html.HtmlElement, path: str) -> html.HtmlElement:
    """A copy of `tree` without the elements at `path`; what follows them stays."""
    page = copy.deepcopy(tree)
    for element in page.xpath(path):
        if element.getparent() is not None:
            element.drop_tree()
    return page


def _all_text(tree: html.HtmlElement) -> Iterator[str]:
    """Every paragraph of the page but those of its frame; for pages with no article."""
    page = _without(tree, "//" + " | //".join(_AROUND) + f" | {_CAPTIONS}")
    etree.strip_elements(page, etree.Comment, with_tail=False)
    body = page.find("body")
    lines = list(read_blocks(page if body is None else body))
    longer = [line for line in lines if len(line) >= 30]
    yield from longer or lines
