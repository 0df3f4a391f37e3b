"""Keys: pairs of a private one, which signs, and a public one, which anybody may have. Ed25519 (RFC 8032)."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from portfolio_gen.model.value import dataclass
from portfolio_gen.seal.multikey import bytes_of, public_of


class CannotOpen(ValueError):
    """A private key cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key."""

    _private: Ed25519PrivateKey = field(repr=False)

    @property
    def public(self) -> str:
        """The public key that belongs to it, as Multikey: `z6Mk…`."""
        raw = self._private.public_key().public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw
        )
        return public_of(raw)

    def sign(self, message: bytes) -> bytes:
        """The signature of a message."""
        return self._private.sign(message)

    def sealed(self, passphrase: str) -> bytes:
        """The private key as a file (PKCS #8, PEM) that only the passphrase opens.

        Raises:
            ValueError: the passphrase is empty.
        """
        return self._private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(passphrase.encode()),
        )


def new_key() -> SigningKey:
    """A new pair, made of the system's chance."""
    return SigningKey(Ed25519PrivateKey.generate())


def key_of(seed: bytes) -> SigningKey:
    """The pair that belongs to a private key's 32 bytes."""
    return SigningKey(Ed25519PrivateKey.from_private_bytes(seed))


def open_key(sealed: bytes, passphrase: str) -> SigningKey:
    """The private key in a file.

    Raises:
        CannotOpen: it is none, is of another kind, or the passphrase is another.
    """
    try:
        found = serialization.load_pem_private_key(sealed, passphrase.encode())
    except TypeError:
        raise CannotOpen("it is not protected by a passphrase; make one with `keys new`") from None
    except (ValueError, UnsupportedAlgorithm):
        raise CannotOpen("the passphrase is wrong, or the file is damaged") from None
    if not isinstance(found, Ed25519PrivateKey):
        raise CannotOpen("it is a key of another kind")
    return SigningKey(found)


def signed_by(key: str, signature: bytes, message: bytes) -> bool:
    """Whether a message was signed with the private key that belongs to a public one."""
    raw = bytes_of(key)
    if raw is None:
        return False
    public = Ed25519PublicKey.from_public_bytes(raw)
    with suppress(InvalidSignature):
        public.verify(signature, message)
        return True
    return False


def keep(path: Path, sealed: bytes) -> None:
    """Write a private key into a new file that nobody else on this computer may read.

    Raises:
        FileExistsError: there is a file already; it is never overwritten.
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
