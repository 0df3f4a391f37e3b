"""A badge from elsewhere on a student's ledger: a recognition by its issuer, with what its signature is worth."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portfolio_gen.deciding.ledgers import append
from portfolio_gen.exchange.slugs import slug
from portfolio_gen.exchange.works import Badge, CannotImport, header_of, read_badge, unpadded
from portfolio_gen.model.student import ASIDE
from portfolio_gen.model.value import dataclass
from portfolio_gen.proceedings import CannotProceed
from portfolio_gen.receiving.homes import CannotReceive, home_of
from portfolio_gen.seal.contexts import UnknownContext
from portfolio_gen.seal.did import is_trial, key_named
from portfolio_gen.seal.document import Document, Unreadable, read_document
from portfolio_gen.seal.keys import signed_by
from portfolio_gen.seal.linked_data import Meaningless
from portfolio_gen.seal.proofs import proves


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A badge that was looked at."""

    badge: Badge
    holds: bool
    """Whether its signature is that of its issuer."""
    says: str
    """What can be said of it, in one or two sentences."""


def recognise(file: Path, *, issuer: Path | None, now: str) -> Recognised:
    """Read a badge and judge its signature; nothing is asked of a network.

    Args:
        file: the badge.
        issuer: `did.json` of its issuer, from the issuer; not needed where the issuer is nothing but a key.
        now: the moment, in UTC.

    Raises:
        CannotReceive: it is no badge of Open Badges 3.0, or the issuer's file cannot be read.
    """
    try:
        badge = read_badge(file)
    except CannotImport as problem:
        raise CannotReceive(f"{file}: {problem}; {problem.hint}.") from None
    known = _known(issuer)
    wrong = _doubt(badge, known)
    parts = [wrong or _trust(badge)]
    if badge.until and badge.until[:10] < now[:10]:
        parts.append(f"It held until {badge.until[:10]}.")
    if badge.credential.get("credentialStatus"):
        parts.append("Whether its issuer has taken it back since was not asked.")
    return Recognised(badge=badge, holds=not wrong, says=" ".join(parts))


def _known(issuer: Path | None) -> Document | None:
    if issuer is None:
        return None
    try:
        return read_document((issuer / "did.json" if issuer.is_dir() else issuer).read_bytes())
    except Unreadable as problem:
        raise CannotReceive(f"{issuer} says nothing of an issuer: {problem}.") from None


def _trust(badge: Badge) -> str:
    if is_trial(badge.issuer_id):
        return "Its signature holds, and is of the key that it names as its issuer; who has that key, nothing tells."
    return f"Its signature holds, and is of a key that {badge.issuer_id} lets sign."


def _doubt(badge: Badge, known: Document | None) -> str:
    """Why its signature is not known to be that of its issuer; empty when it is."""
    signatures = list(_signatures(badge))
    if not signatures:
        return "Not verified: it has no signature."
    for method, holds in signatures:
        if not badge.issuer_id or not method.startswith(f"{badge.issuer_id}#"):
            return "Not verified: it was signed with a key that is not its issuer's."
        key = key_named(badge.issuer_id, method, known)
        if key is None and (known or is_trial(badge.issuer_id)):
            return "Not verified: it was signed with a key that is not its issuer's."
        if key is None:
            return "Not verified: whether the key is its issuer's was not known; ask them for their did.json."
        if not holds(key):
            return "Not verified: the signature does not hold, or is of a kind that cannot be checked here."
    return ""


def _signatures(badge: Badge) -> Iterator[tuple[str, Any]]:
    """The name of each key that has signed, and how to find out whether it has."""
    if badge.token:
        head = header_of(badge.token)
        method = str(head.get("kid", ""))
        yield (
            (method if "#" in method else f"{method}#{method.removeprefix('did:key:')}"),
            _of_token(badge.token, head),
        )
        return
    proofs = badge.credential.get("proof")
    bare = {name: value for name, value in badge.credential.items() if name != "proof"}
    for one in proofs if isinstance(proofs, list) else [proofs] if isinstance(proofs, dict) else []:
        proof = one if isinstance(one, dict) else {}
        yield str(proof.get("verificationMethod", "")), _of_document(bare, proof)


def _of_token(token: str, head: Document) -> Any:
    def holds(key: str) -> bool:
        message, _, signature = token.rpartition(".")
        try:
            return head.get("alg") in ("EdDSA", "Ed25519") and signed_by(
                key, unpadded(signature), message.encode()
            )
        except ValueError:
            return False

    return holds


def _of_document(bare: Document, proof: Document) -> Any:
    def holds(key: str) -> bool:
        if (
            proof.get("type") != "DataIntegrityProof"
            or proof.get("proofPurpose") != "assertionMethod"
        ):
            return False
        try:
            return proves(bare, proof, key)
        except (Meaningless, UnknownContext, ValueError, KeyError, TypeError):
            return False

    return holds


def put_on_record(
    found: Recognised,
    file: Path,
    root: Path,
    student: str,
    *,
    validator: str | None,
    only_plan: bool,
) -> tuple[str, ...]:
    """Add the recognition to the student's ledger, and keep the badge aside; gives the files, from the school's folder.

    Args:
        found: the badge as it was judged.
        file: where it is.
        root: the school's folder.
        student: id of the student.
        validator: who at the school has checked it, in words for readers.
        only_plan: whether nothing is to be written.

    Raises:
        CannotReceive: there is no such student, they have no ledger, or it cannot be added to.
        OSError: a file cannot be written.
    """
    home = home_of(root, student)
    ledger = home.school.ledgers.get(student)
    if ledger is None:
        raise CannotReceive(
            f"transcripts/{student}.yml cannot be read, or is not there; `portfolio-gen check {root}` says why."
        )
    badge = found.badge
    if any(
        (one.title, one.issuer, one.date) == (badge.title, badge.issuer, badge.date)
        for one in ledger.recognitions
    ):
        raise CannotReceive(
            f"`{badge.title}` by {badge.issuer} is on record already. Nothing was changed."
        )
    entry = {
        "title": badge.title,
        "issuer": badge.issuer,
        "date": str(badge.date),
        "about": "\n\n".join(filter(None, (badge.about, found.says))),
        "criteria": badge.criteria,
        "validator": validator or "",
        "url": badge.url,
    }
    shelf = home.folder / ASIDE
    name = slug(file.stem)[:40].strip("-") or "badge"
    names = (name, *(f"{name}-{number}" for number in range(2, 1_000)))
    aside = next(shelf / one for one in names if not (shelf / one).exists())
    written = (f"transcripts/{student}.yml", f"students/{student}/{ASIDE}/{aside.name}/{file.name}")
    if only_plan:
        return written
    try:
        append(root, student, "recognitions", [entry])
    except CannotProceed as problem:
        raise CannotReceive(f"{problem}.") from None
    aside.mkdir(parents=True)
    shutil.copyfile(file, aside / file.name, follow_symlinks=False)
    return written
