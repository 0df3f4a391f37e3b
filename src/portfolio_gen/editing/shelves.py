"""What lies in a student's folder, for the page that lists it, and the beginning of something new."""

from __future__ import annotations

from typing import NamedTuple

from portfolio_gen.diagnostics import Severity
from portfolio_gen.editing.drawer import Drawer
from portfolio_gen.editing.sheet import NAMES, Glimpse, Sheet
from portfolio_gen.model.dates import Day
from portfolio_gen.model.speech import sentence
from portfolio_gen.start import (
    CannotStart,
    Exists,
    start_artifact,
    start_conference,
    start_goal,
    start_milestones,
    start_narrative,
    start_pitch,
    start_profile,
)


class Item(NamedTuple):
    """One thing on a shelf."""

    place: str
    title: str
    note: str
    problems: int


class Shelf(NamedTuple):
    """Things of one kind."""

    name: str
    title: str
    items: tuple[Item, ...]
    asks: str = ""
    """What is asked to begin one more; empty when nothing is."""
    begins: str = ""
    """What the button says that begins one without a question."""


def shelves(drawer: Drawer, seen: Glimpse) -> tuple[Shelf, ...]:
    """Everything that the student may write, shelf by shelf."""
    me, places = seen.student, tuple(drawer.places())
    framework = seen.school.framework_for(me.id)
    titles = {f"artifacts/{one.slug}/artifact.md": one.title for one in me.artifacts}
    titles |= {f"narratives/{one.slug}.md": one.title or one.about or "" for one in me.narratives}
    titles |= {f"goals/{one.slug}.md": one.title for one in me.goals}
    titles |= {f"pitches/{one.slug}.md": one.title for one in me.pitches}
    titles |= {f"conferences/{one.slug}.md": str(one.date) for one in me.conferences}
    titles |= NAMES
    drafts = {f"artifacts/{one.slug}/artifact.md" for one in me.artifacts if one.status == "draft"}
    drafts |= {f"narratives/{one.slug}.md" for one in me.narratives if one.status == "draft"}
    drafts |= {f"pitches/{one.slug}.md" for one in me.pitches if one.status == "draft"}

    def items(*beginnings: str) -> tuple[Item, ...]:
        return tuple(
            Item(
                one,
                titles.get(one) or Sheet.open(drawer, one).title,
                sentence("draft") if one in drafts else "",
                _problems(drawer, seen, one),
            )
            for one in places
            if one.startswith(beginnings)
        )

    return (
        Shelf(
            "artifacts",
            sentence("Work"),
            items("artifacts/"),
            sentence("A new piece of work: what is it called?"),
        ),
        Shelf("card", sentence("You"), items("student.yml", "narrative.md")),
        Shelf(
            "narratives",
            sentence("Stories about yourself"),
            items("narratives/"),
            sentence("A new story: its title"),
        ),
        Shelf("goals", sentence("Goals"), items("goals/"), sentence("A new goal, in a few words")),
        Shelf(
            "pitches",
            framework.called("pitch", many=True),
            items("pitches/"),
            sentence("A new %(pitch)s: its title", pitch=framework.word("pitch")),
        ),
        Shelf(
            "conferences",
            sentence("Conferences"),
            items("conferences/"),
            begins=sentence("Prepare a conference"),
        ),
        *_once(seen, places, items("profile.yml", "milestones.yml")),
    )


def _once(seen: Glimpse, places: tuple[str, ...], items: tuple[Item, ...]) -> tuple[Shelf, ...]:
    """What a student has once, or not at all."""
    found = [Shelf("more", sentence("More about you"), items)]
    if seen.school.framework.profile and "profile.yml" not in places:
        begins = sentence("Begin your learner profile")
        found.append(Shelf("profile", sentence("Learner profile"), (), begins=begins))
    if "milestones.yml" not in places:
        begins = sentence("Begin your milestones")
        found.append(Shelf("milestones", sentence("Milestones"), (), begins=begins))
    return tuple(one for one in found if one.items or one.begins)


def _problems(drawer: Drawer, seen: Glimpse, place: str) -> int:
    shown = drawer.shown(place)
    beside = f"{shown.rpartition('/')[0]}/" if place.endswith("/artifact.md") else shown
    weighty = (one for one in seen.diagnostics if one.severity is not Severity.NOTE)
    return sum(one.span.path.startswith(beside) for one in weighty)


def begin(drawer: Drawer, seen: Glimpse, shelf: str, title: str, on: Day) -> str:
    """Begin something new; returns its place.

    Raises:
        CannotStart: something of that name is there, it has no name, or there is no such shelf.
    """
    try:
        return _begun(drawer, seen, shelf, title, on)
    except Exists:
        words = sentence("You have one of that name already. Open it, or choose another name.")
        raise CannotStart(words) from None


def _begun(drawer: Drawer, seen: Glimpse, shelf: str, title: str, on: Day) -> str:
    root, me = drawer.root, drawer.student
    if shelf in {"artifacts", "narratives", "goals", "pitches"} and not title:
        raise CannotStart(sentence("It needs a title. You can change it later."))
    match shelf:
        case "artifacts":
            written = start_artifact(root, me, title, id=None, on=on)
        case "narratives":
            written = start_narrative(root, me, title, id=None, about=None)
        case "goals":
            written = start_goal(root, me, title, id=None)
        case "pitches":
            level = seen.school.framework.levels[0].id
            written = start_pitch(
                root, me, title, id=None, artifacts=(), credits=(), level=level, on=on
            )
        case "conferences":
            written = start_conference(root, me, id=None, on=on)
        case "profile":
            written = start_profile(root, me, seen.school.framework.profile)
        case "milestones":
            written = start_milestones(root, me)
        case _:
            raise CannotStart(sentence("There is no such shelf."))
    return written[0].relative_to(drawer.home).as_posix()
