"""PG228, PG336, PG416, PG417: learner profiles and milestones, and students' names where groups are meant."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.nearest import suggest
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.naming import names_a_student
from portfolio_gen.model.tell import tell, to_tell


def unknown_profile_part(register: Register) -> Iterator[Diagnostic]:
    """Each part of a learner profile is one that the school asks about."""
    known = {one.id: one.title for one in register.school.framework.profile}
    for student in register.school.students:
        for name in student.profile.parts:
            if name not in known:
                yield Diagnostic(
                    rules.UNKNOWN_PROFILE_PART,
                    student.profile.marks.name("parts", name),
                    tell("`%(name)s` is not a part of the learner profile", name=name),
                    suggest(name, known, to_tell("parts")),
                    about=student.id,
                )


def profile_part_kept_private(register: Register) -> Iterator[Diagnostic]:
    """A part that may be shared with nobody is meant for nobody."""
    for student in register.school.students:
        for name, part in student.profile.parts.items():
            for place, edition in enumerate(part.audience):
                if edition != "self" and register.school.keeps_private(name):
                    yield Diagnostic(
                        rules.PROFILE_PART_KEPT_PRIVATE,
                        student.profile.marks.at("parts", name, "audience", place),
                        tell(
                            "`%(name)s` stays with you, and is shown to nobody in `%(edition)s`",
                            name=name,
                            edition=edition,
                        ),
                        tell("take the audience away; somebody you trust can be told in person"),
                        about=student.id,
                    )


def milestone_out_of_time(register: Register) -> Iterator[Diagnostic]:
    """What is planned lies ahead, and everything else has happened."""
    for student in register.school.students:
        for place, one in enumerate(student.milestones.milestones):
            missed = one.planned and one.date.last < register.on
            early = not one.planned and one.date.first > register.on
            if missed or early:
                yield Diagnostic(
                    rules.MILESTONE_OUT_OF_TIME,
                    student.milestones.marks.at("milestones", place, "date"),
                    tell("this was planned for %(date)s, and that has passed", date=str(one.date))
                    if missed
                    else tell("%(date)s has yet to come", date=str(one.date)),
                    tell("if it has happened, take `planned` away; if not, plan it anew")
                    if missed
                    else tell("add `planned: true`"),
                    about=student.id,
                )


def student_in_rubric(register: Register) -> Iterator[Diagnostic]:
    """Where a rubric says who wrote it, it names a group and no student."""
    rubrics = register.school.rubrics
    for place, rubric in enumerate(rubrics.rubrics):
        if names_a_student(register.school, rubric.made_with or ""):
            yield Diagnostic(
                rules.STUDENT_IN_RUBRIC,
                rubrics.marks.at("rubrics", place, "made_with"),
                tell("this names a student, and every reader of a portfolio would see it"),
                tell("name the class or the group, such as `the spring design class`"),
            )


CHECKS: tuple[Check, ...] = (
    unknown_profile_part,
    profile_part_kept_private,
    milestone_out_of_time,
    student_in_rubric,
)
