"""What an archive knows of a speaker."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Origin, Photo, Statement
from desktop_app.speeches.mentioned import is_whole_name
from tests.material import item


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Wang speaks in two years and two roles, and is to be seen on one of two photos."""
    said = "Li Hua and Li Huan came. Li Hua left. Trade with trade is trade."
    others = "The sea was calm and the day was long and fair."
    photos = (Photo(None, "Wang Yi at sea"), Photo(None, "The sea"))
    made = [
        item("a", f"{said}\n{others}", date=date(2020, 5, 1), photos=photos,
             statements=(_said("Wang Yi", "minister", said, 0),
                         _said("Li Hua", "aide", others, len(said) + 1))),
        item("b", said, date=date(2021, 6, 1), statements=(_said("Wang Yi", "envoy", said, 0),)),
        item("c", said, date=None, statements=(_said("Minister Wang Yi", "minister", said, 0),)),
    ]  # fmt: skip
    with open_for_import(tmp_path / "a.beilin") as opened:
        opened.put([(each, Origin("test"), False) for each in made])
        opened.decide_speakers({"Minister Wang Yi": "Wang Yi"})
        opened.catch_up()
    return open_archive(tmp_path / "a.beilin")


def _said(speaker: str, role: str, text: str, start: int) -> Statement:
    return Statement(speaker, role, "said", text, False, start, start + len(text))


def test_roles_years_words_people_and_photos(archive: Archive) -> None:
    with archive:
        found = archive.records.of("Minister Wang Yi")
        assert found is not None
        assert (found.speaker.name, found.speaker.statements) == ("Wang Yi", 3)
        assert [(each.role, each.first, each.statements) for each in found.roles] == [
            ("minister", "2020-05-01", 2),
            ("envoy", "2021-06-01", 1),
        ]
        assert found.years == (("2020", 1), ("2021", 1))
        assert found.people == (("Li Hua", 6),)
        assert "trade" in [each.word for each in found.words[:4]]
        assert [(each.id, number) for each, number in found.photos] == [("a", 0)]


def test_nobody_has_no_record(archive: Archive) -> None:
    with archive:
        assert archive.records.of("Zhang San") is None


@pytest.mark.parametrize("name", ["John F. Kennedy", "王树国", "弗拉基米尔·普京"])
def test_a_whole_name(name: str) -> None:
    assert is_whole_name(name, has_role=False)


@pytest.mark.parametrize(
    "name", ["Kennedy", "a company spokesman", "not yet", "Red Cross Society", "官兵"]
)
def test_no_whole_name(name: str) -> None:
    assert not is_whole_name(name, has_role=False)
