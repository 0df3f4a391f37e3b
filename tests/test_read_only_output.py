"""An output folder that cannot be written to: one sentence, the published site untouched, nothing lost by waiting."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from school import ARTIFACT_FOLDER, minimal_school

OBEYING = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Makes permissions count for the superuser too."""
PROGRAM = "from portfolio_gen.cli import main; main()"

pytestmark = pytest.mark.skipif(
    os.geteuid() == 0 and not shutil.which(OBEYING[0]), reason="permissions do not bind root here"
)


def build(school: Path, out: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", PROGRAM, "build", str(school), "--out", str(out)]
    obeying = list(OBEYING) if os.geteuid() == 0 else []
    return subprocess.run([*obeying, *words], capture_output=True, text=True, timeout=120)


def content(folder: Path) -> Mapping[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nothing can be made."""
    folder = tmp_path / "shut"
    folder.mkdir()
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_site_that_cannot_be_written_stays_as_it_was(school: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert build(school, out).returncode == 0
    before = content(out)
    with (school / ARTIFACT_FOLDER / "artifact.md").open("a") as page:
        page.write("\nOne more paragraph about beans.\n")
    published = [out, *out.rglob("*")]
    for one in published:
        one.chmod(0o555)

    refused = build(school, out)
    for one in published:
        one.chmod(0o755)

    assert refused.returncode == 2
    assert "PG905" in refused.stderr and "cannot be written" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert content(out) == before
    assert build(school, out).returncode == 0
    assert build(school, tmp_path / "clean").returncode == 0
    assert content(out) == content(tmp_path / "clean")


def test_a_place_in_which_nothing_can_be_made_is_named(school: Path, shut: Path) -> None:
    refused = build(school, shut / "site")

    assert refused.returncode == 2
    assert f"`{shut / 'site'}` cannot be written" in refused.stderr
    assert not list(shut.iterdir())
