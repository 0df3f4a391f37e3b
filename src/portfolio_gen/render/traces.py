"""Which files an original would leave when it is published: a file that is not to be seen leaves none of them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.staging import Staging


def traces_of(source: Path, cache: Path) -> frozenset[str]:
    """Names and SHA-256 digests of the files that would be made of an original; none of one that cannot be shown.

    Names are made of the content, so a copy of the original under another name leaves the same.
    """
    with tempfile.TemporaryDirectory() as folder:
        staging = Staging(Path(folder))
        Cabinet(staging, cache, "en", folder="").publish(MediaView(source=source, alt="", title=""))
        return frozenset({*staging.files, *staging.files.values()})
