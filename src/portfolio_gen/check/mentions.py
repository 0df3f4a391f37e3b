"""Where a school's files name something: each word with its place and whom it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from portfolio_gen.check.register import Register
from portfolio_gen.diagnostics import Marks, Span
from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.ballot import Ballot, Score
from portfolio_gen.model.framework import Competency, Credit, Domain
from portfolio_gen.model.student import Pitch, Student
from portfolio_gen.model.target import Target
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that should name something."""

    word: str
    where: Span | Callable[[], Span]
    """Where it stands, or how to find out: nearly every word names what is there, and nobody asks."""
    about: str = ""
    """Student whose publication hangs on it; empty when the whole school's does."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.where if isinstance(self.where, Span) else self.where()


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
    """Credits that are claimed, decided about or featured, and those that the framework names."""
    for claiming in claims(register):
        yield Mention(claiming.claim.credit, partial(claiming.at, "credit"), claiming.about)
    for one in register.decisions():
        yield Mention(one.decision.credit, partial(one.at, "credit"), one.about)
    for student in register.school.students:
        for place, word in enumerate(student.featured_credits):
            yield Mention(word, partial(student.marks.at, "featured_credits", place), student.id)
        for goal in student.goals:
            if goal.credit is not None:
                yield Mention(goal.credit, partial(goal.marks.at, "credit"), student.id)
    framework = register.school.framework
    for place, target in enumerate(framework.targets):
        if target.credit is not None:
            yield Mention(target.credit, framework.marks.at("targets", place, "credit"))
    for place, requirement in enumerate(framework.requirements):
        for inner, word in enumerate(requirement.credits):
            yield Mention(word, framework.marks.at("requirements", place, "credits", inner))
    for place, course in enumerate(framework.bridge.courses if framework.bridge else ()):
        for inner, word in enumerate(course.credits):
            yield Mention(word, framework.marks.at("bridge", "courses", place, "credits", inner))
    for ballot, place, score in scores(register):
        yield Mention(
            score.credit, partial(ballot.marks.at, "scores", place, "credit"), ballot.student
        )


def scores(register: Register) -> Iterator[tuple[Ballot, int, Score]]:
    """What members have said about credits, each with its ballot and its place there."""
    for ballot in register.school.ballots:
        for place, score in enumerate(ballot.scores):
            yield ballot, place, score


def levels(register: Register) -> Iterator[Mention]:
    """Credit levels that are claimed, decided about, required or built on."""
    for claiming in claims(register):
        yield Mention(claiming.claim.level, partial(claiming.at, "level"), claiming.about)
    for one in register.decisions():
        yield Mention(one.decision.level, partial(one.at, "level"), one.about)
    for ballot, place, score in scores(register):
        yield Mention(
            score.level, partial(ballot.marks.at, "scores", place, "level"), ballot.student
        )
    framework = register.school.framework
    for place, requirement in enumerate(framework.requirements):
        if requirement.level is not None:
            yield Mention(requirement.level, framework.marks.at("requirements", place, "level"))
    for place, level in enumerate(framework.levels):
        if level.builds_on is not None:
            yield Mention(level.builds_on, framework.marks.at("levels", place, "builds_on"))
    for place, credit in enumerate(framework.credits):
        for inner, word in enumerate(credit.levels):
            yield Mention(word, framework.marks.at("credits", place, "levels", inner))
    for inner, word in enumerate(framework.grid.levels if framework.grid else ()):
        yield Mention(word, framework.marks.at("grid", "levels", inner))


def levels_of_credits(register: Register) -> Iterator[tuple[str, Mention]]:
    """Credits with the level at which they are claimed or decided about."""
    for claiming in claims(register):
        level = Mention(claiming.claim.level, partial(claiming.at, "level"), claiming.about)
        yield claiming.claim.credit, level
    for one in register.decisions():
        yield one.decision.credit, Mention(one.decision.level, partial(one.at, "level"), one.about)


def domains(register: Register) -> Iterator[Mention]:
    """Domains that the framework's credits, targets, requirements and grid name."""
    framework = register.school.framework
    for place, credit in enumerate(framework.credits):
        if credit.domain is not None:
            yield Mention(credit.domain, framework.marks.at("credits", place, "domain"))
    for place, requirement in enumerate(framework.requirements):
        if requirement.domain is not None:
            yield Mention(requirement.domain, framework.marks.at("requirements", place, "domain"))
    for place, target in enumerate(framework.targets):
        if target.domain is not None:
            yield Mention(target.domain, framework.marks.at("targets", place, "domain"))
    for word in framework.expects.domains if framework.expects else ():
        yield Mention(word, framework.marks.name("expects", "domains", word))
    if framework.grid and framework.grid.domains != "all":
        for place, word in enumerate(framework.grid.domains):
            yield Mention(word, framework.marks.at("grid", "domains", place))


def competencies(register: Register) -> Iterator[Mention]:
    """Competencies that the framework's credits, targets and grid name."""
    framework = register.school.framework
    for place, credit in enumerate(framework.credits):
        if credit.competency is not None:
            yield Mention(credit.competency, framework.marks.at("credits", place, "competency"))
    for place, target in enumerate(framework.targets):
        if target.competency is not None:
            yield Mention(target.competency, framework.marks.at("targets", place, "competency"))
    if framework.grid and framework.grid.competencies != "all":
        for place, word in enumerate(framework.grid.competencies):
            yield Mention(word, framework.marks.at("grid", "competencies", place))


def rubric_competencies(register: Register) -> Iterator[Mention]:
    """Competencies that the rubrics name, which serve every version of the framework."""
    rubrics = register.school.rubrics
    for place, rubric in enumerate(rubrics.rubrics):
        for inner, word in enumerate(rubric.competencies):
            yield Mention(word, rubrics.marks.at("rubrics", place, "competencies", inner))


def members(register: Register) -> Iterator[Mention]:
    """Members of the committee who decided, rated, described habits, advise, vote or sit."""
    for one in register.decisions():
        for inner, word in enumerate(one.decision.committee):
            yield Mention(word, partial(one.at, "committee", inner), one.about)
    for rated in register.ratings():
        if rated.rating.rater in ("teacher", "committee"):
            for inner, word in enumerate(rated.rating.by):
                yield Mention(word, partial(rated.at, "by", inner), rated.about)
    for ledger in register.school.ledgers.values():
        for place, report in enumerate(ledger.habits):
            yield Mention(
                report.by, partial(ledger.marks.at, "habits", place, "by"), ledger.student
            )
        for place, seen in enumerate(ledger.observations):
            yield Mention(
                seen.by, partial(ledger.marks.at, "observations", place, "by"), ledger.student
            )
        if ledger.enrolment.advisor is not None:
            span = partial(ledger.marks.at, "enrolment", "advisor")
            yield Mention(ledger.enrolment.advisor, span, ledger.student)
    yield from voters(register)
    for session in register.school.sessions:
        yield Mention(session.chair, partial(session.marks.at, "chair"))
        for place, word in enumerate(session.members):
            yield Mention(word, partial(session.marks.at, "members", place))


def voters(register: Register) -> Iterator[Mention]:
    """Members from whom there are ballots."""
    for decided in register.decisions():
        for word in decided.decision.ballots:
            yield Mention(word, partial(decided.name, "ballots", word), decided.about)
    for one in register.school.ballots:
        yield Mention(one.reviewer, partial(one.marks.at, "reviewer"), one.student)


def heard(register: Register) -> Iterator[Mention]:
    """Pitches that sessions hear, as `⟨student⟩/⟨slug⟩`."""
    for session in register.school.sessions:
        for place, slot in enumerate(session.pitches):
            if slot.pitch is not None:
                yield Mention(slot.pitch, partial(session.marks.at, "pitches", place, "pitch"))


def phases(register: Register) -> Iterator[Mention]:
    """Phases that students are in, in which requirements are due, credits are earned and targets reached."""
    framework = register.school.framework
    usual: dict[str, Sequence[Domain | Competency | Credit | Target]] = {
        "domains": framework.domains,
        "competencies": framework.competencies,
        "credits": framework.credits,
        "targets": framework.targets,
    }
    for key, entries in usual.items():
        for place, one in enumerate(entries):
            if one.phase is not None:
                yield Mention(one.phase, framework.marks.at(key, place, "phase"))
    for place, requirement in enumerate(framework.requirements):
        for inner, word in enumerate(requirement.phases):
            yield Mention(word, framework.marks.at("requirements", place, "phases", inner))
        if requirement.due is not None:
            yield Mention(requirement.due, framework.marks.at("requirements", place, "due"))
    for ledger in register.school.ledgers.values():
        span = partial(ledger.marks.at, "enrolment", "phase")
        yield Mention(ledger.enrolment.phase, span, ledger.student)


def themes(register: Register) -> Iterator[Mention]:
    """Themes under which works are exhibited."""
    for student in register.school.students:
        for slug, theme in student.exhibits.items():
            yield Mention(theme, partial(student.marks.at, "exhibits", slug), student.id)


def cohorts(register: Register) -> Iterator[Mention]:
    """Cohorts that students are in."""
    for ledger in register.school.ledgers.values():
        if ledger.enrolment.cohort is not None:
            span = partial(ledger.marks.at, "enrolment", "cohort")
            yield Mention(ledger.enrolment.cohort, span, ledger.student)


def scales(register: Register) -> Iterator[Mention]:
    """Scales that targets, courses and habits use."""
    framework = register.school.framework
    for place, target in enumerate(framework.targets):
        if target.scale is not None:
            yield Mention(target.scale, framework.marks.at("targets", place, "scale"))
    if framework.courses and framework.courses.scale is not None:
        yield Mention(framework.courses.scale, framework.marks.at("courses", "scale"))
    if framework.habits:
        yield Mention(framework.habits.scale, framework.marks.at("habits", "scale"))


def rubric_scales(register: Register) -> Iterator[Mention]:
    """Scales that rubrics use, which serve every version of the framework."""
    rubrics = register.school.rubrics
    for place, rubric in enumerate(rubrics.rubrics):
        yield Mention(rubric.scale, rubrics.marks.at("rubrics", place, "scale"))


def artifacts(register: Register) -> Iterator[Mention]:
    """Works that a student features, remembers or pitches, or that a decision or a rating rests on."""
    for student in register.school.students:
        for place, word in enumerate(student.featured):
            yield Mention(word, partial(student.marks.at, "featured", place), student.id)
        for talk in student.conferences:
            for place, word in enumerate(talk.artifacts):
                yield Mention(word, partial(talk.marks.at, "artifacts", place), student.id)
        for word in student.exhibits:
            yield Mention(word, partial(student.marks.name, "exhibits", word), student.id)
        for place, milestone in enumerate(student.milestones.milestones):
            if milestone.work is not None:
                span = partial(student.milestones.marks.at, "milestones", place, "work")
                yield Mention(milestone.work, span, student.id)
    for student, pitch in register.pitches():
        for place, word in enumerate(pitch.artifacts):
            yield Mention(word, partial(pitch.marks.at, "artifacts", place), student.id)
    for one in register.decisions():
        for place, word in enumerate(one.decision.artifacts):
            yield Mention(word, partial(one.at, "artifacts", place), one.about)
        for word in one.decision.evidence:
            yield Mention(word, partial(one.name, "evidence", word), one.about)
    for rated in register.ratings():
        for place, word in enumerate(rated.rating.works):
            yield Mention(word, partial(rated.at, "works", place), rated.about)
    for ledger in register.school.ledgers.values():
        for place, course in enumerate(ledger.courses):
            if course.product is not None:
                span = partial(ledger.marks.at, "courses", place, "product")
                yield Mention(course.product, span, ledger.student)
