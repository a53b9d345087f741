"""The measurements. Machines are noisy: each line compares two things within one run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer
from desktop_app.language.folding import fold
from desktop_app.places import resources
from desktop_app.sample import sample_archive

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT.parent / "shared" / "data"
QUERIES = ("合作", "高质量发展", "科技创新 -经济", "United States", "oil OR trade")


def median_ms(work: Callable[[], object], times: int = 9) -> float:
    """The median time of `work` in milliseconds."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def line(name: str, first: float, second: float, unit: str) -> None:
    """Print two figures and their ratio."""
    ratio = first / second if second else float("nan")
    print(f"{name:<58} {first:>10.2f} {second:>10.2f} {unit:<4} {ratio:>8.2f}")


def second_start() -> None:
    """Finding that nothing is missing, over an empty Python process."""
    nothing = [sys.executable, "-c", "pass"]
    ensured = [sys.executable, "-c", "from desktop_app.bootstrap import ensure; ensure()"]
    line(
        "a second start's check / an empty process",
        median_ms(lambda: subprocess.run(ensured, check=True, cwd=ROOT)),
        median_ms(lambda: subprocess.run(nothing, check=True, cwd=ROOT)),
        "ms",
    )


def importing(folder: Path, sources: list[Path]) -> None:
    """Import and index, over importing again what is unchanged."""

    def run() -> None:
        with open_for_import(folder) as archive:
            Importer(archive).run(sources)

    first = median_ms(run, 1)
    line("import / the same again, unchanged", first, median_ms(run, 1), "ms")


def searching(archive: Archive) -> None:
    """A query through the index, over reading every text for it."""
    texts = [fold("\n".join([item.title, *item.paragraphs])) for item in archive.items()]
    for query in QUERIES:
        words = [fold(word) for word in query.split() if word != "OR" and word[0] != "-"]
        indexed = median_ms(lambda query=query: archive.search(query))
        plain = median_ms(lambda words=words: [t for t in texts if all(w in t for w in words)], 3)
        line(f"search {query} / reading {len(texts)} texts", indexed, plain, "ms")


def memory(sources: list[Path], folder: Path) -> None:
    """The peak of a process that imports, over one that only starts."""
    own = "import resource; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    command = "import subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
    cli = [sys.executable, "-m", "desktop_app.cli"]
    peaks = []
    for arguments in (["import", str(folder), *map(str, sources)], ["--version"]):
        ran = subprocess.run(
            [sys.executable, "-c", command + own, *cli, *arguments],
            capture_output=True, text=True, check=True, cwd=ROOT,
        )  # fmt: skip
        peaks.append(float(ran.stdout.split()[-1]))
    line("memory of an import / of starting", peaks[0], peaks[1], "MB")


def main() -> None:
    """Measure on the shared bulletins where they are, else on the sample."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'':<58} {'first':>10} {'second':>10} {'':<4} {'ratio':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_DATA_HOME"] = scratch
        sources = [resources() / "sample" / "items.jsonl"]
        if DATA.is_dir():
            sources = sorted((DATA / "bulletins-zh").glob("*.md"))[::4]
        second_start()
        importing(Path(scratch) / "a.beilin", sources)
        memory(sources, Path(scratch) / "b.beilin")
        folder = Path(scratch) / "a.beilin" if DATA.is_dir() else sample_archive()
        with open_archive(folder) as archive:
            searching(archive)
