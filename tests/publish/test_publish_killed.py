"""Killed at any moment, each site is the old one or the new one, and the next build puts everything right."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from publish_in_a_loop import PAGES, SITES

from portfolio_gen.publish import Place, Press

LOOP = Path(__file__).with_name("publish_in_a_loop.py")
MOMENTS = 20


def version_of(folder: Path) -> str:
    """The one version of which all pages of a site are."""
    texts = {path.read_text() for path in folder.glob("page-*.html")}
    assert len(texts) == 1, f"a mixture: {sorted(texts)}"
    (text,) = texts
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(
        [f"page-{page}.html" for page in range(PAGES)] + [f"only-{text.split()[1]}.html"]
    )
    return text


@pytest.mark.parametrize("way", ["one-step", "two-steps"])
def test_each_site_is_old_or_new(tmp_path: Path, way: str) -> None:
    chance = random.Random(way)  # noqa: S311 - moments need not be secret
    for moment in range(MOMENTS):
        with subprocess.Popen(
            [sys.executable, LOOP, tmp_path, str(moment * 1000), way], stdout=subprocess.PIPE
        ) as loop:
            assert loop.stdout is not None
            assert loop.stdout.readline(), "it publishes at least once"
            time.sleep(chance.random() * 0.08)
            loop.send_signal(signal.SIGKILL)
        if way == "one-step":
            for place in SITES[:2]:
                version_of(tmp_path / place.edition / place.folder)
        after_the_next_build_begins(tmp_path)


def after_the_next_build_begins(out: Path) -> None:
    """Everything that was moved away is back, what is known is true, and nothing is left over."""
    press, found = Press.open(out, shown="site")
    assert press is not None
    with press:
        assert found == ()
        for place in SITES[:2]:
            version = version_of(out / place.edition / place.folder)
            record = press.places[place]
            if record.fingerprint:
                assert record.fingerprint == version
                assert press.is_intact(place)
            listed = set(record.files)
            assert {path.name for path in (out / place.edition / place.folder).iterdir()} <= listed
        index = press.places[Place("family")]
        assert {path.name for path in (out / "family").glob("*.html")} <= set(index.files)
    assert sorted(path.name for path in (out / ".portfolio-gen").iterdir()) == [
        "lock",
        "manifest.json",
    ]
