"""XML of strangers: what kind it is, and reading it unharmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.raw import Failed, Later, RawItem, Skipped
from desktop_app.importing.wire.xml_head import Root, root_of
from desktop_app.importing.wire.xml_tree import parse_xml, words
from tests.importing.reading import read


@pytest.mark.parametrize(
    ("head", "root"),
    [
        (b"<a/>", Root("a", "")),
        (
            b"\xef\xbb\xbf <?xml version='1.0'?>\n<!-- <b> -->\n<x:a xmlns:x='urn:y'>",
            Root("a", "urn:y"),
        ),
        (b"<!DOCTYPE a [<!ELEMENT b (c)> <!ENTITY d '>'>]><a xmlns=\"urn:y\">", Root("a", "urn:y")),
        (b"<!DOCTYPE a SYSTEM 'x>y'><a>", Root("a", "")),
        ("<?xml version='1.0'?><新闻/>".encode(), None),
        ("<?xml version='1.0' encoding='utf-16'?><rss/>".encode("utf-16"), Root("rss", "")),
        (b"words <a/>", None),
        (b"<", None),
        (b"", None),
        (b"<!--" * 1000, None),
    ],
)
def test_the_root_is_told_from_the_first_bytes(head: bytes, root: Root | None) -> None:
    assert root_of(head) == root


def test_other_xml_is_named(tmp_path: Path) -> None:
    for name, content in (
        ("a.xml", "<stock:table xmlns:stock='urn:s'><row/></stock:table>"),
        ("a", "<?xml version='1.0'?><table/>"),
    ):
        path = tmp_path / name
        path.write_text(content)
        found = detect(path, formats())
        assert not isinstance(found, Skipped)
        (piece,) = read(found, path)  # type: ignore[arg-type]
        assert isinstance(piece, Skipped)
        assert "does not read (root element table)" in str(piece.reason)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"<a>&eacute;&nbsp;&#233;&amp;&unknown;</a>", "é é&&unknown;"),
        ("<?xml version='1.0' encoding='gb2312'?><a>镕基</a>".encode("gb18030"), "镕基"),
        ("<?xml version='1.0' encoding='utf-8'?><a>中国的新闻</a>".encode("gb18030"), "中国的新闻"),
        ("<a>新闻</a>".encode("utf-16"), "新闻"),
        (b"<a>AT&T & co</a>", "AT&T & co"),
        (b"<a>" + b"a" * 300 + b"\x00\x0bb&#0;&#x1F;c</a>", "a" * 300 + "bc"),
        (b"<!DOCTYPE a [<!ENTITY co 'Bee &#38; Co'>]><a>&co;</a>", "Bee & Co"),
        (b"<a>one<!-- not this -->two<?nor this?></a>", "onetwo"),
        (b"<a><![CDATA[<b>&lt;]]></a>", "<b>&lt;"),
    ],
)
def test_texts(content: bytes, text: str) -> None:
    assert words(parse_xml(content, "a.xml")) == text


@pytest.mark.parametrize(
    "content",
    [
        b"<a>",
        b"<a></b>",
        b"<a" * 10_000,
        b"<a>" * 100_000,
        b"<!DOCTYPE a [" + b"[" * 100_000,
        b"<!DOCTYPE " + b"'" * 99_999,
        b"<a>" + b"<b/>" * 2_000_000 + b"</a>",
        b"<a b='1' b='2'/>",
        b"\xff\xfe\x00\x00" * 100,
    ],
)
def test_what_is_no_tree_fails_by_name(content: bytes) -> None:
    with pytest.raises(ImportFailure, match=r"a\.xml"):
        parse_xml(content, "a.xml")


@pytest.mark.parametrize("folder", ["feeds", "newsml-g2", "ninjs"])
def test_pieces_of_real_files_can_be_read_in_other_processes(
    shared_data: Path, folder: str
) -> None:
    import pickle

    path = sorted((shared_data / folder).iterdir())[0]
    found = detect(path, formats())
    assert not isinstance(found, Skipped)
    (piece,) = found.read(path, lambda _done: None)  # type: ignore[union-attr]
    assert isinstance(piece, Later)
    again = pickle.loads(pickle.dumps(piece.work))
    assert all(isinstance(each, (RawItem, Skipped, Failed)) for each in again())
