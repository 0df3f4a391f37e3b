"""Which names of files and folders are safe to keep, to publish and to put into an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from portfolio_gen.diagnostics import Rule, Told
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import NOTHING, tell, to_tell
from portfolio_gen.read.rules import RESERVED_NAME, UNSAFE_NAME, UNUSABLE_ID
from portfolio_gen.read.wording import quoted

LONGEST_ID = 64
ID = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)

_ORDINARY = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*", re.ASCII)
"""What most names look like, and needs no closer look."""

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "clock$", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"}
)
"""Names that mean a device on Windows, with any ending."""

CONTROL_FILES = frozenset(
    [
        "cname",
        "_headers",
        "_redirects",
        "_routes.json",
        "_config.yml",
        "_worker.js",
        ".htaccess",
        ".htpasswd",
        ".nojekyll",
        ".user.ini",
        "web.config",
        "robots.txt",
        "humans.txt",
        "ads.txt",
        "sitemap.xml",
        "sitemap.xml.gz",
        "mkdocs.yml",
        "netlify.toml",
        "vercel.json",
        "firebase.json",
        "staticwebapp.config.json",
        "wrangler.toml",
        "crossdomain.xml",
        "clientaccesspolicy.xml",
        "sw.js",
        "service-worker.js",
        "serviceworker.js",
        ".well-known",
    ]
)
"""Names by which a web host or a browser takes orders."""

RESERVED_IDS = (
    frozenset({"index", "assets", "issuer", "verify", "search", "tags", "sitemap", "404"}) | DEVICES
)
"""Ids that stand for something else in a site's addresses."""

_UNSEEN = frozenset("\u200b\u2060\ufeff\ufffe\uffff")


class Problem(NamedTuple):
    """What is wrong with a name."""

    rule: Rule
    message: Told
    hint: Told


def judge_name(name: str) -> Problem | None:
    """What is wrong with the name of a file or folder that somebody put somewhere, if anything."""
    if not _ORDINARY.fullmatch(name) and (what := _what_is_unsafe(name)):
        return Problem(
            UNSAFE_NAME,
            what,
            tell("rename it, for instance to %(name)s", name=quoted(plain_name(name))),
        )
    if words := _what_it_means(name.casefold()):
        hint = tell("rename it, for instance to %(name)s", name=quoted(plain_name(name)))
        return Problem(RESERVED_NAME, tell(words, name=quoted(name)), hint)
    return None


def _what_is_unsafe(name: str) -> Sentence:
    if any(0xDC80 <= ord(character) <= 0xDCFF for character in name):
        return tell("this name is not UTF-8 text")
    if hidden := next((one for one in name if _is_unsafe(one)), None):
        code = f"U+{ord(hidden):04X}"
        return tell("this name holds an invisible or misleading character (%(code)s)", code=code)
    if "\\" in name or "/" in name:
        return tell("this name looks like a path to another folder")
    if name[-1:] in {" ", "."}:
        return tell("this name ends with a space or a dot, which Windows loses")
    return NOTHING


def _what_it_means(lowered: str) -> str:
    """What to say of a name that stands for something else already."""
    if lowered in CONTROL_FILES:
        return to_tell("the name %(name)s has a special meaning for programs that serve web pages")
    if lowered.partition(".")[0].rstrip() in DEVICES:
        return to_tell("the name %(name)s means a device on Windows")
    return ""


def _is_unsafe(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or character in _UNSEEN
        or unicodedata.bidirectional(character)
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )


def judge_id(name: str) -> Problem | None:
    """What is wrong with a name that becomes an id, and so a part of web addresses, if anything."""
    if len(name) > LONGEST_ID:
        message = tell("this name is longer than %(most)s characters", most=LONGEST_ID)
        return Problem(UNUSABLE_ID, message, tell("shorten it"))
    if not ID.fullmatch(name):
        return Problem(UNUSABLE_ID, _why_no_id(name), _better_id(name))
    if name in RESERVED_IDS:
        message = tell("the name %(name)s is needed for something else", name=quoted(name))
        return Problem(RESERVED_NAME, message, _better_id(name))
    return None


def _better_id(name: str) -> Sentence:
    better = plain_id(name)
    if better in RESERVED_IDS:
        better = f"my-{better}"
    if not better:
        return tell("rename it")
    return tell("rename it, for instance to %(name)s", name=quoted(better))


def _why_no_id(name: str) -> Sentence:
    for character in name:
        if character.isalpha() and not character.isascii():
            return tell(
                "%(name)s holds %(character)s (%(described)s); "
                "names here are made of a–z, 0–9 and `-`, and begin with a letter or digit",
                name=quoted(name),
                character=quoted(character),
                described=unicodedata.name(character, "").lower(),
            )
    return tell(
        "%(name)s cannot be used in an address; "
        "names here are made of a–z, 0–9 and `-`, and begin with a letter or digit",
        name=quoted(name),
    )


def plain_name(name: str) -> str:
    """A safe file name that resembles another."""
    stem, dot, ending = name.lstrip(".").rpartition(".")
    safe = plain_id(stem if dot else name) or "file"
    if dot and plain_id(ending):
        safe = f"{safe}.{plain_id(ending)}"
    return f"my-{safe}" if _what_it_means(safe) else safe


def plain_id(name: str) -> str:
    """An id that resembles a name; empty when it has no letters that can be written as a–z."""
    ascii_form = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", ascii_form.lower()).strip("-")[:LONGEST_ID].rstrip("-")


def fold(name: str) -> str:
    """What file systems that ignore case and Unicode's ways of writing a letter make of a name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def look(identifier: str) -> str:
    """What an id looks like at a glance: `1` like `l`, `0` like `o`, `rn` like `m`."""
    return re.sub(r"-+", "-", identifier.translate(str.maketrans("10", "lo"))).replace("rn", "m")


def like_another(names: Iterable[str], likeness: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Each name that another one is like, with the first such."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault(likeness(name), []).append(name)
    for group in alike.values():
        if len(group) > 1:
            yield group[0], group[1]
            yield from ((name, group[0]) for name in group[1:])
