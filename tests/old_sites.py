"""Folders as other programs and tired people leave them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from school import picture

PNG = picture()
LONG_AGO = 1_577_880_000
"""2020-01-01, when all of it was last changed."""

JEKYLL: Mapping[str, str | bytes] = {
    "_config.yml": "title: Ada makes things\nbaseurl: /ada\n",
    "_layouts/default.html": "<html>{{ content }}</html>\n",
    "_site/index.html": "<html>built</html>\n",
    "index.md": (
        "---\n"
        "layout: home\n"
        "title: Ada makes things\n"
        "---\n"
        "I make things. See [the beans](/beans/).\n"
    ),
    "_posts/2023-05-03-bean-diary.md": """\
---
title: "Bean diary: nine days"
layout: post
published: false
tags: [plants, "measuring things"]
categories:
  - science
permalink: /beans/
# only for me
mood: |
  hopeful
  and wet
---
# Bean diary: nine days

![Beans on paper](/IMG/Beans.PNG) and <img class="wide" src='{{ site.baseurl }}/img/bean%20two.png' alt="a bean, cut">
and ![gone](/img/nowhere.png).

{% include toc.html %}

Next: [the oven]({% post_url 2023-06-01-oven %}), [its page][oven], <a href="../about.html">me</a>.

[oven]: /2023/06/01/oven.html "The oven"

```
{{ not this }} ![x](y.png)
```
""",
    "_posts/2023-06-01-oven.md": (
        "---\nexcerpt: It bakes.\nimage: /img/beans.png\n---\nOven\n====\n\nIt bakes.\n"
    ),
    "_drafts/secret.md": "---\ntitle: Secret\n---\nNobody has seen this.\n",
    "about.markdown": (
        "---\n"
        "title: About me\n"
        "date: 5/3/2023\n"
        "author: Ada\n"
        "---\n"
        "[My notes](files/Notes.PDF) and [lost](files/lost.pdf)\n"
    ),
    "img/beans.png": PNG,
    "img/bean two.png": PNG,
    "img/never shown.png": PNG,
    "files/notes.pdf": b"%PDF-1.4 notes",
    "data/list.csv": "bean,day\n1,4\n",
}
HUGO: Mapping[str, str | bytes] = {
    "hugo.toml": 'title = "Ada"\n',
    "content/_index.md": '+++\ntitle = "Hello"\n+++\nWelcome.\n',
    "content/work/oven/index.md": """\
+++
title = "Solar oven"
date = 2024-02-30
draft = true
weight = 3
[params]
hero = "deep"
+++
{{< figure src="third.png" alt="Foil" caption="The third version" >}}
{{< youtube abc123 >}}
{{< gallery dir="all" >}}
""",
    "content/work/oven/third.png": PNG,
    "content/work/oven/plan/sketch.png": PNG,
    "content/work/oven/recipe.txt": "Two hours at noon.\n",
    "content/posts/oven.md": (
        "{\n"
        '  "title": "Oven again",\n'
        '  "date": "2024",\n'
        '  "nested": {"deep": ["kept"]}\n'
        "}\n"
        'See [it]({{< relref "work/oven/index.md" >}}).\n'
    ),
    "static/robots.txt": "User-agent: *\n",
    "layouts/index.html": "{{ .Content }}",
}
MKDOCS: Mapping[str, str | bytes] = {
    "mkdocs.yml": "site_name: Ada\nnav: [index.md]\n",
    "docs/index.md": "# Hello there\n\nNo keys at all. [Next](projects/chess.md#the-board)\n",
    "docs/projects/chess.md": (
        "---\n"
        "title: Chess: a bad line\n"
        "secret word: kept\n"
        "date: May 3, 2021\n"
        "\tx: y\n"
        "---\n"
        "\n"
        "!!! note\n"
        "    Checkmate.\n"
        "\n"
        "--8<-- 'inc.md'\n"
    ),
    "docs/projects/old.html": (
        "---\n"
        "title: Old page\n"
        "date: 2019\n"
        "---\n"
        "<html><body><h2>Was</h2><p>HTML <b>once</b></p><script>var hidden = 1;</script></body></html>\n"
    ),
    "docs/latin.md": "---\ndate: 2020-10-10 12:30\ntitle: Latin\n---\nCafé\n".encode("latin-1"),
    "docs/wide.md": "\ufeffdate: none\n\nWide Straße\n".encode("utf-16"),
    "docs/empty.md": "\n",
    "docs/CON.md": "---\ndate: 2020\n---\n---\nRule first.\n",
}


def lay_out(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write such a folder, with everything last changed long ago."""
    for path, held in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(held.encode() if isinstance(held, str) else held)
        os.utime(place, (LONG_AGO, LONG_AGO))
    return root
