"""Of several versions of one item in one import the newest is kept, whatever its file is called."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing import pipeline
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.report import Report
from desktop_app.importing.version import Version, version_of


def g2(number: int) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"
    version="{number}" standard="NewsML-G2" standardversion="2.29" conformance="power">
    <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2021-08-31T0{number}:00:00Z
    </versionCreated></itemMeta><contentMeta><headline>Version {number}</headline></contentMeta>
    </newsItem>"""


def newsml(number: int) -> str:
    return f"""<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier>
    <ProviderId>x.org</ProviderId><DateId>20210831</DateId><NewsItemId>1</NewsItemId>
    <RevisionId PreviousRevision="0" Update="N">{number}</RevisionId></NewsIdentifier>
    </Identification><NewsManagement><ThisRevisionCreated>20210831T0{number}0000+0800
    </ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines>
    <HeadLine>Version {number}</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>"""


def ninjs(number: int) -> str:
    record = {"uri": "urn:x:1", "type": "text", "headline": f"Version {number}"}
    return json.dumps({**record, "version": str(number), "versioncreated": "2021-08-31T08:00:00Z"})


def ninjs_by_time(number: int) -> str:
    record = {"uri": "urn:x:1", "type": "text", "headline": f"Version {number}"}
    # In hours of zones apart: 09:00 in Peking is before 08:00 in London.
    time = {1: "09:00:00+08:00", 2: "08:00:00+00:00", 3: "05:00:00-05:00"}[number]
    return json.dumps({**record, "versioncreated": f"2021-08-31T{time}"})


def rss(number: int) -> str:
    return f"""<rss version="2.0"><channel><title>News</title><link>http://x.org/</link><item>
    <guid>http://x.org/1</guid><title>Version {number}</title><description>Words.</description>
    <pubDate>Tue, 31 Aug 2021 0{number}:00:00 GMT</pubDate></item></channel></rss>"""


def atom(number: int) -> str:
    return f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:f</id><entry>
    <id>urn:x:1</id><title>Version {number}</title><summary>Words.</summary>
    <published>2021-08-30T00:00:00Z</published><updated>2021-08-31T0{number}:00:00Z</updated>
    </entry></feed>"""


def json_feed(number: int) -> str:
    item = {"id": "urn:x:1", "title": f"Version {number}", "content_text": "Words."}
    item["date_modified"] = f"2021-08-31T0{number}:00:00Z"
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [item]}
    )


def nitf(number: int) -> str:
    return f"""<nitf><head><docdata><doc-id id-string="x1"/><du-key version="{number}"/></docdata>
    </head><body><body.head><hedline><hl1>Version {number}</hl1></hedline></body.head>
    <body.content><p>Words.</p></body.content></body></nitf>"""


KINDS: dict[str, Callable[[int], str]] = {
    "g2.xml": g2,
    "newsml.xml": newsml,
    "ninjs.json": ninjs,
    "time.json": ninjs_by_time,
    "rss.xml": rss,
    "atom.xml": atom,
    "feed.json": json_feed,
    "nitf.xml": nitf,
}


def imported(archive: Path, source: Path) -> tuple[Report, list[str]]:
    with open_for_import(archive) as opened:
        report = Importer(opened).run([source])
    with open_archive(archive) as opened:
        return report, [item.title for item in opened.items()]


def written(folder: Path, made: Callable[[int], str], order: tuple[int, ...], end: str) -> Path:
    folder.mkdir()
    for letter, number in zip("abc", order, strict=False):
        (folder / f"{letter}{number}.{end}").write_text(made(number), "utf-8")
    return folder


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_the_newer_version_is_kept_and_the_older_is_named(
    tmp_path: Path, kind: str, order: tuple[int, ...]
) -> None:
    source = written(tmp_path / "in", KINDS[kind], order, kind.rpartition(".")[2])
    report, titles = imported(tmp_path / "a.beilin", source)
    assert titles == ["Version 2"]
    (older,) = report.skipped
    name = next(source.glob("*1.*")).name
    assert name in older.source
    assert "a newer version of it is in" in str(older.reason)
    assert next(source.glob("*2.*")).name in str(older.reason)
    assert (report.found, report.imported) == (2, 1)


@pytest.mark.parametrize(
    ("batch", "order"), [*((1, order) for order in permutations((1, 2, 3))), (200, (1, 3, 2))]
)
def test_any_order_gives_the_newest_and_adds_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int, order: tuple[int, ...]
) -> None:
    """Also where the older was stored before the newer was met."""
    monkeypatch.setattr(pipeline, "_BATCH_ITEMS", batch)
    source = written(tmp_path / "in", ninjs_by_time, order, "json")
    report, titles = imported(tmp_path / "a.beilin", source)
    assert titles == ["Version 3"]
    assert (report.found, report.imported, len(report.skipped)) == (3, 1, 2)


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    source = written(tmp_path / "in", g2, (1, 3, 2), "xml")
    imported(tmp_path / "a.beilin", source)
    report, titles = imported(tmp_path / "a.beilin", source)
    assert (report.unchanged, report.updated, report.found) == (1, 0, 3)
    assert titles == ["Version 3"]


def test_two_items_of_one_version_are_told_as_before(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.json").write_text(ninjs(1))
    (source / "b.json").write_text(ninjs(1).replace("Version", "Another"))
    report, titles = imported(tmp_path / "a.beilin", source)
    assert titles == ["Version 1"]
    assert "another item of this import has the same id" in str(report.skipped[0].reason)


@pytest.mark.parametrize(
    ("text", "created"),
    [
        ("2021-08-31T08:30:00+08:00", "2021-08-31T00:30:00.000000+00:00"),
        ("20210831T083000+0800", "2021-08-31T00:30:00.000000+00:00"),
        ("20210831T083000Z", "2021-08-31T08:30:00.000000+00:00"),
        ("2021-08-31T08:30:00.5Z", "2021-08-31T08:30:00.500000+00:00"),
        ("2021-08-31", "2021-08-31T00:00:00.000000+00:00"),
        ("Tue, 31 Aug 2021 08:30:00 GMT", "2021-08-31T08:30:00.000000+00:00"),
        ("yesterday", ""),
        ("2021-13-45T99:00:00Z", ""),
        ("0001-01-01T00:00:00+23:59", ""),
    ],
)
def test_times_are_compared_in_one_zone(text: str, created: str) -> None:
    assert version_of("", text) == Version(0, created)


def test_a_number_goes_before_a_time() -> None:
    assert version_of("2", "2021-08-31") > version_of("1", "2022-08-31")
    assert version_of("x2") == Version()
