"""People of an index as the manifest keeps them, so that the page can be made without planning every site again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from portfolio_gen.model.blueprint import PersonView
from portfolio_gen.model.work_views import MediaView


def person_to_json(person: PersonView, root: Path) -> dict[str, Any]:
    """A person as JSON, with paths relative to the school's folder."""
    told = asdict(person)
    if person.picture:
        source = person.picture.source
        inside = source.relative_to(root) if source.is_relative_to(root) else source
        told["picture"]["source"] = inside.as_posix()
    return told


def person_from_json(told: Mapping[str, Any], root: Path) -> PersonView | None:
    """The person that `person_to_json` has written; None when another version of the program has written it."""
    try:
        picture = told["picture"]
        view = MediaView(**{**picture, "source": root / picture["source"]}) if picture else None
        return PersonView(
            **{
                **told,
                "picture": view,
                "interests": tuple(told["interests"]),
                "links": tuple((title, url, about) for title, url, about in told["links"]),
                "facts": tuple((number, what) for number, what in told["facts"]),
            }
        )
    except (KeyError, TypeError, ValueError):
        return None
