"""Editors judge files as the program does: by the same schemas, which every new file names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import fastjsonschema
import pytest
import yaml

from portfolio_gen.model.dates import Day
from portfolio_gen.read.frontmatter import take_apart
from portfolio_gen.read.kinds import KINDS, Kind
from portfolio_gen.schemas import lay_out_schemas, schemas
from portfolio_gen.start import kind_of, presets, start_goal, start_school, start_student
from sample import SAMPLE

DAY = Day(2026, 9, 1)


class Editor(yaml.CSafeLoader):
    """YAML as editors read it: numbers and truth values, but no days."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, seen) for tag, seen in known if not tag.endswith(":timestamp")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def judge(kind: str) -> Callable[[Any], Any]:
    compiled: Callable[[Any], Any] = fastjsonschema.compile(dict(schemas()[kind]))
    return compiled


def seen(path: Path, text: str) -> Any:
    if path.suffix == ".md":
        parts, _ = take_apart(text, path.name, needed=False)
        assert parts
        text = parts.matter
    return yaml.load(text, Editor) or {}  # noqa: S506 - it is a safe one


def written_in(school: Path) -> dict[Path, str]:
    """Every file of the school that has a schema, and what kind it is."""
    places = {
        path: kind_of(PurePosixPath(path.relative_to(school).as_posix()))
        for folder in ("students", "transcripts")
        for path in (school / folder).rglob("*")
    }
    return {path: kind for path, kind in places.items() if kind} | {
        school / "portfolio.yml": "portfolio"
    }


@pytest.mark.parametrize("kind", schemas())
def test_the_sample_school_is_right_to_an_editor(kind: str) -> None:
    mine = [path for path, one in written_in(SAMPLE).items() if one == kind]
    for path in mine:
        judge(kind)(seen(path, path.read_text("utf-8")))
    assert mine or kind in {"profile", "milestones", "conference"}, "the sample school has none"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_example_is_right_and_a_slip_in_it_is_wrong(kind: Kind) -> None:
    right = seen(Path(kind.path), kind.example)
    judge(kind.name)(right)
    key = next(iter(right))
    for wrong in ({**right, "pronuons": "she/her"}, {**right, key: {"no": ["such"]}}, [right]):
        with pytest.raises(fastjsonschema.JsonSchemaException):
            judge(kind.name)(wrong)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_place_tells_the_kind(kind: Kind) -> None:
    for path in kind.path.split(" and "):
        assert kind_of(PurePosixPath(re.sub("⟨.*?⟩", "some-id", path))) == kind.name
    assert kind_of(PurePosixPath("elsewhere", kind.path)) is None


def test_everything_is_titled_and_explained() -> None:
    for one in schemas().values():
        groups = (one, *one["definitions"].values())
        assert all(group["title"] and group["description"] for group in groups)
        for group in groups:
            assert all(key["title"] and key["description"] for key in group["properties"].values())


@pytest.mark.parametrize("preset", presets())
def test_every_new_file_names_a_schema_that_is_there(tmp_path: Path, preset: str) -> None:
    school = tmp_path / "school"
    written = start_school(school, preset, sample=True)
    written += start_student(school, "Ada", id=None, phase="9", framework="1", on=DAY)
    written += start_goal(school, "ada", "Read", id=None)
    assert lay_out_schemas(school)
    kinds = written_in(school)
    assert set(kinds) <= set(written)
    for path, kind in kinds.items():
        text = path.read_text("utf-8")
        (address,) = re.findall(r"^# yaml-language-server: \$schema=(.+)$", text, re.M) or [None]
        if address is None:
            assert not text.startswith("---"), f"{path} names none"
            continue
        assert (path.parent / address).resolve() == school / ".schemas" / f"{kind}.json"
        judge(kind)(seen(path, text))


def test_schemas_of_another_version_are_replaced(tmp_path: Path) -> None:
    assert lay_out_schemas(tmp_path)
    assert not lay_out_schemas(tmp_path)
    (tmp_path / ".schemas" / "goal.json").write_text("{}")
    assert lay_out_schemas(tmp_path)
    assert '"let go"' in (tmp_path / ".schemas" / "goal.json").read_text("utf-8")
