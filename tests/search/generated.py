"""Hypothesis strategies: documents, commits and queries, all from few words, so that they meet."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from desktop_app.language.syllables import split_pinyin
from desktop_app.search.engine import Document
from desktop_app.search.nodes import (
    All,
    AnyOf,
    Boost,
    DateRange,
    Everything,
    Fuzzy,
    Keyword,
    Near,
    Node,
    Not,
    Prefix,
    Text,
    Wildcard,
)
from tests.material import document

# None of them may be pinyin, which the stock engine leaves out.
WORDS = [
    word
    for word in (
        "harbor", "harbors", "harbour", "Harboring", "oil", "oils", "oiled", "ship", "ships",
        "shipping", "G20", "the", "happy", "happiness", "naïve", "ﬁsh", "x", "ｆｕｌｌ", "1987",
    )
    if split_pinyin(word) is None
]  # fmt: skip
CHARACTERS = "西安交通大学国國一〇𠀀"
JOINTS = (" ", "，", "", ". ", "、", "-")

words = st.sampled_from(WORDS)
runs = st.text(CHARACTERS, min_size=1, max_size=5)
pieces = st.one_of(words, runs)


@st.composite
def texts(draw: st.DrawFn, most: int = 8) -> str:
    """A text of a few words and Chinese runs; now and then one word hundreds of times."""
    found = [
        piece + draw(st.sampled_from(JOINTS)) for piece in draw(st.lists(pieces, max_size=most))
    ]
    if draw(st.integers(0, 19)) == 7:
        found.append(f"{draw(pieces)} " * draw(st.sampled_from((254, 255, 256, 257, 300))))
    return "".join(found)


dates = st.one_of(
    st.none(),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    st.dates(date(2019, 1, 1), date(2021, 12, 31)),
)
_few_texts = st.lists(texts(4), max_size=2).map(tuple)


@st.composite
def documents(draw: st.DrawFn, number: int) -> Document:
    """A document called `number`."""
    return document(
        number,
        "\n".join(draw(st.lists(texts(), max_size=3))),
        title=draw(texts(4)),
        captions=draw(_few_texts),
        date=draw(dates),
        language=draw(st.sampled_from(("zh", "en", ""))),
        other_languages=draw(st.sampled_from(((), (), ("fr",), ("fr", "bo")))),
        kind=draw(st.sampled_from(("news", "speech"))),
        source=draw(st.sampled_from(("Reuters", "西安Daily", ""))),
        has_photo=draw(st.booleans()),
        speakers=draw(_few_texts),
        said=draw(_few_texts),
    )


@st.composite
def commits(draw: st.DrawFn, most: int = 4) -> list[list[Document]]:
    """Batches of documents; later ones bring earlier numbers anew.

    The first document of each batch stays, since a segment with nothing left in it is
    dropped by one codec and kept by the other.
    """
    batches = []
    for place in range(draw(st.integers(1, most))):
        numbers = draw(st.lists(st.integers(1, 12), unique=True, max_size=6))
        batches.append([draw(documents(number)) for number in (100 + place, *numbers)])
    return batches


fields = st.sampled_from(("text", "text", "text", "title", "body", "caption", "speaker", "said"))
# Patterns in the body are looked for in all of the text.
pattern_fields = fields.filter(lambda field: field != "body")
days = st.integers(20190101, 20211231)


_single = st.text(CHARACTERS, min_size=1, max_size=1)
_word_or_run = st.one_of(words, st.text(CHARACTERS, min_size=2, max_size=5))
_rows = st.lists(pieces, min_size=2, max_size=3).map(" ".join)
_pairs = st.lists(pieces, min_size=2, max_size=2, unique=True).map(tuple)
_beginnings = st.sampled_from(("h", "ha", "harb", "oil", "s", "西", "大学", "1", "f", "zz"))
_patterns = st.sampled_from(("h*", "*r", "h?rbor*", "?", "*", "西?", "o*l?", "f(*"))
_misspelt = st.sampled_from(("harbor", "hapy", "oli", "naive", "fsh", "1978"))
leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Text, _word_or_run, fields, st.booleans()),
    st.builds(Text, _single, pattern_fields, st.booleans()),
    st.builds(Text, _rows, fields, st.just(True)),
    st.builds(Near, _pairs, st.integers(0, 4), pattern_fields),
    st.builds(Prefix, _beginnings, pattern_fields),
    st.builds(Wildcard, _patterns, pattern_fields),
    st.builds(Fuzzy, _misspelt, st.integers(1, 2), pattern_fields),
    st.builds(lambda a, b: DateRange(min(a, b), max(a, b)), days, days),
    st.builds(Keyword, st.just("lang"), st.sampled_from(("zh", "英文", "fr", "mul"))),
    st.builds(Keyword, st.just("kind"), st.sampled_from(("news", "speech", "other"))),
    st.builds(Keyword, st.just("source"), st.sampled_from(("reuters", "西安", "x"))),
    st.just(Keyword("has", "photo")),
    st.just(Everything()),
)


def _combined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, several),
        st.builds(AnyOf, several),
        st.builds(Not, parts),
        st.builds(Boost, parts, st.sampled_from((0.5, 2.0, 3.25))),
    )


queries: st.SearchStrategy[Node] = st.recursive(leaves, _combined, max_leaves=5)
