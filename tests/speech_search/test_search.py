from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import Cancelled
from desktop_app.importing.pipeline import Importer
from desktop_app.speech_search.ranking import StatementSort
from desktop_app.speeches.decisions import merged, renamed, split
from tests.material import photo
from tests.speech_search.conftest import ITEMS, fill, reported


def said(archive: Archive, query: str = "", speaker: str = "", **given: object) -> list[str]:
    matches = archive.statements(query, speaker, **given)
    hits = matches.hits(0, 100)
    assert matches.total == len(hits)
    return [hit.statement.text for hit in hits]


def test_words_are_looked_for_in_what_was_said(archive: Archive) -> None:
    assert said(archive, "harbor OR harbour") == [
        "Harbour, harbour, harbours everywhere",
        "No harbour",
        "We build the harbour",
    ]
    assert said(archive, "still") == []
    assert said(archive, "国际合作") == ["加強國際合作"]


def test_both_words_stand_in_one_statement(archive: Archive) -> None:
    assert said(archive, "harbour peace") == []
    assert said(archive, "harbour -build -everywhere") == ["No harbour"]


def test_the_rest_of_a_query_is_asked_of_the_item(archive: Archive) -> None:
    assert said(archive, "lang:zh") == ["加強國際合作"]
    assert said(archive, "title:port peace") == ["Peace"]
    assert said(archive, "peace OR source:reuters") == [
        "Peace", "Harbour, harbour, harbours everywhere",
    ]  # fmt: skip
    assert said(archive, "harbour -source:reuters -no") == ["We build the harbour"]


@pytest.mark.parametrize(
    "name", ["王树国", "Wang Shuguo", "wang shuguo", "王樹國", "Shuguo", "wangshuguo"]
)
def test_a_person_is_found_by_any_name_in_either_script(archive: Archive, name: str) -> None:
    every = {"We build the harbour", "Peace", "加強國際合作"}
    assert set(said(archive, speaker=name)) == every
    assert set(said(archive, f"speaker:({name})")) >= {"加強國際合作"}


def test_items_are_found_by_any_name_of_a_speaker_too(archive: Archive) -> None:
    for query in ("speaker:王树国", 'speaker:"Wang Shuguo"'):
        hits = archive.hits(archive.search(query), 0, 10)
        assert {hit.item.id for hit in hits} == {"port", "school"}


def test_nobody_is_found_by_no_ones_name(archive: Archive) -> None:
    assert said(archive, speaker="Obama") == []
    assert said(archive, "harbour speaker:Obama") == []
    assert said(archive, speaker="!!") == []


def test_days_bound_what_is_found(archive: Archive) -> None:
    assert said(archive, first=date(2021, 1, 1)) == ["加強國際合作"]
    assert said(archive, last=date(2020, 12, 31), sort=StatementSort.OLDEST) == [
        "We build the harbour", "No harbour", "Peace",
    ]  # fmt: skip
    assert said(archive, "harbour", first=date(2020, 5, 2)) == []


def test_orders(archive: Archive) -> None:
    newest = said(archive, sort=StatementSort.NEWEST)
    assert newest[0] == "加強國際合作" and newest[-1].startswith("Harbour")
    oldest = said(archive, sort=StatementSort.OLDEST)
    assert oldest[0] == "We build the harbour" and oldest[-1].startswith("Harbour")
    matches = archive.statements(sort=StatementSort.SPEAKER)
    assert [hit.person for hit in matches.hits(0, 9)] == ["Bush", "Li", *["Wang Shuguo"] * 3]


def test_statements_with_words_as_typed_come_before_those_with_translations(
    tmp_path: Path,
) -> None:
    long = "Peace, " + "and other words " * 40
    items = [
        reported("long", f"He said: {long}", ("Li", long)),
        reported("zh", "他说：“和平，和平。”", ("王", "和平，和平"), language="zh"),
    ]
    fill(tmp_path / "a.beilin", *items)
    with open_archive(tmp_path / "a.beilin") as archive:
        for query, ids in (("peace", ["long", "zh"]), ("和平", ["zh", "long"])):
            found = archive.statements(archive.bilingual.read(query).node).hits(0, 9)
            assert [hit.item.id for hit in found] == ids
            told = {"long": "en", "zh": "zh"}
            assert [hit.matched_language for hit in found] == [told[each] for each in ids]
        assert archive.statements("peace").hits(0, 9)[0].matched_language == ""


def test_hits_show_item_person_and_matches(archive: Archive) -> None:
    (hit,) = archive.statements("国际合作").hits(0, 5)
    assert (hit.item.id, hit.statement.speaker, hit.person) == ("school", "王树国", "Wang Shuguo")
    assert hit.item.text[hit.statement.start : hit.statement.end] == hit.statement.text
    assert [hit.statement.text[a:b] for a, b in hit.marks] == ["國際合作"]


def test_a_hit_s_snippet_begins_near_what_was_found_in_a_long_statement(tmp_path: Path) -> None:
    long = "We have waited a long while for this. " * 20 + "The harbour is ours now."
    fill(tmp_path / "a", reported("long", long, ("Li", long)))
    with open_archive(tmp_path / "a") as archive:
        (hit,) = archive.statements("harbour").hits(0, 5)
    assert len(hit.snippet.text) < 250 < len(hit.statement.text)
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == ["harbour"]


def test_a_hit_has_the_photo_of_its_speaker_and_not_that_of_all_who_speak(tmp_path: Path) -> None:
    two = reported(
        "two", "Ann Lee: “Ships.” Tom Fox: “Boats.”", ("Ann Lee", "Ships"), ("Tom Fox", "Boats"),
        photos=(photo("b.png", "Ann Lee with Tom Fox."), photo("a.png", "Minister Ann Lee.")),
    )  # fmt: skip
    fill(tmp_path / "a", two)
    with open_archive(tmp_path / "a") as archive:
        lee, fox = archive.statements(sort=StatementSort.SPEAKER).hits(0, 5)
    assert lee.photo is not None
    assert (lee.photo.file, fox.photo) == ("a.png", None)
    assert len(lee.item.statements) == 2


def test_facets_count_statements_and_items_stand_in_their_order(archive: Archive) -> None:
    matches = archive.statements(sort=StatementSort.NEWEST)
    assert matches.facets["language"] == {"en": 4, "zh": 1}
    assert matches.facets["year"] == {"2020": 3, "2021": 1}
    assert matches.facets["source"] == {"Test": 4, "Reuters": 1}
    found = archive.items_by_number(matches.items)
    assert [each.id for each in found] == ["school", "port", "undated"]
    assert archive.statements("zebra").facets["year"] == {}


def test_a_search_can_be_cancelled(archive: Archive) -> None:
    with pytest.raises(Cancelled):
        archive.statements("harbour", cancelled=lambda: True)


def test_speakers_are_counted_with_roles_and_days(archive: Archive) -> None:
    wang, *_others = archive.speakers().all()
    assert (wang.name, wang.names) == ("Wang Shuguo", ("Wang Shuguo", "王树国"))
    assert (wang.statements, wang.first, wang.last) == (3, "2020-05-01", "2021-09-01")


def test_who_has_no_name_is_not_listed_but_found(tmp_path: Path) -> None:
    unnamed = reported(
        "wire",
        "Ships came. Ships went. Ships sank.",
        ("analysts", "Ships came"),
        ("it", "Ships went"),
        ("IT", "Ships sank"),
    )
    fill(tmp_path / "a", unnamed)
    with open_archive(tmp_path / "a") as archive:
        assert [each.name for each in archive.speakers().all()] == ["IT"]
        assert said(archive, speaker="analysts") == ["Ships came"]
        assert said(archive, speaker="IT") == ["Ships sank"]
    with open_archive(tmp_path / "a") as reading, open_for_import(tmp_path / "a") as writing:
        (analysts,) = reading.speakers().called("analysts")
        writing.decide_speakers(renamed(analysts, "Ann Lee"))
        assert {each.name for each in reading.speakers().all()} == {"Ann Lee", "IT"}


def test_a_readers_decisions_hold_over_a_new_import_and_can_be_undone(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    fill(folder, *ITEMS)
    with open_archive(folder) as reading, open_for_import(folder) as writing:
        (wang,), (li,) = (reading.speakers().called(name) for name in ("王树国", "Li"))
        writing.decide_speakers(split(wang, "王树国"))
        assert said(reading, speaker="Wang Shuguo") == ["We build the harbour", "Peace"]
        assert said(reading, "speaker:王树国") == ["加強國際合作"]
        (wang,) = reading.speakers().called("Wang Shuguo")
        writing.decide_speakers(merged(li, wang))
    again = reported("port", "Li: “Ships.”", ("Li", "Ships"))
    fill(folder, again)
    with open_archive(folder) as reading, open_for_import(folder) as writing:
        assert said(reading, speaker="Wang Shuguo") == ["Ships"]
        (person,) = reading.speakers().called("Li")
        writing.decide_speakers(renamed(person, "李先生"))
        assert said(reading, speaker="李先生") == said(reading, "speaker:李先生") == ["Ships"]
        writing.undecide_speakers(["Li"])
        assert reading.speakers().called("李先生") == []


def test_every_statement_of_real_speeches_is_found_by_its_own_words(
    tmp_path: Path, shared_data: Path
) -> None:
    """The index only narrows down: the same as reading every statement."""
    speeches = sorted((shared_data / "speeches-en").glob("*"))[:12]
    with open_for_import(tmp_path / "a") as archive:
        Importer(archive).run(speeches)
        everything = [
            (each.id, one) for each in archive.items() for one in each.statements
        ]  # fmt: skip
        assert len(everything) > 500
        assert archive.statements().total == len(everything)
        for word in ("soviet", "railroad", "congress"):
            found = archive.statements(f"={word}").hits(0, 10_000)
            plain = {
                (number, one.start)
                for number, one in everything
                if word in "".join(c if c.isalnum() else " " for c in one.text.lower()).split()
            }
            assert {(hit.item.id, hit.statement.start) for hit in found} == plain
