"""Levels of learning targets: where they are written, and which may be written there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from portfolio_gen.check.mentions import Mention
from portfolio_gen.check.register import Names, Register
from portfolio_gen.check.requirements import targets_asked_for
from portfolio_gen.model.scale import INSUFFICIENT, Progression
from portfolio_gen.model.tell import tell


def levels_of_ratings(register: Register) -> Iterator[tuple[Mention, str, Names]]:
    """Each level at which somebody rates a target, with what the target is called and its levels."""
    for rated in register.ratings():
        name = rated.rating.target
        if progression := register.progressions.get(name):
            mention = Mention(rated.rating.level, rated.at("level"), rated.about)
            yield mention, f"`{name}`", _titles(progression) | {INSUFFICIENT: ""}
    for student, work in register.artifacts():
        for name, level in work.self_rating.items():
            if progression := register.progressions.get(name):
                mention = Mention(level, partial(work.marks.at, "self_rating", name), student.id)
                yield mention, f"`{name}`", _titles(progression)


def levels_of_dimensions(register: Register) -> Iterator[tuple[Mention, str, Names]]:
    """Each level at which a side of a target is described."""
    framework = register.school.framework
    for place, target in enumerate(framework.targets):
        if progression := register.progressions.get(target.id):
            for inner, dimension in enumerate(target.dimensions):
                for deep, step in enumerate(dimension.levels):
                    keys = ("targets", place, "dimensions", inner, "levels", deep, "id")
                    mention = Mention(step.id, partial(framework.marks.at, *keys))
                    yield mention, f"`{target.id}`", _titles(progression)


def levels_asked_for(register: Register) -> Iterator[tuple[Mention, str, Names]]:
    """Each level that a credit or a requirement asks of targets."""
    framework = register.school.framework
    known = {
        level.id: level.title for one in register.progressions.values() for level in one.levels
    }
    for place, level in enumerate(framework.levels):
        if level.policy == "targets" and level.targets.at is not None:
            span = framework.marks.at("levels", place, "targets", "at")
            yield Mention(level.targets.at, span), tell("any target"), known
    for place, one in enumerate(framework.requirements):
        if one.at is not None and not any(targets_asked_for(register, one)):
            yield (
                Mention(one.at, partial(framework.marks.at, "requirements", place, "at")),
                tell("any target"),
                known,
            )


def _titles(progression: Progression) -> dict[str, str]:
    return {one.id: one.title for one in progression.levels}
