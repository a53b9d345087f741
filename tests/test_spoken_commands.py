"""Help and complaints of the command line, in the reader's language to the last word."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.items import Origin
from desktop_app.spoken_commands import language_asked
from tests.material import item

COMMANDS = (
    *("open", "import", "watch", "log", "search", "show", "info", "check", "export"),
    *("columns", "screenshot", "concordance", "trend", "collocates", "speeches", "speakers"),
    *("keyness", "compare", "cite", "align", "lookup", "pairs", "marks", "print", "photos"),
)
# Of a command that has commands of its own.
WITHIN = (*(("marks", name) for name in ("list", "export", "backup", "restore", "add", "remove")),)
# What is typed as it stands in every language, and what stands for something to be typed.
_TYPED = re.compile(
    r"OUT\.(?:png|pdf)|--?[a-z]\S*|\b[A-Z]{2,}\b|1280x800|"
    r"\b(beilin|jsonl|html|epub|markdown|csv|wacz|zim|tmx|tsv|xliff|zh_CN|zh_TW|en|light|dark|sepia|contrast)\b|"
    r"\b(serif|sans|Letter|PDF)\b|"
    r"\b(text|bibtex|ris|csl|json)\b|"
    r"\b(gbt7714|apa|chicago|mla)\b|\bGB/T|"
    r"\b(relevance|newest|oldest|item|speaker|date|month|year|forty|reading)\b|"
    rf"\b(title|date|lang|kind|source|said|speaker):|\b({'|'.join(COMMANDS)})\b|"
    rf"\b({'|'.join(name for _of, name in WITHIN)}|annotations)\b|\bW3C Web Annotation\b"
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


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS), *WITHIN])
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


@pytest.mark.parametrize("language", ["zh_TW", "zh-tw"])
@pytest.mark.parametrize("arguments", [["--language={}"], ["--language", "{}"]])
def test_a_language_named_before_the_command_goes_before_the_system_s(
    language: str,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    given = [each.format(language) for each in arguments]
    assert "命令列" in said(capsys, *given, "--help")
    assert "顯示本說明" in said(capsys, *given, "info", "--help")
    assert said(capsys, *given, "info") == "beilin: 缺少 ARCHIVE（用法見 beilin info --help）\n"
    # The screenshot's own option is another one, and follows where it is not given.
    assert "預設：zh_TW" in said(capsys, *given, "screenshot", "--help")
    assert "no option --language" in said(capsys, "search", *given)


def test_a_language_without_a_catalog_is_refused(
    chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, "--language", "xx", "info", "a")
    assert "en, zh_CN, zh_TW" in text and len(text.splitlines()) == 1
    assert english_in(text.replace("en, ", "")) == []


def test_figures_are_written_in_the_language_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_for_import(tmp_path / "a.beilin") as archive:
        archive.put([(item("one", "Ships.", date=date(2021, 8, 31)), Origin("test"), False)])
        archive.catch_up()
    folder = str(tmp_path / "a.beilin")
    assert "2021年8月31日" in said(capsys, "--language", "zh_CN", "show", folder, "one")
    assert "Aug 31, 2021" in said(capsys, "--language", "en", "show", folder, "one")


def test_without_an_argument_no_language_is_asked_for() -> None:
    assert language_asked([]) == ""
    assert language_asked(["--language"]) == ""
    assert language_asked(["--language", "zh_TW"]) == "zh_TW"
