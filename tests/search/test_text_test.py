"""A query tested on passages, against an index in which each passage is a document."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.language.folding import fold_letters
from desktop_app.search.nodes import All, AnyOf, Boost, Node, Not
from desktop_app.search.query import parse
from desktop_app.search.speaker_names import SpeakerNames
from desktop_app.search.text_test import Passage, is_said, item_query, passage_test
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document
from tests.search.generated import queries, texts

# Patterns that no query makes: Chinese ones, those with marks or without letters.
_UNTYPED = re.compile(r"(Prefix|Wildcard)\([^)]*'([*?]|f\(\*|\W*[\u4e00-\u9fff]\S*)'")
NAMES = ("Wang Shuguo", "王树国", "George W. Bush", "西安 press office", "")


def as_said(node: Node) -> Node:
    """The same query of documents that are passages."""
    if isinstance(node, (All, AnyOf)):
        return replace(node, parts=tuple(map(as_said, node.parts)))
    if isinstance(node, (Not, Boost)):
        return replace(node, part=as_said(node.part))
    return replace(node, field="said") if is_said(node) else node


# Not shrunk: that takes minutes, and what fails has few words as it is.
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(
    st.lists(st.tuples(st.sampled_from(NAMES), texts(), texts(3)), min_size=1, max_size=6),
    st.lists(queries, min_size=1, max_size=8),
)
def test_passages_match_as_documents_of_an_index_do(
    said: list[tuple[str, str, str]], asked: list[Node]
) -> None:
    names = SpeakerNames([[name] for name in NAMES])
    with tempfile.TemporaryDirectory() as folder:
        engine = WhooshEngine(Path(folder))
        engine.add(
            [
                document(number, text, title=title, speakers=(name,), said=(text,))
                for number, (name, text, title) in enumerate(said, 1)
            ],
            1,
        )
        for node in (each for each in asked if not _UNTYPED.search(repr(each))):
            expected = set(engine.search(as_said(node)).numbers[:])
            test = passage_test(node, names.meant, lambda n: set(engine.search(n).numbers[:]))
            found = {
                number
                for number, (name, text, _title) in enumerate(said, 1)
                if test(Passage(fold_letters(text)[0], name, number))
            }
            assert found == expected, node
            assert found <= set(engine.search(item_query(node, names.meant)).numbers[:]), node
        engine.close()


def passes(query: str, text: str, speaker: str = "Wang", item: int = 1) -> bool:
    names = SpeakerNames([["Wang", "王"], ["Li"]])
    test = passage_test(parse(query).node, names.meant, lambda _node: {1})
    return test(Passage(fold_letters(text)[0], speaker, item))


def test_words_are_looked_for_in_the_passage_alone() -> None:
    assert passes("harbour said:trade", "Trade in the harbour")
    assert not passes("harbour", "Trade", item=1)
    assert passes("合作 OR 贸易", "加强合作")


def test_speakers_are_persons_and_the_rest_is_asked_of_the_item() -> None:
    assert passes("speaker:王 trade", "trade", "Wang")
    assert not passes("speaker:王 trade", "trade", "Li")
    assert passes("date:2021 trade -peace", "trade")
    assert not passes("date:2021 trade", "trade", item=2)
    assert passes("trade OR date:2021", "peace") and not passes("trade OR date:2021", "", item=2)
