"""From the ballots of a session to what is compared: places on a scale, by scorer and work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.calibration import Mark
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.rubric import Rubrics
from portfolio_gen.model.school import School


def marks_of(school: School, ballots: Iterable[Ballot]) -> tuple[Mark, ...]:
    """Every rating that can be compared, criterion by criterion in the order of the rubrics.

    Whoever has declared a conflict has rated nothing. A rating that says there was too little to see is no place on the
    scale and is left out, as if it were missing.
    """
    competencies = {
        framework.version: {one.id: one.competency for one in framework.all_credits()}
        for framework in school.all_frameworks()
    }
    found = [
        mark
        for ballot in ballots
        if not ballot.conflict
        for mark in _marks(school, ballot, competencies)
    ]
    order = {name: place for place, name in enumerate(_criteria(school.rubrics))}
    return tuple(sorted(found, key=lambda one: order[one.criterion]))


def work_of(student: str, pitch: str, credit: str, level: str) -> str:
    """What a mark is about: one credit at one level, claimed by one pitch."""
    return "\0".join((student, pitch, credit, level))


def _criteria(rubrics: Rubrics) -> Iterator[str]:
    for rubric in rubrics.rubrics:
        yield from (f"{rubric.id}/{one.id}" for one in rubric.criteria)


def _marks(
    school: School, ballot: Ballot, competencies: Mapping[str, Mapping[str, str | None]]
) -> Iterator[Mark]:
    framework = school.framework_for(ballot.student)
    theirs = competencies[framework.version]
    for score in ballot.scores:
        rubric = school.rubrics.for_competency(theirs.get(score.credit))
        places = _places(framework, rubric.scale) if rubric else {}
        for criterion in rubric.criteria if rubric else ():
            place = places.get(score.ratings.get(criterion.id, ""))
            if rubric and place is not None:
                yield Mark(
                    criterion=f"{rubric.id}/{criterion.id}",
                    work=work_of(ballot.student, ballot.pitch, score.credit, score.level),
                    scorer=ballot.reviewer,
                    place=place,
                )


def _places(framework: Framework, scale: str) -> Mapping[str, int]:
    levels = next((one.levels for one in framework.scales if one.id == scale), ())
    return {level.id: place for place, level in enumerate(levels)}
