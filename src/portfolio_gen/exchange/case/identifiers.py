"""GUIDs (CASE 1.1, UUID in its lower-case form): those that a framework has, and lasting ones for everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import NAMESPACE_URL, UUID, uuid5

from portfolio_gen.model.framework import Competency, Credit, Domain, Framework
from portfolio_gen.model.school import School
from portfolio_gen.model.target import Target

_UUID = re.compile(r"(?:.*[:/])?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
"""A UUID, or a URI that ends in one."""

Name = tuple[str, str]
"""Kind and id of a part of a framework."""


class Identifiers:
    """The GUIDs of one framework and its parts.

    What has an identifier keeps it. Anything else gets a version 5 UUID (RFC 9562, section 5.5) from the framework's
    own GUID and its kind and id, so that it is the same in every export. The framework's GUID is made in the same way
    from the school's address and the framework's id: a school that may change its address writes it down once.
    """

    def __init__(self, framework: Framework, school: School) -> None:
        """Begin with the framework's own GUID."""
        about = school.settings.url or school.settings.school
        given = guid(framework.identifier)
        self.framework = given or str(uuid5(NAMESPACE_URL, f"{about}#{framework.id}"))
        self._base = UUID(self.framework)
        self._given: dict[str, Name] = {}

    def of(self, name: Name, identifier: str | None = None) -> str:
        """The GUID of a part of the framework.

        Args:
            name: its kind and id.
            identifier: the one that it has. When something else has it already, it is not used a second time.
        """
        if (given := guid(identifier)) and self._given.setdefault(given, name) == name:
            return given
        return self.made("/".join(name))

    def made(self, name: str) -> str:
        """A GUID made from a name that is unique within the framework."""
        return str(uuid5(self._base, name))


def guid(identifier: str | None) -> str:
    """The UUID in an identifier; one made from it when it is something else; empty without one."""
    if not identifier:
        return ""
    match = _UUID.fullmatch(identifier.strip())
    return match[1].lower() if match else str(uuid5(NAMESPACE_URL, identifier.strip()))


def parts_of(framework: Framework) -> Iterator[tuple[str, Domain | Competency | Credit | Target]]:
    """Kind and noun of everything that has a meaning of its own, so that a crosswalk can name it."""
    yield from (("domain", one) for one in framework.domains)
    yield from (("competency", one) for one in framework.competencies)
    yield from (("credit", one) for one in framework.all_credits())
    yield from (("target", one) for one in framework.targets)


def known_parts(framework: Framework, school: School) -> dict[str, Name]:
    """The GUID of each such part, to its kind and id."""
    identifiers = Identifiers(framework, school)
    return {
        identifiers.of((kind, one.id), one.identifier): (kind, one.id)
        for kind, one in parts_of(framework)
    }
