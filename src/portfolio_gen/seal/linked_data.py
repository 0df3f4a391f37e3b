"""The meaning of a document as canonical statements: JSON-LD 1.1 to RDF, labelled by RDFC-1.0.

Sources: https://www.w3.org/TR/json-ld11-api/, https://www.w3.org/TR/rdf-canon/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from pyld import jsonld

from portfolio_gen.seal.contexts import UnknownContext, context

_RELATIVE = "https://relative.invalid/"
"""Begins what is no whole address: without such a base, PyLD would take one of its own, and sign that."""

Contexts = Callable[[str], Any]
"""Address to context."""


class Meaningless(ValueError):
    """A document has words that would not be signed, for they mean nothing; the message names one."""


def statements(document: Mapping[str, Any], known: Contexts = context) -> bytes:
    """Everything that a document states, as canonical N-Quads.

    Raises:
        Meaningless: a word of it has no meaning, or a name is no whole address.
        UnknownContext: it asks for a context that is not known.
    """
    options = {"documentLoader": _loader(known), "base": _RELATIVE}
    try:
        expanded = jsonld.expand(dict(document), {**options}, on_property_dropped=_refuse)
        _expect_whole(expanded)
        told = jsonld.normalize(
            expanded,
            {**options, "algorithm": "URDNA2015", "format": "application/n-quads"},
        )
    except jsonld.JsonLdError as problem:
        if (cause := _first(problem)) is not None:
            raise cause from None
        raise Meaningless(f"it is no linked data: {problem.type}") from None
    return str(told).encode("utf-8")


def _first(problem: BaseException) -> UnknownContext | Meaningless | None:
    """What we ourselves have said, inside of what the library made of it."""
    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, UnknownContext | Meaningless):
            return cause
        cause = getattr(cause, "cause", None) or cause.__cause__
    return None


def _loader(known: Contexts) -> Callable[[str, Any], dict[str, Any]]:
    def load(address: str, _options: Any) -> dict[str, Any]:
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": known(address),
        }

    return load


def _refuse(name: object) -> None:
    raise Meaningless(f"`{name}` has no meaning in this document")


def _expect_whole(expanded: Any) -> None:
    for name in _names(expanded):
        if not urlsplit(name).scheme or " " in name or name.startswith(_RELATIVE):
            name = name.removeprefix(_RELATIVE)
            raise Meaningless(f"`{name}` is not a whole address")


def _names(value: Any) -> Iterator[str]:
    """All identifiers and types in an expanded document."""
    if isinstance(value, list):
        for one in value:
            yield from _names(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in ("@id", "@type"):
                yield from [one] if isinstance(one, str) else one
            else:
                yield from _names(one)
