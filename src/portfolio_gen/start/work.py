"""A piece of work as a draft: what is known already is filled in, its files are copied in, and the rest is asked."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from portfolio_gen.model.artifact import ArtifactKind
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.start.folder import CannotStart, file_name, name_for, write_new
from portfolio_gen.start.forms import filled, home_of

_FORMS: Mapping[ArtifactKind, str] = {"work": "artifact.md", "failure": "failure.md"}
_MEDIA = """\
# media:
#   - file: photo.jpg
#     alt: What is to be seen, for somebody who cannot see it
#     caption: What you want to say about it"""
_CLAIMS = """\
# claims:
#   - credit: communication/academics
#     level: foundation
#     why: One sentence"""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file from elsewhere that is copied into a work's folder."""

    source: Path
    alt: str = ""
    """What is to be seen in it; empty when nobody has said so yet."""


@dataclass(frozen=True, slots=True)
class Wished:
    """A credit that the work may support."""

    credit: str
    level: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody has said of a piece of work before it is begun; everything may be left open."""

    summary: str = ""
    brought: Sequence[Brought] = ()
    wished: Sequence[Wished] = ()
    audience: Sequence[EditionName] = ()


NOTHING_YET = Answers()


def start_artifact(
    school: Path,
    student: str,
    title: str,
    *,
    id: str | None,
    on: Day | PartialDate,
    kind: ArtifactKind = "work",
    answers: Answers = NOTHING_YET,
) -> tuple[Path, ...]:
    """A piece of work as a draft, with the questions that fit its kind; returns the files written.

    Files are copied under plain names; where they come from they stay as they are.

    Raises:
        CannotStart: there is no such student, the id cannot be a name, the work exists already, or a file cannot be
            read.
    """
    folder = folder_for(school, student, title, id)
    names = _names(answers.brought)
    _expect_files(answers.brought)
    values = {
        "title": _quoted(title),
        "date": str(on),
        "summary": f"summary: {_quoted(answers.summary)}" if answers.summary else "summary:",
        "audience": f"[{', '.join(answers.audience)}]",
        "media": _media(names, answers.brought),
        "claims": _claims(answers.wished),
    }
    written = write_new({folder / "artifact.md": filled(_FORMS[kind], **values)}, school=school)
    return (*written, *_copies(folder, names, answers.brought))


def folder_for(school: Path, student: str, title: str, id: str | None = None) -> Path:
    """The folder that a new piece of work gets, which may be taken.

    Raises:
        CannotStart: there is no such student, or the id cannot be a name.
    """
    shelf = home_of(school, student) / "artifacts"
    return shelf / name_for(title, id, "artifact", shelf)


def _names(brought: Sequence[Brought]) -> tuple[str, ...]:
    names: list[str] = ["artifact.md"]
    for one in brought:
        names.append(file_name(one.source.name, names))
    return tuple(names[1:])


def _expect_files(brought: Iterable[Brought]) -> None:
    for one in brought:
        if not one.source.is_file():
            raise CannotStart(
                tell(
                    "%(file)s is no file that can be read. Nothing was written.",
                    file=str(one.source),
                )
            )


def _copies(folder: Path, names: Sequence[str], brought: Sequence[Brought]) -> Iterator[Path]:
    for name, one in zip(names, brought, strict=True):
        with one.source.open("rb") as source, (folder / name).open("xb") as copy:
            shutil.copyfileobj(source, copy)
        yield folder / name


def _media(names: Sequence[str], brought: Sequence[Brought]) -> str:
    if not names:
        return _MEDIA
    entries = (
        f"  - file: {name}\n    alt: {_quoted(one.alt) if one.alt else ''}".rstrip()
        for name, one in zip(names, brought, strict=True)
    )
    return "\n".join(["media:", *entries])


def _claims(wished: Sequence[Wished]) -> str:
    if not wished:
        return _CLAIMS
    lines = ["claims:"]
    for one in wished:
        lines.append(f"  - credit: {_quoted(one.credit)}")
        lines += [f"    level: {_quoted(one.level)}"] if one.level else []
        lines += [f"    why: {_quoted(one.why)}" if one.why else "    why:"]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """A text as YAML writes it when nothing in it may mean anything: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)
