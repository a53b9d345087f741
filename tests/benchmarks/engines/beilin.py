"""Beilin's own search engine, asked as the window asks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from desktop_app.search.engine import Document, SearchEngine, Sort
from desktop_app.search.highlight import Highlighter
from desktop_app.search.nodes import All, AnyOf, DateRange, Fuzzy, Node, Prefix, Text
from desktop_app.search.snippets import make_snippet
from desktop_app.search.whoosh_engine import WhooshEngine as BeilinEngine
from tests.benchmarks.classes import Query
from tests.benchmarks.corpus import Story
from tests.benchmarks.engines import TOP, Answer, Library

# Documents in one commit. Xapian writes to disk after as many too.
COMMIT = 10_000


class Engine:
    """Implements `Contestant`. It makes its tokens from the texts, as it always does."""

    name = "beilin"

    def __init__(self, folder: Path, library: Library) -> None:
        """Use the index in `folder`."""
        self._folder = folder / "index"
        self._library = library
        self._engine: SearchEngine = BeilinEngine(self._folder)

    def build(self, stories: Iterable[Story]) -> None:
        """Index in commits of `COMMIT`."""
        rest = iter(stories)
        while batch := list(islice(documents_of(rest), COMMIT)):
            self._engine.add(batch, batch[-1].number)

    def open(self) -> None:
        """Open what is on disk."""
        self._engine.close()
        self._engine = BeilinEngine(self._folder)
        if not self._engine.covered:
            raise FileNotFoundError(self._folder)

    def ask(self, query: Query) -> Answer:
        """Search, and read of the matches what the query asks for."""
        node = node_of(query)
        matches = self._engine.search(node, Sort.NEWEST if query.newest else Sort.RELEVANCE)
        ids = list(matches.numbers[:TOP])
        return Answer(
            count=len(matches.numbers),
            ids=ids,
            facets=matches.facets if query.facets else {},
            snippets=self._snippets(node, ids) if query.snippets else (),
        )

    def _snippets(self, node: Node, ids: Sequence[int]) -> list[str]:
        highlighter = Highlighter.of(node)
        texts = (self._library(number).text.split("\n") for number in ids)
        return [make_snippet(text, highlighter).to_html() for text in texts]

    def append(self, stories: Sequence[Story]) -> None:
        """Add in one commit and look at it."""
        documents = list(documents_of(iter(stories)))
        self._engine.add(documents, documents[-1].number)
        self._engine.refresh()

    def close(self) -> None:
        """Let go of the files."""
        self._engine.close()


def node_of(query: Query) -> Node:
    """The tree of `query`; exact, as the other engines know no word forms."""
    words: Node
    if query.op == "row":
        words = Text(query.text, exact=True)
    elif query.op == "prefix":
        words = Prefix(query.text)
    elif query.op == "fuzzy":
        words = Fuzzy(query.text, 1)
    else:
        leaves = tuple(Text(word, exact=True) for word in query.words)
        words = All(leaves) if query.op == "and" else AnyOf(leaves)
    return All((words, DateRange(query.first, query.last))) if query.first else words


def documents_of(stories: Iterator[Story]) -> Iterator[Document]:
    """All text in one paragraph, so that Beilin's field of all text is that of the others."""
    return (
        Document(
            number=story.number,
            title="",
            paragraphs=(story.text,),
            captions=(),
            date=story.day,
            language=story.language,
            kind=story.kind,
            source=story.source,
            has_photo=False,
        )
        for story in stories
    )
