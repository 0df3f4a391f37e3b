"""Watches every page of a visitor for errors and for requests elsewhere."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, Request


class Watch:
    """What went wrong on any page of a context, and what was asked of another host."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        self._host = host.rsplit("/", 1)[0]
        self.complaints: list[str] = []
        context.on("page", self._look_at)
        context.on("request", self._ask)

    def _look_at(self, page: Page) -> None:
        page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "response",
            lambda got: got.status >= 400 and self.complaints.append(f"{got.status} {got.url}"),
        )

    def _ask(self, request: Request) -> None:
        if not request.url.startswith((self._host, "data:", "blob:")):
            self.complaints.append(f"asks {request.url}")
