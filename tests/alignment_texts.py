"""The texts whose paragraphs are linked by hand, as lists of paragraphs."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.importing.formats.markdown import Markdown
from desktop_app.importing.raw import RawItem
from tests.alignment_gold import GOLD, Labelled, digest, labelled
from tests.importing.reading import read

LINUX = Path("/usr/share/doc/linux-doc-6.1/Documentation")
"""Where the Debian package linux-doc-6.1 puts its texts."""
Texts = tuple[Labelled, tuple[str, ...], tuple[str, ...]]

_HAN = "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_BETWEEN_HAN = re.compile(rf"(?<={_HAN})\n|\n(?={_HAN})")
_BLANK = re.compile(r"\n[ \t]*\n")
_RULE = re.compile(r"([=~\-*^#\".])\1{2,}")


def posts(shared: Path) -> Iterator[Texts]:
    """The posts of `karmada.jsonl` in `shared`/data, as Beilin imports them."""
    for one in labelled("karmada.jsonl"):
        yield checked(one, _markdown(shared / one.en), _markdown(shared / one.zh))


def declarations() -> Iterator[Texts]:
    """The texts of `udhr.jsonl`."""
    texts = json.loads((GOLD / "udhr.json").read_text(encoding="utf-8"))
    for one in labelled("udhr.jsonl"):
        yield checked(one, tuple(texts[one.en]), tuple(texts[one.zh]))


def kernel_documents(folder: Path = LINUX, name: str = "linux-doc.jsonl") -> Iterator[Texts]:
    """The texts of `name`, `linux-doc.jsonl` or another of such a kind, below `folder`."""
    for one in labelled(name):
        yield checked(one, _blocks(folder / one.en), _blocks(folder / one.zh))


def checked(one: Labelled, en: tuple[str, ...], zh: tuple[str, ...]) -> Texts:
    """Two texts with their labels; raises `AssertionError` where others were labelled."""
    assert one.digests == (digest(en), digest(zh)), f"{one.en}: not the text that was labelled"
    return one, en, zh


def _markdown(file: Path) -> tuple[str, ...]:
    [item] = [each for each in read(Markdown(), file) if isinstance(each, RawItem)]
    return item.paragraphs


def _blocks(file: Path) -> tuple[str, ...]:
    """The blocks between blank lines of reStructuredText, each as one line."""
    packed = file.with_name(f"{file.name}.gz")
    text = gzip.decompress(packed.read_bytes()) if packed.exists() else file.read_bytes()
    blocks = (_joined(block) for block in _BLANK.split(text.decode()))
    return tuple(block for block in blocks if block and not block.startswith(".. "))


def _joined(block: str) -> str:
    lines = (line.strip() for line in block.split("\n"))
    kept = "\n".join(line for line in lines if line and not _RULE.fullmatch(line))
    return _BETWEEN_HAN.sub("", kept).replace("\n", " ")
