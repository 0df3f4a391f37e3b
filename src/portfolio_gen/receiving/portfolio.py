"""A student who arrives from another school, with the zip that they took along from there."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic, errors
from portfolio_gen.exchange import write_page
from portfolio_gen.exchange.slugs import slug
from portfolio_gen.exchange.works import CannotImport, Packed
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.ledger import Enrolment, Ledger, Recognition
from portfolio_gen.model.school import School
from portfolio_gen.model.student import ASIDE, Narrative, Student
from portfolio_gen.model.tell import to_tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.school import read_school
from portfolio_gen.receiving.foreign import Words, changes, with_remarks
from portfolio_gen.receiving.homes import CannotReceive
from portfolio_gen.receiving.recognising import recognitions, records_in

WHAT = to_tell("a portfolio that `portfolio-gen export` has written")
_ASIDE = ("pitches/", "profile.yml", "conferences/", "milestones.yml")
"""What a student has only in words of their school; it is kept aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """Whom to believe that a record is genuine."""

    issuer: Path | None = None
    online: bool = False
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """A student as they arrive."""

    id: str
    files: Mapping[str, bytes]
    """Path from the school's folder to bytes; nothing of it is there yet."""
    origin: str
    """The school that they come from."""
    recognitions: tuple[Recognition, ...]
    said: tuple[str, ...]
    """What was changed or kept aside, a line each; also in the report."""
    records: tuple[tuple[str, str], ...]
    """Edition of each signed record, and what can be said of it."""


def receive_portfolio(
    file: Path, root: Path, *, id: str | None, on: Day, believed: Believed
) -> Newcomer:
    """What a school gets when a student arrives; nothing is written.

    Args:
        file: the zip.
        root: the folder of the school that they come to.
        id: how they are to be called here; as there by default.
        on: the day on which they enter.
        believed: whom to believe.

    Raises:
        CannotReceive: the file is no such zip, the id is taken, or the school cannot be read.
    """
    here, _ = read_school(root.absolute(), only=frozenset())
    if here is None:
        raise CannotReceive(f"{root} cannot be read; `portfolio-gen check {root}` says why.")
    with _unpacked(file) as folder:
        there, student = _from(folder)
        name = id or student.id
        _expect_free(root, here, name)
        signed = tuple(
            records_in(
                folder / "records", issuer=believed.issuer, online=believed.online, now=believed.now
            )
        )
        known = recognitions(there, student.id, [one for _, one in signed])
        files, said = _files(folder, there, student, here, name)
        ledger = _ledger(there, student, here, known, on)
        files[f"transcripts/{name}.yml"] = write_page(ledger, {}).encode()
        origin = there.settings.school
        files[f"students/{name}/{ASIDE}/{_aside(there)}/report.txt"] = "".join(
            f"{one}\n" for one in said
        ).encode()
    newcomer = Newcomer(
        id=name,
        files=files,
        origin=origin,
        recognitions=known,
        said=tuple(said),
        records=tuple((edition, one.says) for edition, one in signed),
    )
    _expect_sound(root, newcomer, on)
    return newcomer


@contextmanager
def _unpacked(file: Path) -> Iterator[Path]:
    """The folder in a zip, for a while."""
    try:
        packed = Packed(file, WHAT)
        tops = {
            PurePosixPath(one).parts[0]
            for one in packed.names
            if one.endswith("/school/portfolio.yml")
        }
        if len(tops) != 1:
            raise CannotReceive(f"{file} is not {WHAT}: there is no `school/portfolio.yml` in it.")
        (top,) = tops
        with tempfile.TemporaryDirectory() as place:
            for name in packed.names:
                inside = name.removeprefix(f"{top}/")
                if inside.startswith(("school/", "records/")):
                    path = Path(place, inside)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(packed.read(name))
            yield Path(place)
    except CannotImport as problem:
        raise CannotReceive(
            f"{file}: {problem}. {problem.hint[:1].upper()}{problem.hint[1:]}."
        ) from None


def _from(folder: Path) -> tuple[School, Student]:
    """The school in a zip, and the one student in it."""
    there, found = read_school(folder / "school")
    if there is None or len(there.students) != 1:
        wrong = next(iter(errors(found)), None)
        why = (
            f"{wrong.span}: {wrong.message}" if wrong else "there is not exactly one student in it"
        )
        raise CannotReceive(f"this is not {WHAT}: {why}.")
    if wrong := next(iter(errors(found)), None):
        raise CannotReceive(
            f"in the zip, school/{wrong.span}: {wrong.message}. Mend it, and pack it again."
        )
    return there, there.students[0]


def _expect_free(root: Path, here: School, name: str) -> None:
    if problem := judge_id(name):
        raise CannotReceive(
            f"`{name}` cannot be an id: {problem.message}. Give another one with --id."
        )
    taken = name in here.known or (root / f"transcripts/{name}.yml").exists()
    if taken or (root / "students" / name).exists():
        raise CannotReceive(
            f"There is a student `{name}` in this school already. Nothing was changed; give another id with --id."
        )


def _aside(there: School) -> str:
    return slug(there.settings.school)[:40].strip("-") or "school"


def _files(
    folder: Path, there: School, student: Student, here: School, name: str
) -> tuple[dict[str, bytes], list[str]]:
    """The student's own files, in the words of the new school, and everything else for safekeeping."""
    home = folder / "school" / "students" / student.id
    aside = f"students/{name}/{ASIDE}/{_aside(there)}"
    files: dict[str, bytes] = {}
    said: list[str] = []
    for path in sorted(one for one in home.rglob("*") if one.is_file()):
        inside = path.relative_to(home).as_posix()
        kept = inside.startswith(_ASIDE)
        if kept:
            said.append(f"{inside} is in the words of {there.settings.school}; it is kept aside")
        files[f"{aside}/{inside}" if kept else f"students/{name}/{inside}"] = path.read_bytes()
    for path in sorted(
        one for part in ("school/transcripts", "records") for one in (folder / part).rglob("*")
    ):
        if path.is_file():
            files[f"{aside}/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    old, new = Words.of(there.framework_for(student.id)), Words.of(here.framework)
    pages = {one.marks.path: one for one in _pages(student)}
    for change in changes(student, new, old):
        inside = change.path.removeprefix(f"students/{student.id}/")
        place = f"students/{name}/{inside}"
        files[place] = with_remarks(
            files[place], pages[change.path].marks, change, there.settings.school
        )
        said.append(f"{inside}: {change.why}; kept as a remark ({', '.join(change.keys)})")
    return files, said


def _pages(student: Student) -> Iterator[Artifact | Narrative | Student]:
    yield student
    yield from student.artifacts
    yield from student.narratives
    if student.opening:
        yield student.opening


def _ledger(
    there: School, student: Student, here: School, known: tuple[Recognition, ...], on: Day
) -> Ledger:
    """The new school's record, which begins with what others have acknowledged; it has decided nothing yet."""
    old = there.ledgers.get(student.id)
    phases = [one.id for one in here.framework.phases]
    phase = old.enrolment.phase if old else ""
    return Ledger(
        official_name=old.official_name if old else student.name,
        enrolment=Enrolment(
            entered=PartialDate(on.year, on.month, on.day),
            phase=phase if phase in phases else (phases[0] if phases else "1"),
            framework=here.framework.version,
            class_of=old.enrolment.class_of if old else None,
        ),
        recognitions=known,
    )


def _expect_sound(root: Path, newcomer: Newcomer, on: Day) -> None:
    """Look over the student in a copy of what the school shares, before anything is written.

    Raises:
        CannotReceive: something of theirs would be an error here.
    """
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place)
        shared = [root / "portfolio.yml", *sorted((root / "transcripts").glob("frameworks/*.yml"))]
        names = ("framework.yml", "rubrics.yml", "committee.yml", "consent.yml")
        shared += [root / "transcripts" / one for one in names]
        files = {
            one.relative_to(root).as_posix(): one.read_bytes() for one in shared if one.is_file()
        }
        for path, data in {**files, **newcomer.files}.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(data)
        school, found = read_school(copy)
        about: list[Diagnostic] = [*found, *(check_school(school, on=on) if school else ())]
        wrong = next((one for one in errors(about) if one.about == newcomer.id), None)
        if wrong:
            raise CannotReceive(
                f"{wrong.span}: {wrong.message}, so nothing was written. Mend it in the zip's `school/`."
            )


def settle(newcomer: Newcomer, root: Path) -> tuple[str, ...]:
    """Write a newcomer's files; gives the two places that matter.

    Raises:
        CannotReceive: somebody has written there since.
        OSError: something cannot be written.
    """
    for path in newcomer.files:
        if (root / path).exists():
            raise CannotReceive(
                f"{root / path} exists already. Nothing was changed; give another id with --id."
            )
    for path, data in newcomer.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("xb") as file:
            file.write(data)
    return f"students/{newcomer.id}", f"transcripts/{newcomer.id}.yml"
