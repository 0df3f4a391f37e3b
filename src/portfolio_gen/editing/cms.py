"""The configuration of a content management system for a school's students, from the schemas that the forms have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from portfolio_gen.edit import fields_of
from portfolio_gen.edit.cms import Papers, System, collections
from portfolio_gen.editing.menus import menus_for
from portfolio_gen.editing.speaking import asking, tongue_of
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import to_say
from portfolio_gen.model.student import Student
from portfolio_gen.rewrite.document import yaml_of
from portfolio_gen.schemas import schemas

Backend: TypeAlias = Literal["github", "gitlab", "gitea"]
_ONCE = (
    ("student", to_say("About you"), "student.yml"),
    ("narrative", to_say("Your opening"), "narrative.md"),
    ("profile", to_say("Your learner profile"), "profile.yml"),
    ("milestones", to_say("Milestones"), "milestones.yml"),
)
_SHELVES = (
    ("artifact", to_say("Work"), "artifacts"),
    ("narrative", to_say("Stories about yourself"), "narratives"),
    ("goal", to_say("Goals"), "goals"),
    ("pitch", to_say("%(pitches)s"), "pitches"),
    ("conference", to_say("Conferences"), "conferences"),
)
REMARK = """\
Written by `portfolio-gen cms-config`; write it anew when students, credits or works have changed.
It names no file of the school's records. But whoever may write in a repository can read all of it.
"""


def cms_config(
    school: School,
    students: Sequence[Student],
    *,
    system: System,
    backend: Backend,
    repository: str,
    branch: str,
    alone: bool = False,
) -> str:
    """The configuration as YAML.

    Args:
        school: whose credits there are to choose from.
        students: who writes.
        system: for which program.
        backend: name of the git host's kind.
        repository: `owner/name` there.
        branch: the branch that is written to.
        alone: whether the repository holds nothing but the folder of the one student.
    """
    found = [one for student in students for one in _of(school, student, alone=alone)]
    document: dict[str, Any] = {
        "backend": {"name": backend, "repo": repository, "branch": branch},
        "media_folder": "uploads",
        "public_folder": "uploads",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": found,
    }
    if system == "decap" and backend != "gitea":
        # What students write waits as a proposal until somebody takes it in.
        document["publish_mode"] = "editorial_workflow"
    return yaml_of(document, REMARK)


def _of(school: School, student: Student, *, alone: bool) -> Iterator[Mapping[str, Any]]:
    home = "" if alone else f"students/{student.id}/"
    papers = [
        _papers(school, student, kind, label, home + place, many=False)
        for kind, label, place in _ONCE
    ]
    papers += [
        _papers(school, student, kind, label, home + place, many=True)
        for kind, label, place in _SHELVES
    ]
    yield from collections(student.id, papers, _asking(school, student))


def _papers(
    school: School, student: Student, kind: str, label: str, place: str, *, many: bool
) -> Papers:
    # Which files lie beside a work differs from work to work, so their names are typed.
    every = [one.id for one in school.framework_for(student.id).all_credits()]
    menus = menus_for(kind, school, student, (), every)
    say = _asking(school, student)
    offered = {path: menu for path, menu in menus.items() if menu}
    fields = fields_of(kind, schemas()[kind], offered, say)
    return Papers(kind, say(label), place, fields, many, many or place.endswith(".md"))


def _asking(school: School, student: Student) -> Callable[[str], str]:
    """Says our own English in the student's language, or in the school's, with the school's words."""
    tongue = tongue_of(student.language or school.settings.language)
    return asking(tongue, school.framework_for(student.id))
