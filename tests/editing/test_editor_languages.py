"""The editor speaks the language of whoever writes, and marks what they wrote with its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from test_editing_desk import WORK, send, show, sit

from marked_words import Marked, outside
from portfolio_gen.diagnostics import Diagnostic, Rule, Severity, Span
from portfolio_gen.edit import Tongue, quoted
from portfolio_gen.editing import Drawer, desk
from portfolio_gen.editing.sheet import glimpse
from portfolio_gen.editing.speaking import tongue_of
from portfolio_gen.editing.troubles import troubles_in
from portfolio_gen.model.speech import sentence
from portfolio_gen.render.words.telling import said
from portfolio_gen.render.words.voice import Voice
from portfolio_gen.serve.editor import Asked
from school import STUDENT, TODAY, minimal_school

PLACES = (
    *(WORK, "student.yml", "narrative.md", "profile.yml", "milestones.yml"),
    *("goals/swim.md", "pitches/boats.md", "narratives/water.md", f"conferences/{TODAY}.md"),
)
BARE = re.compile(r"<(script|style|textarea)\b.*?</\1>", re.S)
SPOKEN = re.compile(r'\b(?:aria-label|title|alt|placeholder|data-asks|data-words)="([^"]*)"')


@pytest.fixture
def school(tmp_path: Path) -> Path:
    root = minimal_school(tmp_path / "school")
    framework = root / "transcripts" / "framework.yml"
    framework.write_text(
        framework.read_text()
        + "profile:\n  - { id: strengths, title: Strengths, about: What you are good at. }\n"
    )
    return root


def begin_everything(one: desk.Desk) -> None:
    for shelf, title in (("goals", "Swim"), ("pitches", "Boats"), ("narratives", "Water")):
        assert one.answer(Asked(f"/new/{shelf}", {}, {"title": [title]})).lead
    for shelf in ("conferences", "profile", "milestones"):
        assert one.answer(Asked(f"/new/{shelf}", {}, {})).lead


def unmarked(page: str) -> Iterator[str]:
    """What stands on a page outside of all brackets: texts, and attributes that are read aloud."""
    page = BARE.sub("", page)
    page = outside(page)
    for part in (*re.split(r"<[^>]*>", page), *SPOKEN.findall(page)):
        # A page's title names whose it is, too.
        for text in " ".join(html.unescape(part).split()).split("– "):
            if re.search(r"[A-Za-z]{3,}", text):
                yield text.strip()


def written_in(root: Path) -> str:
    """All that people have written, names of files too."""
    found = [
        one
        for one in root.rglob("*")
        if "site" not in one.parts and ".portfolio-gen" not in one.parts
    ]
    names = [str(one.relative_to(root)) for one in found]
    texts = [one.read_text() for one in found if one.suffix in {".yml", ".md"}]
    seen = glimpse(Drawer(root, STUDENT), TODAY)
    assert seen is not None
    texts += [one.title for one in seen.school.framework.all_credits()]
    texts += [quoted(one.message) for one in seen.diagnostics]
    return " ".join(" ".join((*names, *texts)).split())


def test_every_sentence_of_the_editor_is_marked(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is said outside the catalogues is what people have written, word for word."""
    voice = Voice("zh", Marked())
    strange = Tongue("zh", "ltr", voice.translations, lambda one: said(one, voice))
    monkeypatch.setattr(desk, "tongue_of", lambda _: strange)
    one, before = sit(school), written_in(school)
    begin_everything(one)
    pages = [show(one, "/"), *(show(one, f"/edit/{place}") for place in PLACES)]
    send(one, WORK, title="Beans again")
    pages += [show(one, f"/edit/{WORK}"), show(one, f"/text/{WORK}"), show(one, f"/away/{WORK}")]
    one.answer(Asked(f"/away/{WORK}", {}, {}))
    pages += [show(one, "/"), one.answer(Asked("/edit/goals/none.md", {})).page]
    pages.append(one.answer(Asked("/new/goals", {}, {"title": ["Swim"]})).page)
    known = f"{before} {written_in(school)}"
    assert {text for page in pages for text in unmarked(page) if text not in known} == set()


@pytest.mark.parametrize(
    ("school_speaks", "student_speaks", "asked", "lang", "dir", "words"),
    [
        ("en", None, None, "en", "ltr", "Who may see it?"),
        ("fr", None, None, "fr", "ltr", "Qui peut le voir\u00a0?"),
        ("fr", "ar", None, "ar", "rtl", "من يجوز له أن يراه؟"),
        ("fr", "ar", "es-MX", "es-MX", "ltr", "¿Quién puede verlo?"),
        ("zh", None, "en", "en", "ltr", "Who may see it?"),
        ("zh", None, None, "zh", "ltr", "谁可以看到？"),
        ("sv", None, None, "en", "ltr", "Who may see it?"),
    ],
)
def test_whose_language_it_is(
    school: Path,
    school_speaks: str,
    student_speaks: str | None,
    asked: str | None,
    lang: str,
    dir: str,
    words: str,
) -> None:
    settings = school / "portfolio.yml"
    settings.write_text(settings.read_text().replace("language: en", f"language: {school_speaks}"))
    if student_speaks:
        card = school / "students" / STUDENT / "student.yml"
        card.write_text(f"{card.read_text().rstrip()}\nlanguage: {student_speaks}\n")
    page = show(sit(school, language=asked), f"/edit/{WORK}")
    assert f'<html lang="{lang}" dir="{dir}">' in page
    assert words in page


def test_what_the_school_calls_otherwise_is_called_so_in_the_forms(school: Path) -> None:
    framework = school / "transcripts" / "framework.yml"
    terms = "terms:\n  pitch: { one: defense, many: defenses }\n  credit: { one: merit, many: merits }\n"
    framework.write_text(framework.read_text() + terms)
    one = sit(school)
    home = show(one, "/")
    assert ">Defenses</h2>" in home
    assert "A new defense: its title" in home
    page = show(one, f"/edit/{WORK}")
    assert "Which merits could it show?" in page
    assert ">Merit</label>" in page
    assert "%(" not in page + home + show(sit(school, language="es"), f"/edit/{WORK}")
    assert "Merits que podría mostrar" in show(sit(school, language="es"), f"/edit/{WORK}")


def test_a_text_in_another_language_than_the_forms_is_marked(school: Path) -> None:
    page = show(sit(school, language="ar"), f"/edit/{WORK}")
    assert re.search(r'<h1 lang="en" dir="ltr">A diary of eleven beans<', page)
    assert re.search(r'<textarea id="f-body"[^>]* lang="en" dir="ltr"', page)
    assert ' lang="en" dir="ltr">' in show(sit(school, language="en"), "/").split("<head>")[0]
    assert 'lang="en" dir="ltr" ' not in show(sit(school, language="en"), f"/edit/{WORK}")


def test_what_the_school_has_written_is_marked_in_a_form_of_another_language(
    school: Path,
) -> None:
    """Levels in the school's language beside questions in the student's; a menu can only be marked as a whole."""
    card = school / "students" / STUDENT / "student.yml"
    card.write_text(f"{card.read_text().rstrip()}\nlanguage: fr\n")
    page = show(sit(school), f"/edit/{WORK}")
    assert '<span lang="en" dir="ltr">Foundation</span>' in page
    assert re.search(r'<select id="f-claims-0-credit"[^>]* lang="en" dir="ltr"', page)
    assert not re.search(r"<option[^>]*>[^<]*<span", page)
    works = show(sit(school), "/edit/student.yml")
    assert not re.search(r'<select id="f-featured-1"[^>]* lang="en"', works), "titles are her own"
    assert "<span lang=" not in show(sit(school, language="en"), f"/edit/{WORK}")


def test_what_could_not_be_done_is_said_in_the_language_too(school: Path) -> None:
    one = sit(school, language="es")
    answer = one.answer(Asked("/edit/goals/none.md", {}))
    assert answer.status == HTTPStatus.NOT_FOUND
    assert "En tu carpeta no hay ningún archivo goals/none.md." in answer.page
    (school / "students" / STUDENT / WORK).write_text("---\ntitle: [\n---\nStory.\n")
    page = show(one, f"/edit/{WORK}")
    assert "Este archivo no se puede mostrar como formulario: no se puede interpretar." in page
    answer = one.answer(Asked("/new/goals", {}, {"title": [" "]}))
    assert "Necesita un título." in answer.page


def test_a_problem_is_told_in_the_language_once_it_knows_its_words() -> None:
    told = Diagnostic(
        Rule("PG000", "any", Severity.ERROR),
        Span("goals/a.md", 2, 1),
        sentence("There is no file %(name)s in your folder.", name="x.png"),
        sentence("It may have no name."),
    )
    (one,) = troubles_in(
        "---\ntitle: A\n---\n",
        "goals/a.md",
        [told],
        told=True,
        names=("title",),
        values={"title": "A"},
        say=tongue_of("es").said,
    )
    assert one.message == "En tu carpeta no hay ningún archivo x.png."
    assert (one.name, one.hint) == ("title", "Puede no tener nombre.")


def test_a_problem_is_told_at_its_question_in_the_language(school: Path) -> None:
    one = sit(school, language="es")
    send(one, WORK, claims__0__credit="flying/academics")
    page = show(one, f"/edit/{WORK}")
    start = page.index('id="e-claims-0-credit"')
    assert "Por favor, cambia:" in page[start : start + 200]
    assert "“flying/academics” no está en el marco" in page[start : start + 400]


def test_code_and_dates_run_as_they_are_written_also_from_right_to_left(school: Path) -> None:
    """Without isolates around it, 2026-03-14 is shown as 14-03-2026 among Arabic letters."""
    one = sit(school, language="ar")
    send(one, WORK, claims__0__credit="flying/academics")
    page = show(one, f"/edit/{WORK}")
    assert "\u2066“flying/academics”\u2069" in page
    assert "مثل \u20662026-03-14\u2069 أو" in page
    dated = sentence("There is no file %(name)s in your folder.", name="goals/2026-03-14.md")
    assert "\u20662026-03-14\u2069" in tongue_of("ar").said(dated)
    assert "\u2066" not in tongue_of("es").said(dated)
