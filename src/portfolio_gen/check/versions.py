"""PG225, PG226, PG328–PG330: earlier versions of the framework, and what a new one would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeAlias

from portfolio_gen.check import rules
from portfolio_gen.check.awards import Award, held
from portfolio_gen.check.nearest import IDS, LEVELS, VERSIONS, suggest
from portfolio_gen.check.register import Check, Names, Register
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.crosswalk import Crosswalk, follow
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import in_a_row, tell, tell_many, to_tell

NOT_IN = {
    "old": to_tell("`%(word)s` is not in the old version"),
    "new": to_tell("`%(word)s` is not in the new version"),
}


def misnamed_version(register: Register) -> Iterator[Diagnostic]:
    """An earlier version is called like its file, and unlike the current one."""
    current = register.school.framework
    for framework in register.school.frameworks.values():
        name = PurePosixPath(framework.marks.path).stem
        span = framework.marks.at("version")
        if framework.version != name:
            message = tell(
                "this is version `%(version)s`, and its file is called `%(name)s.yml`",
                version=framework.version,
                name=name,
            )
            yield Diagnostic(rules.MISNAMED_VERSION, span, message, tell("give both the same name"))
        elif framework.version == current.version:
            message = tell(
                "`%(version)s` is also the version of transcripts/framework.yml",
                version=current.version,
            )
            hint = tell("give the current framework a version of its own")
            yield Diagnostic(rules.MISNAMED_VERSION, span, message, hint)


def unknown_in_crosswalk(register: Register) -> Iterator[Diagnostic]:
    """A crosswalk names versions, ids and levels that exist on their side of it."""
    framework = register.school.framework
    after = _known(framework)
    for place, crosswalk in enumerate(framework.crosswalks):
        old = register.school.frameworks.get(crosswalk.version)
        at = framework.marks.at("crosswalks", place, "version")
        if old is None:
            versions = dict.fromkeys(register.school.frameworks, "")
            yield _unknown(
                at,
                crosswalk.version,
                to_tell("`%(word)s` is not an earlier version"),
                versions,
                VERSIONS,
            )
        elif not _is_history(register, old):
            continue
        before = _known(old) if old else None
        yield from _unknown_levels(framework, place, old)
        for inner, crossing in enumerate(crosswalk.crossings):
            keys = ("crosswalks", place, "crossings", inner)
            for side, known, words in (("old", before, crossing.old), ("new", after, crossing.new)):
                for deep, word in enumerate(words):
                    if known is not None and word not in known:
                        span = framework.marks.at(*keys, side, deep)
                        yield _unknown(span, word, NOT_IN[side], known, IDS)


def _unknown_levels(
    framework: Framework, place: int, old: Framework | None
) -> Iterator[Diagnostic]:
    """The levels that a crosswalk names are on their side of it."""
    after = _levels(framework)
    for was, now in framework.crosswalks[place].levels.items():
        keys = ("crosswalks", place, "levels", was)
        if old and was not in _levels(old):
            span = framework.marks.name(*keys)
            yield _unknown(
                span,
                was,
                to_tell("`%(word)s` is not a level of the old version"),
                _levels(old),
                LEVELS,
            )
        if now not in after:
            span = framework.marks.at(*keys)
            yield _unknown(
                span, now, to_tell("`%(word)s` is not a level of the new version"), after, LEVELS
            )


def not_in_crosswalk(register: Register) -> Iterator[Diagnostic]:
    """A crosswalk says what became of everything; what it means to drop, it says so."""
    known = _earnable(register.school.framework)
    levels = _levels(register.school.framework)
    for old, crosswalk, span in _crosswalks(register):
        fates = {one: follow(crosswalk, one, known) for one in _earnable(old)}
        lost = [one for one, fate in fates.items() if not (fate.leads or fate.dropped)]
        if crosswalk:
            lost += [one for one in _levels(old) if crosswalk.levels.get(one, one) not in levels]
        if crosswalk and lost and _is_history(register, old):
            gone = tuple(
                dict.fromkeys(_what_is_gone(one, register.school.framework) for one in lost)
            )
            message = tell(
                "nothing is said of %(gone)s, which version %(version)s has",
                gone=in_a_row(gone, 3),
                version=old.version,
            )
            hint = tell(
                "add `- { old: [%(gone)s], new: […] }` under `crossings`, or `dropped:` with the "
                "reason; a level stands under `levels`",
                gone=gone[0],
            )
            yield Diagnostic(rules.NOT_IN_CROSSWALK, span, message, hint)


def _what_is_gone(lost: str, framework: Framework) -> str:
    """The skill or area because of which a meeting of both has no place any more, or what is lost itself."""
    known = {one.id for one in framework.competencies} | {one.id for one in framework.domains}
    return next((part for part in lost.split("/") if part not in known), lost)


def award_lost(register: Register) -> Iterator[Diagnostic]:
    """Nobody would lose an award in the current version."""
    for message, reason, span in _losses(register):
        if not reason:
            hint = tell("say in a crosswalk what became of it, or why it was `dropped`")
            yield Diagnostic(rules.AWARD_LOST, span, message, hint)


def award_dropped(register: Register) -> Iterator[Diagnostic]:
    """Whoever has earned what the school has dropped on purpose is known."""
    for message, reason, span in _losses(register):
        if reason:
            hint = tell("the school says why: %(reason)s", reason=reason.rstrip("."))
            yield Diagnostic(rules.AWARD_DROPPED, span, message, hint)


_Places: TypeAlias = Mapping[str, frozenset[str]]
"""What can be earned, and at which levels."""


def _losses(register: Register) -> Iterator[tuple[Sentence, str, Span]]:
    """What would be lost of each award that has no place in the current version, why, and where to say more."""
    new = register.school.framework
    places = dict(new.earnable())
    for one in new.targets:
        # A credit and the target that earns it may well have one name.
        places[one.id] = places.get(one.id, frozenset()) | {""}
    for old, crosswalk, span in _crosswalks(register):
        gone: dict[tuple[str, str], set[str]] = {}
        for award, holders in held(register, old).items():
            if loss := _loss(places, crosswalk, award):
                gone[loss] = gone.get(loss, set()) | holders
        for (what, reason), holders in gone.items():
            message = tell_many(
                "%(what)s of version %(old)s, which %(who)s has earned or reached, "
                "has no place in version %(new)s",
                "%(what)s of version %(old)s, which %(who)s have earned or reached, "
                "has no place in version %(new)s",
                len(holders),
                what=what,
                old=old.version,
                who=in_a_row(sorted(holders)),
                new=new.version,
            )
            yield message, reason, span


def _loss(places: _Places, crosswalk: Crosswalk | None, award: Award) -> tuple[str, str] | None:
    """What is lost of an award, and why; None when it leads to something that can be earned at its level."""
    fate = follow(crosswalk, award.id, places)
    if not fate.leads:
        return f"`{award.id}`", fate.dropped
    level = crosswalk.levels.get(award.level, award.level) if crosswalk else award.level
    if any(level in places[one.new] for one in fate.leads):
        return None
    what = tell("`%(award)s` at level `%(level)s`", award=award.id, level=award.level)
    return what, ""


def _is_history(register: Register, old: Framework) -> bool:
    """Whether a version is the school's past, and not only that of a preset which it extends."""
    school = register.school
    kept = not old.marks.path.startswith("presets/")
    return kept or any(school.framework_for(student) is old for student in school.ledgers)


def _crosswalks(register: Register) -> Iterator[tuple[Framework, Crosswalk | None, Span]]:
    """Each earlier version with the crosswalk from it, and the place to speak of that."""
    new = register.school.framework
    places = {one.version: place for place, one in enumerate(new.crosswalks)}
    for old in register.school.frameworks.values():
        place = places.get(old.version)
        keys = ("version",) if place is None else ("crosswalks", place, "version")
        yield old, new.crosswalk_from(old.version), new.marks.at(*keys)


def _earnable(framework: Framework) -> dict[str, str]:
    """Credits and targets, and their titles."""
    credits = {one.id: one.title for one in framework.all_credits()}
    return credits | {one.id: one.title for one in framework.targets}


def _known(framework: Framework) -> dict[str, str]:
    """Everything that a crosswalk may name."""
    competencies = {one.id: one.title for one in framework.competencies}
    domains = {one.id: one.title for one in framework.domains}
    return {**_earnable(framework), **competencies, **domains}


def _levels(framework: Framework) -> dict[str, str]:
    """Credit levels and their titles."""
    return {one.id: one.title for one in framework.levels}


def _unknown(span: Span, word: str, message: str, known: Names, many: str) -> Diagnostic:
    said = tell(message, word=word)
    return Diagnostic(rules.UNKNOWN_IN_CROSSWALK, span, said, suggest(word, known, many))


FOR_ALL: tuple[Check, ...] = (
    misnamed_version,
    unknown_in_crosswalk,
    not_in_crosswalk,
    award_lost,
    award_dropped,
)
