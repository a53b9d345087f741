"""``python3 -m tests.benchmarks``: sets up what is missing, then measures, in ratios."""

import sys

from desktop_app.bootstrap import ensure, hand_over

if __name__ == "__main__":
    hand_over(ensure(dev=True), ["-m", "tests.benchmarks.run", *sys.argv[1:]])
