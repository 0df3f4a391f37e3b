"""The shorter ways through Jinja lead where its own do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, Undefined, pass_context, pass_environment
from jinja2.exceptions import UndefinedError
from jinja2.runtime import Context
from markupsafe import Markup, escape

from portfolio_gen.render.modules import Sharing
from portfolio_gen.render.swift import _safe, escaped, make_swift


@dataclass(frozen=True, slots=True)
class Noun:
    name: str
    parts: tuple[str, ...] = ()
    more: dict[str, str] = field(default_factory=dict)

    def told(self, how: str = "") -> str:
        return f"<{self.name}>{how}"


class Oddity:
    """An object that is called like a function, and has an item and an attribute of one name."""

    item = "attribute"

    def __getitem__(self, name: str) -> str:
        return f"item {name}"

    def __call__(self, what: str) -> str:
        return f"called {what}"

    @pass_context
    def asks(self, context: Context) -> str:
        return str(context["own"])


@pass_context
def looks(context: Context, name: str) -> Any:
    return context.get(name, "nothing")


@pass_environment
def kind(environment: Environment) -> str:
    return environment.undefined.__name__


def runs_out() -> Any:
    return next(iter(()))


NAMES: dict[str, Any] = {
    "one": Noun("Ada & co", ("x", "<y>"), {"key": "'value'"}),
    "nouns": [Noun("b"), Noun("a"), Noun("B")],
    "odd": Oddity(),
    "looks": looks,
    "kind": kind,
    "runs_out": runs_out,
    "safe": Markup("<b>safe</b>"),
    "upper": str.upper,
    "own": "own",
}
TEMPLATES = (
    "{{ one.name }} {{ one.told('!') }} {{ one.told(how='?') }} {{ one['name'] }} "
    "{{ one.more.key }} {{ one.parts[1] }}",
    "{{ one.more['key'] }} {{ one.more.items() | list }} {{ nouns[0].name }}",
    "{{ nouns | map(attribute='name') | sort | join(', ') }}",
    "{{ nouns | sort(attribute='name') | map(attribute='name') | list }}",
    "{{ nouns | selectattr('name', 'equalto', 'a') | map(attribute='parts') | list | length }}",
    "{{ odd.item }} {{ odd['item'] }} {{ odd('x') }} {{ odd.asks() }}",
    "{% for each in nouns %}{% set here = each.name %}{{ looks('here') }}{{ looks('absent') }}{{ kind() }}{% endfor %}",
    "{% set own = 'set' %}{{ odd.asks() }}{{ looks('own') }}{% with inner = 1 %}{{ looks('inner') }}{% endwith %}",
    "{% macro card(what, size=2) %}<i>{{ what }}{{ size }}"
    "{{ caller() if caller is defined and caller else '' }}</i>{% endmacro %}"
    "{{ card('<&>') }}{{ card(safe, size='\"') }}{% call card('x') %}{{ one.name }}{% endcall %}",
    "{% macro pair(a, b='B') %}{{ a is defined }}{{ b }}{% endmacro %}"
    "{{ pair() }}{{ pair(1) }}{{ pair(1, 2.5) }}{{ pair(b=safe, a=1) }}{{ pair(1, b='<') }}"
    "{% for one in nouns %}{{ pair(one, b=loop.index) }}{% endfor %}"
    "{% autoescape false %}{{ pair(1, '<') }}{{ pair(1, '<') is escaped }}{% endautoescape %}",
    "{% macro around(a) %}{{ caller(a) }}{% endmacro %}{% call(b) around('<') %}{{ b }}{% endcall %}",
    "{% macro rest() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ rest(1, 'b', c='d') }}",
    "{{ _('Bridge & co') }} {{ gettext('river') }} {% trans %}a <b>{% endtrans %}",
    "{{ safe }} {{ safe ~ '<' }} {{ '<' ~ safe }} {{ 7 }} {{ none }} "
    "{{ one }} {{ upper('<a>') }} {{ 'plain' ~ 'text' }}",
    "{{ runs_out() is defined }}",
    "{{ one.absent is defined }} {{ one['absent'] is defined }} {{ one.more.absent | default('-') }} "
    "{{ one[0] is defined }} {{ one.parts[9] is defined }} {{ none[0] is defined }} {{ one.parts[-1] }}",
    "{{ [3, 1, 2] | sum }} {{ nouns | first | string }} {{ nouns | map(attribute='name') | unique | join('|') }} "
    "{{ [['a', '<'], [safe]] | sum(start=[]) | join }} {{ nouns | groupby('name') | list | length }} "
    "{{ [0, 1] | select | list }} {{ nouns | rejectattr('parts') | list | length }} {{ 'abcd' | slice(2) | list }}",
    "{{ nouns | map('string') | join }} {{ nouns | map(attribute='parts.0', default='-') | join }} "
    "{{ [one] | map(attribute='parts.1') | join }} {{ [[1, 2]] | map(attribute=1) | list }} "
    "{{ [one.more, one] | map(attribute='key') | list | length }} "
    "{{ [one] | map(attribute='more.key') | join }} {{ [one] | map(attribute='more.items') | list | length }} "
    "{{ [one] | map(attribute='absent') | select('defined') | list }} {{ [] | map(attribute='x') | list }}",
    "{{ 7 }} {{ 2.5 }} {{ true }} {{ -0.0 }} {{ 10 ** 20 }}",
)


def environment(undefined: type[Undefined], *, swift: bool) -> Environment:
    made = Environment(autoescape=True, undefined=undefined, extensions=["jinja2.ext.i18n"])
    made.install_null_translations()  # type: ignore[attr-defined]
    if swift:
        made.template_class = Sharing
        make_swift(made)
    return made


@pytest.mark.parametrize("source", TEMPLATES)
@pytest.mark.parametrize("undefined", [Undefined, StrictUndefined])
def test_a_template_says_the_same(source: str, undefined: type[Undefined]) -> None:
    said = environment(undefined, swift=True).from_string(source).render(NAMES)

    assert said == environment(undefined, swift=False).from_string(source).render(NAMES)


@pytest.mark.parametrize("source", ["{{ one.absent }}", "{{ one['absent'] }}", "{{ absent() }}"])
def test_what_is_not_there_is_named_in_the_same_words(source: str) -> None:
    said = []
    for swift in (True, False):
        with pytest.raises(UndefinedError) as caught:
            environment(StrictUndefined, swift=swift).from_string(source).render(NAMES)
        said.append(str(caught.value))

    assert said[0] == said[1]


@pytest.mark.parametrize("call", ["m(1, 2)", "m(b=1)", "m(1, a=2)"])
def test_a_macro_that_is_given_something_else_says_so_in_the_same_words(call: str) -> None:
    said = []
    for swift in (True, False):
        source = f"{{% macro m(a) %}}{{{{ a }}}}{{% endmacro %}}{{{{ {call} }}}}"
        with pytest.raises(TypeError) as caught:
            environment(StrictUndefined, swift=swift).from_string(source).render(NAMES)
        said.append(str(caught.value))

    assert said[0] == said[1]


def test_the_library_s_own_step_is_called_what_it_is_called_here() -> None:
    """Another name would make escaping slow and nothing else, so nobody would notice."""
    assert _safe is not escape


@pytest.mark.parametrize(
    "value",
    [
        "",
        "plain",
        "&",
        "<",
        ">",
        "'",
        '"',
        "é&\ue000",
        Markup("<b>"),
        7,
        2.5,
        True,
        None,
        Oddity.item,
    ],
)
def test_a_value_is_escaped_as_always(value: Any) -> None:
    assert escaped(value) == escape(value)
    assert type(escaped(value)) is Markup
