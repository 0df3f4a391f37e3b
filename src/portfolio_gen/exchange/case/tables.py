"""Levels of learning targets and rubrics as CFRubrics.

In CASE each criterion has its levels to itself, so a scale that many targets share becomes one rubric with a criterion
for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from portfolio_gen.exchange.case.identifiers import guid
from portfolio_gen.exchange.case.write import Json, Package, own
from portfolio_gen.exchange.plain_text import in_one_line
from portfolio_gen.model.rubric import Criterion, Rubric
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.target import Target


def rubrics_of(package: Package) -> Iterator[Json]:
    """The scales of learning targets, the targets' own levels, and the school's rubrics."""
    framework = package.framework
    for scale in framework.scales:
        targets = [one for one in framework.targets if one.scale == scale.id and not one.levels]
        if targets:
            yield _of_scale(package, scale, targets)
    for target in framework.targets:
        if target.levels:
            yield _of_target(package, target)
    for rubric in package.school.rubrics.rubrics:
        yield _of_rubric(package, rubric)


def _of_scale(package: Package, scale: Scale, targets: Sequence[Target]) -> Json:
    id = guid(scale.identifier) or package.identifiers.made(f"scale/{scale.id}")
    return _rubric(
        package,
        id,
        scale.title,
        [_about_target(package, one, scale.levels, id) for one in targets],
        own("scale", scale.id, target=scale.target or ""),
    )


def _of_target(package: Package, target: Target) -> Json:
    id = package.identifiers.made(f"levels/{target.id}")
    criteria = [_about_target(package, target, target.levels, id)]
    return _rubric(
        package,
        id,
        target.title,
        criteria,
        own("levels", target.id, target=target.target or ""),
    )


def _of_rubric(package: Package, rubric: Rubric) -> Json:
    id = guid(rubric.identifier) or package.identifiers.made(f"rubric/{rubric.id}")
    levels = next((one.levels for one in package.framework.scales if one.id == rubric.scale), ())
    criteria = [_described(package, one, levels, id) for one in rubric.criteria]
    return _rubric(package, id, rubric.title, criteria, own("rubric", rubric.id))


def _rubric(
    package: Package, id: str, title: str, criteria: Iterable[Json], extension: Json
) -> Json:
    """CFRubric."""
    placed = [{"position": number, **one} for number, one in enumerate(criteria, start=1)]
    return {
        **package.named(id),
        "title": in_one_line(title),
        **package.dated,
        "CFRubricCriteria": placed,
        **extension,
    }


def _about_target(
    package: Package, target: Target, levels: Iterable[ScaleLevel], rubric: str
) -> Json:
    name = ("target", target.id)
    details: Json = {"category": in_one_line(target.title), "CFItemURI": package.link(name)}
    described = [(one, one.about) for one in levels]
    return _criterion(package, f"{rubric}/{target.id}", details, rubric, described)


def _described(
    package: Package, criterion: Criterion, levels: Iterable[ScaleLevel], rubric: str
) -> Json:
    details: Json = {"category": in_one_line(criterion.title)}
    if criterion.about:
        details["description"] = criterion.about
    described = [(one, criterion.descriptors.get(one.id)) for one in levels]
    return _criterion(package, f"{rubric}/{criterion.id}", details, rubric, described)


def _criterion(
    package: Package,
    name: str,
    details: Json,
    rubric: str,
    levels: Iterable[tuple[ScaleLevel, str | None]],
) -> Json:
    """CFRubricCriterion."""
    id = package.identifiers.made(name)
    return {
        **package.named(id),
        **details,
        "rubricId": rubric,
        **package.dated,
        "CFRubricCriterionLevels": [
            _level(package, f"{name}/{one.id}", id, number, one, about)
            for number, (one, about) in enumerate(levels, start=1)
        ],
    }


def _level(
    package: Package, name: str, criterion: str, number: int, level: ScaleLevel, about: str | None
) -> Json:
    """CFRubricCriterionLevel, lowest first; `score` only where the school uses numbers."""
    said: dict[str, Any] = {
        "description": about,
        "quality": in_one_line(level.title),
        "score": level.value,
        "feedback": level.next_step,
    }
    return {
        **package.named(package.identifiers.made(name)),
        **{key: value for key, value in said.items() if value is not None},
        "position": number,
        "rubricCriterionId": criterion,
        **package.dated,
        # For this class alone CASE has a list of extensions.
        "extensions": [own("level", level.id)["extensions"]],
    }
