"""``python -m desktop_app.language.lexicon build CEDICT FREQUENCIES``: make the lexicon anew."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app.language.lexicon.build import build
from desktop_app.language.lexicon.lexicon import lexicon_file


def main(arguments: list[str]) -> int:
    """Build from the two files named; 2 for anything else."""
    if len(arguments) != 3 or arguments[0] != "build":
        print(__doc__, file=sys.stderr)
        return 2
    cedict, frequencies = map(Path, arguments[1:])
    count = build(cedict, frequencies, lexicon_file())
    print(f"{count} entries, {lexicon_file().stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
