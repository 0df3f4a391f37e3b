"""Courses and observed habits: what a school reports beside the credits, and never mixes with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portfolio_gen.model.course import Course, Courses, OfferedCourse
from portfolio_gen.model.progress import HabitSummary
from portfolio_gen.model.progress_views import CoursesView, CourseView, HabitPicture
from portfolio_gen.model.scale import INSUFFICIENT
from portfolio_gen.model.standing import Standings
from portfolio_gen.plan.credits import scale_titles
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.words import INSUFFICIENT_EVIDENCE


def plan_courses(sight: Sight) -> CoursesView | None:
    """The student's courses in the ledger's order; None when there are none."""
    if sight.ledger is None or not sight.ledger.courses:
        return None
    courses = sight.framework.courses or Courses()
    offered = {one.id: one for one in courses.offered}
    types = {one.id: one.title for one in courses.types}
    titles = scale_titles(sight.school, courses.scale or "")
    levels = {INSUFFICIENT: INSUFFICIENT_EVIDENCE, **titles}
    return CoursesView(
        title=courses.title or sight.framework.called("course", many=True),
        about=courses.about or "",
        courses=tuple(
            _course_view(sight, courses, one, offered.get(one.course or ""), types, levels)
            for one in sight.ledger.courses
        ),
    )


def _course_view(
    sight: Sight,
    courses: Courses,
    course: Course,
    offered: OfferedCourse | None,
    types: Mapping[str, str],
    levels: Mapping[str, str],
) -> CourseView:
    """A course; before its level may be known, a note says nothing either, for it may tell the level."""
    known = sight.access.policy.unreleased or courses.shows_level(course, sight.on)
    kind = course.type or (offered.type if offered else None)
    level = course.level if known and course.level else ""
    return CourseView(
        title=course.title or (offered.title if offered else course.course or ""),
        term=course.term,
        type=types.get(kind or "", ""),
        level=levels.get(level, level),
        product=sight.link(course.product) if course.product else None,
        note=sight.told(course.note) if known else "",
    )


def plan_observed(sight: Sight, standings: Standings) -> tuple[HabitPicture, ...]:
    """What observations of habits show, newest term first, where habits are shown."""
    if "habits" not in sight.access.shows or not standings.habits:
        return ()
    by_term: dict[str, list[HabitSummary]] = {}
    for one in standings.habits:
        by_term.setdefault(one.term, []).append(one)
    return tuple(_pictures(summary for term in reversed(by_term.values()) for summary in term))


def _pictures(summaries: Iterator[HabitSummary]) -> Iterator[HabitPicture]:
    for one in summaries:
        yield HabitPicture(
            term=one.term,
            habit=one.habit.title,
            counts=tuple((level.title, count) for level, count in one.counts),
            usual=one.usual.title,
            first=one.first,
            last=one.last,
        )
