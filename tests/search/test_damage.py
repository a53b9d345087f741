"""Damage to every file of an index: named, never another error, never a wrong answer."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.search.codec.contents import contents_file
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.engine import Sort
from desktop_app.search.query import parse
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document

QUERIES = (
    "harbor", "oil ships", '"oil prices"', "西安交通", "har*", "harbr~", "h*r", "lang:en oil",
    "date:2021", "-oil", "title:ships", "speaker:张三", '"oil ships"~3', "西", "body:harbor",
    "caption:crane", "source:te", "has:photo", "said:团结", "zhangsan",
)  # fmt: skip
ENDINGS = (".tab", ".doc", ".frq", ".pos", ".toc")
Answers = list[tuple[list[int], list[float], dict[str, dict[str, int]], list[int]]]


def answers(folder: Path) -> Answers:
    """What the index in `folder` says to everything that reads any of its files."""
    engine = WhooshEngine(folder)
    found = []
    for query in QUERIES:
        matches = engine.search(parse(query).node)
        newest = engine.search(parse(query).node, Sort.NEWEST)
        facets = {name: dict(counts) for name, counts in matches.facets.items()}
        found.append((list(matches.numbers), list(matches.scores), facets, list(newest.numbers)))
    return found


@dataclass(frozen=True)
class Sound:
    """An index in two segments, one with deletions, and its answers."""

    folder: Path
    answers: Answers


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    folder = tmp_path_factory.mktemp("sound") / "index"
    engine = WhooshEngine(folder)
    dice = random.Random(3)
    words = ["harbor", "harbors", "oil", "ships", "prices", "西安交通大学", "，", "大学", "the"]
    texts = [" ".join(dice.choices(words, k=60)) for _ in range(60)]
    texts[3] += " oil" * 300
    made = [document(n, text, title="ships" if n % 3 else "", captions=("A crane",) * (n % 2),
                     has_photo=bool(n % 2), speakers=("张三",), said=("团结",))
            for n, text in enumerate(texts, 1)]  # fmt: skip
    engine.add(made, 1)
    later = [document(n, "oil prices 西安交通 changed", language="en") for n in (7, 99)]
    engine.add(later, 2)
    return Sound(folder, answers(folder))


@pytest.fixture
def copy(sound: Sound, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound.folder, tmp_path / "index"))


def files(folder: Path, ending: str) -> Iterator[Path]:
    yield from sorted(folder.glob(f"*{ending}"))


def held_to(sound: Sound, folder: Path, damaged: Path, may_be_right: bool = False) -> None:
    """The damage is told of by the file's name, or, where that is so, changes nothing."""
    try:
        found = answers(folder)
    except IndexDamaged as error:
        assert str(damaged) in str(error)
    else:
        assert may_be_right
        assert found == sound.answers


def cut(content: bytes) -> bytes:
    return content[:-1]


def emptied(_content: bytes) -> bytes:
    return b""


def halved(content: bytes) -> bytes:
    return content[: len(content) // 2]


def extended(content: bytes) -> bytes:
    return content + b"\0"


def zeroed(content: bytes) -> bytes:
    return bytes(len(content))


@pytest.mark.parametrize("damage", [cut, emptied, halved, extended, zeroed])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_of_another_length_or_content(
    sound: Sound, copy: Path, ending: str, damage: Callable[[bytes], bytes]
) -> None:
    for file in files(copy, ending):
        content = file.read_bytes()
        file.write_bytes(damage(content))
        held_to(sound, copy, file)
        file.write_bytes(content)


@pytest.mark.parametrize("ending", ENDINGS[:-1])
def test_a_missing_file(sound: Sound, copy: Path, ending: str) -> None:
    for file in files(copy, ending):
        content = file.read_bytes()
        file.unlink()
        held_to(sound, copy, file)
        file.write_bytes(content)


def test_without_contents_there_is_no_index(copy: Path) -> None:
    for file in files(copy, ".toc"):
        file.unlink()
    engine = WhooshEngine(copy)
    assert (engine.covered, engine.count, len(engine.search(parse("oil").node).numbers)) == (
        0,
        0,
        0,
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_flipped_bit(sound: Sound, copy: Path, ending: str) -> None:
    dice = random.Random(ending)
    for file in files(copy, ending):
        content = file.read_bytes()
        for _ in range(40):
            flip(file, content, dice.randrange(8 * len(content)))
            # The table has bytes between its sections that nothing reads.
            held_to(sound, copy, file, may_be_right=ending == ".tab")
        file.write_bytes(content)


def flip(file: Path, content: bytes, bit: int) -> None:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    file.write_bytes(changed)


def test_every_byte_of_a_table_s_beginning(sound: Sound, copy: Path) -> None:
    file = next(files(copy, ".tab"))
    content = file.read_bytes()
    end = 16 + int.from_bytes(content[8:12], "little")
    for place in range(end):
        flip(file, content, 8 * place + place % 8)
        with pytest.raises(IndexDamaged, match=file.name):
            WhooshEngine(copy).search(parse("oil").node)


def test_every_byte_of_the_contents(sound: Sound, copy: Path) -> None:
    file = contents_file(copy)
    assert file is not None
    content = file.read_bytes()
    for place in range(len(content)):
        flip(file, content, 8 * place + place % 8)
        with pytest.raises(IndexDamaged, match=file.name):
            WhooshEngine(copy).search(parse("oil").node)


@pytest.mark.parametrize("ending", ENDINGS[:-1])
def test_a_file_of_another_segment(copy: Path, ending: str) -> None:
    first, second = files(copy, ending)
    shutil.copy(first, second)
    with pytest.raises(IndexDamaged, match=second.name):
        answers(copy)


def test_damage_is_never_merged_into_new_files(copy: Path) -> None:
    """A commit that would merge a damaged segment fails, and the index stays as it was."""
    file = min(files(copy, ".pos"), key=lambda path: path.stat().st_size)
    flip(file, file.read_bytes(), 77)
    before = sorted(path.name for path in copy.iterdir())
    with pytest.raises(IndexDamaged, match=file.name):
        WhooshEngine(copy).add([document(n, "more") for n in range(200, 203)], 3)
    assert WhooshEngine(copy).covered == 2
    assert {path.name for path in copy.iterdir() if path.suffix == ".toc"} <= set(before)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_damaged_file_is_among_the_faults(copy: Path, ending: str) -> None:
    assert WhooshEngine(copy).faults() == []
    for file in files(copy, ending):
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 3] + b"?" + content[len(content) // 3 + 1 :])
    named = [str(fault) for fault in WhooshEngine(copy).faults()]
    assert len(named) == len(list(files(copy, ending)))
    assert all(str(file) in "".join(named) for file in files(copy, ending))
