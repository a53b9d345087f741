from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from desktop_app.importing.web_archives.signature import signature_fault


def signed_data(file: Path) -> dict[str, Any]:
    with zipfile.ZipFile(file) as package:
        found: dict[str, Any] = json.loads(package.read("datapackage-digest.json"))["signedData"]
    return found


@pytest.fixture
def good(shared_data: Path) -> dict[str, Any]:
    return signed_data(shared_data / "wacz" / "valid_signed_example_1.wacz")


def test_a_package_signed_by_its_domain_is_good(good: dict[str, Any]) -> None:
    assert signature_fault(good) is None


def test_a_certificate_nobody_vouches_for_is_named(shared_data: Path) -> None:
    fault = signature_fault(signed_data(shared_data / "wacz" / "invalid_signed_example_1.wacz"))
    assert "btrix-sign-test.webrecorder.net, is vouched for by no known authority" in str(fault)


def test_another_hash_domain_or_day_is_noticed(good: dict[str, Any]) -> None:
    other = signature_fault(good | {"hash": "sha256:" + "0" * 64})
    assert "one of them was changed" in str(other)
    assert "no known authority" in str(signature_fault(good | {"domain": "example.com"}))
    assert "no known authority" in str(signature_fault(good | {"created": "2032-01-01T00:00:00Z"}))


@pytest.mark.parametrize(
    ("name", "value"),
    [("domainCert", "none"), ("signature", "%%"), ("created", "yesterday"), ("hash", None)],
)
def test_what_cannot_be_read_is_no_signature(
    good: dict[str, Any], name: str, value: object
) -> None:
    assert signature_fault(good | {name: value}) is not None


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1()])
def test_a_key_of_its_own_signs_too(curve: ec.EllipticCurve) -> None:
    key = ec.generate_private_key(curve)
    digest = "sha256:" + "7c" * 32
    made = key.sign(digest.encode(), ec.ECDSA(hashes.SHA256()))
    size = curve.key_size // 8
    raw = b"".join(number.to_bytes(size, "big") for number in decode_dss_signature(made))
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    for signature in (made, raw):
        signed = {
            "hash": digest,
            "signature": base64.b64encode(signature).decode(),
            "publicKey": base64.b64encode(public).decode(),
        }
        assert signature_fault(signed) is None
        assert signature_fault(signed | {"hash": "sha256:other"}) is not None
