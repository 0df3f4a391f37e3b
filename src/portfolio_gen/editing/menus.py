"""What a school has to choose from: credits by name, levels with their descriptors, a student's works and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from portfolio_gen.edit import Option, SchoolWords
from portfolio_gen.model.artifact import PICTURES
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import HabitReport, Observation
from portfolio_gen.model.rubric import Criterion
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.student import Student
from portfolio_gen.model.target import Target

_STUDENTS_OWN = frozenset(
    {
        *("artifacts", "featured", "exhibits", "milestones.work", "cover", "media.before"),
        *("media.poster", "media.people", "links.picture", "links.copy", "team.student", "group"),
    }
)
"""Menus of works, files and people."""
MOST_TARGETS = 40
"""Learning targets that a form asks for at once."""
Menus = Mapping[str, Sequence[Option]]


def menus_for(
    kind: str,
    school: School,
    student: Student,
    files: Iterable[str],
    claimed: Iterable[str] = (),
) -> Menus:
    """What can be chosen in a kind of file.

    Args:
        kind: name of its schema.
        school: with the framework that the student entered under.
        student: whose file it is.
        files: names of the files that lie beside it.
        claimed: ids of the credits that it claims.
    """
    framework = school.framework_for(student.id)
    claims = {"claims.credit": _credits(framework), "claims.level": _levels(framework)}
    works = tuple(Option(one.slug, one.title) for one in student.artifacts)
    people = tuple(Option(one, one) for one in sorted(school.known) if one != student.id)
    if kind == "artifact":
        rated = _served(framework, frozenset(claimed))
        named = {"team.student": people, "media.people": people}
        return {**claims, **_in_a_work(files), **named, **rated}
    if kind == "pitch":
        rated = _criteria(school, framework, claimed)
        return {**claims, "artifacts": works, "group": people, **rated}
    if kind == "student":
        return {
            "featured": works,
            "featured_credits": _credits(framework),
            "links.copy": tuple(Option(one, one) for one in _beside_a_card(files)),
            **_hung(school, works),
        }
    if kind == "goal":
        steps = tuple(Option(one.id, one.title, one.about or "") for one in framework.rework)
        return {"credit": _credits(framework), "steps": steps}
    if kind == "conference":
        return {"artifacts": works}
    if kind == "narrative":
        subjects = (*_subjects(framework), *_credits(framework), *_targets(framework))
        return {"about": (*subjects, *_terms(school, student))}
    if kind == "milestones":
        return {"milestones.work": works}
    if kind == "profile":
        return {"parts": _parts(framework)}
    return {}


def as_written(menus: Menus) -> Menus:
    """The same for a page in another language: what the school has written is told apart from names and titles."""
    return {
        path: tuple(one if path in _STUDENTS_OWN else _by_school(one) for one in menu)
        for path, menu in menus.items()
    }


def _by_school(one: Option) -> Option:
    return one._replace(
        text=SchoolWords(one.text),
        about=SchoolWords(one.about),
        levels=tuple((level, SchoolWords(about)) for level, about in one.levels),
    )


def _in_a_work(files: Iterable[str]) -> Menus:
    names = [one for one in files if one != "artifact.md" and not one.startswith(".")]
    every = tuple(Option(one, one) for one in names)
    pictures = tuple(one for one in every if f".{one.value.rpartition('.')[2].lower()}" in PICTURES)
    return {
        "cover": pictures,
        "media.before": every,
        "media.poster": pictures,
        "links.picture": pictures,
        "links.copy": every,
    }


def _beside_a_card(files: Iterable[str]) -> Iterator[str]:
    """Files that lie in the student's folder itself and are no part of the format."""
    for one in files:
        if "." in one.strip(".") and not one.startswith(".") and not one.endswith((".yml", ".md")):
            yield one


def _hung(school: School, works: Sequence[Option]) -> Menus:
    """The themes of the exhibition, as long as there is one."""
    shown = school.settings.exhibition
    if shown is None:
        return {}
    themes = tuple(Option(one.id, one.title, one.about or "") for one in shown.themes)
    return {"exhibits": works, "exhibits.*": themes}


def _credits(framework: Framework) -> tuple[Option, ...]:
    domains = {one.id: one.title for one in framework.domains}
    return tuple(
        Option(one.id, one.title, one.about or "", domains.get(one.domain or "", ""))
        for one in framework.all_credits()
    )


def _levels(framework: Framework) -> tuple[Option, ...]:
    return tuple(Option(one.id, one.title, one.about or "") for one in framework.levels)


def _subjects(framework: Framework) -> tuple[Option, ...]:
    named = (
        ("domain", framework.domains),
        ("competency", framework.competencies),
    )
    return tuple(
        Option(one.id, one.title, "", framework.called(word, many=True))  # type: ignore[arg-type]
        for word, those in named
        for one in those
    )


def _targets(framework: Framework) -> tuple[Option, ...]:
    word = framework.called("target", many=True)
    return tuple(Option(one.id, one.title, "", word) for one in framework.targets)


def _terms(school: School, student: Student) -> tuple[Option, ...]:
    """Terms that the school has something on record of, the latest last."""
    ledger = school.ledgers.get(student.id)
    if ledger is None:
        return ()
    looks: list[HabitReport | Observation] = [*ledger.habits, *ledger.observations]
    dated = (one.term for one in sorted(looks, key=lambda one: one.date))
    known = dict.fromkeys((*(one.term for one in ledger.courses), *dated))
    return tuple(Option(one, one, "", sentence("Terms")) for one in known)


def _criteria(school: School, framework: Framework, claimed: Iterable[str]) -> Menus:
    """Criteria of the rubrics by which the claims are judged, each with the sentence of every level."""
    skills = {one.id: one.competency for one in framework.all_credits()}
    wanted = [skills.get(one) for one in claimed] or [None]
    rubrics = [found for one in wanted if (found := school.rubrics.for_competency(one))]
    scales = {one.id: one.levels for one in framework.scales}
    known = {rubric.id: scales.get(rubric.scale, ()) for rubric in rubrics}
    criteria = {one.id: (one, known[rubric.id]) for rubric in rubrics for one in rubric.criteria}
    levels = {level.id: level.title for each in known.values() for level in each}
    return {
        "self_rating": tuple(
            _rated(one, ((level.id, one.descriptors.get(level.id, "")) for level in scale))
            for one, scale in criteria.values()
        ),
        "self_rating.*": tuple(Option(one, title) for one, title in levels.items()),
    }


def _rated(one: Criterion | Target, levels: Iterable[tuple[str, str]]) -> Option:
    return Option(one.id, one.title, one.about or "", "", tuple(levels))


def _served(framework: Framework, claimed: frozenset[str]) -> Menus:
    """Learning targets that a work can show, each with what its levels mean; none where they are too many to ask for.

    Where something is claimed, only those that belong to it.
    """
    skills = {one.competency for one in framework.all_credits() if one.id in claimed} - {None}
    targets = [
        one
        for one in framework.all_targets()
        if not claimed or one.credit in claimed or (one.competency in skills and not one.credit)
    ]
    scales = {one.id: one.levels for one in framework.scales}
    levels = {one.id: one.levels or scales.get(one.scale or "", ()) for one in targets}
    if len(targets) > MOST_TARGETS:
        return {}
    return {
        "self_rating": tuple(
            _rated(one, ((level.id, level.about or "") for level in levels[one.id]))
            for one in targets
        ),
        "self_rating.*": tuple(
            {
                level.id: Option(level.id, level.title)
                for each in levels.values()
                for level in each
            }.values()
        ),
    }


def _parts(framework: Framework) -> tuple[Option, ...]:
    return tuple(
        Option(one.id, one.title, one.about or "", "" if one.shareable else "private")
        for one in framework.profile
    )
