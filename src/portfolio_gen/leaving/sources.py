"""A school in which nobody but one student exists: their own files, and as much of the school's as their site needs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TypeAlias

from portfolio_gen.exchange import write_page
from portfolio_gen.hallway.records import site_of
from portfolio_gen.leaving.companions import (
    Edit,
    Strangers,
    edited,
    edits_of_pitch,
    edits_of_work,
)
from portfolio_gen.leaving.ledger import signers, told
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.consent import Consent
from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.student import Student
from portfolio_gen.model.submission import SUBMISSIONS, Submission, digest_of_files
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.digest import digest_of, hash_file
from portfolio_gen.read.folder import look_into, open_warily

Files: TypeAlias = dict[str, "bytes | Path"]
"""Path from the school's folder to bytes, or to the file that is copied."""

_SHARED = ("framework.yml", "rubrics.yml", "school-profile.md")
_TOP = "portfolio.yml"


@dataclass(slots=True)
class Parting:
    """What leaves of a school with one student."""

    school: School
    student: Student
    on: Day
    left_out: list[str] = field(default_factory=list)
    """What does not leave because it belongs to others, too; in plain words."""
    _strangers: Strangers = field(init=False)
    _names: Mapping[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._strangers = Strangers.to(self.student.id)
        site = site_of(self.school, self.student, "self", self.on)
        shown = site.artifacts if site else ()
        self._names = {one.slug: tuple(mate.name for mate in one.team) for one in shown}

    def files(self) -> Files:
        """Everything, in the school's format."""
        found = self._students_own()
        found |= self._shared()
        works = self._digests(found)
        handed_in, submissions = self._handed_in()
        found |= handed_in
        ledger = self.school.ledgers.get(self.student.id)
        if ledger:
            known = told(ledger, self.on, works, submissions)
            found[f"transcripts/{self.student.id}.yml"] = _page(known)
            committee = signers(self.school.committee, known)
        else:
            committee = replace(self.school.committee, members=())
        found["transcripts/committee.yml"] = _page(committee)
        return dict(sorted(found.items()))

    def _students_own(self) -> Files:
        """The student's folder, without ids of others."""
        edits = dict(self._edits())
        home = self.school.root / "students" / self.student.id
        found: Files = {}
        for path in _files_in(home, f"students/{self.student.id}"):
            place = self.school.root / path
            found[path] = edited(_bytes(place), edits[path]) if path in edits else place
        return found

    def _edits(self) -> Iterator[tuple[str, list[Edit]]]:
        for work in self.student.artifacts:
            if found := self._edits_of(work):
                yield work.marks.path, found
        for pitch in self.student.pitches:
            if found := list(edits_of_pitch(pitch)):
                yield pitch.marks.path, found

    def _edits_of(self, work: Artifact) -> list[Edit]:
        names = self._names.get(work.slug) or ("a classmate",) * len(work.team)
        return list(edits_of_work(work, names, self._strangers))

    def _digests(self, found: Files) -> Mapping[str, str]:
        """Digest of each work that changes on leaving to what it is then."""
        changed: dict[str, str] = {}
        for work in self.student.artifacts:
            if isinstance(found.get(work.marks.path), bytes):
                then = replace(
                    work,
                    team=tuple(
                        replace(one, student=None, name=name) if one.student else one
                        for one, name in zip(
                            work.team,
                            self._names.get(work.slug) or ("a classmate",) * len(work.team),
                            strict=True,
                        )
                    ),
                    media=tuple(
                        replace(one, people=tuple(map(self._strangers.called, one.people)))
                        for one in work.media
                    ),
                )
                changed[digest_of(work)] = digest_of(then)
        return changed

    def _handed_in(self) -> tuple[Files, Mapping[str, str]]:
        """What the student has handed in alone, and old digests to new ones."""
        found: Files = {}
        digests: dict[str, str] = {}
        for one in self.school.submissions:
            if one.student != self.student.id:
                continue
            if (
                one.group
                or not one.intact
                or any(
                    "." in path.split("/")[1] for path in one.files if path.startswith("artifacts/")
                )
            ):
                self.left_out.append(
                    sentence(
                        "the copy of `%(pitch)s` that was handed in, for it holds the work of others",
                        pitch=one.pitch,
                    )
                )
                continue
            files, card = self._redone(one)
            found |= files
            digests[one.digest] = card.digest
        return found, digests

    def _redone(self, one: Submission) -> tuple[Files, Submission]:
        """A submission without ids of others, whose digests are right."""
        at = f"transcripts/{SUBMISSIONS}/{one.student}/{one.pitch}/{one.number}"
        edits = {work.marks.path: self._edits_of(work) for work in one.works}
        found: Files = {}
        hashes: dict[str, str] = {}
        for path in one.files:
            place = self.school.root / at / path
            changes = edits.get(f"{at}/{path}", [])
            found[f"{at}/{path}"] = held = edited(_bytes(place), changes) if changes else place
            hashes[path] = (
                hash_file(held) if isinstance(held, Path) else hashlib.sha256(held).hexdigest()
            )
        card = replace(one, files=hashes, digest=digest_of_files(hashes))
        found[f"{at}/submission.yml"] = _page(card)
        return found, card

    def _shared(self) -> Files:
        """What is the same for everybody: framework, rubrics, profile, theme, settings."""
        found: Files = {}
        root = self.school.root
        for name in _SHARED:
            if (root / "transcripts" / name).is_file():
                found[f"transcripts/{name}"] = root / "transcripts" / name
        for folder in ("transcripts/frameworks", f"themes/{self.school.settings.theme.name}"):
            found |= {path: root / path for path in _files_in(root / folder, folder)}
        own = self.school.consent.people.get(self.student.id)
        nobody = dict.fromkeys(self._strangers.known, ())
        consent = Consent(people={**({self.student.id: own} if own else {}), **nobody})
        found["transcripts/consent.yml"] = _page(consent)
        found[_TOP] = _page(self._settings())
        return found

    def _settings(self) -> Noun:
        """The settings without the secret, by which addresses of other students could be found."""
        settings = self.school.settings
        editions = {
            name: replace(one, unlisted=None, unreleased=None if name == "self" else one.unreleased)
            for name, one in settings.editions.items()
        }
        return replace(settings, secret=None, editions=editions)


def _page(noun: Noun) -> bytes:
    return write_page(noun, {}).encode()


def _bytes(path: Path) -> bytes:
    with open_warily(path) as file:
        return file.read()


def _files_in(folder: Path, shown: str) -> Iterator[str]:
    """All plain files in a folder, with their paths from the school; links are not followed."""
    if not folder.is_dir() or folder.is_symlink():
        return
    listed, _ = look_into(folder, shown, most=5_000)
    if listed is None:
        return
    yield from (f"{shown}/{name}" for name in listed.files)
    for name in listed.folders:
        yield from _files_in(folder / name, f"{shown}/{name}")
