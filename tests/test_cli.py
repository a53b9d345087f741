from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop_app import cli, demonstration, open_command
from desktop_app.archive_writer import open_for_import
from desktop_app.cli import main
from desktop_app.items import Origin, Photo
from tests.importing.reading import PNG
from tests.material import item

SHOWN = {
    "id", "title", "date", "language", "source", "kind", "byline", "url", "paragraphs", "photos",
    "statements", "pair",
}  # fmt: skip
FOUND = {
    "id", "title", "date", "language", "source", "kind", "score", "snippet", "photos",
}  # fmt: skip


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "a.beilin"
    items = [
        item("one", "Oil prices <rose>", photos=(Photo(None, "A well", "AP", "2021-08-30"),)),
        item("two", "石油价格上涨\n第二段", language="zh", date=None, kind="bulletin"),
    ]
    with open_for_import(folder) as opened:
        opened.put([(each, Origin("test"), False) for each in items])
        opened.catch_up()
    return folder


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = capfdbinary.readouterr()
    return status, out.decode(), err.decode()


def as_json(capfdbinary: pytest.CaptureFixture[bytes], *arguments: object) -> Any:  # noqa: ANN401
    status, out, err = run(capfdbinary, *arguments, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_search_json_has_the_documented_shape(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = as_json(capfdbinary, "search", archive, "oil OR 石油")
    assert set(found) == {"query", "total", "took_ms", "hits", "facets"}
    assert (found["query"], found["total"], len(found["hits"])) == ("oil OR 石油", 2, 2)
    assert all(set(hit) == FOUND for hit in found["hits"])
    assert set(found["facets"]) == {"year", "language", "kind", "source"}
    assert found["facets"]["year"] == {"2021": 1}
    by_id = {hit["id"]: hit for hit in found["hits"]}
    assert by_id["one"]["snippet"] == "<mark>Oil</mark> prices &lt;rose&gt;"
    assert by_id["one"]["date"] == "2021-08-31"
    assert by_id["two"]["date"] is None


def test_a_search_in_both_languages_tells_how(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = as_json(capfdbinary, "search", archive, "oil", "--both-languages")
    assert set(found) == {"query", "total", "took_ms", "hits", "facets", "expansions"}
    assert found["expansions"] == [{"word": "oil", "translations": ["石油"]}]
    assert all(set(hit) == {*FOUND, "matched_language"} for hit in found["hits"])
    told = [(hit["id"], hit["matched_language"]) for hit in found["hits"]]
    assert told == [("one", "en"), ("two", "zh")]
    _status, out, _err = run(capfdbinary, "search", archive, "oil", "--both-languages")
    assert "oil: also 石油" in out
    assert "two · found in Chinese" in out
    options = ("--both-languages", "--without", "石油", "--without", "else")
    fewer = as_json(capfdbinary, "search", archive, "oil", *options)
    assert [hit["id"] for hit in fewer["hits"]] == ["one"]
    assert fewer["expansions"] == [{"word": "oil", "translations": []}]


def test_search_limits_and_sorts(archive: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = as_json(capfdbinary, "search", archive, "", "--limit", 1, "--sort", "oldest")
    assert (found["total"], [hit["id"] for hit in found["hits"]]) == (2, ["one"])


def test_a_query_is_explained(archive: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    found = as_json(capfdbinary, "search", archive, "oil -gas", "--explain")
    assert set(found["explain"]) == {"tree", "plan", "problems"}
    assert found["explain"]["tree"].splitlines() == ["AND", "  oil", "  NOT", "    gas"]
    assert "oil" in found["explain"]["plan"]
    assert found["explain"]["problems"] == []
    status, out, err = run(capfdbinary, "search", archive, "oil date:oil", "--explain", "--json")
    problem = {"start": 9, "end": 12, "reason": err.strip().partition(": ")[2].partition(": ")[2]}
    assert (status, json.loads(out)["explain"]["problems"]) == (0, [problem])
    status, out, _err = run(capfdbinary, "search", archive, "oil -gas", "--explain")
    assert status == 0
    assert out.startswith("Query\n  AND\n    oil\n    NOT\n      gas\n\nPlan\n")


def test_show_json_has_the_documented_shape(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    shown = as_json(capfdbinary, "show", archive, "one")
    assert set(shown) == SHOWN
    assert shown["paragraphs"] == ["Oil prices <rose>"]
    assert shown["photos"] == [
        {"file": None, "caption": "A well", "credit": "AP", "taken": "2021-08-30"}
    ]
    assert shown["statements"] == [] and shown["pair"] is None


def test_what_is_written_in_two_languages_says_so_and_is_found_in_both(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with open_for_import(archive) as opened:
        opened.put([(item("both", "Oil\n石油", other_languages=("zh",)), Origin("test"), False)])
        opened.catch_up()
    shown = as_json(capfdbinary, "show", archive, "both")
    assert (shown["language"], shown["languages"]) == ("en", ["en", "zh"])
    assert set(shown) == {*SHOWN, "languages"}
    found = as_json(capfdbinary, "search", archive, "lang:zh")
    assert {hit["id"]: hit["language"] for hit in found["hits"]} == {"two": "zh", "both": "en"}
    assert found["facets"]["language"] == {"zh": 2, "en": 1, "mul": 1}
    assert as_json(capfdbinary, "info", archive)["languages"] == {"en": 2, "zh": 1}
    assert "Language: English and Chinese" in run(capfdbinary, "show", archive, "both")[1]


def test_info_and_check_json(archive: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    info = as_json(capfdbinary, "info", archive)
    assert set(info) == {
        "items", "photos", "languages", "first_date", "last_date", "bytes", "format_version",
    }  # fmt: skip
    assert (info["items"], info["first_date"]) == (2, "2021-08-31")
    assert set(info["languages"]) == {"en", "zh"}
    assert as_json(capfdbinary, "check", archive, "--rebuild-index") == {
        "items": 2, "indexed": 2, "photos": 0, "problems": [],
    }  # fmt: skip


def test_import_json_adds_up_and_the_second_time_is_unchanged(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text("A title\n\nAugust 31, 2021\n\nA paragraph of some length.\n")
    (source / "noise.bin").write_bytes(bytes(range(256)))
    report = as_json(capfdbinary, "import", tmp_path / "a.beilin", source)
    assert set(report) == {
        "found", "imported", "updated", "unchanged", "skipped", "failed", "photos", "seconds",
    }  # fmt: skip
    assert (report["found"], report["imported"], len(report["skipped"])) == (2, 1, 1)
    assert "noise.bin" in report["skipped"][0]["source"]
    assert report["skipped"][0]["reason"]
    again = as_json(capfdbinary, "import", tmp_path / "a.beilin", source)
    assert (again["imported"], again["unchanged"]) == (0, 1)


def test_what_is_exported_comes_back_the_same(
    archive: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "out.jsonl"
    as_json(capfdbinary, "export", archive, out, "--format", "jsonl")
    as_json(capfdbinary, "import", tmp_path / "b.beilin", out)
    for each in ("one", "two"):
        before = as_json(capfdbinary, "show", archive, each)
        assert as_json(capfdbinary, "show", tmp_path / "b.beilin", each) == before


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["search", "{missing}", "x"], "missing"),
        (["search", "{archive}"], "QUERY"),
        (["search", "{archive}", "x", "--limit", "many"], "--limit"),
        (["search", "{archive}", "x", "--no-such"], "--no-such"),
        (["show", "{archive}", "nobody"], "nobody"),
        (["info", "{missing}"], "missing"),
        (["import", "{archive}", "{missing}"], "missing"),
        (["import", "{archive}", ""], "import --help"),
        (["info", ""], "info --help"),
        (["export", "{archive}", "{missing}/out.jsonl"], "out.jsonl"),
        (["open", "{missing}"], "missing"),
        (["screenshot", "{missing}", "out.png"], "missing"),
        (["screenshot", "{archive}", "out.png", "--size", "big"], "--size"),
        (["screenshot", "{archive}", "out.png", "--view", "sideways"], "sideways"),
        (["no-such-command"], "no-such-command"),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    arguments: list[str],
    named: str,
    archive: Path,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    given = [each.format(archive=archive, missing=tmp_path / "missing") for each in arguments]
    status, out, err = run(capfdbinary, *given)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert named in err


def test_a_query_without_meaning_is_searched_as_words_and_named(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    status, out, err = run(capfdbinary, "search", archive, "date:oil", "--json")
    assert (status, json.loads(out)["total"]) == (0, 1)
    assert len(err.splitlines()) == 1
    assert "“oil” is not a date" in err


def test_a_file_that_alone_is_imported_and_fails_is_bad_input(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{not json\n")
    status, _out, err = run(capfdbinary, "import", tmp_path / "a.beilin", bad)
    assert status == 2
    assert "bad.jsonl" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_sources_that_give_nothing_are_bad_input(
    as_json: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "noise.html").write_bytes(bytes(range(256)) * 90)
    (tmp_path / "link.txt").symlink_to("nowhere")
    for name in ("folder", "noise.html", "link.txt"):
        archive = tmp_path / "a.beilin"
        status, out, err = run(capfdbinary, "import", archive, tmp_path / name, *as_json)
        assert (status, len(err.splitlines())) == (2, 1)
        assert name in err
        assert not as_json or not out or json.loads(out)["imported"] == 0


def test_no_archive_is_made_for_a_source_that_is_not_there(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(capfdbinary, "import", tmp_path / "a.beilin", tmp_path / "nowhere")[0] == 2
    assert not (tmp_path / "a.beilin").exists()


def test_a_query_may_begin_with_a_word_to_leave_out(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = as_json(capfdbinary, "search", "--limit", 5, archive, "-oil")
    assert (found["query"], [hit["id"] for hit in found["hits"]]) == ("-oil", ["two"])
    status, _out, err = run(capfdbinary, "search", archive, "oil", "--limit", "-1")
    assert (status, "--limit" in err) == (2, True)


def test_check_mends_an_index_that_is_gone_and_names_a_photo_that_is(
    archive: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    shutil.rmtree(archive / "index")
    checked = as_json(capfdbinary, "check", archive)
    assert (checked["items"], checked["indexed"], checked["problems"]) == (2, 2, [])
    (tmp_path / "a.png").write_bytes(PNG)
    with open_for_import(archive) as opened:
        file = opened.photos.put(tmp_path / "a.png")
        opened.put([(item("three", photos=(Photo(file, "A dot"),)), Origin("test"), False)])
        opened.catch_up()
    (archive / "photos" / str(file)).unlink()
    status, out, err = run(capfdbinary, "check", archive, "--json")
    assert (status, err) == (1, "")
    assert json.loads(out)["problems"] == [f"photos/{file} is missing or damaged"]
    status, out, err = run(capfdbinary, "export", archive, tmp_path / "out.jsonl", "--json")
    assert (status, json.loads(out)["items"]) == (1, 3)
    assert str(file) in err
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert json.loads(lines[2])["photos"][0]["caption"] == "A dot"


def test_people_read_it_in_their_language(
    archive: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "1 item ·" in run(capfdbinary, "search", archive, "oil")[1]
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "1 条 ·" in run(capfdbinary, "search", archive, "oil")[1]
    assert "搜索" in run(capfdbinary, "--help")[1]
    assert "没有条目" in run(capfdbinary, "show", archive, "nobody")[2]
    assert "2021年8月31日" in run(capfdbinary, "show", archive, "one")[1]


def test_a_home_that_cannot_be_written_to_is_named_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))  # root may write everywhere else
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    status, _, err = run(capfdbinary, "open")
    assert status == 2
    assert str(tmp_path / "file") in err
    assert "XDG_DATA_HOME" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("installed", [True, False])
def test_without_a_display_the_way_to_a_window_is_named_whole(
    installed: bool,
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    drawn: list[Path] = []
    monkeypatch.setattr(demonstration, "_draw", lambda _folder, _terminal, out: drawn.append(out))
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if installed else None)
    monkeypatch.setattr("os.access", lambda _path, _mode: installed)
    monkeypatch.setattr("tempfile.tempdir", str(archive))  # leaves nothing behind elsewhere
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.chdir(tmp_path)
    status, out, _ = run(capfdbinary, "open", archive)
    assert status == 0
    assert "xvfb-run -a python3 -m desktop_app" in out
    assert ("xvfb and xauth" in out) is not installed
    # Where this folder may not be written to, the picture goes to one of its own.
    assert (drawn[0].absolute().parent == tmp_path) is installed
    assert drawn[0].name == "beilin.png"
    assert str(drawn[0].absolute()) in out


def test_without_a_word_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(
        open_command, "demonstrate", lambda _terminal, folder, _out: asked.append(folder)
    )
    assert cli.main([]) == 0
    assert asked == [None]
