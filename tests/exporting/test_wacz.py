from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from desktop_app.archive import Archive
from desktop_app.exporting.exporters import export


@pytest.fixture
def wacz(archive: Archive, tmp_path: Path) -> Path:
    export(archive, tmp_path / "out.wacz", "wacz")
    return tmp_path / "out.wacz"


def lines(package: zipfile.ZipFile, name: str) -> list[str]:
    return package.read(name).decode().splitlines()


def test_the_package_says_truly_what_it_holds(wacz: Path) -> None:
    with zipfile.ZipFile(wacz) as package:
        text = package.read("datapackage.json")
        described = json.loads(text)
        digest = json.loads(package.read("datapackage-digest.json"))
        assert digest["hash"] == f"sha256:{hashlib.sha256(text).hexdigest()}"
        assert [each["path"] for each in described["resources"]] == [
            "archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl",
        ]  # fmt: skip
        for each in described["resources"]:
            content = package.read(each["path"])
            assert each["bytes"] == len(content)
            assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        # So that a player can read single records from a server.
        assert package.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED


def test_each_line_of_the_index_leads_to_its_record(archive: Archive, wacz: Path) -> None:
    with zipfile.ZipFile(wacz) as package:
        warc = package.read("archive/data.warc.gz")
        index = lines(package, "indexes/index.cdx")
        header, *pages = map(json.loads, lines(package, "pages/pages.jsonl"))
    assert index == sorted(index, key=str.encode)
    assert header["format"] == "json-pages-1.0"
    assert len(pages) == archive.info().items
    addresses = set()
    for line in index:
        key, _time, facts = line.split(" ", 2)
        place = json.loads(facts)
        assert key.startswith("invalid,beilin)/")
        start = int(place["offset"])
        member = warc[start : start + int(place["length"])]
        (record,) = ArchiveIterator(io.BytesIO(member))
        assert record.record_type == WarcRecordType.resource
        assert record.headers["WARC-Target-URI"] == place["url"]
        addresses.add(place["url"])
    assert {page["url"] for page in pages} <= addresses
    records = list(ArchiveIterator(io.BytesIO(warc)))
    assert len(records) == len(index) + 1  # and what the file is


def test_every_record_has_the_digest_it_names(wacz: Path) -> None:
    with zipfile.ZipFile(wacz) as package:
        stream = io.BytesIO(package.read("archive/data.warc.gz"))
    checked = [record.verify_block_digest() for record in ArchiveIterator(stream)]
    assert checked
    assert all(checked)


def test_wacz_validate_finds_nothing_wrong(wacz: Path) -> None:
    program = shutil.which("wacz")
    if program is None:
        pytest.skip("wacz is not installed (PyPI: wacz)")
    done = subprocess.run(
        [program, "validate", "-f", str(wacz)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "valid" in done.stdout.lower()
