"""`beilin print`: items of an archive as a PDF file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdf
import pytest

from desktop_app import print_command
from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.gui.printing.paper import PAPERS, SIZES
from desktop_app.items import Origin
from tests.material import item


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "port.beilin"
    made = [
        item("harbor", "The harbor opened.", title="Harbor opens", date=date(2020, 1, 2)),
        item("oil", "Prices of oil rose.", title="Oil prices", date=date(2020, 1, 3)),
    ]
    with open_for_import(folder, "Port archive") as opened:
        opened.put([(each, Origin("test"), False) for each in made])
        opened.catch_up()
    return folder


def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_items_are_printed_in_the_order_named(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.pdf"
    assert main(["print", str(archive), "oil", "harbor", "--pdf", str(out)]) == 0
    first, second = pages(out)
    assert "Prices of oil rose." in first
    assert "The harbor opened." in second
    assert "2 pages were written" in capsys.readouterr().out


def test_what_a_search_finds_is_printed(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert main(["print", str(archive), "--query", "harbor", "--pdf", str(out), "--run-on"]) == 0
    assert ["The harbor opened." in page for page in pages(out)] == [True]


@pytest.mark.parametrize("what", [["--query", "zebra"], [], ["no-such-id"]])
def test_nothing_to_print_is_said_in_one_line(
    archive: Path, tmp_path: Path, what: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.pdf"
    assert main(["print", str(archive), *what, "--pdf", str(out)]) != 0
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert not out.exists()


def test_the_command_offers_all_papers_and_sizes() -> None:
    assert tuple(PAPERS) == print_command._PAPERS
    assert tuple(SIZES) == print_command._SIZES
