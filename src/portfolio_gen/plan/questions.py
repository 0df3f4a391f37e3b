"""Three questions to ask at home tonight, made from the newest work; the same work always asks the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.family_views import QuestionKind, QuestionView
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.standing import State
from portfolio_gen.model.work_views import ArtifactView

MOST = 3
NEWEST = 6
"""How many of the newest works are asked about."""
LONGEST_HEADING = 60
"""Characters; a longer heading makes a question that nobody would say aloud."""
_HEADING = re.compile(r"^#{2,6}[ \t]+(?P<title>[^\n#]+?)[ \t#]*$", re.MULTILINE)
_REMARK = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MARKUP = re.compile(r"[*_`<>\[\]{}\\|]")


def plan_questions(site: SiteBlueprint) -> tuple[QuestionView, ...]:
    """Up to three questions, each of another kind and about another work as long as there is one.

    They speak of what the site itself shows, and of nothing that it does not.
    """
    works = [one for one in site.artifacts if not one.draft][:NEWEST]
    chosen: list[QuestionView] = []
    for work in works:
        if question := _unlike(chosen, _about(work)):
            chosen.append(question)
    chosen = [*chosen[:MOST], *_of_goals(site)][:MOST]
    for work in works:
        while len(chosen) < MOST and (question := _unlike(chosen, _about(work))):
            chosen.append(question)
    rest = (QuestionView(kind=kind) for kind in ("proud", "first"))
    return (*chosen, *rest)[:MOST] if works else tuple(chosen)


def _unlike(chosen: list[QuestionView], offered: Iterator[QuestionView]) -> QuestionView | None:
    """The first that is of no kind that was chosen already."""
    kinds = {one.kind for one in chosen}
    return next((one for one in offered if one.kind not in kinds), None)


def _of_goals(site: SiteBlueprint) -> Iterator[QuestionView]:
    """About the goal that is open and was looked back at last."""
    open_goals = [one for one in site.goals if one.status == "open"]
    newest = max(open_goals, key=lambda one: max(one.check_ins, default=()), default=None)
    if newest:
        yield QuestionView(
            kind="goal",
            about=LabelView(id="goal", title=newest.title, address="goals/"),
            language=site.person.language,
        )


def _about(work: ArtifactView) -> Iterator[QuestionView]:
    """What can be asked about a work, the question that fits it best first."""
    if work.kind == "failure":
        yield _question(work, "failure")
    for kind, detail in _of_claims(work):
        yield _question(work, kind, detail)
    if heading := _last_heading(work):
        yield _question(work, "heading", heading)
    if work.team:
        yield _question(work, "team")
    if any(one.before for one in work.media):
        yield _question(work, "before")
    if work.place == "out of school":
        yield _question(work, "outside")
    yield _question(work, "hardest")


def _of_claims(work: ArtifactView) -> Iterator[tuple[QuestionKind, str]]:
    """What became of a work's claims; of several, what is on its way first."""
    kinds: dict[State, QuestionKind] = {
        State.PITCHED: "pitched",
        State.NOT_YET: "not-yet",
        State.EARNED: "earned",
        State.CLAIMED: "claimed",
    }
    for state, kind in kinds.items():
        for claim in work.claims:
            if claim.standing and claim.standing.state is state:
                skill = claim.credit.competency if state is not State.NOT_YET else None
                yield kind, skill.title if skill else claim.credit.title
                break


def _last_heading(work: ArtifactView) -> str:
    """The last heading that the student wrote into the story: they told it to say something."""
    told = _REMARK.sub("", work.narrative)
    found = [_MARKUP.sub("", one["title"]).strip() for one in _HEADING.finditer(told)]
    fitting = [one for one in found if 0 < len(one) <= LONGEST_HEADING]
    return fitting[-1] if fitting else ""


def _question(work: ArtifactView, kind: QuestionKind, detail: str = "") -> QuestionView:
    return QuestionView(
        kind=kind,
        about=LabelView(id=work.slug, title=work.title, address=work.address),
        language=work.language,
        detail=detail,
    )
