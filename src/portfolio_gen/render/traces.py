"""Under which names an original would be published: a file that is not to be seen leaves none of them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from portfolio_gen.model.blueprint import MediaView
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.staging import Staging


def traces_of(source: Path, cache: Path) -> frozenset[str]:
    """Names of the files that would be made of an original; none of one that cannot be shown at all.

    They are names of the content, so a copy under another name has the same.
    """
    with tempfile.TemporaryDirectory() as folder:
        staging = Staging(Path(folder))
        Cabinet(staging, cache, "en", folder="").publish(MediaView(source=source, alt="", title=""))
        return frozenset(staging.files)
