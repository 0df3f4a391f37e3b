"""Whether several outputs are the shares of one build, each of them once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Span, Told
from portfolio_gen.hallway.surroundings import mark_of_program
from portfolio_gen.model.shard import Shard
from portfolio_gen.model.tell import tell, why
from portfolio_gen.publish import Output, UnreadableOutputError, read_output
from portfolio_gen.publish.rules import UNFIT_SHARDS

FEW = 5
"""How many missing shards are named."""


def read_shards(folders: Sequence[Path]) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """Read some shards, and say what keeps them from being joined.

    Raises:
        OSError: a folder cannot be read.
    """
    shards: list[Output] = []
    found: list[Diagnostic] = []
    for folder in folders:
        try:
            shards.append(read_output(folder))
        except UnreadableOutputError as problem:
            found.append(unfit(folder, why(problem), tell("build this shard again, to its end")))
    for one in shards:
        found += _faults(one)
    if not found:
        found += _misfits([(one.folder, one.shard) for one in shards if one.shard])
    return tuple(shards), tuple(found)


def _faults(output: Output) -> Iterator[Diagnostic]:
    """What is wrong with a single one. No two of those that are in order have a place in common."""
    if output.shard is None:
        hint = tell("make shards with `portfolio-gen build --shard 1/2`")
        yield unfit(output.folder, tell("holds a build of all sites, and is no shard"), hint)
        return
    if output.made_with != mark_of_program():
        hint = tell("use the same versions of portfolio-gen and of its packages everywhere")
        yield unfit(output.folder, tell("was made by another version of the program"), hint)
    for place, record in output.places.items():
        if not output.shard.holds(record.student or str(place)):
            what = tell(
                "holds `%(place)s`, which does not belong to shard %(shard)s",
                place=str(place),
                shard=str(output.shard),
            )
            yield unfit(output.folder, what, tell("build this shard again, in an empty folder"))
            return


def _misfits(shares: Sequence[tuple[Path, Shard]]) -> Iterator[Diagnostic]:
    """What is wrong with them together."""
    known: dict[Shard, Path] = {}
    first, (_, of) = shares[0]
    for folder, shard in shares:
        twin = known.setdefault(shard, folder)
        if twin is not folder:
            what = tell(
                "is shard %(shard)s, and so is `%(twin)s`", shard=str(shard), twin=twin.as_posix()
            )
            yield unfit(folder, what, tell("name each shard once"))
        elif shard.of != of:
            what = tell(
                "is shard %(shard)s, and `%(first)s` is shard %(other)s",
                shard=str(shard),
                first=first.as_posix(),
                other=str(shares[0][1]),
            )
            yield unfit(folder, what, tell("build the same number of shards everywhere"))
    missing = [one for number in range(1, of + 1) if (one := Shard(number, of)) not in known]
    if missing:
        named = ", ".join(map(str, missing[:FEW])) + (" …" if len(missing) > FEW else "")
        what = tell(
            "is one of %(of)s shards, of which these are missing: %(named)s", of=of, named=named
        )
        yield unfit(first, what, tell("build them, and name all of them"))


def unfit(folder: Path, what: str, hint: Told) -> Diagnostic:
    """The complaint that a folder cannot be joined with others."""
    shown = folder.as_posix()
    return Diagnostic(
        UNFIT_SHARDS, Span(shown), tell("`%(shown)s` %(what)s", shown=shown, what=what), hint
    )
