"""What lies on top of a student's zip: what is in it, in the language of the portfolio, and in English beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio_gen.editing.speaking import is_spoken, tongue_of
from portfolio_gen.model.speech import Sentence, sentence
from portfolio_gen.render.words.catalogue import ENGLISH, nearest

_COLUMN = 16
"""Characters that the names of files take, so that what is said of them stands below one another."""
RULE = "\n\n* * *\n\n"


def letter(name: str, languages: Sequence[str], left_out: Sequence[str], *, is_signed: bool) -> str:
    """The text, once in each language that the program knows, and in English where none of them is that.

    Args:
        name: of the student.
        languages: those of the portfolio (BCP 47), the first one leading.
        left_out: what is not in the zip and why, as sentences without a full stop.
        is_signed: whether signed records are in it.
    """
    spoken = [one for one in languages if is_spoken(one)]
    if not any(ENGLISH in nearest(one) for one in spoken):
        spoken.append(ENGLISH)
    parts = [*_parts(name, left_out, is_signed=is_signed)]
    return RULE.join(_in(one, parts) for one in spoken) + "\n"


def _in(language: str, parts: Sequence[str | tuple[str, str]]) -> str:
    said = tongue_of(language).said
    lines = (
        said(one) if isinstance(one, str) else f"{one[0]:<{_COLUMN}}{said(one[1])}" for one in parts
    )
    return "\n".join(lines)


def _parts(
    name: str, left_out: Sequence[str], *, is_signed: bool
) -> Iterator[str | tuple[str, str]]:
    """Lines, and names of files with what they are; code is the same in every language."""
    yield sentence("The portfolio of %(name)s", name=name)
    yield ""
    yield from _files(name, is_signed=is_signed)
    yield ""
    yield sentence("Whoever has the program portfolio-gen can make the same pages again:")
    yield "    portfolio-gen build school"
    if is_signed:
        yield sentence("check a record:")
        yield "    portfolio-gen verify records/⟨edition⟩/transcript.json --issuer records/⟨edition⟩/issuer"
    yield sentence("or take %(name)s into another school:", name=name)
    yield "    portfolio-gen import portfolio ⟨zip⟩ ⟨school⟩"
    yield ""
    yield sentence(
        "Nobody else's files are in it. Other students are not named by their ids; people in pictures have to agree "
        "anew before they could be shown to the public."
    )
    for one in left_out:
        yield sentence("Left out: %(what)s.", what=one)


def _files(name: str, *, is_signed: bool) -> Iterator[tuple[str, Sentence]]:
    yield (
        "index.html",
        sentence("opens the portfolio in any browser, without the internet; search works, too"),
    )
    yield "portfolio/", sentence("its pages; any web server can carry them as they are")
    yield "transcript.pdf", sentence("the transcript to print or to send")
    if is_signed:
        yield (
            "records/",
            sentence(
                "signed records; `issuer` in each folder says who signed, and what was taken back"
            ),
        )
    yield (
        "school/",
        sentence(
            "all that the pages were made from, in plain files: what is %(name)s's own in `students`, what the school "
            "has decided in `transcripts`",
            name=name,
        ),
    )
