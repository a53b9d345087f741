"""Every engine against the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from desktop_app.search.engine import SearchEngine
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.search.contract import Another, EngineContract
from tests.search.stock_engine import StockEngine

# An engine is made of a folder, which may be missing. Another one, such as one for
# archives beyond one machine, is held to the contract by a line here; what it needs
# besides (a server, an address) its function brings.
ENGINES: Mapping[str, Callable[[Path], SearchEngine]] = {
    "columns": WhooshEngine,
    "stock": StockEngine,
}


@pytest.fixture(params=sorted(ENGINES))
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Another:
    return lambda: ENGINES[request.param](tmp_path / "index")


@pytest.fixture
def engine(another: Another) -> Iterator[SearchEngine]:
    made = another()
    yield made
    made.close()


class TestContract(EngineContract):
    """`EngineContract`, for each of `ENGINES`."""
