"""A bucket on this machine: as much of the S3 protocol as an upload needs, and it remembers every header."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape


@dataclass
class Bucket:
    """What lies in it, by `bucket/key`."""

    address: str
    objects: dict[str, bytes] = field(default_factory=dict)
    headers: dict[str, Mapping[str, str]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    refuses: bool = False


@contextmanager
def bucket() -> Iterator[Bucket]:
    """Open one for a while."""
    here = Bucket("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        @property
        def key(self) -> str:
            return unquote(urlsplit(self.path).path).strip("/")

        def answer(self, code: int, body: bytes = b"", **headers: str) -> None:
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", headers.get("Size", str(len(body))))
            self.end_headers()
            self.wfile.write(body)

        def do_PUT(self) -> None:
            data = self.body()
            here.requests.append(f"PUT {self.key}")
            if here.refuses:
                self.answer(403, b"<Error><Code>AccessDenied</Code><Message>No.</Message></Error>")
                return
            here.objects[self.key] = data
            here.headers[self.key] = dict(self.headers)
            self.answer(200, ETag='"x"')

        def body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            else:
                data = b""
                while size := int(self.rfile.readline(), 16):
                    data += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
            if "aws-chunked" not in self.headers.get("Content-Encoding", ""):
                return data
            plain = b""
            while data:
                size, _, data = data.partition(b"\r\n")
                number = int(size.partition(b";")[0], 16)
                if not number:
                    break
                plain, data = plain + data[:number], data[number + 2 :]
            return plain

        def do_DELETE(self) -> None:
            here.requests.append(f"DELETE {self.key}")
            here.objects.pop(self.key, None)
            self.answer(204)

        def do_HEAD(self) -> None:
            found = here.objects.get(self.key)
            if found is None:
                self.answer(404)
            else:
                self.answer(200, Size=str(len(found)), ETag='"x"')

        def do_GET(self) -> None:
            asked = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
            if "list-type" in asked:
                self.answer(200, self.listed(asked.get("prefix", [""])[0]))
            elif (found := here.objects.get(self.key)) is not None:
                self.answer(200, found, ETag='"x"')
            else:
                self.answer(404, b"<Error><Code>NoSuchKey</Code><Message>No.</Message></Error>")

        def listed(self, prefix: str) -> bytes:
            start = f"{self.key}/{prefix}"
            entries = "".join(
                f"<Contents><Key>{escape(path.partition('/')[2])}</Key><Size>{len(data)}</Size>"
                "<LastModified>2026-11-22T00:00:00Z</LastModified></Contents>"
                for path, data in sorted(here.objects.items())
                if path.startswith(start)
            )
            return f"<ListBucketResult><IsTruncated>false</IsTruncated>{entries}</ListBucketResult>".encode()

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        here.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield here
        finally:
            server.shutdown()
