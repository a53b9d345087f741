"""ZIM files: the real ones, ones made here, and broken ones."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from libzim.writer import Creator, Hint, Item, StringProvider

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import ImportFailure
from desktop_app.importing.formats.zim import Zim
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.raw import Failed, RawItem, Skipped
from desktop_app.importing.report import Report
from desktop_app.importing.zims import file as zim_file
from desktop_app.importing.zims.page import paths_of
from desktop_app.importing.zims.parts import has_right_checksum
from desktop_app.importing.zims.reader import ZimReader
from tests.importing.reading import PNG, read, read_items, read_one

TEXT = "".join(f"<p>Paragraph number {n} of the page, which is long enough.</p>" for n in range(9))


class Entry(Item):
    def __init__(self, path: str, mime: str, content: bytes, article: bool = True) -> None:
        super().__init__()
        self._path, self._mime, self._content, self._article = path, mime, content, article

    def get_path(self) -> str:
        return self._path

    def get_title(self) -> str:
        return f"Title of {self._path}"

    def get_mimetype(self) -> str:
        return self._mime

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._content)

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: self._article}


def page(path: str, html: str, article: bool = True) -> Entry:
    return Entry(path, "text/html", html.encode(), article)


def zim_of(
    path: Path,
    entries: list[Entry],
    metadata: dict[str, str] | None = None,
    redirects: dict[str, str] | None = None,
) -> Path:
    with Creator(path).set_mainpath(entries[0].get_path()) as creator:
        for entry in entries:
            creator.add_item(entry)
        for start, end in (redirects or {}).items():
            creator.add_redirection(start, f"Title of {start}", end, {Hint.FRONT_ARTICLE: True})
        creator.add_illustration(48, PNG)
        for key, value in (metadata or {}).items():
            creator.add_metadata(key, value)
    return path


def import_all(archive: Path, *sources: Path) -> Report:
    with open_for_import(archive) as opened:
        return Importer(opened).run(sources)


def test_the_small_file_gives_its_page(shared_data: Path) -> None:
    item = read_one(Zim(), shared_data / "zim" / "small.zim")
    assert (item.title, item.part, item.language) == ("Test ZIM file", "main.html", "en")
    assert item.identity == "zim:3581ae7e-edd5-7e6c-d2f1-c0cab073643f/main.html"
    assert item.captured == "2021-06-02"


def test_a_wiki_gives_its_articles(shared_data: Path) -> None:
    items = read_items(Zim(), shared_data / "zim" / "wikibooks_be_all_nopic_2017-02.zim")
    by_part = {item.part: item for item in items}
    assert len(items) == len(by_part) == 66
    assert {"Першая_старонка.html", "Кава.html"} <= by_part.keys()
    assert "Вугорская_кухня.html" not in by_part  # leads on to Венгерская_кухня.html
    assert Counter((item.language, item.source) for item in items) == {("be", "Wikibooks"): 66}
    assert all(part.removesuffix(".html")[:3] == by_part[part].title[:3] for part in by_part)
    lesson = by_part["Італьянская_мова_Урок_1.html"]
    assert lesson.title == "Італьянская мова/Урок 1"
    assert lesson.date == date(2008, 12, 15)
    assert lesson.url.startswith("https://be.wikibooks.org/wiki/%D0%86")
    texts = ["\n".join(item.paragraphs) for item in items]
    assert not [text for text in texts if "issued from" in text]
    kitchen = "агульная назва кулінарных страў, уласцівых для народаў паўвострава Індастан"
    assert kitchen in "".join(by_part["Індыйская_кухня.html"].paragraphs)
    assert not any(item.photos for item in items)  # formulas are text, "nopic" has no others


def test_the_checksum_is_that_of_all_bytes(shared_data: Path, tmp_path: Path) -> None:
    content = bytearray((shared_data / "zim" / "small.zim").read_bytes())
    path = tmp_path / "a.zim"
    for place in (100, 40_000):
        path.write_bytes(content)
        assert has_right_checksum(path, lambda _read: None)
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert not has_right_checksum(path, lambda _read: None)
    path.write_bytes(content[:72] + bytes(8) + content[80:])
    assert has_right_checksum(path, lambda _read: None)  # it has none


def test_an_import_again_changes_nothing(shared_data: Path, tmp_path: Path) -> None:
    source = shared_data / "zim" / "wikibooks_be_all_nopic_2017-02.zim"
    assert import_all(tmp_path / "a.beilin", source).imported == 66
    again = import_all(tmp_path / "a.beilin", source)
    assert (again.imported, again.updated, again.unchanged, again.failed) == (0, 0, 66, [])


BROKEN = {
    "bad_mimetype_in_dirent": "checksum",
    "bad_mimetype_list": "mimelists",
    "invalid_checksumpos": "bad size",
    "invalid_mimelistpos": "mimelistPos",
    "nonsorted_dirent_table": "not properly sorted",
    "nonsorted_title_index": "checksum",
    "offset_in_cluster": "Offsets",
    "outofbounds_clusterptrpos": "Cluster pointer",
    "outofbounds_first_clusterptr": "checksum",
    "outofbounds_first_direntptr": "dirent pointer",
    "outofbounds_first_title_entry": "checksum",
    "outofbounds_last_direntptr": "dirent pointer",
    "outofbounds_last_title_entry": "checksum",
    "outofbounds_titleptrpos": "checksum",
    "outofbounds_urlptrpos": "Dirent pointer table",
    "smaller_than_header": "too small",
}


def test_each_broken_file_fails_by_name(shared_data: Path, tmp_path: Path) -> None:
    broken = sorted((shared_data / "zim").glob("invalid.*"))
    assert [path.name for path in broken] == [f"invalid.{name}.zim" for name in sorted(BROKEN)]
    report = import_all(tmp_path / "a.beilin", *broken)
    for path in broken:
        reasons = [str(r.reason) for r in report.failed if r.source == str(path)]
        assert len(reasons) == 1, path.name
        assert BROKEN[path.name.removeprefix("invalid.").removesuffix(".zim")] in reasons[0]
    assert report.imported <= 1  # all are made from one good file, most of which can be read
    assert [r.source for r in report.failed if r.source.endswith("main.html")] == [
        f"{shared_data / 'zim' / 'invalid.outofbounds_first_clusterptr.zim'} main.html"
    ]


def test_pictures_come_from_the_same_file(tmp_path: Path) -> None:
    figure = "<figure><img src='../../img/a%20b.png'><figcaption>Caption</figcaption></figure>"
    path = zim_of(
        tmp_path / "a.zim",
        [
            page("news/2021/page", f"<h1>The page's title</h1>{TEXT}{figure}"),
            Entry("img/a b.png", "image/png", PNG, article=False),
        ],
    )
    item = read_one(Zim(), path)
    assert [(p.content, p.caption) for p in item.photos] == [(PNG, "Caption")]
    assert item.title == "The page's title"
    report = import_all(tmp_path / "a.beilin", path)
    assert (report.imported, report.photos) == (1, 1)


@pytest.mark.parametrize(
    ("page_path", "reference", "namespaced", "path"),
    [
        ("Page", "img/a.png", False, "img/a.png"),
        ("a/b/Page", "../../img/a.png", False, "img/a.png"),
        ("a/b/Page", "/img/a.png", False, "img/a.png"),
        ("a/b/Page", "../../../../../etc/passwd", False, "etc/passwd"),
        ("A/Page.html", "../I/m/a.png", True, "I/m/a.png"),
        ("Page.html", "../I/m/a.png", False, "m/a.png"),
        ("Page", "a%E4%B8%AD.png", False, "a中.png"),
        ("example.org/page", "../example.org/a.png%3Fw%3D1", False, "example.org/a.png?w=1"),
        ("example.org/page", "https://example.org/a.png?w=1", False, "example.org/a.png?w=1"),
        ("A/example.org/page", "https://example.org/a.png", True, "A/example.org/a.png"),
    ],
)
def test_references_lead_to_entries(
    page_path: str, reference: str, namespaced: bool, path: str
) -> None:
    assert path in list(paths_of(page_path, reference, namespaced))


def test_only_what_is_marked_as_article_is_one(tmp_path: Path) -> None:
    path = zim_of(
        tmp_path / "a.zim",
        [
            page("a", f"<title>Article</title>{TEXT}"),
            page("frame", f"<title>Frame</title>{TEXT}", article=False),
            page("moved", '<meta http-equiv="refresh" content="0;url=a">'),
            Entry("notes.txt", "text/plain", b"Words"),
        ],
        redirects={"b": "a"},
    )
    found = read(Zim(), path)
    assert [piece.title for piece in found if isinstance(piece, RawItem)] == ["Article"]
    assert [piece.where for piece in found if isinstance(piece, Skipped)] == ["moved"]


def test_every_page_counts_where_none_is_marked(tmp_path: Path) -> None:
    pages = [page(name, f"<title>Page {name}</title>{TEXT}", article=False) for name in "ab"]
    items = read_items(Zim(), zim_of(tmp_path / "a.zim", pages, redirects=None))
    assert [item.title for item in items] == ["Page a", "Page b"]


def test_a_file_without_pages_says_so(tmp_path: Path) -> None:
    (piece,) = read(Zim(), zim_of(tmp_path / "a.zim", [Entry("a.png", "image/png", PNG)]))
    assert isinstance(piece, Skipped)


def test_the_file_says_what_its_pages_do_not(tmp_path: Path) -> None:
    metadata = {
        "Title": "News of the town",
        "Creator": "The Town Paper",
        "Publisher": "openZIM",
        "Language": "fra",
        "Date": "2020-03-04",
        "Source": "https://town.example/",
    }
    said = (
        '<html lang="en"><head><title>Own</title>'
        '<meta property="og:site_name" content="Own Site">'
        '<meta property="article:published_time" content="2019-01-02">'
        '<link rel="canonical" href="https://own.example/x"></head>'
    )
    pages = [
        page("own", f"{said}<body>{TEXT}"),
        page("a/b c", "<title>Autre</title>" + "<p>Une phrase assez longue pour compter.</p>" * 9),
        page("untitled", TEXT),
    ]
    items = {i.part: i for i in read_items(Zim(), zim_of(tmp_path / "a.zim", pages, metadata))}
    own, other = items["own"], items["a/b c"]
    assert (own.source, own.date, own.language, own.url) == (
        "Own Site",
        date(2019, 1, 2),
        "en",
        "https://own.example/x",
    )
    assert (other.source, other.date, other.language) == (
        "The Town Paper",
        date(2020, 3, 4),
        "fr",
    )
    assert other.url == other.address == "https://town.example/a/b%20c"


def test_a_crawl_has_its_addresses_in_its_paths(tmp_path: Path) -> None:
    metadata = {"Scraper": "warc2zim 2.0", "Source": "https://example.org/", "Creator": "Me"}
    pages = [page("example.org/news/1?id=2", f"<title>A page</title>{TEXT}")]
    item = read_one(Zim(), zim_of(tmp_path / "a.zim", pages, metadata))
    assert item.url == "https://example.org/news/1?id=2"
    assert item.source == "example.org"


def test_a_split_file_is_read_as_one(shared_data: Path, tmp_path: Path) -> None:
    whole = (shared_data / "zim" / "wikibooks_be_all_nopic_2017-02.zim").read_bytes()
    source = tmp_path / "in"
    source.mkdir()
    for number, end in enumerate(("aa", "ab", "ac")):
        part = whole[number * 80_000 : (number + 1) * 80_000]
        (source / f"books.zim{end}").write_bytes(part)
    report = import_all(tmp_path / "a.beilin", source)
    assert (report.imported, report.failed) == (66, [])
    assert [(Path(r.source).name, "books.zimaa" in str(r.reason)) for r in report.skipped] == [
        ("books.zimab", True),
        ("books.zimac", True),
    ]


def test_a_split_file_with_a_part_missing(shared_data: Path, tmp_path: Path) -> None:
    whole = (shared_data / "zim" / "wikibooks_be_all_nopic_2017-02.zim").read_bytes()
    (tmp_path / "books.zimab").write_bytes(whole[80_000:])
    (piece,) = read(Zim(), tmp_path / "books.zimab")
    assert isinstance(piece, Failed)
    assert "books.zimaa" in str(piece.reason)
    (tmp_path / "books.zimab").unlink()
    (tmp_path / "books.zimaa").write_bytes(whole[:80_000])
    with pytest.raises(ImportFailure, match="damaged"):
        read(Zim(), tmp_path / "books.zimaa")


class CrashingReader(ZimReader):
    """Reads, but one entry ends the process, as a bug of the library might."""

    def _article(self, entry: object) -> object:  # type: ignore[override]
        if entry.path == "b":  # type: ignore[attr-defined]
            os.abort()
        return super()._article(entry)


def test_an_entry_that_ends_the_process_costs_itself_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zim_file, "ZimReader", CrashingReader)
    pages = [page(name, f"<title>Page {name}</title>{TEXT}") for name in "abc"]
    found = read(Zim(), zim_of(tmp_path / "a.zim", pages))
    assert [p.title for p in found if isinstance(p, RawItem)] == ["Page a", "Page c"]
    assert ["crashed" in str(p.reason) for p in found if isinstance(p, Failed)] == [True]


def test_a_page_that_is_too_large_is_named(tmp_path: Path) -> None:
    large = page("b", "<p>" + "words " * 6_000_000)
    small = page("a", f"<title>Page a</title>{TEXT}")
    found = read(Zim(), zim_of(tmp_path / "a.zim", [small, large]))
    assert [p.title for p in found if isinstance(p, RawItem)] == ["Page a"]
    assert [p.where for p in found if isinstance(p, Failed)] == ["b"]


def test_origins_name_the_entry(tmp_path: Path) -> None:
    path = zim_of(tmp_path / "a.zim", [page("a/b", f"<title>Page</title>{TEXT}")])
    import_all(tmp_path / "a.beilin", path)
    with open_archive(tmp_path / "a.beilin") as archive:
        (item,) = archive.items()
        origin = archive.origin(item.id)
        assert (origin.file, origin.part) == (str(path), "a/b")
