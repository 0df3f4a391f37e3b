"""Stories that are heavy, broken or only odd."""

from __future__ import annotations

from bad_inputs.case import Case, Family, page

MARKDOWN = Family("markdown")

CASES: tuple[Case, ...] = (
    MARKDOWN.story("brackets", "[" * 20_000, "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("brackets-closed", "[a](" * 1_000),
    MARKDOWN.story("brackets-of-pictures", "![" * 10_000, "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("stars", "*a **b " * 4_000),
    MARKDOWN.story("underlines", "_" * 20_000, "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("backticks", "".join("`" * n + "a" for n in range(1, 150))),
    MARKDOWN.story("ampersands", "&" * 20_000, "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("angles", "<" * 20_000, "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("comments-unclosed", "<!--" * 5_000, "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("declarations", "<!x" * 5_000),
    MARKDOWN.story("boxes", "<div>" * 3_000, "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("boxes-with-markdown", "<div markdown=1>\n" * 300),
    MARKDOWN.story("lists", "".join("  " * n + "- a\n" for n in range(150))),
    MARKDOWN.story("quotations", ">" * 3_000 + " a", "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("wide-table", "|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "|b" * 3_000 + "|"),
    MARKDOWN.story("headings", "# a\n" * 3_000),
    MARKDOWN.story("footnotes", "".join(f"[^{n}]\n\n[^{n}]: b\n\n" for n in range(700))),
    MARKDOWN.story("one-long-line", "word " * 20_000),
    MARKDOWN.story("one-long-word", "a" * 60_000),
    MARKDOWN.story("blanks", " " * 60_000 + "."),
    MARKDOWN.story("backslashes", "\\" * 20_000, "PG556 artifact.md:8", shows=()),
    MARKDOWN.story("accents", "a" + "\u0301" * 300 + " b", "PG118 artifact.md:10"),
    MARKDOWN.story("joiners", "👩\u200d👩\u200d👧\u200d👦 and न\u200dम", shows=("न",)),
    MARKDOWN.story("right-to-left", "שלום עולם and مرحبا", shows=("שלום עולם",)),
    MARKDOWN.story("turned", "a\u202eb\u202c c", "PG118 artifact.md:10"),
    MARKDOWN.story("placeholders", "\x02klzzwxh:0042\x03 and \x02amp\x03", "PG118 artifact.md:10"),
    MARKDOWN.story("bell-and-escape", "a\x07b\x1b]0;title\x07c", "PG118 artifact.md:10"),
    MARKDOWN.story("null", "a\0b", "PG118 artifact.md:10"),
    MARKDOWN.story("later-controls", "a\u009b31mb\u0085c", "PG118 artifact.md:10"),
    MARKDOWN.story("line-separators", "a\u2028b\u2029c"),
    MARKDOWN.story("not-a-character", "a\ufffe\uffffb", "PG118 artifact.md:10"),
    MARKDOWN.story("front-matter-again", "---\ntitle: Another\ntemplate: evil.html\n---", shows=()),
    MARKDOWN.story("include", '--8<-- "../student.yml"\n\n{!../student.yml!}\n\n![[artifact]]'),
    MARKDOWN.story(
        "template", "{{ 7 * 7 }} {% include 'base.html' %} {# hm #}", shows=("{{ 7 * 7 }}",)
    ),
    MARKDOWN.story(
        "code", "    if (a < b && c > d) x<y>();", shows=("if (a < b && c > d) x<y>();",)
    ),
    MARKDOWN.story(
        "fenced-script",
        "```html\n<script>alert('seen')</script>\n```",
        shows=("<script>alert('seen')</script>",),
    ),
    MARKDOWN.story("fence-unclosed", "```python\nx = 1", shows=("Before it.", "x = 1")),
    MARKDOWN.story("fence-of-no-language", "```nonesuch{1-9999999}\nx\n```"),
    MARKDOWN.story("table-of-contents", "[TOC]\n\n## A\n\n## A\n\n## A"),
    MARKDOWN.story(
        "abbreviation", "*[it]: <script>alert(7)</script>\n\nit", "PG559 artifact.md:10"
    ),
    MARKDOWN.story(
        "only-pictures", '<img src="a.png"><img src=b.png>', "PG505 artifact.md:10", shows=()
    ),
    MARKDOWN.story("tag-cut-off", '<img src="', shows=("Before it.",)),
    MARKDOWN.story("link-of-2000", "[a](https://z.invalid/" + "a" * 2_000 + ")"),
    MARKDOWN.story(
        "links-nowhere", "".join(f"[a](b{n}.txt) " for n in range(300)), "PG505 artifact.md:10"
    ),
    MARKDOWN.story("mail", "Write to <somebody@example.org>.", shows=("somebody@example.org",)),
    MARKDOWN.case(
        "nothing",
        lambda home: home.write("artifact.md", page(story=" \n\t\n")),
        "PG508 artifact.md:6",
    ),
    MARKDOWN.case(
        "one-letter", lambda home: home.write("artifact.md", page(story="I")), shows=("I",)
    ),
    MARKDOWN.case(
        "windows",
        lambda home: home.write("artifact.md", page(story="One.\r\n\r\nTwo.\r\n")),
        shows=("One.", "Two."),
    ),
)
