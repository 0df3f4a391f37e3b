"""A framework from another program's file, as the file of a school."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import field
from itertools import chain, count
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Span, errors, in_order
from portfolio_gen.exchange.case.identifiers import known_parts
from portfolio_gen.exchange.case.read import is_package, read_package
from portfolio_gen.exchange.crosswalk import crosswalks
from portfolio_gen.exchange.document import Document, read_document
from portfolio_gen.exchange.draft import Draft, draw_up
from portfolio_gen.exchange.drafting import Drafting
from portfolio_gen.exchange.findings import Findings
from portfolio_gen.exchange.ids import ids_for
from portfolio_gen.exchange.kinds import Choices, kinds_of
from portfolio_gen.exchange.limits import too_large
from portfolio_gen.exchange.mahara import is_matrix, read_matrix
from portfolio_gen.exchange.outline import Outline
from portfolio_gen.exchange.page import write_page
from portfolio_gen.exchange.rules import NOTHING_TO_IMPORT, TOO_LARGE, UNKNOWN_FORMAT
from portfolio_gen.exchange.slugs import slug
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.rubric import Rubrics
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass

FIRST_VERSION = "1"
MOST_STATEMENTS = 10_000
"""Most entries of another program's tree; a file of a school does not hold more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a file from another program."""

    framework: Framework | None = None
    """None when nothing could be made of it."""
    text: str = ""
    """The framework as a file of a school."""
    rubrics: str = ""
    """Its rubrics as a file of a school; empty without any."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many entries of the other program's tree became what."""
    diagnostics: tuple[Diagnostic, ...] = ()


def import_framework(
    path: Path, *, shown: str, choices: Choices | None = None, school: School | None = None
) -> Imported:
    """Make a framework of a file from another program.

    Args:
        path: a CFPackage of CASE 1.0 or 1.1, or a SmartEvidence file of Mahara.
        shown: its path as diagnostics show it.
        choices: what somebody who knows the framework says of it.
        school: the school that it is for, whose levels, scales, phases and habits go on; None for a new one.
    """
    document, found = read_document(path, shown)
    if document is None:
        return Imported(diagnostics=found)
    findings = Findings(document)
    outline = _read(document, findings)
    if outline is None:
        message = tell("this is neither a CASE package nor a SmartEvidence framework of Mahara")
        hint = tell("a CASE package has the key `CFItems`, a .matrix file the key `standards`")
        return Imported(diagnostics=(Diagnostic(UNKNOWN_FORMAT, Span(shown, 1, 1), message, hint),))
    if refusal := _refusal(outline, shown):
        return Imported(diagnostics=in_order((*findings.told(), refusal)))
    return _made(outline, choices or Choices(), school, findings)


def _read(document: Document, findings: Findings) -> Outline | None:
    if is_package(document):
        return read_package(document, findings)
    return read_matrix(document, findings) if is_matrix(document) else None


def _refusal(outline: Outline, shown: str) -> Diagnostic | None:
    many = len(outline.statements)
    if not many:
        hint = tell("export the whole framework, with its items, from the other program")
        return Diagnostic(
            NOTHING_TO_IMPORT, Span(shown), tell("this framework holds no items"), hint
        )
    if many > MOST_STATEMENTS:
        message = tell(
            "this framework holds %(count)s items, and %(most)s is the most",
            count=Figure(many),
            most=Figure(MOST_STATEMENTS),
        )
        hint = tell("export a part of it, such as one subject, from the other program")
        return Diagnostic(TOO_LARGE, Span(shown), message, hint)
    return None


def _made(
    outline: Outline, choices: Choices, school: School | None, findings: Findings
) -> Imported:
    earlier = (
        {one.version: known_parts(one, school) for one in school.all_frameworks()} if school else {}
    )
    basis = school.framework if school else None
    kinds = kinds_of(outline, choices)
    known = earlier[basis.version] if basis else {}
    drafting = Drafting(outline, kinds, ids_for(outline.statements, kinds, known), findings, basis)
    version = choices.version or _free_version(outline, earlier)
    draft = draw_up(drafting, version, crosswalks(drafting, earlier))
    _count_links(drafting)
    text = write_page(draft.framework, draft.remarks)
    shown = findings.document.path
    found = in_order((*findings.told(), *_problems(draft, text, shown)))
    if errors(found):
        return Imported(diagnostics=found)
    return Imported(
        framework=draft.framework,
        text=text,
        rubrics=write_page(Rubrics(rubrics=draft.rubrics), {}) if draft.rubrics else "",
        counts=Counter(kinds[one.key] for one in outline.statements),
        diagnostics=found,
    )


def _free_version(outline: Outline, taken: Container[str]) -> str:
    """The version that the other program gives, or the next that the school does not have yet."""
    version = slug(outline.version) or FIRST_VERSION
    numbered = (f"{version}-{number}" for number in count(2))
    return next(one for one in chain((version,), numbered) if one not in taken)


def _problems(draft: Draft, text: str, shown: str) -> tuple[Diagnostic, ...]:
    """Why a draft cannot be the framework of a school."""
    if not draft.framework.credits:
        message = tell("no item of this framework would become a credit")
        hint = tell("say with `--levels` which level of the tree holds credits")
        return (Diagnostic(NOTHING_TO_IMPORT, Span(shown), message, hint),)
    if why := too_large(text):
        hint = tell("export a part of it, such as one subject, from the other program")
        return (Diagnostic(TOO_LARGE, Span(shown), why, hint),)
    return ()


def _count_links(drafting: Drafting) -> None:
    """Count what the other program's associations say beyond the tree."""
    known = drafting.kinds
    for link in drafting.outline.links:
        if link not in drafting.used:
            inside = link.origin in known and link.destination in known
            words = (
                to_tell("`%(kind)s` between items")
                if inside
                else to_tell("`%(kind)s` with items of other frameworks")
            )
            drafting.findings.leave(tell(words, kind=link.kind), link.pointer)
