"""A school's folder to its nouns: all that is there, and one folder's faults never hide another's."""

from __future__ import annotations

import os
import pickle
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student
from portfolio_gen.read.digest import digest_of
from portfolio_gen.read.school import read_school
from school import ARTIFACT_FILE, ARTIFACT_FOLDER, STUDENT, minimal_school, write

PAGE = f"{ARTIFACT_FOLDER}/artifact.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


@pytest.fixture
def crowded(root: Path) -> Path:
    """The minimal school with a second student, who does nothing wrong."""
    write(root, {"students/bo-lee/student.yml": "name: Bo\n"})
    write(
        root,
        {"students/bo-lee/artifacts/kites/artifact.md": "---\ntitle: Kites\ndate: 2026\n---\n"},
    )
    return root


def read(root: Path) -> tuple[School, list[str]]:
    """The school, and place and code of everything that is wrong."""
    school, found = read_school(root)
    assert school, found
    return school, [f"{one.span} {one.code}" for one in found]


def only(found: tuple[Diagnostic, ...]) -> Diagnostic:
    assert len(found) == 1, found
    return found[0]


def ada(school: School) -> Student:
    return next(one for one in school.students if one.id == STUDENT)


def test_everything_that_is_written_is_read(root: Path) -> None:
    school, found = read(root)

    assert found == []
    assert school.root == root
    assert school.settings.school == "Little School"
    assert len(school.framework.all_credits()) == 4
    assert [one.id for one in school.committee.members] == ["b-lund", "c-mora", "e-obi"]
    assert school.rubrics.rubrics[0].id == "pitch"
    assert set(school.consent.people) == {STUDENT}
    assert school.profile == "A school of twelve students above a bakery.\n"
    assert school.known == {STUDENT}
    assert school.unread == frozenset()
    assert school.ledgers[STUDENT].official_name == "Ada Marie Park"
    assert school.ledgers[STUDENT].student == STUDENT


def test_what_comes_from_the_place_of_a_file(root: Path) -> None:
    student = ada(read(root)[0])
    (artifact,) = student.artifacts
    (pitch,) = student.pitches

    assert (artifact.slug, artifact.student) == ("bean-diary", STUDENT)
    assert artifact.narrative.startswith("I thought that the beans")
    assert artifact.narrative_line == 16
    assert artifact.files == ("beans.png",)
    assert artifact.media[0].source == root / ARTIFACT_FOLDER / "beans.png"
    assert artifact.marks.path == PAGE
    assert (pitch.slug, pitch.text_line) == ("beans", 13)
    assert student.opening
    assert student.opening.text_line == 6
    assert student.marks.path == f"students/{STUDENT}/student.yml"


def test_every_kind_of_page(root: Path) -> None:
    folder = f"students/{STUDENT}"
    write(
        root,
        {
            f"{folder}/student.yml": "name: Ada\npicture: {file: ada.png, alt: Ada}\n",
            f"{folder}/ada.png": "x",
            f"{folder}/narratives/roots.md": "---\nabout: academics\n---\nRoots.\n",
            f"{folder}/narratives/bare.md": "No front matter at all.\n",
            f"{folder}/goals/speak.md": "---\ntitle: Speak up\nplan: [If, then]\n---\n",
        },
    )
    school, found = read(root)
    student = ada(school)

    assert found == []
    assert student.picture
    assert student.picture.source == root / folder / "ada.png"
    assert [(one.slug, one.text, one.text_line) for one in student.narratives] == [
        ("bare", "No front matter at all.\n", 1),
        ("roots", "Roots.\n", 4),
    ]
    assert student.narratives[0].audience == ()
    assert student.goals[0].plan == ("If", "then")


def test_a_school_without_the_files_that_it_may_do_without(tmp_path: Path) -> None:
    minimal_school(tmp_path)
    for name in ("rubrics.yml", "committee.yml", "consent.yml", "school-profile.md"):
        (tmp_path / "transcripts" / name).unlink()
    shutil.rmtree(tmp_path / "students")

    school, found = read(tmp_path)

    assert found == []
    assert (school.rubrics.rubrics, school.consent.people, school.profile) == ((), {}, "")
    assert school.students == ()


@pytest.mark.parametrize(
    "name", ["portfolio.yml", "transcripts/framework.yml", "transcripts/rubrics.yml",
             "transcripts/committee.yml", "transcripts/consent.yml"]
)  # fmt: skip
def test_a_file_of_everybody_that_cannot_be_read_leaves_no_school(name: str, crowded: Path) -> None:
    write(crowded, {name: "bogus: 1\n", f"students/{STUDENT}/student.yml": "nam: Ada\n"})

    school, found = read_school(crowded)

    assert school is None
    assert {one.span.path for one in found} == {name, f"students/{STUDENT}/student.yml"}
    assert {one.about for one in found if one.span.path == name} == {""}


def test_an_empty_folder_and_one_that_is_not_there(tmp_path: Path) -> None:
    school, found = read_school(tmp_path)
    assert school is None
    assert [f"{one.span} {one.code}" for one in found] == [
        "portfolio.yml:1:1 PG130",
        "transcripts/framework.yml:1:1 PG130",
    ]

    school, found = read_school(tmp_path / "nowhere")
    assert school is None
    assert only(found).code == "PG142"


def test_the_folder_may_be_given_by_a_link_and_relatively(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root.parent / "link").symlink_to(root)
    assert read(root.parent / "link")[1] == []

    monkeypatch.chdir(root)
    school, found = read(Path())
    source = ada(school).artifacts[0].media[0].source
    assert found == []
    assert source
    assert source.is_absolute()


def test_a_faulty_work_is_left_out_and_the_rest_of_the_student_is_read(root: Path) -> None:
    write(root, {f"students/{STUDENT}/artifacts/kites/artifact.md": "---\ntitel: Kites\n---\n"})

    school, found = read_school(root)

    assert school
    assert [one.slug for one in ada(school).artifacts] == ["bean-diary"]
    assert ada(school).unread == {"kites"}
    assert [one.code for one in found] == ["PG121", "PG121", "PG120"]
    assert {one.about for one in found} == {STUDENT}


@pytest.mark.parametrize(
    ("files", "code", "place"),
    [
        ({f"{ARTIFACT_FOLDER}/CNAME": "x"}, "PG136", f"{ARTIFACT_FOLDER}/CNAME:1:1"),
        ({PAGE: "no front matter"}, "PG115", f"{PAGE}:1:1"),
        ({PAGE: "---\ntitle: x\n"}, "PG116", f"{PAGE}:1:1"),
        ({PAGE: "---\ntitle: [x\n---\n"}, "PG104", f"{PAGE}:2:8"),
        ({PAGE: "---\n---\n\n---\ntitle: x\n---\n"}, "PG117", f"{PAGE}:4:1"),
        ({PAGE: "x" * 1_000_001}, "PG103", f"{PAGE}:1:1"),
        (
            {PAGE: ARTIFACT_FILE.replace("beans.png", "../../student.yml")},
            "PG140",
            f"{PAGE}:7:11",
        ),
        ({PAGE: ARTIFACT_FILE.replace("beans.png", "/etc/passwd")}, "PG140", f"{PAGE}:7:11"),
        ({PAGE: ARTIFACT_FILE.replace("beans.png", "'..'")}, "PG140", f"{PAGE}:7:11"),
        ({PAGE: ARTIFACT_FILE.replace("beans.png", "artifact.md")}, "PG131", f"{PAGE}:7:11"),
        ({PAGE: ARTIFACT_FILE.replace("beans.png", r"..\x.png")}, "PG140", f"{PAGE}:7:11"),
    ],
)
def test_a_work_is_quarantined_for_whatever_is_wrong_with_it(
    files: dict[str, str], code: str, place: str, crowded: Path
) -> None:
    write(crowded, files)

    school, found = read_school(crowded)

    assert school
    assert ada(school).artifacts == ()
    assert ada(school).unread == {"bean-diary"}
    assert f"{place} {code}" in [f"{one.span} {one.code}" for one in found]
    assert {one.about for one in found} == {STUDENT}
    assert [one.slug for one in school.students[1].artifacts] == ["kites"]


@pytest.mark.parametrize("stray", ["notes/draft.txt", ".DS_Store", "extra.bin"])
def test_what_merely_lies_about_does_not_hurt(stray: str, root: Path) -> None:
    write(root, {f"{ARTIFACT_FOLDER}/{stray}": "x"})

    school, found = read_school(root)

    assert school
    assert len(ada(school).artifacts) == 1
    assert {one.code for one in found} <= {"PG143"}


def test_a_file_with_accents_is_found_however_they_are_stored(root: Path) -> None:
    write(root, {PAGE: ARTIFACT_FILE.replace("beans.png", "caf\u00e9.png")})
    (root / ARTIFACT_FOLDER / "beans.png").rename(root / ARTIFACT_FOLDER / "cafe\u0301.png")

    school, found = read(root)

    assert found == []
    assert ada(school).artifacts[0].media[0].source == root / ARTIFACT_FOLDER / "cafe\u0301.png"


@pytest.mark.parametrize("name", ["Beans.png", "lost.png", "artifact.png"])
def test_a_file_that_is_not_there_is_for_the_check_to_say(name: str, root: Path) -> None:
    write(root, {PAGE: ARTIFACT_FILE.replace("beans.png", name)})

    school, found = read(root)
    (artifact,) = ada(school).artifacts

    assert found == []
    assert artifact.media[0].source is None
    assert artifact.files == ("beans.png",)


def test_an_enormous_file_is_not_even_opened(root: Path) -> None:
    os.truncate(root / ARTIFACT_FOLDER / "beans.png", 1_000_000_001)

    school, found = read(root)

    assert found == [f"{PAGE}:7:11 PG103"]
    assert ada(school).artifacts == ()


@pytest.mark.parametrize("name", ["student.yml", "../bo-lee/bo.png", "/etc/passwd", "pitches"])
def test_a_portrait_that_is_none_of_the_students_own_pictures(name: str, crowded: Path) -> None:
    write(crowded, {"students/bo-lee/bo.png": "x"})
    write(crowded, {f"students/{STUDENT}/student.yml": f"name: Ada\npicture: {{file: {name}}}\n"})

    school, (found,) = read(crowded)

    assert found.startswith(f"students/{STUDENT}/student.yml:2:17 PG1")
    assert ada(school).picture is None


def test_a_card_with_faults_still_has_its_sound_parts(root: Path) -> None:
    write(root, {f"students/{STUDENT}/student.yml": "pronouns: they\nfeatured: x\nbogus: y\n"})

    school, found = read_school(root)

    assert school
    assert (ada(school).name, ada(school).pronouns) == (STUDENT, "they")
    assert len(ada(school).artifacts) == 1
    assert [one.code for one in found] == ["PG121", "PG122", "PG120"]


@pytest.mark.parametrize("card", [None, "name: [", "- x\n", "\x00"])
def test_a_card_that_cannot_be_read_hides_nothing_else(card: str | None, root: Path) -> None:
    path = root / "students" / STUDENT / "student.yml"
    path.unlink() if card is None else path.write_text(card)

    school, found = read_school(root)

    assert school
    assert ada(school).name == STUDENT
    assert len(ada(school).artifacts) == 1
    assert only(found).about == STUDENT


def test_a_faulty_ledger_is_known_to_exist(crowded: Path) -> None:
    write(crowded, {f"transcripts/{STUDENT}.yml": "official_name: Ada\n"})

    school, found = read_school(crowded)

    assert school
    assert school.ledgers == {}
    assert school.unread == {f"transcripts/{STUDENT}.yml"}
    assert (only(found).code, only(found).about) == ("PG121", STUDENT)


def test_links_in_place_of_folders_and_files(crowded: Path, tmp_path: Path) -> None:
    elsewhere = minimal_school(tmp_path / "elsewhere")
    (crowded / "students" / "eve").symlink_to(elsewhere / "students" / STUDENT)
    shutil.rmtree(crowded / "students" / STUDENT / "pitches")
    (crowded / "students" / STUDENT / "pitches").symlink_to("../bo-lee/artifacts")
    (crowded / "students" / "bo-lee" / "student.yml").unlink()
    (crowded / "students" / "bo-lee" / "student.yml").symlink_to("../ada-park/student.yml")
    (crowded / "transcripts" / "eve.yml").symlink_to(f"{STUDENT}.yml")

    school, found = read_school(crowded)

    assert school
    assert [(one.span.path, one.code, one.about) for one in found] == [
        ("students/ada-park/pitches", "PG132", "ada-park"),
        ("students/bo-lee/student.yml", "PG132", "bo-lee"),
        ("students/eve", "PG132", "eve"),
        ("transcripts/eve.yml", "PG132", "eve"),
    ]
    assert [one.id for one in school.students] == ["ada-park", "bo-lee"]
    assert school.known == {"ada-park", "bo-lee", "eve"}
    assert school.unread == {"transcripts/eve.yml"}


@pytest.mark.parametrize("name", ["students", "transcripts", "portfolio.yml"])
def test_links_at_the_top(name: str, root: Path, tmp_path: Path) -> None:
    (root / name).rename(tmp_path / "away")
    (root / name).symlink_to(tmp_path / "away")

    found = read_school(root)[1]

    assert f"{name}:1:1 PG132" in [f"{one.span} {one.code}" for one in found]


def test_students_whose_ids_cannot_be_used(crowded: Path) -> None:
    for name in ("Bo-Lee", "bo_lee", "mаya", "index", "x" * 65, "bo--lee"):
        write(crowded, {f"students/{name}/student.yml": "name: X\n"})

    school, found = read_school(crowded)

    assert school
    assert [one.id for one in school.students] == ["ada-park", "bo--lee"]
    assert {(one.about, one.code) for one in found if one.about} == {
        ("Bo-Lee", "PG137"),
        ("bo-lee", "PG137"),
        ("bo_lee", "PG138"),
        ("mаya", "PG138"),
        ("index", "PG136"),
        ("x" * 65, "PG138"),
    }


def test_ids_that_are_easily_confused(crowded: Path) -> None:
    write(crowded, {"students/bo--lee/student.yml": "name: X\n"})

    school, found = read(crowded)

    assert found == ["students/bo--lee:1:1 PG139", "students/bo-lee:1:1 PG139"]
    assert len(school.students) == 3


def test_pages_whose_names_cannot_be_used(root: Path) -> None:
    write(root, {f"students/{STUDENT}/goals/Speak Up.md": "---\ntitle: x\n---\n"})
    write(root, {f"students/{STUDENT}/artifacts/Kites!/artifact.md": ARTIFACT_FILE})

    school, found = read(root)

    assert found == [
        f"students/{STUDENT}/artifacts/Kites!:1:1 PG138",
        f"students/{STUDENT}/goals/Speak Up.md:1:1 PG138",
    ]
    assert (ada(school).goals, len(ada(school).artifacts)) == ((), 1)


def test_what_is_misspelt_or_misplaced_is_mentioned(root: Path) -> None:
    folder = f"students/{STUDENT}"
    write(
        root,
        {
            "students/README.md": "fine",
            "students/list.txt": "x",
            f"{folder}/artefacts/x/artifact.md": ARTIFACT_FILE,
            f"{folder}/narrativ.md": "x",
            f"{folder}/artifacts/loose.md": "x",
            f"{folder}/pitches/notes.txt": "x",
            f"{folder}/portrait.jpg": "fine",
            "transcripts/consents.yaml": "x",
            "transcripts/notes.md": "x",
        },
    )
    school, found = read_school(root)

    assert school
    assert {one.severity for one in found} == {"warning"}
    assert {one.span.path: one.hint for one in found if "did you mean" in one.hint} == {
        f"{folder}/artefacts": "did you mean `artifacts`?",
        f"{folder}/narrativ.md": "did you mean `narrative.md`?",
        "transcripts/consents.yaml": "did you mean `consent.yml`?",
    }
    assert len(found) == 7


def test_files_and_folders_in_each_others_place(root: Path) -> None:
    folder = root / "students" / STUDENT
    shutil.rmtree(folder / "pitches")
    (folder / "pitches").write_text("x")
    (folder / "narrative.md").unlink()
    (folder / "narrative.md").mkdir()
    (root / ARTIFACT_FOLDER / "artifact.md").unlink()
    (root / ARTIFACT_FOLDER / "artifact.md").mkdir()
    (root / "students" / "bo-lee").write_text("x")

    _, found = read(root)

    assert found == [
        f"{PAGE}:1:1 PG131",
        f"students/{STUDENT}/narrative.md:1:1 PG131",
        f"students/{STUDENT}/pitches:1:1 PG131",
        "students/bo-lee:1:1 PG143",
    ]


@pytest.mark.parametrize("name", ["students", "transcripts"])
def test_a_file_where_the_school_needs_a_folder(name: str, root: Path) -> None:
    shutil.rmtree(root / name)
    (root / name).write_text("x")

    assert f"{name}:1:1 PG131" in [f"{one.span} {one.code}" for one in read_school(root)[1]]


def test_a_student_folder_full_of_files(crowded: Path) -> None:
    for number in range(501):
        (crowded / "students" / STUDENT / f"{number}.txt").touch()

    school, found = read_school(crowded)

    assert school
    assert (only(found).code, only(found).about) == ("PG141", STUDENT)
    assert [one.id for one in school.students] == ["ada-park", "bo-lee"]


def test_reading_only_some(crowded: Path) -> None:
    write(crowded, {"students/bo-lee/student.yml": "nam: Bo\n", "transcripts/bo-lee.yml": "x: y\n"})

    school, found = read_school(crowded, only=frozenset({STUDENT}))

    assert school
    assert found == ()
    assert [one.id for one in school.students] == [STUDENT]
    assert set(school.ledgers) == {STUDENT}
    assert school.known == {STUDENT, "bo-lee"}


def test_works_that_decisions_rest_on_have_a_digest(crowded: Path) -> None:
    write(
        crowded,
        {f"students/{STUDENT}/artifacts/kites/artifact.md": "---\ntitle: K\ndate: 2026\n---\n"},
    )
    asked: list[Path] = []

    def remember(path: Path) -> str:
        asked.append(path)
        return "0" * 64

    school, _ = read_school(crowded, hash_of=remember)

    assert school
    beans, kites = ada(school).artifacts
    assert beans.digest == digest_of(beans, remember)
    assert kites.digest is None
    assert set(asked) == {crowded / ARTIFACT_FOLDER / "beans.png"}


def test_stories_lose_control_characters_and_stay(root: Path) -> None:
    write(root, {PAGE: ARTIFACT_FILE.replace("drink most", "drink\x0bmost")})
    write(root, {"transcripts/school-profile.md": "A\x02 school.\n"})

    school, found = read(root)

    assert found == [f"{PAGE}:16:51 PG118", "transcripts/school-profile.md:1:2 PG118"]
    assert "drinkmost" in ada(school).artifacts[0].narrative
    assert school.profile == "A school.\n"


def test_a_profile_has_no_front_matter(root: Path) -> None:
    write(root, {"transcripts/school-profile.md": "---\ntitle: Us\n---\nA school.\n"})

    assert read(root)[1] == ["transcripts/school-profile.md:1:1 PG117"]


@pytest.mark.parametrize(
    "text", ["---\n\nOnce upon a time.\n\n---\n", "---\nNote well, dear reader\n---\n"]
)
def test_a_rule_at_the_beginning_of_a_story_is_a_rule(text: str, root: Path) -> None:
    write(root, {PAGE: ARTIFACT_FILE.partition("I thought")[0] + text})

    assert read(root)[1] == []


def test_a_school_can_travel_to_another_process(root: Path) -> None:
    school, _ = read(root)

    travelled = pickle.loads(pickle.dumps(school))  # noqa: S301 - our own bytes

    for one in fields(school):
        assert getattr(travelled, one.name) == getattr(school, one.name)
    marks = ada(travelled).artifacts[0].marks
    assert marks.at("media", 0, "file") == ada(school).artifacts[0].marks.at("media", 0, "file")


def test_unreadable_permissions_are_a_diagnostic(root: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is unreadable to root")
    (root / PAGE).chmod(0)

    assert read(root)[1] == [f"{PAGE}:1:1 PG142"]


def test_nothing_is_written(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}

    read_school(root)

    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
