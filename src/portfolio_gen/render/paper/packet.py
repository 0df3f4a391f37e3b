"""A pitch on paper, to be read and scored with a pen: claim, words, work, and the rubric with boxes to tick."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from portfolio_gen.model.blueprint import SchoolView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.hearing_views import CriterionView, SheetView
from portfolio_gen.model.pitch_views import Packet
from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import ArtifactView, MediaView
from portfolio_gen.render import words
from portfolio_gen.render.cache import keep_picture
from portfolio_gen.render.derived import BrokenPicture
from portfolio_gen.render.kinds import nature_of
from portfolio_gen.render.markdown import TooHeavy, cleaned, without_remarks
from portfolio_gen.render.paper.blocks import Block, blocks_of
from portfolio_gen.render.paper.session import Speech, speech_of, template_of
from portfolio_gen.render.pdf import PaperFault, print_pdf
from portfolio_gen.render.words.telling import in_language
from portfolio_gen.render.workshop import Workshop

TEMPLATE = "packet.typ"
MOST_LETTERS = 300_000
"""In all that is printed at once; a session has a tenth of it."""
WIDEST = 1_600
"""Pixels of a picture on paper: 200 to the inch on the whole width."""


@dataclass(slots=True)
class _Case:
    """The folder that a document is made in: Typst reads no file outside of it."""

    folder: Path
    workshop: Workshop
    speech: Speech
    pictures: int = 0

    def picture(self, media: MediaView) -> dict[str, str] | None:
        """A picture without metadata, laid into the folder; None for what is no picture that can be opened."""
        try:
            data = media.source.read_bytes()
            if nature_of(media.source.name, data[:4096]).kind != "picture":
                return None
            sizes = keep_picture(self.workshop.cache, data).get().sizes
        except (OSError, BrokenPicture):
            return None
        fitting = [one for one in sizes if one.width <= WIDEST] or list(sizes[:1])
        self.pictures += 1
        name = f"picture-{self.pictures}.webp"
        (self.folder / name).write_bytes(fitting[-1].data)
        alt = (
            media.alt or media.caption or media.title or self.speech.say("A picture without words")
        )
        return {"file": name, "alt": alt, "caption": media.caption, "credit": media.credit}


def make_packets(
    packets: Sequence[Packet], name: str, date: Day, school: SchoolView, workshop: Workshop
) -> bytes:
    """Several pitches as one PDF, each beginning on a page of its own.

    Args:
        packets: the pitches, in the order in which they are heard.
        name: what stands at the foot of each page: the session, or the pitch.
        date: the day that the file names as that of its making.
        school: the school.
        workshop: what it is made with.

    Raises:
        MissingLetter, PaperFault: as `print_pdf` does; or there is more than anybody would print.
    """
    speech = speech_of(school, workshop)
    packets = in_language(tuple(packets), speech.say)
    template = template_of(workshop, TEMPLATE)
    with tempfile.TemporaryDirectory() as place:
        for one in template.parent.glob("*.typ"):
            shutil.copyfile(one, Path(place) / one.name)
        case = _Case(Path(place), workshop, speech)
        told = {
            **speech.head(name),
            "title": name,
            "words": _labels(speech),
            "packets": [_told(case, one) for one in packets],
        }
        if (letters := len(json.dumps(told, ensure_ascii=False))) > MOST_LETTERS:
            raise PaperFault(
                f"{letters:,} letters are more than anybody prints; take fewer at once"
            )
        return print_pdf(Path(place) / TEMPLATE, told, date).data


def _labels(speech: Speech) -> dict[str, str]:
    say = speech.say
    return {
        "claims": say("What it claims"),
        "case": say("In the student’s own words"),
        "part": say("My part"),
        "group": say("Pitched together with"),
        "work": say("The work, as it was handed in"),
        "taught": say("What it taught me"),
        "others": say("To be looked at on a screen"),
        "score": say("Score it"),
        "own": say("the student’s own rating"),
        "outcome": say("Outcome"),
        "strong": say("What was strong"),
        "missing": say("What is missing"),
        "note": say("For the committee"),
        "scorer": say("Scored by"),
        "date": say("Date"),
        "conflict": say("I have a conflict of interest and do not score this."),
        "away": say("Does not score this one"),
        "digest": say("Digest of what was handed in"),
    }


def _told(case: _Case, one: Packet) -> dict[str, Any]:
    hearing = one.pitch.hearing
    if hearing is None:
        raise PaperFault(f"`{one.pitch.slug}` was not handed in")
    say = case.speech
    return {
        "title": one.pitch.title,
        "student": one.student,
        "language": one.language,
        "direction": words.dir_of(one.language),
        "time": one.time,
        "handed_in": say.said(
            "handed in %(day)s", day=words.spoken(hearing.submitted, say.language)
        ),
        "away": ", ".join(one.away),
        "claims": [
            {
                "credit": claim.credit.title,
                "level": claim.level.title,
                "about": claim.credit.about,
                "why": claim.why,
            }
            for claim in one.pitch.claims
        ],
        "story": _story(one.pitch.text),
        "part": hearing.my_part,
        "group": ", ".join(hearing.group),
        "works": [_work(case, work) for work in hearing.works],
        "sheets": [_sheet(each) for each in hearing.sheets],
        "outcomes": [each.title for each in hearing.outcomes],
        "digest": hearing.digest,
    }


def _work(case: _Case, work: ArtifactView) -> dict[str, Any]:
    pictures, others = [], []
    for media in work.media:
        if shown := case.picture(media):
            pictures.append(shown)
        else:
            others.append(media.title or media.caption or media.source.name)
    return {
        "title": work.title,
        "date": words.spoken(work.date, case.speech.language),
        "summary": work.summary,
        "taught": work.taught_me,
        "story": _story(work.narrative),
        "pictures": pictures,
        "others": [*others, *(f"{one.title}: {one.url}" for one in work.links)],
    }


def _story(markdown: str) -> list[Block]:
    """A text as blocks; plain paragraphs where it cannot be laid out."""
    try:
        html = cleaned(markdown).html
    except TooHeavy:
        parts = without_remarks(markdown).split("\n\n")
        return [
            {"kind": "paragraph", "runs": [{"t": one, "b": False, "i": False, "u": ""}]}
            for one in parts
            if one.strip()
        ]
    return list(_without_pictures(blocks_of(html, _elsewhere)))


def _without_pictures(blocks: list[Block]) -> Iterator[Block]:
    yield from (one for one in blocks if one.get("runs") or one["kind"] in ("list", "table"))


def _elsewhere(address: str) -> str:
    """Paper leads to the web, and to nothing beside it."""
    return address if address.startswith(("https://", "http://")) else ""


def _sheet(sheet: SheetView) -> dict[str, Any]:
    claim = sheet.claim
    return {
        "credit": claim.credit.title,
        "level": claim.level.title,
        "criteria": [_criterion(one) for one in sheet.criteria],
    }


def _criterion(one: CriterionView) -> dict[str, Any]:
    return {
        "title": one.title,
        "about": one.about,
        "steps": [
            {"title": step.title, "about": step.descriptor, "own": step.id == one.own}
            for step in one.steps
        ],
    }
