"""A committee's session on paper: the agenda before it, one page of what was decided after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from portfolio_gen.model.blueprint import SchoolView
from portfolio_gen.model.session_views import (
    AgreementView,
    AwardLine,
    CalibrationView,
    GapView,
    SeatView,
    SessionView,
    StretchView,
)
from portfolio_gen.model.speech import to_say
from portfolio_gen.model.value import dataclass
from portfolio_gen.render import words
from portfolio_gen.render.engine import engine_for
from portfolio_gen.render.paper.facts import SIZES
from portfolio_gen.render.pdf import PaperFault, print_pdf
from portfolio_gen.render.words.telling import in_language
from portfolio_gen.render.words.voice import Voice
from portfolio_gen.render.workshop import Workshop

TEMPLATE = "session.typ"


@dataclass(frozen=True, slots=True)
class Speech:
    """The program's words in the language of the site."""

    say: Voice
    language: str
    school: SchoolView

    def said(self, sentence: str, **given: object) -> str:
        """A sentence with what it is about."""
        return self.say(sentence) % given

    def head(self, name: str) -> dict[str, Any]:
        """What every document of the committee is told about itself."""
        return {
            "school": self.school.name,
            "paper": SIZES.get(self.school.paper, "us-letter"),
            "language": self.language,
            "direction": words.dir_of(self.language),
            "name": name,
            "only": self.say("For the committee only"),
            "page": self.say("page {page} of {pages}"),
        }


def speech_of(school: SchoolView, workshop: Workshop) -> Speech:
    """The words of a school's theme."""
    engine = engine_for(school, workshop.themes, alone=True)
    return Speech(engine.say, engine.language, in_language(school, engine.say))


def template_of(workshop: Workshop, name: str) -> Path:
    """A template of the theme.

    Raises:
        PaperFault: there is none.
    """
    found = next((one / name for one in workshop.themes if (one / name).is_file()), None)
    if found is None:
        raise PaperFault(f"there is no `{name}`")
    return found


def make_agenda(session: SessionView, school: SchoolView, workshop: Workshop) -> bytes:
    """The agenda as a PDF: times, pitches, who scores, with room to write.

    Raises:
        MissingLetter, PaperFault: as `print_pdf` does.
    """
    speech = speech_of(school, workshop)
    told = _told(in_language(session, speech.say), speech, after=False)
    return print_pdf(template_of(workshop, TEMPLATE), {**told, "tight": False}, session.date).data


def make_summary(session: SessionView, school: SchoolView, workshop: Workshop) -> bytes:
    """What was decided, as one page; set closer where it would not fit.

    Raises:
        MissingLetter, PaperFault: as `print_pdf` does.
    """
    speech = speech_of(school, workshop)
    told = _told(in_language(session, speech.say), speech, after=True)
    template = template_of(workshop, TEMPLATE)
    printed = print_pdf(template, {**told, "tight": False}, session.date)
    if printed.measures["pages"] > 1:
        printed = print_pdf(template, {**told, "tight": True}, session.date)
    return printed.data


def _told(session: SessionView, speech: Speech, *, after: bool) -> dict[str, Any]:
    say = speech.say
    date = words.spoken(session.date, speech.language)
    kind = say("What was decided") if after else say("Agenda")
    return {
        **speech.head(session.title),
        "after": after,
        "kind": kind,
        "title": f"{session.title}: {kind}",
        "line": f"{date}, {session.begins}–{session.ends}",
        "place": session.place,
        "seats_title": say("Who scores"),
        "seats": [_seat(speech, one) for one in session.seats],
        "slots": [] if after else [_slot(speech, one) for one in session.stretches],
        "notes": say("Notes"),
        "release": _release(speech, session),
        "decided": _decided(speech, session) if after else None,
        "agreement": _agreement(speech, session.calibration)
        if after and session.calibration
        else None,
    }


def _seat(speech: Speech, one: SeatView) -> str:
    parts = (
        speech.say("chair") if one.chairs else "",
        one.role,
        speech.say("from outside the school") if one.expert else "",
    )
    about = ", ".join(filter(None, parts))
    return f"{one.name} ({about})" if about else one.name


def _slot(speech: Speech, one: StretchView) -> dict[str, Any]:
    return {
        "time": f"{one.begins}–{one.ends}",
        "pause": one.pause,
        "title": one.title or speech.said("a %(pitch)s", pitch=speech.school.word("pitch")),
        "student": one.student,
        "claims": [f"{credit}, {level}" for credit, level in one.claims],
        "away": _named(speech, to_say("Does not score this one: %(names)s"), one.away),
        "scored": _named(speech, to_say("Scored: %(names)s"), one.scored),
    }


def _named(speech: Speech, sentence: str, names: tuple[str, ...]) -> str:
    return speech.said(sentence, names=", ".join(names)) if names else ""


def _release(speech: Speech, session: SessionView) -> str:
    if session.release is None:
        return ""
    day = words.spoken(session.release, speech.language)
    return speech.said("Students and families see what is decided from %(day)s on.", day=day)


def _decided(speech: Speech, session: SessionView) -> dict[str, Any]:
    titles = (to_say("Decision"), to_say("Student and family"))
    called = (speech.school.called("pitch"), speech.school.called("credit"))
    return {
        "head": [*called, *map(speech.say, titles)],
        "rows": [row for one in session.stretches for row in _rows(speech, one)],
        "open": [
            f"{one.student}: {one.title}"
            for one in session.stretches
            if one.title and not one.awards and not one.unread
        ],
        "lost": [f"{one.student}: {one.title}" for one in session.stretches if one.unread],
        "lost_title": speech.say("Cannot be read just now"),
        "open_title": speech.say("Not decided in this session"),
    }


def _rows(speech: Speech, one: StretchView) -> Iterator[list[list[str]]]:
    for award in one.awards:
        yield [
            [one.title, one.student],
            [award.credit, award.level],
            [award.outcome, ""],
            [_when(speech, award), ""],
        ]


def _when(speech: Speech, award: AwardLine) -> str:
    if award.release is None:
        return speech.say("released at once")
    sentence = to_say("held until %(day)s") if award.held else to_say("released on %(day)s")
    return speech.said(sentence, day=words.spoken(award.release, speech.language))


def _agreement(speech: Speech, found: CalibrationView) -> dict[str, Any]:
    say = speech.say
    several = len({one.rubric for one in found.agreements}) > 1
    return {
        "title": say("How far we agree"),
        "caveat": speech.said(
            "Credits that two or more people have scored: %(count)s.", count=found.works
        )
        + (
            " " + say("That is few: read the cases before the figures.") if found.works < 30 else ""
        ),
        "head": [
            say("Criterion"),
            say("Pairs on the same level"),
            say("One level apart"),
            say("Two levels or more"),
            say("Alpha"),
        ],
        "rows": [_figures(speech, one, several=several) for one in found.agreements],
        "gaps_title": say("Worth talking about: two levels or more apart"),
        "gaps": [_gap(one) for one in found.gaps],
    }


def _figures(speech: Speech, one: AgreementView, *, several: bool) -> list[str]:
    """A line of the table; with the rubric's name where there are several, for criteria may be called the same."""
    alpha = say_number(speech, one.alpha)
    name = f"{one.criterion} · {one.rubric}" if several else one.criterion
    return [name, f"{one.same} / {one.pairs}", str(one.near), str(one.wide), alpha]


def say_number(speech: Speech, hundredths: int | None) -> str:
    """A coefficient as the language writes it; a dash where it is not defined."""
    return "–" if hundredths is None else words.number(hundredths / 100, speech.language)


def _gap(one: GapView) -> list[str]:
    held = [f"{name}: {one.levels[place]}" for place, name in one.marks if place < len(one.levels)]
    return [f"{one.student}: {one.title}, {one.criterion}", "; ".join(held)]
