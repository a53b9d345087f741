"""What is no news in a folder gives no item, and one clear line where it is named."""

from __future__ import annotations

import compileall
import gzip
import random
import shutil
import sqlite3
import struct
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.archive_writer import open_for_import
from desktop_app.importing.detect import containers, detect, formats, walk
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.raw import Skipped

FORMATS = formats()
PROSE = "The harbor was full of ships on Monday.\n\nMore of them are awaited there this week.\n"

CODE = '''import os
from pathlib import Path


def total(path: Path) -> int:
    """The bytes of all files below a folder, whatever they are called there."""
    found = 0
    for each in path.rglob("*"):
        found += each.stat().st_size  # links are followed here.
    return found


print(total(Path(os.getcwd())))
'''
LOG = "".join(
    f"2024-01-{day:02} 10:11:12,123 INFO server: the request was answered in time, all is well.\n"
    for day in range(1, 29)
)
SYSTEM_LOG = "".join(
    f"Jan {day:2} 10:11:12 host kernel: [ 1.2] the disk was found and is ready for use now.\n"
    for day in range(1, 29)
)
ACCESS_LOG = '10.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326\n' * 20
JSON_LOG = '{"time": "2024-01-01T10:11:12Z", "level": "info", "msg": "It was answered."}\n' * 20
SETTINGS = "[server]\nhost = localhost\nport = 8080\n\n[client]\nname = beilin\ntimeout = 30\n"
YAML = (
    "name: tests\non: [push]\njobs:\n  build:\n    runs-on: ubuntu\n    steps:\n      - uses: a\n"
)
MAKE = "all: build\n\nbuild:\n\t$(CC) -o main main.c\n\nclean:\n\trm -f main\n"
REMARKS = "# This file says which hosts there are, for all programs.\n# Change it with care.\n"
HOSTS = REMARKS + "127.0.0.1\tlocalhost\n10.0.0.1\tserver\n10.0.0.2\tother\n"
SHELL = "#!/bin/sh\n# Starts the server and waits until it answers.\nset -e\nexec server\n"
MIT = (
    "MIT License\n\nCopyright (c) 2021 Somebody\n\nPermission is hereby granted, free of charge, "
    "to any person obtaining a copy of this software, to deal in it without restriction.\n"
)
PACKAGE = '{\n  "name": "beilin",\n  "title": "A title",\n  "text": "Words of a text."\n}\n'
KEY = "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ2\n-----END CERTIFICATE-----\n"
MANUAL = ".TH LS 1\n.SH NAME\nls - list what is there\n.SH SYNOPSIS\nIt lists the files.\n"
WORDS = "".join(f"word{number}\n" for number in range(500))
SUMS = "".join(f"{number:064x}  file{number}.bin\n" for number in range(40))

TEXTS = {
    "main.py": CODE,
    "main": CODE,
    "start": SHELL,
    "server.log": LOG,
    "server.2024": LOG,
    "syslog": SYSTEM_LOG,
    "access": ACCESS_LOG,
    "events": JSON_LOG,
    "events.log": JSON_LOG,
    "settings.ini": SETTINGS,
    "settings": SETTINGS,
    "build.yml": YAML,
    "build": YAML,
    "Makefile": MAKE,
    "hosts": HOSTS,
    "LICENSE": MIT,
    "MIT": MIT,
    "package.json": PACKAGE,
    "package": PACKAGE,
    "server.crt": KEY,
    "server": KEY,
    "ls.1": MANUAL,
    "ls": MANUAL,
    "words": WORDS,
    "sums": SUMS,
    "README": PROSE,
}
# Told by their content to be a machine's or to be about the folder, so that naming them
# changes nothing; words and sums are texts, if a person says so.
READ_IF_NAMED = {"words", "sums"}


def said(path: Path, named: bool = False) -> str:
    """The reason why `path` is passed over; "" where it is read."""
    found = detect(path, FORMATS, containers(), named)
    return str(found.reason) if isinstance(found, Skipped) else ""


@pytest.mark.parametrize("name", TEXTS)
def test_texts_that_are_no_news(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXTS[name])
    assert said(path)
    assert "\n" not in said(path)
    assert bool(said(path, named=True)) == (name not in READ_IF_NAMED)


def _random(path: Path) -> None:
    path.write_bytes(random.Random(7).randbytes(5000))


def _compiled(path: Path) -> None:
    source = path.with_suffix(".py")
    source.write_text(CODE)
    compileall.compile_file(source, quiet=1, legacy=True)
    source.with_suffix(".pyc").rename(path)
    source.unlink()


def _database(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE news (title TEXT, text TEXT)")
        connection.execute("INSERT INTO news VALUES ('Ships', 'Ships came to the harbor.')")
    connection.close()


def _folder_view(path: Path) -> None:
    path.write_bytes(struct.pack(">IIII", 1, 0x42756431, 4096, 2048) + bytes(4096))


def _thumbnails(path: Path) -> None:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2048))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


BINARY: dict[str, Callable[[Path], None]] = {
    "random": _random,
    "random.txt": _random,
    "news.dat": _random,
    "main.pyc": _compiled,
    "news.sqlite": _database,
    "news": _database,
    ".DS_Store": _folder_view,
    "Thumbs.db": _thumbnails,
    "thumbs": _thumbnails,
    "empty": _empty,
    "empty.txt": _empty,
}


@pytest.mark.parametrize("name", BINARY)
def test_what_is_no_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    BINARY[name](path)
    assert any(word in said(path) for word in ("not text", "empty", "hidden"))
    assert said(path, named=True) == said(path)


def test_programs_as_they_are_installed() -> None:
    """The standard library's own folder: sources, compiled ones, its licence and lists."""
    folder = Path(sysconfig.get_path("stdlib"))
    files = [
        path
        for place in (folder, folder / "json", folder / "lib2to3", folder / "email")
        if place.is_dir()
        for path in place.iterdir()
        if path.is_file() and path.suffix not in (".md", ".html")
    ]
    assert len(files) > 100
    assert [path.name for path in files if not said(path)] == []


def test_sources_without_their_suffix(tmp_path: Path) -> None:
    """The standard library again: what its files are is seen without their names."""
    folder = Path(sysconfig.get_path("stdlib"))
    sources = [path for path in sorted(folder.glob("*.py")) if path.stat().st_size > 1000]
    assert len(sources) > 50
    for path in sources:
        shutil.copyfile(path, tmp_path / path.stem)
    read = [path.name for path in walk(tmp_path) if not said(path)]
    assert len(read) * 50 <= len(sources), read  # prose in front of a little code


@pytest.mark.skipif(not Path("/usr/share/common-licenses").is_dir(), reason="no Debian")
def test_the_licences_of_a_system(tmp_path: Path) -> None:
    for path in walk(Path("/usr/share/common-licenses")):
        assert said(path), path.name
        shutil.copyfile(path, tmp_path / f"{path.name}.txt")
    assert [path.name for path in walk(tmp_path) if not said(path)] == []


def test_a_person_who_names_a_file_is_asked_for_less(tmp_path: Path) -> None:
    """The table of `text_names`, row by row."""
    found = {
        (name, text): (not said(path), not said(path, named=True))
        for name in ("a.txt", "a.dat", "a", "a.2021", "a.log", "a.pdf")
        for text, content in (("prose", PROSE), ("words", "Two words\n"), ("code", CODE))
        if (path := tmp_path / name).write_text(content)
    }
    assert found == {
        **{("a.txt", "prose"): (True, True), ("a.txt", "words"): (True, True)},
        ("a.txt", "code"): (False, True),
        **{(name, "prose"): (True, True) for name in ("a.dat", "a", "a.2021")},
        **{(name, "words"): (False, True) for name in ("a.dat", "a", "a.2021")},
        **{(name, "code"): (False, False) for name in ("a.dat", "a", "a.2021")},
        **{(name, "prose"): (False, True) for name in ("a.log", "a.pdf")},
        **{
            (name, text): (False, False)
            for name in ("a.log", "a.pdf")
            for text in ("words", "code")
        },
    }


def test_headlines_that_begin_as_files_about_a_folder_do(tmp_path: Path) -> None:
    for name in ("notice-of-meeting.txt", "changes-in-the-cabinet.md", "sources-say.txt"):
        (tmp_path / name).write_text(PROSE)
        assert said(tmp_path / name) == "", name
    for name in ("NOTICE", "notice.txt", "CHANGES.zh-CN.md", "LICENSE-MIT", "README.zh.md"):
        (tmp_path / name).write_text(PROSE)
        assert "about the folder" in said(tmp_path / name), name


@pytest.mark.parametrize(
    "text",
    [
        "Title, date and place\n\nThe ships came, all of them, on Monday.\nThey left.\n",
        "| Title | Date | Text |\n|---|---|---|\n| A | 2021-01-01 | Words |\n| B | 2021 | More |\n",
        "Name, by its author\nShips, of the harbor.\n",
        "A poem, of a kind,\nof two lines, or three,\nor four, or more.\nIt ends, and is done.\n",
    ],
)
def test_commas_make_no_table(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    found = detect(path, FORMATS)
    assert not isinstance(found, Skipped)
    assert found.name in ("saved_text", "markdown")


def test_an_import_asks_less_of_a_file_that_is_named(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name, text in (("words", WORDS), ("main", CODE), ("news", PROSE)):
        (source / name).write_text(text)
    (source / "more.dat.gz").write_bytes(gzip.compress(b"Two words\n"))

    def counted(archive: str, *sources: Path) -> tuple[int, list[str]]:
        with open_for_import(tmp_path / archive) as opened:
            report = Importer(opened).run(sources)
        assert report.failed == []
        return report.imported, sorted(Path(each.source).name for each in report.skipped)

    assert counted("a.beilin", source) == (1, ["main", "more.dat", "words"])
    assert counted("b.beilin", *sorted(source.iterdir())) == (3, ["main"])
