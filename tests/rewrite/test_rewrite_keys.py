"""A value is changed where it stands, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from portfolio_gen.rewrite.keys import CannotChange, changed, same, values_in
from portfolio_gen.rewrite.page import rewritten, values_of
from sample import SAMPLE

FILE = """\
# Begin here.
title: "Solar oven"   # loud
date: 2026-03
summary:
tags: [sun, 'bread']

# Pictures
media:
  # the best one
  - file: a.jpg
    alt: A box
    caption: >-
      Day
      nine
  - file: b.jpg   # the second
    alt:
claims:
- credit: communication/academics
  why: |
    One.

    Two.

sharing:
  college: {name: full}
  public:
    picture: true
# yaml-language-server: $schema=x
"""


def lines_changed(before: str, after: str) -> tuple[set[str], set[str]]:
    return set(before.splitlines()) - set(after.splitlines()), set(after.splitlines()) - set(
        before.splitlines()
    )


@pytest.mark.parametrize(
    ("key", "value", "gone", "come"),
    [
        ("title", "Oven: 3", {'title: "Solar oven"   # loud'}, {"title: 'Oven: 3'   # loud"}),
        ("date", "2026-04-01", {"date: 2026-03"}, {"date: 2026-04-01"}),
        ("date", "2026", {"date: 2026-03"}, {"date: 2026"}),
        ("summary", "Hot.", {"summary:"}, {"summary: Hot."}),
        ("title", "", {'title: "Solar oven"   # loud'}, {"title:   # loud"}),
        ("tags", ["sun"], {"tags: [sun, 'bread']"}, {"tags: [sun]"}),
        ("tags", [], {"tags: [sun, 'bread']"}, {"tags: []"}),
        ("audience", ["family"], set(), {"audience: [family]"}),
        ("place", "no", set(), {"place: no"}),
        ("my_part", "One.\nTwo: 2", set(), {"my_part: |-", "  One.", "  Two: 2"}),
    ],
)
def test_only_lines_that_say_something_else_differ(
    key: str, value: str | list[str], gone: set[str], come: set[str]
) -> None:
    after = changed(FILE, {key: value}, ("title", "date", "summary", "my_part"))
    assert lines_changed(FILE, after) == (gone, come)
    assert same(values_in(after)[key], value)


def media(*changes: dict[str, str]) -> list[dict[str, str]]:
    entries = [{"file": "a.jpg", "alt": "A box", "caption": "Day nine"}, {"file": "b.jpg"}]
    return [{**entry, **change} for entry, change in zip(entries, changes, strict=True)]


def test_an_entry_of_a_list_is_changed_where_it_stands() -> None:
    gone, come = lines_changed(FILE, changed(FILE, {"media": media({}, {"alt": "A lid"})}))
    assert (gone, come) == ({"    alt:"}, {"    alt: A lid"})
    gone, come = lines_changed(FILE, changed(FILE, {"media": media({"caption": ""}, {})}))
    assert (gone, come) == ({"    caption: >-", "      Day", "      nine"}, set())
    more = [*media({}, {}), {"file": "c.jpg", "alt": "Crumbs"}]
    assert lines_changed(FILE, changed(FILE, {"media": more})) == (
        set(),
        {"  - file: c.jpg", "    alt: Crumbs"},
    )
    gone, come = lines_changed(FILE, changed(FILE, {"media": media({}, {})[1:]}))
    assert come == set()
    assert "  # the best one" not in gone
    turned = changed(FILE, {"media": media({}, {})[::-1]})
    assert [one["file"] for one in values_in(turned)["media"]] == ["b.jpg", "a.jpg"]  # type: ignore[index, union-attr]


def test_keys_in_keys_are_changed_where_they_stand() -> None:
    sharing = {"college": {"name": "full"}, "public": {"picture": "false", "name": "initials"}}
    assert lines_changed(FILE, changed(FILE, {"sharing": sharing})) == (
        {"    picture: true"},
        {"    picture: false", "    name: initials"},
    )


def test_a_group_that_is_emptied_leaves_no_trace_but_its_name() -> None:
    text = "---\ntitle: A\nself_rating:\n  evidence: meeting\n---\nB.\n"
    for empty in ({"evidence": ""}, {}, ""):
        after = rewritten(text, {"self_rating": empty}, None, told=True)  # type: ignore[dict-item]
        assert after == "---\ntitle: A\nself_rating:\n---\nB.\n"
    both = text.replace("meeting\n", "meeting\n  story: below\n")
    for wanted in ({"evidence": "", "story": "below"}, {"story": "below"}):
        after = rewritten(both, {"self_rating": wanted}, None, told=True)  # type: ignore[dict-item]
        assert after == both.replace("  evidence: meeting\n", "")


def test_the_key_behind_a_dash_stays_without_a_value() -> None:
    text = "links:\n  - title: A\n    url: b\n"
    for entry in ({"title": "", "url": "b"}, {"url": "b"}):
        assert changed(text, {"links": [entry]}) == text.replace("title: A", "title:")  # type: ignore[dict-item]


def test_what_is_written_does_not_end_the_facts() -> None:
    text = "---\ntitle: A\n---\nB.\n"
    for value in ("---", "--- a", "x\n---\ny", "...", "x\n...\n"):
        after = rewritten(text, {"title": value}, "---\nkeys: none\n---\n", told=True)
        said, body = values_of(after, told=True)
        assert same(said["title"], value)
        assert body == "---\nkeys: none\n---\n"


def test_the_ends_of_lines_stay_as_they_are() -> None:
    windows = FILE.replace("\n", "\r\n")
    assert changed(windows, {"my_part": "One.\nTwo."}).count("\n") == windows.count("\n") + 3
    assert "\n" not in changed(windows, {"my_part": "One.\nTwo."}).replace("\r\n", "")
    assert changed(windows, {"title": "Solar oven"}) == windows


@pytest.mark.parametrize(
    "text", ["a: &x 1\nb: *x\n", "{a: 1}\n", "- a\n", "a: [\n", "a: 1\na: 2\n", "a: \x07\n"]
)
def test_what_cannot_be_changed_alone_is_refused(text: str) -> None:
    with pytest.raises(CannotChange):
        changed(text, {"a": "3", "b": "1"})


PAGES = sorted((SAMPLE / "students").rglob("*.md"))
CARDS = sorted((SAMPLE / "students").rglob("*.yml"))


def test_nothing_changed_changes_nothing_in_the_sample_school() -> None:
    assert len(PAGES) > 100
    for path in (*PAGES, *CARDS):
        text, told = path.read_bytes().decode(), path.suffix == ".md"
        values, body = values_of(text, told=told)
        assert rewritten(text, values, body, told=told) == text, path


def test_a_text_is_changed_and_its_facts_are_not() -> None:
    text = "---\r\ntitle: A\r\n---\r\nOld.\r\n"
    assert rewritten(text, {}, "New.\n\nTwo.\n", told=True) == text.replace(
        "Old.", "New.\r\n\r\nTwo."
    )
    assert rewritten("Just words.\n", {"title": "A"}, None, told=True) == (
        "---\ntitle: A\n---\nJust words.\n"
    )
    with pytest.raises(CannotChange):
        rewritten("---\ntitle: A\n", {"title": "B"}, None, told=True)


texts = some.text(
    some.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")) | some.just("\n"), max_size=30
)
values = some.dictionaries(
    some.sampled_from(["title", "tags", "media", "claims", "sharing", "place"]),
    texts
    | some.lists(texts, max_size=3)
    | some.lists(some.dictionaries(some.sampled_from(["file", "alt", "why"]), texts), max_size=3)
    | some.dictionaries(some.sampled_from(["college", "public"]), texts),
)


@settings(max_examples=25, deadline=None)
@given(values)
def test_a_page_stays_a_page(wanted: dict[str, object]) -> None:
    page = f"---\n{FILE}---\nBody.\n"
    try:
        after = rewritten(page, wanted, None, told=True)  # type: ignore[arg-type]
    except CannotChange:
        return
    said, body = values_of(after, told=True)
    assert body == "Body.\n"
    assert all(same(said.get(key, ""), one) for key, one in wanted.items())  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None)
@given(values)
def test_whatever_is_wanted_is_said_afterwards_or_refused(wanted: dict[str, object]) -> None:
    try:
        after = changed(FILE, wanted)  # type: ignore[arg-type]
    except CannotChange:
        return
    said = values_in(after)
    assert all(same(said.get(key, ""), one) for key, one in wanted.items())  # type: ignore[arg-type]
    assert all(same(said[key], one) for key, one in values_in(FILE).items() if key not in wanted)
    assert "# Begin here." in after
    assert "$schema=x" in after
