"""Indexes made by someone who means harm: nothing in them is run, and nothing else fails."""

from __future__ import annotations

import base64
import json
import os
import pickle
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Origin
from desktop_app.search.codec.contents import contents_file, read_contents
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.codec.table import Table, write_table
from desktop_app.search.query import parse
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document, item

Said = dict[str, Any]


class Runs:
    """Unpickled, it makes the folder it names."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.mkdir, (str(self.path),)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    engine = WhooshEngine(tmp_path / "index")
    engine.add([document(n, "harbor oil 西安") for n in range(1, 20)], 5)
    engine.add([document(3, "harbor")], 6)
    return tmp_path / "index"


def toc(folder: Path) -> Path:
    file = contents_file(folder)
    assert file is not None
    return file


def said_in(folder: Path) -> tuple[bytes, Said]:
    content = toc(folder).read_bytes()
    length = struct.unpack("<I", content[-8:-4])[0]
    return content[: -8 - length], json.loads(content[-8 - length : -8])


def put(folder: Path, whoosh_part: bytes, said: bytes) -> None:
    """Contents with sound checksums, whatever they say."""
    body = whoosh_part + said + struct.pack("<I", len(said))
    toc(folder).write_bytes(body + struct.pack("<I", zlib.crc32(body)))


def poisoned(folder: Path, made: Path) -> bytes:
    """Whoosh's part of contents, its schema and its segments both pickles that run."""
    evil = pickle.dumps(Runs(made), 2)
    with pytest.raises(FileNotFoundError):
        pickle.loads(pickle.dumps(Runs(made / "nowhere" / "deep")))  # it does run
    head, _said = said_in(folder)
    assert pickle.PROTO in head  # Whoosh pickles there
    return head[:20] + struct.pack("!i", len(evil)) + evil + evil


def use(folder: Path) -> list[int]:
    engine = WhooshEngine(folder)
    assert engine.count >= 0
    matches = engine.search(parse('"harbor oil" har* date:2021').node)
    assert isinstance(matches.facets, dict)
    engine.faults()
    return list(matches.numbers)


def test_a_poisoned_schema_is_never_unpickled(index: Path, tmp_path: Path) -> None:
    made = tmp_path / "made"
    _head, said = said_in(index)
    put(index, poisoned(index, made), json.dumps(said).encode())
    assert set(use(index)) == set(range(1, 20)) - {3}
    WhooshEngine(index).add([document(50, "more")], 7)
    assert not made.exists()


def test_poison_without_our_part_is_damage(index: Path, tmp_path: Path) -> None:
    made = tmp_path / "made"
    toc(index).write_bytes(poisoned(index, made))
    with pytest.raises(IndexDamaged, match="toc"):
        use(index)
    assert not made.exists()


def test_an_archive_with_a_poisoned_index_answers(tmp_path: Path) -> None:
    folder, made = tmp_path / "a.beilin", tmp_path / "made"
    with open_for_import(folder) as archive:
        archive.put([(item("one", "harbor"), Origin("test"), False)])
        archive.catch_up()
    toc(folder / "index").write_bytes(poisoned(folder / "index", made))
    with open_archive(folder) as archive:
        archive.catch_up()
        assert list(archive.search("harbor").numbers) == [1]
    assert not made.exists()


def replaced(**values: object) -> Callable[[Said], object]:
    return lambda said: {**said, **values}


def in_segment(**values: object) -> Callable[[Said], object]:
    return lambda said: {**said, "segments": [{**each, **values} for each in said["segments"]]}


def nested(said: Said) -> object:
    deep: object = []
    for _ in range(500):
        deep = [deep]
    return {**said, "segments": deep}


EVIL: dict[str, Callable[[Said], object]] = {
    "a list": lambda said: [said],
    "a number": lambda _said: 7,
    "nothing": lambda _said: {},
    "no segments": replaced(segments=None),
    "a text for segments": replaced(segments="abc"),
    "covered text": replaced(covered="5"),
    "covered below 0": replaced(covered=-1),
    "covered true": replaced(covered=True),
    "covered infinite": replaced(covered=float("inf")),
    "covered a fraction": replaced(covered=5.5),
    "another path": in_segment(id="../../../etc/passwd"),
    "an absolute path": in_segment(id="/etc/passwd"),
    "a null byte": in_segment(id="a\0b"),
    "a newline": in_segment(id="abc\n"),
    "an id of numbers": in_segment(id=5),
    "a long id": in_segment(id="a" * 100_000),
    "the same twice": lambda said: {**said, "segments": said["segments"][:1] * 2},
    "many documents": in_segment(documents=10**12),
    "more documents than a number holds": in_segment(documents=10**400),
    "fewer documents": in_segment(documents=3, deleted=""),
    "more documents": in_segment(documents=4_000_000_000, deleted=""),
    "documents below 0": in_segment(documents=-5),
    "documents text": in_segment(documents="19"),
    "a short bitmap": in_segment(deleted="AA=="),
    "a long bitmap": in_segment(deleted=base64.b64encode(bytes(100_000)).decode()),
    "no bitmap": in_segment(deleted=None),
    "not Base64": in_segment(deleted="!!!"),
    "deep": nested,
}


@pytest.mark.parametrize("name", sorted(EVIL))
def test_evil_values_in_sound_contents(index: Path, name: str) -> None:
    head, said = said_in(index)
    put(index, head, json.dumps(EVIL[name](said)).encode())
    with pytest.raises(IndexDamaged, match="MAIN_"):
        use(index)


@pytest.mark.parametrize(
    "said",
    [b"[" * 100_000, b"{", b"\xff\xfe", b"", b'{"segments": ' + b"[" * 200_000, b"9" * 10_000],
)  # fmt: skip
def test_what_is_no_json_in_sound_contents(index: Path, said: bytes) -> None:
    head, _said = said_in(index)
    put(index, head, said)
    with pytest.raises(IndexDamaged, match="toc"):
        use(index)


def rewritten(folder: Path, change: Callable[[Said, dict[str, Any]], None]) -> None:
    """Rewrite a table with sound checksums after `change` of its header and arrays."""
    contents = read_contents(folder)
    assert contents is not None
    path = folder / f"{contents.segments[0].segment_id()}.tab"
    table = Table(path)
    header = json.loads(json.dumps(table.header))
    arrays = {name: table.read(name).copy() for name in header.pop("sections")}
    change(header, arrays)
    write_table(path, header, arrays)


def of_header(**values: object) -> Callable[[Said, dict[str, Any]], None]:
    return lambda header, _arrays: header.update(values)


def of_field(**values: object) -> Callable[[Said, dict[str, Any]], None]:
    return lambda header, _arrays: header["fields"]["text"].update(values)


def of_array(name: str, make: Callable[[Any], Any]) -> Callable[[Said, dict[str, Any]], None]:
    return lambda _header, arrays: arrays.update({name: make(arrays[name])})


TABLES: dict[str, Callable[[Said, dict[str, Any]], None]] = {
    "another version": of_header(version=99),
    "another segment": of_header(segment="MAIN_../../x"),
    "other documents": of_header(documents=7),
    "documents text": of_header(documents="19"),
    "width text": of_header(width="2"),
    "width 8": of_header(width=8),
    "sizes text": of_header(sizes="x"),
    "sizes huge": of_header(sizes={".doc": 1 << 70, ".frq": 1 << 70, ".pos": 1 << 70}),
    "no fields": of_header(fields=None),
    "columns a list": of_header(columns=[1]),
    "more in a field": of_field(more=1),
    "postings text": of_field(postings="x"),
    "postings below 0": of_field(postings=-1),
    "postings many": of_field(postings=1 << 40),
    "first posting far away": of_field(first_posting=1 << 40),
    "first position far away": of_field(first_position=1 << 62),
    "positions many": of_field(positions=1 << 40),
    "positions of 3 bytes": of_field(width=3),
    "length text": of_field(length="x"),
    "length below 0": of_field(length=-7),
    "whole text": of_field(whole="x"),
    "no words": lambda _header, arrays: arrays.pop("words text") is None or None,
    "empty starts": of_array("starts text", lambda array: array[:0]),
    "starts past the end": of_array("starts text", lambda array: array + np.uint32(1000)),
    "empty postings": of_array("postings text", lambda array: array[:0]),
    "fewer postings": of_array("postings text", lambda array: array[:-2]),
    "fewer lengths": of_array("lengths text", lambda array: array[:3]),
    "a short column": of_array("column number", lambda array: array[:3]),
    "a column of fractions": of_array("column number", lambda array: array.astype("<f8") + 0.5),
    "codes past their values": of_array("column language", lambda array: array + 9),
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_evil_values_in_a_sound_table(index: Path, name: str) -> None:
    rewritten(index, TABLES[name])
    with pytest.raises(IndexDamaged, match="MAIN_"):
        use(index)
