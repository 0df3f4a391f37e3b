"""Schools of any size, made of nothing: the same arguments give the same bytes.

    python benchmarks/corpus.py FOLDER --students 100 --works 31 --photographs 0

writes a school that `portfolio-gen build` accepts. With photographs, each work has so many pictures of twelve
megapixels; there are only a few different scenes, each changed a little and without effort, so that no two are equal.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

_TEXT = (
    "the of and to a in that is was it for with as on be at by this had not are but from or have an they which one "
    "you were her all she there would their we him been has when who will more no if out so said what up its about "
    "than into them can only other new some could time these two may then do first any my now such like our over "
    "bridge river paper model light water garden engine letter winter school friend question answer evidence pattern"
)
WORDS = _TEXT.split()
SCHOOL = "Benchmark School"
DOMAINS = ("language", "number", "nature", "society", "arts", "body")
MEGAPIXELS = (4000, 3000)
SCENES = 4
WAVES = 12
"""Two to this power are the different photographs that can be made of one scene."""
_QUANTISATION = b"\xff\xdb\x00\x43\x00"
"""What a JPEG's first quantisation table stands behind: marker, length, number."""
GRAINS = ((1000, 0.9), (300, 0.4), (100, 0.25), (30, 0.15), (10, 0.1), (4, 0.1), (2, 0.08))
"""How many pixels wide the spots of a photograph are, and how strong: the finer, the fainter, as in nature."""
FRAMEWORK = f"""\
id: benchmark
version: "1"
title: Benchmark
phases: [{{id: "9", title: grade 9}}, {{id: "10", title: grade 10}}]
domains: [{", ".join(f"{{id: {one}, title: {one.title()}}}" for one in DOMAINS)}]
competencies: [{{id: inquiry, title: Inquiry}}]
levels: [{{id: foundation, title: Foundation}}, {{id: advanced, title: Advanced, builds_on: foundation}}]
grid: {{}}
requirements: [{{id: all, title: All foundation credits}}]
"""
EDITIONS = ("self", "committee", "family", "college", "public")
COMMITTEE = "quorum: 1\nmembers: [{id: b-lund, name: Berit Lund}]\n"


@dataclass(frozen=True)
class Work:
    """A piece of work, the same for every program that is compared."""

    slug: str
    title: str
    date: str
    summary: str
    story: str
    domain: str
    photographs: tuple[str, ...]
    """Names of the files beside it."""


def student_id(number: int) -> str:
    """The folder of a student."""
    return f"student-{number:05}"


def student_name(number: int) -> str:
    """What the student is called."""
    return f"Student {number:05}"


def earned(number: int, count: int) -> int:
    """How many credits a student has; the first so many works are their evidence."""
    return min(number % 6, count)


def opening(number: int) -> str:
    """What a student says on the front page."""
    return paragraph(random.Random(f"opening {number}"), 6)


def works(student: int, count: int, photographs: int) -> Iterator[Work]:
    """A student's works."""
    for number in range(count):
        source = random.Random(student * 1000 + number)
        title = f"{sentence(source, 3).rstrip('.')} {number + 1}"
        yield Work(
            slug=f"work-{number + 1:02}",
            title=title,
            date=f"2026-{1 + number % 9:02}-{1 + number % 27:02}",
            summary=sentence(source, 12),
            story=story(source),
            domain=DOMAINS[number % len(DOMAINS)],
            photographs=tuple(f"photo-{one + 1}.jpg" for one in range(photographs)),
        )


def story(source: random.Random) -> str:
    """About 2.6 kilobytes of Markdown: headings, paragraphs with emphasis, a list, a quotation, a link."""
    parts = [f"## What I did\n\n{paragraph(source, 5)}\n\n{paragraph(source, 4)}"]
    parts += ["\n".join(f"- {sentence(source, 9)}" for _ in range(5))]
    parts += [f"## What went wrong\n\n{paragraph(source, 5)}\n\n> {sentence(source, 14)}"]
    parts += [
        f"## What I learned\n\n{paragraph(source, 6)}\n\nSee [the plans](https://plans.example/{source.randrange(99)})."
    ]
    return "\n\n".join(parts) + "\n"


def paragraph(source: random.Random, sentences: int) -> str:
    """Some sentences, a few words of which are set apart."""
    text = " ".join(sentence(source, 14) for _ in range(sentences))
    words = text.split(" ")
    words[3], words[-4] = f"*{words[3]}*", f"**{words[-4]}**"
    return " ".join(words)


def sentence(source: random.Random, length: int) -> str:
    """So many words and a full stop."""
    return " ".join(source.choices(WORDS, k=length)).capitalize() + "."


@lru_cache(maxsize=SCENES)
def scene(number: int) -> bytes:
    """A photograph of twelve megapixels: detail at every scale, and a little noise, as a telephone's has."""
    from PIL import Image

    source = random.Random(number)
    picture = Image.new("RGB", MEGAPIXELS, (128, 128, 128))
    for grain, strength in GRAINS:
        size = (MEGAPIXELS[0] // grain, MEGAPIXELS[1] // grain)
        cloud = Image.frombytes("RGB", size, source.randbytes(3 * size[0] * size[1]))
        picture = Image.blend(picture, cloud.resize(MEGAPIXELS, Image.Resampling.BICUBIC), strength)
    out = BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def photograph(number: int) -> bytes:
    """A photograph like no other, made without drawing it: the number changes how strong its coarse waves are."""
    data = bytearray(scene(number % SCENES))
    table = data.index(_QUANTISATION) + len(_QUANTISATION)
    for bit in range(WAVES):
        data[table + 1 + bit] += number // SCENES >> bit & 1
    return bytes(data)


def write_photographs(folder: Path, place: int, work: Work) -> None:
    """A work's photographs; `place` is its number among all works of all students."""
    for one, name in enumerate(work.photographs):
        (folder / name).write_bytes(photograph(place * len(work.photographs) + one))


def write_school(
    folder: Path,
    students: int,
    count: int,
    photographs: int = 0,
    editions: Collection[str] = ("family", "self"),
    paper: str = "none",
) -> Path:
    """A whole school for portfolio-gen, which builds these editions, without PDFs unless a paper is named."""
    put(folder / "portfolio.yml", settings(editions, paper))
    put(folder / "transcripts/framework.yml", FRAMEWORK)
    put(folder / "transcripts/committee.yml", COMMITTEE)
    readers = f"[{', '.join(editions)}]"
    for number in range(students):
        home = folder / "students" / student_id(number)
        put(home / "student.yml", f"name: {student_name(number)}\n")
        put(home / "narrative.md", f"---\naudience: {readers}\n---\n{opening(number)}\n")
        put(folder / f"transcripts/{student_id(number)}.yml", ledger(number, count))
        for place, work in enumerate(works(number, count, photographs)):
            put(home / f"artifacts/{work.slug}/artifact.md", artifact(work, readers))
            write_photographs(home / f"artifacts/{work.slug}", number * count + place, work)
    return folder


def settings(editions: Collection[str], paper: str) -> str:
    """A school's settings file; the editions are named all, so that those by default are not built."""
    lines = (f"  {one}: {{build: {str(one in editions).lower()}}}\n" for one in EDITIONS)
    head = f"format: 1\nschool: {SCHOOL}\npaper: {paper}\nsecret: nobody knows this\n"
    return f"{head}editions:\n{''.join(lines)}"


def artifact(work: Work, readers: str) -> str:
    """A work as portfolio-gen reads it, for the readers of some editions."""
    media = "".join(f"  - {{file: {name}, alt: A photograph}}\n" for name in work.photographs)
    return (
        f"---\ntitle: {work.title}\ndate: {work.date}\nsummary: {work.summary}\nstatus: published\n"
        f"audience: {readers}\n{f'media:{chr(10)}{media}' if media else ''}"
        f"claims: [{{credit: inquiry/{work.domain}, why: It shows it}}]\n---\n{work.story}"
    )


def ledger(number: int, count: int) -> str:
    """A student's record with a few decisions."""
    decisions = "".join(
        f"  - {{id: d{one}, credit: inquiry/{DOMAINS[one]}, level: foundation, outcome: earned,"
        f" date: 2026-10-{one + 1:02}, artifacts: [work-{one + 1:02}], committee: [b-lund]}}\n"
        for one in range(earned(number, count))
    )
    head = (
        f"official_name: {student_name(number)}\n"
        'enrolment: {entered: 2025-09, phase: "9", framework: "1"}\n'
    )
    return head + (f"decisions:\n{decisions}" if decisions else "")


def put(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--students", type=int, default=100)
    asked.add_argument("--works", type=int, default=31)
    asked.add_argument("--photographs", type=int, default=0)
    given = asked.parse_args()
    write_school(given.folder, given.students, given.works, given.photographs)
