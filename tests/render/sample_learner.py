"""A learner profile, milestones and a conference with everything that a page can show."""

from __future__ import annotations

from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.learner_views import (
    ConferenceView,
    CreditNews,
    GoalNews,
    MilestoneView,
    NextStep,
    ProfileView,
    Stride,
)
from portfolio_gen.model.standing import State

HOME = "students/maya-chen"
TAGS = (
    LabelView(id="led", title="Led", about="I decided what to learn, and others came along."),
    LabelView(id="shown", title="Shown", about="Somebody outside school has seen it."),
)
PROFILE = (
    ProfileView(
        title="Strengths",
        about="What comes easily to you, and who has noticed?",
        text="I see when a number **cannot** be right.",
        source=f"{HOME}/profile.yml",
        text_line=3,
    ),
    ProfileView(title="Hopes", text="A boat.", source=f"{HOME}/profile.yml", text_line=7),
)
MILESTONES = (
    MilestoneView(title="First oven that boiled water", date=PartialDate(2025, 6, 3)),
    MilestoneView(
        title="Spoke at the town hall",
        date=PartialDate(2026),
        term="spring 2026",
        about="My knees shook, and the bus came.",
        work=WorkLink(
            title="Solar oven for the school garden",
            address="artifacts/solar-oven-for-the-school-garden/",
        ),
    ),
    MilestoneView(title="Summer at the boatyard", date=PartialDate(2027, 7), ahead=True),
)


def conference(
    work: WorkLink, credit: LabelView, target: LabelView | None = None
) -> ConferenceView:
    """An agenda on which every heading has something under it."""
    return ConferenceView(
        date=Day(2026, 12, 3),
        source=f"{HOME}/conferences/winter.md",
        ahead=True,
        since=Day(2026, 5, 20),
        agreed_before=("I ask before the deadline.",),
        points=("How the third oven came about",),
        questions=("May I work at the boatyard on Fridays?",),
        text="I would like to begin.",
        works=(work,),
        earned=(
            CreditNews(
                credit=credit, level="Foundation", state=State.EARNED, date=Day(2026, 11, 2)
            ),
        ),
        growth=(
            Stride(
                target=target or LabelView(id="argue", title="Argue"),
                before="Beginning",
                now="Meeting",
                date=Day(2026, 10, 9),
            ),
        ),
        recognitions=("Second place, County Science Fair",),
        goals=(
            GoalNews(title="Speak up", status="open", note="Three times.", date=Day(2026, 10, 1)),
        ),
        under_way=(
            CreditNews(credit=credit, level="Foundation", state=State.PITCHED),
            CreditNews(credit=credit, level="Advanced", state=State.NOT_YET),
        ),
        next_steps=(
            NextStep(target=LabelView(id="x", title="Explain"), here="Near", step="Try it aloud."),
        ),
        milestones=MILESTONES[2:],
    )
