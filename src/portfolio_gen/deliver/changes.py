"""What an upload has to do, and in which order: nobody finds a page whose files are not there yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from portfolio_gen.deliver.state import State
from portfolio_gen.model.value import dataclass

ASSETS = "assets"


class Wanted(NamedTuple):
    """A file that is to be there."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Paths, begun by their edition, each group in the order in which it is dealt with."""

    withdrawn: tuple[str, ...] = ()
    """Files of sites that are not published any more; they go first, pages before what stands on them."""
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    sent: tuple[tuple[str, ...], ...] = ()
    """The new and the changed ones, in groups: one begins when the last one has arrived."""
    replaced: tuple[str, ...] = ()
    """Files that no page names any more; they go last."""
    unchanged: int = 0
    strange: tuple[str, ...] = ()
    """What lies in the editions' folders, and neither is wanted nor was uploaded."""


def changes(
    wanted: Mapping[str, Wanted], there: Mapping[str, int], state: State, *, force: bool = False
) -> Changes:
    """Compare what is published with what lies at the address, as it says itself, and with what uploads remember.

    Args:
        wanted: path to file, of the editions to upload.
        there: path to size, of everything that lies in these editions' folders at the address.
        state: what earlier uploads have left.
        force: whether to send everything again.
    """
    fresh = {
        path
        for path, one in wanted.items()
        if not force and there.get(path) == one.size and state.holds(path, one.sha256)
    }
    gone = sorted(path for path in there if path not in wanted)
    ours = [path for path in gone if state.knows(path)]
    sites = {_site(path) for path in wanted}
    withdrawn = [path for path in ours if _site(path) not in sites]
    send = sorted(wanted.keys() - fresh)
    return Changes(
        withdrawn=_pages_first(withdrawn),
        new=tuple(path for path in send if path not in there),
        changed=tuple(path for path in send if path in there),
        sent=_in_order(send, hurry=bool(withdrawn)),
        replaced=_pages_first([path for path in ours if _site(path) in sites]),
        unchanged=len(fresh),
        strange=tuple(path for path in gone if not state.knows(path)),
    )


def _in_order(send: Collection[str], *, hurry: bool) -> tuple[tuple[str, ...], ...]:
    """What pages stand on, then sites' pages, then the pages that lead to them.

    When somebody was withdrawn, the pages that would name them go ahead of all others.
    """
    own = [path for path in send if _is_editions_own(path)]
    others = [path for path in send if not _is_editions_own(path)]
    beneath = [[path for path in paths if not is_page(path)] for paths in (own, others)]
    leading = _deepest_first([path for path in own if is_page(path)])
    pages = _deepest_first([path for path in others if is_page(path)])
    steps = [beneath[0], *leading, beneath[1], *pages] if hurry else [*beneath, *pages, *leading]
    return tuple(tuple(one) for one in steps if one)


def is_page(path: str) -> bool:
    """Whether it leads to other files: a page, or what search and search engines read."""
    return path.endswith((".html", "/sitemap.xml")) or "/search/" in path


def _deepest_first(pages: Collection[str]) -> list[list[str]]:
    """Front pages lead to the others, and so come after them."""
    depths = sorted({path.count("/") for path in pages}, reverse=True)
    return [[path for path in pages if path.count("/") == depth] for depth in depths]


def _site(path: str) -> str:
    """The site that a file belongs to; all of an edition's own files belong together."""
    edition, _, rest = path.partition("/")
    return edition if _is_editions_own(path) else f"{edition}/{rest.partition('/')[0]}"


def _is_editions_own(path: str) -> bool:
    """Files beside the sites, what all sites share, and the folder of the page that lists them, with its dot."""
    folder, slash, _ = path.partition("/")[2].partition("/")
    return not slash or folder == ASSETS or "." in folder


def _pages_first(paths: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(paths, key=lambda one: (not is_page(one), one)))
