from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.language.tokens import HAN, tokens
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document

TEXT = st.text(st.sampled_from("oil gas 合作国々〇Aé,"), max_size=40)


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXT, max_size=6))
def test_frequencies_are_those_of_counting_tokens(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[str],
) -> None:
    engine = WhooshEngine(tmp_path_factory.mktemp("words"))
    documents = [document(number, text) for number, text in enumerate(texts, 1)]
    engine.add(documents[:2], 2)
    engine.add(documents[2:], 9)  # another segment
    each = [Counter(token.text for token in tokens(text)) for text in texts]
    counts = sum(each, Counter())
    words = sorted(counts)
    told = engine.frequencies("text", [*words, "nowhere"])
    assert told.words.tolist() == [*(counts[word] for word in words), 0]
    chinese = sum(count for word, count in counts.items() if HAN.match(word))
    assert (told.chinese, told.latin) == (chinese, sum(counts.values()) - chinese)
    some = engine.counted("text", [1, 3], 2)
    own = sum(each[0:1] + each[2:3], Counter())
    expected = {word: count for word, count in own.items() if count >= 2}
    assert dict(zip(some.words, some.own.tolist(), strict=True)) == expected


def test_documents_replaced_are_in_no_sample(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    engine.add([document(1, "oil"), document(2, "gas gas")], 1)
    engine.add([document(1, "coal")], 2)
    assert sorted(engine.counted("text", [1, 2], 1).words) == ["coal", "gas"]
