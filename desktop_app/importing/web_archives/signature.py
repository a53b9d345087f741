"""Whether a WACZ was signed by who it says.

Source: "WACZ Signing and Verification", version 0.1.0, of the Webrecorder project. The hash of
the description is signed (ECDSA with SHA-256), with the key of a domain's certificate or,
anonymously, with a key of its own. Whether the certificate was revoked cannot be asked
without a network, and its time stamp is not looked into.
"""

from __future__ import annotations

import base64
import binascii
import warnings
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import certifi
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import load_der_public_key
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from desktop_app.messages import Message, message

_ALGORITHM = ec.ECDSA(hashes.SHA256())


def signature_fault(signed: Mapping[str, object]) -> Message | None:
    """What is wrong with `signedData` of a package; None where it was signed as it says."""
    try:
        if "domainCert" in signed:
            return _domain_fault(signed)
        if "publicKey" in signed:
            key = load_der_public_key(_decoded(signed, "publicKey"))
            return None if _fits(key, signed) else _unfitting()
    except (ValueError, TypeError):  # certificates, keys and times that are none
        pass
    return message("its signature cannot be read")


def _domain_fault(signed: Mapping[str, object]) -> Message | None:
    """By the domain's key, whose certificate was good on the day of signing."""
    leaf, *others = x509.load_pem_x509_certificates(str(signed["domainCert"]).encode())
    if not _fits(leaf.public_key(), signed):
        return _unfitting()
    domain = str(signed.get("domain") or "")
    created = datetime.fromisoformat(str(signed.get("created") or "").replace("Z", "+00:00"))
    try:
        policy = PolicyBuilder().store(_trusted()).time(created.replace(tzinfo=None))
        policy.build_server_verifier(x509.DNSName(domain)).verify(leaf, others)
    except VerificationError:
        return message(
            "its signature, said to be by {domain}, is vouched for by no known authority",
            domain=domain,
        )
    return None


def _fits(key: object, signed: Mapping[str, object]) -> bool:
    """Whether `key` made the signature of the hash."""
    signature, size = _decoded(signed, "signature"), getattr(key, "key_size", 0) // 8
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return False
    if len(signature) == 2 * size:  # as browsers give it: two numbers, one after the other
        numbers = (int.from_bytes(part, "big") for part in (signature[:size], signature[size:]))
        signature = encode_dss_signature(*numbers)
    try:
        key.verify(signature, str(signed.get("hash") or "").encode(), _ALGORITHM)
    except InvalidSignature:
        return False
    return True


def _decoded(signed: Mapping[str, object], name: str) -> bytes:
    try:
        return base64.b64decode(str(signed.get(name) or ""), validate=True)
    except binascii.Error as error:
        raise ValueError(name) from error


def _trusted() -> Store:
    """The authorities that browsers trust, as Mozilla keeps them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an old authority's serial number is 0
        return Store(x509.load_pem_x509_certificates(Path(certifi.where()).read_bytes()))


def _unfitting() -> Message:
    return message("its signature is not that of its description: one of them was changed")
