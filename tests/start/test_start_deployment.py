"""Deployments are files that hosts run: they are read as the hosts read them, and their steps are run here."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from portfolio_gen.cli import porch
from portfolio_gen.start import deployments
from school import STUDENT, TODAY, minimal_school

REPOSITORY = Path(__file__).parents[2]
FILES = {
    "container": "program/Containerfile",
    "github-bucket": ".github/workflows/portfolios.yml",
    "github-pages": ".github/workflows/portfolios.yml",
    "gitlab-pages": ".gitlab-ci.yml",
}
PUBLISHED = {"college", "public"}
CALL = re.compile(r"^\s*(?:- )?(?:run: )?(portfolio-gen .*?)(?: \|\| .*)?$", re.MULTILINE)


def start(kind: str, folder: Path) -> str:
    """Write a deployment into a school; returns its text."""
    done = CliRunner().invoke(porch, ["new", "deployment", kind, str(folder)])
    assert done.exit_code == 0, done.stderr
    return (folder / FILES[kind]).read_text("utf-8")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


def as_written(text: str) -> Any:
    """YAML with every value as text, for `on` is no truth here."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text


def steps_of(kind: str, text: str) -> list[dict[str, Any]]:
    """What a host does, step by step; on GitLab each entry of a script is one."""
    document = as_written(text)
    if kind == "gitlab-pages":
        return [{"run": one} for one in document["pages"]["script"]]
    return [step for job in document["jobs"].values() for step in job["steps"]]


def test_there_are_as_many_as_are_tested() -> None:
    assert set(deployments()) == set(FILES)


@pytest.mark.parametrize("kind", sorted(FILES))
def test_what_is_there_already_is_not_touched(kind: str, school: Path) -> None:
    start(kind, school)
    (school / FILES[kind]).write_text("my own")
    again = CliRunner().invoke(porch, ["new", "deployment", kind, str(school)])

    assert again.exit_code != 0
    assert "exists already. Nothing was changed; move it away first" in again.stderr
    assert (school / FILES[kind]).read_text() == "my own"


def test_what_is_no_school_or_no_kind_is_refused(tmp_path: Path) -> None:
    nowhere = CliRunner().invoke(porch, ["new", "deployment", "container", str(tmp_path)])
    nothing = CliRunner().invoke(porch, ["new", "deployment", "floppy", str(tmp_path)])

    assert "is no school" in nowhere.stderr
    assert "is none of container, github-bucket, github-pages, gitlab-pages" in nothing.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", sorted(FILES))
def test_a_school_with_a_deployment_is_still_in_order(kind: str, school: Path) -> None:
    start(kind, school)
    done = CliRunner().invoke(porch, ["check", str(school), "--on", str(TODAY)])

    assert (done.exit_code, done.stdout) == (0, "Everything is in order.\n")


@pytest.mark.parametrize("kind", sorted(FILES))
def test_every_command_in_it_exists(kind: str, school: Path) -> None:
    text = start(kind, school)
    calls = [shlex.split(one) for one in CALL.findall(text)]
    if kind == "container":
        lines = dict(re.findall(r'^(ENTRYPOINT|CMD) \["(\S+)"\]$', text, re.MULTILINE))
        calls = [[lines["ENTRYPOINT"], lines["CMD"]]]

    assert calls
    for _, name, *words in calls:
        command = porch.get_command(click.Context(porch), name)
        assert command, name
        command.make_context(name, words)  # an unknown option would not do


@pytest.mark.parametrize("kind", ["github-bucket", "github-pages"])
def test_a_workflow_can_do_what_it_needs_and_no_more(kind: str, school: Path) -> None:
    workflow = as_written(start(kind, school))

    assert set(workflow["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert all(len(one["cron"].split()) == 5 for one in workflow["on"]["schedule"])
    assert workflow["permissions"] == {"contents": "read"}
    uses = [one["uses"] for one in steps_of(kind, start_again(workflow)) if "uses" in one]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", one) for one in uses)
    granted = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    assert granted.pop("publish", None) in (None, {"pages": "write", "id-token": "write"})
    assert set(granted.values()) == {None}


def start_again(document: Any) -> str:
    return yaml.safe_dump(document)


def run_steps(kind: str, text: str, school: Path, **environment: str) -> int:
    """Do what a host does, as far as it can be done here; returns the exit code of what failed, or 0."""
    for step in steps_of(kind, text):
        words = step.get("run", "")
        if not words or "pip install" in words or "needs." in words or "if" in step:
            continue
        words = re.sub(r"\$\{\{ steps\.build\.outputs\.code \}\}", "$(output code)", words)
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", f"{OUTPUT}\n{words}"],
            cwd=school,
            env={
                **os.environ,
                "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
                "GITHUB_OUTPUT": str(school.parent / "output"),
                "SOURCE_DATE_EPOCH": "1795305600",  # TODAY
                "CI_PROJECT_VISIBILITY": "private",
                "PLACE": f"file://{school}/bucket",
                **environment,
            },
            capture_output=True,
            text=True,
        )
        if done.returncode:
            return done.returncode
    return 0


OUTPUT = 'output() { sed -n "s/^$1=//p" "$GITHUB_OUTPUT" | tail -1; }'
PLACES = {"github-pages": "pages", "github-bucket": "bucket", "gitlab-pages": "public"}


@pytest.fixture(
    params=[
        pytest.param(one, marks=() if one == "github-pages" else pytest.mark.nightly)
        for one in sorted(PLACES)
    ]
)
def published(request: pytest.FixtureRequest, school: Path) -> Iterator[tuple[str, str, Path]]:
    """A kind, its text, and where what it publishes lies."""
    kind = request.param
    yield kind, start(kind, school), school / PLACES[kind]


def test_its_steps_publish_what_is_for_strangers_and_nothing_else(
    published: tuple[str, str, Path], school: Path
) -> None:
    kind, text, place = published
    assert run_steps(kind, text, school) == 0
    found = {one.name for one in place.iterdir() if not one.name.startswith(".")}

    assert "college" in found <= PUBLISHED
    assert (place / f"college/{STUDENT}/index.html").is_file()
    assert not [one for one in place.rglob("*") if one.name == "manifest.json"]

    # A student with errors keeps the last good site.
    page = (place / f"college/{STUDENT}/index.html").read_bytes()
    if kind != "github-bucket":
        shutil.rmtree(place)
    (school / f"students/{STUDENT}/student.yml").write_text("name: [\n")
    code = run_steps(kind, text, school)

    assert code == (kind == "github-bucket"), "elsewhere a job of its own says so"
    assert (place / f"college/{STUDENT}/index.html").read_bytes() == page


AUDIT = "portfolio-gen audit --leaks --format json"
PRIVATE = "I was in hospital for the whole of March, and nobody knew."


def test_a_leak_stops_everything(school: Path) -> None:
    text = start("github-pages", school)
    path = school / f"students/{STUDENT}/narratives/private.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\ntitle: For me\nabout: fall\n---\n{PRIVATE}\n")
    leak = f"echo '{PRIVATE}' >> site/college/index.html"

    assert run_steps("github-pages", text.replace(AUDIT, f"{leak}; {AUDIT}"), school) == 1
    assert not (school / "pages").exists()


def test_gitlab_refuses_a_public_project(school: Path) -> None:
    text = start("gitlab-pages", school)

    assert run_steps("gitlab-pages", text, school, CI_PROJECT_VISIBILITY="public") == 1
    assert not (school / "site").exists()


@pytest.mark.parametrize("kind", ["github-bucket", "github-pages"])
def test_github_refuses_a_public_repository(kind: str, school: Path) -> None:
    first, *_ = steps_of(kind, start(kind, school))

    assert "toJSON(github.event.repository.private) == 'false'" in first["if"]
    assert subprocess.run(["bash", "-c", first["run"]], capture_output=True).returncode == 1


def test_the_matrix_of_the_page_about_scale_builds_every_share_and_joins_them(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (REPOSITORY / "docs" / "scale.md").read_text("utf-8")
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    jobs = as_written(text)["jobs"]
    steps = {
        step["uses"].partition("@")[0]: step for step in jobs["share"]["steps"] if "uses" in step
    }
    kept = steps["actions/upload-artifact"]["with"]
    made = []
    for number in jobs["share"]["strategy"]["matrix"]["number"]:
        words = shlex.split(CALL.findall(text.replace("${{ matrix.number }}", number))[0])[2:]
        shard = porch.get_command(click.Context(porch), "build").make_context("build", words)  # type: ignore[union-attr]
        made.append(str(shard.params["shard"]))
        assert kept["path"].replace("${{ matrix.number }}", number) == "site-{}-of-{}".format(
            *shard.params["shard"]
        )
    for name in ("share-1", "share-2"):
        (school / "shares" / name).mkdir(parents=True)
    monkeypatch.chdir(school)
    merge = shlex.split(CALL.findall(text)[1].replace("shares/*", "shares/share-1 shares/share-2"))
    joined = porch.get_command(click.Context(porch), "merge").make_context("merge", merge[2:])  # type: ignore[union-attr]

    assert made == ["1/4", "2/4", "3/4", "4/4"]
    assert kept["include-hidden-files"] == "true"
    assert joined.params["out"] == Path("site")
    assert jobs["join"]["needs"] == "share"
