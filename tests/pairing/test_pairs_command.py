"""`beilin pairs` on the real bilingual posts: found by their places, decided by a reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.importing.pipeline import Importer

NAMES = ("2024-09-13-karmada-v1.11", "2024-12-23-karmada-v1.12", "2025-03-19-karmada-v1.13")


@pytest.fixture
def sources(shared_data: Path) -> list[Path]:
    blog = shared_data / "bilingual" / "blog"
    chinese = shared_data / "bilingual" / "i18n" / "zh" / "docusaurus-plugin-content-blog"
    return [folder / name for folder in (blog, chinese) for name in NAMES]


@pytest.fixture
def archive(tmp_path: Path, sources: list[Path]) -> Path:
    folder = tmp_path / "a.beilin"
    with open_for_import(folder) as opened:
        Importer(opened).run(sources)
    return folder


def pairs(capfdbinary: pytest.CaptureFixture[bytes], *arguments: object) -> Any:  # noqa: ANN401
    assert main(["pairs", *map(str, arguments), "--json"]) == 0
    shown = json.loads(capfdbinary.readouterr().out)
    assert set(shown) == {"pairs"}
    return shown["pairs"]


def titles(archive: Path, found: list[dict[str, Any]]) -> set[tuple[str, str]]:
    with open_archive(archive) as opened:
        return {
            (opened.item(each["en"]).title[:13], opened.item(each["zh"]).title[:13])
            for each in found
        }


def test_posts_are_paired_by_their_places_at_the_end_of_the_import(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with open_archive(archive) as opened:
        assert opened.is_current()
    found = pairs(capfdbinary, archive)
    assert titles(archive, found) == {
        ("Karmada v1.11", "Karmada v1.11"),
        ("Karmada v1.12", "Karmada v1.12"),
        ("Karmada versi", "Karmada v1.13"),
    }
    assert {each["by"] for each in found} == {"link"}
    assert all(set(each) == {"en", "zh", "score", "by"} for each in found)
    assert all(0.9 < each["score"] <= 1 for each in found)


def test_show_names_the_other_item_and_the_list_for_people_both_titles(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    pair = pairs(capfdbinary, archive)[0]
    for one, other in (("en", "zh"), ("zh", "en")):
        assert main(["show", str(archive), pair[one], "--json"]) == 0
        assert json.loads(capfdbinary.readouterr().out)["pair"] == pair[other]
    assert main(["pairs", str(archive)]) == 0
    shown = capfdbinary.readouterr().out.decode()
    assert "Karmada v1.12" in shown and "版本发布" in shown and pair["en"] in shown


def test_what_a_reader_decides_survives_a_new_import(
    archive: Path, sources: list[Path], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    one, two, three = pairs(capfdbinary, archive)
    crossed = pairs(
        capfdbinary, archive, "--reject", one["en"], one["zh"], "--pair", two["zh"], three["en"]
    )
    by_hand = {"en": three["en"], "zh": two["zh"], "score": 1.0, "by": "reader"}
    assert by_hand in crossed and not any(one["en"] in each.values() for each in crossed)
    for source in sources:
        for file in source.glob("*.md"):
            copy = archive.parent / file.relative_to(file.parents[1])
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(file.read_bytes() + b"\n\nA line more.\n")
    with open_for_import(archive) as opened:
        Importer(opened).run(sources)
    assert by_hand in pairs(capfdbinary, archive)
    back = pairs(
        capfdbinary,
        *(archive, "--undo", two["zh"], three["en"], "--undo", one["zh"], one["en"]),
    )
    assert titles(archive, back) == titles(archive, [one, two, three])
    assert {each["by"] for each in back} == {"link"}


def test_confirming_keeps_the_score_and_says_who(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    one, *_ = pairs(capfdbinary, archive)
    assert {**one, "by": "reader"} in pairs(capfdbinary, archive, "--pair", one["en"], one["zh"])
    assert len(pairs(capfdbinary, archive)) == 3


def test_two_of_one_language_are_no_pair(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    one, two, _ = pairs(capfdbinary, archive)
    assert main(["pairs", str(archive), "--pair", one["en"], two["en"]]) == 2
    assert one["en"] in capfdbinary.readouterr().err.decode()
    assert main(["pairs", str(archive), "--pair", "nobody", two["en"]]) == 2
    assert len(pairs(capfdbinary, archive)) == 3
