"""`portfolio-gen upload`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import Failure, edition_option, form_option, leave, school_argument
from portfolio_gen.cli.show import json_text, printable

if TYPE_CHECKING:
    from portfolio_gen.upload import Upload

FEW = 10
"""How many paths are printed; all are counted."""


@click.command()
@click.argument("url")
@school_argument
@click.option(
    "--out",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the sites are; `site` in the school's folder by default.",
)
@edition_option
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--force", is_flag=True, help="Send everything again, also what is there already.")
@form_option
def command(
    url: str,
    school: Path,
    out: Path | None,
    editions: tuple[str, ...],
    dry: bool,
    force: bool,
    form: str,
) -> None:
    """Upload built editions to URL: a bucket (s3://…, gs://…), a server (sftp://…) or a folder (file:///…).

    Without --edition, only `college` and `public` are uploaded, which are made for strangers. Name
    another edition only where readers have to log in.

    Only what is new or has changed since the last upload is sent. Nobody finds a page whose pictures
    are not there yet. What is not published any more is removed; files of others are left alone.
    An upload that was cut off goes on where it was.
    """
    from portfolio_gen.deliver import StoreError
    from portfolio_gen.upload import CannotUpload, upload

    try:
        with _progress() as told:
            done = upload(
                out or school / "site", url, editions=editions, force=force, dry=dry, told=told
            )
    except (CannotUpload, StoreError) as problem:
        raise Failure(str(problem)) from problem
    if form == "json":
        click.echo(json_text(_document(done, dry=dry)))
    else:
        click.echo("\n".join(_told(done, dry=dry)))
    leave(1 if done.delivered.forgotten and done.delivered.changes.strange else 0)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, if somebody is looking there."""
    import sys

    if not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def _told(done: Upload, *, dry: bool) -> Iterable[str]:
    found, would = done.delivered.changes, "would be " if dry else ""
    gone = (*found.withdrawn, *found.replaced)
    counts = {
        f"{would}new": found.new,
        f"{would}replaced": found.changed,
        f"{would}removed": gone,
    }
    parts = [f"{len(paths)} {word}" for word, paths in counts.items() if paths]
    parts.append(f"{found.unchanged} unchanged")
    size = f"{done.delivered.bytes / 1e6:.1f} MB"
    yield f"{', '.join(done.editions)}: {', '.join(parts)} ({size}) at {printable(done.shown)}"
    if dry:
        for sign, paths in (("+", found.new), ("~", found.changed), ("-", gone)):
            yield from _some(sign, paths)
    if done.private:
        yield (
            f"Not for strangers: {', '.join(done.private)}. See to it that readers have to log in "
            "there."
        )
    if done.held_back:
        yield (
            f"Not uploaded, for not everybody may read it: {', '.join(done.held_back)}. "
            "Name an edition with --edition to upload it behind a login."
        )
    if done.delivered.forgotten:
        yield "The list of earlier uploads was damaged, so everything was sent again."
    if found.strange:
        yield f"{len(found.strange)} files there are not from here, and were left alone:"
        yield from _some("?", found.strange)
        yield "Remove them there if they are of an earlier upload whose list is lost."


def _some(sign: str, paths: tuple[str, ...]) -> Iterable[str]:
    yield from (f"  {sign} {printable(one)}" for one in paths[:FEW])
    if len(paths) > FEW:
        yield f"  {sign} … and {len(paths) - FEW} more"


def _document(done: Upload, *, dry: bool) -> dict[str, object]:
    found = done.delivered.changes
    return {
        "to": done.shown,
        "dry_run": dry,
        "editions": list(done.editions),
        "held_back": list(done.held_back),
        "counts": {
            "new": len(found.new),
            "replaced": len(found.changed),
            "removed": len(found.withdrawn) + len(found.replaced),
            "unchanged": found.unchanged,
            "bytes": done.delivered.bytes,
        },
        "new": list(found.new),
        "replaced": list(found.changed),
        "removed": [*found.withdrawn, *found.replaced],
        "not_ours": list(found.strange),
        "list_was_damaged": done.delivered.forgotten,
    }
