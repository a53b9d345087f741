"""Whether the files of a WACZ are those its description names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.importing.raw import Failed, ReportBytes
from desktop_app.importing.web_archives.damage import Damaged
from desktop_app.importing.web_archives.package import Package, pieces
from desktop_app.importing.web_archives.zip_members import Member
from desktop_app.messages import message

DESCRIPTION = "datapackage.json"
_DIGEST = "datapackage-digest.json"
_ALGORITHMS = frozenset(("md5", "sha1", "sha224", "sha256", "sha384", "sha512"))
_MOST_NAMED = 1000


@dataclass(frozen=True, slots=True)
class Resource:
    """A file as described; `size` None and `digest` "" where nothing is said of them."""

    path: str
    size: int | None
    algorithm: str
    digest: str


def check_package(package: Package, report_bytes: ReportBytes) -> Iterator[Failed]:
    """Yield what is wrong with the package itself; what it holds is read all the same.

    Checksums of gigabytes take their time, so `report_bytes` is called on the way, with 0:
    the reading proper is still to come.
    """
    if not package.whole:
        reason = message(
            "the directory of the ZIP is lost or cut off; what stands before it is read"
        )
        yield Failed("", reason)
    for member in package.members:
        if member.fault is not None:
            yield Failed(member.name, member.fault)
    yield from _description_faults(package, report_bytes)
    for number, fault in enumerate(_resource_faults(package, report_bytes)):
        if number < _MOST_NAMED:
            yield fault


def resources(description: object) -> Iterator[Resource]:
    """The files that a datapackage.json of WACZ 1.0 or 1.1 describes."""
    entries = description.get("resources") if isinstance(description, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("path"), str):
            stats = entry["stats"] if isinstance(entry.get("stats"), dict) else entry
            algorithm, _, digest = str(stats.get("hash") or "").rpartition(":")
            size = stats.get("bytes")
            yield Resource(
                entry["path"],
                size if isinstance(size, int) else None,
                algorithm or str(entry.get("hashing") or "md5"),  # the default of data packages
                digest,
            )


def _description_faults(package: Package, report_bytes: ReportBytes) -> Iterator[Failed]:
    """What is wrong with the description: absent, no JSON, changed since it was signed."""
    member = package.find(DESCRIPTION)
    if member is None:
        yield Failed(DESCRIPTION, message("the package has no description of its files"))
        return
    if not isinstance(package.json(DESCRIPTION), dict):
        yield Failed(DESCRIPTION, message("the description of the package cannot be read"))
        return
    digest = package.json(_DIGEST)
    if isinstance(digest, dict):
        algorithm, _, value = str(digest.get("hash") or "").rpartition(":")
        yield from _content_faults(
            member, Resource(DESCRIPTION, None, algorithm, value), report_bytes
        )
        yield from _signature_faults(digest)


def _signature_faults(digest: dict[str, object]) -> Iterator[Failed]:
    """A signature must be of the very hash that the description has."""
    signed = digest.get("signedData")
    if not isinstance(signed, dict):
        return
    from desktop_app.importing.web_archives.signature import (  # noqa: PLC0415 (70 ms to load)
        signature_fault,
    )

    other = message("its signature is not that of its description: one of them was changed")
    fault = signature_fault(signed) if signed.get("hash") == digest.get("hash") else other
    if fault is not None:
        yield Failed(_DIGEST, fault)


def _resource_faults(package: Package, report_bytes: ReportBytes) -> Iterator[Failed]:
    by_name = {member.name: member for member in package.members}
    root = package.root
    for resource in resources(package.json(DESCRIPTION)):
        member = by_name.get(root + resource.path.removeprefix("./"))
        if member is None:
            reason = message("the description names this file, but the package does not hold it")
            yield Failed(resource.path, reason)
        else:
            yield from _content_faults(member, resource, report_bytes)


def _content_faults(
    member: Member, resource: Resource, report_bytes: ReportBytes
) -> Iterator[Failed]:
    """Whether `member` has the size and the checksum that `resource` says."""
    if member.region is None:
        return
    known = resource.algorithm in _ALGORITHMS and resource.digest
    checksum = hashlib.new(resource.algorithm if known else "md5", usedforsecurity=False)
    size = 0
    try:
        for piece in pieces(member.region):
            checksum.update(piece)
            size += len(piece)
            report_bytes(0)
    except Damaged as damaged:
        yield Failed(member.name, damaged.reason)
        return
    other = known and checksum.hexdigest() != resource.digest.lower()
    if other or resource.size not in (None, size):
        yield Failed(member.name, message("it is not as its checksum says: changed or damaged"))
