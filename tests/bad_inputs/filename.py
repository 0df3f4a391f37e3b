"""Names of files that mean something elsewhere, or look like other names."""

from __future__ import annotations

import os
from collections.abc import Callable
from unicodedata import normalize

from bad_inputs.case import Case, Family, Home, listed, page
from school import picture

FILENAME = Family("filename")


def named(name: bytes, *, listed_as: str = "") -> Callable[[Home], None]:
    """A picture under a name of bytes, which the page says if there is a way to say it."""

    def put(home: Home) -> None:
        home.write("artifact.md", page(listed(listed_as) if listed_as else ""))
        (home.work / os.fsdecode(name)).write_bytes(picture())

    return put


def refused(case: str, name: str, says: str) -> Case:
    """A name that nothing may have."""
    return FILENAME.case(case, named(name.encode("utf-8", "surrogateescape")), says, built=False)


def kept(case: str, name: str) -> Case:
    """A name that is odd and right."""
    return FILENAME.case(case, named(name.encode(), listed_as=name))


def both(*names: str) -> Callable[[Home], None]:
    def put(home: Home) -> None:
        home.write("artifact.md", page())
        for name in names:
            home.write(name, picture())

    return put


CONTROLS = (
    "CNAME",
    "_headers",
    "_redirects",
    ".htaccess",
    ".nojekyll",
    "web.config",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
    "service-worker.js",
    "netlify.toml",
    "mkdocs.yml",
    "_config.yml",
    ".user.ini",
    "ads.txt",
)

CASES: tuple[Case, ...] = (
    *(refused(f"control-{place}", name, f"PG136 {name}:1") for place, name in enumerate(CONTROLS)),
    refused("control-in-capitals", "Robots.TXT", "PG136 Robots.TXT:1"),
    refused("device", "con.png", "PG136 con.png:1"),
    refused("device-numbered", "LPT1", "PG136 LPT1:1"),
    refused("device-with-endings", "aux.tar.gz", "PG136 aux.tar.gz:1"),
    refused("newline", "a\nERROR all is lost.png", "PG135 a\\nERROR all is lost.png:1"),
    refused("carriage-return", "a\rb.png", "PG135 a\\rb.png:1"),
    refused("tab", "a\tb.png", "PG135 a\\tb.png:1"),
    refused("escape", "a\x1b[31mb.png", "PG135 a\\x1b[31mb.png:1"),
    refused("bell", "a\x07b.png", "PG135 a\\x07b.png:1"),
    refused("later-control", "a\u009bb.png", "PG135 a\\x9bb.png:1"),
    refused("turned", "holiday\u202egnp.exe.png", "PG135 holiday\\u202egnp.exe.png:1"),
    refused("isolated", "a\u2067b\u2069.png", "PG135 a\\u2067b\\u2069.png:1"),
    refused("unseen", "a\u200bb.png", "PG135 a\\u200bb.png:1"),
    refused("byte-order-mark", "\ufeffa.png", "PG135 \\ufeffa.png:1"),
    refused("line-separator", "a\u2028b.png", "PG135 a\\u2028b.png:1"),
    refused("not-utf-8", "caf\udce9.png", "PG135 caf\\udce9.png:1"),
    refused("backslash", "..\\..\\evil.png", "PG135 ..\\..\\evil.png:1"),
    refused("blank-at-the-end", "a.png ", "PG135 a.png :1"),
    refused("dot-at-the-end", "a.png.", "PG135 a.png.:1"),
    kept("blank", "a photo of us.png"),
    kept("accent", "Amélie.png"),
    FILENAME.case(
        "accent-apart", named(normalize("NFD", "Amélie.png").encode(), listed_as="Amélie.png")
    ),
    kept("other-script", "写真.png"),
    kept("smile", "😀.png"),
    kept("quotes", 'it\'s "fine" & <b>.png'),
    kept("percent", "100%2e%2e.png"),
    kept("hash-and-question", "a#b?c=d.png"),
    kept("shell", "$(touch zq); `id` | b.png"),
    kept("dash", "-rf.png"),
    kept("equals", "=1+1.png"),
    kept("command", "::error::a.png"),
    kept("braces", "{{7*7}}.png"),
    kept("long", "a" * 200 + ".png"),
    kept("dots", "a..b...png"),
    kept("capitals", "A.PNG"),
    FILENAME.case(
        "case-apart", both("a.png", "A.png"), "PG137 A.png:1; PG137 a.png:1", built=False
    ),
    FILENAME.case(
        "accents-apart",
        both("é.png", normalize("NFD", "é.png")),
        "PG137 é.png:1; PG137 é.png:1",
        built=False,
    ),
    FILENAME.case(
        "sharp-s",
        both("strasse.png", "straße.png"),
        "PG137 strasse.png:1; PG137 straße.png:1",
        built=False,
    ),
)
