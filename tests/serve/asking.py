"""Asks a server of this computer as any program could: every header as it is given, none added but these."""

from __future__ import annotations

import http.client


def ask(
    port: int, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, http.client.HTTPMessage, str]:
    """Status, headers and text of the answer; `_` in a header's name stands for `-`."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    named = {"Host": f"127.0.0.1:{port}"}
    named |= {"Content-Length": str(len(body))} if body is not None else {}
    named |= {name.replace("_", "-"): one for name, one in headers.items()}
    for name, one in named.items():
        line.putheader(name, one)
    line.endheaders(body)
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    return answer.status, answer.headers, text
