"""Beilin's own index in the hands of a program that knows only Whoosh."""

from __future__ import annotations

from pathlib import Path

from whoosh.index import open_dir
from whoosh.qparser import QueryParser

from desktop_app.search.whoosh_engine import WhooshEngine
from desktop_app.search.whoosh_schema import SEPARATOR, BeilinAnalyzer
from tests.material import document


def test_tokens_say_where_they_stand_in_texts_that_travel_as_one() -> None:
    value = SEPARATOR.join(["西安交大，ＸＪＴＵ", "Paris"])
    found = [
        (token.text, value[token.startchar : token.endchar], token.pos)
        for token in (each.copy() for each in BeilinAnalyzer()(value, chars=True, positions=True))
    ]
    assert found == [
        ("西安", "西安", 0), ("安交", "安交", 1), ("交大", "交大", 2),
        ("xjtu", "ＸＪＴＵ", 3), ("paris", "Paris", 14),
    ]  # fmt: skip


def test_whoosh_parses_searches_and_corrects(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.add([document(1, "a cooperation agreement"), document(2, "agreement on 合作协议")], 1)
    engine.close()
    index = open_dir(tmp_path / "index")
    parser = QueryParser("text", index.schema)

    def found(query: str) -> set[int]:
        with index.searcher() as searcher:
            return {hit.docnum for hit in searcher.search(parser.parse(query))}

    assert found('"cooperation agreement"') == {0}
    assert found("合作 OR cooperation") == {0, 1}
    assert found("agre*") == {0, 1}
    with index.searcher() as searcher:
        assert searcher.suggest("text", "agreemant") == ["agreement"]
