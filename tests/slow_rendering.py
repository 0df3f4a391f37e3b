"""Plain pages that take a while, so that there is time to kill who makes them."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from plain_rendering import PLAIN
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.render import Rendered, Workshop


def site(blueprint: SiteBlueprint, workshop: Workshop, into: Path) -> Rendered:
    time.sleep(0.1)
    return PLAIN.site(blueprint, workshop, into)


SLOW = replace(PLAIN, site=site)
