from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.exporting.lines import Listing, sorted_lines


@pytest.mark.parametrize("at_a_time", [1, 3, 7, 100])
def test_lines_come_sorted_however_many_are_sorted_at_a_time(
    tmp_path: Path, at_a_time: int
) -> None:
    lines = [f"{n * 7 % 20:02d} 行\n".encode() for n in range(20)]
    (tmp_path / "lines").write_bytes(b"".join(lines))
    assert list(sorted_lines(tmp_path / "lines", at_a_time)) == sorted(lines)


def test_a_listing_gives_its_rows_again_and_again(tmp_path: Path) -> None:
    listing = Listing(tmp_path / "rows")
    rows = [["a", "行\n"], ["b", ""]]
    for row in rows:
        listing.add(*row)
    assert list(listing) == list(listing) == rows
