"""A web server for a committee that sits around one computer: shows its edition, and files the ballots.

It stands on Python's own server, as the preview does: three kinds of request are answered and everything else is
refused, mostly before any of it is read, so a framework would take no decision from us.
"""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from portfolio_gen.serve.entrance import Entrance
from portfolio_gen.serve.guarded import Guarded, Silent
from portfolio_gen.serve.guards import (
    ENTER,
    ORIGIN,
    RUNS,
    Refused,
    cookie_for,
    found,
    look_at_guest,
    look_at_origin,
)
from portfolio_gen.serve.preview import LOOPBACK

MOST_BYTES = 65_536
"""Of a ballot; a long one has a tenth of it."""
BALLOTS = "/ballots"
STAMP = "X-Review-Stamp"
"""Header that says that a ballot comes from a page of ours; a form of another site cannot send any."""
_FORM = b'<form id="ballot"'


class Filed(NamedTuple):
    """What became of a ballot."""

    status: HTTPStatus
    words: tuple[str, ...]
    """For the one who has handed it in."""


class Review:
    """The server; `file` is called with the bytes of each ballot that comes from one of its pages."""

    def __init__(
        self,
        folder: Path,
        port: int,
        *,
        file: Callable[[bytes], Filed],
        start: str = "/",
        entered: Callable[[], None] = lambda: None,
    ) -> None:
        """Bind the server.

        Args:
            folder: the edition that is shown.
            port: TCP port on this computer; 0 takes a free one.
            file: files a ballot and says what became of it; it is never called twice at the same time.
            start: path of the page to begin with.
            entered: called after a browser has come in.

        Raises:
            OSError: the port is taken.
        """
        self.entrance = Entrance()
        self.folder, self.start_page, self.entered = folder.resolve(), start, entered
        self._file, self._turn = file, threading.Lock()
        self._server = Silent((LOOPBACK, port), partial(_Handler, review=self))
        self.port: int = self._server.server_address[1]

    @property
    def address(self) -> str:
        """Where the next browser on this computer comes in; it works once."""
        return f"http://{LOOPBACK}:{self.port}{ENTER}{self.entrance.word}"

    @property
    def hosts(self) -> tuple[str, str]:
        """By which names this computer may be asked."""
        return f"{LOOPBACK}:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """Name of its cookie: cookies know no ports, and another server of this computer may have its own."""
        return f"review-{self.port}"

    def file(self, ballot: bytes) -> Filed:
        """File a ballot when nobody else's is being filed."""
        with self._turn:
            return self._file(ballot)

    def start(self) -> None:
        """Answer requests in the background until `stop`."""
        answering = partial(self._server.serve_forever, poll_interval=0.05)
        threading.Thread(target=answering, name="review", daemon=True).start()

    def stop(self) -> None:
        """Stop answering and give the port back."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(Guarded):
    def __init__(self, *args: Any, review: Review) -> None:
        self._review, self.hosts = review, review.hosts
        super().__init__(*args)

    def show(self) -> None:
        """Let a browser in, or show it a page or a file of the edition."""
        path = urlsplit(self.path).path
        if path.startswith(ENTER):
            self._let_in(path.removeprefix(ENTER))
            return
        self._look_at_guest()
        file = found(self._review.folder, path)
        if file.is_dir():
            self.lead(f"{path}/")
        else:
            self._hand_out(file)

    def _let_in(self, word: str) -> None:
        cookie = cookie_for(word, self._review.cookie, self._review.entrance)
        self.lead(self._review.start_page, {"Set-Cookie": cookie})
        self._review.entered()

    def _look_at_guest(self) -> None:
        cookies = self.headers.get("Cookie", "")
        look_at_guest(cookies, self._review.cookie, self._review.entrance)

    def _hand_out(self, file: Path) -> None:
        data = file.read_bytes()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        more = {}
        if file.name == "index.html":
            data = data.replace(_FORM, _FORM + self._stamped(), 1)
        elif file.suffix.lower() in RUNS:
            more = {"Content-Security-Policy": "sandbox"}
        text = kind.startswith("text/") or kind.endswith(("javascript", "json"))
        self.answer(HTTPStatus.OK, data, f"{kind}; charset=utf-8" if text else kind, more)

    def _stamped(self) -> bytes:
        """What a form on a page has to know to hand in a ballot here."""
        return f' data-to="{BALLOTS}" data-stamp="{self._review.entrance.stamp}"'.encode()

    def take(self) -> None:
        """File a ballot that comes from a page of ours."""
        self._look_at_guest()
        self._look_at_origin()
        if self.path != BALLOTS:
            raise Refused(HTTPStatus.NOT_FOUND, f"Ballots go to {BALLOTS}.")
        if self.headers.get_content_type() != "application/json":
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "A ballot comes as JSON.")
        self.say(*self._review.file(self.body(MOST_BYTES)))

    def _look_at_origin(self) -> None:
        """Only pages of this server hand anything in: they know the stamp, and the browser says whence they are."""
        words = "Only a page of this server may hand in a ballot."
        told = {one: self.headers[one] for one in ORIGIN if one in self.headers}
        look_at_origin(told, words)
        if not self._review.entrance.is_stamped(self.headers.get(STAMP, "")):
            raise Refused(HTTPStatus.FORBIDDEN, words)
