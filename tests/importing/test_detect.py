"""Which files are looked into, and what is said of the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import containers, detect, formats, walk
from desktop_app.importing.photographs.shown_pictures import PICTURES
from desktop_app.importing.raw import Skipped
from tests.importing.reading import PNG


def name_of(path: Path) -> str:
    """The name of the format of `path`, or the reason it has none."""
    found = detect(path, formats())
    return str(found.reason) if isinstance(found, Skipped) else found.name


def write(path: Path, content: bytes = b"Some words of text.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("seed/xjtu-paristech-2021-08-31.txt", "saved_text"),
        ("bulletins-zh/20230101.md", "bulletin"),
        ("reuters-21578/reut2-003.sgm", "reuters"),
        ("speeches-en/1961-Kennedy-1.txt", "sotu"),
        ("pages-zh-en/edition.cnn.com-royal.html", "saved_html"),
        ("bilingual/blog/2022-10-26-test-report/index.md", "markdown"),
        ("photos/Nikon_D1X.jpg", "photo"),
    ],
)
def test_real_files_are_recognised(shared_data: Path, file: str, name: str) -> None:
    assert name_of(shared_data / file) == name


def test_every_real_source_is_of_one_format(shared_data: Path) -> None:
    for folder, name, count in (
        ("bulletins-zh", "bulletin", 272),
        ("reuters-21578", "reuters", 7),
        ("speeches-en", "sotu", 74),
        ("pages-en", "saved_html", 91),
        ("pages-zh-en", "saved_html", 3),
        ("bilingual", "markdown", 38),
    ):
        files = [file for file in walk(shared_data / folder) if file.suffix not in PICTURES]
        found = [detect(file, formats()) for file in files]
        assert [f.name for f in found if not isinstance(f, Skipped)] == [name] * count


@pytest.mark.parametrize(
    ("file", "content", "word"),
    [
        ("expected.json", b"{}", "describes"),
        ("metadata.csv", b"a,b", "describes"),
        ("pairs.json", b"[]", "describes"),
        ("logo.svg", b"<svg/>", "drawing"),
        ("page.jpg", b"Not found", ".jpg"),
        ("LICENSE", b"MIT License", "licence"),
        ("README.md", b"# About", "readme"),
        (".hidden.txt", b"words", "hidden"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("noise.bin", bytes(range(256)) * 8, "not text"),
        ("noise.txt", bytes(range(256)) * 8, "not text"),
        ("noise.html", b"\0\1\2\3" * 400, "not text"),
        ("pack.zip", b"PK\3\4\0\0\0\0\0\0", "not text"),
    ],
)
def test_others_are_skipped_with_a_reason(
    tmp_path: Path, file: str, content: bytes, word: str
) -> None:
    assert word in name_of(write(tmp_path / file, content))


def test_what_belongs_to_a_saved_page_is_not_imported_by_itself(tmp_path: Path) -> None:
    write(tmp_path / "page.html", b"<html><p>words</p></html>")
    frame = write(tmp_path / "page_files" / "inner" / "frame.html", b"<html><p>ad</p></html>")
    assert "page.html" in name_of(frame)
    alone = write(tmp_path / "other_files" / "page.html", b"<html><p>words</p></html>")
    assert name_of(alone) == "saved_html"


def test_html_is_known_without_its_name(tmp_path: Path) -> None:
    page = b'<?xml version="1.0"?>\n<!-- saved -->\n<!DOCTYPE html><html><p>words</p></html>'
    assert name_of(write(tmp_path / "page", page)) == "saved_html"


def test_walking_is_sorted_and_ends_in_loops(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", ".git/x.txt"):
        write(tmp_path / name)
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    names = [file.relative_to(tmp_path).as_posix() for file in walk(tmp_path)]
    assert names == ["a.txt", "b/1.txt", "b/2.txt", "broken", "c.txt", "self"]


def test_a_link_to_a_folder_is_followed_once(tmp_path: Path) -> None:
    write(tmp_path / "real" / "a.txt")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "one").symlink_to(tmp_path / "real")
    (tmp_path / "source" / "two").symlink_to(tmp_path / "real")
    assert [file.name for file in walk(tmp_path / "source")] == ["a.txt"]


def test_archives_inside_a_source_are_passed_over(tmp_path: Path) -> None:
    for name in ("x.beilin/archive.toml", "x.beilin/items.db", "x.beilin/photos/a.txt", "b.txt"):
        write(tmp_path / name)
    assert [file.name for file in walk(tmp_path)] == ["b.txt"]


def test_deep_folders_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep /= "d"
    write(deep / "a.txt")
    assert [file.name for file in walk(tmp_path)] == ["a.txt"]


def test_a_file_is_its_own_source_and_a_missing_one_is_named(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", PNG)
    assert list(walk(file)) == [file]
    with pytest.raises(ImportFailure, match=r"gone\.txt does not exist"):
        list(walk(tmp_path / "gone.txt"))


@pytest.mark.skipif(os.name != "posix", reason="pipes are files on POSIX systems")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (pipe,) = walk(tmp_path)
    assert isinstance(detect(pipe, formats()), Skipped)
    with pytest.raises(ImportFailure, match="neither a file nor a folder"):
        list(walk(pipe))


def test_photos_and_tables_are_never_about_the_folder(tmp_path: Path) -> None:
    assert name_of(write(tmp_path / "authors.png", PNG)) == "photo"
    assert name_of(write(tmp_path / "sources.csv", b"title,body\nA,b\n")) == "table"


@pytest.mark.parametrize("name", ["a.png", "b.pdf", "c.zip", "d.warc", "e.docx"])
def test_a_file_that_is_not_what_it_is_called_is_said_to_be_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("no such thing")
    found = detect(tmp_path / name, formats(), containers())
    assert isinstance(found, Skipped)
    assert "damaged or misnamed" in str(found.reason)
