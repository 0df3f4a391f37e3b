"""A web server for one pair of eyes: bound to this computer, reloading pages when something changed."""

from __future__ import annotations

import re
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

LOOPBACK = "127.0.0.1"
_KNOCK = b"""addEventListener("load", async () => {
  const told = async () => (await fetch("/__preview__/version", { cache: "no-store" })).text();
  for (let seen = await told(); ; await new Promise((wake) => setTimeout(wake, 500)))
    try { const now = await told(); if (now !== seen) return location.reload(); } catch { }
});
"""
_TAG = b'<script nonce="%s" src="/__preview__/reload.js"></script></body>'
_NONCE = re.compile(rb"'nonce-([A-Za-z0-9+/=]+)'")
"""The word by which the policy of a page knows the scripts that may run on it."""


class Preview:
    """The server with the version that its pages ask for; `changed` makes every open page reload."""

    def __init__(self, folder: Path, port: int, *, home: str) -> None:
        """Bind the server.

        Args:
            folder: the folder that is served.
            port: TCP port on this computer; 0 takes a free one.
            home: HTML of the page at `/`.

        Raises:
            OSError: the port is taken.
        """
        self._version = 0
        self._server = ThreadingHTTPServer(
            (LOOPBACK, port), partial(_Handler, directory=str(folder), preview=self)
        )
        self._server.daemon_threads = True
        self.home = home.encode()
        self.port: int = self._server.server_address[1]

    @property
    def address(self) -> str:
        """Where a browser on this computer finds it."""
        return f"http://{LOOPBACK}:{self.port}/"

    @property
    def version(self) -> bytes:
        """How often something has changed since the start."""
        return str(self._version).encode()

    def changed(self) -> None:
        """Let every open page reload."""
        self._version += 1

    def start(self) -> None:
        """Answer requests in the background until `stop`."""
        answering = partial(self._server.serve_forever, poll_interval=0.05)
        threading.Thread(target=answering, name="preview", daemon=True).start()

    def stop(self) -> None:
        """Stop answering and give the port back."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, preview: Preview, **options: Any) -> None:
        self._preview = preview
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Answer the preview's own addresses, pages with the reload script, and files as they are."""
        if not self._is_for_us():
            self.send_error(HTTPStatus.FORBIDDEN, "This preview answers only to this computer")
        elif self.path == "/__preview__/version":
            self._answer(self._preview.version, "text/plain; charset=utf-8")
        elif self.path == "/__preview__/reload.js":
            self._answer(_KNOCK, "text/javascript; charset=utf-8")
        elif self.path == "/":
            self._answer(self._preview.home, "text/html; charset=utf-8")
        elif self._is_hidden():
            self.send_error(HTTPStatus.NOT_FOUND)
        elif (page := self._page()) is not None:
            self._answer(_reloading(page), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """Refuse: no browser asks a preview for headers alone."""
        self.send_error(HTTPStatus.FORBIDDEN)

    def _is_hidden(self) -> bool:
        place = Path(self.translate_path(self.path)).relative_to(self.directory)
        return any(part.startswith(".") for part in place.parts)

    def _page(self) -> bytes | None:
        place = Path(self.translate_path(self.path))
        if place.is_dir() and self.path.split("?")[0].endswith("/"):
            place /= "index.html"
        return place.read_bytes() if place.suffix == ".html" and place.is_file() else None

    def _is_for_us(self) -> bool:
        """Whether the browser asked for this computer by name; another name is a rebinding attack."""
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        return host in (LOOPBACK, "localhost")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Let nothing be kept by the browser, so that a rebuilt page is seen at once."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        """Never list a folder."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: the terminal is for what was built."""


def _reloading(page: bytes) -> bytes:
    """The page with a script that loads it again when it has changed."""
    nonce = _NONCE.search(page)
    return page.replace(b"</body>", _TAG % (nonce[1] if nonce else b""))
