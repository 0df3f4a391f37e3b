"""People of an index as the manifest keeps them, so that the page can be made without planning every site again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from portfolio_gen.model.blueprint import PersonView
from portfolio_gen.model.work_views import ElsewhereView, MediaView


def person_to_json(person: PersonView, root: Path) -> dict[str, Any]:
    """A person as JSON, with paths relative to the school's folder; copies of what they link to stay on their site."""
    links = [(one.title, one.url, one.about) for one in person.links]
    alone = replace(person, picture=None, links=())
    return {**asdict(alone), "picture": media_to_json(person.picture, root), "links": links}


def person_from_json(told: Mapping[str, Any], root: Path) -> PersonView | None:
    """The person that `person_to_json` has written; None when another version of the program has written it."""
    try:
        return PersonView(
            **{
                **told,
                "picture": media_from_json(told["picture"], root),
                "interests": tuple(told["interests"]),
                "links": tuple(
                    ElsewhereView(title=title, url=url, about=about)
                    for title, url, about in told["links"]
                ),
                "facts": tuple((number, what) for number, what in told["facts"]),
            }
        )
    except (KeyError, TypeError, ValueError):
        return None


def media_to_json(picture: MediaView | None, root: Path) -> dict[str, Any] | None:
    """A picture as JSON; nothing that stands behind it comes along."""
    if picture is None:
        return None
    source = picture.source
    inside = source.relative_to(root) if source.is_relative_to(root) else source
    alone = replace(picture, before=None, poster=None, download=False)
    return {**asdict(alone), "source": inside.as_posix()}


def media_from_json(told: Mapping[str, Any] | None, root: Path) -> MediaView | None:
    """The picture that `media_to_json` has written.

    Raises:
        KeyError, TypeError, ValueError: another version of the program has written it.
    """
    return MediaView(**{**told, "source": root / told["source"]}) if told else None
