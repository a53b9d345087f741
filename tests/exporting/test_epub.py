from __future__ import annotations

import posixpath
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from desktop_app.archive import Archive
from desktop_app.exporting.exporters import export
from desktop_app.exporting.selection import hits
from desktop_app.i18n.catalog import Catalog
from desktop_app.search.engine import Sort

NAMES = {"o": "http://www.idpf.org/2007/opf", "h": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def book(archive: Archive, tmp_path: Path) -> Path:
    export(archive, tmp_path / "out.epub", "epub", catalog=Catalog("zh_CN"))
    return tmp_path / "out.epub"


def test_its_first_bytes_tell_what_it_is(book: Path) -> None:
    assert book.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_the_package_lists_every_file_and_every_page_is_xml(archive: Archive, book: Path) -> None:
    with zipfile.ZipFile(book) as read:
        package = etree.fromstring(read.read("EPUB/package.opf"))
        listed = {item.get("href"): item for item in package.iterfind(".//o:item", NAMES)}
        held = {name.removeprefix("EPUB/") for name in read.namelist() if name.startswith("EPUB/")}
        assert held == {*listed, "package.opf"}
        spine = package.findall(".//o:itemref", NAMES)
        assert len(spine) == archive.info().items
        languages = package.xpath("//*[local-name()='language']/text()")
        assert languages == ["en", "zh", "fr"]
        for name, item in listed.items():
            if item.get("media-type") != "application/xhtml+xml":
                continue
            page = etree.fromstring(read.read(f"EPUB/{name}"))
            assert page.get("lang") == page.get("{http://www.w3.org/XML/1998/namespace}lang")
            for image in page.iterfind(".//h:img", NAMES):
                target = posixpath.normpath(posixpath.join(name, "..", image.get("src")))
                assert target in held
            scripts = [script.get("type") for script in page.iterfind(".//h:script", NAMES)]
            assert set(scripts) <= {"application/ld+json", "application/x-beilin+json"}


def test_the_contents_are_in_reading_order(archive: Archive, tmp_path: Path) -> None:
    export(archive, tmp_path / "out.epub", "epub", hits(archive, "", Sort.OLDEST))
    with zipfile.ZipFile(tmp_path / "out.epub") as read:
        package = etree.fromstring(read.read("EPUB/package.opf"))
        nav = etree.fromstring(read.read("EPUB/nav.xhtml"))
    files = {item.get("id"): item.get("href") for item in package.iterfind(".//o:item", NAMES)}
    spine = [files[ref.get("idref")] for ref in package.iterfind(".//o:itemref", NAMES)]
    assert [a.get("href") for a in nav.iterfind(".//h:nav//h:a", NAMES)] == spine
    days = [name.partition("/")[0] for name in spine if not name.startswith("undated")]
    assert days == sorted(days)


@pytest.mark.slow  # Java
def test_epubcheck_finds_nothing_wrong(book: Path) -> None:
    checker, java = Path("/usr/share/java/epubcheck.jar"), shutil.which("java")
    if java is None or not checker.is_file():
        pytest.skip("epubcheck is not installed (Debian: epubcheck)")
    command = [java, "-jar", str(checker), "--failonwarnings", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
