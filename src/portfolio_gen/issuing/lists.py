"""The lists that an edition publishes of its records: which are revoked, and which have a newer one."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.hallway.records import public_address
from portfolio_gen.issuing.book import Book
from portfolio_gen.model.records import path_of
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.seal.did import did_of, home_of, method_of
from portfolio_gen.seal.document import Unreadable, read_document, write_document
from portfolio_gen.seal.keys import SigningKey
from portfolio_gen.seal.sign import Stamp, sign_twice
from portfolio_gen.seal.status import FILES, Purpose, packed, status_list


def renew_lists(school: School, book: Book, edition: EditionName, key: SigningKey, at: str) -> None:
    """Sign an edition's lists of revoked and of superseded records anew, where they would say something else.

    Raises:
        OSError: they cannot be written.
    """
    address = public_address(school, edition)
    if not address:
        return
    did = did_of(address)
    ours = [one for one in book.log.issued if one.edition == edition]
    bits: dict[Purpose, list[int]] = {
        "revocation": sorted(one.index for one in ours if one.digest in book.log.revoked),
        "refresh": sorted(
            one.index for one in ours if book.log.latest(edition, one.student) is not one
        ),
    }
    stamp = Stamp(key=key, method=method_of(did, key.public), at=at)
    for purpose, marked in bits.items():
        path = path_of(edition, f"{FILES[purpose].removesuffix('.json')}.list")
        if not _says_already(book, path, did, marked):
            listed = status_list(home_of(did), {"id": did}, purpose, marked, at)
            book.put(path, write_document(sign_twice(listed, stamp)))


def _says_already(book: Book, path: str, did: str, bits: Iterable[int]) -> bool:
    try:
        listed = read_document((book.root / path).read_bytes())
        signed = listed["proof"][0]["verificationMethod"]
        same = listed["issuer"] == did and listed["credentialSubject"]["encodedList"] == packed(
            bits
        )
    except (OSError, Unreadable, KeyError, TypeError, IndexError):
        return False
    return same and book.log.trusts(str(signed).rpartition("#")[2])
