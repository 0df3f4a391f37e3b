"""The server of the editor lets browsers in one by one, takes forms of its own pages, and refuses everything else."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import asking
import pytest

from portfolio_gen.serve.editor import MOST_BYTES, STAMP, Answer, Asked, Editor

ASKED: list[tuple[Asked, list[bytes]]] = []
FORM = "application/x-www-form-urlencoded"


def answer(asked: Asked) -> Answer:
    ASKED.append((asked, [one.file.read() for many in asked.files.values() for one in many]))
    if asked.path == "/picture":
        return Answer(file=PLACES[0] / "picture.svg")
    return Answer(lead="/done") if asked.form is not None else Answer("who is here")


PLACES: list[Path] = []


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    school = tmp_path_factory.mktemp("school")
    site = school / "site"
    (site / "self" / "ada").mkdir(parents=True)
    (site / "self" / "ada" / "index.html").write_text("how it looks")
    (site / "self" / "ada" / "drawing.svg").write_text("<svg onload='alert(1)'/>")
    (site / "self" / "ada" / "way-out").symlink_to(school)
    (site / "self" / "eve").mkdir()
    (site / "self" / "eve" / "index.html").write_text("secret")
    (site / "manifest.json").write_text("secret")
    (school / "portfolio.yml").write_text("secret")
    (school / "picture.svg").write_text("<svg onload='alert(1)'/>")
    PLACES[:] = [school]
    running = Editor(
        0, answer=answer, shown=lambda path: site if path.startswith("/self/ada/") else None
    )
    running.start()
    yield running
    running.stop()


def ask(
    editor: Editor, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, str]:
    return asking.ask(editor.port, method, path, body, **headers)


@pytest.fixture(scope="module")
def cookie(editor: Editor) -> str:
    status, headers, _ = ask(editor, "GET", editor.address.partition(str(editor.port))[2])
    assert (status, headers["Location"]) == (303, "/")
    assert headers["Set-Cookie"].endswith("; Path=/; HttpOnly; SameSite=Strict")
    return headers["Set-Cookie"].partition(";")[0]


def send(editor: Editor, cookie: str, body: bytes | None = None, **other: str) -> int:
    body = f"{STAMP}={editor.entrance.stamp}&title=Zo%C3%AB".encode() if body is None else body
    headers = {
        "Cookie": cookie,
        "Origin": f"http://127.0.0.1:{editor.port}",
        "Content-Type": FORM,
        **{name.replace("_", "-"): one for name, one in other.items()},
    }
    told = {name: one for name, one in headers.items() if one}
    return ask(editor, "POST", "/edit/student.yml", body, **told)[0]


def test_the_address_lets_one_browser_in_once(editor: Editor, cookie: str) -> None:
    first = editor.address.partition(str(editor.port))[2]
    assert ask(editor, "GET", first)[0] == 303
    assert ask(editor, "GET", first)[0] == 403
    assert ask(editor, "GET", "/enter/no-such-word")[0] == 403
    status, headers, page = ask(editor, "GET", "/", Cookie=cookie)
    assert (status, page) == (200, "who is here")
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Server"] is None


@pytest.mark.parametrize("cookie", ["", "edit-1=x", "edit-{port}=x", "edit-{port}=", 'a"='])
def test_nobody_else_sees_anything(editor: Editor, cookie: str) -> None:
    given = {"Cookie": cookie.format(port=editor.port)} if cookie else {}
    for path in ("/", "/edit/student.yml", "/preview/self/ada/", "/own/me.jpg", "/nothing"):
        status, _, text = ask(editor, "GET", path, **given)
        assert status == 403
        assert "who is here" not in text
        assert "how it looks" not in text


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", "[::1]:{port}"],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_other_hosts_are_refused(editor: Editor, cookie: str, host: str, method: str) -> None:
    named = host.format(port=editor.port)
    assert ask(editor, method, "/", Host=named, Cookie=cookie)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/preview/../manifest.json",
        "/preview/self/ada/../../manifest.json",
        "/preview/self/ada/%2e%2e/eve/",
        "/preview/self/ada/..%2f..%2fmanifest.json",
        "/preview/self/ada/%2e%2e%5cmanifest.json",
        "/preview/self/ada/way-out/portfolio.yml",
        "/preview/self/eve/",
        "/preview/self/",
        "/preview/manifest.json",
        "/preview/self/ada//index.html",
        "/preview/self/ada/index.html%00.png",
        "/edit/../student.yml",
        "/edit/%2e%2e/student.yml",
        "/edit/..%2fstudent.yml",
        "/edit/.trash/x",
        "/edit/a%00b",
        "/" + "a/../" * 500,
    ],
)
def test_no_path_leads_out(editor: Editor, cookie: str, path: str) -> None:
    ASKED.clear()
    status, _, text = ask(editor, "GET", path, Cookie=cookie)
    assert status == 404
    assert "secret" not in text
    assert ASKED == []


def test_a_path_that_names_a_host_is_refused(editor: Editor, cookie: str) -> None:
    assert ask(editor, "GET", "http://evil.example/", Cookie=cookie)[0] in {400, 403}


def test_the_preview_stands_in_a_frame_of_ours_and_drawings_do_not_run(
    editor: Editor, cookie: str
) -> None:
    status, headers, text = ask(editor, "GET", "/preview/self/ada/", Cookie=cookie)
    assert (status, text) == (200, "how it looks")
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert ask(editor, "GET", "/preview/self/ada/drawing.svg", Cookie=cookie)[1][
        "Content-Security-Policy"
    ].startswith("sandbox")
    assert ask(editor, "GET", "/picture", Cookie=cookie)[1]["Content-Security-Policy"].startswith(
        "sandbox"
    )


def test_a_form_is_taken_as_it_was_sent(editor: Editor, cookie: str) -> None:
    ASKED.clear()
    assert send(editor, cookie) == 303
    (asked, _) = ASKED[0]
    assert asked.path == "/edit/student.yml"
    assert asked.form is not None
    assert asked.form["title"] == ["Zoë"]


def parts(editor: Editor, *more: tuple[str, bytes]) -> bytes:
    line = b"--b\r\nContent-Disposition: form-data; name="
    stamp = line + b'"stamp"\r\n\r\n' + editor.entrance.stamp.encode() + b"\r\n"
    others = b"".join(line + head.encode() + b"\r\n\r\n" + body + b"\r\n" for head, body in more)
    return stamp + others + b"--b--\r\n"


def test_files_come_with_their_bytes(editor: Editor, cookie: str) -> None:
    ASKED.clear()
    kind = "multipart/form-data; boundary=b"
    body = parts(
        editor,
        ('"upload"; filename="a.png"', b"\x89PNG" + bytes(2_000_000)),
        ('"upload"; filename=""', b""),
        ('"title"', b"One"),
    )
    assert send(editor, cookie, body, Content_Type=kind) == 303
    asked, (data,) = ASKED[0]
    assert [one.name for one in asked.files["upload"]] == ["a.png"]
    assert data == b"\x89PNG" + bytes(2_000_000)
    assert asked.form is not None
    assert asked.form["title"] == ["One"]


@pytest.mark.parametrize(
    ("status", "other"),
    [
        (403, {"Cookie": ""}),
        (403, {"Cookie": "edit-1=x"}),
        (403, {"Origin": ""}),
        (403, {"Origin": "null"}),
        (403, {"Origin": "http://evil.example"}),
        (403, {"Origin": "http://127.0.0.1:1"}),
        (403, {"Origin": "http://localhost:{port}"}),
        (403, {"Origin": "https://127.0.0.1:{port}"}),
        (403, {"Sec-Fetch-Site": "cross-site"}),
        (403, {"Sec-Fetch-Site": "same-site"}),
        (403, {"Sec-Fetch-Site": "none"}),
        (415, {"Content-Type": "text/plain"}),
        (415, {"Content-Type": "application/json"}),
        (415, {"Content-Type": ""}),
        (400, {"Content-Type": "multipart/form-data"}),
        (400, {"Content-Type": "multipart/form-data; boundary=x"}),
        (413, {"Content-Length": str(MOST_BYTES + 1)}),
    ],
)
def test_nothing_else_is_taken(
    editor: Editor, cookie: str, status: int, other: dict[str, str]
) -> None:
    ASKED.clear()
    assert (
        send(editor, cookie, **{n: one.format(port=editor.port) for n, one in other.items()})
        == status
    )
    assert ASKED == []


@pytest.mark.parametrize("body", [b"", b"stamp=", b"stamp=guess", b"title=x"])
def test_a_form_without_the_stamp_is_refused(editor: Editor, cookie: str, body: bytes) -> None:
    ASKED.clear()
    assert send(editor, cookie, body) == 403
    assert ASKED == []


def test_too_many_parts_and_too_long_ones_are_refused(editor: Editor, cookie: str) -> None:
    ASKED.clear()
    kind = "multipart/form-data; boundary=b"
    many = parts(editor, *(('"x"; filename="a"', b"1"),) * 60)
    assert send(editor, cookie, many, Content_Type=kind) == 400
    long = parts(editor, ('"title"', b"a" * 1_300_000))
    assert send(editor, cookie, long, Content_Type=kind) == 400
    assert ASKED == []


def test_what_is_no_text_is_no_trouble(editor: Editor, cookie: str) -> None:
    kind = "multipart/form-data; boundary=b"
    odd = parts(editor, ('"title"', b"\xff\xfe\x00"), ('"\xff"; filename="\xff"', b"1"))
    assert send(editor, cookie, odd, Content_Type=kind) in {303, 400}
    stamp = editor.entrance.stamp.encode()
    assert send(editor, cookie, b"stamp=" + stamp + b"&title=%ff%fe%00&%ff=\xff") in {303, 400}
    cut = parts(editor, ('"title"', b"One"))[:-9]
    assert send(editor, cookie, cut, Content_Type=kind) in {303, 400}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"])
def test_other_methods_are_refused(editor: Editor, cookie: str, method: str) -> None:
    status, headers, _ = ask(editor, method, "/", Cookie=cookie)
    assert status == 501
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: 127.0.0.1:%d\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: evil.example\r\n\r\n",
        b"POST /edit/x HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 999999999\r\n\r\n",
        b"GARBAGE\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    ],
)
def test_strange_requests_get_a_short_answer(editor: Editor, request_: bytes) -> None:
    with socket.create_connection(("127.0.0.1", editor.port), timeout=5) as line:
        line.sendall(request_.replace(b"%d", str(editor.port).encode()))
        said = line.recv(4096)
    assert said.split(b" ")[1:2] not in ([b"200"], [b"101"])
    assert b"who is here" not in said
    assert b"Traceback" not in said


def test_a_form_in_pieces_of_unknown_length_is_refused(editor: Editor, cookie: str) -> None:
    ASKED.clear()
    head = (
        f"POST /edit/x HTTP/1.1\r\nHost: 127.0.0.1:{editor.port}\r\nCookie: {cookie}\r\n"
        f"Origin: http://127.0.0.1:{editor.port}\r\nContent-Type: {FORM}\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", editor.port), timeout=5) as line:
        line.sendall(head.encode())
        assert b" 411 " in line.recv(4096)
    assert ASKED == []


def test_only_this_computer_is_listened_to(editor: Editor) -> None:
    assert editor._socket.getsockname()[0] == "127.0.0.1"
