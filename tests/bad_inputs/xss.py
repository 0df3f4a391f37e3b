"""Programs where words are expected."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bad_inputs.case import Case, Family, Home, page

XSS = Family("xss")
ALERT = "alert(7)"

STORIES: Mapping[str, str] = {
    "script": "<script>alert(7)</script>",
    "script-with-slash": "<script/src=//z.invalid/a.js></script>",
    "script-in-pieces": "<scr\nipt>alert(7)</scr\nipt>",
    "picture-that-fails": "<img src=nowhere.png onerror=alert(7)>",
    "picture-entities": '<img src=x: onerror="al&#101;rt&#40;7)">',
    "picture-by-backticks": "<img src=`x` onerror=`alert(7)`>",
    "body": "<body onload=alert(7) background=//z.invalid/b.png>",
    "svg-script": "<svg><script>alert(7)</script></svg>",
    "svg-link": '<svg><a href="javascript:alert(7)"><text y=9>x</text></a></svg>',
    "svg-style": "<svg><style>@import url(//z.invalid/a.css)</style></svg>",
    "math": '<math><maction actiontype="statusline#javascript:alert(7)">x</maction></math>',
    "frame": "<iframe src='javascript:alert(7)'></iframe>",
    "frame-of-words": "<iframe srcdoc='&lt;script>parent.alert(7)&lt;/script>'></iframe>",
    "object": "<object data='data:text/html;base64,PHNjcmlwdD5hbGVydCg3KTwvc2NyaXB0Pg=='></object>",
    "embedded": "<embed src=//z.invalid/a.swf allowscriptaccess=always>",
    "style-sheet": "<style>body{background:url(//z.invalid/b)}</style>",
    "style-attribute": '<p style="position:fixed;inset:0;background:url(//z.invalid/c)">over</p>',
    "link-element": "<link rel=stylesheet href=//z.invalid/d.css>",
    "meta-refresh": "<meta http-equiv=refresh content='0;url=//z.invalid/e'>",
    "base": "<base href=//z.invalid/><img src=f.png>",
    "form": "<form action=//z.invalid/g><input name=a autofocus onfocus=alert(7)></form>",
    "button": "<button onclick=alert(7) formaction=javascript:alert(7)>push</button>",
    "details": "<details open ontoggle=alert(7)><summary>s</summary>d</details>",
    "video": "<video poster=//z.invalid/h.png onloadstart=alert(7)><source src=//z.invalid/i></video>",
    "audio": "<audio src=//z.invalid/j autoplay oncanplay=alert(7)></audio>",
    "template": "<template><img src=x onerror=alert(7)></template>",
    "shadow": "<div><template shadowrootmode=open><script>alert(7)</script></template></div>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(7)>"></noscript>',
    "textarea": "<textarea></textarea><script>alert(7)</script>",
    "comment": "<!--><script>alert(7)</script>-->",
    "instruction": "<?x <script>alert(7)</script> ?>",
    "link-javascript": "[a](javascript:alert(7))",
    "link-in-capitals": "[a](JaVaScRiPt:alert(7))",
    "link-with-tab": '<a href="java&#9;script:alert(7)">a</a>',
    "link-data": "[a](data:text/html,<script>alert(7)</script>)",
    "link-by-name": "[a][b]\n\n[b]: javascript:alert(7)",
    "autolink": "<javascript:alert(7)>",
    "attributes": "## A heading {: onmouseover=alert(7) style=color:red }",
    "markdown-in-html": "<div markdown=1 onclick=alert(7)>\n*x* <script>alert(7)</script>\n</div>",
    "footnote": 'A[^"><script>alert(7)</script>].\n\n[^"><script>alert(7)</script>]: b',
    "alt": '![" onerror="alert(7)](x.png "\\" onload=\\"alert(7)")',
    "fence": '```" onclick="alert(7)\n<script>alert(7)</script>\n```',
    "id-of-ours": '<p id=__config>{"base":"//z.invalid"}</p><a name=search id=__search>x</a>',
    "class-of-ours": '<div class="md-search md-overlay">x</div><label for=__drawer>x</label>',
}
_SAID: Mapping[str, str] = {
    "PG559 artifact.md:10": (
        "script script-with-slash svg-script svg-link svg-style math frame frame-of-words "
        "embedded style-sheet link-element meta-refresh form button shadow textarea "
        "comment instruction"
    ),
    "PG505 artifact.md:10": "picture-that-fails picture-by-backticks alt",
    "PG558 artifact.md:10; PG559 artifact.md:10": "object",
    "PG505 artifact.md:10; PG559 artifact.md:10": "base template noscript",
    "PG558 artifact.md:10": "video audio",
    "PG559 artifact.md:11": "markdown-in-html fence",
    "PG555 a.svg:1": "drawing-script drawing-event drawing-foreign",
    "PG553 a.svg:1": "drawing-entity drawing-laughs",
    "PG554 a.png:1": "page-as-picture",
}
SAYS = {name: said for said, names in _SAID.items() for name in names.split()}
"""What is said of stories and files: of elements that go, of pictures that are nowhere or elsewhere, of drawings."""

LINE = 'x" onx=alert(7) y=\'"></title></script><script>alert(7)</script>{{7*7}}<!--'
"""A text that leaves whatever it is put into."""
SLOTS: Mapping[str, str] = {
    "my-part": "my_part: @",
    "taught-me": "taught_me: @",
    "tag": "tags: [@]",
    "claim": "claims:\n  - credit: critical-thinking/academics\n    why: @",
    "teammate": "team:\n  - name: @\n    part: @",
}


def _slot(name: str, lines: str) -> Case:
    return XSS.keys(f"key-{name}", lines.replace("@", json.dumps(LINE)))


def _caption(home: Home) -> None:
    told = json.dumps(LINE)
    home.write(
        "artifact.md",
        page(
            f"media:\n  - file: a.txt\n    title: {told}\n    caption: {told}\n    credit: {told}\n    alt: {told}"
        ),
    )
    home.write("a.txt", LINE)


def _card(home: Home) -> None:
    told = json.dumps(LINE)
    home.write("artifact.md", page())
    home.write(
        "../../student.yml",
        f"name: {told}\npronouns: {told}\nsentence: {told}\ninterests: [{told}]\n"
        f"links:\n  - title: {told}\n    url: https://z.invalid/\n",
    )


def _bad_link(home: Home) -> None:
    home.write("artifact.md", page())
    home.write(
        "../../student.yml", "name: Kit\nlinks:\n  - title: a\n    url: javascript:alert(7)\n"
    )


def _drawing(inside: str, about: str = "") -> bytes:
    return (
        f'{about}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="9" height="9">{inside}<rect width="9" height="9"/></svg>'
    ).encode()


FILES: Mapping[str, tuple[str, bytes]] = {
    "drawing-script": ("a.svg", _drawing("<script>alert(7)</script>")),
    "drawing-event": ("a.svg", _drawing('<g onload="alert(7)"/>')),
    "drawing-foreign": (
        "a.svg",
        _drawing(
            '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml" onclick="alert(7)"/></foreignObject>'
        ),
    ),
    "drawing-elsewhere": ("a.svg", _drawing('<image xlink:href="http://z.invalid/k.png"/>')),
    "drawing-entity": (
        "a.svg",
        _drawing("<text>&e;</text>", '<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    ),
    "drawing-laughs": (
        "a.svg",
        _drawing(
            "<text>&c;</text>",
            '<!DOCTYPE svg [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        ),
    ),
    "page": ("a.html", b"<!doctype html><script>alert(7)</script>"),
    "page-by-another-name": ("a.xhtml", b"<html><script>alert(7)</script></html>"),
    "program": ("a.js", b"alert(7)"),
    "module": ("a.mjs", b"import '//z.invalid/l.js'"),
    "page-as-text": ("a.txt", b"<script>alert(7)</script>"),
    "page-as-picture": ("a.png", b"<script>alert(7)</script>"),
    "table": ("a.csv", b'a,"<script>alert(7)</script>"\n'),
    "captions": (
        "a.vtt",
        b"WEBVTT\n\n00:00.000 --> 00:01.000\n<img src=x onerror=alert(7)><b>hm</b>\n",
    ),
    "notebook": (
        "a.ipynb",
        b'{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","id":"a","metadata":{},'
        b'"execution_count":1,"source":"1","outputs":[{"output_type":"display_data","metadata":{},'
        b'"data":{"text/html":"<script>alert(7)</script>"}}]}]}',
    ),
    "json": ("a.json", b'{"__proto__":{"a":"</script><script>alert(7)</script>"}}'),
    "markdown-file": ("a.md", b"<script>alert(7)</script>\n"),
}

CASES: tuple[Case, ...] = (
    *(XSS.story(name, story, SAYS.get(name, "")) for name, story in STORIES.items()),
    *(_slot(name, lines) for name, lines in SLOTS.items()),
    XSS.value("title", "title", json.dumps(LINE), shows=(LINE,)),
    XSS.value("summary", "summary", json.dumps(LINE)),
    XSS.case("caption", _caption),
    XSS.case("card", _card, own=True),
    XSS.case("card-link", _bad_link, "PG145 ../../student.yml:4", own=True, built=False),
    *(
        XSS.file(name, file, lambda data=data: data, SAYS.get(name, ""))
        for name, (file, data) in FILES.items()
    ),
)
