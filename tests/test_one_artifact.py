"""One piece of work takes at most so much time and memory, whatever is in it, and nobody else is touched."""

from __future__ import annotations

import pytest

from heavy_artifacts import ALL, EVERYDAY, MOST_MEGABYTES, MOST_SECONDS, PAGES
from one_artifact import used_by
from school import ARTIFACT, STUDENT

NAMES = [
    pytest.param(name, marks=() if heavy is EVERYDAY else pytest.mark.nightly)
    for name, heavy in ALL.items()
]


@pytest.mark.parametrize("name", NAMES)
def test_a_heavy_work_is_contained(name: str) -> None:
    heavy, used = ALL[name], used_by(name)

    assert not used.died
    assert used.seconds <= MOST_SECONDS
    assert used.megabytes <= MOST_MEGABYTES
    assert heavy.codes is None or heavy.codes <= set(used.codes)
    for edition in ("self", "family"):
        assert f"{edition}/zoe-quiet/artifacts/calm/index.html" in used.pages
        if (
            name not in PAGES
        ):  # where the page itself cannot be read, the student's last good site stays
            assert f"{edition}/{STUDENT}/artifacts/{ARTIFACT}/index.html" in used.pages
            assert f"{edition}/{STUDENT}/artifacts/heavy/index.html" in used.pages
    assert name in PAGES or not used.failed
