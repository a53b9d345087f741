from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import ArchiveError
from desktop_app.importing.pipeline import Importer
from desktop_app.items import Item, Origin
from desktop_app.marks.marks import Marks
from desktop_app.marks.subjects import Subject
from desktop_app.search.engine import Sort
from desktop_app.search.figures import By
from desktop_app.search.query import parse
from desktop_app.together import Searched, Together, searched
from tests.material import item

QUERIES = ("会谈", "the president", "\"United Nations\"", "中国 OR space", "said:space", "lang:zh",
           "kennedy -moon", "title:中国", "date:1961..1963", "")  # fmt: skip


def imported(folder: Path, *sources: Path) -> Path:
    with open_for_import(folder) as archive:
        Importer(archive).run(list(sources))
    with open_archive(folder) as archive:
        archive.catch_up()
    return folder


def put(folder: Path, *items: Item) -> Path:
    with open_for_import(folder) as archive:
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()
    return folder


@pytest.fixture
def opened() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def together(stack: ExitStack, *folders: Path) -> Together:
    return Together([stack.enter_context(open_archive(folder)) for folder in folders])


def found(archive: Searched, query: str, sort: Sort = Sort.RELEVANCE) -> list[str]:
    matches = archive.search(query, sort)
    return [hit.item.id for hit in archive.hits(matches, 0, len(matches.numbers))]


@pytest.fixture(scope="module")
def parts(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Archive]]:
    """Bulletins and speeches, pages, and an archive of all of these."""
    bulletins = sorted((shared_data / "bulletins-zh").glob("*.md"))[:6]
    speeches = sorted((shared_data / "speeches-en").glob("196*.txt"))[:4]
    pages = sorted((shared_data / "pages-en").glob("*.html"))[:6]
    base = tmp_path_factory.mktemp("parts")
    folders = [
        imported(base / "one.beilin", *bulletins, *speeches),
        imported(base / "two.beilin", *pages),
        imported(base / "all.beilin", *bulletins, *speeches, *pages),
    ]
    with ExitStack() as stack:
        yield [stack.enter_context(open_archive(folder)) for folder in folders]


@pytest.mark.parametrize("query", QUERIES)
def test_two_archives_answer_as_one_that_holds_all(parts: list[Archive], query: str) -> None:
    both, whole = Together(parts[:2]), parts[2]
    here, there = both.search(query), whole.search(query)
    assert len(here.numbers) == len(there.numbers) > 0
    assert here.facets == there.facets
    assert list(here.scores) == pytest.approx(list(there.scores), rel=1e-4)
    scores = [dict(zip(ids, matches.scores, strict=True)) for ids, matches in (
        (found(both, query), here), (found(whole, query), there))]  # fmt: skip
    assert scores[0].keys() == scores[1].keys()
    assert all(scores[0][each] == pytest.approx(scores[1][each], rel=1e-4) for each in scores[0])


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
def test_hits_of_several_archives_stand_in_the_order_of_their_days(
    parts: list[Archive], sort: Sort
) -> None:
    both = Together(parts[:2])
    matches = both.search("", sort)
    days = [hit.item.date for hit in both.hits(matches, 0, len(matches.numbers))]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=sort is Sort.NEWEST)
    assert days[: len(dated)] == dated  # those without a date come last
    assert {both.home(number) for number in matches.numbers} == set(parts[:2])


def test_statements_concordance_trend_and_speakers_are_those_of_all(parts: list[Archive]) -> None:
    both, whole = Together(parts[:2]), parts[2]
    here, there = both.statements("space"), whole.statements("space")
    assert here.total == there.total > 0
    assert sorted(hit.statement.text for hit in here.hits(0, here.total)) == sorted(
        hit.statement.text for hit in there.hits(0, there.total)
    )
    assert len(both.statements().order) == len(whole.statements().order)
    lines = [archive.words.concordance("space").lines(0, 500, 30) for archive in (both, whole)]
    assert sorted((line.item, line.start) for line in lines[0]) == sorted(
        (line.item, line.start) for line in lines[1]
    )
    assert all(both.home(line.number).item(line.item).title == line.title for line in lines[0])
    assert both.words.trend(["space"], By.YEAR) == whole.words.trend(["space"], By.YEAR)
    names = [{(one.name, one.statements) for one in archive.speakers().all()}
             for archive in (both, whole)]  # fmt: skip
    assert names[0] == names[1]


def test_both_languages_and_suggestions_know_the_words_of_all(parts: list[Archive]) -> None:
    both, whole = Together(parts[:2]), parts[2]
    read, alone = both.bilingual.read("space"), whole.bilingual.read("space")
    assert read == alone
    assert found(both, "spaec") == []
    assert both.suggester.did_you_mean("spaec") == whole.suggester.did_you_mean("spaec")
    typed = [each.text for each in both.suggester.suggest("presid", 6)]
    assert typed == [each.text for each in whole.suggester.suggest("presid", 6)] != []


def test_an_item_of_two_archives_is_found_once_in_the_first(
    tmp_path: Path, opened: ExitStack
) -> None:
    one = put(tmp_path / "a", item("same", "harbor"), item("own", "harbor quay"))
    two = put(tmp_path / "b", item("other", "harbor"), item("same", "harbor"))
    both = together(opened, one, two)
    matches = both.search("harbor")
    assert sorted(found(both, "harbor")) == ["other", "own", "same"]
    assert matches.facets["language"] == {"en": 3}
    assert both.indexed() == 3
    (same,) = (hit for hit in both.hits(matches, 0, 3) if hit.item.id == "same")
    assert same.home is not None
    assert same.home.folder == one
    assert same.home.elsewhere == ((two, "b"),)
    assert both.at_home(same.home, "same") is both.archives[0]
    assert both.words.trend(["harbor"], By.YEAR).items == (3,)
    assert len(both.words.concordance("harbor")) == 3
    assert sorted(found(both, "harbor", Sort.NEWEST)) == ["other", "own", "same"]


def test_a_version_with_other_words_is_found_where_it_stands(
    tmp_path: Path, opened: ExitStack
) -> None:
    one = put(tmp_path / "a", item("same", "harbor"))
    two = put(tmp_path / "b", item("same", "harbor quay"))
    both = together(opened, one, two)
    (number,) = both.search("quay").numbers
    assert both.home(number).folder == two
    (number,) = both.search("harbor").numbers
    assert both.home(number).folder == one


def test_what_one_of_three_has_alone_is_found_beside_what_all_have(
    tmp_path: Path, opened: ExitStack
) -> None:
    folders = [put(tmp_path / name, item("same", "harbor"), item(name, "harbor")) for name in "abc"]
    three = together(opened, *folders)
    assert sorted(found(three, "harbor")) == ["a", "b", "c", "same"]
    (number,) = three.search("harbor -title:a -title:b -title:c").numbers
    assert [each.folder for each in three.elsewhere(number)] == folders[1:]


def test_what_is_said_in_an_item_of_two_archives_was_said_once(
    tmp_path: Path, opened: ExitStack
) -> None:
    said = "\u201cWe will build the harbor,\u201d President Kennedy said on Monday."
    sources = []
    for name in "ab":
        page = tmp_path / f"{name}.md"
        page.write_text(f"---\ntitle: Harbor {name}\ndate: 2021-03-04\n---\n\n{said}\n", "utf-8")
        sources.append(page)
    one = imported(tmp_path / "one", *sources)
    two = imported(tmp_path / "two", *sources)
    both, alone = together(opened, one, two), opened.enter_context(open_archive(one))
    assert alone.statements().total == both.statements().total > 0
    assert alone.statements("harbor").total == both.statements("harbor").total
    assert both.speakers().all() == alone.speakers().all()


def test_new_items_are_found_after_an_import(tmp_path: Path, opened: ExitStack) -> None:
    one, two = put(tmp_path / "a", item("one", "harbor")), put(tmp_path / "b", item("two", "quay"))
    both = together(opened, one, two)
    assert found(both, "harbor") == ["one"]
    put(two, item("three", "harbor"))
    both.refresh()
    assert sorted(found(both, "harbor")) == ["one", "three"]


def test_a_damaged_index_among_several_is_built_anew(tmp_path: Path, opened: ExitStack) -> None:
    one, two = (
        put(tmp_path / "a", item("one", "harbor")),
        put(tmp_path / "b", item("two", "harbor")),
    )
    for file in (two / "index").glob("*.tab"):
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2])
    assert opened.enter_context(open_archive(two)).index_faults()
    both = together(opened, one, two)
    assert sorted(found(both, "harbor")) == ["one", "two"]
    assert not both.archives[1].index_faults()


def test_one_archive_alone_is_searched_as_it_is(tmp_path: Path, opened: ExitStack) -> None:
    alone = opened.enter_context(open_archive(put(tmp_path / "a", item("one", "harbor"))))
    assert searched([alone]) is alone
    assert alone.home(1) is alone
    assert alone.elsewhere(1) == ()


def test_more_than_can_be_numbered_are_refused(tmp_path: Path, opened: ExitStack) -> None:
    alone = opened.enter_context(open_archive(put(tmp_path / "a", item("one", "harbor"))))
    with pytest.raises(ArchiveError, match="at most 16"):
        Together([alone] * 17)


def test_days_order_items_of_the_last_of_sixteen_archives(
    tmp_path: Path, opened: ExitStack
) -> None:
    late = put(tmp_path / "late", item("late", "harbor", date=date(9999, 12, 31)))
    early = put(tmp_path / "early", item("early", "harbor", date=date(1000, 1, 1)))
    many = Together([opened.enter_context(open_archive(early))] * 15
                    + [opened.enter_context(open_archive(late))])  # fmt: skip
    assert found(many, "harbor", Sort.NEWEST) == ["late", "early"]
    assert found(many, "harbor", Sort.OLDEST) == ["early", "late"]


def test_what_is_marked_in_any_archive_is_found(opened: ExitStack, tmp_path: Path) -> None:
    a = put(tmp_path / "a.beilin", item("a1"), item("a2"))
    b = put(tmp_path / "b.beilin", item("b1"), item("b2"))
    both = together(opened, a, b)
    marks = opened.enter_context(closing(Marks.in_memory()))
    for archive, item_id in zip(both.archives, ("a2", "b1"), strict=True):
        archive.marked.use(marks)
        marks.tags.add(Subject(archive.manifest.id, item_id, ""), "treaty")
    assert sorted(found(both, "tag:treaty")) == ["a2", "b1"]
    assert sorted(found(both, "-tag:treaty")) == ["a1", "b2"]
    assert not both.marked.problems(parse("tag:treaty").node)
    assert both.marked.problems(parse("tag:nothing").node)
