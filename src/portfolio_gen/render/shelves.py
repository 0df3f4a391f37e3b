"""Templates of two kinds: ours, which may name only what exists, in front of the base theme's, which often do not."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, Template
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError

from portfolio_gen.model.value import dataclass
from portfolio_gen.render.compiled import Compiled
from portfolio_gen.render.policy import NONCE, with_nonces

_NONCE_NAME = "script_nonce"


class Shelves(BaseLoader):
    """Finds a template and compiles it for the environment that suits its author."""

    def __init__(
        self,
        ours: Sequence[str],
        theirs: Sequence[str],
        strict: Environment,
        lenient: Environment,
        mended: Callable[[str], str],
        compiled: Compiled,
    ) -> None:
        """Name the folders of both kinds, their environments, what mends theirs, and where compiled ones are kept."""
        self._ours, self._theirs = Trusted(ours, str, compiled), Trusted(theirs, mended, compiled)
        self._strict, self._lenient = strict, lenient
        lenient.globals[_NONCE_NAME] = strict.globals[_NONCE_NAME] = NONCE

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        """The template of that name; which environment asks makes no difference."""
        del environment
        try:
            return self._ours.load(self._strict, name, globals)
        except TemplateNotFound:
            return self._theirs.load(self._lenient, name, globals)


class Trusted(FileSystemLoader):
    """A shelf whose templates' scripts may run on pages, once their source is mended."""

    def __init__(
        self, folders: Sequence[str], mended: Callable[[str], str], compiled: Compiled
    ) -> None:
        super().__init__(folders)
        self._mended, self._compiled = mended, compiled

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The source of a template, its path, and whether it is still what it was."""
        source, path, fresh = super().get_source(environment, template)
        # What is kept compiled must not hold the word of this run; it asks for it.
        nonce = f"{{{{ {_NONCE_NAME} }}}}" if self._compiled.keeps(path) else NONCE
        return with_nonces(self._mended(source), nonce), path, fresh


@dataclass(eq=False)
class TemplateFault(Exception):
    """A template that cannot be rendered, and where its mistake is."""

    path: str
    line: int
    reason: str


def fault_of(error: TemplateError, template: str) -> TemplateFault:
    """Where a template went wrong: the innermost place in a file of templates."""
    reason = error.message or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(_shown(error.filename or template), error.lineno, reason)
    places = traceback.extract_tb(error.__traceback__)
    inside = [one for one in places if one.filename.endswith((".html", ".css"))]
    if not inside:
        return TemplateFault(_shown(f"themes/{template}"), 1, reason)
    return TemplateFault(_shown(inside[-1].filename), inside[-1].lineno or 1, reason)


def _shown(path: str) -> str:
    """A template's path as a school knows it, from its `themes/` on."""
    parts = Path(path).parts
    start = next((at for at in reversed(range(len(parts))) if parts[at] == "themes"), -1)
    return "/".join(parts[start:])
