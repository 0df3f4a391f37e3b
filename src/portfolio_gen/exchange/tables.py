"""Tables of levels as scales, as progressions of single learning targets, and as rubrics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from portfolio_gen.exchange.outline import Aspect, Degree, LevelTable
from portfolio_gen.exchange.slugs import Names, short_slug
from portfolio_gen.model.ids import is_id
from portfolio_gen.model.rubric import Criterion, Rubric
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """The levels of one statement: a scale that it shares with others, or levels of its own."""

    scale: str = ""
    levels: tuple[ScaleLevel, ...] = ()
    aim: str = ""


@dataclass(slots=True)
class Tables:
    """What the tables of an outline became."""

    scales: list[Scale] = field(default_factory=list)
    progress: dict[str, Progress] = field(default_factory=dict)
    """Key of a statement to its levels."""
    rubrics: list[Rubric] = field(default_factory=list)
    names: Names = field(default_factory=Names)


def arrange(
    tables: Iterable[LevelTable], targets: Mapping[str, str], taken: Iterable[str] = ()
) -> Tables:
    """Sort tables by what they are about.

    A table whose criteria are all about learning targets holds their levels: one scale when the levels are the same for
    all, otherwise levels for each. Any other table is a rubric, on a scale of its own levels.

    Args:
        tables: the tables.
        targets: key of each statement that becomes a learning target, to its id.
        taken: ids of scales that the school has already.
    """
    arranged = Tables()
    for id in taken:
        arranged.names.claim(id)
    for table in tables:
        aspects = [one for one in table.aspects if one.degrees]
        if aspects and all(one.statement in targets for one in aspects):
            _take_levels(table, aspects, arranged)
        elif aspects:
            _take_rubric(table, aspects, arranged)
    return arranged


def _take_levels(table: LevelTable, aspects: list[Aspect], arranged: Tables) -> None:
    shared = len({one.degrees for one in aspects}) == 1
    if shared and (len(aspects) > 1 or _own(table, "scale")):
        scale = _scale(table, aspects[0].degrees, arranged)
        same = Progress(scale=scale.id)
        arranged.progress |= {one.statement: same for one in aspects}
        return
    for one in aspects:
        levels = _levels(one.degrees)
        aim = _aim(table, levels)
        arranged.progress[one.statement] = Progress(levels=levels, aim=aim)


def _take_rubric(table: LevelTable, aspects: list[Aspect], arranged: Tables) -> None:
    degrees = dict.fromkeys(
        Degree(id=degree.id, title=degree.title, score=degree.score)
        for one in aspects
        for degree in one.degrees
    )
    merged = tuple({degree.title: degree for degree in degrees}.values())
    scale = _scale(table, merged, arranged)
    ids = {level.title: level.id for level in scale.levels}
    names = Names()
    arranged.rubrics.append(
        Rubric(
            id=_own(table, "rubric") or names.take(short_slug(table.title), otherwise="rubric"),
            title=table.title,
            scale=scale.id,
            criteria=tuple(
                Criterion(
                    id=names.take(short_slug(one.title), otherwise="criterion"),
                    title=one.title,
                    about=one.about or None,
                    descriptors={
                        ids[degree.title]: degree.about for degree in one.degrees if degree.about
                    },
                )
                for one in aspects
            ),
            identifier=table.identifier or None,
        )
    )


def _scale(table: LevelTable, degrees: tuple[Degree, ...], arranged: Tables) -> Scale:
    own = _own(table, "scale")
    id = own if own and arranged.names.claim(own) else ""
    levels = _levels(degrees)
    scale = Scale(
        id=id or arranged.names.take(short_slug(table.title), otherwise="scale"),
        title=table.title,
        levels=levels,
        target=_aim(table, levels),
        identifier=table.identifier or None if id or not table.own else None,
    )
    arranged.scales.append(scale)
    return scale


def _levels(degrees: Iterable[Degree]) -> tuple[ScaleLevel, ...]:
    return tuple(_named(degrees))


def _named(degrees: Iterable[Degree]) -> Iterator[ScaleLevel]:
    names = Names()
    for one in degrees:
        yield ScaleLevel(
            id=names.take(one.id, short_slug(one.title), otherwise="level"),
            title=one.title,
            about=one.about or None,
            value=one.score,
            next_step=one.next_step or None,
        )


def _aim(table: LevelTable, levels: tuple[ScaleLevel, ...]) -> str:
    """The level aimed for; the highest where the other program does not say."""
    return next((one.id for one in levels if one.id == table.aim), levels[-1].id)


def _own(table: LevelTable, kind: str) -> str:
    return table.own[1] if table.own and table.own[0] == kind and is_id(table.own[1]) else ""
