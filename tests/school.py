"""The smallest school that is free of diagnostics, for tests to lay their own files over."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from portfolio_gen.model.dates import Day

TODAY = Day(2026, 11, 22)
"""The day on which the tests take place."""

STUDENT = "ada-park"
ARTIFACT = "bean-diary"
ARTIFACT_FOLDER = f"students/{STUDENT}/artifacts/{ARTIFACT}"

PORTFOLIO = """\
format: 1
school: Little School
place: Harbor Town
url: https://little-school.example/
language: en
"""

FRAMEWORK = """\
id: little
version: 2024
title: Two skills in two areas
how_to_read: A credit is earned when a committee of teachers decides so after a pitch.
phases:
  - id: 9
    title: grade 9
  - id: 10
    title: grade 10
  - id: 11
    title: grade 11
domains:
  - id: academics
    title: Academics
  - id: community
    title: Community
competencies:
  - id: communication
    title: Communication
  - id: critical-thinking
    title: Critical thinking
levels:
  - id: foundation
    title: Foundation
  - id: advanced
    title: Advanced
    builds_on: foundation
grid:
  competencies: all
  domains: all
scales:
  - id: readiness
    title: Readiness
    levels:
      - id: emerging
        title: Emerging
      - id: meeting
        title: Meeting
      - id: exceeding
        title: Exceeding
    target: meeting
requirements:
  - id: all-foundation
    title: All foundation credits
    level: foundation
    count: all
    due: 11
habits:
  scale: readiness
  strands:
    - id: curiosity
      title: Curiosity
    - id: persistence
      title: Persistence
"""

RUBRICS = """\
rubrics:
  - id: pitch
    title: Pitch
    scale: readiness
    criteria:
      - id: evidence
        title: Evidence
        descriptors:
          meeting: I can point to the place in my work that shows it.
      - id: reflection
        title: Reflection
"""

COMMITTEE = """\
quorum: 2
members:
  - id: b-lund
    name: Berit Lund
    role: science
  - id: c-mora
    name: Celia Mora
    role: languages
  - id: e-obi
    name: Efe Obi
    role: advisor
"""

CONSENT = """\
people:
  ada-park:
    - edition: college
      shows: [name, full-name, picture, phase, work, credits, habits, recognitions]
      given: 2026-09-01
      by: parent
      until: 2028-08-31
"""

LEDGER = """\
official_name: Ada Marie Park
enrolment:
  entered: 2025-09
  phase: 10
  framework: 2024
  class_of: 2029
  advisor: e-obi
decisions:
  - id: d1
    credit: critical-thinking/academics
    level: foundation
    outcome: earned
    date: 2026-04-20
    pitch: beans
    artifacts: [bean-diary]
    committee: [b-lund, c-mora]
    ratings:
      evidence: meeting
      reflection: exceeding
    feedback: You let the numbers change your mind.
    evidence:
      bean-diary: sha256:48be15674e270fa05c4147cea7c2b65166a42accfa907ae5f02269d818bc05b2
habits:
  - term: 2026 spring
    date: 2026-06-12
    by: e-obi
    levels:
      curiosity: exceeding
      persistence: meeting
"""

PROFILE = """\
A school of twelve students above a bakery.
"""

STUDENT_FILE = """\
name: Ada
pronouns: she/her
sentence: I like to find out how things drink.
featured: [bean-diary]
featured_credits: [critical-thinking/academics]
sharing:
  college:
    name: full
"""

OPENING = """\
---
title: Hello
audience: [family, college]
status: published
---
I am Ada. I count things until they make sense.
"""

ARTIFACT_FILE = """\
---
title: A diary of eleven beans
date: 2026-03-14
summary: Eleven beans, three weeks, one wrong guess.
tags: [plants]
media:
  - file: beans.png
    alt: Eleven beans in a row on wet paper, the last three without a root.
audience: [family, college]
status: published
claims:
  - credit: critical-thinking/academics
    level: foundation
    why: I changed my answer when the numbers did not fit.
---
I thought that the beans by the window would drink most. They did not.
"""

PITCH = """\
---
title: What the beans taught me
date: 2026-04-18
artifacts: [bean-diary]
claims:
  - credit: critical-thinking/academics
    level: foundation
    why: My first answer was wrong and I can show where I noticed.
status: published
self_rating:
  evidence: meeting
---
I want to show you page three of the diary.
"""

FILES: Mapping[str, str] = {
    "portfolio.yml": PORTFOLIO,
    "transcripts/framework.yml": FRAMEWORK,
    "transcripts/rubrics.yml": RUBRICS,
    "transcripts/committee.yml": COMMITTEE,
    "transcripts/consent.yml": CONSENT,
    "transcripts/school-profile.md": PROFILE,
    f"transcripts/{STUDENT}.yml": LEDGER,
    f"students/{STUDENT}/student.yml": STUDENT_FILE,
    f"students/{STUDENT}/narrative.md": OPENING,
    f"{ARTIFACT_FOLDER}/artifact.md": ARTIFACT_FILE,
    f"students/{STUDENT}/pitches/beans.md": PITCH,
}


def minimal_school(folder: Path) -> Path:
    """Write the smallest school into a folder, which may not exist yet, and give the folder back."""
    write(folder, FILES)
    (folder / ARTIFACT_FOLDER / "beans.png").write_bytes(picture())
    return folder


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write texts to paths relative to a folder, replacing what is there."""
    for relative, text in files.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def picture(width: int = 48, height: int = 32) -> bytes:
    """A small PNG with a gradient, the same bytes everywhere (its pixels are stored, not compressed)."""
    rows = b"".join(
        b"\0" + b"".join(bytes((5 * x % 256, 7 * y % 256, 120)) for x in range(width))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
