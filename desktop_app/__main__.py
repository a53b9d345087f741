"""``python3 -m desktop_app``: sets up what is missing, then hands over to the command line."""

import sys
from pathlib import Path

from desktop_app.bootstrap import ensure, hand_over

# The package may lie elsewhere than the folder this is started from.
_START = """\
import sys
sys.path[0], sys.argv[0] = sys.argv.pop(1), "beilin"
from desktop_app.cli import main
sys.exit(main())
"""

if __name__ == "__main__":
    hand_over(ensure(), ["-c", _START, str(Path(__file__).resolve().parent.parent), *sys.argv[1:]])
