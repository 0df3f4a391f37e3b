"""The small parts that records are made of: letters, numbers, lists, identifiers, keys."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from portfolio_gen.seal import contexts
from portfolio_gen.seal.canonical import canonical
from portfolio_gen.seal.compose import plain
from portfolio_gen.seal.contexts import OF_RECORD, UnknownContext, context
from portfolio_gen.seal.did import did_of, home_of, key_named, place_of
from portfolio_gen.seal.keys import CannotOpen, new_key, open_key, signed_by
from portfolio_gen.seal.linked_data import Meaningless, statements
from portfolio_gen.seal.multibase import decode, encode
from portfolio_gen.seal.multikey import is_public
from portfolio_gen.seal.sign import sign_record
from portfolio_gen.seal.status import BITS, is_set, packed
from signed_school import DID, KEY, content_of, stamp


def test_json_is_written_as_rfc_8785_says() -> None:
    value = {"b": [1.0, 1e21, 0.002, -0.0], "a": '€\u000f\n"\\', "\u20ac": None, "ö": True}

    assert canonical(value) == (
        '{"a":"€\\u000f\\n\\"\\\\","b":[1,1e+21,0.002,0],"ö":true,"€":null}'.encode()
    )


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\0\0\xff", bytes(range(64)), b"\xed\x01" + b"\7" * 32]
)
def test_base58_gives_back_what_it_was_given(data: bytes) -> None:
    assert decode(encode(data)) == data


@pytest.mark.parametrize("text", ["", "abc", "z0", "zI", "z" + "1" * 300])
def test_what_is_not_base58_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        decode(text)


def test_contexts_are_those_that_were_published() -> None:
    for address in OF_RECORD:
        assert "@context" in context(address)


def test_another_copy_of_a_context_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pin = contexts.Pin("credentials-v2.json", "0" * 64)
    monkeypatch.setitem(contexts.PINS, contexts.CREDENTIALS, pin)
    context.cache_clear()

    with pytest.raises(UnknownContext):
        context(contexts.CREDENTIALS)
    context.cache_clear()


@pytest.mark.parametrize(
    "change",
    [
        {"honours": "highest"},
        {"id": "transcript.json"},
        {"id": "https://school.example/a b"},
        {"type": ["VerifiableCredential", "ClrCredential", "Honours"]},
    ],
)
def test_what_means_nothing_is_not_signed(change: dict[str, object]) -> None:
    content = content_of(1)

    statements(content)
    with pytest.raises(Meaningless):
        statements({**content, **change})


def test_a_context_that_is_not_known_is_never_fetched() -> None:
    with pytest.raises(UnknownContext):
        statements({"@context": "https://example.org/context.json", "name": "x"})


def test_letters_that_programs_write_differently_are_left_out() -> None:
    assert plain("a\x00b\x7fc\x0bd\te\r\nf\ud800") == "abcd\te\nf"


def test_lists_say_which_bits_are_set() -> None:
    listed = packed([0, 9, BITS - 1])

    assert [is_set(listed, bit) for bit in (0, 1, 9, BITS - 1)] == [True, False, True, True]
    assert is_set(listed, BITS) is None
    assert is_set("u!!!", 0) is None
    assert is_set("uAAAA", 0) is None
    assert is_set(packed([]), -1) is None
    assert len(packed(range(100))) < 300


@pytest.mark.parametrize(
    ("address", "did"),
    [
        ("https://school.example/college/", "did:web:school.example:college:issuer"),
        ("https://School.Example", "did:web:school.example:issuer"),
        ("https://school.example:8443/a/b", "did:web:school.example%3A8443:a:b:issuer"),
        ("https://user.github.io/our%20school/", "did:web:user.github.io:our%20school:issuer"),
    ],
)
def test_an_identifier_leads_to_a_plain_file(address: str, did: str) -> None:
    assert did_of(address) == did
    assert home_of(did).lower() == f"{address.rstrip('/')}/issuer/".lower()


@pytest.mark.parametrize(
    "did",
    [
        "did:web:school.example",
        "did:web:school.example:..:issuer",
        "did:web:school.example:a%2Fb:issuer",
        "did:web:::issuer",
        "did:plc:school",
    ],
)
def test_an_identifier_that_leads_elsewhere_leads_nowhere(did: str) -> None:
    assert home_of(did) == place_of(did) == ""


def test_a_private_key_opens_with_its_passphrase_alone() -> None:
    key = new_key()
    sealed = key.sealed("four words nobody guesses")

    assert b"ENCRYPTED" in sealed
    assert open_key(sealed, "four words nobody guesses").public == key.public
    with pytest.raises(CannotOpen):
        open_key(sealed, "four words nobody guessed")
    with pytest.raises(CannotOpen):
        open_key(b"nothing", "x")
    assert repr(key).count("_private") == 0


def test_a_signature_is_of_one_key_and_one_message() -> None:
    key = new_key()
    signature = key.sign(b"message")

    assert signed_by(key.public, signature, b"message")
    assert not signed_by(key.public, signature, b"massage")
    assert not signed_by(new_key().public, signature, b"message")
    assert not signed_by("z6MkNothing", signature, b"message")
    assert is_public(key.public) and not is_public(key.public + "1")


def test_a_key_name_of_another_issuer_is_no_key() -> None:
    assert key_named(DID, f"did:web:other.example:issuer#{KEY.public}", None) is None


def test_thirty_credits_are_signed_at_once() -> None:
    """It takes 0.4 s of processor time; twice that is allowed, for this machine may be busy."""
    content = content_of(30)
    sign_record(content_of(1), stamp())
    taken = []
    for _ in range(3):
        start = time.process_time()
        record = sign_record(content, stamp())
        taken.append(time.process_time() - start)

    assert len(record["credentialSubject"]["verifiableCredential"]) == 30
    assert min(taken) < 0.8
    print(f"30 credits signed in {min(taken):.2f} s")


def test_building_and_checking_bring_no_library_along_that_only_signing_needs() -> None:
    code = (
        "import sys, portfolio_gen.build, portfolio_gen.survey; "
        "print(sorted({'cryptography', 'pyld', 'rfc8785', 'uuid'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
