"""PG225, PG226, PG328–PG330: earlier versions of the framework, and what a new one would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from portfolio_gen.check import rules
from portfolio_gen.check.nearest import suggest
from portfolio_gen.check.register import Check, Register
from portfolio_gen.check.wording import listed
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.crosswalk import Crosswalk, follow
from portfolio_gen.model.framework import Framework


def misnamed_version(register: Register) -> Iterator[Diagnostic]:
    """An earlier version is called like its file, and unlike the current one."""
    current = register.school.framework
    for framework in register.school.frameworks.values():
        name = PurePosixPath(framework.marks.path).stem
        span = framework.marks.at("version")
        if framework.version != name:
            message = f"this is version `{framework.version}`, and its file is called `{name}.yml`"
            yield Diagnostic(rules.MISNAMED_VERSION, span, message, "give both the same name")
        elif framework.version == current.version:
            message = f"`{current.version}` is also the version of transcripts/framework.yml"
            hint = "give the current framework a version of its own"
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
            yield _unknown(at, crosswalk.version, "an earlier version", versions, "versions")
        before = _known(old) if old else None
        for inner, crossing in enumerate(crosswalk.crossings):
            keys = ("crosswalks", place, "crossings", inner)
            for side, known, words in (("old", before, crossing.old), ("new", after, crossing.new)):
                for deep, word in enumerate(words):
                    if known is not None and word not in known:
                        span = framework.marks.at(*keys, side, deep)
                        yield _unknown(span, word, f"in the {side} version", known, "ids")


def not_in_crosswalk(register: Register) -> Iterator[Diagnostic]:
    """A crosswalk says what became of everything; what it means to drop, it says so."""
    known = _earnable(register.school.framework)
    for old, crosswalk, span in _crosswalks(register):
        fates = {one: follow(crosswalk, one, known) for one in _earnable(old)}
        lost = [one for one, fate in fates.items() if not (fate.leads or fate.dropped)]
        if crosswalk and lost:
            more = f" and {len(lost) - 3} more" if len(lost) > 3 else ""
            message = (
                f"nothing is said of {listed(lost[:3])}{more}, which version {old.version} has"
            )
            hint = "say what became of it under `crossings`, or why it was `dropped`"
            yield Diagnostic(rules.NOT_IN_CROSSWALK, span, message, hint)


def award_lost(register: Register) -> Iterator[Diagnostic]:
    """Nobody would lose an award in the current version."""
    for message, reason, span in _losses(register):
        if not reason:
            hint = "say in a crosswalk what became of it, or why it was `dropped`"
            yield Diagnostic(rules.AWARD_LOST, span, message, hint)


def award_dropped(register: Register) -> Iterator[Diagnostic]:
    """Whoever has earned what the school has dropped on purpose is known."""
    for message, reason, span in _losses(register):
        if reason:
            hint = f"the school says why: {reason.rstrip('.')}"
            yield Diagnostic(rules.AWARD_DROPPED, span, message, hint)


def _losses(register: Register) -> Iterator[tuple[str, str, Span]]:
    """What would be lost of each award that has no place in the current version, why, and where to say more."""
    new = register.school.framework
    known = _earnable(new)
    for old, crosswalk, span in _crosswalks(register):
        for award, holders in _held(register, old).items():
            fate = follow(crosswalk, award, known)
            if fate.leads:
                continue
            who = f"{listed(holders)} {'has' if len(holders) == 1 else 'have'} earned or reached"
            message = f"`{award}` of version {old.version}, which {who}, has no place in version {new.version}"
            yield message, fate.dropped, span


def _crosswalks(register: Register) -> Iterator[tuple[Framework, Crosswalk | None, Span]]:
    """Each earlier version with the crosswalk from it, and the place to speak of that."""
    new = register.school.framework
    places = {one.version: place for place, one in enumerate(new.crosswalks)}
    for old in register.school.frameworks.values():
        place = places.get(old.version)
        keys = ("version",) if place is None else ("crosswalks", place, "version")
        yield old, new.crosswalk_from(old.version), new.marks.at(*keys)


def _held(register: Register, old: Framework) -> Mapping[str, list[str]]:
    """Credits and targets of an earlier version to the students who have earned or reached them in it."""
    held: dict[str, list[str]] = {}
    known = _earnable(old)
    for student, award in _awards(register):
        mine = register.school.framework_for(student) is old and award in known
        if mine and student not in held.setdefault(award, []):
            held[award].append(student)
    return {award: sorted(held[award]) for award in known if held.get(award)}


def _awards(register: Register) -> Iterator[tuple[str, str]]:
    """Student and credit of each award, and student and target of each rating at the level aimed for."""
    for one in register.decisions():
        if one.decision.outcome == "earned":
            yield one.about, one.decision.credit
    reached = {
        framework.version: {
            (target.id, level.id)
            for target in framework.targets
            if (progression := framework.progression(target))
            for level in progression.levels[progression.aim :]
        }
        for framework in register.school.all_frameworks()
    }
    for rated in register.ratings():
        framework, rating = register.school.framework_for(rated.about), rated.rating
        good = (rating.target, rating.level) in reached[framework.version]
        if good and not rating.modified and rating.rater in framework.ratings.raters:
            yield rated.about, rating.target


def _earnable(framework: Framework) -> dict[str, str]:
    """Credits and targets, and their titles."""
    credits = {one.id: one.title for one in framework.all_credits()}
    return credits | {one.id: one.title for one in framework.targets}


def _known(framework: Framework) -> dict[str, str]:
    """Everything that a crosswalk may name."""
    competencies = {one.id: one.title for one in framework.competencies}
    domains = {one.id: one.title for one in framework.domains}
    return {**_earnable(framework), **competencies, **domains}


def _unknown(span: Span, word: str, what: str, known: Mapping[str, str], many: str) -> Diagnostic:
    message = f"`{word}` is not {what}"
    return Diagnostic(rules.UNKNOWN_IN_CROSSWALK, span, message, suggest(word, known, many))


FOR_ALL: tuple[Check, ...] = (
    misnamed_version,
    unknown_in_crosswalk,
    not_in_crosswalk,
    award_lost,
    award_dropped,
)
