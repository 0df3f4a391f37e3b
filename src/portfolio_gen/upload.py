"""The way out: what a build has left, carried to where readers find it, while no build changes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from portfolio_gen.deliver import Delivered, Wanted, deliver, open_store
from portfolio_gen.model.office import OFFICE
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish import Output, Place, UnreadableOutputError, read_output
from portfolio_gen.publish.lock import Lock

FOR_STRANGERS: tuple[EditionName, ...] = ("college", "public")
"""What is uploaded unless something else is asked for. The others are for those who can be asked for a password."""
WAIT = 5.0
"""Seconds for a build to end."""


class CannotUpload(Exception):
    """There is nothing that could be uploaded; the message says why and what to try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """What an upload has done, or would do."""

    shown: str
    """Where to, without a password."""
    editions: tuple[EditionName, ...]
    held_back: tuple[EditionName, ...]
    """Editions that are built, and not for strangers, and that nobody has asked for."""
    private: tuple[EditionName, ...]
    """Those that are uploaded and not for strangers."""
    delivered: Delivered


def upload(
    out: Path,
    url: str,
    *,
    editions: Collection[str] = (),
    force: bool = False,
    dry: bool = False,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> Upload:
    """Make a bucket, a server or another folder hold what is published in an output folder.

    Args:
        out: what `build` or `merge` has left.
        url: where to; each edition is a folder there.
        editions: which ones; those for strangers by default. Others stay there as they are.
        force: whether to send everything again, also what seems to be there already.
        dry: whether only to say what would be done.
        told: called with how many files are dealt with, and of how many.

    Raises:
        CannotUpload: there is no finished build, or another build is writing to it.
        StoreError: the other side fails, or a file here was changed; a further upload goes on.
    """
    with _undisturbed(out):
        output = _finished(out)
        built = {place.edition for place in output.places}
        asked = tuple(one for one in EDITIONS if one in (editions or FOR_STRANGERS))
        private = tuple(one for one in asked if one not in FOR_STRANGERS)
        unlisted = [one for one in asked if one in built and Place(one) not in output.places]
        store = open_store(url)
        delivered = deliver(
            store,
            out,
            _wanted(output, asked),
            asked,
            private={*private, *unlisted},
            force=force,
            dry=dry,
            told=told,
        )
    return Upload(
        shown=store.shown,
        editions=asked,
        held_back=tuple(
            one for one in EDITIONS if one in built and one not in {*asked, *FOR_STRANGERS}
        ),
        private=private,
        delivered=delivered,
    )


def _wanted(output: Output, editions: Collection[str]) -> dict[str, Wanted]:
    return {
        "/".join(filter(None, (place.edition, place.folder, path))): Wanted(one.sha256, one.size)
        for place, record in output.places.items()
        if place.edition in editions
        for path, one in record.files.items()
    }


def _finished(out: Path) -> Output:
    try:
        output = read_output(out)
    except UnreadableOutputError as problem:
        raise CannotUpload(f"{out} {problem}; build the sites first") from problem
    if output.shard:
        raise CannotUpload(f"{out} holds shard {output.shard}; join all shards with `merge` first")
    return output


@contextmanager
def _undisturbed(out: Path) -> Iterator[None]:
    """Keep builds away meanwhile, where that can be."""
    lock = Lock(out / OFFICE / "lock")
    with suppress(OSError):  # nobody builds into a folder that cannot be written
        if not lock.take(WAIT):
            raise CannotUpload(f"another build is writing to {out}; wait until it has finished")
    try:
        yield
    finally:
        lock.release()
