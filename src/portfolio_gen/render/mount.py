"""Mounts: what stands around the content on all pages of one kind (head, header, footer), made once for all of them.

A mount is rendered with everything that belongs to one page out of sight; a template that looks at it all the same has
its pages rendered whole. Only about its address may a page be asked, and a mount serves all pages that answer the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import partial
from typing import Any, NamedTuple

from jinja2 import Template
from jinja2.runtime import Context

from portfolio_gen.model.value import dataclass
from portfolio_gen.render.modules import MODULES, Modules
from portfolio_gen.render.sight import OUT_OF_SIGHT, BelongsToOnePage, out_of_sight, refuse

LEAVES = ("site_meta", "htmltitle", "content")
"""Blocks that are made for each page, in the order in which they stand on it."""
_SIGN = "\ue000"
"""A character that nobody uses; where somebody does, pages are rendered whole."""
MOST = 8
"""Mounts of one template; one that needs more says something else around every page."""
ENOUGH = 3
"""Sites in a row without a mount of a template, after which no other tries."""
_SAME_EVERYWHERE = frozenset(
    {
        *("site", "index", "school", "when", "number", "word", "called", "dir_of"),
        *("chance", "once", "asset", "home"),
    }
)
"""Names that mean the same on all pages of a site that are equally deep, which `home` tells."""
_SAME_AT_A_DEPTH = frozenset({"asset", "home"})
"""Those of them that mean something else on pages that are less deep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mount:
    """What stands around the leaves of some pages."""

    pieces: tuple[str, ...]
    """Before, between and behind the leaves."""
    home: str
    answers: Mapping[tuple[str, Any], Any]
    """What was asked about an address, and what the page answered for which the mount was made."""
    own: frozenset[str]
    """Names that templates around the leaves have set for themselves, and that leaves might look at."""

    def fits(self, names: Mapping[str, Any]) -> bool:
        """Whether it would be the same around a page with these names."""
        ask = _questions(names)
        return self.home == names["home"] and all(
            ask[question](said) == answer for (question, said), answer in self.answers.items()
        )

    def around(self, leaves: tuple[str, ...]) -> str:
        """The whole page."""
        first, *others = self.pieces
        return first + "".join(map(str.__add__, leaves, others))


class Mounted(NamedTuple):
    """A page in its mount."""

    text: str
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mounts:
    """The mounts of one site, by template; none for a template whose pages must be rendered whole."""

    failed: Counter[str] = field(default_factory=Counter)
    """By template, how many sites in a row could have no mount, which mostly lies with the theme; so all share it."""
    kept: dict[str, list[Mount] | None] = field(default_factory=dict)
    modules: Modules = field(default_factory=Modules)

    def page(
        self,
        template: Template,
        names: Mapping[str, Any],
        inside: Mapping[str, Any],
        around: Callable[[], Mapping[str, Any]],
        known: tuple[str, ...] = (),
    ) -> Mounted | None:
        """A page, or None if it must be rendered whole.

        Args:
            template: of the page.
            names: what belongs to the page; see `Tools`.
            inside: further names that its leaves find; with them, whatever the template extends in the end is empty.
            around: makes further names that everything else finds.
            known: the leaves, where they have been made already.
        """
        name = str(template.name)
        kept = self.kept.setdefault(name, [])
        if kept is None or self.failed[name] >= ENOUGH:
            return None
        try:
            mount = next((one for one in kept if one.fits(names)), None)
            if mount is None and len(kept) < MOST:
                mount = self._made(template, names, around())
                kept.append(mount)
                del self.failed[name]
            if mount is not None:
                leaves = known or self._leaves(template, names, inside, mount.own)
                return Mounted(mount.around(leaves), leaves)
        except (BelongsToOnePage, Exception):  # noqa: BLE001, S110 - rendered whole, the page will tell what is wrong
            pass
        self.kept[name] = None
        self.failed[name] += 1
        return None

    def _made(
        self, template: Template, names: Mapping[str, Any], around: Mapping[str, Any]
    ) -> Mount:
        """The mount of a page.

        Raises:
            BelongsToOnePage: it would not be the same for others, or the leaves do not stand in it as they are.
        """
        answers: dict[tuple[str, Any], Any] = {}
        seen = {
            name: one if name in _SAME_EVERYWHERE else OUT_OF_SIGHT for name, one in names.items()
        }
        found = {**seen, **_noting(_questions(names), answers), **around}
        context = template.new_context({**found, MODULES: self.modules})
        self.modules.turn_to(context.parent, lambda: _of_all_pages(found))
        pieces = _pieces(template, context)
        return Mount(
            pieces=pieces, home=names["home"], answers=answers, own=frozenset(context.vars)
        )

    def _leaves(
        self,
        template: Template,
        names: Mapping[str, Any],
        inside: Mapping[str, Any],
        own: frozenset[str],
    ) -> tuple[str, ...]:
        found = {**names, **inside}
        context = template.new_context({**found, MODULES: self.modules})
        self.modules.turn_to(context.parent, lambda: _of_all_pages(found))
        return _leaves(template, context, own)


def _pieces(template: Template, context: Context) -> tuple[str, ...]:
    """What stands before, between and behind the leaves.

    Raises:
        BelongsToOnePage: it would not be the same for others, or the leaves do not stand in it as they are.
    """
    missing: list[str] = []
    for leaf in LEAVES:
        context.blocks[leaf] = [partial(_leave_out, leaf, missing, context)]
    text = "".join(template.root_render_func(context))
    pieces = []
    for leaf in LEAVES:
        piece, found, text = text.partition(_place(leaf))
        pieces.append(piece if found else refuse())
    if tuple(missing) != LEAVES or any(_SIGN in piece for piece in (*pieces, text)):
        refuse()
    return (*pieces, text)


def _leave_out(leaf: str, missing: list[str], own: Context, context: Context) -> Iterator[str]:
    """What is rendered instead of a leaf."""
    missing.append(leaf)
    yield (
        _place(leaf) if context is own else refuse()
    )  # another context has names that leaves might look at


def _place(leaf: str) -> str:
    """What stands for a leaf: changed by whatever a template might do with it, so that it is not found again."""
    return f" \n <{leaf.upper()}> & {_SIGN}{leaf} \n "


def _leaves(template: Template, context: Context, own: frozenset[str]) -> tuple[str, ...]:
    """The leaves of a page."""
    for _ in template.root_render_func(context):
        pass  # what stands before the first tag belongs to the mount
    context.vars.update(dict.fromkeys(own.difference(context.vars), OUT_OF_SIGHT))
    return tuple("".join(context.blocks[leaf][0](context)) for leaf in LEAVES)


def _of_all_pages(names: Mapping[str, Any]) -> dict[str, Any]:
    """The same names with everything out of sight that is not the same on all pages of a site."""
    seen = _SAME_EVERYWHERE - _SAME_AT_A_DEPTH
    return {name: one if name in seen else OUT_OF_SIGHT for name, one in names.items()}


def _questions(names: Mapping[str, Any]) -> dict[str, Callable[[Any], Any]]:
    """What may be asked about the address of a page."""
    here: str = names["here"]
    return {"link": names["link"], "is": lambda said: here == said, "starts": here.startswith}


def _noting(
    ask: Mapping[str, Callable[[Any], Any]], answers: dict[tuple[str, Any], Any]
) -> dict[str, Any]:
    """Names by which the same is asked, while the answers are noted."""

    def answer(question: str, said: Any) -> Any:
        return answers.setdefault((question, said), ask[question](said))

    here = out_of_sight(
        {"startswith": partial(answer, "starts")},
        eq=partial(answer, "is"),
        ne=lambda said: not answer("is", said),
        bool=lambda: not answer("is", ""),
    )
    return {"link": partial(answer, "link"), "here": here}
