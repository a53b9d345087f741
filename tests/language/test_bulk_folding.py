from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.language.bulk_folding import IN_HAN, IN_WORD, BulkFolder
from desktop_app.language.folding import fold_letters
from desktop_app.language.tokens import HAN, WORD, tokens

TEXTS = st.text(st.sampled_from("aZé ﬁ℃…Σσ國国合作〇Ａ１½\n\U00020000İ🙂\ud800"), max_size=40)


@settings(deadline=None)
@given(TEXTS)
def test_words_are_folded_as_texts_are_one_by_one(text: str) -> None:
    folded = BulkFolder().fold(text)
    expected, _offsets = fold_letters(text)
    assert WORD.findall(folded.text) == WORD.findall(expected)
    assert HAN.findall(folded.text) == HAN.findall(expected)


@settings(deadline=None)
@given(TEXTS)
def test_tokens_stand_where_they_were_written(text: str) -> None:
    folded = BulkFolder().fold(text)
    words = [*WORD.finditer(folded.text), *HAN.finditer(folded.text)]
    spans = sorted(
        tuple(int(each[0]) for each in folded.written(*_columns(*word.span()))) for word in words
    )
    edges = {(token.start, token.end) for token in tokens(text) if not HAN.match(token.text)}
    assert edges <= set(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(deadline=None)
@given(TEXTS)
def test_kinds_tell_words_from_chinese_runs(text: str) -> None:
    folded = BulkFolder().fold(text)
    assert len(folded.kinds()) == len(folded.text)
    for character, kind in zip(folded.text, folded.kinds().tolist(), strict=True):
        assert (kind == IN_HAN) == bool(HAN.match(character))
        assert (kind == IN_WORD) == bool(WORD.match(character))


def _columns(start: int, end: int):  # noqa: ANN202 (arrays)
    import numpy as np

    return np.array([start]), np.array([end])
