"""ZIM files with wrong bytes: pieces, an `ImportFailure` or a lost task, and no more."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_app.errors import ImportFailure
from desktop_app.importing.formats.zim import Zim
from desktop_app.workers import TaskLost
from tests.importing.containers.test_fuzz import Change, changed
from tests.importing.formats.test_zim import TEXT, Entry, page, zim_of
from tests.importing.reading import PNG, read

in_header = st.tuples(st.integers(5, 79), st.just(1), st.binary(min_size=1, max_size=1))
anywhere = st.tuples(st.integers(80, 10**6), st.integers(0, 8), st.binary(max_size=8))
changes = st.lists(st.one_of(in_header, anywhere), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    figure = "<figure><img src='b.png'><figcaption>Caption</figcaption></figure>"
    pages = [page(name, f"<title>Page {name}</title>{TEXT}{figure}") for name in "acde"]
    folder = tmp_path_factory.mktemp("zim")
    entries = [*pages, Entry("b.png", "image/png", PNG, article=False)]
    return zim_of(folder / "a.zim", entries, {"Language": "eng"}, {"f": "a"}).read_bytes()


def check(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zim"
        path.write_bytes(content)
        try:
            found = read(Zim(), path)
        except (ImportFailure, TaskLost) as error:
            assert str(error)
            return
        assert len(found) < 50


def fuzzing(count: int) -> Callable[[object], object]:
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    return settings(max_examples=count, deadline=None, suppress_health_check=checks)


@fuzzing(8)
@given(edits=changes)
@example(edits=[(24, 4, b"\xff\xff\xff\xff")])  # four thousand million entries
@example(edits=[(28, 4, b"\xff\xff\xff\xff")])  # and clusters
def test_wrong_bytes(seed: bytes, edits: list[Change]) -> None:
    check(changed(seed, edits))


@pytest.mark.slow
@fuzzing(int(os.environ.get("BEILIN_FUZZ", "500")))
@given(edits=changes)
def test_many_wrong_bytes(seed: bytes, edits: list[Change]) -> None:
    check(changed(seed, edits))
