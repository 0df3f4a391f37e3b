"""Forms for students: files that ask the right questions, in comments that are never published."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from string import Template

from portfolio_gen.model.dates import Day
from portfolio_gen.model.rating import ReworkStep
from portfolio_gen.model.tell import tell
from portfolio_gen.start.folder import CannotStart, name_for, write_new

_TEXTS = files("portfolio_gen") / "start" / "text"


def start_student(
    school: Path, name: str, *, id: str | None, phase: str, framework: str, on: Day
) -> tuple[Path, ...]:
    """A student's folder and their ledger; returns the files written.

    Args:
        school: the school's folder.
        name: what the student wants to be called, and until somebody writes it out, their official name.
        id: name of the folder; made from the name when None.
        phase: id of the phase that the student enters.
        framework: version of the framework that the student enters under.
        on: day of enrolment.

    Raises:
        CannotStart: the id cannot be a name, or the student exists already.
    """
    student = name_for(name, id, "student", school / "students")
    values = {"name": _quoted(name), "phase": _quoted(phase), "framework": _quoted(framework)}
    home = school / "students" / student
    return write_new(
        {
            home / "student.yml": filled("student.yml", **values),
            home / "narrative.md": filled("opening.md"),
            school / "transcripts" / f"{student}.yml": filled(
                "ledger.yml", entered=str(on), **values
            ),
        },
        school=school,
    )


def start_narrative(
    school: Path, student: str, title: str, *, id: str | None, about: str | None
) -> tuple[Path, ...]:
    """A self-narrative as a draft, with questions; returns the file written.

    Raises:
        CannotStart: as for `start_artifact`.
    """
    folder = home_of(school, student) / "narratives"
    path = folder / f"{name_for(title, id, 'narrative', folder)}.md"
    return write_new(
        {path: filled("narrative.md", title=_quoted(title), about=_quoted(about or ""))},
        school=school,
    )


def start_goal(
    school: Path,
    student: str,
    title: str,
    *,
    id: str | None,
    credit: str | None = None,
    menu: tuple[ReworkStep, ...] = (),
) -> tuple[Path, ...]:
    """A goal with its four questions; returns the file written.

    Args:
        school: the school's folder.
        student: id of the student.
        title: what it is called.
        id: name of the file; made from the title when None.
        credit: the credit that is pitched again when it is done, after a "not yet".
        menu: what the school offers for getting there.

    Raises:
        CannotStart: as for `start_artifact`.
    """
    folder = home_of(school, student) / "goals"
    path = folder / f"{name_for(title, id, 'goal', folder)}.md"
    return write_new(
        {path: filled("goal.md", title=_quoted(title), again=_again(credit, menu))}, school=school
    )


def start_pitch(
    school: Path,
    student: str,
    title: str,
    *,
    id: str | None,
    artifacts: tuple[str, ...],
    credits: tuple[str, ...],
    level: str,
    group: tuple[str, ...] = (),
    on: Day,
) -> tuple[Path, ...]:
    """A pitch as a draft, with questions; returns the file written.

    Args:
        school: the school's folder.
        student: id of the student.
        title: what it is called.
        id: name of the file; made from the title when None.
        artifacts: slugs of the works; `⟨teammate⟩/⟨slug⟩` for a teammate's.
        credits: ids of the credits that are claimed.
        level: at which level.
        group: ids of the other students who pitch the same work.
        on: its date.

    Raises:
        CannotStart: as for `start_artifact`.
    """
    folder = home_of(school, student) / "pitches"
    path = folder / f"{name_for(title, id, 'pitch', folder)}.md"
    values = {
        "title": _quoted(title),
        "date": str(on),
        "artifacts": f"[{', '.join(artifacts)}]",
        "claims": "\n".join(
            f"  - credit: {_quoted(one)}\n    level: {_quoted(level)}" for one in credits
        ),
        "group": _group(group, artifacts),
    }
    return write_new({path: filled("pitch.md", **values)}, school=school)


def _group(group: tuple[str, ...], artifacts: tuple[str, ...]) -> str:
    """What a pitch of several students says of them."""
    if not group and not any("/" in one for one in artifacts):
        return ""
    return (
        f"# Who pitches the same work, each with a pitch of their own, and what was yours in it.\n"
        f"group: [{', '.join(group)}]\nmy_part:\n"
    )


def home_of(school: Path, student: str) -> Path:
    """A student's folder.

    Raises:
        CannotStart: there is no such student.
    """
    home = school / "students" / student
    if not (home / "student.yml").is_file():
        raise CannotStart(
            tell(
                'There is no student `%(student)s`. Begin with: portfolio-gen new student "Their Name"',
                student=student,
            )
        )
    return home


def _again(credit: str | None, menu: Iterable[ReworkStep]) -> str:
    """The questions of a goal on the way to the next try, with what can be chosen."""
    if credit is None:
        return ""
    offered = "".join(f"#   {one.id}: {' '.join(one.title.split())}\n" for one in menu)
    return (
        f"# The credit that you will pitch again.\ncredit: {credit}\n"
        + (f"# Which of these will help you?\n{offered}" if offered else "")
        + "steps: []\n# When do you want to be there?\nuntil:\n"
    )


def filled(form: str, **values: str) -> str:
    """The text of a form, with what is known already."""
    return Template((_TEXTS / form).read_text("utf-8")).substitute(values)


def _quoted(text: str) -> str:
    """A text as YAML writes it when nothing in it may mean anything: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)
