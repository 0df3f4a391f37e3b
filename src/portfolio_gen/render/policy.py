"""What a page may do, and the one style that it may hold itself."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Mapping

NONCE = secrets.token_hex(16)
"""Stands for the nonce until a page is finished; another one in each run, so that no text can hold it."""

POLICY = (
    f"default-src 'none'; script-src 'nonce-{NONCE}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Nothing but files of the page's own host, and of scripts only those that a template names: students' programs lie on
the same host. The search index is fetched, icons are data addresses."""

_STYLES = "style-src 'self'"
_SCRIPT = re.compile(r"<script(?=\s[^>]*\bsrc=)")


def with_nonces(template: str, nonce: str = NONCE) -> str:
    """The source of a template whose scripts, as far as they are files, may run; `nonce` is `NONCE`, or says it."""
    return _SCRIPT.sub(f'<script nonce="{nonce}"', template)


def sealed(page: str) -> bytes:
    """The finished page as a file, with a nonce that is made of everything on it.

    The same page always has the same nonce, and nobody can write a text that holds the nonce of its own page.
    """
    parts = page.encode().split(NONCE.encode())
    digest = hashlib.sha256(b"".join(parts)).digest()[:16]
    return base64.b64encode(digest).join(parts)


def with_tints(page: str, tints: Mapping[str, str]) -> str:
    """The page with the placeholders of its pictures in one style element, which the policy allows by its digest.

    Args:
        page: finished HTML that holds `POLICY`.
        tints: class to data address.
    """
    rules = "".join(
        f".{name}{{background:url({data}) 0 0/100% 100%}}" for name, data in sorted(tints.items())
    )
    digest = base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()
    page = page.replace(_STYLES, f"{_STYLES} 'sha256-{digest}'", 1)
    return page.replace("</head>", f"<style>{rules}</style></head>", 1)
