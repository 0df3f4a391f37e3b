"""PG228, PG336, PG416, PG417: learner profiles and milestones, and students' names where groups are meant."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.nearest import suggest
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.naming import names_a_student


def unknown_profile_part(register: Register) -> Iterator[Diagnostic]:
    """Each part of a learner profile is one that the school asks about."""
    known = {one.id: one.title for one in register.school.framework.profile}
    for student in register.school.students:
        for name in student.profile.parts:
            if name not in known:
                yield Diagnostic(
                    rules.UNKNOWN_PROFILE_PART,
                    student.profile.marks.name("parts", name),
                    f"`{name}` is not a part of the learner profile",
                    suggest(name, known, "parts"),
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
                        f"`{name}` stays with you, and is shown to nobody in `{edition}`",
                        "take the audience away; somebody you trust can be told in person",
                        about=student.id,
                    )


def milestone_out_of_time(register: Register) -> Iterator[Diagnostic]:
    """What is planned lies ahead, and everything else has happened."""
    for student in register.school.students:
        for place, one in enumerate(student.milestones.milestones):
            missed = one.planned and one.date.last < register.on
            early = not one.planned and one.date.first > register.on
            if missed or early:
                was = f"this was planned for {one.date}, and that has passed"
                comes = f"{one.date} has yet to come"
                yield Diagnostic(
                    rules.MILESTONE_OUT_OF_TIME,
                    student.milestones.marks.at("milestones", place, "date"),
                    was if missed else comes,
                    "if it has happened, take `planned` away; if not, plan it anew"
                    if missed
                    else "add `planned: true`",
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
                "this names a student, and every reader of a portfolio would see it",
                "name the class or the group, such as `the spring design class`",
            )


CHECKS: tuple[Check, ...] = (
    unknown_profile_part,
    profile_part_kept_private,
    milestone_out_of_time,
    student_in_rubric,
)
