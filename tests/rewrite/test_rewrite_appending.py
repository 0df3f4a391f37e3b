"""A ledger keeps every byte that people have written, whatever their style, and says one thing more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_gen.model.dates import Day
from portfolio_gen.read.tree import plain
from portfolio_gen.read.yaml import grow
from portfolio_gen.rewrite.appending import CannotAppend, appended

ENTRY: Mapping[str, Any] = {
    "id": "d-2026-04-20-a",
    "credit": "critical-thinking/academics",
    "date": Day(2026, 4, 20),
    "committee": ["b-lund", "c-mora"],
    "strong": "You said: “I was wrong” # and meant it.",
    "missing": "How you know.\n\n- that it was the window",
    "verdict": "no",
    "ballots": {"b-lund": "sha256:" + "0" * 64},
    "rework": None,
}

STYLES = {
    "comments": "# ours\na: 1\ndecisions:\n  - id: x   # first\n    why: >-\n      Folded,\n      of course\n"
    "    release: 2026-01-01     # told in January\n\n# habits come next\nhabits: []\n",
    "no final line end": "decisions:\n- id: x\n  why: |\n    text\n    more",
    "carriage returns": "a: 1\r\ndecisions:\r\n  - id: x # ours\r\n\r\n# more\r\nhabits:\r\n  - b\r\n",
    "flow": "decisions: [ {id: x, why: 'y'}, ]  # one line\nz: 1\n",
    "flow at the end": "decisions: [{id: x}]",
    "flow over lines": "decisions: [\n  {id: x}, # first\n  {id: y}  # second\n]\nz: 1\n",
    "flow entries": "decisions:\n    - {id: x, why: 'y'} # c\n    - { id: y }\nz: 1\n",
    "empty list": "decisions: []   # none yet\nz: 1\n",
    "nothing": "decisions:   # none yet\nz: 1\n",
    "nothing at the end": "z: 1\ndecisions:",
    "absent": "z: 1",
    "absent, with document marks": "---\nz: 1\n...\n",
    "all in flow": "{z: 1, why: 'not'}",
    "kept blank lines": "decisions:\n  - id: x\n    why: |+\n      text\n\n\nz: 1\n",
    "blank lines between": "decisions:\n  - id: x\n\n  - id: y\n\nz: 1\n",
    "byte order mark": "\ufeffz: 1\ndecisions:\n  - id: x\n",
    "quoted over lines": 'decisions:\n  - id: x\n    why: "one\n      two"   # c\nz: 1\n',
    "anchors": "decisions:\n  - &one { id: x }\nz: *one\n",
}


def read(text: str) -> Any:
    """What a file says, as the school reads it: a block that ends the file may lack its last line end."""
    tree, found = grow(text.removeprefix("\ufeff").replace("\r\n", "\n"), "x.yml")
    assert tree, found
    assert not found
    return stripped(plain(tree.root))


def stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: stripped(one) for key, one in value.items()}
    if isinstance(value, list):
        return [stripped(one) for one in value]
    return value.removesuffix("\n") if isinstance(value, str) else value


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_every_byte_stays_and_one_entry_comes(text: str) -> None:
    after = appended(text, "decisions", [ENTRY])

    start = next(
        at for at in range(len(text), -1, -1) if after.startswith(text[:at])
    )  # the new part stands in one place
    assert after.endswith(text[start:])
    assert read(after).pop("decisions")[:-1] == (read(text).get("decisions") or [])
    new = read(after)["decisions"][-1]
    assert new == {
        "id": "d-2026-04-20-a",
        "credit": "critical-thinking/academics",
        "date": "2026-04-20",
        "committee": ["b-lund", "c-mora"],
        "strong": ENTRY["strong"],
        "missing": ENTRY["missing"],
        "verdict": "no",
        "ballots": ENTRY["ballots"],
    }
    assert {**read(after), "decisions": None} == {**read(text), "decisions": None}


@pytest.mark.parametrize("style", ["carriage returns", "comments"])
def test_line_ends_are_the_files_own(style: str) -> None:
    after = appended(STYLES[style], "decisions", [ENTRY])

    assert after.count("\r\n") in (0, after.count("\n"))


def test_ten_times_in_a_row() -> None:
    text = STYLES["comments"]
    for number in range(10):
        text = appended(text, "decisions", [{**ENTRY, "id": f"d{number}"}])

    assert [one["id"] for one in read(text)["decisions"]] == ["x", *(f"d{n}" for n in range(10))]
    assert "# told in January" in text
    assert text.endswith("\n# habits come next\nhabits: []\n")


@pytest.mark.parametrize(
    "text", ["- a\n- b\n", "decisions: {a: b}\n", "decisions: word\n", "a: [\n"]
)
def test_what_holds_no_list_is_left_alone(text: str) -> None:
    with pytest.raises(CannotAppend):
        appended(text, "decisions", [ENTRY])


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(sorted(STYLES)))
def test_any_words_come_through(words: str, style: str) -> None:
    """Whatever a reviewer writes, the ledger says it, or nothing is written at all."""
    text = STYLES[style]
    try:
        after = appended(text, "decisions", [{"id": "d", "strong": words}])
    except CannotAppend:
        return
    tree, _ = grow(after.removeprefix("\ufeff").replace("\r\n", "\n"), "x.yml")
    if tree is not None:
        assert len(read(after)["decisions"]) == len(read(text).get("decisions") or []) + 1
