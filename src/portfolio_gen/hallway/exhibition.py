"""Works in the exhibition as the manifest keeps them, so that no site need be planned again to make its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from portfolio_gen.hallway.people import media_from_json, media_to_json
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.exhibition_views import ExhibitView


def exhibits_to_json(site: SiteBlueprint, root: Path) -> tuple[dict[str, Any], ...]:
    """The exhibits of a site as JSON, with paths relative to the school's folder."""
    return tuple(
        {**asdict(one), "picture": media_to_json(one.picture, root)} for one in site.exhibits
    )


def exhibit_from_json(told: Mapping[str, Any], root: Path) -> ExhibitView | None:
    """What `exhibits_to_json` has written of one work; None when another version of the program has written it."""
    try:
        return ExhibitView(**{**told, "picture": media_from_json(told["picture"], root)})
    except (KeyError, TypeError, ValueError):
        return None
