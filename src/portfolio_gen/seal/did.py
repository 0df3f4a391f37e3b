"""Who signs: an identifier that leads to a plain file at the school's own web address.

Sources: https://w3c-ccg.github.io/did-method-web/, https://w3c-ccg.github.io/did-key-spec/, and
https://www.w3.org/TR/cid-1.0/#Multikey.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote, urlsplit

from portfolio_gen.seal.document import Document
from portfolio_gen.seal.multikey import is_public

FOLDER = "issuer"
"""Folder of an edition for what is to be known of the school as an issuer."""
_WEB, _KEY = "did:web:", "did:key:"


def is_usable(address: str | None) -> bool:
    """Whether records can be issued under a web address: identifiers lead to it by https alone."""
    return bool(address) and urlsplit(address or "").scheme == "https"


def did_of(address: str) -> str:
    """The identifier of a school in the edition that is published at a web address."""
    parts = urlsplit(address)
    path = [one for one in parts.path.split("/") if one]
    names = (parts.netloc.lower(), *path, FOLDER)
    return _WEB + ":".join(quote(unquote(one), safe="-._~") for one in names)


def trial_did(key: str) -> str:
    """An identifier that is nothing but a key: for trying out, for it says nothing of who has that key."""
    return _KEY + key


def is_trial(did: str) -> bool:
    """Whether an identifier is nothing but a key."""
    return did.startswith(_KEY)


def method_of(did: str, key: str) -> str:
    """The absolute name of an issuer's key."""
    return f"{did}#{key}"


def home_of(did: str) -> str:
    """The web address of the folder where an issuer's files lie; empty where there is none."""
    if not did.startswith(_WEB):
        return ""
    host, *path = (unquote(one) for one in did.removeprefix(_WEB).split(":"))
    plain = all(one and "/" not in one and one not in (".", "..") for one in (host, *path))
    if not plain or not path:
        return ""
    return f"https://{host}/{'/'.join(quote(one) for one in path)}/"


def place_of(did: str) -> str:
    """Where an issuer's edition is published, as people would say it: `portfolios.school.example/college`."""
    return home_of(did).removeprefix("https://").removesuffix(f"/{FOLDER}/")


def did_document(did: str, keys: Iterable[str]) -> Document:
    """What the school says of itself as an issuer; every key that may verify its records is named.

    A key that is retired stays, so that what it has signed can be checked; one that is distrusted goes.
    """
    known = tuple(keys)
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": [
            {
                "id": method_of(did, key),
                "type": "Multikey",
                "controller": did,
                "publicKeyMultibase": key,
            }
            for key in known
        ],
        "assertionMethod": [method_of(did, key) for key in known],
    }


def key_named(did: str, method: str, document: Document | None) -> str | None:
    """The public key behind its name, if the issuer lets it sign; None when it does not.

    Args:
        did: the issuer.
        method: name of the key.
        document: what the issuer says of itself; not needed of one that is nothing but a key.
    """
    key = method.removeprefix(f"{did}#")
    if method != method_of(did, key) or not is_public(key):
        return None
    if is_trial(did):
        return key if did == trial_did(key) else None
    if document is None or document.get("id") != did:
        return None
    listed = document.get("verificationMethod")
    allowed = document.get("assertionMethod")
    if not isinstance(listed, list) or not isinstance(allowed, list) or method not in allowed:
        return None
    expected = {
        "id": method,
        "type": "Multikey",
        "controller": did,
        "publicKeyMultibase": key,
    }
    return key if expected in listed else None
