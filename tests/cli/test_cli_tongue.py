"""The command line speaks the language of whoever runs it; what programs read stays English."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.cli import porch
from portfolio_gen.cli.asking import day_of_work
from portfolio_gen.cli.tongue import language_of
from portfolio_gen.model.dates import Day
from school import ARTIFACT_FOLDER, minimal_school

PLACE = "transcripts/ada-park.yml:10:13"
SAID = {
    "en": (
        "error PG203 `critical-thinkng/academics` is not in the framework",
        "hint: did you mean `critical-thinking/academics`?",
        "1 error, 1 warning",
    ),
    "es": (
        "error PG203 `critical-thinkng/academics` no está en el marco",
        "qué hacer: ¿querías decir `critical-thinking/academics`?",
        "1 error, 1 aviso",
    ),
    "fr": (
        "erreur PG203 `critical-thinkng/academics` n’est pas dans le référentiel",
        "à essayer\u00a0: s’agit-il de `critical-thinking/academics`\u00a0?",
        "1 erreur, 1 avertissement",
    ),
    "ar": (
        "خطأ PG203 `critical-thinkng/academics` ليس في الإطار",
        "جرّب: هل تقصد `critical-thinking/academics`؟",
        "خطأ واحد، تنبيه واحد",
    ),
    "zh": (
        "错误 PG203 `critical-thinkng/academics` 不在框架中",
        "建议： 你是不是想写 `critical-thinking/academics`？",
        "1 个错误、1 个警告",
    ),
}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school in which one credit is misspelled."""
    root = minimal_school(tmp_path_factory.mktemp("tongue") / "school")
    ledger = root / "transcripts" / "ada-park.yml"
    text = ledger.read_text("utf-8")
    ledger.write_text(
        text.replace("credit: critical-thinking", "credit: critical-thinkng"), "utf-8"
    )
    return root


def call(*words: object, **environment: str) -> Result:
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": "1795305600", **environment})
    return runner.invoke(porch, [*map(str, words)])


@pytest.mark.parametrize("language", SAID)
def test_what_is_wrong_is_said_in_five_languages(language: str, school: Path) -> None:
    told = call("check", school, LANGUAGE=language)
    message, hint, summary = SAID[language]
    lines = told.stdout.splitlines()
    assert told.exit_code == 1
    assert f"{PLACE}: {message}" in lines
    assert f"  {hint}" in lines
    assert lines[-1] == summary


def test_beside_real_output_it_is_said_too(school: Path) -> None:
    told = call("status", school, LANGUAGE="es")
    *_, headline, last = told.stderr.splitlines()
    assert headline == f"{PLACE}: {SAID['es'][0]}"
    assert last == f"1 error; `portfolio-gen check {school}` dice más."


@pytest.mark.parametrize("form", ["json", "github"])
def test_what_programs_read_is_english_for_everybody(form: str, school: Path) -> None:
    ours = call("check", school, "--format", form, LANGUAGE="ar")
    assert ours.stdout == call("check", school, "--format", form).stdout
    if form == "json":
        told = {one["code"]: one["message"] for one in json.loads(ours.stdout)["diagnostics"]}
        assert told["PG203"] == "`critical-thinkng/academics` is not in the framework"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en-GB"),
        ({"LANG": "es_MX.UTF-8"}, "es-MX"),
        ({"LANG": "fr_FR@euro"}, "fr-FR"),
        ({"LANG": "sv_SE.UTF-8"}, "en"),
        ({"LANG": "es_ES.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr-FR"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": ""}, "es-ES"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "sv:zh_CN:es"}, "zh-CN"),
        ({"LANG": "es_ES.UTF-8", "LANGUAGE": "en"}, "en"),
        ({"LANG": "es_ES.UTF-8", "LANGUAGE": ":"}, "en"),
        ({"LANGUAGE": "../../etc/passwd"}, "en"),
        ({"LANGUAGE": "es\0"}, "en"),
    ],
)
def test_the_environment_says_which_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_in_english_nothing_is_opened_that_only_other_languages_need(school: Path) -> None:
    script = (
        "import sys; from portfolio_gen.cli import porch\n"
        "try: porch(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print('opened:', sorted({'babel', 'gettext', 'portfolio_gen.speaking'} & set(sys.modules)))"
    )
    for words in (["--help"], ["check", str(school), "--on", "2026-11-30"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *words],
            capture_output=True,
            text=True,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            timeout=60,
            check=True,
        )
        if words == ["--help"]:
            assert re.search(r"opened: (\[\]|\['gettext'\])", done.stdout), done.stdout
        else:
            assert "portfolio_gen.speaking" not in done.stdout


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "  Academics  0 of 2 foundation"),
        ("es", "  Academics   0 de 2 foundation"),
        ("fr", "  Academics   0 sur 2 foundation"),
        ("ar", "  Academics   0 من 2 foundation"),
        ("zh", "  Academics   0 / 2 foundation"),
    ],
)
def test_where_somebody_stands_is_said_in_five_languages(
    language: str, line: str, school: Path
) -> None:
    told = call("status", school, LANGUAGE=language)
    assert " ".join(line.split()) in [" ".join(one.split()) for one in told.stdout.splitlines()]


def test_what_a_build_has_done_is_said_too(school: Path, tmp_path: Path) -> None:
    built = call("build", school, "--out", tmp_path / "site", "--edition", "self", LANGUAGE="es")
    assert built.exit_code == 1, "the misspelled credit is an error"
    assert re.search(r"^no hecho: 1 \(1 página, \d+\.\d s\) en ", built.stdout), built.stdout
    again = call("build", school, "--out", tmp_path / "site", "--edition", "self", LANGUAGE="fr")
    assert f"{PLACE}: {SAID['fr'][0]}" in again.stderr.splitlines(), (
        "it is remembered, and said anew"
    )


def test_what_was_remembered_in_one_language_is_said_in_another(tmp_path: Path) -> None:
    """What a page has told while it was made is told again while it stays, to whoever asks then."""
    root = minimal_school(tmp_path / "school")
    story = root / ARTIFACT_FOLDER / "artifact.md"
    story.write_text(story.read_text("utf-8") + "\n<script>x()</script>\n", "utf-8")
    said = [
        call("build", root, "--edition", "self", LANGUAGE=language).stderr
        for language in ("en", "zh", "es")
    ]
    assert "`<script>` is not published" in said[0]
    assert "`<script>` 不会发布" in said[1]
    assert "`<script>` no se publica" in said[2]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "existe déjà. Rien n’a été changé ; choisir un autre nom avec --id."),
        ("zh", "已经存在。什么都没有改动；用 --id 换一个名字。"),
    ],
)
def test_what_stands_in_the_way_is_said_too(language: str, said: str, school: Path) -> None:
    told = call("new", "student", "Ada Park", school, LANGUAGE=language)
    assert " ".join(told.stderr.replace("\u00a0", " ").split()).endswith(said)
    also = call("new", "profile", "ada-park", school, LANGUAGE=language)
    assert "no learner profile" not in also.stderr, "what forms say too is found among their words"


def test_questions_are_asked_in_the_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "es")
    with patch("click.prompt", side_effect=["2026-02-30", "2026-13-40", "2026-03"]) as asked:
        assert str(day_of_work(Day(2026, 11, 20))) == "2026-03"
    assert asked.call_args_list[0].args[0].startswith("¿Cuándo lo hiciste?")
    said = capsys.readouterr().out
    assert "febrero de 2026 tiene 28 días" in said
    assert "no hay ningún mes 13" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), ["Uso: ", "Para empezar:", "Opciones:", "Dice dónde está cada estudiante"]),
        (("build",), ["Hace los sitios: un portafolio", "Cuántos sitios hacer a la vez."]),
        (("new",), ["Empieza un trabajo llamado TITLE para un estudiante, STUDENT (el nombre"]),
        (("new", "artifact"), ["[por defecto: work]", "Muestra este mensaje y termina."]),
        (("plan",), ["Say what is still open for a student"]),
    ],
)
def test_help_is_in_the_language(words: tuple[str, ...], said: list[str]) -> None:
    shown = " ".join(call(*words, "--help", LANGUAGE="es").stdout.split())
    assert [one for one in said if one not in shown] == [], shown


def test_a_command_that_is_not_understood_is_answered_in_the_language() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from portfolio_gen.cli import main; main()", "biuld"],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LANGUAGE": "fr"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "Essayer '-c --help' pour de l’aide." in done.stderr
    assert done.stderr.splitlines()[-1].replace("\u00a0", " ") == (
        "Erreur : Il n’y a pas de commande `biuld`. S’agit-il de `build` ?"
    )


def test_why_somebody_stands_where_they_stand_is_said_too(school: Path) -> None:
    """The rule is said by the porch, the reason by what pages say."""
    told = call("why", "ada-park", "communication/academics", school, LANGUAGE="es").stdout
    assert "foundation: abierto" in told
    assert "solo se logra con una decisión anotada del comité" in told
    assert "nothing" not in told.casefold()


@pytest.mark.parametrize(
    ("language", "said"), [("ar", "is not in the framework"), ("es", "no está en el marco")]
)
def test_a_terminal_without_the_letters_is_told_in_english(
    language: str, said: str, school: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from portfolio_gen.cli import main; main()", "check", school],
        capture_output=True,
        env={
            "PATH": "/usr/bin:/bin",
            "LANGUAGE": language,
            "PYTHONIOENCODING": "latin-1",
            "SOURCE_DATE_EPOCH": "1795305600",
        },
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert not done.stderr
    assert said in done.stdout.decode("latin-1")
