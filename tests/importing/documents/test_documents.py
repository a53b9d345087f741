"""A folder of documents of all kinds is imported as it lies, and the report adds up."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.report import Report
from tests.importing.formats.test_epub import WORDS, epub
from tests.importing.formats.test_mhtml import CHROME, filled, page
from tests.importing.formats.test_pdf import TITLE, article
from tests.importing.pdf_writer import PdfPage, jpeg, pdf


def weather(number: int, links: str) -> str:
    """A page of an article in parts, which no other document resembles."""
    days = ("Rain fell on the hills all day", "Snow is seen above the old city wall")
    words = "".join(f"<p>{day} of report {number}, and the rivers rose.</p>" for day in days)
    head = "<html><head><title>The weather</title></head><body><h1>The weather</h1>"
    return f"{head}<div>{words}</div>{links}</body></html>"


def folder_of_documents(folder: Path) -> Path:
    """Six that can be read, one in two parts, and four that cannot or need not be."""
    folder.mkdir()
    photo = "https://news.example.org/2021/img/a.png"
    (folder / "a.mhtml").write_bytes(filled(CHROME, page("img/a.png").encode(), photo))
    paper = PdfPage().text(60, 790, TITLE, 20)
    end = article(paper, 60, 760)
    paper.picture(60, end - 160, 240, 150, jpeg())
    (folder / "b.pdf").write_bytes(pdf([paper]))
    document = docx.Document()
    document.add_heading("两校签署合作协议", 0)
    document.add_paragraph("8月30日，两校通过视频连线签署合作协议，校长在签约仪式上致辞。")
    document.save(str(folder / "c.docx"))
    texts = (WORDS, "Another chapter tells of the weather on that day, and of nothing else at all.")
    chapters = {f"{n}.xhtml": f"<h1>Chapter {n}</h1><p>{t}</p>" for n, t in enumerate(texts, 1)}
    epub(folder, chapters, {}).rename(folder / "d.epub")
    (folder / "e.html").write_text(weather(1, "<a href=e_2.html>2</a>"), "utf-8")
    (folder / "e_2.html").write_text(weather(2, ""), "utf-8")
    (folder / "f.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    (folder / "g.pdf").write_bytes(pdf([PdfPage().picture(0, 0, 595, 842, jpeg())]))
    (folder / "h.docx").write_bytes(b"PK\3\4 word/document.xml cut short")
    return folder


def import_all(archive: Path, source: Path) -> Report:
    with open_for_import(archive) as opened:
        return Importer(opened).run([source])


def test_all_kinds_come_in(tmp_path: Path) -> None:
    folder = folder_of_documents(tmp_path / "in")
    report = import_all(tmp_path / "a.beilin", folder)
    assert report.imported == 6
    assert [Path(reason.source).name for reason in report.skipped] == ["e_2.html"]
    assert [Path(reason.source).name for reason in report.failed] == ["f.doc", "g.pdf", "h.docx"]
    assert (report.found, report.photos) == (10, 2)
    with open_archive(tmp_path / "a.beilin") as archive:
        titles = {item.title for item in archive.items()}
    assert titles == {
        *("Agreement signed", "The weather", TITLE, "两校签署合作协议", "Chapter 1", "Chapter 2"),
    }
    again = import_all(tmp_path / "a.beilin", folder)
    assert (again.imported, again.updated, again.unchanged) == (0, 0, 6)


def test_they_are_the_same_in_a_zip_file(tmp_path: Path) -> None:
    folder = folder_of_documents(tmp_path / "in")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as together:
        for path in sorted(folder.iterdir()):
            together.write(path, path.name)
    report = import_all(tmp_path / "a.beilin", tmp_path / "all.zip")
    assert (report.imported, len(report.skipped), len(report.failed)) == (6, 1, 3)
