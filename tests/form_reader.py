"""What a browser would send of a page's form if nobody changed anything."""

from __future__ import annotations

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """Gathers the fields of the form that is sent to an address."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self._action, self._in = action, False
        self._area = self._select = ""
        self._text: list[str] = []
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._in = told.get("action") == self._action
        elif not self._in:
            return
        elif tag == "textarea":
            self._area, self._text = told.get("name", ""), []
        elif tag == "select":
            self._select, self._options = told["name"], []
        elif tag == "option":
            self._options.append((told["value"], "selected" in told))
        elif tag == "input" and told.get("name"):
            kind = told.get("type", "text")
            if kind != "file" and (kind not in {"checkbox", "radio"} or "checked" in told):
                self._add(told["name"], told.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._area:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in = False
        elif tag == "textarea" and self._area:
            text = "".join(self._text).removeprefix("\n")
            self._add(self._area, text.replace("\n", "\r\n"))
            self._area = ""
        elif tag == "select" and self._select:
            chosen = [value for value, is_chosen in self._options if is_chosen]
            self._add(self._select, (chosen or [self._options[0][0]])[-1])
            self._select = ""

    def _add(self, name: str, value: str) -> None:
        self.fields.setdefault(name, []).append(value)


def form_in(page: str, action: str) -> dict[str, list[str]]:
    """Name to everything that is sent under it."""
    reader = FormReader(action)
    reader.feed(page)
    assert reader.fields, f"no form is sent to {action}"
    return reader.fields
