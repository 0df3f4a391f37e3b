"""What a student is told with a decision: in the words of the ballots, or in those of the chair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from portfolio_gen.check.spoken import says_what_they_are
from portfolio_gen.deciding.values import Hearing, Words
from portfolio_gen.diagnostics import Diagnostic, Span, nearest
from portfolio_gen.model.feedback import SPOKEN, Feedback, Told
from portfolio_gen.model.school import School
from portfolio_gen.model.tell import tell
from portfolio_gen.pitching.freezing import newest
from portfolio_gen.pitching.proposal import Proposal
from portfolio_gen.pitching.rules import FEEDBACK_ABOUT_NOTHING
from portfolio_gen.read.feedback import feedback_in
from portfolio_gen.read.folder import from_school
from portfolio_gen.rewrite.appending import in_a_list

HEAD = """\
# What students are told with each decision, nobody before its day of release. The words of the ballots stand here
# already: put them into your own. `feedback` is for what comes next. What you leave empty is not said; a decision
# that you take out is told in the words of the ballots.
decisions:
"""


def read_feedback(root: Path, path: Path) -> tuple[Feedback | None, tuple[Diagnostic, ...]]:
    """The chair's words in a file; None when anything is wrong with it.

    Args:
        root: the school's folder, from which diagnostics name it.
        path: of the file.
    """
    return feedback_in(path, from_school(root, path))


def put_into_words(
    school: School, proposals: Iterable[Proposal], sheet: Feedback | None
) -> tuple[tuple[Words, ...], tuple[Diagnostic, ...]]:
    """What is told with each proposed decision, and what is wrong or unkind about it.

    Args:
        school: with what was handed in, and its language.
        proposals: about what the committee decides.
        sheet: the chair's own words; the ballots' stand without them.
    """
    found = tuple(_about_nothing(school, sheet)) if sheet else ()
    told = tuple(_words(one, sheet) for one in proposals if one.state == "proposed")
    notes = {note: None for one in told for note in _unkind(school, one)}
    return told, (*found, *notes)


def _about_nothing(school: School, sheet: Feedback) -> Iterator[Diagnostic]:
    """Entries that are about no claim, and those about one that another entry is about."""
    taken: dict[tuple[str, str, str], int] = {}
    for place, one in enumerate(sheet.decisions):
        claims = [each for each in _claims(school, one.pitch) if one.is_about(*each)]
        where = sheet.marks.at("decisions", place, "pitch")
        if not claims:
            pitches = {each.of for each in school.submissions}
            guess = nearest(one.pitch, pitches) if one.pitch not in pitches else None
            message = (
                tell("no such claim was handed in; did you mean `%(word)s`?", word=guess)
                if guess
                else tell("no such claim was handed in")
            )
            hint = tell(
                "name the pitch as `⟨student⟩/⟨slug⟩`, and a credit and level that it claims"
            )
            yield Diagnostic(FEEDBACK_ABOUT_NOTHING, where, message, hint)
        for each in claims:
            if (first := taken.setdefault(each, place)) != place:
                message = tell(
                    "`%(credit)s` (%(level)s) of this pitch has words already",
                    credit=each[1],
                    level=each[2],
                )
                hint = tell("put both into one")
                other = (sheet.marks.at("decisions", first, "pitch"),)
                yield Diagnostic(FEEDBACK_ABOUT_NOTHING, where, message, hint, other)
                break


def _claims(school: School, pitch: str) -> list[tuple[str, str, str]]:
    student, _, slug = pitch.partition("/")
    about = newest(school, student, slug)
    return [(pitch, one.credit, one.level) for one in about.frozen_pitch.claims] if about else []


def _words(one: Proposal, sheet: Feedback | None) -> Words:
    key = (one.submission.of, one.credit, one.level)
    texts = {
        name: _together((getattr(each, name), each.marks.at(name)) for each in one.ballots)
        for name in ("strong", "missing")
    }
    entries = enumerate(sheet.decisions if sheet else ())
    place, told = next(((at, one) for at, one in entries if one.is_about(*key)), (0, None))
    if sheet and told:
        texts |= dict(_of_the_chair(sheet, place, told))
    return Words(pitch=key[0], credit=key[1], level=key[2], texts=texts, by_the_chair=bool(told))


def _of_the_chair(
    sheet: Feedback, place: int, told: Told
) -> Iterator[tuple[str, tuple[tuple[str, Span], ...]]]:
    """The texts that an entry names, also those that it names and leaves empty."""
    for name in SPOKEN:
        text, keys = getattr(told, name), ("decisions", place, name)
        if text or keys in sheet.marks.names:
            yield name, _together([(text, sheet.marks[keys])])


def _together(texts: Iterable[tuple[str | None, Span]]) -> tuple[tuple[str, Span], ...]:
    """What several members say, each once, and without their names."""
    found: dict[str, Span] = {}
    for text, span in texts:
        if text and text.strip():
            found.setdefault(text.strip(), span)
    return tuple(found.items())


def _unkind(school: School, words: Words) -> Iterator[Diagnostic]:
    student = words.pitch.partition("/")[0]
    for texts in words.texts.values():
        for text, span in texts:
            if said := says_what_they_are(text, school.settings.language, span, student):
                yield said


def draft(hearing: Hearing) -> str:
    """A file with what the ballots say to each student about whom something is proposed, to be put in other words.

    Args:
        hearing: what the ballots come to.
    """
    return HEAD + "".join(_entry(one) for one in hearing.told)


def _entry(one: Words) -> str:
    names: Sequence[str] = ("pitch", "credit", "level")
    entry: Mapping[str, str] = {
        **{name: str(getattr(one, name)) for name in names},
        **{name: one.says(name) for name in SPOKEN},
    }
    empty = "".join(f"    {name}:\n" for name in SPOKEN if not entry[name])
    return in_a_list([entry]) + empty
