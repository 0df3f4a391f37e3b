"""The editor's pages: what is asked for is shown, what is sent is kept, and whoever was overtaken is told."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Severity
from portfolio_gen.edit import LOOKS, STORY_BEHIND, Tongue, Written, draw, look
from portfolio_gen.editing.drawer import CannotOpen, Changed, Drawer
from portfolio_gen.editing.glance import page_as_drafted
from portfolio_gen.editing.sheet import Glimpse, Sheet, glimpse
from portfolio_gen.editing.shelves import begin, shelves
from portfolio_gen.editing.speaking import asking, tongue_of, why
from portfolio_gen.editing.taking import as_sent, first, take_copies, take_files
from portfolio_gen.model.access import access
from portfolio_gen.model.dates import Day
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.speech import sentence, strung
from portfolio_gen.plan.person import site_folder
from portfolio_gen.render.words import dir_of
from portfolio_gen.render.words.catalogue import ENGLISH
from portfolio_gen.rewrite.keys import CannotChange
from portfolio_gen.rewrite.page import values_of
from portfolio_gen.serve.editor import PREVIEW, Answer, Asked
from portfolio_gen.start import CannotStart

EDITION: EditionName = "self"
SHARED = ("assets", "hues.css")
"""What the pages of an edition have in common."""
LETTERS = "assets/fonts/fonts.css"
"""The typefaces of the theme that comes with the program; with another theme the computer's own are used."""
MOST_SEEN = 60
"""How many versions of files are remembered, for those who began with one of them."""


class Desk:
    """Answers what a browser asks of one student's editor."""

    def __init__(
        self,
        drawer: Drawer,
        out: Path,
        *,
        on: Day,
        stamp: Callable[[], str],
        version: Callable[[], int],
        settle: Callable[[int], None] = lambda _: None,
        language: str | None = None,
    ) -> None:
        """Sit down.

        Args:
            drawer: the student's folder.
            out: where the sites are built.
            on: the day on which consents hold.
            stamp: what forms must know.
            version: how often the preview has changed.
            settle: waits until the preview has changed since a version, or for a few seconds.
            language: in which the pages ask (BCP 47); None means that of the student, or else of the school.
        """
        self._drawer, self._out, self._on = drawer, out, on
        self._stamp, self._version, self._settle = stamp, version, settle
        self._seen: OrderedDict[str, Sheet] = OrderedDict()
        self._notes: list[str] = []
        self._name, self._site, self._language = drawer.student, "", language
        self._tongue: Tongue | None = None
        self._last: Glimpse | None = None
        self._writing = self._school = Written(ENGLISH, dir_of(ENGLISH))

    def answer(self, asked: Asked) -> Answer:
        """The page, or what became of what was sent."""
        parts = asked.path.strip("/").split("/", 1)
        verb, place = parts[0], parts[1] if len(parts) > 1 else ""
        try:
            if asked.form is None:
                return self._show(verb, place)
            return self._take(verb, place, asked)
        except CannotOpen as problem:
            words = sentence("That is not here")
            return self._words(words, why(problem), HTTPStatus.NOT_FOUND)

    def say(self, words: str) -> str:
        """A sentence of the program's in the language of whoever edits."""
        return self.tongue.said(words)

    def shown(self, path: str) -> Path | None:
        """The folder in which a path of the preview is looked for: this student's pages and what all share."""
        parts = path.strip("/").split("/")
        if not self._site and (seen := self._glimpse()):
            self._site = self._folder(seen)
        mine = {self._site or self._drawer.student, *SHARED}
        return self._out if len(parts) > 1 and parts[0] == EDITION and parts[1] in mine else None

    def _show(self, verb: str, place: str) -> Answer:
        match verb, place:
            case "", _:
                return self._home()
            case "version", "":
                return Answer(str(self._version()), kind="text/plain; charset=utf-8")
            case "look", name if name in LOOKS:
                return Answer(look(name), kind=LOOKS[name])
            case "edit", _:
                return self._form(Sheet.open(self._drawer, place))
            case "text", _:
                return self._text(Sheet.open(self._drawer, place))
            case "away", _:
                sheet = Sheet.open(self._drawer, place)
                return self._page("away.html", place=place, heading=sheet.title, claimed=True)
            case "own", _:
                folder, _, name = place.rpartition("/")
                return Answer(file=self._drawer.own_file(folder, name))
        raise CannotOpen(sentence("There is no such page."))

    def _take(self, verb: str, place: str, asked: Asked) -> Answer:
        form = asked.form or {}
        match verb:
            case "edit":
                return self._save(place, asked)
            case "text":
                return self._save_text(place, asked)
            case "glance":
                return self._glance(place, asked)
            case "new":
                return self._begin(place, first(form, "title").strip())
            case "away":
                where = self._drawer.put_away(place)
                return self._done("/", sentence("It was put away: %(name)s.", name=where))
            case "back":
                where = self._drawer.bring_back(place)
                return self._done("/", sentence("It is back: %(name)s.", name=where))
        raise CannotOpen(sentence("Nothing is taken here."))

    # What is shown

    def _home(self) -> Answer:
        seen = self._look()
        return self._page(
            "home.html",
            heading=sentence("All your work"),
            saved=self._note(),
            shelves=shelves(self._drawer, seen),
            stowed=self._drawer.stowed(),
            preview=self._preview(""),
        )

    def _form(self, sheet: Sheet) -> Answer:
        seen = self._look()
        self._remember(sheet)
        common: dict[str, Any] = {
            "place": sheet.place,
            "saved": self._note(),
            "digest": sheet.digest,
            "told": sheet.told,
            "preview": self._preview(sheet.place),
            "away": "/" in sheet.place,
            "story_after": STORY_BEHIND.get(sheet.kind, ""),
            "heading": sheet.title,
        }
        try:
            values, body = sheet.said
            fields = sheet.fields(seen.school, seen.student, self._asking(seen))
            unreadable = ""
        except CannotChange as problem:
            values, body, fields = {}, "", ()
            unreadable = sentence("This file cannot be shown as a form: %(why)s.", why=why(problem))
        troubles = sheet.troubles(seen.diagnostics, fields, self.tongue.said)
        problems: dict[str, list[Any]] = {}
        for one in troubles:
            problems.setdefault(one.name, []).append(one)
        rest = {one.key for one in fields if not one.leading}
        return self._page(
            "form.html",
            **common,
            unreadable=unreadable,
            fields=fields,
            values=values,
            body=body,
            problems=problems,
            listed=troubles,
            count=len(troubles),
            blocked=any(one.severity == Severity.ERROR for one in troubles),
            open_more=any(name.split(".")[0] in rest for name in problems),
            own=self._own(sheet),
        )

    def _text(self, sheet: Sheet) -> Answer:
        seen = self._look()
        self._remember(sheet)
        return self._page(
            "text.html",
            place=sheet.place,
            shown=self._drawer.shown(sheet.place),
            heading=sheet.title,
            saved=self._note(),
            digest=sheet.digest,
            text=sheet.text,
            listed=sheet.troubles(seen.diagnostics, (), self.tongue.said),
        )

    # What is taken

    def _save(self, place: str, asked: Asked) -> Answer:
        form, now = asked.form or {}, Sheet.open(self._drawer, place)
        before = self._seen.get(first(form, "digest"), now)
        seen = self._look()
        try:
            if before.digest != first(form, "digest") or now.digest != before.digest:
                return self._overtaken(now, as_sent(before, seen, form, ()))
            files = asked.files.get("upload", ())
            brought, refused = take_files(self._drawer, now.folder, files, form)
            chosen, listed, said = take_copies(self._drawer, now, asked.files, form)
            new = as_sent(now, seen, chosen, [*brought, *listed])
        except CannotChange as problem:
            kept = "\n\n".join(f"{key}: {first(form, key)}" for key in form if key not in _HIDDEN)
            words = sentence(
                "This file cannot be changed from a form: %(why)s. Open it as text.",
                why=why(problem),
            )
            return self._words(sentence("It was not saved"), words, HTTPStatus.CONFLICT, kept)
        return self._written(
            now,
            new,
            f"/edit/{place}{_goal(brought, new) if now.told else ''}",
            [*refused, *said],
        )

    def _glance(self, place: str, asked: Asked) -> Answer:
        """The page of the preview as it would become, for a script that lays it into what is shown."""
        form, now = asked.form or {}, Sheet.open(self._drawer, place)
        sheet, seen = self._seen.get(first(form, "digest"), now), self._last or self._look()
        try:
            text = as_sent(sheet, seen, form, ())
        except CannotChange:
            text = sheet.text
        page = page_as_drafted(
            self._drawer,
            place,
            text,
            seen,
            edition=EDITION,
            address=self._address(place),
            on=self._on,
        )
        # As plain text it is no page of this server, whatever is in it.
        status = HTTPStatus.OK if page else HTTPStatus.NOT_FOUND
        return Answer(page or "", status, "text/plain; charset=utf-8")

    def _save_text(self, place: str, asked: Asked) -> Answer:
        form, now = asked.form or {}, Sheet.open(self._drawer, place)
        sent = first(form, "text").replace("\r\n", "\n").replace("\r", "\n")
        line = "\r\n" if "\r\n" in now.text else "\n"
        new = now.text if sent == _one_ending(now.text) else sent.replace("\n", line)
        if now.digest != first(form, "digest"):
            return self._overtaken(now, new)
        return self._written(now, new, f"/text/{place}", [])

    def _asking(self, seen: Glimpse) -> Callable[[str], str]:
        return asking(self.tongue, seen.school.framework_for(seen.student.id))

    def _written(self, sheet: Sheet, new: str, lead: str, refused: list[str]) -> Answer:
        if new != sheet.text:
            before = self._version()
            try:
                self._drawer.write(sheet.place, new.encode(), seen=sheet.digest)
            except Changed:
                return self._overtaken(Sheet.open(self._drawer, sheet.place), new)
            except CannotOpen as problem:
                status = HTTPStatus.INSUFFICIENT_STORAGE
                return self._words(sentence("It was not saved"), why(problem), status, new)
            self._settle(before)
        return self._done(lead, strung([sentence("Saved."), *refused]))

    def _overtaken(self, now: Sheet, mine: str) -> Answer:
        self._remember(now)
        page = self._page(
            "conflict.html",
            place=now.place,
            shown=self._drawer.shown(now.place),
            heading=sentence("Somebody else has changed this file"),
            digest=now.digest,
            mine=mine,
            theirs=now.text,
            reason="",
        )
        return page._replace(status=HTTPStatus.CONFLICT)

    def _begin(self, shelf: str, title: str) -> Answer:
        try:
            place = begin(self._drawer, self._look(), shelf, title, self._on)
        except CannotStart as problem:
            words = sentence("It was not begun")
            return self._words(words, why(problem), HTTPStatus.CONFLICT, title)
        return Answer(lead=f"/edit/{place}")

    # What they have in common

    def _done(self, lead: str, note: str) -> Answer:
        self._notes.append(note)
        return Answer(lead=lead)

    def _note(self) -> str:
        notes, self._notes = self._notes, []
        return strung(notes)

    def _remember(self, sheet: Sheet) -> None:
        self._seen[sheet.digest] = sheet
        while len(self._seen) > MOST_SEEN:
            self._seen.popitem(last=False)

    def _glimpse(self) -> Glimpse | None:
        return glimpse(self._drawer, self._on)

    def _look(self) -> Glimpse:
        seen = self._glimpse()
        if seen is None:
            raise CannotOpen(
                sentence("The school cannot be read just now; `portfolio-gen check` says why.")
            )
        self._name, self._site = seen.student.name, self._folder(seen)
        self._tongue, self._last = self._spoken(seen), seen
        return seen

    @property
    def tongue(self) -> Tongue:
        """The language in which whoever writes is spoken to."""
        if self._tongue is None:
            self._tongue = self._spoken(self._glimpse())
        return self._tongue

    def _spoken(self, seen: Glimpse | None) -> Tongue:
        schools = seen.school.settings.language if seen else ENGLISH
        theirs = (seen.student.language if seen else None) or schools
        self._school, self._writing = (
            Written(schools, dir_of(schools)),
            Written(theirs, dir_of(theirs)),
        )
        return tongue_of(self._language or theirs)

    def _folder(self, seen: Glimpse) -> str:
        granted = access(seen.school, seen.student, EDITION, self._on)
        return site_folder(seen.school, seen.student, granted) if granted else seen.student.id

    def _preview(self, place: str) -> str:
        return f"{PREVIEW}/{EDITION}/{self._site}/{self._address(place)}"

    def _address(self, place: str) -> str:
        """The page that shows what a file says, or the front page where it has none of its own."""
        site = self._out / EDITION / self._site
        page = place.removesuffix("/artifact.md").removesuffix(".md").removesuffix(".yml")
        shelf = page.split("/")[0]
        # All conferences have the page of the next one.
        found = (page, shelf, shelf.removesuffix("s")) if page else ()
        there = (one for one in found if (site / one / "index.html").is_file())
        return next((f"{one}/" for one in there), "")

    def _own(self, sheet: Sheet) -> str:
        if sheet.kind == "artifact":
            return f"/own/{sheet.folder}/"
        return "/own/" if sheet.kind == "student" else ""

    def _page(self, template: str, **values: Any) -> Answer:
        letters = f"{EDITION}/{LETTERS}" if (self._out / EDITION / LETTERS).is_file() else ""
        return Answer(
            draw(
                template,
                self.tongue,
                self._writing,
                self._school,
                letters=letters and f"{PREVIEW}/{letters}",
                stamp=self._stamp(),
                version=self._version(),
                student=self._name,
                **values,
            )
        )

    def _words(self, heading: str, words: str, status: int, kept: str = "") -> Answer:
        page = self._page("words.html", heading=heading, words=words, kept=kept)
        return page._replace(status=status)


_HIDDEN = frozenset({"stamp", "digest"})


def _goal(brought: list[dict[str, str]], new: str) -> str:
    """Where to look after saving: at the first picture that nobody has described yet."""
    without = next((one["file"] for one in brought if "alt" not in one), None)
    listed = values_of(new, told=True)[0].get("media") if without else None
    for place, one in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(one, dict) and one.get("file") == without:
            return f"#f-media-{place}-alt"
    return ""


def _one_ending(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
