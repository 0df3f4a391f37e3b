"""How to read a transcript of an earlier version of the framework beside those of the present one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from portfolio_gen.model.award_views import CrossingView, CrosswalkView
from portfolio_gen.model.framework import Framework


def plan_crosswalk(old: Framework, new: Framework) -> CrosswalkView | None:
    """What the entries of `old` are called in `new`; None where they are the same, or nobody has said it."""
    crosswalk = new.crosswalk_from(old.version) if old.version != new.version else None
    if crosswalk is None:
        return None
    before, after = _titles(old), _titles(new)
    return CrosswalkView(
        framework=name_of(new),
        crossings=tuple(
            CrossingView(
                old=_named(one.old, before), new=_named(one.new, after), dropped=one.dropped or ""
            )
            for one in crosswalk.crossings
        ),
    )


def name_of(framework: Framework) -> str:
    """A framework's title and version."""
    return f"{framework.title}, version {framework.version}"


def _named(ids: Iterable[str], titles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(titles.get(one, one) for one in ids)


def _titles(framework: Framework) -> dict[str, str]:
    """Whatever a crosswalk can name, with what readers call it."""
    return {
        **{one.id: one.title for one in framework.targets},
        **{one.id: one.title for one in framework.all_credits()},
        **{one.id: one.title for one in framework.competencies},
        **{one.id: one.title for one in framework.domains},
    }
