"""The container is built as its file says, and makes the same sites: where Debian can be laid out in a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from portfolio_gen.cli import porch
from school import TODAY, minimal_school

REPOSITORY = Path(__file__).parents[2]
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
NEEDED = ("buildah", "debootstrap")

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(
        not all(map(shutil.which, NEEDED)) or os.geteuid() != 0,
        reason=f"it needs {' and '.join(NEEDED)}, and the rights to use them",
    ),
]


class Engine:
    """Buildah with a store of its own, so that nothing of this machine's images is touched."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *words: object) -> str:
        """What a command of Buildah says; the test fails with it when the command does."""
        done = subprocess.run(
            [
                *("buildah", "--root", self.home / "store", "--runroot", self.home / "run"),
                *("--storage-driver", "vfs", *map(str, words)),
            ],
            env={**os.environ, "BUILDAH_ISOLATION": "chroot"},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def container(self, image: str) -> str:
        """The name of a new container of an image that is here."""
        return self("from", "--pull=never", image)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    yield (made := Engine(tmp_path / "engine"))
    made("rm", "--all")
    made("rmi", "--all", "--force")
    shutil.rmtree(made.home)


@pytest.fixture
def base(engine: Engine, tmp_path: Path) -> None:
    """The image that the file starts from, laid out from Debian's packages: no registry of images is asked.

    Like the one that it stands for, it has a Python with pip below `/usr/local`.
    """
    system = tmp_path / "system"
    packages = "--include=python3,python3-venv,ca-certificates"
    subprocess.run(
        ["debootstrap", "--variant=minbase", packages, "trixie", system],
        check=True,
        capture_output=True,
    )
    shutil.copy(CERTIFICATES, system / CERTIFICATES.relative_to("/"))
    subprocess.run(["chroot", system, "python3", "-m", "venv", "/usr/local"], check=True)
    box = engine.container("scratch")
    engine("add", box, system, "/")
    shutil.rmtree(system)
    engine("config", "--env", f"PIP_CERT={CERTIFICATES}", box)
    file = (
        REPOSITORY / "src/portfolio_gen/start/deployments/container/program/Containerfile"
    ).read_text()
    (name,) = [line.removeprefix("FROM ") for line in file.splitlines() if line.startswith("FROM ")]
    engine("commit", box, name)


@pytest.mark.usefixtures("base")
def test_a_school_is_built_in_it_as_anywhere(engine: Engine, tmp_path: Path) -> None:
    school = minimal_school(tmp_path / "school")
    made = CliRunner().invoke(porch, ["new", "deployment", "container", str(school)])
    assert made.exit_code == 0, made.stderr
    program = school / "program"
    wheel = ("-m", "hatchling", "build", "-t", "wheel", "-d", program)
    subprocess.run([sys.executable, *wheel], cwd=REPOSITORY, check=True, capture_output=True)
    shutil.copy(REPOSITORY / "requirements.lock", program)
    here = CliRunner().invoke(
        porch, ["build", str(school), "--on", str(TODAY), "--out", str(tmp_path / "here")]
    )
    assert here.exit_code == 0, here.stderr

    engine("build", "--pull=never", "--tag", "portfolios", program)
    box = engine.container("portfolios")
    for path in (school, *school.rglob("*")):
        os.chown(path, 1234, 1234)
    rights = ("--user", "1234:1234", "--volume", f"{school}:/school")
    engine("run", *rights, box, "--", "portfolio-gen", "build", "--on", TODAY)

    site = school / "site"
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert len(files) > 50
    assert files == {
        path.relative_to(tmp_path / "here")
        for path in (tmp_path / "here").rglob("*")
        if path.is_file()
    }
    # What the program remembers names the Python that it ran on; what is published does not.
    assert not [
        path
        for path in files
        if path.parts[0] != ".portfolio-gen"
        and (site / path).read_bytes() != (tmp_path / "here" / path).read_bytes()
    ]
    assert {path.stat().st_uid for path in site.rglob("*")} == {1234}
