"""Real sources packed into each kind of container, and hostile containers."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import py7zr
import zstandard

from desktop_app.archive_writer import open_for_import
from desktop_app.errors import ImportFailure
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.raw import Container, Found
from desktop_app.importing.report import Report
from desktop_app.importing.room import Bounds, Room


def import_all(archive: Path, *sources: Path) -> Report:
    with open_for_import(archive) as opened:
        return Importer(opened).run(sources)


def unpack(
    container: Container, path: Path, folder: Path, bounds: Bounds | None = None
) -> list[Found]:
    """All that `container` refuses; the rest lies in `folder`."""
    folder.mkdir(exist_ok=True)
    room = Room(path.stat().st_size, bounds or Bounds())
    return list(container.unpack(path, folder, room, lambda _read: None))


def unpack_or_fail(
    container: Container, path: Path, folder: Path, bounds: Bounds | None = None
) -> list[Found]:
    """The same; nothing where the container as a whole is refused."""
    try:
        return unpack(container, path, folder, bounds)
    except ImportFailure:
        return []


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def zipped(folder: Path, out: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _files(folder):
            archive.write(path, path.relative_to(folder))


def tarred(folder: Path, out: Path) -> None:
    with tarfile.open(out, "w") as archive:
        archive.add(folder, ".")


def tarred_by(compress: Callable[[bytes], bytes]) -> Callable[[Path, Path], None]:
    def pack(folder: Path, out: Path) -> None:
        tarred(folder, out)
        out.write_bytes(compress(out.read_bytes()))

    return pack


def seven_zipped(folder: Path, out: Path) -> None:
    with py7zr.SevenZipFile(out, "w") as archive:
        for path in _files(folder):
            archive.write(path, path.relative_to(folder).as_posix())


COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
}
PACK: dict[str, Callable[[Path, Path], None]] = {
    "zip": zipped,
    "7z": seven_zipped,
    "tar": tarred,
    **{f"tar.{name}": tarred_by(compress) for name, compress in COMPRESS.items()},
}


def zip_of(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def tar_of(path: Path, members: dict[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
