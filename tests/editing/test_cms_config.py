"""The configuration for a CMS names every key that a student may write, the school's own credits, and no record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner

from portfolio_gen.cli.cms_config import command
from portfolio_gen.edit.cms import System
from portfolio_gen.editing.cms import cms_config
from portfolio_gen.model.school import School
from portfolio_gen.read.school import read_school
from portfolio_gen.schemas import schemas
from portfolio_gen.survey import survey
from school import ARTIFACT, STUDENT, TODAY, minimal_school

KNOWN = {
    *("string", "text", "number", "boolean", "select", "list", "object", "file", "markdown"),
    "hidden",
}
KINDS = {
    "student": "student",
    "narrative": "narrative",
    "profile": "profile",
    "milestones": "milestones",
    "artifacts": "artifact",
    "narratives": "narrative",
    "goals": "goal",
    "pitches": "pitch",
    "conferences": "conference",
}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    seen, _ = read_school(minimal_school(tmp_path_factory.mktemp("cms") / "school"))
    assert seen
    return seen


def config(school: School, system: System = "sveltia", **how: Any) -> dict[str, Any]:
    text = cms_config(
        school,
        school.students,
        system=system,
        backend=how.pop("backend", "github"),
        repository="harbor/portfolios",
        branch="main",
        **how,
    )
    assert "&" not in text, "anchors are not for every program"
    told: dict[str, Any] = yaml.safe_load(text)
    return told


def papers(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    about, *shelves = told["collections"]
    yield from ((one["name"], one) for one in about["files"])
    yield from ((one["folder"].rpartition("/")[2], one) for one in shelves)


def widgets(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    names = [one["name"] for one in fields]
    assert len(names) == len(set(names))
    for one in fields:
        yield one
        yield from widgets(one.get("fields", []))


@pytest.mark.parametrize("system", get_args(System))
def test_every_key_that_a_student_may_write_is_there(school: School, system: System) -> None:
    found = dict(papers(config(school, system)))
    assert set(found) == set(KINDS)
    for name, kind in KINDS.items():
        schema, fields = schemas()[kind], found[name]["fields"]
        keys = {one["name"] for one in fields} - {"body"}
        assert keys == set(schema["properties"])
        assert {one["name"] for one in fields if one.get("required")} == set(
            schema.get("required", ())
        )
        for one in widgets(fields):
            assert one["widget"] in KNOWN
            # What is hidden may have nothing but a name and a default there.
            assert ("label" in one) is (one["widget"] != "hidden")
            assert one.get("options", True)
            # An array of groups, an array of texts and a group need to know what is in them.
            assert one["widget"] not in {"list", "object"} or one.get("fields") or one.get("field")
    media = next(one for one in found["artifacts"]["fields"] if one["name"] == "media")
    inner = schemas()["artifact"]["definitions"]["Media"]["properties"]
    assert {one["name"] for one in media["fields"]} == set(inner)


def test_stories_are_kept_as_they_were_written(school: School) -> None:
    for name, one in papers(config(school)):
        body = [field for field in one["fields"] if field["name"] == "body"]
        assert bool(body) == (name not in {"student", "profile", "milestones"})
        assert all(field["modes"] == ["raw"] for field in body)


@pytest.mark.parametrize("system", get_args(System))
def test_nobody_is_shown_by_a_choice_that_nobody_made(school: School, system: System) -> None:
    fields = dict(papers(config(school, system)))["student"]["fields"]
    (sharing,) = (one for one in fields if one["name"] == "sharing")
    assert (sharing["widget"], sharing["default"]) == ("hidden", {})


def test_files_lie_where_the_program_looks_for_them(school: School) -> None:
    told = config(school)
    places = [one["file"] for one in told["collections"][0]["files"]]
    places += [one["folder"] for one in told["collections"][1:]]
    assert all(one.startswith(f"students/{STUDENT}/") for one in places)
    works = next(one for one in told["collections"] if one["name"] == f"{STUDENT}-artifacts")
    assert (works["path"], works["media_folder"], works["public_folder"]) == (
        "{{slug}}/artifact",
        "",
        "",
    )
    alone = config(school, alone=True)
    assert alone["collections"][0]["files"][0]["file"] == "student.yml"
    assert "transcripts" not in str(told)


def test_credits_are_chosen_by_name(school: School) -> None:
    works = dict(papers(config(school)))["artifacts"]
    claims = next(one for one in works["fields"] if one["name"] == "claims")
    credit, level, _ = claims["fields"]
    assert {"label": "Critical thinking in Academics", "value": "critical-thinking/academics"} in [
        {**one, "label": one["label"].replace("academics", "Academics")}
        for one in credit["options"]
    ]
    assert [one["value"] for one in level["options"]] == ["foundation", "advanced"]
    assert level["default"] == "foundation"


@pytest.mark.parametrize("system", get_args(System))
def test_ratings_and_themes_are_chosen_name_by_name(tmp_path: Path, system: System) -> None:
    root = minimal_school(tmp_path / "school")
    settings = root / "portfolio.yml"
    themes = "  themes: [{ id: water, title: Water }]\n"
    settings.write_text(
        settings.read_text() + f"exhibition:\n  title: Walk\n  editions: [family]\n{themes}"
    )
    seen, _ = read_school(root)
    assert seen
    found = dict(papers(config(seen, system)))
    rated = next(one for one in found["pitches"]["fields"] if one["name"] == "self_rating")
    assert rated["widget"] == "object"
    names = {one["name"]: one for one in rated["fields"]}
    assert set(names) == {"evidence", "reflection"}
    evidence = {one["value"]: one["label"] for one in names["evidence"]["options"]}
    assert "I can point to the place in my work that shows it." in evidence["meeting"]
    hung = next(one for one in found["student"]["fields"] if one["name"] == "exhibits")
    (work,) = hung["fields"]
    assert (work["name"], work["options"]) == (ARTIFACT, [{"label": "Water", "value": "water"}])
    assert not any(one["required"] for one in (*rated["fields"], work))


def test_it_asks_in_the_language_of_the_student(tmp_path: Path) -> None:
    root = minimal_school(tmp_path / "school")
    card = root / "students" / STUDENT / "student.yml"
    card.write_text(f"{card.read_text().rstrip()}\nlanguage: es\n")
    seen, _ = read_school(root)
    assert seen
    told = config(seen)
    assert told["collections"][0]["label"] == f"{STUDENT}: Sobre ti"
    assert told["collections"][1]["label"] == f"{STUDENT}: Trabajos"
    works = {one["name"]: one for one in dict(papers(told))["artifacts"]["fields"]}
    assert works["title"]["label"] == "¿Cómo se llama?"
    assert works["date"]["pattern"][1] == "Como 2026-03-14, 2026-03 o 2026."
    assert works["body"]["label"] == "Tu relato"
    assert "Mi familia" in {one["label"] for one in works["audience"]["options"]}


def as_a_cms_leaves_it(fields: list[dict[str, Any]], required: dict[str, Any]) -> dict[str, Any]:
    """What such a program writes where nobody has answered: empty texts, empty lists, `false`, and its defaults."""
    empty = {"boolean": False, "list": [], "number": None}
    return {
        one["name"]: required.get(
            one["name"],
            as_a_cms_leaves_it(one["fields"], {})
            if one["widget"] == "object"
            else one.get("default", [] if one.get("multiple") else empty.get(one["widget"], "")),
        )
        for one in fields
        if one["name"] != "body" and one["widget"] != "hidden"
    }


@pytest.mark.parametrize("system", get_args(System))
def test_what_such_a_program_leaves_empty_is_understood(
    school: School, tmp_path: Path, system: System
) -> None:
    root = minimal_school(tmp_path / "school")
    found, home = dict(papers(config(school, system))), root / "students" / STUDENT
    needed = {
        "artifacts": {"title": "Boats", "date": "2026-03"},
        "goals": {"title": "Swim"},
        "narratives": {"title": "Hello"},
    }
    for shelf, required in needed.items():
        front = yaml.safe_dump(as_a_cms_leaves_it(found[shelf]["fields"], required))
        page = home / shelf / ("boats/artifact.md" if shelf == "artifacts" else "boats.md")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\n{front}---\nWords.\n")
    card = as_a_cms_leaves_it(found["student"]["fields"], {"name": "Ada"})
    (home / "student.yml").write_text(yaml.safe_dump(card))
    wrong = [one for one in survey(root, on=TODAY).diagnostics if one.severity == "error"]
    assert wrong == []


def test_the_command_writes_it_or_says_why_not(tmp_path: Path) -> None:
    root = str(minimal_school(tmp_path / "school"))
    given = ["--repository", "harbor/portfolios", "--student", STUDENT]
    out = tmp_path / "config.yml"
    done = CliRunner().invoke(command, [root, *given, "--alone", "--out", str(out)])
    assert (done.exit_code, done.output) == (0, f"wrote {out}\n")
    assert yaml.safe_load(out.read_text())["backend"]["repo"] == "harbor/portfolios"
    decap = CliRunner().invoke(command, [root, *given, "--for", "decap"])
    assert yaml.safe_load(decap.output)["publish_mode"] == "editorial_workflow"
    for words, said in (
        (["--repository", "no such"], "named like owner/name"),
        (["--repository", "a/b", "--alone"], "--alone needs one --student"),
        (["--repository", "a/b", "--student", "ada-pork"], "Did you mean `ada-park`?"),
        ([], "Missing option '--repository'"),
    ):
        refused = CliRunner().invoke(command, [root, *words])
        assert refused.exit_code == 2
        assert said in refused.output
