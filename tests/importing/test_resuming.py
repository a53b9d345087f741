"""Interrupted imports go on where they stopped; dry runs keep nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing import reading
from desktop_app.importing.pipeline import Importer, ImportProgress
from desktop_app.importing.report import Reason, Report
from desktop_app.importing.sink import dry_run
from desktop_app.importing.tally import Tally
from desktop_app.items import Item, Origin
from desktop_app.messages import message
from desktop_app.store.store import Outcome

KILLED = """
import os, signal, sys
from pathlib import Path
from desktop_app.archive_writer import ArchiveWriter, open_for_import
from desktop_app.importing.pipeline import Importer

batches = 0
put = ArchiveWriter.put

def counted(self, items, read=()):
    global batches
    batches += 1
    if batches > 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return put(self, items, read)

ArchiveWriter.put = counted
with open_for_import(Path(sys.argv[1])) as archive:
    Importer(archive).run([Path(sys.argv[2])])
"""


@pytest.fixture
def bulletins(shared_data: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for file in sorted((shared_data / "bulletins-zh").glob("*.md"))[:50]:
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "00.bin").write_bytes(bytes(range(256)))
    return folder


def import_all(archive: Path, *sources: Path) -> Report:
    with open_for_import(archive) as opened:
        return Importer(opened).run(sources)


def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    detect = reading.detect

    def noted(path: Path, *given: object) -> object:
        names.append(path.name)
        return detect(path, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "detect", noted)
    return names


def test_after_a_kill_only_what_was_not_read_is_read(
    bulletins: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, names = tmp_path / "a.beilin", files_read(monkeypatch)
    whole = import_all(tmp_path / "whole.beilin", bulletins)
    assert len(names) == 51
    command = [sys.executable, "-c", KILLED, str(archive), str(bulletins)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    with open_archive(archive) as killed:
        kept = killed.info().items
    assert 0 < kept < whole.imported
    names.clear()
    report = import_all(archive, bulletins)
    assert 0 < len(names) < 51
    assert "00.bin" not in names
    assert (report.found, report.imported) == (whole.found, whole.imported - kept)
    assert sorted(map(str, report.skipped)) == sorted(map(str, whole.skipped))
    with open_archive(archive) as one, open_archive(tmp_path / "whole.beilin") as two:
        assert list(one.items()) == list(two.items())
        assert len(one.search("的").numbers) == len(two.search("的").numbers) > 0
    names.clear()
    assert import_all(archive, bulletins).unchanged == whole.imported
    assert len(names) == 51  # a finished import is read again when asked for again


def test_a_file_that_changed_since_is_read_again(
    bulletins: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[ImportProgress] = []
    with open_for_import(tmp_path / "a.beilin") as archive:
        importer = Importer(archive, met.append, lambda: bool(met) and met[-1].items >= 300)
        assert importer.run([bulletins]).cancelled
    changed = bulletins / "20230101.md"
    changed.write_text(changed.read_text("utf-8") + "\n\n", "utf-8")
    names = files_read(monkeypatch)
    report = import_all(tmp_path / "a.beilin", bulletins)
    assert changed.name in names
    assert "20230102.md" not in names
    assert (report.failed, report.cancelled) == ([], False)


def test_pausing_waits_and_goes_on(bulletins: Path, tmp_path: Path) -> None:
    going, stopped = threading.Event(), threading.Event()
    met: list[ImportProgress] = []

    def asked() -> bool:
        if met and met[-1].items >= 50:
            stopped.set()
            going.wait()
        return False

    def work() -> None:
        with open_for_import(tmp_path / "a.beilin") as archive:
            Importer(archive, met.append, asked).run([bulletins])

    thread = threading.Thread(target=work)
    thread.start()
    assert stopped.wait(30)
    paused = len(met)
    thread.join(0.2)
    assert thread.is_alive()
    assert len(met) == paused
    going.set()
    thread.join(60)
    assert not thread.is_alive()
    assert met[-1].items > 300


def test_a_dry_run_says_what_would_come_and_keeps_nothing(bulletins: Path, tmp_path: Path) -> None:
    one = bulletins / "20230101.md"
    import_all(tmp_path / "a.beilin", one)
    before = sorted(tmp_path.rglob("*"))
    told: list[tuple[Outcome, Item, Origin]] = []
    with open_archive(tmp_path / "a.beilin") as archive:
        count = archive.info().items
        with dry_run(archive, lambda *each: told.append(each)) as sink:
            report = Importer(sink).run([bulletins])
        assert archive.info().items == count
    assert (report.unchanged, report.imported) == (count, len(told) - count)
    outcomes = {outcome for outcome, _item, origin in told if origin.file == str(one)}
    assert outcomes == {Outcome.UNCHANGED}
    assert sorted(tmp_path.rglob("*")) == before


def test_a_dry_run_needs_no_archive(bulletins: Path) -> None:
    told: list[Item] = []
    with dry_run(None, lambda _o, item, _origin: told.append(item)) as sink:
        report = Importer(sink).run([bulletins])
    assert report.imported == len(told) > 300


def test_the_log_stays_in_the_archive(bulletins: Path, tmp_path: Path) -> None:
    report = import_all(tmp_path / "a.beilin", bulletins)
    with open_archive(tmp_path / "a.beilin") as archive:
        ((finished, sources, kept),) = archive.imports()
        origin = archive.origin(next(archive.items()).id)
    assert finished.startswith("20")
    assert sources == [str(bulletins)]
    assert json.loads(kept)["imported"] == report.imported
    assert origin.file == str(bulletins / "20230101.md")


def test_progress_knows_rate_and_time_left() -> None:
    early = ImportProgress(5, 10, 100, "a", 0.5)
    assert (early.rate, early.left) == (0.0, None)
    later = ImportProgress(50, 25, 100, "a", 10.0)
    assert (later.rate, later.left) == (5.0, 30.0)


def test_reasons_survive_in_the_journal() -> None:
    reason = Reason("a.bin", message("Beilin does not read {suffix} files", suffix=Path(".bin")))
    again = Tally.from_json(Tally(3, [reason], []).to_json())
    assert (again.items, str(again.skipped[0].reason)) == (3, str(reason.reason))
