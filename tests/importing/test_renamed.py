"""The same items come of a file whatever it is called: real material under other names."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from desktop_app.importing.detect import containers, detect, formats
from desktop_app.importing.encoding import decode
from desktop_app.importing.raw import Format, RawItem
from desktop_app.importing.tables.preview import preview
from tests.importing.reading import read

FORMATS = formats()
NAMES = ("{stem}", "{stem}.dat", "{stem}.2021", "{stem}.txt", "{stem}.text")


def told(path: Path, named: bool = False) -> Format:
    """The format of `path`, found in a folder unless `named`."""
    found = detect(path, FORMATS, containers(), named)
    assert hasattr(found, "read"), f"{path.name}: {found}"
    return found


def items(path: Path, named: bool = False) -> list[RawItem]:
    return [each for each in read(told(path, named), path) if isinstance(each, RawItem)]


def renamed(path: Path, names: Sequence[str] = NAMES) -> Iterator[Path]:
    """`path` under one other name after the other; it goes back to its own."""
    for name in names:
        other = path.with_name(name.format(stem=path.stem))
        if other != path:
            path.rename(other)
            yield other
            other.rename(path)


def assert_same(path: Path, names: Sequence[str] = NAMES) -> list[RawItem]:
    """Fails where `path` gives other items under another name; returns them."""
    own = items(path)
    for other in renamed(path, names):
        assert items(other) == own, other.name
    return own


def copied(shared_data: Path, tmp_path: Path, place: str) -> Path:
    """A copy of one of the shared files, in a folder of the same name."""
    target = tmp_path / place
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(shared_data / place, target)
    return target


def test_the_seed_page(shared_data: Path, tmp_path: Path) -> None:
    path = copied(shared_data, tmp_path, "seed/xjtu-paristech-2021-08-31.txt")
    (item,) = assert_same(path, (*NAMES, "{stem}.asc"))
    assert item.title.startswith("XJTU signs cooperation agreement")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_bulletins_in_every_encoding(shared_data: Path, tmp_path: Path, encoding: str) -> None:
    path = copied(shared_data, tmp_path, "bulletins-zh/20230101.md")
    count = len(items(path))
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert len(assert_same(path, (*NAMES, "{stem}.log", "{stem}.csv"))) == count > 10


def test_all_bulletins_without_a_suffix(shared_data: Path, tmp_path: Path) -> None:
    count = 0
    for path in sorted((shared_data / "bulletins-zh").glob("*.md")):
        bare = tmp_path / path.stem
        shutil.copyfile(path, bare)
        assert told(bare).name == "bulletin", path.name
        count += 1
    assert count == 272


def test_posts_in_markdown(shared_data: Path, tmp_path: Path) -> None:
    shutil.copytree(shared_data / "bilingual", tmp_path / "bilingual")
    posts = sorted((tmp_path / "bilingual").rglob("*.md"))
    found = [assert_same(path, ("{stem}", "{stem}.text", "{stem}.old")) for path in posts]
    assert [len(each) for each in found] == [1] * 38


def test_speeches_beside_their_table(shared_data: Path, tmp_path: Path) -> None:
    copied(shared_data, tmp_path, "speeches-en/metadata.csv")
    path = copied(shared_data, tmp_path, "speeches-en/1961-Kennedy-1.txt")
    (item,) = assert_same(path)
    assert (item.byline, item.kind) == ("John F. Kennedy", "speech")


def test_speeches_without_their_table_are_texts(shared_data: Path, tmp_path: Path) -> None:
    for path in sorted((shared_data / "speeches-en").glob("*.txt")):
        bare = tmp_path / path.stem
        shutil.copyfile(path, bare)
        assert told(bare).name == "saved_text", path.name


def test_wire_stories(shared_data: Path, tmp_path: Path) -> None:
    path = copied(shared_data, tmp_path, "reuters-21578/reut2-003.sgm")
    assert len(assert_same(path, ("{stem}", "{stem}.txt"))) == 1000


@pytest.mark.parametrize("encoding", ["", "utf-16"])
def test_saved_pages(shared_data: Path, tmp_path: Path, encoding: str) -> None:
    for source in sorted((shared_data / "pages-zh-en").glob("*.html")):
        path = copied(shared_data, tmp_path, f"pages-zh-en/{source.name}")
        if encoding:
            path.write_bytes(decode(path.read_bytes()).encode(encoding))
        assert_same(path, ("{stem}", "{stem}.txt", "{stem}.php"))


@pytest.mark.parametrize("place", ["feeds", "ninjs", "newsml-g2", "pages-en"])
def test_what_names_itself_is_the_same_under_any_name(
    shared_data: Path, tmp_path: Path, place: str
) -> None:
    for number, path in enumerate(sorted((shared_data / place).rglob("*.*"))):
        own = detect(path, FORMATS)
        if path.suffix not in (".json", ".xml", ".html") or not hasattr(own, "read"):
            continue
        other = tmp_path / f"export{number}"
        shutil.copyfile(path, other)
        assert told(other).name == own.name, path.name


def rows(shared_data: Path) -> list[dict[str, str]]:
    """Three days of real bulletins as rows."""
    return [
        {
            "title": item.title,
            "date": item.date.isoformat() if item.date else "",
            "text": "\n".join(item.paragraphs),
            "source": item.source,
        }
        for name in ("20230101", "20230102", "20230103")
        for item in items(shared_data / "bulletins-zh" / f"{name}.md")
    ]


CHINESE = {"title": "标题", "date": "日期", "text": "正文", "source": "来源"}


@pytest.mark.parametrize(
    ("encoding", "delimiter", "header"),
    [
        ("utf-8", ",", "english"),
        ("utf-8-sig", "\t", "chinese"),
        ("gb18030", ",", "chinese"),
        ("gb18030", ";", "english"),
        ("utf-16", "\t", "english"),
    ],
)
def test_tables(
    shared_data: Path, tmp_path: Path, encoding: str, delimiter: str, header: str
) -> None:
    data = rows(shared_data)
    names = list(CHINESE.values() if header == "chinese" else CHINESE)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(names)
    writer.writerows(list(row.values()) for row in data)
    path = tmp_path / "export.csv"
    path.write_bytes(stream.getvalue().encode(encoding))
    found = assert_same(path, (*NAMES, "{stem}.tsv", "{stem}.md", "{stem}.log", "{stem}.html"))
    assert [item.title for item in found] == [row["title"] for row in data]


def test_a_table_in_big5_and_one_in_english(tmp_path: Path) -> None:
    line = "西安交通大學與巴黎高科簽署合作協議，雙方將共同培養工程師。"
    path = tmp_path / "a.csv"
    lines = (f"{n}號協議,2021-08-{n + 10},{line}" for n in range(5))
    path.write_bytes("\r\n".join(("標題,日期,內容", *lines)).encode("big5"))
    assert assert_same(path)[2].title == "2號協議"
    story = '"Ships came to the harbor on Monday, and more are awaited."'
    path.write_text("Headline,Published,Body\n" + f"Ships,2021-08-31,{story}\n" * 3)
    assert [item.title for item in assert_same(path)] == ["Ships"] * 3


def test_a_table_that_names_no_column_but_holds_days_and_texts(tmp_path: Path) -> None:
    text = "Many ships came to the harbor on Monday; more are awaited there this week, all said."
    path = tmp_path / "a.tsv"
    path.write_text("".join(f"{n}\t2021-08-{n:02}\tShips of {n}\t{text}\n" for n in range(1, 9)))
    assert len(assert_same(path)) == 8


def test_a_corrected_table_is_known_again_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "export.dat"
    path.write_text("alpha\tbeta\n1\tTwo words\n2\tFour words\n")
    named = {"alpha\tbeta": ("title", "text")}
    assert not hasattr(detect(path, FORMATS), "read")
    found = detect(path, formats(named))
    assert hasattr(found, "read")
    assert found.name == "table"


def test_the_columns_of_an_unnamed_table_can_be_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "export"
    path.write_text("标题;日期;正文\n" + "协议;2021-08-31;双方签署合作协议。\n" * 3)
    assert preview(path, {}).mapping.fields == ("title", "date", "text")


def test_lines_of_json(shared_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows(shared_data)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert len(assert_same(path, (*NAMES, "{stem}.log", "{stem}.json"))) == len(lines)


def test_a_first_line_of_json_longer_than_what_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    line = json.dumps({"title": "Long", "text": "A sentence of some words. " * 9000})
    path.write_text(f"{line}\n{line}\n")
    assert len(assert_same(path)) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
def test_chinese_texts_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "bulletin.txt"
    text = (
        "學校新聞\n\n2021年8月31日\n\n西安交通大學與巴黎高科簽署合作協議，雙方將共同培養工程師。\n"
    )
    path.write_bytes(text.encode(encoding))
    (item,) = assert_same(path)
    assert str(item.date) == "2021-08-31"


def test_a_character_cut_where_the_looking_ends_hides_no_encoding(tmp_path: Path) -> None:
    for shift in range(3):
        path = tmp_path / "bulletin"
        path.write_bytes(b"a" * shift + "西安交通大学签署合作协议。".encode() * 3000)
        assert told(path).name == "saved_text"


def test_a_part_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "part.html"
    words = "<p>The harbor was closed on Monday after a storm that lasted for two days.</p>\n"
    path.write_text(f"<div class='story'>\n<h1>Harbor closed</h1>\n{words * 6}</div>\n")
    (item,) = assert_same(path, ("{stem}", "{stem}.txt", "{stem}.dat"))
    assert item.title == "Harbor closed"
