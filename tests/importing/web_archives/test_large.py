"""A web archive of 2 GB, made of the real pages and photographs, imported in little memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.importing.web_archives.making import http, warc

GIGABYTES = 2
MEMORY = 500  # MB
_SITE = "https://news.example.org"
_PICTURES = 2  # of a page
_VIDEO = 4 << 20  # bytes; what fills crawls
# Runs an import and tells its memory: that of this process, and of the largest worker.
_MEASURED = """
import json, resource, sys
from desktop_app.cli import main
try:
    main(["import", sys.argv[1], sys.argv[2], "--json"])
finally:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peaks = [resource.getrusage(each).ru_maxrss for each in who]
    print(json.dumps(peaks), file=sys.stderr)
"""


def member(record: bytes, level: int) -> bytes:
    """A gzip member."""
    packer = zlib.compressobj(level, wbits=31)
    return packer.compress(record) + packer.flush()


def records(shared: Path, chance: random.Random, size: int) -> Iterator[bytes]:
    """Members up to `size` bytes: pages, their pictures, and videos nobody reads."""
    pages = [path.read_bytes() for path in sorted((shared / "pages-en").glob("*.html"))]
    photos = [path.read_bytes() for path in sorted((shared / "photos").glob("*.jpg"))]
    number = total = 0
    while total < size:
        names = [f"/img/{number}-{n}.jpg" for n in range(_PICTURES)]
        figures = "".join(
            f"<figure><img src='{n}'><figcaption>Photo</figcaption></figure>" for n in names
        )
        text = f"This is copy number {number} of the page, with pictures of its own in it."
        own = f"<p>{text}</p>{figures}"
        body = with_middle(chance.choice(pages), own.encode())
        made = [member(warc(f"{_SITE}/{number}.html", http(body, "text/html")), 1)]
        for name in names:
            picture = chance.choice(photos) + chance.randbytes(200_000)
            made.append(member(warc(_SITE + name, http(picture, "image/jpeg")), 0))
        if number % 2:
            video = chance.randbytes(_VIDEO)
            made.append(member(warc(f"{_SITE}/{number}.mp4", http(video, "video/mp4")), 0))
        chance.shuffle(made)
        yield from made
        total += sum(map(len, made))
        number += 1


def with_middle(page: bytes, own: bytes) -> bytes:
    """`page` with `own` after the paragraph in its midst."""
    parts = page.split(b"</p>")
    middle = (len(parts) + 1) // 2
    return b"</p>".join(parts[:middle]) + b"</p>" + own + b"</p>".join(parts[middle:])


@pytest.mark.slow
def test_two_gigabytes_are_imported_in_little_memory(shared_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "large.warc.gz"
    chance = random.Random(2021)
    with path.open("wb") as stream:
        stream.writelines(records(shared_data, chance, GIGABYTES << 30))
    command = [sys.executable, "-c", _MEASURED, str(tmp_path / "a.beilin"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    path.unlink()  # what pytest keeps of its last runs would fill disks
    report = json.loads(done.stdout)
    own, largest = (kilobytes / 1024 for kilobytes in json.loads(done.stderr.splitlines()[-1]))
    counts = f"{report['imported']} pages, {report['photos']} pictures, {report['seconds']} s"
    print(f"{counts}, {own:.0f} + {largest:.0f} MB")
    assert report["failed"] == []
    assert report["photos"] >= report["imported"] > 500
    assert own < MEMORY
    assert largest < MEMORY
