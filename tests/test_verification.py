"""What is asked on the web, of whom, and what comes of an answer that cannot be believed."""

from __future__ import annotations

import urllib.request
from collections.abc import Mapping
from pathlib import Path

import pytest

from portfolio_gen import verification
from portfolio_gen.seal.document import write_document
from portfolio_gen.verification import CannotVerify, examine
from signed_school import HOME, papers, signed_record

NOW = "2026-11-23T00:00:00Z"


class Web:
    """What lies at which address, and what was asked for."""

    def __init__(self, pages: Mapping[str, bytes]) -> None:
        self.pages, self.asked = pages, list[str]()

    def fetched(self, address: str) -> bytes:
        self.asked.append(address)
        if address not in self.pages:
            raise CannotVerify(f"{address} cannot be asked")
        return self.pages[address]


def school_web() -> dict[str, bytes]:
    found = papers()
    assert found.did and found.revoked and found.newer
    return {
        f"{HOME}did.json": write_document(found.did),
        f"{HOME}status.json": write_document(found.revoked),
        f"{HOME}newer.json": write_document(found.newer),
    }


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "transcript.json"
    file.write_bytes(write_document(signed_record(1)))
    return file


def test_the_schools_own_address_is_asked_and_nobody_else(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web(school_web())
    monkeypatch.setattr(verification, "_fetched", web.fetched)
    found = examine(record, online=True, now=NOW).verdict

    assert (found.genuine, found.revoked, found.newer) == (True, False, False)
    assert web.asked == [*web.pages]


def test_without_its_lists_a_school_is_known_and_the_rest_is_not_told(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web({f"{HOME}did.json": school_web()[f"{HOME}did.json"]})
    monkeypatch.setattr(verification, "_fetched", web.fetched)
    found = examine(record, online=True, now=NOW).verdict

    assert (found.genuine, found.revoked, found.newer) == (True, None, None)


def test_nothing_is_asked_unless_that_is_wanted(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = Web(school_web())
    monkeypatch.setattr(verification, "_fetched", web.fetched)

    assert examine(record, now=NOW).verdict.known is False
    assert web.asked == []


def test_a_school_that_answers_nothing_leaves_no_answer(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "_fetched", Web({}).fetched)

    with pytest.raises(CannotVerify, match=r"did\.json"):
        examine(record, online=True, now=NOW)


@pytest.mark.parametrize("address", ["http://school.example/did.json", "file:///etc/passwd", ""])
def test_only_encrypted_addresses_are_asked(address: str) -> None:
    with pytest.raises(CannotVerify, match="relied on"):
        verification._fetched(address)


@pytest.mark.parametrize(
    ("there", "followed"),
    [
        ("https://school.example/issuer/moved.json", True),
        ("https://other.example/issuer/did.json", False),
        ("http://school.example/issuer/did.json", False),
    ],
)
def test_no_other_host_answers_for_a_school(there: str, followed: bool) -> None:
    request = urllib.request.Request("https://school.example/issuer/did.json")
    headers = dict[str, str]()
    handler = verification._SameHost()
    further = handler.redirect_request(request, None, 302, "moved", headers, there)

    assert (further is not None) == followed
