"""What a published page says, and what in it might run or ask another host."""

from __future__ import annotations

from html.parser import HTMLParser

_NEVER = frozenset(
    {
        "applet",
        "base",
        "embed",
        "frame",
        "frameset",
        "iframe",
        "math",
        "noembed",
        "noframes",
        "object",
    }
    | {"plaintext", "portal", "template", "textarea", "xmp"}
)
_FETCHES = {
    "audio": ("src",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
_ADDRESSES = frozenset({"action", "cite", "data", "formaction", "href", "src", "xlink:href"})
_TRIMMED = "".join(map(chr, range(33)))


class Page(HTMLParser):
    """A page, read by rules that share nothing with those that cleaned it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.suspect: list[str] = []
        self._said: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """All its words, with one blank between them."""
        return " ".join("".join(self._said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag."""
        values = {name: value or "" for name, value in attrs}
        if tag in _NEVER or any(
            name.startswith("on") or name in ("style", "srcdoc") for name in values
        ):
            self.suspect.append(self.get_starttag_text() or tag)
        if tag == "script" and "src" not in values and values.get("id") != "__config":
            self.suspect.append("a script in the page")
        self.suspect += [
            value for name, value in values.items() if name in _ADDRESSES and _runs(value)
        ]
        self.suspect += [
            values[name] for name in _FETCHES.get(tag, ()) if _is_elsewhere(values.get(name, ""))
        ]
        if (
            tag == "link"
            and "stylesheet" in values.get("rel", "")
            and _is_elsewhere(values["href"])
        ):
            self.suspect.append(values["href"])

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self._said.append(data)


def _runs(address: str) -> bool:
    plain = "".join(one for one in address if one not in "\t\r\n").strip(_TRIMMED).casefold()
    return plain.startswith(("javascript:", "vbscript:", "data:"))


def _is_elsewhere(address: str) -> bool:
    return "//" in address
