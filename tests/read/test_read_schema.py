"""The reference and the schemas: current, complete, and true."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.read.bind import bind
from portfolio_gen.read.documents import write_documents
from portfolio_gen.read.frontmatter import take_apart
from portfolio_gen.read.kinds import KINDS, Kind
from portfolio_gen.read.meanings import caption_of, meaning_of
from portfolio_gen.read.reference import reference
from portfolio_gen.read.schema import schema_of
from portfolio_gen.read.shape import nouns_in, writable
from portfolio_gen.read.yaml import grow

DOCS = Path(__file__).parents[2] / "docs"

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def test_the_written_documents_are_current(tmp_path: Path) -> None:
    write_documents(tmp_path)
    written = {path.relative_to(tmp_path): path.read_text() for path in tmp_path.rglob("*.*")}
    kept = {path: (DOCS / path).read_text() for path in written if (DOCS / path).exists()}

    stale = [path for path, text in written.items() if kept.get(path) != text]
    assert not stale, "run `python -m portfolio_gen.read.documents docs`"
    assert {path.name for path in (DOCS / "schemas").iterdir()} == {
        path.name for path in written if path.parent.name == "schemas"
    }


@each_kind
def test_each_example_can_be_read(kind: Kind) -> None:
    text = kind.example
    if kind.told:
        parts, _ = take_apart(text, kind.path, needed=True)
        assert parts
        text = parts.matter
    tree, found = grow(text, kind.path)

    assert tree
    assert found == bind(kind.noun, tree)[1] == ()


@each_kind
def test_each_key_has_a_meaning(kind: Kind) -> None:
    for noun in {kind.noun, *nouns_in(kind.noun)}:
        assert caption_of(noun)
        for key in writable(noun):
            assert meaning_of(noun, key), f"{noun.__name__}.{key} has no docstring"


@each_kind
def test_each_key_is_in_the_reference_and_in_the_schema(kind: Kind) -> None:
    schema, page = schema_of(kind), reference()

    assert set(schema["properties"]) == set(writable(kind.noun))
    assert schema["additionalProperties"] is False
    assert all(one["description"] for one in schema["properties"].values())
    assert all(f"| `{key}` |" in page for key in writable(kind.noun))
    for noun in nouns_in(kind.noun):
        assert set(schema["definitions"][noun.__name__]["properties"]) == set(writable(noun))


def test_what_nobody_can_write_is_in_neither() -> None:
    artifact = next(kind for kind in KINDS if kind.name == "artifact")

    assert not {"slug", "marks", "narrative", "digest"} & set(schema_of(artifact)["properties"])
    assert "`narrative_line`" not in reference()


def test_schemas_allow_what_editors_take_for_other_types() -> None:
    """To an editor, `phase: 10` is a number, and `2025` is no text."""
    ledger = schema_of(next(kind for kind in KINDS if kind.name == "ledger"))
    settings = schema_of(next(kind for kind in KINDS if kind.name == "portfolio"))
    enrolment = ledger["definitions"]["Enrolment"]

    assert "number" in enrolment["properties"]["phase"]["type"]
    assert {"type": "integer", "minimum": 1000, "maximum": 9999} in enrolment["properties"][
        "entered"
    ]["anyOf"]
    assert {"enum": ["1", 1]} in settings["properties"]["format"]["anyOf"]
    assert enrolment["required"] == ["entered", "phase", "framework"]
