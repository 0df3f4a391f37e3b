"""The theme's marks on paper: the same shapes and the same words as on the page; and codes for a telephone's camera."""

from __future__ import annotations

import html
import io
from collections.abc import Iterable, Iterator
from typing import Any

from portfolio_gen.model.credit_views import CreditView, StandingView
from portfolio_gen.model.standing import State
from portfolio_gen.render.engine import Engine
from portfolio_gen.render.making import HUES

INK = "#1c1b19"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{}</svg>'


class Marks:
    """What `parts/marks.html` of the theme draws and says.

    Raises:
        AttributeError: the theme's file lacks a name that is wanted of it.
        TemplateError: it is wrong in itself.
    """

    def __init__(self, engine: Engine, names: dict[str, Any]) -> None:
        """Open the theme's file with what its macros look at."""
        self._module: Any = engine.environment.get_template("parts/marks.html").make_module(names)
        hues = engine.environment.get_template(HUES).make_module(names)
        ours = [light for light, _ in getattr(hues, "defaults", ())] or [INK]
        self._hues = {
            domain.label.id: domain.label.hue or ours[place % len(ours)]
            for place, domain in enumerate(names["site"].domains)
        }

    def of(self, credit: CreditView) -> dict[str, str]:
        """A credit's mark in its domain's hue, with its words."""
        words = f"{credit.title}: {plain(self._module.said_of(credit))}"
        return self._drawn(credit.mark, self._hues.get(credit.domain.id, INK), words)

    def at(self, credit: CreditView, standing: StandingView, *, beyond: bool) -> dict[str, str]:
        """The mark of one of a credit's standings."""
        earned = standing.state is State.EARNED
        kind = "advanced" if earned and beyond else standing.state.value
        said = self.said(kind, standing.level.title if earned else "")
        return self._drawn(kind, self._hues.get(credit.domain.id, INK), said)

    def legend(self, credits: Iterable[CreditView]) -> Iterator[dict[str, str]]:
        """The marks that a reader meets, and what they mean."""
        met: dict[str, dict[str, None]] = {}
        for one in credits:
            met.setdefault(one.mark, {})[plain(self._module.reached(one))] = None
        for kind in self._module.shapes:
            if kind in met:
                said = self.said(kind, " / ".join(filter(None, met[kind])))
                yield {**self._drawn(kind, INK, said), "said": said}

    def said(self, kind: str, level: str) -> str:
        """The words of a mark."""
        return plain(self._module.said(kind, level))

    def anywhere_title(self, credits: Iterable[CreditView]) -> str:
        """What credits of no domain are called."""
        return plain(self._module.anywhere_title(credits))

    def code(self, address: str) -> str:
        """An address as a QR code (ISO/IEC 18004) that survives a copier."""
        import segno  # here, for it brings an HTTP client with it

        out = io.BytesIO()
        segno.make_qr(address, error="m").save(
            out, kind="svg", xmldecl=False, svgns=True, border=2, dark="#000", light="#fff"
        )
        return out.getvalue().decode()

    def _drawn(self, kind: str, hue: str, words: str) -> dict[str, str]:
        shape = self._module.shapes[kind].replace("currentColor", hue)
        return {"mark": _SVG.format(shape), "alt": words, "hue": hue}


def plain(markup: object) -> str:
    """The words of a macro."""
    return " ".join(html.unescape(str(markup)).split())
