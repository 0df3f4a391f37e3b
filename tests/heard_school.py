"""A school with a session behind it: two students, each with a pitch that was handed in, and ballots that differ."""

from __future__ import annotations

import hashlib
from pathlib import Path

from portfolio_gen.model.submission import digest_of_files
from school import ARTIFACT_FILE, LEDGER, PITCH, minimal_school, picture, write

SESSION = """\
title: Pitches in April
date: 2026-04-20
start: "15:30"
minutes: 25
place: qzheardacanaryqz
chair: b-lund
members: [b-lund, c-mora]
pitches:
  - { pitch: ada-park/beans }
  - { pause: Tea, minutes: 10 }
  - { pitch: bo-berg/beans }
release: 2026-12-04
"""
BALLOT = """\
ballot: "1"
student: {student}
pitch: beans
submission: {digest}
reviewer: {member}
date: 2026-04-20
scores:
  - credit: critical-thinking/academics
    level: foundation
    ratings: {{ evidence: {evidence}, reflection: {reflection} }}
    outcome: earned
    comment: qzheardbcanaryqz
note: qzhearddcanaryqz
"""
RATINGS = {
    ("ada-park", "b-lund"): ("meeting", "meeting"),
    ("ada-park", "c-mora"): ("meeting", "exceeding"),
    ("bo-berg", "b-lund"): ("emerging", "meeting"),
    ("bo-berg", "c-mora"): ("exceeding", "meeting"),
}
"""Student and member to levels of evidence and reflection: once two levels apart."""
DECISION = """\
  - id: d2
    credit: critical-thinking/academics
    level: foundation
    outcome: not-yet
    date: 2026-04-20
    pitch: beans
    session: april
    submission: {digest}
    artifacts: [bean-diary]
    committee: [b-lund, c-mora]
    feedback: Show the page where it failed.
    release: 2026-12-04
"""


def heard_school(root: Path) -> Path:
    """A school on disk, free of diagnostics that block."""
    minimal_school(root)
    write(root, {"transcripts/sessions/april.yml": SESSION})
    for student in ("ada-park", "bo-berg"):
        digest = hand_in(root, student)
        for member in ("b-lund", "c-mora"):
            evidence, reflection = RATINGS[student, member]
            ballot = BALLOT.format(
                student=student,
                digest=digest,
                member=member,
                evidence=evidence,
                reflection=reflection,
            )
            write(root, {f"transcripts/ballots/{student}/beans/1/{member}.yml": ballot})
        if student == "bo-berg":
            home = f"students/{student}"
            ledger = LEDGER.partition("decisions:")[0].replace("Ada Marie Park", "Bo Berg")
            write(
                root,
                {
                    f"{home}/student.yml": "name: Bo\n",
                    f"{home}/artifacts/bean-diary/artifact.md": ARTIFACT_FILE,
                    f"{home}/pitches/beans.md": PITCH,
                    f"transcripts/{student}.yml": f"{ledger}decisions:\n{DECISION.format(digest=digest)}",
                },
            )
            (root / home / "artifacts/bean-diary/beans.png").write_bytes(picture())
    return root


def hand_in(root: Path, student: str) -> str:
    """Freeze the pitch of a student; returns the digest."""
    frozen = {
        "artifacts/bean-diary/artifact.md": ARTIFACT_FILE.encode(),
        "artifacts/bean-diary/beans.png": picture(),
        "pitches/beans.md": PITCH.encode(),
    }
    files = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(frozen.items())}
    digest = digest_of_files(files)
    folder = root / f"transcripts/submissions/{student}/beans/1"
    for path, data in frozen.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    lines = "".join(f"  {path}: {digest}\n" for path, digest in files.items())
    card = (
        f"student: {student}\npitch: beans\nnumber: 1\nsubmitted: 2026-04-18\n"
        f"framework: 2024\ndigest: {digest}\nfiles:\n{lines}"
    )
    (folder / "submission.yml").write_text(card)
    return digest
