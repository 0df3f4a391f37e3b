"""Where a school's files name something: each word with its place and whom it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from portfolio_gen.check.register import Register
from portfolio_gen.diagnostics import Marks, Span
from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.student import Pitch, Student


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that should name something."""

    word: str
    span: Span
    about: str = ""
    """Student whose publication hangs on it; empty when the whole school's does."""


@dataclass(frozen=True, slots=True)
class Claiming:
    """A claim in a work or a pitch, with its place."""

    claim: Claim
    marks: Marks
    place: int
    about: str

    def at(self, key: str) -> Span:
        """Where one of the claim's values stands."""
        return self.marks.at("claims", self.place, key)


def claims(register: Register) -> Iterator[Claiming]:
    """All claims of works and pitches."""
    pages: Iterator[tuple[Student, Artifact | Pitch]] = chain(
        register.artifacts(), register.pitches()
    )
    for student, page in pages:
        for place, claim in enumerate(page.claims):
            yield Claiming(claim, page.marks, place, student.id)


def credits(register: Register) -> Iterator[Mention]:
    """Credits that are claimed, decided about or featured."""
    for claiming in claims(register):
        yield Mention(claiming.claim.credit, claiming.at("credit"), claiming.about)
    for one in register.decisions():
        yield Mention(one.decision.credit, one.at("credit"), one.about)
    for student in register.school.students:
        for place, word in enumerate(student.featured_credits):
            yield Mention(word, student.marks.at("featured_credits", place), student.id)


def levels(register: Register) -> Iterator[Mention]:
    """Credit levels that are claimed, decided about, required or built on."""
    for claiming in claims(register):
        yield Mention(claiming.claim.level, claiming.at("level"), claiming.about)
    for one in register.decisions():
        yield Mention(one.decision.level, one.at("level"), one.about)
    framework = register.school.framework
    for place, requirement in enumerate(framework.requirements):
        if requirement.level is not None:
            yield Mention(requirement.level, framework.marks.at("requirements", place, "level"))
    for place, level in enumerate(framework.levels):
        if level.builds_on is not None:
            yield Mention(level.builds_on, framework.marks.at("levels", place, "builds_on"))


def domains(register: Register) -> Iterator[Mention]:
    """Domains that the framework's credits, requirements and grid name."""
    framework = register.school.framework
    for place, credit in enumerate(framework.credits):
        if credit.domain is not None:
            yield Mention(credit.domain, framework.marks.at("credits", place, "domain"))
    for place, requirement in enumerate(framework.requirements):
        if requirement.domain is not None:
            yield Mention(requirement.domain, framework.marks.at("requirements", place, "domain"))
    if framework.grid and framework.grid.domains != "all":
        for place, word in enumerate(framework.grid.domains):
            yield Mention(word, framework.marks.at("grid", "domains", place))


def competencies(register: Register) -> Iterator[Mention]:
    """Competencies that the framework's credits and grid, and the rubrics, name."""
    framework, rubrics = register.school.framework, register.school.rubrics
    for place, credit in enumerate(framework.credits):
        if credit.competency is not None:
            yield Mention(credit.competency, framework.marks.at("credits", place, "competency"))
    if framework.grid and framework.grid.competencies != "all":
        for place, word in enumerate(framework.grid.competencies):
            yield Mention(word, framework.marks.at("grid", "competencies", place))
    for place, rubric in enumerate(rubrics.rubrics):
        for inner, word in enumerate(rubric.competencies):
            yield Mention(word, rubrics.marks.at("rubrics", place, "competencies", inner))


def members(register: Register) -> Iterator[Mention]:
    """Members of the committee who decided, described habits or advise."""
    for one in register.decisions():
        for inner, word in enumerate(one.decision.committee):
            yield Mention(word, one.at("committee", inner), one.about)
    for ledger in register.school.ledgers.values():
        for place, report in enumerate(ledger.habits):
            yield Mention(report.by, ledger.marks.at("habits", place, "by"), ledger.student)
        if ledger.enrolment.advisor is not None:
            span = ledger.marks.at("enrolment", "advisor")
            yield Mention(ledger.enrolment.advisor, span, ledger.student)


def phases(register: Register) -> Iterator[Mention]:
    """Phases that students are in and in which requirements are due."""
    framework = register.school.framework
    for place, requirement in enumerate(framework.requirements):
        if requirement.due is not None:
            yield Mention(requirement.due, framework.marks.at("requirements", place, "due"))
    for ledger in register.school.ledgers.values():
        span = ledger.marks.at("enrolment", "phase")
        yield Mention(ledger.enrolment.phase, span, ledger.student)


def scales(register: Register) -> Iterator[Mention]:
    """Scales that rubrics and habits use."""
    rubrics, framework = register.school.rubrics, register.school.framework
    for place, rubric in enumerate(rubrics.rubrics):
        yield Mention(rubric.scale, rubrics.marks.at("rubrics", place, "scale"))
    if framework.habits:
        yield Mention(framework.habits.scale, framework.marks.at("habits", "scale"))


def artifacts(register: Register) -> Iterator[Mention]:
    """Works of a student that the student features or pitches, or that a decision rests on."""
    for student in register.school.students:
        for place, word in enumerate(student.featured):
            yield Mention(word, student.marks.at("featured", place), student.id)
    for student, pitch in register.pitches():
        for place, word in enumerate(pitch.artifacts):
            yield Mention(word, pitch.marks.at("artifacts", place), student.id)
    for one in register.decisions():
        for place, word in enumerate(one.decision.artifacts):
            yield Mention(word, one.at("artifacts", place), one.about)
        for word in one.decision.evidence:
            yield Mention(word, one.name("evidence", word), one.about)
