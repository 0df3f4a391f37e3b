"""What is written as YAML is read as what it was, by this program and by any other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_gen.exchange.page import write_page
from portfolio_gen.exchange.plain_text import LONGEST_LINE, in_one_line, plain
from portfolio_gen.model.framework import Credit, CreditLevel, Domain, Framework
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.read.folder import look_into
from portfolio_gen.read.framework import read_framework

words = st.text(max_size=200) | st.sampled_from(
    [
        "no",
        "1e3",
        "a: b",
        "a #b",
        "- a",
        "{x}",
        "[x]",
        "'",
        '"',
        "x" * 290,
        "*a",
        "!a",
        "%a",
        "@a",
        "a,b",
        "? a",
        "~",
    ]
)
lines = words.map(lambda text: in_one_line(plain(text).text)[:LONGEST_LINE].strip()).filter(bool)
prose = st.lists(words, max_size=4).map(lambda parts: plain("\n".join(parts)).text)
numbers = st.none() | st.integers(-999, 999).map(lambda number: number / 4)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    titles=st.lists(lines, min_size=4, max_size=4),
    texts=st.lists(prose, min_size=3, max_size=3),
    value=numbers,
)
def test_any_text_comes_back(
    tmp_path: Path, titles: list[str], texts: list[str], value: float | None
) -> None:
    written = Framework(
        id="x",
        version="1",
        title=titles[0],
        about=texts[0] or None,
        domains=(Domain(id="d", title=titles[1], about=texts[1] or None, code=titles[2]),),
        levels=(CreditLevel(id="foundation", title="Foundation"),),
        credits=(Credit(id="c", title=titles[2], domain="d", about=texts[2] or None),),
        scales=(
            Scale(
                id="s", title=titles[3], levels=(ScaleLevel(id="l", title=titles[3], value=value),)
            ),
        ),
    )
    text = write_page(
        written, {(): (titles[0], texts[0]), ("credits", 0): (texts[1],), ("scales",): (titles[3],)}
    )
    (tmp_path / "framework.yml").write_text(text, encoding="utf-8")
    folder, _ = look_into(tmp_path, "")
    assert folder
    read, found = read_framework(folder)
    assert found == ()
    assert read
    assert replace(read, marks=written.marks) == written
    assert yaml.safe_load(text)["title"] == titles[0]


def test_a_page_is_pleasant_to_read() -> None:
    page = write_page(
        Framework(
            id="x",
            version="1",
            title="Two areas",
            domains=(
                Domain(id="a", title="Reading"),
                Domain(id="b", title="Numbers", about="Long. " * 30),
            ),
            levels=(CreditLevel(id="foundation", title="Foundation"),),
            credits=(Credit(id="c", title="Yes: and no", domain="a", levels=("foundation",)),),
        ),
        {
            (): ("Where it comes from.",),
            ("domains",): ("The school decides.",),
            ("domains", 1): ("Here.",),
        },
    )
    long = " ".join(["Long."] * 17)
    assert (
        page
        == f"""\
# Where it comes from.
id: x
version: "1"
title: Two areas

# The school decides.
domains:
  - {{ id: a, title: Reading }}
  # Here.
  - id: b
    title: Numbers
    about: >-
      {long}
      {" ".join(["Long."] * 13)}

levels:
  - {{ id: foundation, title: Foundation }}

credits:
  - {{ id: c, title: "Yes: and no", domain: a, levels: [foundation] }}
"""
    )
