"""Compiled templates: made once on a machine, and never taken from where somebody else could have put them."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from portfolio_gen.render import compiled, engine, policy
from portfolio_gen.render.engine import Engine, open_engine
from portfolio_gen.render.shelves import Shelves
from portfolio_gen.render.workshop import theme_folders


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiled, "user_cache_path", lambda *_, **__: tmp_path / "user")
    return tmp_path / "user" / "templates"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the templates that have been compiled."""
    names: list[str] = []
    real = Environment.compile

    def compile_(
        self: Environment, source: str, name: str | None = None, *given: object, **named: object
    ) -> object:
        if isinstance(self.loader, Shelves):  # MkDocs' search compiles some for itself
            names.append(str(name))
        return real(self, source, name, *given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", compile_)
    return names


def fresh(school: Path) -> Engine:
    """An engine that another process would open."""
    open_engine.cache_clear()
    found = open_engine(theme_folders(school, "riverbend"), "en")
    open_engine.cache_clear()
    return found


def test_what_comes_with_the_program_is_compiled_once(
    cache: Path, made: list[str], tmp_path: Path
) -> None:
    text = fresh(tmp_path).environment.get_template("base.html")
    first = [*made]
    made.clear()

    again = fresh(tmp_path).environment.get_template("base.html")

    assert "base.html" in first
    assert made == ["None"], "only the empty template, which has no file"
    assert again.root_render_func.__code__ == text.root_render_func.__code__
    assert list(cache.iterdir())


@pytest.mark.parametrize("harm", ["cut", "changed", "writable"])
def test_an_entry_that_is_not_sound_is_made_again(
    cache: Path, made: list[str], tmp_path: Path, harm: str
) -> None:
    fresh(tmp_path).environment.get_template("base.html")
    before = sorted(made)
    made.clear()
    for entry in cache.iterdir():
        code = entry.read_bytes()
        if harm == "cut":
            entry.write_bytes(code[:-9])
        elif harm == "changed":
            entry.write_bytes(code[:-9] + bytes([code[-9] ^ 1]) + code[-8:])
        else:
            entry.chmod(0o666)

    fresh(tmp_path).environment.get_template("base.html")

    assert sorted(made) == before


def test_a_changed_source_is_compiled_again(
    cache: Path, made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh(tmp_path).environment.get_template("base.html")
    made.clear()
    monkeypatch.setattr(engine.material, "mended", lambda text: f"{text}\n")

    fresh(tmp_path).environment.get_template("base.html")

    assert "base.html" in made
    assert list(cache.iterdir())


def test_a_schools_own_templates_are_not_kept(cache: Path, made: list[str], tmp_path: Path) -> None:
    theme = tmp_path / "school/themes/riverbend"
    theme.mkdir(parents=True)
    (theme / "own.html").write_text('<script src="x.js"></script>')
    fresh(tmp_path / "school").environment.get_template("own.html")
    kept = len(list(cache.iterdir()))
    made.clear()

    page = fresh(tmp_path / "school").environment.get_template("own.html").render()

    assert made == ["None", "own.html"]
    assert len(list(cache.iterdir())) == kept
    assert page == f'<script nonce="{policy.NONCE}" src="x.js"></script>'


def test_a_kept_template_says_the_nonce_of_this_run(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh(tmp_path).environment.get_template("sheet.html")
    monkeypatch.setattr("portfolio_gen.render.shelves.NONCE", "another")
    template = fresh(tmp_path).environment.get_template("sheet.html")

    names = {"asset": str, "home": "", "dir_of": str, "title": "", "link": str, "description": ""}
    frame = {"language": "en", "policy": "", "canonical": ""}
    page = template.render(names, engine=frame)

    assert '<script nonce="another" src="javascripts/scope.js"' in page
    assert all(b"another" not in one.read_bytes() for one in cache.iterdir())


def test_without_a_place_to_keep_them_everything_works(
    cache: Path, made: list[str], tmp_path: Path
) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_text("in the way")

    assert fresh(tmp_path).environment.get_template("base.html")
    assert "base.html" in made


def test_code_that_does_not_escape_is_never_taken_for_code_that_does(
    cache: Path, made: list[str], tmp_path: Path
) -> None:
    unsafe = fresh(tmp_path).environment
    unsafe.autoescape = False
    unsafe.get_template("base.html")
    assert list(cache.iterdir())
    made.clear()

    fresh(tmp_path).environment.get_template("base.html")

    assert "base.html" in made
