"""The pages of a student's site as plain Markdown, for programs that are compared with portfolio-gen.

They are the pages that portfolio-gen makes of the same school, with the same stories, lists and links: front page, all
works, a page for each work, domain and credit, the transcript, and what the words mean.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from corpus import DOMAINS, WORDS, Work, earned, opening, sentence, student_name, works

_LINK = re.compile(r"\]\(@([^)]*)\)")
FEATURED = 6
"""How many works the front page shows."""
TERMS = 21
"""How many words are explained."""


@dataclass(frozen=True)
class Page:
    """A page before any program has seen it."""

    address: str
    """Relative to the student's site; empty for the front page."""
    title: str
    text: str
    """Markdown; a link to another page of the site is `(@address)`."""
    date: str = ""
    photographs: tuple[str, ...] = ()
    """Names of the files to show, which lie beside the page's source."""


def pages(number: int, count: int, photographs: int = 0) -> Iterator[Page]:
    """All pages of a student with so many works."""
    made = list(works(number, count, photographs))
    done = earned(number, count)
    yield Page(
        "",
        student_name(number),
        f"{opening(number)}\n\n{cards(made[:FEATURED])}\n\n{standing(done)}",
    )
    yield Page("artifacts", "Artifacts", cards(made))
    yield Page("transcript", "Mastery transcript", transcript(made, done))
    yield Page("glossary", "What the words mean", glossary())
    for place, domain in enumerate(DOMAINS):
        here = [one for one in made if one.domain == domain]
        credit = f"[Inquiry](@credits/inquiry/{domain}): {state(place, done)}."
        yield Page(f"domains/{domain}", domain.title(), f"## Credits\n\n{credit}\n\n{cards(here)}")
        yield Page(
            f"credits/inquiry/{domain}", f"Inquiry in {domain}", credit_text(place, here, done)
        )
    for one in made:
        yield Page(f"artifacts/{one.slug}", one.title, work_text(one), one.date, one.photographs)


def with_links(text: str, link: Callable[[str], str]) -> str:
    """The text with each link to a page of the site as a program wants it."""
    return _LINK.sub(lambda found: f"]({link(found[1])})", text)


def work_text(work: Work) -> str:
    """What stands on a work's page, without its photographs."""
    claim = f"[Inquiry in {work.domain}](@credits/inquiry/{work.domain}): It shows it."
    return f"{work.summary}\n\n{work.story}\n## Credits that this work claims\n\n{claim}\n"


def cards(made: Iterable[Work]) -> str:
    """A list of works."""
    return "\n".join(
        f"- [{one.title}](@artifacts/{one.slug}), {one.date}: {one.summary}" for one in made
    )


def standing(done: int) -> str:
    """All credits as a table."""
    rows = (
        f"| {domain.title()} | [{state(place, done)}](@credits/inquiry/{domain}) |"
        for place, domain in enumerate(DOMAINS)
    )
    return "\n".join(["## Where I stand", "", "| | Inquiry |", "| --- | --- |", *rows])


def transcript(made: list[Work], done: int) -> str:
    """All credits, and each with its evidence."""
    details = (
        f"### {domain.title()}\n\nInquiry, {state(place, done)}: "
        + ", ".join(f"[{one.title}](@artifacts/{one.slug})" for one in made if one.domain == domain)
        for place, domain in enumerate(DOMAINS)
    )
    return "\n\n".join([standing(done), "## Credits in detail", *details])


def glossary() -> str:
    """As many words with their meanings as our page has."""
    source = random.Random("glossary")
    return "\n\n".join(f"### {word.title()}\n\n{sentence(source, 18)}" for word in WORDS[:TERMS])


def credit_text(place: int, here: list[Work], done: int) -> str:
    """What stands on a credit's page."""
    how = (
        f"It rests on [{here[0].title}](@artifacts/{here[0].slug})."
        if place < done and here
        else ""
    )
    return f"## Where it stands\n\n{state(place, done)}. {how}\n\n## Work that speaks for it\n\n{cards(here)}"


def state(place: int, done: int) -> str:
    """Where a student stands with the credit of a domain."""
    return "foundation credit earned" if place < done else "claimed by a piece of work"
