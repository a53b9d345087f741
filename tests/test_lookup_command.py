"""``beilin lookup``."""

from __future__ import annotations

import json

import pytest

from desktop_app.cli import main

Streams = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def run(streams: Streams, *arguments: str) -> str:
    assert main(["lookup", *arguments]) == 0
    return streams.readouterr()[0].decode()


def test_a_chinese_word_gives_its_entries_and_english_words(capfdbinary: Streams) -> None:
    told = json.loads(run(capfdbinary, "经济", "--json"))
    assert told["word"] == "经济"
    assert told["entries"] == [
        {
            "traditional": "經濟",
            "simplified": "经济",
            "pinyin": "jīng jì",
            "pinyin_taiwan": "",
            "senses": ["economy", "economic"],
        }
    ]
    assert [each["word"] for each in told["translations"]] == ["economy", "economic"]


def test_an_english_word_gives_chinese_words_and_their_entries(capfdbinary: Streams) -> None:
    told = json.loads(run(capfdbinary, "cooperation", "--json", "--limit", "3"))
    assert len(told["translations"]) == 3
    assert told["translations"][0]["word"] == told["entries"][0]["simplified"] == "合作"


def test_a_text_that_is_no_word_is_taken_apart(capfdbinary: Streams) -> None:
    told = json.loads(run(capfdbinary, "双边经贸合作", "--json"))
    assert [each["simplified"] for each in told["entries"]] == ["双边", "经贸", "合作"]
    assert told["translations"] == []


def test_the_script_of_the_reader_comes_first(
    capfdbinary: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "经济 · 經濟 · jīng jì" in run(capfdbinary, "经济")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert "經濟 · 经济 · jīng jì" in run(capfdbinary, "经济")
    assert "经济贸易" not in run(capfdbinary, "经贸")
    assert run(capfdbinary, "tariff").startswith("關稅 · ")


def test_what_is_not_there_is_said_to_be_missing(capfdbinary: Streams) -> None:
    assert run(capfdbinary, "qqqq") == "“qqqq” is not in the dictionary\n"
    assert run(capfdbinary, "-qqqq") == "“-qqqq” is not in the dictionary\n"
    assert json.loads(run(capfdbinary, "qqqq", "--json"))["entries"] == []
