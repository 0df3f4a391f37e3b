"""How requests are answered where not everybody is served: this computer alone, and others with few words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any

from portfolio_gen.serve.guards import COMMON, Refused, length_of, look_at_host

PATIENCE = 15.0
"""Seconds in which a browser on the same computer has said what it wants."""
_NOTHING_MORE: Mapping[str, str] = MappingProxyType({})


class Silent(ThreadingHTTPServer):
    """A server that keeps quiet about browsers that went away or said nothing."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


class Guarded(BaseHTTPRequestHandler):
    """Shows and takes, for those who ask this computer by its name; what is `Refused` on the way is said in words."""

    timeout = PATIENCE
    server_version, sys_version = "portfolio-gen", ""
    hosts: tuple[str, ...] = ()
    """By which names this computer may be asked, each with its port."""

    def show(self) -> None:
        """Answer somebody who wants to see something."""
        raise NotImplementedError

    def take(self) -> None:
        """Answer somebody who hands something in."""
        raise NotImplementedError

    def do_GET(self) -> None:
        """Let somebody see a page."""
        self._try(self.show)

    def do_POST(self) -> None:
        """Take what somebody hands in."""
        self._try(self.take)

    def _try(self, answer: Callable[[], None]) -> None:
        try:
            look_at_host(self.headers.get_all("Host") or [], self.hosts, self.path)
            answer()
        except Refused as refused:
            self.say(refused.status, (refused.words,))

    def body(self, most: int) -> bytes:
        """What was handed in; too much of it is refused before it is read."""
        lengths = self.headers.get_all("Content-Length") or []
        length = length_of(lengths, in_parts="Transfer-Encoding" in self.headers, most=most)
        try:
            body = self.rfile.read(length)
        except TimeoutError:
            body = b""
        if len(body) != length:
            raise Refused(HTTPStatus.BAD_REQUEST, "It ended too early.")
        return body

    def say(self, status: HTTPStatus, words: tuple[str, ...]) -> None:
        """Answer in words; whoever hands something in gets them as JSON."""
        if self.command == "POST":
            data = json.dumps({"words": words}, ensure_ascii=True).encode()
            self.answer(status, data, "application/json")
        else:
            self.answer(status, " ".join(words).encode(), "text/plain; charset=utf-8")

    def lead(self, path: str, more: Mapping[str, str] = _NOTHING_MORE) -> None:
        """Send the browser to a path of this server."""
        self.answer(HTTPStatus.SEE_OTHER, b"", "text/plain", {"Location": path, **more})

    def answer(
        self, status: HTTPStatus, data: bytes, kind: str, more: Mapping[str, str] = _NOTHING_MORE
    ) -> None:
        """Send bytes of a media type, with headers beside those that everything gets."""
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(data)), **COMMON, **more}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""
