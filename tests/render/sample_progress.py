"""Learning targets made by hand, rich and poor, for looking at their pages and testing them without a school."""

from __future__ import annotations

from dataclasses import replace

import sample_blueprint as sample

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.progress_views import (
    AttemptView,
    BadgeView,
    BinderView,
    CoursesView,
    CourseView,
    DimensionView,
    GrowthView,
    HabitPicture,
    ProgressView,
    SeenView,
    StepView,
    StrandView,
    TargetGroup,
    TargetLink,
    TargetRatingView,
    TargetView,
)

TITLES = ("Emerging", "Developing", "Proficient", "Extending")
BADGES = ("Seeker", "Explorer", "Trailblazer", "Guide")
CAN = (
    "I can say what I think and point to something that made me think so.",
    "I can make a claim and support it with evidence that I found myself.",
    "I can weigh evidence that speaks against my claim, and say why I still hold it.",
    "I can change my claim because of evidence, and show others how I came to that.",
)
NEXT = (
    "Find one more source, written by somebody who does not know the first one.",
    "Look for the strongest argument against you, and write it down as its friends would.",
    "Show your argument to somebody who disagrees, and note what you change.",
    "Teach it: sit with somebody who has just begun.",
)
OVEN = WorkLink(title=sample.WORKS[0][0], address=sample.address(sample.WORKS[0][0]))
BUS = WorkLink(title=sample.WORKS[1][0], address=sample.address(sample.WORKS[1][0]))
HIDDEN = WorkLink(title="a piece of work kept private")
HALVES = tuple(f"{half / 2:.1f}" for half in range(9))


def levels(place: int, *, aim: int = 2, full: bool = True) -> tuple[StepView, ...]:
    """Four steps; the student stands at a place, or nowhere at -1."""
    return tuple(
        StepView(
            id=title.lower(),
            title=title,
            about=CAN[number] if full else "",
            next_step=NEXT[number] if full else "",
            cannot_yet="Read the example with somebody, and mark what is claim and what is evidence."
            if full and number
            else "",
            can_already="Swap papers, and find the weakest place in each other's." if full else "",
            activities=(
                "Interview somebody who was there.",
                "Write the letter that your opponent would write.",
                "Draw the argument as a map: what rests on what?",
            )
            if full and number
            else (),
            badge=BADGES[number] if full else "",
            aimed_for=number == aim,
            here=number == place,
            since=Day(2026, 1 + 2 * number, 12) if number <= place else None,
        )
        for number, title in enumerate(TITLES)
    )


def numbers(place: int) -> tuple[StepView, ...]:
    """Nine half points, of which 3.0 is aimed for."""
    return tuple(
        StepView(
            id=f"p{value}",
            title=value,
            value=value,
            aimed_for=value == "3.0",
            here=number == place,
            since=Day(2026, 2, 1 + number) if number <= place else None,
        )
        for number, value in enumerate(HALVES)
    )


def target(
    title: str, place: int, *, state: TargetState | None = None, **changes: object
) -> TargetView:
    """A learning target at one of four steps; the third is the one aimed for."""
    id = sample.slug(title)
    found = state or (
        TargetState.OPEN if place < 0 else TargetState.REACHED if place > 1 else TargetState.NOT_YET
    )
    base = TargetView(
        id=id,
        title=title,
        address=f"targets/{id}/",
        state=found,
        because={
            TargetState.OPEN: "Nobody has rated it yet.",
            TargetState.INSUFFICIENT: "The evidence of 2 March 2026 is not sufficient to see a level.",
            TargetState.NOT_YET: "The newest rating, of 12 March 2026, is Developing.",
            TargetState.REACHED: "The newest rating, of 12 May 2026, reaches Proficient.",
        }[found],
        levels=levels(place, full=False),
        domain=sample.DOMAINS[0],
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def argue() -> TargetView:
    """A target with everything that its page can show."""
    return target(
        "Argue from evidence",
        1,
        about="Weighing what speaks for a claim and what speaks against it, and saying so.",
        know=("what a claim, a reason and evidence are", "how a source can be checked"),
        understand=("that good people can disagree about the same evidence",),
        do=("build an argument that answers the best objection", "name what would change my mind"),
        levels=levels(1),
        dimensions=(
            DimensionView(
                title="Evidence",
                about="What the argument stands on.",
                levels=(
                    ("Emerging", "One source, or what everybody knows."),
                    ("Developing", "Several sources that agree."),
                    ("Proficient", "Sources that disagree, weighed."),
                    ("Extending", "Evidence that I gathered."),
                ),
            ),
            DimensionView(
                title="Reasoning",
                levels=(
                    ("Developing", "Each reason is tied to the claim."),
                    ("Proficient", "The best objection is answered."),
                ),
            ),
        ),
        works=(OVEN, HIDDEN),
        views=(
            SeenView(rater="self", level="Proficient", date=Day(2026, 3, 10)),
            SeenView(rater="peer", level="Developing", date=Day(2026, 3, 11)),
            SeenView(rater="teacher", level="Developing", date=Day(2026, 3, 12)),
            SeenView(rater="committee", level="Developing", date=Day(2026, 3, 12)),
            SeenView(rater="expert", level="Extending"),
        ),
        attempts=(
            AttemptView(
                date=Day(2026, 3, 12),
                level="Developing",
                rater="teacher",
                by=("Abena Osei",),
                counts=True,
                works=(OVEN, HIDDEN),
                note="Two sources agree. **Which one would disagree?**",
                plan="I call the bus company, and I ask Theo to read it before.",
                steps=("Meet with a teacher", "Read an example together"),
                until=Day(2026, 12, 1),
            ),
            AttemptView(
                date=Day(2026, 2, 2),
                level="",
                rater="teacher",
                by=("Rasmus Lindqvist",),
                works=(BUS,),
                note="It tells what happened, and not yet what you think of it.",
            ),
            AttemptView(
                date=Day(2025, 11, 20), level="Emerging", rater="peer", practice=True, works=(BUS,)
            ),
        ),
        growth=GrowthView(
            first="Emerging",
            first_date=Day(2025, 9, 20),
            latest="Developing",
            latest_date=Day(2026, 3, 12),
            steps=1,
            path=(
                (Day(2025, 9, 20), 0),
                (Day(2025, 11, 20), 1),
                (Day(2025, 12, 14), 0),
                (Day(2026, 3, 12), 1),
            ),
        ),
        credit=replace(
            sample.COMPETENCIES[1],
            title="Critical thinking and decision making in academics",
            address="credits/critical-thinking/academics/",
        ),
        competency=sample.COMPETENCIES[1],
        phase="grade 10",
    )


def progress() -> ProgressView:
    """Targets in two domains and in none, badges, strands, and a binder."""
    community, exploration = sample.DOMAINS[1:3]
    academics = (
        argue(),
        target("Read what is not said", 3),
        target("Measure with care, and say how far the measure can be trusted", 2),
        target("Explain with a model", -1, state=TargetState.INSUFFICIENT),
    )
    others = (
        target("Listen until you can repeat it", 0, domain=community),
        target("Share the work", -1, domain=community, draft=True),
    )
    fractions = target("Fractions", 5, levels=numbers(5), state=TargetState.NOT_YET, domain=None)
    binder = tuple(
        BinderView(
            target=label(one),
            taught=(Day(2025, 9, 20), Day(2025, 10, 3), Day(2025, 11, 2), Day(2025, 12, 1))[
                : place + 1
            ],
            learned=Day(2025, 12, 14) if place < 3 else None,
            mastered=Day(2026, 3, 12) if place < 2 else None,
        )
        for place, one in enumerate((*academics, *others))
    )
    return ProgressView(
        groups=(
            TargetGroup(label=sample.DOMAINS[0], targets=academics),
            TargetGroup(label=community, targets=others),
            TargetGroup(
                label=LabelView(id="numeracy", title="Numeracy", about="By itself, step by step."),
                targets=(fractions,),
            ),
        ),
        badges=tuple(
            badge(competency, place) for place, competency in enumerate(sample.COMPETENCIES[:4])
        ),
        strands=(
            StrandView(
                label=replace(exploration, address=""),
                through="grade 8",
                phase="grade 9",
                gaps=(label(fractions), LabelView(id="older", title="Reading a scale")),
            ),
            StrandView(label=community, phase="grade 6"),
            StrandView(label=sample.DOMAINS[5], through="grade 12"),
        ),
        binder=binder,
    )


def seen(one: TargetView, level: str, date: Day | None) -> TargetRatingView:
    """What somebody saw of a target in a piece of work."""
    return TargetRatingView(
        target=label(one), level=level, descriptor="Several sources.", date=date, counts=False
    )


def label(one: TargetView) -> LabelView:
    """A target as others refer to it."""
    return LabelView(id=one.id, title=one.title, address=one.address)


def badge(competency: LabelView, place: int) -> BadgeView:
    """The badge of one of the four steps."""
    return BadgeView(
        competency=competency,
        title=BADGES[place],
        level=TITLES[place],
        about=CAN[place],
        place=place,
        of=4,
        since=Day(2026, 1 + 2 * place, 12),
        next_badge=BADGES[place + 1] if place < 3 else "",
        next_step=NEXT[place] if place < 3 else "",
    )


def courses() -> CoursesView:
    """Courses beside the credits: finished, running, without a product, with one that is not shown."""
    return CoursesView(
        title="Courses taken",
        about="What was taken, beside what was learned. Courses earn no credits by themselves.",
        courses=(
            CourseView(
                title="Rivers and cities",
                term="2026 spring",
                type="Advanced topic",
                level="A",
                product=OVEN,
                note="With the town's engineers.",
            ),
            CourseView(title="Statistics", term="2026 spring", type="AP", product=HIDDEN),
            CourseView(title="Choir", term="2025 fall", level="B+"),
        ),
    )


def observed() -> tuple[HabitPicture, ...]:
    """Habits as observed in two terms."""
    seen = ("rarely", "sometimes", "mostly", "always")
    return tuple(
        HabitPicture(
            term=term,
            habit=habit,
            counts=tuple(zip(seen, counts, strict=True)),
            usual=seen[counts.index(max(counts))],
            first=first,
            last=last,
        )
        for term, first, last in (
            ("2026 fall", Day(2026, 9, 1), Day(2026, 11, 13)),
            ("2026 spring", Day(2026, 2, 3), Day(2026, 5, 29)),
        )
        for habit, counts in (
            ("Engagement", (0, 2, 7, 14)),
            ("Preparedness", (1, 5, 9, 2)),
            ("Respect", (0, 0, 0, 3)),
        )
    )


def maya() -> SiteBlueprint:
    """A site with everything that can be shown of learning targets, courses and habits."""
    base = sample.maya("self")
    assert base.transcript
    told = argue()
    works = tuple(
        replace(
            one,
            serves=(seen(told, "Developing", Day(2026, 3, 12)),),
            self_rating=(seen(told, "Proficient", None),),
        )
        if one.address == OVEN.address
        else one
        for one in base.artifacts
    )
    credits = tuple(
        replace(one, targets=(TargetLink(label=label(told), state=told.state, level="Developing"),))
        if told.credit and one.address == told.credit.address
        else one
        for one in base.credits
    )
    return replace(
        base,
        artifacts=works,
        credits=credits,
        progress=progress(),
        transcript=replace(base.transcript, courses=courses(), observed=observed()),
    )


def bare() -> SiteBlueprint:
    """A site with a single target of which nothing is known but its name, in a school without credits."""
    base = sample.sam()
    lonely = replace(
        target("Begin", -1),
        levels=(StepView(id="done", title="Done", aimed_for=True),),
        domain=None,
        because="",
    )
    groups = (TargetGroup(label=LabelView(id="", title="All"), targets=(lonely,)),)
    return replace(base, credits=(), grid=(), domains=(), progress=ProgressView(groups=groups))
