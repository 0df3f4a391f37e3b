"""What a page may do, and the one style that it may hold itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Nothing but files of the page's own host; the search index is fetched, icons are data addresses."""

_STYLES = "style-src 'self'"


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
