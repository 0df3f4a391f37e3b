"""What a student sends is kept, what they did not touch stays byte for byte, and nobody is written over."""

from __future__ import annotations

import io
import os
import re
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from form_reader import form_in
from portfolio_gen.build import build
from portfolio_gen.editing import CannotOpen, Desk, Drawer, desk
from portfolio_gen.editing.sheet import glimpse
from portfolio_gen.serve.editor import Answer, Asked, Sent
from sample import SAMPLE
from sample import TODAY as SAMPLE_DAY
from school import ARTIFACT, STUDENT, TODAY, minimal_school, picture

WORK = f"artifacts/{ARTIFACT}/artifact.md"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


@pytest.fixture
def home(school: Path) -> Path:
    return school / "students" / STUDENT


def sit(root: Path, student: str = STUDENT, on: Any = TODAY, language: str | None = None) -> Desk:
    return Desk(
        Drawer(root, student),
        root / "site",
        on=on,
        stamp=lambda: "s",
        version=lambda: 1,
        language=language,
    )


@pytest.fixture
def mine(school: Path) -> Desk:
    return sit(school)


def show(one: Desk, path: str) -> str:
    answer = one.answer(Asked(path, {}))
    assert answer.status == HTTPStatus.OK, answer.page
    return answer.page


def send(
    one: Desk, at: str, files: tuple[Sent, ...] = (), /, **changes: str | list[str] | None
) -> Answer:
    """Open a form, change some of its fields, and send it."""
    form = form_in(show(one, f"/edit/{at}"), f"/edit/{at}")
    for name, value in changes.items():
        name = name.replace("__", ".")
        if value is None:
            form.pop(name, None)
        else:
            form[name] = value if isinstance(value, list) else [value]
    return one.answer(Asked(f"/edit/{at}", {}, form, {"upload": files}))


def sent(name: str, data: bytes) -> Sent:
    return Sent(name, io.BytesIO(data), len(data))


@pytest.mark.parametrize("student", ["maya-chen", "leila-haddad-lindgren"])
def test_saving_without_a_change_changes_no_byte(
    student: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "glimpse", cache(glimpse))
    written: list[str] = []
    monkeypatch.setattr(Drawer, "write", lambda _, place, *__, **___: written.append(place))
    here = sit(SAMPLE, student, SAMPLE_DAY)
    places = list(Drawer(SAMPLE, student).places())
    assert len(places) >= 10
    for place in places:
        assert send(here, place).lead == f"/edit/{place}"
        form = form_in(show(here, f"/text/{place}"), f"/text/{place}")
        assert here.answer(Asked(f"/text/{place}", {}, form)).lead == f"/text/{place}"
    assert written == []


def test_only_the_line_that_was_changed_is_another(mine: Desk, home: Path) -> None:
    before = (home / WORK).read_text().splitlines()
    answer = send(mine, WORK, title="Beans: a diary", media__0__alt="Eleven beans in a row")
    assert answer.lead == f"/edit/{WORK}"
    after = (home / WORK).read_text().splitlines()
    changed = [line for line in after if line not in before]
    assert changed == ["title: 'Beans: a diary'", "    alt: Eleven beans in a row"]
    assert "Saved." in show(mine, f"/edit/{WORK}")
    assert "Saved." not in show(mine, f"/edit/{WORK}"), "it is said once"


def test_everything_of_a_form_reaches_the_file(mine: Desk, home: Path) -> None:
    send(
        mine,
        WORK,
        audience=["family", "college"],
        tags="plants\r\n\r\nwater ",
        place="out of school",
        claims__count="3",
        claims__1__credit="communication/community",
        claims__1__level="advanced",
        claims__1__why="I asked\r\nand listened.",
        claims__2__level="foundation",
        body="New.\r\n\r\nText.\r\n",
    )
    text = (home / WORK).read_text()
    assert "tags: [plants, water]" in text
    assert "place: out of school" in text
    assert text.endswith("---\nNew.\n\nText.\n")
    seen = glimpse(Drawer(home.parents[1], STUDENT), TODAY)
    assert seen is not None
    (work,) = seen.student.artifacts
    assert set(work.audience) == {"family", "college"}
    assert [(one.credit, one.level, one.why) for one in work.claims[1:]] == [
        ("communication/community", "advanced", "I asked\nand listened.")
    ], "an entry in which nothing was chosen is none"
    send(mine, WORK, claims__1__gone="1", audience=None)
    seen = glimpse(Drawer(home.parents[1], STUDENT), TODAY)
    assert seen is not None
    assert (len(seen.student.artifacts[0].claims), seen.student.artifacts[0].audience) == (1, ())


def test_a_pitch_is_rated_by_the_rubric_of_its_claims(mine: Desk, home: Path) -> None:
    (pitch,) = (home / "pitches").iterdir()
    page = show(mine, f"/edit/pitches/{pitch.name}")
    assert "I can point to the place in my work that shows it." in page
    assert "I do not say yet" in page
    send(mine, f"pitches/{pitch.name}", self_rating__evidence="exceeding")
    assert "evidence: exceeding" in pitch.read_text()
    send(mine, f"pitches/{pitch.name}", self_rating__evidence="")
    assert "evidence" not in pitch.read_text()


@pytest.mark.parametrize(
    ("before", "chosen", "written", "after"),
    [
        ("", "", "2024 fall", "2024 fall"),
        ("communication", "communication", "  my  first year ", "my first year"),
        ("my first year", "communication", "my first year", "communication"),
        ("my first year", "", "my first year", "my first year"),
        ("my first year", "", "", ""),
        ("communication", "2026 spring", "", "2026 spring"),
    ],
)
def test_a_story_is_about_a_skill_or_a_time(
    mine: Desk, home: Path, school: Path, before: str, chosen: str, written: str, after: str
) -> None:
    mine.answer(Asked("/new/narratives", {}, {"title": ["Water"]}))
    (home / "narratives/water.md").write_text(f"---\nabout: {before}\n---\n")
    page = show(mine, "/edit/narratives/water.md")
    assert '<optgroup label="Terms">' in page
    form = form_in(page, "/edit/narratives/water.md")
    assert (form["about"], form["about.beside"]) == (
        ([""], [before]) if " " in before else ([before], [""])
    )
    send(mine, "narratives/water.md", about=chosen, about__beside=written)
    seen = glimpse(Drawer(school, STUDENT), TODAY)
    assert seen is not None
    assert (seen.student.narratives[-1].about or "") == after


def test_a_picture_is_put_beside_its_page(mine: Desk, home: Path) -> None:
    files = (sent("../../IMG 7.PNG", picture()), sent("IMG_7.png", picture(9, 9)))
    answer = send(mine, WORK, files, upload__0__alt="Three roots")
    beside = home / "artifacts" / ARTIFACT
    assert (beside / "img-7.png").read_bytes() == picture()
    assert (beside / "img-7-2.png").read_bytes() == picture(9, 9)
    assert (
        "  - file: img-7.png\n    alt: Three roots\n  - file: img-7-2.png\n"
        in (home / WORK).read_text()
    )
    assert answer.lead == f"/edit/{WORK}#f-media-2-alt", "one looks at the picture without words"
    page = show(mine, f"/edit/{WORK}")
    assert 'id="e-media-2-alt"' in page or 'id="e-media-2"' in page or "img-7-2.png" in page


def test_a_copy_is_kept_of_what_a_link_leads_to(mine: Desk, home: Path) -> None:
    """Beside the card, or among the files of a work."""
    link = {"links__0__title": "Roots", "links__0__url": "https://roots.example/"}
    for place, folder in (("student.yml", home), (WORK, home / "artifacts" / ARTIFACT)):
        form = form_in(show(mine, f"/edit/{place}"), f"/edit/{place}")
        form |= {name.replace("__", "."): [value] for name, value in link.items()}
        files = {"links.0.copy.upload": (sent("The page.PNG", picture(7, 7)),)}
        mine.answer(Asked(f"/edit/{place}", {}, form, files))
        assert (folder / "the-page.png").read_bytes() == picture(7, 7)
        assert "copy: the-page.png" in (home / place).read_text()
        page = show(mine, f"/edit/{place}")
        assert '<option value="the-page.png" selected>' in page
    assert "  - file: the-page.png\n" in (home / WORK).read_text()
    refused = {"links.0.copy.upload": (sent("page.jpg", b"<html>"),)}
    form = form_in(show(mine, "/edit/student.yml"), "/edit/student.yml")
    mine.answer(Asked("/edit/student.yml", {}, form, refused))
    assert "copy: the-page.png" in (home / "student.yml").read_text()
    assert "page.jpg was not taken" in show(mine, "/edit/student.yml")


def test_what_is_no_picture_is_not_taken_and_the_rest_is(mine: Desk, home: Path) -> None:
    send(mine, WORK, (sent("me.jpg", b"<html>"), sent("a.txt", b"words")), title="Other")
    assert not (home / "artifacts" / ARTIFACT / "me.jpg").exists()
    assert (home / "artifacts" / ARTIFACT / "a.txt").read_bytes() == b"words"
    assert "title: Other" in (home / WORK).read_text()
    assert "me.jpg was not taken: it is not what its name says" in show(mine, f"/edit/{WORK}")


def test_what_is_shared_is_chosen_and_taken_back(mine: Desk, home: Path) -> None:
    card = home / "student.yml"
    before = card.read_text()
    send(mine, "student.yml", sharing__public__name="preferred")
    assert card.read_text() == before + "  public:\n    name: preferred\n"
    send(mine, "student.yml", sharing__college__gone="1")
    assert "college" not in card.read_text()
    send(mine, "student.yml", sharing__public__gone="1")
    assert card.read_text() == before.replace("  college:\n    name: full\n", "")


def test_a_portrait_is_taken(mine: Desk, home: Path) -> None:
    send(mine, "student.yml", (sent("Me.png", picture()),), picture__alt="Me")
    assert "picture:\n  file: me.png\n  alt: Me\n" in (home / "student.yml").read_text()


def test_two_who_write_one_file_are_told(mine: Desk, home: Path) -> None:
    form = form_in(show(mine, f"/edit/{WORK}"), f"/edit/{WORK}")
    theirs = (home / WORK).read_text().replace("summary:", "summary: By another hand #")
    (home / WORK).write_text(theirs)
    form["title"] = ["Mine"]
    answer = mine.answer(Asked(f"/edit/{WORK}", {}, form))
    assert answer.status == HTTPStatus.CONFLICT
    assert (home / WORK).read_text() == theirs
    assert "By another hand" in answer.page
    offered = form_in(answer.page, f"/text/{WORK}")
    assert "title: Mine" in offered["text"][0]
    assert "By another hand" not in offered["text"][0], "it is what was meant, and nothing mixed"
    assert mine.answer(Asked(f"/text/{WORK}", {}, offered)).lead
    assert "title: Mine" in (home / WORK).read_text()


def test_a_text_that_was_overtaken_is_not_written(mine: Desk, home: Path) -> None:
    form = form_in(show(mine, "/text/student.yml"), "/text/student.yml")
    (home / "student.yml").write_text("name: Ada P.\n")
    form["text"] = ["name: Me\n"]
    assert mine.answer(Asked("/text/student.yml", {}, form)).status == HTTPStatus.CONFLICT
    assert (home / "student.yml").read_text() == "name: Ada P.\n"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"date": "soon"}, "date", "is not a date"),
        ({"claims__0__credit": "flying/academics"}, "claims-0-credit", "is not in the framework"),
        ({"title": ""}, "title", "is empty"),
        ({"language": "klingonese"}, "language", ""),
        ({"body": "![](nowhere.jpg)\n"}, "body", ""),
    ],
)
def test_what_is_wrong_is_said_at_the_question(
    mine: Desk, changes: dict[str, str], field: str, words: str
) -> None:
    send(mine, WORK, **changes)
    page = show(mine, f"/edit/{WORK}")
    start = page.index(f'id="e-{field}"')
    assert words in page[start : start + 400]
    assert f'href="#f-{field}"' in page
    assert f"e-{field}" in page.split(f'id="f-{field}"')[1].split(">")[0]


def test_a_broken_file_is_opened_as_text_and_nothing_is_lost(mine: Desk, home: Path) -> None:
    (home / WORK).write_text("---\ntitle: [\n---\nStory.\n")
    page = show(mine, f"/edit/{WORK}")
    assert "cannot be shown as a form" in page
    form = form_in(show(mine, f"/text/{WORK}"), f"/text/{WORK}")
    assert form["text"] == ["---\r\ntitle: [\r\n---\r\nStory.\r\n"]
    form["text"] = ["---\r\ntitle: Beans\r\ndate: 2026\r\n---\r\nStory.\r\n"]
    mine.answer(Asked(f"/text/{WORK}", {}, form))
    assert (home / WORK).read_text() == "---\ntitle: Beans\ndate: 2026\n---\nStory.\n"


def test_what_cannot_be_changed_alone_is_given_back(mine: Desk, home: Path) -> None:
    text = (home / WORK).read_text().replace("summary:", "summary: &s", 1)
    text = text.replace("tags:", "my_part: *s\ntags:", 1)
    (home / WORK).write_text(text)
    answer = send(mine, WORK, summary="Something else")
    assert answer.status == HTTPStatus.CONFLICT
    assert "Something else" in answer.page
    assert (home / WORK).read_text() == text


def test_what_a_full_disk_does_not_take_is_given_back(
    mine: Desk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = (home / WORK).read_bytes()
    monkeypatch.setattr("portfolio_gen.editing.drawer.write_durably", full)
    answer = send(mine, WORK, title="A title that matters")
    assert answer.status == HTTPStatus.INSUFFICIENT_STORAGE
    assert "title: A title that matters" in answer.page
    assert (home / WORK).read_bytes() == before


def test_every_problem_leads_to_its_question(mine: Desk) -> None:
    send(mine, WORK, date="soon", status="later", audience=["everybody"], media__0__alt="")
    page = show(mine, f"/edit/{WORK}")
    leads = re.findall(r'href="#(f-[^"]+)"', page)
    assert len(leads) >= 3
    assert all(f'id="{one}"' in page for one in leads)


@pytest.mark.parametrize(
    "place",
    [
        "",
        "../other/student.yml",
        "artifacts/../../other/student.yml",
        "artifacts/bean-diary/../../student.yml",
        "/etc/passwd",
        "artifacts/bean-diary/beans.png",
        "artifacts/linked/artifact.md",
        "goals/linked.md",
        "goals/twice.md",
        "goals/.hidden.md",
        "goals/none.md",
        "goals/a\0.md",
        "goals\\x.md",
        "transcripts/ada-park.yml",
        "portfolio.yml",
        "notes.md",
        ".trash/goals/x.md",
    ],
)
def test_no_place_leads_out_of_the_folder(mine: Desk, home: Path, school: Path, place: str) -> None:
    other = school / "students" / "other"
    (other / "work").mkdir(parents=True)
    (other / "work" / "artifact.md").write_text("---\ntitle: secret\ndate: 2026\n---\n")
    (other / "student.yml").write_text("name: secret\n")
    (home / "goals").mkdir(exist_ok=True)
    (home / "artifacts" / "linked").symlink_to(other / "work")
    (home / "goals" / "linked.md").symlink_to(other / "student.yml")
    os.link(other / "student.yml", home / "goals" / "twice.md")
    (home / "goals" / ".hidden.md").write_text("secret")
    (home / "notes.md").write_text("secret")
    for verb in ("edit", "text", "away"):
        for form in (None, {"digest": ["x"], "text": ["gone"], "title": ["gone"]}):
            answer = mine.answer(Asked(f"/{verb}/{place}", {}, form))
            assert answer.status == HTTPStatus.NOT_FOUND
            assert "secret" not in answer.page
    assert (other / "student.yml").read_text() == "name: secret\n"
    answer = mine.answer(Asked(f"/own/{place}", {}))
    assert answer.file is None or answer.file.parent == home / "artifacts" / ARTIFACT


@pytest.mark.parametrize("student", ["nobody", "..", "ada-park/..", "", "linked"])
def test_a_drawer_is_a_students_own(school: Path, student: str) -> None:
    (school / "students" / "linked").symlink_to(school / "students" / STUDENT)
    with pytest.raises(CannotOpen):
        Drawer(school, student)


def test_nothing_is_written_through_a_link(mine: Desk, home: Path, school: Path) -> None:
    outside = school / "portfolio.yml"
    before = outside.read_text()
    form = form_in(show(mine, "/edit/student.yml"), "/edit/student.yml")
    (home / "student.yml").unlink()
    (home / "student.yml").symlink_to(outside)
    assert mine.answer(Asked("/edit/student.yml", {}, form)).status == HTTPStatus.NOT_FOUND
    beside = home / "artifacts" / ARTIFACT
    (beside / ".x.txt.new").symlink_to(outside)
    send(mine, WORK, (sent("x.txt", b"words"),))
    (beside / ".artifact.md.new").symlink_to(outside)
    send(mine, WORK, title="Other")
    assert outside.read_text() == before
    assert "title: Other" in (home / WORK).read_text()


def test_what_is_put_away_can_be_brought_back(mine: Desk, home: Path) -> None:
    before = (home / WORK).read_bytes()
    assert "Put it away" in show(mine, f"/away/{WORK}")
    assert mine.answer(Asked(f"/away/{WORK}", {}, {})).lead == "/"
    assert not (home / "artifacts" / ARTIFACT).exists()
    assert (home / ".trash" / "artifacts" / ARTIFACT / "artifact.md").read_bytes() == before
    page = show(mine, "/")
    assert f"/back/artifacts/{ARTIFACT}" in page
    mine.answer(Asked(f"/back/artifacts/{ARTIFACT}", {}, {}))
    assert (home / WORK).read_bytes() == before
    for wrong in ("artifacts/../../../other", "../student.yml", f"artifacts/{ARTIFACT}"):
        assert mine.answer(Asked(f"/back/{wrong}", {}, {})).status == HTTPStatus.NOT_FOUND
    assert mine.answer(Asked("/away/student.yml", {}, {})).status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("shelf", ["artifacts", "narratives", "goals", "pitches", "conferences"])
def test_something_new_is_begun(mine: Desk, shelf: str) -> None:
    answer = mine.answer(Asked(f"/new/{shelf}", {}, {"title": ["Learn to swim"]}))
    assert answer.lead.startswith(f"/edit/{shelf}/")
    show(mine, answer.lead)
    again = mine.answer(Asked(f"/new/{shelf}", {}, {"title": ["Learn to swim"]}))
    assert again.status == HTTPStatus.CONFLICT
    assert mine.answer(Asked("/new/records", {}, {"title": ["x"]})).status == HTTPStatus.CONFLICT


def glance(one: Desk, at: str, **changes: str) -> Answer:
    form = form_in(show(one, f"/edit/{at}"), f"/edit/{at}")
    form |= {name: [value] for name, value in changes.items()}
    return one.answer(Asked(f"/glance/{at}", {}, form))


def test_what_is_being_written_is_shown_as_it_will_be_built(mine: Desk, school: Path) -> None:
    """The same bytes that a build would make, and none of them on a disk before that."""
    before = {one: one.read_bytes() for one in school.rglob("*") if one.is_file()}
    build(school, editions=("self",), jobs=1, on=TODAY)
    built = school / "site/self" / STUDENT
    page = built / "artifacts" / ARTIFACT / "index.html"
    changes = {
        "title": "Roots",
        "summary": "Counted.",
        "body": "New *words*, <b onclick=x>bold</b>.",
    }
    seen = glance(mine, WORK, **changes)
    assert (seen.status, seen.kind) == (HTTPStatus.OK, "text/plain; charset=utf-8")
    assert "<em>words</em>" in seen.page
    assert "onclick" not in seen.page
    assert seen.page != page.read_text()
    assert {one: one.read_bytes() for one in before} == before
    send(mine, WORK, **changes)
    build(school, editions=("self",), jobs=1, on=TODAY)
    assert seen.page == page.read_text()
    seen = glance(mine, "student.yml", sentence="I count what nobody counts.")
    assert "I count what nobody counts." in seen.page
    assert "I count what nobody counts." not in (built / "index.html").read_text()


def test_each_file_is_shown_by_its_page(mine: Desk, school: Path, home: Path) -> None:
    for shelf in ("goals", "conferences", "milestones"):
        mine.answer(Asked(f"/new/{shelf}", {}, {"title": ["Swim"]}))
    milestones = home / "milestones.yml"
    milestones.write_text("milestones:\n  - { title: First beans, date: 2026-03 }\n")
    build(school, editions=("self",), jobs=1, on=TODAY)
    pages = {
        WORK: f"artifacts/{ARTIFACT}/",
        "student.yml": "",
        "narrative.md": "",
        "goals/swim.md": "goals/",
        "milestones.yml": "milestones/",
        f"conferences/{TODAY}.md": "conference/",
    }
    for place, page in pages.items():
        assert f'src="/preview/self/{STUDENT}/{page}"' in show(mine, f"/edit/{place}")
        assert glance(mine, place).page == (
            (school / "site/self" / STUDENT / page / "index.html").read_text()
        )


def test_what_cannot_be_shown_while_it_is_written_changes_nothing(mine: Desk, home: Path) -> None:
    before = (home / WORK).read_bytes()
    for changes in ({"date": "soon"}, {"title": ""}, {"body": "[" * 3000}):
        seen = glance(mine, WORK, **changes)
        assert seen.status in {HTTPStatus.OK, HTTPStatus.NOT_FOUND}
    assert mine.answer(Asked(f"/glance/{WORK}", {}, {})).status == HTTPStatus.OK
    for wrong in ("goals/none.md", "../other/student.yml", ""):
        assert mine.answer(Asked(f"/glance/{wrong}", {}, {})).status == HTTPStatus.NOT_FOUND
    assert mine.answer(Asked(f"/glance/{WORK}", {})).status == HTTPStatus.NOT_FOUND
    assert (home / WORK).read_bytes() == before


def test_the_preview_shows_this_student_alone(mine: Desk, school: Path) -> None:
    assert mine.shown(f"/self/{STUDENT}/") == school / "site"
    assert mine.shown("/self/assets/pages.css") == school / "site"
    for path in ("/self/", "/self/other/", "/family/ada-park/", "/", "/self/index.html"):
        assert mine.shown(path) is None


def test_words_of_others_do_not_become_a_part_of_the_page(mine: Desk) -> None:
    send(
        mine, WORK, title='"><script>alert(1)</script>', body="</textarea><script>alert(1)</script>"
    )
    page = show(mine, f"/edit/{WORK}") + show(mine, f"/text/{WORK}") + show(mine, "/")
    assert "<script>alert" not in page


TARGET = """\
  - id: {0}
    title: {0}
    competency: {1}
    levels:
      - {{ id: near, title: Near, about: Almost. }}
      - {{ id: there, title: There }}
"""


def test_a_work_is_rated_by_the_targets_of_its_claims(school: Path, home: Path) -> None:
    framework = school / "transcripts" / "framework.yml"
    targets = TARGET.format("roots", "critical-thinking") + TARGET.format("talk", "communication")
    framework.write_text(f"{framework.read_text()}targets:\n{targets}")
    one = sit(school)
    page = show(one, f"/edit/{WORK}")
    assert 'name="self_rating.roots"' in page
    assert "Almost." in page
    assert "self_rating.talk" not in page, "the work claims no credit in communication"
    send(one, WORK, self_rating__roots="near")
    assert "roots: near" in (home / WORK).read_text()
    seen = glimpse(Drawer(school, STUDENT), TODAY)
    assert seen is not None
    assert dict(seen.student.artifacts[0].self_rating) == {"roots": "near"}
