"""Everything that somebody does to a school's files in a year, one edit at a time; see edited_school.py."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from edited_school import (
    CREDITS,
    EDITIONS,
    EVERYTHING_AGREED,
    LEVELS,
    MEMBERS,
    WORK,
    Desk,
    Keys,
    enrol,
    unenrol,
)
from portfolio_gen.model.dates import Day
from school import picture

Edit: TypeAlias = Callable[[Desk], object]
EDITS: list[Edit] = []
"""What changes a school; what comes out is in order, or some student's files are not."""
BREAKS: list[Edit] = []
"""What makes one file unreadable."""


def edit(do: Edit) -> Edit:
    """Count a function among the edits."""
    EDITS.append(do)
    return do


def breaks(do: Edit) -> Edit:
    """Count a function among those that break a file."""
    BREAKS.append(do)
    return do


def of_a_work(do: Callable[[Desk, str, Keys], object]) -> Edit:
    """An edit of the keys of some work."""

    def change(desk: Desk) -> None:
        if page := desk.a_work():
            desk.change(page, lambda keys: do(desk, page, keys))

    change.__name__ = do.__name__
    return edit(change)


def of_a_card(do: Callable[[Desk, str, Keys], object]) -> Edit:
    """An edit of what some student says about themselves."""

    def change(desk: Desk) -> None:
        home = f"students/{desk.student()}"
        desk.change(f"{home}/student.yml", lambda keys: do(desk, home, keys))

    change.__name__ = do.__name__
    return edit(change)


def of_a_ledger(do: Callable[[Desk, str, Keys], object]) -> Edit:
    """An edit of the school's record of some student."""

    def change(desk: Desk) -> None:
        student = desk.student()
        desk.change(f"transcripts/{student}.yml", lambda keys: do(desk, student, keys))

    change.__name__ = do.__name__
    return edit(change)


def of_the(path: str) -> Callable[[Callable[[Desk, Keys], object]], Edit]:
    """An edit of one of the school's own files."""

    def named(do: Callable[[Desk, Keys], object]) -> Edit:
        def change(desk: Desk) -> None:
            desk.change(path, lambda keys: do(desk, keys))

        change.__name__ = do.__name__
        return edit(change)

    return named


# Works


@edit
def tell_it_anew(desk: Desk) -> None:
    if page := desk.a_work():
        keys = desk.keys(page)
        files = [one["file"] for one in keys.get("media", ())]
        shown = f"\n![]({desk.one(files)})\n" if files and desk.maybe() else ""
        desk.put(page, keys, f"## {desk.words()}\n\n{desk.words()} <b>{desk.next()}</b>{shown}\n")


@of_a_work
def retitle_a_work(desk: Desk, _: str, keys: Keys) -> None:
    keys[desk.one(["title", "summary", "taught_me", "my_part"])] = desk.words()


@of_a_work
def share_a_work_otherwise(desk: Desk, _: str, keys: Keys) -> None:
    keys["audience"] = desk.some(EDITIONS)


@of_a_work
def publish_or_withdraw_a_work(_desk: Desk, _: str, keys: Keys) -> None:
    keys["status"] = "draft" if keys.get("status") == "published" else "published"


@of_a_work
def date_a_work_otherwise(desk: Desk, _: str, keys: Keys) -> None:
    keys["date"] = desk.one(["2026-01-09", "2026-04", "2025", "2026-11-30"])


@of_a_work
def tag_a_work(desk: Desk, _: str, keys: Keys) -> None:
    keys["tags"] = desk.some(["plants", "led", "water", f"tag {desk.next()}"])


@of_a_work
def claim_with_a_work(desk: Desk, _: str, keys: Keys) -> None:
    keys["claims"] = [{"credit": one, "why": desk.words()} for one in desk.some(CREDITS)]
    keys["self_rating"] = {"weigh": desk.one(LEVELS)} if desk.maybe() else {}


@of_a_work
def make_it_a_teams_work(desk: Desk, page: str, keys: Keys) -> None:
    others = [one for one in desk.students() if f"/{one}/" not in page]
    keys["team"] = [{"student": one, "part": desk.words()} for one in desk.some(others)]
    if desk.maybe():
        keys["team"].append({"name": f"Uncle {desk.next()}"})


@edit
def begin_a_work(desk: Desk) -> None:
    page = f"students/{desk.student()}/artifacts/work-{desk.next()}/artifact.md"
    keys = {**WORK, "title": desk.words(), "audience": desk.some(EDITIONS)}
    desk.put(page, keys, f"{desk.words()}\n")


@edit
def throw_a_work_away(desk: Desk) -> None:
    if page := desk.a_work():
        shutil.rmtree((desk.root / page).parent)


@edit
def rename_a_work(desk: Desk) -> None:
    if page := desk.a_work():
        folder = (desk.root / page).parent
        folder.rename(folder.with_name(f"renamed-{desk.next()}"))


# Files


def content_of(desk: Desk, name: str) -> bytes:
    """A small file of the kind that its name says, not like any other."""
    number = desk.next()
    if name.endswith(".png"):
        return picture(20 + number % 30, 20 + number // 30)
    if name.endswith(".csv"):
        return f"day,height\n1,{number}\n=1+1,{number}\n".encode()
    if name.endswith(".vtt"):
        return f"WEBVTT\n\n00:00.000 --> 00:01.000\nLine {number}\n".encode()
    return f"print({number})  # by Ada Park\n".encode()


@of_a_work
def add_a_file(desk: Desk, page: str, keys: Keys) -> None:
    name = f"file-{desk.next()}.{desk.one(['png', 'csv', 'py', 'txt', 'vtt'])}"
    (desk.root / page).with_name(name).write_bytes(content_of(desk, name))
    people = desk.some([*desk.students(), "somebody"]) if desk.maybe(0.3) else []
    keys.setdefault("media", []).append({"file": name, "alt": desk.words(), "people": people})


@of_a_work
def take_a_file_out(desk: Desk, page: str, keys: Keys) -> None:
    if media := keys.get("media"):
        gone = media.pop(desk.chance.randrange(len(media)))
        (desk.root / page).with_name(gone["file"]).unlink(missing_ok=True)


@of_a_work
def describe_a_file_otherwise(desk: Desk, _: str, keys: Keys) -> None:
    if media := keys.get("media"):
        desk.one(media)[desk.one(["alt", "caption", "credit", "title"])] = desk.words()


@edit
def save_a_file_anew(desk: Desk) -> None:
    if path := a_file(desk):
        path.write_bytes(content_of(desk, path.name))


@edit
def swap_a_file_for_one_of_the_same_size_and_age(desk: Desk) -> None:
    if path := a_file(desk):
        before, data = path.stat(), path.read_bytes()
        other = path.with_name("swap.tmp")
        other.write_bytes(bytes(data[:-5]) + bytes(reversed(data[-5:])))
        os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
        other.replace(path)


@edit
def turn_a_files_clock(desk: Desk) -> None:
    """A time in the future or long ago, as after a wrong clock; the content stays."""
    if path := a_file(desk):
        second = desk.one([0, 4_000_000_000, 1_700_000_000 + desk.next()])
        os.utime(path, (second, second))


def a_file(desk: Desk) -> Path | None:
    """Some file that belongs to a work."""
    files = [
        path
        for path in sorted((desk.root / "students").rglob("*.*"))
        if path.is_file() and path.suffix not in (".md", ".yml")
    ]
    return desk.one(files) if files else None


# What students say of themselves


@of_a_card
def call_oneself_otherwise(desk: Desk, _: str, keys: Keys) -> None:
    keys["name"] = desk.one(["Ada", "Addie Park", "Ben", "Cleo Day", f"Nick {desk.next()}"])


@of_a_card
def say_something_else(desk: Desk, _: str, keys: Keys) -> None:
    keys[desk.one(["sentence", "pronouns", "statement"])] = desk.words()


@of_a_card
def share_oneself_otherwise(desk: Desk, _: str, keys: Keys) -> None:
    for edition in desk.some(EDITIONS):
        keys.setdefault("sharing", {})[edition] = {
            "name": desk.one(["full", "preferred", "initials"]),
            "picture": desk.maybe(),
            "phase": desk.maybe(),
            "credits": desk.maybe(0.8),
            "habits": desk.maybe(),
            "attempts": desk.maybe(),
        }


@of_a_card
def stop_sharing(_desk: Desk, _: str, keys: Keys) -> None:
    keys["sharing"] = {}


@of_a_card
def put_something_first(desk: Desk, home: str, keys: Keys) -> None:
    keys["featured"] = desk.some(desk.works(home.rpartition("/")[2]))
    keys["featured_credits"] = desk.some(CREDITS)[:3]


@of_a_card
def link_elsewhere(desk: Desk, _: str, keys: Keys) -> None:
    keys["links"] = [{"title": desk.words(), "url": f"https://example.org/{desk.next()}"}]
    keys["interests"] = [desk.words()]


@of_a_card
def take_another_portrait(desk: Desk, home: str, keys: Keys) -> None:
    if "picture" in keys and desk.maybe(0.3):
        del keys["picture"]
    else:
        (desk.root / home / "face.png").write_bytes(content_of(desk, "face.png"))
        keys["picture"] = {"file": "face.png", "alt": desk.words()}


@edit
def tell_about_oneself(desk: Desk) -> None:
    page = f"students/{desk.student()}/narrative.md"
    if (desk.root / page).exists() and desk.maybe(0.3):
        (desk.root / page).unlink()
    else:
        keys = {"audience": desk.some(EDITIONS), "status": "published"}
        desk.put(page, keys, f"{desk.words()}\n")


PAGES: dict[str, Callable[[Desk, str], Keys]] = {
    "narratives": lambda desk, _: {
        "title": desk.words(),
        "about": desk.one(["communication", "academics", CREDITS[0], "2026 spring"]),
        "audience": desk.some(EDITIONS),
        "status": desk.one(["draft", "published", "published"]),
    },
    "goals": lambda desk, _: {
        "title": desk.words(),
        "wish": desk.words(),
        "check_ins": [{"date": "2026-10-02", "note": desk.words()}],
        "status": desk.one(["open", "reached"]),
        "audience": desk.some(EDITIONS),
    },
    "conferences": lambda desk, _: {
        "date": desk.one(["2026-06-01", "2026-11-22", "2026-12-03"]),
        "points": [desk.words()],
        "agreed": [desk.words()],
        "audience": desk.some(("self", "committee", "family")),
    },
    "pitches": lambda desk, student: {
        "title": desk.words(),
        "date": desk.one(["2026-10-01", "2026-11-20"]),
        "artifacts": desk.works(student)[:2],
        "claims": [{"credit": desk.one(CREDITS), "why": desk.words()}],
        "status": desk.one(["draft", "published", "published"]),
        "self_rating": {"evidence": desk.one(LEVELS)},
    },
}


@edit
def write_a_page(desk: Desk) -> None:
    student, shelf = desk.student(), desk.one(sorted(PAGES))
    if there := desk.pages(student, shelf):
        old = desk.one(there)
        if desk.maybe(0.3):
            (desk.root / old).unlink()
            return
        if desk.maybe():
            desk.put(old, PAGES[shelf](desk, student), f"{desk.words()}\n")
            return
    page = f"students/{student}/{shelf}/page-{desk.next()}.md"
    desk.put(page, PAGES[shelf](desk, student), f"{desk.words()}\n")


@edit
def write_a_profile(desk: Desk) -> None:
    said = {"text": desk.words(), "audience": desk.some(EDITIONS)}
    desk.put(f"students/{desk.student()}/profile.yml", {"parts": {"strengths": said}})


@edit
def write_milestones(desk: Desk) -> None:
    student = desk.student()
    milestone = {
        "title": desk.words(),
        "date": desk.one(["2025-11", "2026-12-01", "2027"]),
        "audience": desk.some(EDITIONS),
    }
    if works := desk.works(student):
        milestone["work"] = desk.one(works)
    desk.put(f"students/{student}/milestones.yml", {"milestones": [milestone]})


# What the school records


@of_a_ledger
def decide(desk: Desk, student: str, keys: Keys) -> None:
    pitches = [Path(page).stem for page in desk.pages(student, "pitches")]
    decision: Keys = {
        "id": f"d{desk.next()}x",
        "credit": desk.one(CREDITS),
        "level": desk.one(["foundation", "foundation", "advanced"]),
        "outcome": desk.one(["earned", "earned", "not-yet"]),
        "date": desk.one(["2026-05-20", "2026-11-01", "2026-11-20"]),
        "artifacts": desk.works(student)[:2],
        "committee": list(MEMBERS[:2]),
        "ratings": {"evidence": desk.one(LEVELS)},
        "feedback": desk.words(),
    }
    if pitches and desk.maybe():
        decision["pitch"] = desk.one(pitches)
    if desk.maybe(0.3):
        decision["release"] = desk.one(["2026-11-25", "2027-01-15"])
    if keys["decisions"] and desk.maybe(0.2):
        decision["corrects"] = desk.one(keys["decisions"])["id"]
    keys["decisions"] = [*keys["decisions"], decision]


@of_a_ledger
def hold_a_decision_back(desk: Desk, _: str, keys: Keys) -> None:
    if keys["decisions"]:
        desk.one(keys["decisions"])["release"] = desk.one(
            ["2026-11-01", "2026-12-24", "2028-01-01"]
        )


@of_a_ledger
def rate(desk: Desk, student: str, keys: Keys) -> None:
    rater = desk.one(["teacher", "teacher", "peer", "self"])
    peers = [one for one in desk.students() if one != student]
    rating = {
        "target": desk.one(["weigh", "ask"]),
        "level": desk.one([*LEVELS, "insufficient"]),
        "date": desk.one(["2026-05-20", "2026-11-20"]),
        "rater": rater,
        "by": {"teacher": ["b-lund"], "peer": peers[:1], "self": []}[rater],
        "works": desk.works(student)[:1],
        "note": desk.words(),
        "modified": desk.maybe(0.2),
    }
    if desk.maybe(0.3):
        rating["release"] = "2026-12-01"
    keys["ratings"] = [*keys.get("ratings", ()), rating]


@of_a_ledger
def report_habits(desk: Desk, _: str, keys: Keys) -> None:
    report = {
        "term": f"term {desk.next()}",
        "date": "2026-06-12",
        "by": desk.one(MEMBERS),
        "levels": {"curiosity": desk.one(LEVELS), "persistence": desk.one(LEVELS)},
    }
    kind = desk.one(["habits", "observations"])
    keys[kind] = [*keys.get(kind, ()), report]


@of_a_ledger
def recognise(desk: Desk, _: str, keys: Keys) -> None:
    prize = {"title": desk.words(), "issuer": "The town", "date": "2026-10", "about": desk.words()}
    keys["recognitions"] = [*keys.get("recognitions", ()), prize][-2:]


@of_a_ledger
def correct_the_enrolment(desk: Desk, _: str, keys: Keys) -> None:
    keys["official_name"] = f"{keys['official_name'].split()[0]} {desk.one(['Ray', 'Park', 'Lim'])}"
    keys["enrolment"]["phase"] = desk.one(["9", "10", "11"])
    keys["enrolment"]["class_of"] = str(2028 + desk.next() % 3)
    keys["transcript"] = desk.one(["in progress", "final"])


@of_the("transcripts/consent.yml")
def agree_otherwise(desk: Desk, keys: Keys) -> None:
    person = desk.one([*desk.students(), "somebody", *MEMBERS])
    agreement = {
        "edition": desk.one(EDITIONS),
        "shows": desk.some(EVERYTHING_AGREED),
        "given": desk.one(["2026-09-01", "2026-10-01", "2026-12-01"]),
        "by": "parent",
    }
    if desk.maybe(0.3):
        agreement["until"] = desk.one(["2026-11-01", "2026-11-30", "2028-08-31"])
    keys["people"].setdefault(person, []).append(agreement)


@of_the("transcripts/consent.yml")
def withdraw_consent(desk: Desk, keys: Keys) -> None:
    if keys["people"]:
        del keys["people"][desk.one(sorted(keys["people"]))]


@of_the("transcripts/framework.yml")
def reword_the_framework(desk: Desk, keys: Keys) -> None:
    kind = desk.one(
        ["domains", "competencies", "levels", "requirements", "targets", "tags", "phases"]
    )
    desk.one(keys[kind])["title"] = desk.words()


@of_the("transcripts/framework.yml")
def change_the_rules(desk: Desk, keys: Keys) -> None:
    keys["requirements"][0]["count"] = desk.one(["all", 2, 3])
    keys["terms"]["artifact"] = {"one": f"piece {desk.next()}", "many": "pieces"}
    keys["how_to_read"] = desk.words()


@of_the("transcripts/rubrics.yml")
def reword_a_rubric(desk: Desk, keys: Keys) -> None:
    criterion = desk.one(keys["rubrics"][0]["criteria"])
    criterion["title"] = desk.words()
    criterion["descriptors"] = {desk.one(LEVELS): desk.words()}


@of_the("transcripts/committee.yml")
def rename_a_member(desk: Desk, keys: Keys) -> None:
    desk.one(keys["members"])[desk.one(["name", "role"])] = f"Somebody {desk.next()}"


@edit
def describe_the_school_otherwise(desk: Desk) -> None:
    (desk.root / "transcripts/school-profile.md").write_text(f"{desk.words()}\n", encoding="utf-8")


# What the school decides of its sites


@of_the("portfolio.yml")
def set_an_edition_otherwise(desk: Desk, keys: Keys) -> None:
    told = keys.setdefault("editions", {}).setdefault(desk.one(EDITIONS), {})
    switch = desk.one(
        ["build", "attempts", "feedback", "drafts", "unreleased", "habits", "progress", "unlisted"]
    )
    told[switch] = not told.get(switch, switch in ("build", "habits"))


@of_the("portfolio.yml")
def build_every_edition(_desk: Desk, keys: Keys) -> None:
    for told in keys.get("editions", {}).values():
        told["build"] = True


@of_the("portfolio.yml")
def publish_at_an_address(desk: Desk, keys: Keys) -> None:
    edition = desk.one(["college", "public"])
    told = keys.setdefault("editions", {}).setdefault(edition, {})
    told["address"] = f"https://{desk.one(['a', 'b'])}.example/{edition}/"


@of_the("portfolio.yml")
def look_otherwise(desk: Desk, keys: Keys) -> None:
    keys["theme"] = {"accent": desk.one(["#1f5f8b", "#8b1f5f", "#2e6b1f"])}
    keys["paper"] = desk.one(["letter", "a4"])
    keys["place"] = f"Town {desk.next()}"


@of_the("portfolio.yml")
def change_the_secret(desk: Desk, keys: Keys) -> None:
    keys["secret"] = f"otters {desk.next()}"


@edit
def style_the_sites(desk: Desk) -> None:
    """A file of the school's own for the theme: a style sheet, or a template in front of the theme's."""
    folder = desk.root / "themes/riverbend"
    if folder.exists() and desk.maybe(0.3):
        shutil.rmtree(folder)
        return
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    (folder / "assets/more.css").write_text(f"p{{order:{desk.next()}}}", encoding="utf-8")
    (folder / "hues.css").write_text(f":root{{--town:{desk.next()}}}", encoding="utf-8")


# Who is there


@edit
def enrol_somebody(desk: Desk) -> None:
    number = desk.next()
    enrol(desk, f"student-{number}", f"Dee {number}", f"Delia {number} Moss")


@edit
def let_somebody_go(desk: Desk) -> None:
    if len(desk.students()) > 2:
        unenrol(desk, desk.student())


@edit
def rename_somebody(desk: Desk) -> None:
    """Another id for the same person, in every file of the school's that has it."""
    old, new = desk.student(), f"renamed-{desk.next()}"
    (desk.root / "students" / old).rename(desk.root / "students" / new)
    (desk.root / f"transcripts/{old}.yml").rename(desk.root / f"transcripts/{new}.yml")

    def move(keys: Keys) -> None:
        if agreed := keys["people"].pop(old, None):
            keys["people"][new] = agreed

    desk.change("transcripts/consent.yml", move)


@edit
def let_days_pass(desk: Desk) -> None:
    """Consents run out and decisions are released; now and then a clock goes backwards."""
    days = [Day(2026, 11, 1), Day(2026, 11, 26), Day(2026, 12, 2), Day(2027, 2, 1)]
    desk.day = desk.one([one for one in days if one != desk.day])


# What goes wrong


def spoil(path: Path, data: bytes) -> None:
    """Put something unreadable in place of a file."""
    path.write_bytes(data)


@breaks
def break_a_work(desk: Desk) -> None:
    if page := desk.a_work():
        spoil(desk.root / page, b"---\ntitle: [\n---\nHm.\n")


@breaks
def break_a_card(desk: Desk) -> None:
    card = desk.root / f"students/{desk.student()}/student.yml"
    spoil(card, desk.one([b"name: [\n", b"\xff\xfe", b"nme: X\n"]))


@breaks
def break_a_ledger(desk: Desk) -> None:
    spoil(desk.root / f"transcripts/{desk.student()}.yml", b"decisions: {")


@breaks
def break_the_framework(desk: Desk) -> None:
    spoil(desk.root / "transcripts/framework.yml", b"id: [\n")


@breaks
def break_the_settings(desk: Desk) -> None:
    spoil(desk.root / "portfolio.yml", desk.one([b"", b"school: {", b"schol: x\n"]))


@breaks
def break_the_consents(desk: Desk) -> None:
    spoil(desk.root / "transcripts/consent.yml", b"people: 7\n")


def name_of(do: Callable[..., Any]) -> str:
    """What an edit is called, for whoever reads that it went wrong."""
    return getattr(do, "__name__", "an edit")
