"""What stands on a page is what a plain `mkdocs build` makes of the same Markdown: equal words in equal elements."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from elements import Element, elements

from portfolio_gen.build import build
from school import TODAY, minimal_school, write

EXTENSIONS = {
    "tables": {"use_align_attribute": True},
    "fenced_code": {},
    "footnotes": {},
    "def_list": {},
    "sane_lists": {},
    "codehilite": {"guess_lang": False},
}
"""Those that a story may use; `docs/` tells students of them."""
STORIES = {
    "prose": """\
We built an **oven** of *cardboard*, in `three` days, for [the fair](https://fair.example/oven?a=1&b=2).
It got hot & stayed hot: 80 °C < 90 °C.

## What I did

First line with two blanks at its end\x20\x20
and the next one.

### Materials

Foil, tape, a pane of glass. A \\*star\\* and a snake_case_word. <https://plans.example/7>

## What went wrong

> The lid was too light.
>
> > So said the wind.

---

The end.
""",
    "lists": """\
- one
- two
    - two and a half
    - with a paragraph

      that goes on
- three

1. first
2. second

    > quoted in a list

5. fifth, counted on

* a star begins another list

Oven
:   A box that is hot.
:   A person who is hot.

Lid
:   What is missing.
""",
    "tables and listings": """\
| Day | Warmest | Note |
| :-- | ---: | :-: |
| Monday | 61 | *clouds* |
| Tuesday | 80 | `sun` |

```python
def warm(box):
    return box + 1  # <hot> & bright
```

    indented listing
      stays as it is

Between two footnotes[^one] there is a word[^two].

[^one]: The first note.
[^two]: The second, with **weight**.
""",
    "html": """\
<details><summary>Measurements</summary>
Every ten minutes, H<sub>2</sub>O at the <kbd>start</kbd>.
</details>

Text with <mark>a mark</mark>, <abbr title="Central European Time">CET</abbr> and &copy; signs &amp; such.

<figure><figcaption>A caption of nothing</figcaption></figure>
""",
}


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = minimal_school(tmp_path_factory.mktemp("ours") / "school")
    for number, story in enumerate(STORIES.values()):
        head = "title: An oven\ndate: 2026-03\nstatus: published\naudience: [self]\n"
        path = f"students/zoe/artifacts/story-{number}/artifact.md"
        write(root, {path: f"---\n{head}---\n{story}"})
    write(root, {"students/zoe/student.yml": "name: Zoe\n"})
    build(root, on=TODAY, jobs=1, editions={"self"}, students={"zoe"})
    return root / "site/self/zoe/artifacts"


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theirs")
    for number, story in enumerate(STORIES.values()):
        write(folder, {f"docs/story-{number}.md": f"# An oven\n\n{story}"})
    settings = {
        "site_name": "x",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": [{name: more} for name, more in EXTENSIONS.items()],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings))
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", folder / "mkdocs.yml"],
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        timeout=120,
    )
    return folder / "site"


@pytest.mark.parametrize("number", range(len(STORIES)), ids=[*STORIES])
def test_a_story_has_the_same_words_in_the_same_elements(
    ours: Path, theirs: Path, number: int
) -> None:
    page = elements((ours / f"story-{number}/index.html").read_text("utf-8"))
    story = page.one(class_="prose")
    page = elements((theirs / f"story-{number}/index.html").read_text("utf-8"))
    article = page.one("article")

    said, expected = list(told(story)), list(told(article))

    title = expected.index("</h1>") + 1
    assert expected[:title] == ["<h1>", "An", "oven", "</h1>"]
    assert said == expected[title:]
    assert len(said) > 40


def told(inside: Element) -> Iterator[str]:
    """The elements and words in an element, one after the other."""
    for one in inside.children:
        if isinstance(one, str):
            yield from one.split()
        elif one.tag == "a" and one.classes & {"headerlink", "footnote-backref"}:
            continue  # ways that themes draw in their own manner
        elif one.tag in ("div", "span"):
            yield from told(one)  # what only groups or colours
        else:
            yield f"<{one.tag}>"
            yield from told(one)
            yield f"</{one.tag}>"
