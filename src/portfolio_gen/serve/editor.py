"""A web server for one student's editor: lets one browser in at a time, and asks for every answer elsewhere.

The one address of Starlette and uvicorn, which take forms with pictures apart without holding them in memory. What may
be asked at all is decided here, before any of it is read, by the guards that the committee's server has, too.
"""

from __future__ import annotations

import asyncio
import mimetypes
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import unquote

import uvicorn
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from portfolio_gen.model.speech import sentence
from portfolio_gen.serve.entrance import Entrance
from portfolio_gen.serve.guards import (
    COMMON,
    ENTER,
    ORIGIN,
    RUNS,
    Refused,
    cookie_for,
    found,
    length_of,
    look_at_guest,
    look_at_host,
    look_at_origin,
)
from portfolio_gen.serve.preview import LOOPBACK

MOST_BYTES = 210_000_000
"""Of everything that one form sends: two files of the largest size that is published, and words."""
MOST_TEXT = 1_200_000
"""Of one text in a form; a page may have a million bytes."""
MOST_FILES, MOST_FIELDS = 40, 4000
PATIENCE = 120.0
"""Seconds in which a form has arrived."""
PREVIEW = "/preview"
STAMP = "stamp"
"""Name of the hidden field that pages of other sites cannot know."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_OWN = {
    "Content-Security-Policy": POLICY,
    # Without any referrer browsers hide the origin of a form, too, and then it could not be told whence it comes.
    "Referrer-Policy": "same-origin",
}
_FRAMED = {"X-Frame-Options": "SAMEORIGIN"}
_NOTHING: Mapping[str, Any] = MappingProxyType({})
_STILL = {"Content-Security-Policy": "sandbox; default-src 'none'"}


class Sent(NamedTuple):
    """A file that came with a form; it can be read while the request is answered."""

    name: str
    file: BinaryIO
    size: int


class Asked(NamedTuple):
    """What somebody asks of the editor."""

    path: str
    """Decoded, beginning with a slash."""
    query: Mapping[str, str]
    form: Mapping[str, Sequence[str]] | None = None
    """What was sent, in order; None when somebody only looks."""
    files: Mapping[str, Sequence[Sent]] = _NOTHING


class Answer(NamedTuple):
    """What is answered: a page, a file of the student's own, or another address to go to."""

    page: str = ""
    status: int = HTTPStatus.OK
    kind: str = "text/html; charset=utf-8"
    lead: str = ""
    file: Path | None = None


class Editor:
    """The server; `answer` is called with everything that a browser that was let in asks, never twice at a time."""

    def __init__(
        self,
        port: int,
        *,
        answer: Callable[[Asked], Answer],
        shown: Callable[[str], Path | None],
        entered: Callable[[], None] = lambda: None,
        say: Callable[[str], str] = str,
    ) -> None:
        """Bind the server.

        Args:
            port: TCP port on this computer; 0 takes a free one.
            answer: makes the pages, and takes what forms send.
            shown: path below `PREVIEW` to the folder in which it may be looked for; None where there is nothing.
            entered: called after a browser has come in.
            say: says why something is refused in the language of whoever edits.

        Raises:
            OSError: the port is taken.
        """
        self.entrance = Entrance()
        self.entered = entered
        self._answer, self._shown, self._say = answer, shown, say
        self._turn = threading.Lock()
        self._socket = socket.create_server((LOOPBACK, port))
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            self._app,
            interface="asgi3",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, name="editor", daemon=True)

    @property
    def address(self) -> str:
        """Where the next browser on this computer comes in; it works once."""
        return f"http://{LOOPBACK}:{self.port}{ENTER}{self.entrance.word}"

    @property
    def cookie(self) -> str:
        """Name of the cookie of those who are in; every port has its own."""
        return f"edit-{self.port}"

    def start(self) -> None:
        """Answer requests in the background until `stop`."""
        self._thread.start()

    def stop(self) -> None:
        """Stop answering and give the port back."""
        self._server.should_exit = True
        self._thread.join(5)
        self._socket.close()

    def _run(self) -> None:
        self._server.run(sockets=[self._socket])

    async def _app(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except Refused as refused:
            words = await run_in_threadpool(self._say, refused.words)
            response = Response(words, refused.status, _headers(), "text/plain")
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        raw = request.scope.get("raw_path", b"").decode("latin-1")
        hosts = (f"{LOOPBACK}:{self.port}", f"localhost:{self.port}")
        look_at_host(request.headers.getlist("host"), hosts, raw)
        if request.method not in {"GET", "POST"}:
            raise Refused(
                HTTPStatus.NOT_IMPLEMENTED, sentence("This server shows pages and takes forms.")
            )
        if request.method == "GET" and raw.startswith(ENTER):
            return self._let_in(raw.removeprefix(ENTER))
        look_at_guest(request.headers.get("cookie", ""), self.cookie, self.entrance)
        if request.method == "POST":
            return await self._take(request, raw)
        if raw.startswith(f"{PREVIEW}/"):
            return self._preview(raw.removeprefix(PREVIEW))
        return await self._ask(Asked(_path(raw), dict(request.query_params)))

    def _let_in(self, word: str) -> Response:
        cookie = cookie_for(word, self.cookie, self.entrance)
        self.entered()
        return RedirectResponse("/", HTTPStatus.SEE_OTHER, _headers({"Set-Cookie": cookie}))

    async def _take(self, request: Request, raw: str) -> Response:
        """Take a form that comes from a page of ours, as a whole or not at all."""
        words = sentence(
            "Only a page of this editor may send something. Open it from the terminal's address."
        )
        told = {one: request.headers[one] for one in ORIGIN if one in request.headers}
        look_at_origin(told, words)
        lengths = request.headers.getlist("content-length")
        length_of(lengths, in_parts="transfer-encoding" in request.headers, most=MOST_BYTES)
        kind = request.headers.get("content-type", "").partition(";")[0].strip()
        if kind not in {"application/x-www-form-urlencoded", "multipart/form-data"}:
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, sentence("Forms are what is taken."))
        form = await self._form(request)
        try:
            if not self.entrance.is_stamped(str(form.get(STAMP, ""))):
                raise Refused(HTTPStatus.FORBIDDEN, words)
            texts, files = _sorted_out(form)
            return await self._ask(Asked(_path(raw), dict(request.query_params), texts, files))
        finally:
            await form.close()

    async def _form(self, request: Request) -> FormData:
        try:
            return await asyncio.wait_for(
                request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_TEXT),
                PATIENCE,
            )
        except (HTTPException, MultiPartException, TimeoutError):
            raise Refused(
                HTTPStatus.BAD_REQUEST, sentence("That form cannot be understood.")
            ) from None

    async def _ask(self, asked: Asked) -> Response:
        answer = await run_in_threadpool(self._in_turn, asked)
        if answer.lead:
            return RedirectResponse(answer.lead, HTTPStatus.SEE_OTHER, _headers())
        if answer.file:
            kind = mimetypes.guess_type(answer.file.name)[0] or "application/octet-stream"
            return FileResponse(answer.file, headers=_headers(_STILL), media_type=kind)
        return Response(answer.page, answer.status, _headers({**_OWN, "Content-Type": answer.kind}))

    def _in_turn(self, asked: Asked) -> Answer:
        with self._turn:
            return self._answer(asked)

    def _preview(self, path: str) -> Response:
        folder = self._shown(path)
        if folder is None:
            raise Refused(HTTPStatus.NOT_FOUND, sentence("There is no such page."))
        file = found(folder.resolve(), path)
        if file.is_dir():
            return RedirectResponse(f"{PREVIEW}{path}/", HTTPStatus.SEE_OTHER, _headers())
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        runs = file.suffix.lower() in RUNS and file.name != "index.html"
        more = {**_FRAMED, **({"Content-Security-Policy": "sandbox"} if runs else {})}
        if not kind.startswith("text/") and file.suffix not in (".js", ".json"):
            return FileResponse(file, headers=_headers(more), media_type=kind)
        try:
            # It may be made anew at any time, so that its length is that of what is sent.
            return Response(file.read_bytes(), headers=_headers(more), media_type=kind)
        except FileNotFoundError:
            raise Refused(HTTPStatus.NOT_FOUND, sentence("There is no such page.")) from None


def _sorted_out(form: FormData) -> tuple[dict[str, list[str]], dict[str, list[Sent]]]:
    """Texts and files of a form by their names; of a file nobody has chosen browsers send an empty one."""
    texts: dict[str, list[str]] = {}
    files: dict[str, list[Sent]] = {}
    for name, one in form.multi_items():
        if isinstance(one, str):
            texts.setdefault(name, []).append(one)
        elif one.filename and one.size:
            files.setdefault(name, []).append(Sent(one.filename, one.file, one.size))
    return texts, files


def _path(raw: str) -> str:
    """The path that is asked for; nothing hidden, nothing above, no other kind of slash.

    Raises:
        Refused: it is such a one.
    """
    path = raw.partition("?")[0]
    parts = [unquote(one) for one in path.split("/")[1:]]
    if any(one[:1] == "." or set(one) & set("/\\:\0") for one in parts):
        raise Refused(HTTPStatus.NOT_FOUND, sentence("There is no such page."))
    return "/" + "/".join(parts)


def _headers(more: Mapping[str, str] = _NOTHING) -> dict[str, str]:
    return {**COMMON, **more}
