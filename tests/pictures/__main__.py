"""``python3 -m tests.pictures OUT``: sets up what is missing, then draws every screen."""

import sys

from desktop_app.bootstrap import ensure, hand_over

if __name__ == "__main__":
    hand_over(ensure(dev=True), ["-m", "tests.pictures.every", *sys.argv[1:]])
