"""The server for a committee's sitting lets browsers in one by one, takes ballots, and refuses everything else."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from http import HTTPStatus

import asking
import pytest

from portfolio_gen.serve.review import MOST_BYTES, STAMP, Filed, Review

PAGE = '<html><body><form id="ballot" hidden></form></body></html>'
TAKEN: list[bytes] = []


def take(ballot: bytes) -> Filed:
    TAKEN.append(ballot)
    return Filed(HTTPStatus.CREATED, ("It is filed.",))


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    school = tmp_path_factory.mktemp("school")
    edition = school / "site" / "committee"
    (edition / "pitches").mkdir(parents=True)
    (edition / "index.html").write_text("who is here")
    (edition / "pitches" / "index.html").write_text(PAGE)
    (edition / "media").mkdir()
    (edition / "media" / "drawing.svg").write_text("<svg onload='alert(1)'/>")
    (edition / ".hidden").write_text("secret")
    (edition / "way-out").symlink_to(school)
    (school / "site" / "manifest.json").write_text("secret")
    (school / "portfolio.yml").write_text("secret")
    running = Review(edition, 0, file=take, start="/pitches/")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def cookie(review: Review) -> str:
    return enter(review)


def enter(review: Review) -> str:
    status, headers, _ = ask(review, "GET", review.address.partition(str(review.port))[2])
    assert (status, headers["Location"]) == (303, "/pitches/")
    assert headers["Set-Cookie"].endswith("; Path=/; HttpOnly; SameSite=Strict")
    return headers["Set-Cookie"].partition(";")[0]


def ask(
    review: Review, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, str]:
    return asking.ask(review.port, method, path, body, **headers)


def hand_in(review: Review, cookie: str, body: bytes = b"{}", **other: str) -> tuple[int, str]:
    headers = {
        "Cookie": cookie,
        "Origin": f"http://127.0.0.1:{review.port}",
        "Content-Type": "application/json",
        STAMP: review.entrance.stamp,
        **{name.replace("_", "-"): one for name, one in other.items()},
    }
    status, _, text = ask(
        review, "POST", "/ballots", body, **{name: one for name, one in headers.items() if one}
    )
    return status, text


def test_the_address_lets_one_browser_in_once(review: Review) -> None:
    first = review.address.partition(str(review.port))[2]
    cookie = enter(review)
    assert ask(review, "GET", first)[0] == 403
    assert ask(review, "GET", "/enter/")[0] == 403
    assert ask(review, "GET", "/enter/no-such-word")[0] == 403
    status, headers, page = ask(review, "GET", "/pitches/", Cookie=cookie)
    assert status == 200
    assert f'<form id="ballot" data-to="/ballots" data-stamp="{review.entrance.stamp}"' in page
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    other = enter(review)
    assert other != cookie
    assert ask(review, "GET", "/", Cookie=cookie)[2] == "who is here"


@pytest.mark.parametrize("cookie", ["", "review-1=x", "review-{port}=x", "review-{port}=", 'a"='])
def test_nobody_else_sees_anything(review: Review, cookie: str) -> None:
    given = {"Cookie": cookie.format(port=review.port)} if cookie else {}
    for path in ("/", "/pitches/", "/media/drawing.svg", "/nothing"):
        status, _, text = ask(review, "GET", path, **given)
        assert status == 403
        assert "who is here" not in text


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.evil.example:{port}",
        "[::1]:{port}",
        "",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_other_hosts_are_refused(review: Review, cookie: str, host: str, method: str) -> None:
    named = host.format(port=review.port)
    assert ask(review, method, "/pitches/", Host=named, Cookie=cookie)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/../manifest.json",
        "/pitches/../../manifest.json",
        "/%2e%2e/manifest.json",
        "/..%2fmanifest.json",
        "/pitches/%2e%2e%2f%2e%2e%2fmanifest.json",
        "/..%5cmanifest.json",
        "/.hidden",
        "/%2ehidden",
        "/way-out/portfolio.yml",
        "/way-out/",
        "//etc/passwd",
        "/pitches//index.html",
        "/pitches/index.html%00.png",
        "/pitches/index.html/",
        "/media/",
        "/C:/portfolio.yml",
        "/" + "a" * 5000,
    ],
)
def test_no_path_leads_out(review: Review, cookie: str, path: str) -> None:
    status, _, text = ask(review, "GET", path, Cookie=cookie)
    assert status == 404
    assert "secret" not in text


def test_a_path_that_names_a_host_is_refused(review: Review, cookie: str) -> None:
    assert ask(review, "GET", "http://evil.example/", Cookie=cookie)[0] == 403


def test_what_a_student_drew_cannot_run_here(review: Review, cookie: str) -> None:
    assert ask(review, "GET", "/pitches", Cookie=cookie)[1]["Location"] == "/pitches/"
    _, headers, _ = ask(review, "GET", "/media/drawing.svg", Cookie=cookie)
    assert headers["Content-Security-Policy"] == "sandbox"


def test_a_ballot_is_taken_as_it_came(review: Review, cookie: str) -> None:
    TAKEN.clear()
    ballot = '{"name": "Zoë"}'.encode()
    status, text = hand_in(review, cookie, ballot)
    assert (status, json.loads(text)) == (201, {"words": ["It is filed."]})
    assert [ballot] == TAKEN


@pytest.mark.parametrize(
    ("status", "other"),
    [
        (403, {"Cookie": ""}),
        (403, {"Cookie": "review-1=x"}),
        (403, {"Origin": ""}),
        (403, {"Origin": "null"}),
        (403, {"Origin": "http://evil.example"}),
        (403, {"Origin": "http://127.0.0.1:1"}),
        (403, {"Origin": "http://localhost:{port}"}),
        (403, {"Origin": "https://127.0.0.1:{port}"}),
        (403, {"Sec-Fetch-Site": "cross-site"}),
        (403, {"Sec-Fetch-Site": "same-site"}),
        (403, {"Sec-Fetch-Site": "none"}),
        (403, {STAMP: ""}),
        (403, {STAMP: "guess"}),
        (415, {"Content-Type": "text/plain"}),
        (415, {"Content-Type": "application/x-www-form-urlencoded"}),
        (415, {"Content-Type": "multipart/form-data; boundary=x"}),
        (413, {"Content-Length": str(MOST_BYTES + 1)}),
        (413, {"Content-Length": "9" * 4000}),
        (411, {"Content-Length": "-1"}),
        (411, {"Content-Length": "٣"}),
        (411, {"Content-Length": "1_0"}),
        (411, {"Transfer-Encoding": "chunked"}),
    ],
)
def test_nothing_else_is_taken(
    review: Review, cookie: str, status: int, other: dict[str, str]
) -> None:
    TAKEN.clear()
    told = {
        name: one.format(port=review.port).encode().decode("latin-1") for name, one in other.items()
    }
    assert hand_in(review, cookie, **told)[0] == status
    assert TAKEN == []


def test_a_ballot_goes_to_one_address(review: Review, cookie: str) -> None:
    headers = {
        "Cookie": cookie,
        "Origin": f"http://127.0.0.1:{review.port}",
        STAMP: review.entrance.stamp,
    }
    for path in ("/", "/pitches/", "/ballots/", "/ballots?x", "/enter/x"):
        assert (
            ask(review, "POST", path, b"{}", Content_Type="application/json", **headers)[0] == 404
        )


@pytest.mark.parametrize(
    "method", ["PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "CONNECT"]
)
def test_other_methods_are_refused(review: Review, cookie: str, method: str) -> None:
    status, headers, _ = ask(review, method, "/pitches/", Cookie=cookie)
    assert status == 501
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: 127.0.0.1:%d\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: evil.example\r\n\r\n",
        b"POST /ballots HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 999999999\r\n\r\n",
        b"GARBAGE\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    ],
)
def test_strange_requests_get_a_short_answer(review: Review, request_: bytes) -> None:
    with socket.create_connection(("127.0.0.1", review.port), timeout=5) as line:
        line.sendall(request_.replace(b"%d", str(review.port).encode()))
        said = line.recv(4096)
    assert said.split(b" ")[1:2] != [b"200"]
    assert b"who is here" not in said
    assert b"Traceback" not in said


def test_a_ballot_that_ends_too_early_is_refused(review: Review, cookie: str) -> None:
    TAKEN.clear()
    head = (
        f"POST /ballots HTTP/1.1\r\nHost: 127.0.0.1:{review.port}\r\nOrigin: http://127.0.0.1:{review.port}\r\n"
        f"Cookie: {cookie}\r\n{STAMP}: {review.entrance.stamp}\r\nContent-Type: application/json\r\n"
        "Content-Length: 100\r\n\r\n{"
    )
    with socket.create_connection(("127.0.0.1", review.port), timeout=5) as line:
        line.sendall(head.encode())
        line.shutdown(socket.SHUT_WR)
        assert b" 400 " in line.recv(4096)
    assert TAKEN == []


def test_only_this_computer_is_listened_to(review: Review) -> None:
    assert review._server.server_address[0] == "127.0.0.1"
