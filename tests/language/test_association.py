from __future__ import annotations

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.association import log_likelihood, mutual_information


def one(own: int, size: int, everywhere: int, total: int) -> float:
    return float(log_likelihood(np.array([own]), size, np.array([everywhere]), total)[0])


def test_dunnings_own_example() -> None:
    """ "the swiss" in table 4 of the paper: k(AB) 110, k(A~B) 2442, k(~AB) 111, k(~A~B) 29114."""
    assert one(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114) == pytest.approx(270.72, 1e-4)


@given(st.integers(0, 40), st.integers(0, 60), st.integers(0, 40), st.integers(1, 400))
def test_it_is_what_the_four_cells_say(a: int, b: int, c: int, d: int) -> None:
    total = a + b + c + d
    cells = [(a, a + b, a + c), (b, a + b, b + d), (c, c + d, a + c), (d, c + d, b + d)]
    expected = 2 * sum(
        seen * log(seen * total / (row * column)) for seen, row, column in cells if seen
    )
    told = one(a, a + b, a + c, total)
    assert abs(told) == pytest.approx(expected, abs=1e-6)
    assert (told < -1e-9) <= (a * total < (a + b) * (a + c))


def test_what_chance_gives_tells_nothing() -> None:
    assert one(10, 100, 100, 1000) == pytest.approx(0)
    told = mutual_information(np.array([10, 20]), 100, np.array([100, 100]), 1000)
    assert told.tolist() == [0.0, 1.0]
