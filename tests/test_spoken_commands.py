"""Help and complaints of the command line, in the reader's language to the last word."""

from __future__ import annotations

import re

import pytest

from desktop_app.cli import main

COMMANDS = (
    *("open", "import", "watch", "log", "search", "show", "info", "check", "export"),
    *("columns", "screenshot", "concordance", "trend", "collocates", "speeches", "speakers"),
    *("keyness", "compare", "cite", "align"),
)
# What is typed as it stands in every language, and what stands for something to be typed.
_TYPED = re.compile(
    r"OUT\.png|--?[a-z]\S*|\b[A-Z]{2,}\b|1280x800|"
    r"\b(beilin|jsonl|html|epub|markdown|csv|wacz|zim|tmx|tsv|xliff|zh_CN|zh_TW|en|light|dark)\b|"
    r"\b(text|bibtex|ris|csl|json)\b|"
    r"\b(gbt7714|apa|chicago|mla)\b|\bGB/T|"
    r"\b(relevance|newest|oldest|speaker|date|month|year|forty|reading)\b|"
    rf"\b(title|date|lang|kind|source|said|speaker):|\b({'|'.join(COMMANDS)})\b"
)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(list(arguments))
    out, err = capsys.readouterr()
    return out + err


@pytest.fixture(params=["zh_CN", "zh_TW"])
def chinese(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", f"{request.param}.UTF-8")
    return str(request.param)


def english_in(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]{2,}", _TYPED.sub("", text))


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_no_word_of_the_help_is_left_in_english(
    command: tuple[str, ...], chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, *command, "--help")
    assert ("用法：beilin" in text) and ("--help" in text)
    assert english_in(text) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("search",),
        ("search", "a", "b", "--limit", "forty"),
        ("search", "a", "b", "--limit=-1"),
        ("search", "a", "b", "--limit"),
        ("search", "a", "b", "--sort", "forty"),
        ("search", "a", "b", "--limt", "3"),
        ("info", "a", "forty"),
        ("export", "a", "b", "--format", "forty"),
        ("screenshot", "a", "b", "--size", "forty"),
        ("forty",),
        ("--limt",),
    ],
)
def test_no_word_of_a_complaint_is_left_in_english(
    arguments: tuple[str, ...], chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, *arguments)
    assert "--help）" in text
    assert len(text.splitlines()) == 1
    assert english_in(text) == []


def test_too_many_words_are_refused_and_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert main(["info", "a", "two words", "more"]) == 2
    assert "there is nothing to do with two words more" in capsys.readouterr().err
