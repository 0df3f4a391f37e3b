"""What the words of a record mean: the published JSON-LD contexts, by address; none is ever fetched.

Their bytes come with the package `openbadgeslib` (none of its code is run) and are pinned here: another version of
them would be a break in every signature.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any, NamedTuple

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
RECORDS = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"

OF_RECORD = (CREDENTIALS, RECORDS, BADGES, EXTENSIONS)
"""The order is the one that CLR 2.0 and the validator of 1EdTech ask for."""
OF_CREDIT = (CREDENTIALS, BADGES)
OF_LIST = (CREDENTIALS,)


class Pin(NamedTuple):
    """A file of the package, and the SHA-256 that it must have."""

    file: str
    sha256: str


PINS = {
    CREDENTIALS: Pin(
        "credentials-v2.json", "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"
    ),
    RECORDS: Pin(
        "clr_context_2.0.1.json", "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6"
    ),
    BADGES: Pin(
        "ob-v3p0-context-3.0.3.json",
        "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
    ),
    EXTENSIONS: Pin(
        "ob-v3p0-extensions.json",
        "87c06c81bc2317663bf288d740d94fddd2818c4342b186270ff6371dfaa63f93",
    ),
}


class UnknownContext(ValueError):
    """A document says that its words mean something that is not known here."""


@cache
def context(address: str) -> Any:
    """The context that is published at an address.

    Raises:
        UnknownContext: it is not one of those that are pinned, or the package has other bytes.
    """
    pin = PINS.get(address)
    if pin is None:
        raise UnknownContext(f"the context {address} is not one that records may have")
    # Only what signs or checks needs it.
    from importlib.metadata import distribution

    place = f"openbadgeslib/ob3/contexts/{pin.file}"
    with open(str(distribution("openbadgeslib").locate_file(place)), "rb") as file:  # noqa: PTH123
        data = file.read()
    if hashlib.sha256(data).hexdigest() != pin.sha256:
        raise UnknownContext(f"the installed copy of {address} is not the published one")
    return json.loads(data)
