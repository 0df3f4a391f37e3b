"""Every kind of file that a school is written in, with a short example of each."""

from __future__ import annotations

from typing import NamedTuple

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.committee import Committee
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.consent import Consent
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.milestone import Milestones
from portfolio_gen.model.noun import Page
from portfolio_gen.model.profile import Profile
from portfolio_gen.model.rubric import Rubrics
from portfolio_gen.model.session import Session
from portfolio_gen.model.settings import Settings
from portfolio_gen.model.student import Goal, Narrative, Pitch, Student
from portfolio_gen.model.submission import Submission


class Kind(NamedTuple):
    """A kind of file."""

    name: str
    """What its schema is called."""
    path: str
    """Where files of this kind lie, with `⟨…⟩` for what differs."""
    noun: type[Page]
    about: str
    """What it is for, in a sentence or two."""
    example: str

    @property
    def told(self) -> bool:
        """Whether it is a Markdown page whose front matter holds the keys."""
        return self.path.endswith(".md")


KINDS = (
    Kind(
        "portfolio",
        "portfolio.yml",
        Settings,
        "The school's name and place, which editions are built and what each may show, and how the sites look.",
        """\
school: Harbor Hill School
place: Harbor Town
language: en
editions:
  college:
    title: For colleges
  public:
    build: false
""",
    ),
    Kind(
        "student",
        "students/⟨id⟩/student.yml",
        Student,
        "Who a student is, in their own words, and how much of it each edition may show. The folder's name is the "
        "student's id.",
        """\
name: Ada
pronouns: she/her
sentence: I count things until they make sense.
interests: [plants, long division]
picture:
  file: ada.jpg
  alt: Ada behind a row of flower pots
featured: [bean-diary]
sharing:
  college:
    name: full
    picture: true
""",
    ),
    Kind(
        "narrative",
        "students/⟨id⟩/narrative.md and students/⟨id⟩/narratives/⟨slug⟩.md",
        Narrative,
        "A self-narrative. `narrative.md` opens the portfolio; the others are about a domain, a competency, a credit "
        "or a term. The front matter may be left out; then nobody but the student sees the text.",
        """\
---
title: How I argue
about: communication
status: published
audience: [family, college]
---
I used to win arguments. Now I would rather understand what the other person saw.
""",
    ),
    Kind(
        "artifact",
        "students/⟨id⟩/artifacts/⟨slug⟩/artifact.md",
        Artifact,
        "A piece of work: what it is, what it shows, and its story below. Its files lie beside it, in the same "
        "folder; only those named under `media` are ever published.",
        """\
---
title: A diary of eleven beans
date: 2026-03
summary: Eleven beans, three weeks, one wrong guess.
tags: [plants, measuring]
media:
  - file: beans.jpg
    alt: Eleven beans in a row on wet paper, the last three without a root
    caption: Day nine
status: published
audience: [committee, family]
claims:
  - credit: critical-thinking/academics
    why: I changed my answer when the numbers did not fit.
---
I thought that the beans by the window would drink most. They did not.
""",
    ),
    Kind(
        "goal",
        "students/⟨id⟩/goals/⟨slug⟩.md",
        Goal,
        "A goal, with what may stand in its way and what to do then. More can be told below.",
        """\
---
title: Speak up in seminar
wish: To say what I think before the hour is over.
outcome: I would stop rehearsing the sentence on the way home.
obstacles: [I wait for the perfect moment]
plan: [If ten minutes are left and I have said nothing, then I ask a question]
check_ins:
  - date: 2026-10-02
    note: Three questions in two weeks.
status: open
---
""",
    ),
    Kind(
        "profile",
        "students/⟨id⟩/profile.yml",
        Profile,
        "A learner profile, in the parts that the framework names under `profile`. Each part is private until the "
        "student names an audience for it, and some parts can be shared with nobody.",
        """\
parts:
  strengths:
    text: I notice when a number cannot be right.
    audience: [committee, family]
  living-situation:
    text: Only I see this.
""",
    ),
    Kind(
        "milestones",
        "students/⟨id⟩/milestones.yml",
        Milestones,
        "What a student remembers on their way, and what they look forward to.",
        """\
milestones:
  - title: First time that I spoke in front of everybody
    date: 2025-11
    work: bean-diary
    audience: [family]
  - title: Summer in the botanical garden
    date: 2027-07
    term: summer 2027
    planned: true
""",
    ),
    Kind(
        "conference",
        "students/⟨id⟩/conferences/⟨slug⟩.md",
        Conference,
        "A conference that the student leads: their own points and questions, and afterwards what was agreed on. What "
        "is new since the last one is gathered by itself. More can be told below.",
        """\
---
date: 2026-12-03
points: [How the bean diary changed my plans]
questions: [Could I work in the garden on Fridays?]
audience: [family, committee]
---
I would like to begin, and to end.
""",
    ),
    Kind(
        "pitch",
        "students/⟨id⟩/pitches/⟨slug⟩.md",
        Pitch,
        "The case that a student makes before a committee: which work, which credits, and the story that connects "
        "them.",
        """\
---
title: What the beans taught me
date: 2026-04-18
artifacts: [bean-diary]
claims:
  - credit: critical-thinking/academics
    level: foundation
    why: My first answer was wrong, and I can show where I noticed.
self_rating:
  evidence: meeting
status: published
---
I want to show you page three of the diary.
""",
    ),
    Kind(
        "framework",
        "transcripts/framework.yml",
        Framework,
        "What the school means by mastery: domains, competencies, credits and their levels, and what graduation takes.",
        """\
id: harbor-hill
version: 2026
title: Two skills in two areas
phases:
  - {id: 9, title: grade 9}
  - {id: 10, title: grade 10}
domains:
  - {id: academics, title: Academics}
  - {id: community, title: Community}
competencies:
  - {id: communication, title: Communication}
  - {id: critical-thinking, title: Critical thinking}
levels:
  - {id: foundation, title: Foundation}
  - {id: advanced, title: Advanced, builds_on: foundation}
grid:
  competencies: all
  domains: all
requirements:
  - {id: all-foundation, title: All foundation credits, level: foundation, count: all, due: 10}
""",
    ),
    Kind(
        "rubrics",
        "transcripts/rubrics.yml",
        Rubrics,
        "What committees look for.",
        """\
rubrics:
  - id: pitch
    title: Pitch
    scale: readiness
    criteria:
      - id: evidence
        title: Evidence
        descriptors:
          meeting: I can point to evidence in my work for each thing I claim.
""",
    ),
    Kind(
        "committee",
        "transcripts/committee.yml",
        Committee,
        "Who decides, and advises; by which rule ballots become a decision, and in which words it is told.",
        """\
quorum: 3
rule:
  by: majority
  minimum: meeting
outcomes:
  - {id: distinction, title: pass with distinction, means: earned}
  - {id: pass, title: pass, means: earned}
  - {id: resubmit, title: resubmit, means: not-yet}
members:
  - {id: b-lund, name: Berit Lund, role: Science}
  - {id: c-mora, name: Celia Mora, role: Languages, until: 2026-07-31}
  - id: d-ito
    name: Daiki Ito
    role: Boat builder
    expert: true
    conflicts: [{student: ada-park, why: relative}]
""",
    ),
    Kind(
        "consent",
        "transcripts/consent.yml",
        Consent,
        "Who agreed to be shown, where, with what, and until when. Without an agreement nobody appears in the college "
        "or the public edition.",
        """\
people:
  ada-park:
    - edition: college
      shows: [name, full-name, picture, work, credits]
      given: 2026-09-01
      by: parent
      until: 2027-08-31
""",
    ),
    Kind(
        "ledger",
        "transcripts/⟨id⟩.yml",
        Ledger,
        "The school's record of one student. It is only ever added to: a new decision supersedes an earlier one, and "
        "the earlier one stays.",
        """\
official_name: Ada Marie Park
enrolment:
  entered: 2025-09
  phase: 10
  framework: 2026
decisions:
  - id: d1
    credit: critical-thinking/academics
    level: foundation
    outcome: not-yet
    date: 2026-04-20
    artifacts: [bean-diary]
    committee: [b-lund, c-mora]
    feedback: Show us how you know that it was the window.
""",
    ),
    Kind(
        "submission",
        "transcripts/submissions/⟨student⟩/⟨pitch⟩/⟨n⟩/submission.yml",
        Submission,
        "A pitch as it was handed in, written by `portfolio-gen submit`. The frozen copy lies beside it, as in the "
        "student's own folder: `pitches/⟨pitch⟩.md` and `artifacts/⟨slug⟩/`, a teammate's work in "
        "`artifacts/⟨teammate⟩.⟨slug⟩/`. Nobody writes in any of it.",
        """\
student: ada-park
pitch: what-the-beans-taught-me
number: 1
submitted: 2026-04-16
framework: 2026
digest: sha256:0f0ad16f4b56d6c1ad2e41bd2d4e3a4cbd3b7c86d6f1f0a3f3f5d3c0d3c6d7a1
files:
  artifacts/bean-diary/artifact.md: 3b0c1d4e5f60718293a4b5c6d7e8f9000102030405060708090a0b0c0d0e0f10
  pitches/what-the-beans-taught-me.md: 9a8b7c6d5e4f30211203f4e5d6c7b8a90102030405060708090a0b0c0d0e0f11
""",
    ),
    Kind(
        "ballot",
        "transcripts/ballots/⟨student⟩/⟨pitch⟩/⟨n⟩/⟨member⟩.yml",
        Ballot,
        "What one member of the committee found. The form on a pitch's page makes it, as YAML or as JSON; "
        "`portfolio-gen decide` collects the ballots and files them here, byte for byte.",
        """\
ballot: "1"
student: ada-park
pitch: what-the-beans-taught-me
submission: sha256:0f0ad16f4b56d6c1ad2e41bd2d4e3a4cbd3b7c86d6f1f0a3f3f5d3c0d3c6d7a1
reviewer: b-lund
name: Berit Lund
date: 2026-04-20
scores:
  - credit: critical-thinking/academics
    level: foundation
    ratings: { evidence: developing }
    outcome: not-yet
strong: You say where you noticed that the first answer was wrong.
missing: How you know that it was the window.
""",
    ),
    Kind(
        "session",
        "transcripts/sessions/⟨id⟩.yml",
        Session,
        "A day on which the committee sits together: who sits, what is heard, and when students are told.",
        """\
title: Pitches of 20 April
date: 2026-04-20
start: "15:30"
minutes: 20
place: Library
chair: b-lund
members: [b-lund, c-mora]
pitches:
  - { pitch: ada-park/what-the-beans-taught-me }
  - { pause: Tea, minutes: 10 }
release: 2026-04-24
""",
    ),
)
"""In the order in which the reference describes them."""
