"""Modules: what a template imports from another, made once for a site and not once for a page.

Jinja makes all macros of a file anew for every page that imports one of them. But what a macro finds it looks up when
it is called: so the same macros serve all pages of a site, if what they look into is turned to the page at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import field
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.exceptions import TemplateNotFound
from jinja2.runtime import Context
from jinja2.utils import missing

from portfolio_gen.model.value import dataclass
from portfolio_gen.render.sight import OUT_OF_SIGHT, BelongsToOnePage
from portfolio_gen.render.swift import escaped

MODULES = "_modules"
"""Under this name a page finds the modules of its site, if it may use them."""


@dataclass(slots=True)
class Modules:
    """The modules of one site."""

    page: dict[str, Any] = field(default_factory=dict)
    """What all of them look into: names of the page at hand."""
    hidden: Callable[[], Mapping[str, Any]] = dict
    """The same names with everything out of sight that belongs to one page; few pages need them."""
    made: dict[str, TemplateModule | None] = field(default_factory=dict)
    """By names of templates; None for one that looks at its page while it is imported: then each page has its own."""

    def turn_to(self, names: Mapping[str, Any], hidden: Callable[[], Mapping[str, Any]]) -> None:
        """Begin another page."""
        self.page.clear()
        self.page.update(names)
        self.hidden = hidden

    def of(self, template: Sharing) -> TemplateModule | None:
        """The module of a template, if all pages can have the same."""
        name = str(template.name)
        if name not in self.made:
            seen = dict(self.page)
            self.page.update(self.hidden())
            try:
                self.made[name] = _made(template, template.new_context(self.page, True))
            finally:
                self.page.update(seen)
        return self.made[name]


def _made(template: Template, context: Context) -> TemplateModule | None:
    """The module in a context in which pages are out of sight; None where it looks at its page, or keeps some of it."""
    try:
        module = TemplateModule(template, context)
    except (BelongsToOnePage, Exception):  # noqa: BLE001 - the page itself will tell what is wrong
        return None
    return None if any(one is OUT_OF_SIGHT for one in context.vars.values()) else module


class Sharing(Template):
    """A template that others import from."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """The template of compiled code, which escapes in the shorter way, and has its globals in one place."""
        template = super().from_code(environment, code, dict(globals), uptodate)
        template.root_render_func.__globals__["escape"] = escaped
        return template

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        """The module of the site, if there is one and what stands around the import makes no difference to it."""
        modules = vars.get(MODULES) if vars and shared else None
        if isinstance(modules, Modules) and not self._may_need(modules, vars or {}, locals or {}):
            found = modules.of(self)
            if found is not None:
                return found
        return super().make_module(vars, shared, locals)

    def _may_need(
        self, modules: Modules, names: Mapping[str, Any], more: Mapping[str, Any]
    ) -> bool:
        """Whether the module may look for names that the importing template has set for itself."""
        page = modules.page
        own = [one for one in names if one not in page and names[one] is not missing]
        own += [one for one in more if one not in page and more[one] is not missing]
        return not _words(self).isdisjoint(own) if own else False


@lru_cache(maxsize=256)
def _words(template: Template) -> frozenset[str]:
    """All names that a template, or one that it brings along, can ask for: every text in their code is one."""
    words = set(_texts(template.root_render_func.__code__))
    for block in template.blocks.values():
        words.update(_texts(block.__code__))
    for name in [one for one in words if one.endswith(".html") and one != template.name]:
        try:
            words |= _words(template.environment.get_template(name))
        except TemplateNotFound:
            continue
    return frozenset(words)


def _texts(code: CodeType) -> Iterator[str]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _texts(one)
        elif isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            yield from (each for each in one if isinstance(each, str))
