from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from desktop_app.archive import open_archive
from desktop_app.pictures.signatures import suffix_of
from desktop_app.places import resources
from desktop_app.sample import is_sample, sample_archive

SAMPLE = resources() / "sample"


@pytest.fixture(scope="module")
def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLE / "items.jsonl").read_text("utf-8").splitlines()]


def photos(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [photo for line in lines for photo in line["photos"] if photo["file"]]


def test_the_sample_is_small_and_has_enough_of_everything(lines: list[dict[str, Any]]) -> None:
    assert sum(file.stat().st_size for file in SAMPLE.rglob("*")) <= 6_000_000
    assert len(lines) >= 24
    assert {line["language"] for line in lines} == {"en", "zh"}
    assert sum(line["kind"] == "speech" for line in lines) >= 6
    assert len({photo["file"] for photo in photos(lines) if photo["caption"]}) >= 12
    assert len({line["id"] for line in lines}) == len(lines)


def test_at_least_six_stories_are_told_in_both_languages(lines: list[dict[str, Any]]) -> None:
    told = Counter(line["story"] for line in lines if "story" in line)
    assert len(told) >= 6
    for story in told:
        languages = sorted(line["language"] for line in lines if line.get("story") == story)
        assert languages == ["en", "zh"]


def test_every_item_and_photo_has_its_source_and_licence(lines: list[dict[str, Any]]) -> None:
    table = (SAMPLE / "SOURCES.md").read_text("utf-8")
    for name in [*(line["id"] for line in lines), *(photo["file"] for photo in photos(lines))]:
        row = next(row for row in table.splitlines() if row.startswith(f"| `{name}` |"))
        assert all(cell.strip() for cell in row.strip("|").split("|"))


def test_every_picture_is_there_and_none_is_left_over(lines: list[dict[str, Any]]) -> None:
    named = {photo["file"] for photo in photos(lines)}
    assert named == {f"photos/{file.name}" for file in (SAMPLE / "photos").iterdir()}
    for file in named:
        assert suffix_of((SAMPLE / file).read_bytes()) is not None


def test_no_markup_is_left_in_the_texts(lines: list[dict[str, Any]]) -> None:
    for line in lines:
        for text in line["paragraphs"]:
            assert not any(mark in text for mark in ("](", "```", "**", "<figure", "<p>")), text


def test_the_seed_page_comes_first_as_expected(
    lines: list[dict[str, Any]], shared_data: Path
) -> None:
    expected = json.loads((shared_data / "seed" / "expected.json").read_text("utf-8"))
    first, second = lines[0], lines[1]
    assert (first["title"], first["date"]) == (expected["title"], expected["date"])
    assert first["paragraphs"][0] == expected["lead"]
    assert [photo["caption"] for photo in first["photos"]] == expected["captions"]
    assert second["language"] == "zh"
    assert "译文" in second["byline"]
    assert len(second["paragraphs"]) == len(first["paragraphs"])


def test_the_archive_is_made_once_and_shows_the_seed_page_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[dict[str, Any]]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = sample_archive()
    made = (folder / "items.db").stat().st_mtime_ns
    assert sample_archive() == folder
    assert (folder / "items.db").stat().st_mtime_ns == made
    assert is_sample(folder)
    left = {path.name for path in folder.parent.iterdir()}
    assert left == {folder.name, ".sample.lock"}
    with open_archive(folder) as archive:
        assert archive.manifest.front == "xjtu-paristech-2021-08-31"
        assert archive.info().items == len(lines)
        assert archive.index_is_current()
        for query in ("西安交通大学", "United States"):
            assert len(archive.search(query).numbers) > 0
