"""The calibration report as the committee reads it: names for ids, whole numbers for fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from portfolio_gen.model.blueprint import PersonView
from portfolio_gen.model.calibration import Agreement, Calibration, Gap, Severity
from portfolio_gen.model.docket import Docket
from portfolio_gen.model.rubric import Criterion, Rubric
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.session_views import (
    AgreementView,
    CalibrationView,
    GapView,
    SeverityView,
)


def plan_calibration(
    school: School,
    people: Mapping[str, PersonView],
    docket: Docket,
    session: Session,
    found: Calibration,
) -> CalibrationView | None:
    """How far the scorers of a session agree; None while nothing was scored by two.

    Works of students who are not in the edition count, and are not named.
    """
    compared = tuple(one for one in found.agreements if one.works)
    if not compared:
        return None
    names = {one.id: one.name for one in school.committee.members}
    return CalibrationView(
        works=found.works,
        agreements=tuple(_agreement(school, one) for one in compared),
        severities=tuple(_severity(names, one) for one in found.severities),
        gaps=tuple(
            _gap(school, people, docket, session, names, one)
            for one in found.gaps
            if one.work.partition("\0")[0] in people
        ),
    )


def _agreement(school: School, one: Agreement) -> AgreementView:
    rubric, criterion = _named(school, one.criterion)
    low, high = one.shaky or (None, None)
    return AgreementView(
        rubric=rubric.title,
        criterion=criterion.title,
        works=one.works,
        pairs=one.pairs,
        same=one.apart[0],
        near=one.apart[1],
        wide=sum(one.apart[2:]),
        percent=_hundredths(one.share) or 0,
        kappa=_hundredths(one.kappa),
        alpha=_hundredths(one.alpha),
        lowest=_hundredths(low),
        highest=_hundredths(high),
    )


def _severity(names: Mapping[str, str], one: Severity) -> SeverityView:
    return SeverityView(
        name=names.get(one.scorer, one.scorer),
        levels=round(one.levels * 100),
        ratings=one.ratings,
        works=one.works,
    )


def _gap(
    school: School,
    people: Mapping[str, PersonView],
    docket: Docket,
    session: Session,
    names: Mapping[str, str],
    one: Gap,
) -> GapView:
    student, slug, credit, _ = one.work.split("\0")
    rubric, criterion = _named(school, one.criterion)
    framework = school.framework_for(student)
    submission = docket.heard(session, f"{student}/{slug}")
    scale = next((scale for scale in framework.scales if scale.id == rubric.scale), None)
    titles = {each.id: each.title for each in framework.all_credits()}
    return GapView(
        title=submission.frozen_pitch.title if submission else slug,
        student=people[student].name,
        address=f"{people[student].address}pitches/{slug}/" if submission else "",
        credit=titles.get(credit, credit),
        criterion=criterion.title,
        levels=tuple(level.title for level in scale.levels) if scale else (),
        marks=tuple((place, names.get(scorer, scorer)) for scorer, place in one.places),
    )


def _named(school: School, name: str) -> tuple[Rubric, Criterion]:
    """Rubric and criterion of a name such as `pitch/evidence`, as marks have it."""
    found, _, wanted = name.partition("/")
    rubric = next(one for one in school.rubrics.rubrics if one.id == found)
    return rubric, next(one for one in rubric.criteria if one.id == wanted)


def _hundredths(value: Fraction | None) -> int | None:
    return None if value is None else round(value * 100)
