"""An Open Badges 3.0 credential: as JSON, as a signed token (JWT), or baked into a PNG or SVG picture.

1EdTech Open Badges Specification 3.0, sections 5.3 (baking) and 8.2 (JSON Web Token proof).
"""

from __future__ import annotations

import base64
import binascii
import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portfolio_gen.exchange.plain_text import LONGEST_LINE, LONGEST_PROSE, plain, shortened
from portfolio_gen.exchange.rules import TOO_LARGE, UNKNOWN_FORMAT
from portfolio_gen.exchange.works.folder import CannotImport
from portfolio_gen.exchange.works.times import read_date
from portfolio_gen.exchange.works.xml_tree import Element, read_xml
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.speech import Figure, Sentence
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass

WHAT = to_tell("an Open Badges 3.0 credential")
PICTURE = to_tell("a picture with an Open Badges 3.0 credential")
MOST_BYTES = 20_000_000
LARGEST_CREDENTIAL = 4_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"openbadgecredential"
_OLDER = b"openbadges"
_SVG = "https://purl.imsglobal.org/ob/v3p0 credential"
_TYPES = frozenset({"OpenBadgeCredential", "AchievementCredential"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What a credential says, and how it is signed."""

    credential: dict[str, Any]
    token: str = ""
    """The signed token that it came in; empty where the proof stands in the credential itself."""
    title: str
    issuer: str
    """Name of whoever issued it."""
    issuer_id: str
    date: PartialDate
    about: str = ""
    criteria: str = ""
    url: str = ""
    until: str = ""
    """The moment until which it holds, as written; empty for ever."""
    holder: str = ""
    """Whom it names, as written; a digest says it to those alone who know already."""


def read_badge(path: Path) -> Badge:
    """The credential in a file.

    Raises:
        CannotImport: there is none in it that could be read.
    """
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise CannotImport(
            TOO_LARGE,
            tell("this file has more than %(most)s bytes", most=Figure(MOST_BYTES)),
            tell("ask for the credential itself"),
        )
    text = _written(data)
    if text.startswith("{"):
        credential, token = _object(text), ""
        enveloped = (
            credential.get("id", "")
            if "EnvelopedVerifiableCredential" in _listed(credential.get("type"))
            else ""
        )
        if isinstance(enveloped, str) and enveloped.startswith("data:application/vc+jwt,"):
            token = enveloped.partition(",")[2]
    else:
        credential, token = {}, text
    if token:
        payload = _object(_part(token, 1))
        credential = payload["vc"] if isinstance(payload.get("vc"), dict) else payload
    return _badge(credential, token)


def _written(data: bytes) -> str:
    """The text of the credential, wherever it stands in a file."""
    if data.startswith(_PNG):
        return _baked_in_png(data)
    text = data.decode("utf-8-sig", "replace").strip()
    if text.startswith("<"):
        return _baked_in_svg(data)
    if not text or len(text) > LARGEST_CREDENTIAL:
        raise _no(tell("there is nothing in it, or too much"))
    return text


def _baked_in_png(data: bytes) -> str:
    """The text of the chunk `openbadgecredential` (PNG, section 11.3.4.5: `iTXt`)."""
    for kind, chunk in _chunks(data):
        keyword, _, rest = chunk.partition(b"\0")
        if kind == b"iTXt" and keyword == _KEYWORD:
            packed, rest = rest[:1] == b"\1", rest[2:]
            text = rest.partition(b"\0")[2].partition(b"\0")[2]
            return (_unpacked(text) if packed else text).decode("utf-8", "replace").strip()
        if kind in (b"iTXt", b"tEXt") and keyword == _OLDER:
            raise _no(tell("a badge of an earlier version is baked into this picture"))
    raise _no(tell("no badge is baked into this picture"))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 8 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _unpacked(packed: bytes) -> bytes:
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(packed, LARGEST_CREDENTIAL)
    except zlib.error:
        raise _no(tell("the badge in this picture is damaged")) from None
    if reader.unconsumed_tail:
        raise _no(tell("the badge in this picture unpacks to too much"))
    return text


def _baked_in_svg(data: bytes) -> str:
    for element in _all(read_xml(data, PICTURE)):
        if element.name == _SVG:
            return element.given.get("verify") or element.text().strip()
    raise _no(tell("no badge of this version is baked into this picture"))


def _all(element: Element) -> Iterator[Element]:
    yield element
    for one in element.children:
        if isinstance(one, Element):
            yield from _all(one)


def _part(token: str, place: int) -> str:
    """One of the three parts of a token, unpacked (RFC 7515, section 7.1)."""
    parts = token.split(".")
    if len(parts) != 3 or len(token) > LARGEST_CREDENTIAL:
        raise _no(tell("it is neither JSON nor a signed token"))
    try:
        return unpadded(parts[place]).decode("utf-8")
    except (binascii.Error, ValueError):
        raise _no(tell("its token is damaged")) from None


def header_of(token: str) -> dict[str, Any]:
    """What a token says of its signature."""
    return _object(_part(token, 0))


def unpadded(text: str) -> bytes:
    """Bytes in Base64url without padding (RFC 7515, section 2)."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise _no(tell("what should be JSON cannot be read")) from None
    if not isinstance(value, dict):
        raise _no(tell("it is not one JSON object"))
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which nothing is said twice, or two programs would read two things in it."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("something is there twice")
    return found


def _badge(credential: dict[str, Any], token: str) -> Badge:
    types = _listed(credential.get("type"))
    subject = _first(credential.get("credentialSubject"))
    achievement = _first(subject.get("achievement"))
    if not _TYPES & set(filter(lambda one: isinstance(one, str), types)) or not achievement:
        raise _no(
            tell(
                "it tells of no achievement; a badge of an earlier version is another kind of file"
            )
        )
    issuer = credential.get("issuer")
    given = issuer if isinstance(issuer, dict) else {"id": issuer}
    when = next(
        (
            found.date
            for key in ("awardedDate", "validFrom", "issuanceDate")
            if (found := read_date(_text(credential.get(key))))
        ),
        None,
    )
    if when is None:
        raise _no(tell("it does not say when it was awarded"))
    criteria = _first(achievement.get("criteria"))
    return Badge(
        credential=credential,
        token=token,
        title=_line(achievement.get("name")) or _line(credential.get("name")) or "Badge",
        issuer=_line(given.get("name")) or _line(given.get("id")) or "somebody unknown",
        issuer_id=_text(given.get("id")),
        date=when,
        about=_prose(achievement.get("description")),
        criteria=_prose(criteria.get("narrative")) or _line(criteria.get("id")),
        url=next(
            filter(
                _is_web,
                (_text(one.get("id")) for one in (credential, achievement, criteria, given)),
            ),
            "",
        ),
        until=_text(credential.get("validUntil") or credential.get("expirationDate")),
        holder=_holder(subject),
    )


def _holder(subject: dict[str, Any]) -> str:
    """Whom it names: in words, by a digest, or by an identifier."""
    for one in _listed(subject.get("identifier")):
        if isinstance(one, dict) and one.get("identityHash"):
            return (
                f"a digest ({_line(one['identityHash'])})"
                if one.get("hashed")
                else _line(one["identityHash"])
            )
    return _line(subject.get("id"))


def _is_web(text: str) -> bool:
    return text.startswith("https://") and len(text) <= LONGEST_LINE


def _first(value: Any) -> dict[str, Any]:
    return next((one for one in _listed(value) if isinstance(one, dict)), {})


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    """A text, also where it is said in several languages: then the first."""
    if isinstance(value, list | dict):
        first = _first(value)
        return _text(first.get("@value")) if "@value" in first else ""
    return value if isinstance(value, str) else ""


def _line(value: Any) -> str:
    return shortened(" ".join(plain(_text(value)).text.split()), LONGEST_LINE)


def _prose(value: Any) -> str:
    return plain(_text(value)).text[: LONGEST_PROSE // 2]


def _no(why: Sentence) -> CannotImport:
    return CannotImport(
        UNKNOWN_FORMAT,
        tell("this is not %(what)s: %(why)s", what=tell(WHAT), why=why),
        tell("ask whoever issued it for a file of Open Badges 3.0"),
    )
