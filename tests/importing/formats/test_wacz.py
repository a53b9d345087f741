"""WACZ packages: valid, invalid and signed ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.errors import ImportFailure
from desktop_app.importing.detect import detect, formats
from desktop_app.importing.formats.wacz import Wacz
from desktop_app.importing.raw import Failed, RawItem, Skipped
from tests.importing.reading import read

EXAMPLES = {
    "valid_example_1.wacz": ("http://www.example.com/", "2020-10-07T21:22:36Z", 845),
    "valid_example_2.wacz": ("http://www.example.com/", "2020-10-07T21:22:36Z", 845),
    "valid_signed_example_1.wacz": ("https://example.com/", "2022-01-18T19:00:09Z", 0),
    "invalid_signed_example_1.wacz": ("https://example.com/", "2022-01-18T04:54:32Z", 0),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_of_a_package_is_read(shared_data: Path, name: str) -> None:
    item, others = read(Wacz(), shared_data / "wacz" / name)
    assert isinstance(item, RawItem)
    assert (item.title, (item.address, item.captured, item.offset)) == (
        "Example Domain",
        EXAMPLES[name],
    )
    assert isinstance(others, Skipped)
    assert others.reason.values == {"count": 3}


def test_a_package_without_a_warc_says_what_is_wrong_with_it(shared_data: Path) -> None:
    path = shared_data / "wacz" / "invalid_example_1.wacz"
    pieces = Wacz().read(path, lambda _done: None)
    fault = next(pieces)
    assert isinstance(fault, Failed)
    assert fault.where == "data/indexes/index.cdx.gz"
    assert "does not hold it" in str(fault.reason)
    with pytest.raises(ImportFailure, match="no WARC"):
        next(pieces)


@pytest.mark.parametrize("name", [*EXAMPLES, "invalid_example_1.wacz"])
def test_packages_are_known_by_what_they_hold(shared_data: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / "unnamed"
    path.write_bytes((shared_data / "wacz" / name).read_bytes())
    assert isinstance(detect(path, formats()), Wacz)
