"""What is wrong with the words that a school wants the program to say, and with the languages that it wants them in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.school import School
from portfolio_gen.render import theme_folders
from portfolio_gen.render.words.own import faults_in, language_faults


def wording_troubles(school: School) -> Iterator[Diagnostic]:
    """Sentences that nobody says or that do not fit, and languages that are not spoken."""
    themes: tuple[Path, ...] = ()
    with suppress(OSError):  # that is said elsewhere
        themes = theme_folders(school.root, school.settings.theme.name)
    yield from faults_in(school.settings)
    yield from language_faults(_asked_for(school), themes)


def _asked_for(school: School) -> Iterator[tuple[tuple[str, ...], Span, str]]:
    settings = school.settings
    yield (settings.language,), settings.marks.at("language"), ""
    for name, edition in settings.editions.items():
        yield edition.languages or (), settings.marks.at("editions", name, "languages"), ""
    for student, ledger in school.ledgers.items():
        yield ledger.family_languages, ledger.marks.at("family_languages"), student
