"""The alignment beside links labelled by hand."""

from __future__ import annotations

from pathlib import Path

from desktop_app.importing.formats.markdown import Markdown
from desktop_app.importing.raw import RawItem
from desktop_app.pairing.align import align
from tests.alignment_gold import Score, digest, labelled, score
from tests.importing.reading import read


def paragraphs(file: Path) -> tuple[str, ...]:
    [item] = [each for each in read(Markdown(), file) if isinstance(each, RawItem)]
    return item.paragraphs


def test_links_between_posts_of_a_blog_are_found(shared_data: Path) -> None:
    total, texts = Score(), 0
    for one in labelled("karmada.jsonl"):
        en, zh = (paragraphs(shared_data / name) for name in (one.en, one.zh))
        assert one.digests == (digest(en), digest(zh)), one.en
        score(total, one, en, zh, align(en, zh))
        texts += 1
    assert texts == 19 and total.gold > 600
    assert total.f1 > 0.95, total.wrong
