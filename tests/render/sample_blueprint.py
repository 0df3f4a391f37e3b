"""Blueprints made by hand, rich and poor, for looking at a theme and testing it without reading a school."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sample_learner import MILESTONES, PROFILE, TAGS, conference

from portfolio_gen.model.blueprint import (
    DomainView,
    HabitView,
    IndexBlueprint,
    PersonView,
    RecognitionView,
    SchoolView,
    SiteBlueprint,
    TranscriptView,
)
from portfolio_gen.model.credit_views import (
    ClaimView,
    CreditView,
    DecisionView,
    GridRow,
    RatingView,
    RequirementView,
    RubricView,
    StandingView,
)
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.pitch_views import PitchView
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.standing import State
from portfolio_gen.model.terms import PLURALS
from portfolio_gen.model.work_views import (
    ArtifactView,
    ElsewhereView,
    GoalView,
    MediaView,
    NarrativeView,
    TeammateView,
)

MEDIA = Path("media")
"""Where the pictures would lie; nothing here opens them."""

WORDS = {
    **{term: term for term in PLURALS},
    **{many: many for many in PLURALS.values()},
    "domain": "area",
    "domains": "areas",
    "competency": "skill",
    "competencies": "skills",
    "phase": "grade",
    "phases": "grades",
    "target": "learning target",
    "targets": "learning targets",
    "educator": "teacher",
    "educators": "teachers",
    "tag": "component",
    "tags": "components",
    "narrative": "narrative",
    "narratives": "narratives",
    "goals": "goals",
    "transcript": "mastery transcript",
}
SCHOOL = SchoolView(
    name="Riverbend School",
    place="Harbor Town",
    url="https://riverbend.example/",
    language="en",
    paper="letter",
    words=tuple(WORDS.items()),
    theme="riverbend",
    accent="",
)
FOUNDATION = LabelView(
    id="foundation", title="Foundation", about="What every graduate of Riverbend reaches."
)
ADVANCED = LabelView(id="advanced", title="Advanced", about="Goes beyond the foundation.")
DOMAINS = tuple(
    LabelView(id=title.lower(), title=title, about=about, address=f"areas/{title.lower()}/")
    for title, about in (
        ("Academics", "What I learn from the disciplines: reading, proving, measuring, arguing."),
        ("Community", "What I give to the people around me, and what they teach me."),
        ("Exploration", "What I try because I do not know yet whether it is mine."),
        ("Intensives", "What I stay with, day after day, until it changes me."),
        ("Partnerships", "What I do with people outside school who need it done."),
        ("Wellness", "How I look after body, mind and the time I have."),
    )
)
COMPETENCIES = (
    LabelView(id="communication", title="Communication"),
    LabelView(id="critical-thinking", title="Critical thinking and decision making"),
    LabelView(id="creative-engagement", title="Creative engagement"),
    LabelView(id="innovation", title="Innovation and design thinking"),
    LabelView(id="mindfulness", title="Mindfulness"),
)
GRID = ("aefepo", "eaencp", "eeaepo", "epeceo", "eeneeo")
"""Rows are competencies, columns domains: advanced, earned (e, f), pitched, not yet, claimed, open."""
BECAUSE = {
    "o": (State.OPEN, "Nothing has been pitched or claimed yet."),
    "c": (State.CLAIMED, "“Solar oven for the school garden” claims it."),
    "p": (State.PITCHED, "In front of the committee since 12 November 2026."),
    "n": (State.NOT_YET, "The committee asked for measurements before it decides again."),
    "e": (State.EARNED, "Earned by the committee's decision of 20 March 2026."),
}
STORY = """\
I wanted to cook for the garden club **without a cable**. I built three boxes from what the kitchen threw away and
measured each for a week, every five minutes, with a thermocouple that Theo lent me.

## The second one was worse

The second box, with twice the foil, was *colder*. That made no sense to me until I plotted both curves and saw that it
warmed faster but could not hold it. Foil brings heat in. It does nothing to keep it there.

> Measure before you explain. The explanation was already in the curve.

I made a list of what could have changed:

1. the angle of the lid,
2. the seal, which let go at about 80 °C,
3. the wind, which I had not written down at all.

## What went wrong

I had sealed the lid with tape. Lunch burnt on one side and stayed raw on the other, in front of forty people. Ms Osei
said that this was the most useful minute of the week, and by Friday I agreed with her.

| version | foil | highest | held for |
|---------|------|---------|----------|
| one     | 1×   | 84 °C   | 22 min   |
| two     | 2×   | 91 °C   | 6 min    |
| three   | 1×   | 118 °C  | 74 min   |

The logger is twelve lines; this is the part that I am proud of:

```python
def held(curve, above=80):
    return sum(later - now for now, later in pairwise(curve) if now.temp >= above)
```
"""
WORKS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "Solar oven for the school garden",
        "Three versions, one burnt lunch, and what the temperature curve taught me about insulation.",
        "exploration",
        "innovation",
        "2026-03-14",
    ),
    (
        "Why our bus route changed",
        "Interviews with eleven families and a map that the town council used.",
        "community",
        "critical-thinking",
        "2026-02",
    ),
    (
        "Forty days of sketching",
        "One drawing a day; the bad ones stayed in.",
        "wellness",
        "mindfulness",
        "2025-11",
    ),
    (
        "Season with the lacrosse team",
        "From never having held a stick to starting keeper.",
        "intensives",
        "communication",
        "2025-05-30",
    ),
    (
        "Sonnet, three ways",
        "The same fourteen lines as text, as sound and as a print.",
        "academics",
        "creative-engagement",
        "2025-04",
    ),
    (
        "Robot arm, broken twice, and the third try, which moves a cup without spilling it",
        "",
        "partnerships",
        "innovation",
        "2024",
    ),
    (
        "Water in the creek behind the gym",
        "Nitrate, temperature and a very wet notebook.",
        "academics",
        "critical-thinking",
        "2025-10-02",
    ),
    (
        "Teaching chess on Saturdays",
        "What nine-year-olds do not accept as an explanation.",
        "community",
        "communication",
        "2024-12",
    ),
    (
        "A bench for the bus stop",
        "Designed with the people who wait there.",
        "partnerships",
        "creative-engagement",
        "2026-01",
    ),
)


def slug(title: str) -> str:
    """An address that a title could have."""
    kept = "".join(one if one.isalnum() else " " for one in title.lower())
    return "-".join(kept.split())[:40]


def credit(competency: LabelView, domain: LabelView, state: str) -> CreditView:
    """A credit of the grid in one of the states of `GRID`."""
    meaning, because = BECAUSE["e" if state in "aef" else state]
    date = None if state == "o" else Day(2026, 3, 20)
    works = () if state == "o" else (WorkLink(title=WORKS[0][0], address=address(WORKS[0][0])),)
    standings = [
        StandingView(level=FOUNDATION, state=meaning, because=because, date=date, works=works)
    ]
    if state == "a":
        standings.append(
            StandingView(
                level=ADVANCED,
                state=State.EARNED,
                because="Earned by the committee's decision of 2 June 2026.",
                date=Day(2026, 6, 2),
                works=works,
            )
        )
    return CreditView(
        id=f"{competency.id}/{domain.id}",
        title=f"{competency.title} in {domain.title.lower()}",
        domain=domain,
        competency=competency,
        about="I can use what went wrong to change a design, and show how I know that it is better.",
        address=f"credits/{competency.id}/{domain.id}/",
        standings=tuple(standings),
        decisions=decisions(state),
    )


def decisions(state: str) -> tuple[DecisionView, ...]:
    """What the committee decided about a credit in that state, newest first."""
    work = WorkLink(title=WORKS[0][0], address=address(WORKS[0][0]), changed=state == "a")
    earlier = DecisionView(
        date=Day(2026, 1, 16),
        level="Foundation",
        earned=False,
        committee=("Abena Osei", "Dov Kaplan", "Josephine Moreau"),
        ratings=(
            RatingView(
                criterion="Evidence",
                level="Developing",
                descriptor="Some of the work shows it; the reader has to guess the rest.",
            ),
            RatingView(criterion="Reflection", level="Meeting"),
        ),
        feedback="You tell us that version two was worse. **Show us**: measure both for a week and bring the curves.",
        works=(WorkLink(title="Solar oven, first report"), work),
        counts=state == "n",
    )
    later = replace(
        earlier,
        date=Day(2026, 3, 20),
        earned=True,
        ratings=(
            RatingView(criterion="Evidence", level="Exceeding", descriptor="Nothing is missing."),
            RatingView(criterion="Reflection", level="Meeting"),
        ),
        feedback="The curves settle it. We liked the paragraph about the tape.",
        counts=True,
        works=(work,),
    )
    beyond = replace(later, date=Day(2026, 6, 2), level="Advanced", feedback="")
    return {
        "a": (beyond, later, earlier),
        "e": (later, earlier),
        "f": (later,),
        "n": (earlier,),
        "p": (),
        "c": (),
        "o": (),
    }[state]


def address(title: str) -> str:
    """The page of the work with that title."""
    return f"artifacts/{slug(title)}/"


def media() -> tuple[MediaView, ...]:
    """A file of every kind that a work can have."""
    return (
        MediaView(
            source=MEDIA / "oven.jpg",
            alt="A cardboard box lined with foil on a lawn, its lid propped open towards the sun.",
            title="The third version",
            caption="Third version on the lawn, 118 °C at noon.",
            credit="Photograph: Theo R.",
        ),
        MediaView(
            source=MEDIA / "curves.png",
            alt="Two curves of temperature over time; the second rises faster and falls sooner.",
            title="Curves",
            caption="One week, two boxes.",
        ),
        MediaView(source=MEDIA / "tall.jpg", alt="A hand holding a thermocouple.", title="Probe"),
        MediaView(
            source=MEDIA / "talk.wav", alt="Forty seconds of the lid letting go.", title="The lid"
        ),
        MediaView(source=MEDIA / "cup.mp4", alt="The arm lifts a cup.", title="Third try"),
        MediaView(source=MEDIA / "curves.csv", alt="", title="Temperature curves"),
        MediaView(source=MEDIA / "report.pdf", alt="", title="Report for the garden club"),
    )


def all_credits(grid: tuple[str, ...] = GRID) -> tuple[CreditView, ...]:
    """All thirty, domain by domain."""
    return tuple(
        credit(competency, domain, grid[row][column])
        for column, domain in enumerate(DOMAINS)
        for row, competency in enumerate(COMPETENCIES)
    )


def artifact(work: tuple[str, str, str, str, str], credits: tuple[CreditView, ...]) -> ArtifactView:
    """One of `WORKS` with its claim; the first has media of every kind, every third has no picture."""
    title, summary, domain, competency, date = work
    number = WORKS.index(work)
    files = media() if number == 0 else media()[number % 3 : number % 3 + 1]
    pictured = number % 3 != 2
    claimed = next(one for one in credits if one.id == f"{competency}/{domain}")
    claim = ClaimView(
        credit=claimed,
        standing=claimed.standings[0],
        level=FOUNDATION,
        why="I changed the design because of what I had measured, twice." if number == 0 else "",
    )
    return ArtifactView(
        slug=slug(title),
        address=address(title),
        title=title,
        date=PartialDate.parse(date),
        summary=summary,
        narrative=STORY,
        language="en",
        source=f"students/maya-chen/artifacts/{slug(title)}/artifact.md",
        tags=("energy", "making") if number % 2 == 0 else ("people",),
        school_tags=TAGS if number == 0 else TAGS[:1] if number == 4 else (),
        cover=files[0] if pictured else None,
        media=files if pictured else (),
        place="in school" if number % 2 == 0 else "out of school",
        team=(TeammateView(name="Theo", part="thermocouple"), TeammateView(name="Ms Osei"))
        if number == 0
        else (),
        kind="failure" if number == 3 else "work",
        taught_me="Glue needs a night.\n\nSo do I." if number == 3 else "",
        my_part="The boxes, the measuring and the burnt lunch." if number == 0 else "",
        claims=(claim,),
        draft=number == 7,
    )


def person(**changes: object) -> PersonView:
    """Maya, or somebody with some things different."""
    base = PersonView(
        id="maya-chen",
        address="maya-chen/",
        name="Maya Chen",
        initials="MC",
        language="en",
        pronouns="she/her",
        sentence=(
            "I build things that fail in interesting ways, write down why, "
            "and try again where somebody can use them."
        ),
        picture=MediaView(source=MEDIA / "maya.jpg", alt="Maya at the workbench.", title="Maya"),
        phase="grade 11",
        interests=("solar cooking", "bus maps", "lacrosse"),
        links=(
            ElsewhereView(
                title="The garden club",
                url="https://garden.example/",
                about="where the oven stands now",
            ),
        ),
        facts=(
            ("18", "of 30 foundation credits"),
            ("3", "advanced credits"),
            ("9", "artifacts"),
        ),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def domain_view(
    label: LabelView,
    credits: tuple[CreditView, ...],
    works: tuple[ArtifactView, ...],
    narratives: tuple[NarrativeView, ...],
) -> DomainView:
    """A domain with what stands in it."""
    own = tuple(one for one in credits if one.domain.id == label.id)
    return DomainView(
        label=label,
        of=len(own),
        earned=(
            (FOUNDATION, sum(one.mark in ("earned", "advanced") for one in own)),
            (ADVANCED, sum(one.mark == "advanced" for one in own)),
        ),
        credits=own,
        artifacts=tuple(
            one for one in works if any(c.credit.domain.id == label.id for c in one.claims)
        ),
        narratives=tuple(one for one in narratives if one.about and one.about.id == label.id),
    )


def transcript(credits: tuple[CreditView, ...]) -> TranscriptView:
    """A transcript with everything on it."""
    return TranscriptView(
        name="Maya Lin Chen",
        status="in progress",
        date=Day(2026, 11, 12),
        class_of="2027",
        framework="Riverbend credits, 2024",
        how_to_read=(
            "A credit is earned when a committee of three finds that a piece of work meets the published standard. "
            "Foundation is what every graduate reaches; advanced goes beyond it. "
            "There are no grades and no averages: each credit opens on the work itself."
        ),
        featured=tuple(one for one in credits if one.mark == "advanced")[:3],
        requirements=(
            RequirementView(
                title="All foundation credits",
                met=False,
                earned=18,
                of=30,
                due="by the end of grade 11",
            ),
        ),
        statement="I would like to be judged by the third version of things.",
        habits_title="Habits of work",
        habits=(
            HabitView(
                term="Spring 2026",
                by="Abena Osei",
                levels=(
                    ("Intellectual curiosity", "consistently"),
                    ("Time and resource management", "usually"),
                    ("Persistence, resilience and patience", "consistently"),
                    ("Risk-taking and self-advocacy", "sometimes"),
                    ("Dependability and punctuality", "usually"),
                ),
                note="Asks before the deadline rather than after it.",
            ),
            HabitView(
                term="Autumn 2025",
                by="Dov Kaplan",
                levels=(
                    ("Intellectual curiosity", "usually"),
                    ("Dependability and punctuality", "beginning"),
                ),
            ),
        ),
        recognitions=(
            RecognitionView(
                title="Second place, County Science Fair",
                issuer="Harbor County",
                date=PartialDate(2026, 4),
                criteria="A question of one's own, and an honest answer.",
                url="https://fair.example/2026",
            ),
        ),
        profile="## Our school\n\nRiverbend is a school of 240 students on the river. We give no grades."
        "\n\n| | due |\n|---|---|\n| thirty credits | grade 11 |",
    )


def maya(edition: EditionName = "family", grid: tuple[str, ...] = GRID) -> SiteBlueprint:
    """Thirty credits in every state, works with and without pictures, everything that a page can show."""
    credits = all_credits(grid)
    works = tuple(artifact(one, credits) for one in WORKS)
    opening = NarrativeView(
        address="",
        title="My story so far",
        about=None,
        text=(
            "In grade nine I thought that a good project was one that worked. The solar oven changed that: the second "
            "version was worse than the first, and finding out why took me from cardboard to a thermocouple, a "
            "spreadsheet and an argument with my teacher that I am still proud of.\n\n"
            "What I look for now is the moment when something stops matching what I expected. "
            "I write it down before I fix it."
        ),
        language="en",
        source="students/maya-chen/narrative.md",
    )
    about = NarrativeView(
        address="narratives/trying-things/",
        title="Trying things that are not mine yet",
        about=DOMAINS[2],
        text="I used to ask first whether I was good at something.\n\n## Now\n\nNow I ask whether I want to find out.",
        language="en",
        source="students/maya-chen/narratives/trying-things.md",
        date=Day(2026, 5, 3),
    )
    goal = GoalView(
        title="Speak without the page",
        wish="To explain a project for five minutes without notes.",
        outcome="People ask about the work and not about me.",
        obstacles=("I read when I am nervous.", "I practise alone."),
        plan=("If I reach for the page, then I look at one person and go on.",),
        check_ins=(
            (Day(2026, 9, 30), "Three minutes. Better."),
            (Day(2026, 11, 2), "Five, in chess club."),
        ),
        status="open",
        text="",
        source="students/maya-chen/goals/speak.md",
    )
    pitch = PitchView(
        slug="autumn",
        address="pitches/autumn/",
        title="Autumn pitch: what the oven taught me",
        date=Day(2026, 11, 12),
        works=(
            WorkLink(title=WORKS[0][0], address=address(WORKS[0][0])),
            WorkLink(title="A private essay"),
        ),
        claims=works[0].claims + works[8].claims,
        self_rating=(
            RatingView(criterion="Evidence", level="Meeting", descriptor="The work shows it."),
        ),
        rubric=RubricView(
            title="Pitch", made_with="the spring design class", made=PartialDate(2026)
        ),
        text="I bring two pieces of work that ask the same question: *who has to live with it?*",
        source="students/maya-chen/pitches/autumn.md",
        text_line=12,
        waiting=True,
    )
    return SiteBlueprint(
        edition=edition,
        edition_title={"family": "Family", "college": "Colleges", "self": "My portfolio"}.get(
            edition, edition.title()
        ),
        school=SCHOOL,
        person=person(),
        where_i_stand=(
            "Maya has earned 18 of 30 foundation credits and 3 advanced ones. "
            "Next: two pitches that wait for the committee."
        ),
        opening=opening,
        featured=works[:6],
        artifacts=works,
        narratives=(about,),
        goals=(goal,),
        profile=tuple(
            replace(one, shown_to=("Family",) if edition == "self" and place else ())
            for place, one in enumerate(PROFILE)
        ),
        milestones=MILESTONES,
        conference=conference(
            WorkLink(title=works[0].title, address=works[0].address),
            LabelView(id=credits[0].id, title=credits[0].title, address=credits[0].address),
        )
        if edition in ("self", "committee", "family")
        else None,
        pitches=(pitch,) if edition in ("self", "committee") else (),
        levels=(FOUNDATION, ADVANCED),
        domains=tuple(domain_view(one, credits, works, (about,)) for one in DOMAINS),
        competencies=COMPETENCIES,
        grid=tuple(
            GridRow(
                label=competency,
                cells=tuple(
                    next(one for one in credits if one.id == f"{competency.id}/{domain.id}")
                    for domain in DOMAINS
                ),
            )
            for competency in COMPETENCIES
        ),
        credits=credits,
        transcript=transcript(credits),
        tags=TAGS,
    )


LISTED = (
    "Argues from sources",
    "Measures with care",
    "Speaks to be understood",
    "Works with others",
    "Keeps going",
)
ARABIC = (
    (
        "مقياس المطر من زجاجة ماء",
        "أسبوعان من القياس وسؤال واحد.",
        "أردت أن أعرف كم مطرًا يسقط على سطح مدرستنا.\n\n## ما الذي تعلمته\n\n"
        "أن القياس أصعب من التخمين، وأن الخطأ يعلّم أكثر من الصواب.",
    ),
    ("رسائل جدّي", "", "قرأت ثلاثين رسالة كتبها جدّي."),
    ("كرة السلة بعد المدرسة", "كيف نتحدث داخل الملعب.", "نتحدث قليلًا ونفهم كثيرًا."),
)


def listed() -> SiteBlueprint:
    """A framework without a grid: credits of their own, a different number in each domain; works that claim none."""
    base = maya()
    credits = tuple(
        _listed_credit(domain, f"{slug(title)}-{number}", title, "aepnco"[(number + index) % 6])
        for number, domain in enumerate(DOMAINS[:3])
        for index, title in enumerate(LISTED[: 3 + number])
    )
    works = tuple(replace(one, claims=()) for one in base.artifacts)
    return replace(
        base,
        grid=(),
        competencies=(),
        credits=credits,
        artifacts=works,
        featured=works[:2],
        narratives=(),
        goals=(),
        profile=(),
        milestones=(),
        conference=None,
        domains=tuple(domain_view(one, credits, (), ()) for one in DOMAINS[:3]),
        transcript=transcript(credits),
    )


def anywhere() -> SiteBlueprint:
    """The same with credits that begin beyond the first level, and with some that can be earned in any domain."""
    base = listed()
    assert base.transcript
    level = LabelView(id="transferable", title="Transferable")
    further = tuple(
        _only_at(ADVANCED, DOMAINS[0], title, state, beyond=True)
        for title, state in (("Proves it", "e"), ("Sings it", "o"))
    )
    nowhere = LabelView(id="", title="any area")
    free = tuple(
        _only_at(level, nowhere, title, state)
        for title, state in (("Leads", "e"), ("Adapts", "o"), ("Stays honest", "p"))
    )
    first, *others = base.domains
    credits = (*base.credits, *further, *free)
    return replace(
        base,
        levels=(FOUNDATION, ADVANCED, level),
        credits=credits,
        transferable=free,
        domains=(
            replace(
                first,
                credits=(*first.credits, *further),
                earned=tuple((one, n + (one == ADVANCED)) for one, n in first.earned),
            ),
            *others,
        ),
        transcript=transcript(credits),
    )


def _only_at(
    level: LabelView, domain: LabelView, title: str, state: str, *, beyond: bool = False
) -> CreditView:
    made = _listed_credit(domain, slug(title), title, state)
    standings = tuple(replace(one, level=level) for one in made.standings)
    decided = tuple(replace(one, level=level.title) for one in made.decisions)
    return replace(made, standings=standings, decisions=decided, beyond=beyond)


def _listed_credit(domain: LabelView, id: str, title: str, state: str) -> CreditView:
    made = credit(COMPETENCIES[0], domain, state)
    return replace(made, id=id, title=title, competency=None, address=f"credits/{id}/")


def abdulrahman() -> SiteBlueprint:
    """Somebody who writes from right to left, with a long official name and no picture."""
    base = maya()
    works = tuple(
        replace(one, title=title, summary=summary, narrative=story, language="ar")
        for one, (title, summary, story) in zip(base.artifacts[:3], ARABIC, strict=True)
    )
    assert base.opening and base.transcript
    return replace(
        base,
        person=person(
            id="abdulrahman-al-mansouri",
            address="abdulrahman-al-mansouri/",
            name="عبد الرحمن",
            initials="ع",
            language="ar",
            pronouns="",
            sentence="أحب الأسئلة التي لا يعرف أحد جوابها بعد.",
            picture=None,
            phase="grade 10",
            links=(),
        ),
        where_i_stand="عبد الرحمن has earned 18 of 30 foundation credits and 3 advanced ones.",
        opening=replace(
            base.opening,
            title="قصتي حتى الآن",
            language="ar",
            text="ولدت في مدينة لا مطر فيها تقريبًا، ثم انتقلنا إلى مدينة على النهر.",
        ),
        featured=works,
        artifacts=works,
        narratives=(),
        goals=(),
        profile=(),
        milestones=(),
        conference=None,
        domains=tuple(domain_view(one, base.credits, works, ()) for one in DOMAINS),
        transcript=replace(base.transcript, name="عبد الرحمن بن خالد بن سعيد المنصوري"),
    )


def sam() -> SiteBlueprint:
    """Somebody of whom there is almost nothing: a name."""
    base = maya(grid=("oooooo",) * 5)
    assert base.transcript
    return replace(
        base,
        person=person(
            id="sam-whitlock",
            address="sam-whitlock/",
            name="Sam Whitlock",
            initials="SW",
            pronouns="",
            sentence="",
            picture=None,
            phase="grade 9",
            interests=(),
            links=(),
            facts=(("0", "of 30 foundation credits"),),
        ),
        where_i_stand="Sam has just started.",
        opening=None,
        featured=(),
        artifacts=(),
        narratives=(),
        goals=(),
        profile=(),
        milestones=(),
        conference=None,
        tags=(),
        pitches=(),
        domains=tuple(replace(one, artifacts=(), narratives=()) for one in base.domains),
        transcript=replace(
            base.transcript,
            name="Sam Whitlock",
            featured=(),
            statement="",
            habits=(),
            recognitions=(),
            date=None,
        ),
    )


def everybody() -> IndexBlueprint:
    """An index of people: pictured and not, with short names, long names and other scripts."""
    people = (
        person(),
        abdulrahman().person,
        person(
            id="leila-haddad-lindgren",
            address="leila-haddad-lindgren/",
            name="Leila Haddad-Lindgren",
            initials="LH",
            picture=None,
            sentence="New here. Ask me about owls.",
            phase="grade 9",
        ),
        sam().person,
    )
    return IndexBlueprint(edition="family", edition_title="Family", school=SCHOOL, people=people)
