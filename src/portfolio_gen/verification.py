"""A college's walk: from a file that somebody has sent to what can be said of it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from portfolio_gen.hallway.records import kept_name
from portfolio_gen.model.value import dataclass
from portfolio_gen.render import links_of_pdf
from portfolio_gen.seal.did import home_of
from portfolio_gen.seal.document import MOST_BYTES, Document, Unreadable, read_document
from portfolio_gen.seal.status import NEWER_FILE, REVOKED_FILE
from portfolio_gen.seal.verify import Papers, Verdict, verify

PATIENCE = 20
"""Seconds for a file from the web."""
RECORD = "transcript.json"
DID = "did.json"
_VERIFY_LINK = re.compile(r"(.*/)verify/#([a-z0-9-]+)=([A-Za-z0-9_-]{43})", re.ASCII)


class CannotVerify(ValueError):
    """Nothing can be said of a file; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was looked at, and what can be said of it."""

    verdict: Verdict
    pdf: str = ""
    """Address of the record that a PDF names; empty when the file was the record itself."""
    theirs: bool | None = None
    """Whether it is of the person who was named; None when nobody was, or it cannot be told."""


def examine(
    file: Path,
    *,
    issuer: Path | None = None,
    record: Path | None = None,
    online: bool = False,
    person: tuple[str, str] | None = None,
    now: str,
) -> Examined:
    """Judge a record, or the record that a transcript's PDF names by its fingerprint.

    Whom to believe is the caller's to say: files that lie beside a record may come from whoever made it.

    Args:
        file: the record or the PDF.
        issuer: `did.json` of the school, or the folder where it lies with the school's lists.
        record: the record that belongs to a PDF; the one beside it by default.
        online: whether what is missing may be asked for at the school's web address.
        person: name and salt of somebody who says that the record is theirs.
        now: the moment at which it is judged, in UTC.

    Raises:
        CannotVerify: it is neither, or what it names is not there.
        OSError: a file cannot be read.
    """
    data, pdf = _read(file), ""
    if data.startswith(b"%PDF"):
        data, pdf = _record_of_pdf(file, data, record, online=online)
    try:
        document = read_document(data)
    except Unreadable as problem:
        raise CannotVerify(f"{file} is no record that can be read: {problem}") from None
    papers = _papers(document, issuer, online=online)
    verdict = verify(document, papers, now=now)
    theirs = is_of(document, *person) if person and verdict.school else None
    return Examined(verdict=verdict, pdf=pdf, theirs=theirs)


def is_of(record: Document, name: str, salt: str) -> bool:
    """Whether a record is somebody's: by the name that it says, or by one that it only knows by a digest.

    Args:
        record: that was judged before.
        name: the name on documents.
        salt: what the school has told the person; without use where the name stands in the record.
    """
    said = record["credentialSubject"]["identifier"]
    return any(
        one.get("identityHash") == (kept_name(name, salt) if one.get("hashed") else name)
        for one in said
        if isinstance(one, dict)
    )


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(max(MOST_BYTES, 20_000_000) + 1)


# What a PDF leads to


def _record_of_pdf(
    file: Path, data: bytes, record: Path | None, *, online: bool
) -> tuple[bytes, str]:
    """The record with the fingerprint that a PDF names, and its address."""
    link = _named(links_of_pdf(data))
    if link is None:
        raise CannotVerify(f"{file} names no record; ask for the record itself, {RECORD}")
    address, digest = link
    place = record or file.with_name(RECORD)
    if place.is_file():
        found = _read(place)
    elif online:
        found = _fetched(address)
    else:
        raise CannotVerify(
            f"the record of this PDF is published at {address}; add --online to ask for it, "
            "or download it and add --record FILE"
        )
    if hashlib.sha256(found).digest() != digest:
        raise CannotVerify(
            f"the record at hand is not the one that this PDF was made with; compare with {address}"
        )
    return found, address


def _named(links: Iterable[str]) -> tuple[str, bytes] | None:
    """Address and SHA-256 of the record that a link to a verify page names."""
    for link in links:
        if match := _VERIFY_LINK.fullmatch(link):
            try:
                digest = base64.urlsafe_b64decode(match[3] + "=")
            except (binascii.Error, ValueError):
                continue
            return f"{match[1]}{match[2]}/transcript/{RECORD}", digest
    return None


# What the issuer publishes


def _papers(document: Document, issuer: Path | None, *, online: bool) -> Papers:
    if issuer is not None:
        return _papers_in(issuer)
    named = document.get("issuer")
    home = home_of(str(named.get("id"))) if isinstance(named, dict) else ""
    return _papers_at(home) if online and home else Papers()


def _papers_in(place: Path) -> Papers:
    folder = place if place.is_dir() else place.parent
    did = _parsed(_read(folder / DID if place.is_dir() else place), place)
    return Papers(
        did=did,
        revoked=_if_there(folder / REVOKED_FILE),
        newer=_if_there(folder / NEWER_FILE),
    )


def _if_there(file: Path) -> Document | None:
    return _parsed(_read(file), file) if file.is_file() else None


def _papers_at(home: str) -> Papers:
    did = _parsed(_fetched(urljoin(home, DID)), home)
    lists: list[Document | None] = []
    for name in (REVOKED_FILE, NEWER_FILE):
        try:
            lists.append(_parsed(_fetched(urljoin(home, name)), home))
        except CannotVerify:
            lists.append(None)
    return Papers(did=did, revoked=lists[0], newer=lists[1])


def _parsed(data: bytes, place: Path | str) -> Document:
    try:
        return read_document(data)
    except Unreadable as problem:
        raise CannotVerify(f"{place} cannot be used: {problem}") from None


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a host to itself only: an identifier names a host, and no other may answer for it."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        """Refuse any other host, and anything that is not encrypted."""
        before, after = urlsplit(req.full_url), urlsplit(newurl)
        if (before.scheme, before.netloc) != (after.scheme, after.netloc):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetched(address: str) -> bytes:
    """A file from the web, by https alone."""
    if urlsplit(address).scheme != "https":
        raise CannotVerify(f"{address} is no address that can be relied on")
    opener = urllib.request.build_opener(_SameHost)
    try:
        with opener.open(address, timeout=PATIENCE) as answer:
            data: bytes = answer.read(MOST_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise CannotVerify(f"{address} cannot be asked: {problem}") from None
    return data
