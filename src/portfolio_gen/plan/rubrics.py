"""The rubric by which something is judged, and who wrote it."""

from __future__ import annotations

from portfolio_gen.model.credit_views import RubricView
from portfolio_gen.model.naming import names_a_student
from portfolio_gen.plan.sight import Sight


def plan_rubric(sight: Sight, competency: str | None) -> RubricView | None:
    """The rubric for a competency; whoever wrote it is a group, so words that name a student are left out."""
    rubric = sight.school.rubrics.for_competency(competency)
    if rubric is None:
        return None
    written = rubric.made_with or ""
    return RubricView(
        title=rubric.title,
        made_with="" if names_a_student(sight.school, written) else written,
        made=rubric.made,
    )
