"""Which benchmark is run: one that is named, or without a name that of daily use."""

from __future__ import annotations

import sys
from importlib import import_module

NAMED = (
    *("search", "window", "extraction", "statements", "speeches", "concordance"),
    *("alignment", "pairing", "languages", "photos", "tabs"),
)


def main(arguments: list[str]) -> None:
    """Run the one that `arguments` begin with."""
    if not arguments:
        import_module("tests.benchmarks.basics").main()
    elif arguments[0] in NAMED:
        import_module(f"tests.benchmarks.{arguments[0]}").main(arguments[1:])
    else:
        names = " | ".join(NAMED)
        raise SystemExit(f"python3 -m tests.benchmarks [{names}] [--help], not {arguments[0]}")


if __name__ == "__main__":
    main(sys.argv[1:])
