"""An id for each statement: the one that it had before, or a readable name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from portfolio_gen.exchange.outline import Statement
from portfolio_gen.exchange.slugs import LONGEST_SLUG, Names, short_slug, slug
from portfolio_gen.model.ids import is_id


def ids_for(
    statements: Iterable[Statement], kinds: Mapping[str, str], known: Mapping[str, tuple[str, str]]
) -> Mapping[str, str]:
    """Key of each statement to its id.

    Args:
        statements: the statements of an outline.
        kinds: what each of them becomes.
        known: identifiers of what the school has already, to kind and id; what is known keeps its id.
    """
    statements = tuple(statements)
    titles = Counter(slug(one.title) for one in statements)
    ids: dict[str, str] = {}
    names, given = Names(), set[tuple[str, str]]()
    for one in statements:
        for kind, id in filter(None, (one.own, known.get(one.identifier.casefold()))):
            mine = (kind, id.casefold())
            if one.key not in ids and kind == kinds[one.key] and is_id(id) and mine not in given:
                ids[one.key] = id
                given.add(mine)
                names.claim(id)
    for one in statements:
        if one.key not in ids:
            ids[one.key] = names.take(*_wishes(one, titles), otherwise=kinds[one.key])
    return ids


def _wishes(one: Statement, titles: Mapping[str, int]) -> tuple[str, ...]:
    """A short title that nothing else has, what educators call it, the first words of the title."""
    title, code = slug(one.title), slug(one.code)
    telling = any(map(str.isalpha, title)) and titles[title] == 1
    short = title if telling and len(title) <= LONGEST_SLUG else ""
    code = code if len(code) <= LONGEST_SLUG else ""
    return short, code, short_slug(one.title)
