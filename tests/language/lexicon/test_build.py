"""The lexicon's file, made from a dictionary of a few lines."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.language.lexicon import lexicon as room
from desktop_app.language.lexicon.__main__ import main
from desktop_app.language.lexicon.build import build
from desktop_app.language.lexicon.lexicon import Lexicon, LexiconError
from desktop_app.language.lexicon.tables import Malformed

LINES = """# CC-CEDICT
#! date=2026-05-20T06:06:55Z
#! entries=4
出口 出口 [chu1 kou3] /an exit/to export/
出口商 出口商 [chu1 kou3 shang1] /exporter/
出口額 出口额 [chu1 kou3 e2] /export amount/
輸出 输出 [shu1 chu1] /to export/
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "cedict.u8").write_text(LINES, "utf-8")
    # What MessagePack makes of [{}, ["\u51fa\u53e3"], ["\u8f93\u51fa"]].
    packed = b"\x93\x80\x91\xa6" + "出口".encode() + b"\x91\xa6" + "输出".encode()
    (tmp_path / "zh.gz").write_bytes(gzip.compress(packed))
    assert build(tmp_path / "cedict.u8", tmp_path / "zh.gz", tmp_path / "out") == 4
    return tmp_path / "out"


def test_what_was_written_is_read(built: Path) -> None:
    lexicon = Lexicon(built.read_bytes())
    assert lexicon.facts == {"date": "2026-05-20T06:06:55Z", "entries": "4"}
    assert [each.pinyin for each in lexicon.entries("出口額")] == ["chū kǒu é"]
    assert lexicon.zipf("出口") == pytest.approx(9, abs=0.05)
    assert [each.word for each in lexicon.chinese_of("exports")][:2] == ["出口", "输出"]


def test_compounds_speak_for_the_sense_they_share(built: Path) -> None:
    assert [each.word for each in Lexicon(built.read_bytes()).english_of("出口")] == [
        "export", "exit",
    ]  # fmt: skip


def test_the_same_is_written_again(built: Path, tmp_path: Path) -> None:
    build(tmp_path / "cedict.u8", tmp_path / "zh.gz", tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == built.read_bytes()


@pytest.mark.parametrize("cut", [0, 5, 100, -1])
def test_a_file_cut_short_is_told(built: Path, cut: int) -> None:
    with pytest.raises(Malformed):
        Lexicon(built.read_bytes()[:cut])


@pytest.mark.parametrize("content", [None, b"", b"beilin", b"x" * 5000])
def test_a_missing_or_damaged_dictionary_is_named(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cedict.lexicon"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(room, "lexicon_file", lambda: path)
    with pytest.raises(LexiconError, match="install Beilin again") as caught:
        Lexicon.open()
    assert str(path) in str(caught.value)


def test_threads_share_one_lexicon() -> None:
    words = ["合作", "经济", "峰会", "干旱", "制裁", "地震"] * 20
    alone = [Lexicon.open().english_of(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda word: Lexicon.open().english_of(word), words)) == alone


def test_the_command_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "CEDICT" in capsys.readouterr().err
