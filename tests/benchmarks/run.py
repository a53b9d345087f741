"""Which benchmark is run: one that is named, or without a name that of daily use."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> None:
    """Run the one that `arguments` begin with."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name == "search":
        from tests.benchmarks import search

        search.main(rest)
    elif name == "window":
        from tests.benchmarks import window

        window.main(rest)
    elif name == "extraction":
        from tests.benchmarks import extraction

        extraction.main(rest)
    elif name == "statements":
        from tests.benchmarks import statements

        statements.main(rest)
    elif name == "speeches":
        from tests.benchmarks import speeches

        speeches.main(rest)
    elif name == "concordance":
        from tests.benchmarks import concordance

        concordance.main(rest)
    elif name == "alignment":
        from tests.benchmarks import alignment

        alignment.main(rest)
    elif not arguments:
        from tests.benchmarks import basics

        basics.main()
    else:
        raise SystemExit(
            "python3 -m tests.benchmarks [search | window | extraction | statements | speeches | "
            f"concordance | alignment] [--help], not {name}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
