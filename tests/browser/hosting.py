"""A plain static host for a folder of sites."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class Quiet(SimpleHTTPRequestHandler):
    """A plain static host, which says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Address of a host that offers a folder, for as long as it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
