"""The smallest school with a public address and a key, whose records are signed in a test; and one long record."""

from __future__ import annotations

import copy
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from portfolio_gen.hallway.records import draft, site_of
from portfolio_gen.issuing import Book, Issued, Issuing, add_key, issue, read_whole
from portfolio_gen.seal.did import did_document, method_of
from portfolio_gen.seal.document import Document, read_document
from portfolio_gen.seal.keys import SigningKey, key_of
from portfolio_gen.seal.sign import Stamp, sign_record, sign_twice
from portfolio_gen.seal.status import Purpose, entry, status_list
from portfolio_gen.seal.verify import Papers
from school import PORTFOLIO, STUDENT, TODAY, minimal_school, write

HOST = "https://portfolios.little-school.example"
SETTINGS = f"""{PORTFOLIO}secret: the-secret-of-little-school
editions:
  family:
    build: false
  college:
    address: {HOST}/college/
"""
KEY = key_of(bytes(range(32)))
"""Of this test's school; nobody's."""
OTHER_KEY = key_of(bytes(range(1, 33)))
AT = "2026-11-22T09:00:00Z"
DID = "did:web:portfolios.little-school.example:college:issuer"
HOME = f"{HOST}/college/issuer/"
RECORD = f"transcripts/records/college/{STUDENT}.json"
COLLEGE = Issuing(editions=("college",))


def signed_school(folder: Path, *, key: SigningKey = KEY) -> Path:
    """A school of one student, whose record for colleges is signed."""
    keyed_school(folder, key=key)
    sign(folder, key=key)
    return folder


def keyed_school(folder: Path, *, key: SigningKey = KEY) -> Path:
    """The same school with a key, and nothing signed."""
    minimal_school(folder)
    write(folder, {"portfolio.yml": SETTINGS})
    add_key(Book(folder, read_whole(folder).records), key.public, AT)
    return folder


def sign(folder: Path, wanted: Issuing = COLLEGE, *, key: SigningKey = KEY, at: str = AT) -> Issued:
    return issue(folder, wanted, key, on=TODAY, at=at)


def record_of(folder: Path) -> Document:
    return read_document((folder / RECORD).read_bytes())


def content_of(count: int) -> Document:
    """A record of so many credits, not signed yet, in every way as one of a real school."""
    content = copy.deepcopy(_content())
    subject = content["credentialSubject"]
    pattern = subject["verifiableCredential"][0]
    subject["verifiableCredential"] = [another(pattern, number) for number in range(count)]
    return content


@lru_cache(maxsize=1)
def _content() -> Document:
    with tempfile.TemporaryDirectory() as folder:
        school = read_whole(keyed_school(Path(folder) / "school"))
        student = school.students[0]
        site = site_of(school, student, "college", TODAY)
        assert site
        drawn = draft(school, student, site, TODAY, key=KEY.public, salt="")
    assert drawn
    return drawn.content


def another(credit: Document, number: int) -> Document:
    """A credit like another one, with names and identifiers of its own."""
    made = copy.deepcopy(credit)
    made["id"] = f"urn:uuid:00000000-0000-4000-8000-{number:012}"
    made["name"] = f"Credit {number} (Foundation)"
    achievement = made["credentialSubject"]["achievement"]
    marks = {achievement["id"]: f"{HOST}/credits/{number}"}
    rubric = achievement["resultDescription"][0]
    marks[rubric["id"]] = f"{HOST}/credits/{number}#rubric"
    for level in rubric["rubricCriterionLevel"]:
        marks[level["id"]] = f"{HOST}/credits/{number}#level-{level['level']}"
    made = _renamed(made, marks)
    made["evidence"][0]["id"] = f"{HOST}/college/ada-park/credits/{number}/#foundation"
    subject = made["credentialSubject"]
    subject["achievement"]["name"] = f"Credit {number}"
    subject["narrative"] = f"The committee saw work number {number}.\n{subject['narrative']}"
    return made


def _renamed(value: Any, marks: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _renamed(one, marks) for name, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, marks) for one in value]
    return marks.get(value, value) if isinstance(value, str) else value


def stamp(key: SigningKey = KEY, *, did: str = DID, until: str = "", at: str = AT) -> Stamp:
    return Stamp(
        key=key, method=method_of(did, key.public), at=at, until=until, status=entry(HOME, 7)
    )


def signed_record(count: int = 3, key: SigningKey = KEY, until: str = "") -> Document:
    return sign_record(content_of(count), stamp(key, until=until))


def papers(*, revoked: tuple[int, ...] = (), newer: tuple[int, ...] = ()) -> Papers:
    """What the school of these records publishes."""
    return Papers(
        did=did_document(DID, [KEY.public]),
        revoked=signed_list("revocation", revoked),
        newer=signed_list("refresh", newer),
    )


def signed_list(purpose: Purpose, bits: tuple[int, ...], key: SigningKey = KEY) -> Document:
    return sign_twice(status_list(HOME, {"id": DID}, purpose, bits, AT), stamp(key))
