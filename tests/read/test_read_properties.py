"""What holds for any text at all: reading never raises, ends quickly, and points at what it means."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portfolio_gen.diagnostics import Diagnostic, KeyPath
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.framework import Framework
from portfolio_gen.read import yaml as reading
from portfolio_gen.read.bind import bind
from portfolio_gen.read.decode import decode
from portfolio_gen.read.frontmatter import take_apart
from portfolio_gen.read.names import judge_id, judge_name, plain_name
from portfolio_gen.read.shape import writable
from portfolio_gen.read.tree import Items, Keys, Node, Scalar
from portfolio_gen.read.whereabouts import marks_of
from portfolio_gen.read.wording import quoted, visible
from portfolio_gen.read.yaml import grow

quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

WORDS = st.sampled_from(
    [*writable(Artifact), *writable(Framework), "public", "all", "2026", "null", "no", "1e3", "a b"]
)
PIECES = st.sampled_from(
    [
        *("- ", ": ", ":", "\n", "\n  ", "\n\t", "[", "]", "{", "}", ", ", "'", '"', "|", ">", "#"),
        *("&a ", "*a", "!x ", "!!str ", "<<", "? ", "---\n", "...\n", "%", "@", "`", "~", " #"),
        *("\\u202e", "\\0", "\r\n", "\ufeff", "\x85", "\u2028", "\x00", "\x1b", "\ud800"),
        *("é", "😀", "عبد"),
    ]
)
TEXTS = st.lists(WORDS | PIECES | st.text(max_size=5), max_size=40).map("".join)


def harmless(found: tuple[Diagnostic, ...]) -> bool:
    """Whether nothing in messages could disturb a terminal or a log."""
    return all(
        one.message and (one.message + one.hint + one.span.path).isprintable() for one in found
    )


@pytest.fixture(params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_Loader", request.param)


@pytest.mark.usefixtures("_loader")
@quick
@given(TEXTS)
@example("a: \ud800")
@example('"\\U00110000": x')
@example("\ufeff\ufeffa: b")
@example("a: &a [*a]")
def test_any_text_can_be_grown_and_bound(text: str) -> None:
    start = time.process_time()

    tree, found = grow(text, "x.yml")

    assert tree or found
    assert harmless(found)
    if tree:
        for noun in (Artifact, Framework):
            bound, complaints = bind(noun, tree)  # type: ignore[type-var]
            assert (bound is None) == bool(complaints)
            assert harmless(complaints)
            assert all(one.span.line >= 1 and one.span.column >= 1 for one in complaints)
    assert time.process_time() - start < 2


@quick
@given(TEXTS, st.booleans())
def test_any_page_can_be_taken_apart_and_put_together(text: str, needed: bool) -> None:
    parts, found = take_apart(text, "x.md", needed=needed)

    assert (parts is None) == bool(found)
    if parts:
        lines = text.split("\n")
        assert "\n".join(lines[parts.body_line - 1 :]).endswith(parts.body)
        assert lines[parts.body_line - 1 :][: parts.body.count("\n") + 1] == parts.body.split("\n")
        if parts.matter:
            assert lines[parts.matter_line - 1] == parts.matter.split("\n")[0]


@quick
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_diagnostic(data: bytes) -> None:
    text, found = decode(data, "x.yml")

    assert (text is None) == bool(found)
    assert harmless(found)
    assert text is None or "\r" not in text


LEAVES = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\ufeff"),
    max_size=8,
)
VALUES: Any = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LEAVES, inner, max_size=3),
    max_leaves=12,
)
KEYS = st.dictionaries(LEAVES.filter(lambda key: bool(key.strip()) and key != "<<"), VALUES)


@quick
@given(KEYS, st.sampled_from([True, False, None]), st.integers(1, 5))
def test_each_place_is_where_the_value_stands(values: Any, flow: bool | None, first: int) -> None:
    """Whatever another program writes is read as it was meant, and found again at its place."""
    text = yaml.dump(
        values, Dumper=_Quoting, default_flow_style=flow, allow_unicode=True, sort_keys=False
    )
    tree, found = grow(text, "x.yml", first)

    assert found == () or {one.code for one in found} <= {"PG112"}
    if found or tree is None:
        return
    lines = text.split("\n")
    for keys, written in _scalars((), tree.root):
        span = marks_of(tree)[keys]
        line = lines[span.line - first]
        assert _value_at(values, keys) == written.text
        assert line[span.column - 1 :].startswith(("'", '"'))


class _Quoting(yaml.SafeDumper):
    """Writes all texts in quotes and repeats nothing by aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Quoting.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def _scalars(keys: KeyPath, node: Node) -> list[tuple[KeyPath, Scalar]]:
    if isinstance(node, Scalar):
        return [(keys, node)]
    parts: list[tuple[str | int, Node]] = []
    if isinstance(node, Items):
        parts = list(enumerate(node.values))
    elif isinstance(node, Keys):
        parts = [(name, entry.value) for name, entry in node.entries.items()]
    return [one for key, inner in parts for one in _scalars((*keys, key), inner)]


def _value_at(values: Any, keys: KeyPath) -> Any:
    for key in keys:
        values = values[key]
    return values


@quick
@given(st.text(max_size=80))
def test_any_name_can_be_judged_and_shown(name: str) -> None:
    for problem in (judge_name(name), judge_id(name)):
        assert problem is None or (problem.message + problem.hint).isprintable()
    assert visible(name).isprintable()
    assert quoted(name).isprintable()
    assert judge_name(plain_name(name)) is None or name == ""
