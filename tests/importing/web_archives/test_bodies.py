"""Bodies as servers send them, and as archives keep them: encoded, or only said to be."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import brotli
import pytest
import zstandard

from desktop_app.importing.web_archives.crawl import MAX_PAGE
from desktop_app.importing.web_archives.http import Response, unpacked
from tests.importing.web_archives.making import (
    SENTENCES,
    chunked,
    failures_of,
    found_in,
    http,
    items_of,
    page,
    warc,
)

ADDRESS = "http://news.example.org/a"
BODY = page("Agreement signed")
NOISE = random.Random(1).randbytes(150_000).hex().encode()


def raw_deflate(body: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-15)
    return compressor.compress(body) + compressor.flush()


ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": partial(brotli.compress, quality=4),
    "zstd": zstandard.ZstdCompressor().compress,
}
SENT = {
    **{name: (encode(BODY), {"content_encoding": name}) for name, encode in ENCODINGS.items()},
    **{
        f"{name}, chunked": (
            chunked(encode(BODY)),
            {"content_encoding": name, "transfer_encoding": "chunked"},
        )
        for name, encode in ENCODINGS.items()
    },
    "deflate without a header": (raw_deflate(BODY), {"content_encoding": "deflate"}),
    "two encodings": (
        brotli.compress(gzip.compress(BODY)),
        {"content_encoding": "gzip, br"},
    ),
    "chunked": (chunked(BODY), {"transfer_encoding": "chunked"}),
    "said to be chunked": (BODY, {"transfer_encoding": "chunked"}),
    "chunked without a word": (chunked(BODY), {}),
    "one chunk, not ended": (b"%x\r\n%s" % (len(BODY), BODY), {"transfer_encoding": "chunked"}),
    **{f"said to be {name}": (BODY, {"content_encoding": name}) for name in ENCODINGS},
    "gzip without a word": (gzip.compress(BODY), {}),
    "gzip said to be br": (gzip.compress(BODY), {"content_encoding": "br"}),
    "gzip twice, said once": (
        gzip.compress(gzip.compress(BODY)),
        {"content_encoding": "gzip"},
    ),
    "gzip without its checksum": (gzip.compress(BODY)[:-8], {"content_encoding": "gzip"}),
    "gzip with a wrong checksum": (
        gzip.compress(BODY)[:-8] + b"12345678",
        {"content_encoding": "gzip"},
    ),
    **{
        f"{name}, longer than what is looked at first": (
            encode(BODY + b"<!-- %s -->" % NOISE),
            {"content_encoding": name},
        )
        for name, encode in ENCODINGS.items()
    },
    "an encoding nobody knows": (BODY, {"content_encoding": "rot13"}),
}


@pytest.mark.parametrize("name", SENT)
def test_the_page_is_read_however_it_was_sent(tmp_path: Path, name: str) -> None:
    body, fields = SENT[name]
    found = found_in(tmp_path / "a", warc(ADDRESS, http(body, **fields)))
    (item,) = items_of(found)
    assert (item.title, item.paragraphs) == ("Agreement signed", SENTENCES)
    assert not failures_of(found)


def test_where_chunks_stop_being_chunks_the_rest_is_kept(tmp_path: Path) -> None:
    body = chunked(BODY, 300)
    broken = body[:610].replace(b"\r\n12c\r\n", b"\r\n12c\r\n") + BODY[600:]
    assert b"".join(BODY.split()) in b"".join(unpacked(Response(200, {}, broken), 10_000).split())


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16"])
def test_the_header_names_the_encoding(tmp_path: Path, encoding: str) -> None:
    text = "中文网页的正文在这里，记者从北京报道：两所大学于星期二签署了合作协议。" * 4
    if encoding == "big5":
        text = "中文網頁的正文在這裡，記者從北京報導：兩所大學於星期二簽署了合作協議。" * 4
    html = f"<html><head><title>大学协议</title></head><body><p>{text}</p></body></html>"
    block = http(html.encode(encoding, "replace"), f'text/html; charset="{encoding}"')
    (item,) = items_of(found_in(tmp_path / "a", warc(ADDRESS, block)))
    assert text in item.paragraphs


@pytest.mark.parametrize("name", ENCODINGS)
def test_a_bomb_is_a_named_failure(tmp_path: Path, name: str) -> None:
    bomb = ENCODINGS[name](b"<html>" + bytes(3 * MAX_PAGE))
    blocks = [http(bomb, content_encoding=name), http(page("The page after it"))]
    found = found_in(
        tmp_path / "a", b"".join(warc(f"{ADDRESS}{n}", b) for n, b in enumerate(blocks))
    )
    ((where, reason),) = failures_of(found)
    assert where == f"@0 {ADDRESS}0"
    assert reason == "it is larger than 16 MB, which no page is"
    assert [item.title for item in items_of(found)] == ["The page after it"]


def test_what_is_unpacked_is_bounded() -> None:
    for name, encode in ENCODINGS.items():
        response = Response(200, {"content-encoding": name}, encode(bytes(1_000_000)))
        assert len(unpacked(response, 1000)) == 1001
