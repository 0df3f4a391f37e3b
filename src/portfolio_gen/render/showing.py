"""Markup of files: pictures in several sizes, players, tables, programs and cards. Themes style its classes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup

from portfolio_gen.model.speech import to_say
from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render.place import Place
from portfolio_gen.render.players import player
from portfolio_gen.render.published import Published, Shown
from portfolio_gen.render.story import fit
from portfolio_gen.render.words.voice import Voice

_SRC_WIDTH = 800
"""What a browser loads that does not know `srcset`."""
_CELL_WIDTH = "(min-width: 48rem) 44rem, 94vw"
"""How wide a picture of a notebook is drawn, at most."""
_LEAF_WIDTH = "(min-width: 24rem) 22rem, 94vw"
"""How wide the first page of a document is drawn."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Writes markup in one language."""

    say: Voice
    language: str
    tint: Callable[[str], str]
    """Gives the class of a picture's placeholder."""
    find: Callable[[MediaView], Published]
    """What became of a file, with addresses as the page must write them."""

    def picture(self, file: Published, alt: str, *, sizes: str, eager: bool, class_: str) -> Markup:
        """An `<img>`; a moving picture stands still for those who asked for less movement. Empty when broken."""
        if not file.sources:
            return Markup("")
        fallback = next((one for one, width in file.sources if width >= _SRC_WIDTH), file.address)
        classes = f"{class_} {self.tint(file.tint) if file.tint else ''}".strip()
        image = Markup(
            '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}{}>'
        ).format(
            fallback,
            ", ".join(f"{one} {width}w" for one, width in file.sources),
            sizes,
            file.width,
            file.height,
            alt,
            Markup(' class="{}"').format(classes) if classes else "",
            Markup(' fetchpriority="high"')
            if eager
            else Markup(' loading="lazy" decoding="async"'),
        )
        if not file.moving:
            return image
        source = Markup(
            '<source media="(prefers-reduced-motion: no-preference)" type="image/webp" srcset="{}">'
        )
        return Markup("<picture>{}{}</picture>").format(source.format(file.moving), image)

    def figure(
        self, media: MediaView, *, alt: str = "", sizes: str = "100vw", alone: bool = True
    ) -> Markup:
        """A file with its caption and credit; beside it, in the order of time, the versions before it.

        Args:
            alt: words of a story for it; without them, the student's own stand there.
            sizes: how wide a picture is drawn.
            alone: whether it has room for earlier versions beside it.
        """
        if alone and media.before:
            return self._versions(media, alt, sizes)
        file = self.find(media)
        caption, credit = (
            Markup('<span class="{}">{}</span>').format(name, words) if words else Markup("")
            for name, words in (("caption", media.caption), ("credit", media.credit))
        )
        below = (
            Markup("<figcaption>{} {}</figcaption>").format(caption, credit)
            if media.caption or media.credit
            else ""
        )
        body = self._body(media, file, alt or media.alt, sizes)
        return Markup('<figure class="file file-{}">{}{}</figure>').format(file.kind, body, below)

    def _versions(self, media: MediaView, alt: str, sizes: str) -> Markup:
        """A revised work between what it was and what it became; two are compared, more are counted."""
        line = [media]
        while line[0].before:
            line.insert(0, line[0].before)
        few = len(line) == 2
        names = (
            [self.say("Before"), self.say("After")]
            if few
            else [
                self.say("Version %(number)s") % {"number": place}
                for place in range(1, len(line) + 1)
            ]
        )
        sides = Markup("").join(
            Markup('<div class="version"><p class="version-name">{}</p>{}</div>').format(
                name, self.figure(one, alt=alt if one is media else "", sizes=sizes, alone=False)
            )
            for name, one in zip(names, line, strict=True)
        )
        called = self.say("Before and after") if few else self.say("How it changed")
        return Markup('<div class="versions" role="group" aria-label="{}">{}</div>').format(
            called, sides
        )

    def _body(self, media: MediaView, file: Published, alt: str, sizes: str) -> Markup:
        if file.kind == "picture":
            return self.enlarged(media, file, alt, sizes=sizes) + self._full(file)
        if file.kind in ("audio", "video"):
            called = media.title or alt or self.called(file)
            return player(file, called, self._poster(media, file), self.language, self.say)
        if file.kind == "document" and file.leaves:
            return self._leaf(media, file) + self.card(media, file)
        if file.kind == "notebook" and file.cells:
            return self._notebook(media, file) + self.card(media, file)
        if file.kind == "data" and file.rows:
            return self._table(media, file) + self.card(media, file)
        if file.kind in ("code", "text") and file.code:
            block = Markup(
                '<div class="highlight"><pre tabindex="0"><code>{}</code></pre></div>'
            ).format(file.code)
            return block + self.card(media, file)
        if file.kind == "broken":
            return Markup('<p class="file-lost">{}</p>').format(
                self.say("This file cannot be shown.")
            )
        return self.card(media, file)

    def enlarged(
        self, media: MediaView, file: Published, alt: str, *, sizes: str, **how: Any
    ) -> Markup:
        """A picture that leads to itself in large; one that only decorates leads nowhere."""
        image = self.picture(
            file, alt, sizes=sizes, eager=how.get("eager", False), class_=how.get("class_", "")
        )
        if media.decorative or not file.address:
            return image
        named = Markup("") if alt else Markup(' aria-label="{}"').format(self.called(file))
        return Markup('<a class="enlarge" href="{}"{}>{}</a>').format(
            file.moving or file.address, named, image
        )

    def _full(self, file: Published) -> Markup:
        if not file.full:
            return Markup("")
        facts = f"{file.full.rpartition('.')[2].upper()} · {file.full_size}"
        return Markup(
            '<a class="file-card" href="{}" download="{}"><span class="file-name">{}</span> '
            '<span class="file-facts">{}</span></a>'
        ).format(file.full, self.called(file), self.say("In full size"), facts)

    def _poster(self, media: MediaView, file: Published) -> str:
        """Address of what stands for a film until it is played: what the student chose, or a picture from it."""
        chosen = self.find(media.poster).sources if media.poster else ()
        if not chosen:
            return file.still
        return next((one for one, width in chosen if width >= _SRC_WIDTH), chosen[-1][0])

    def _leaf(self, media: MediaView, file: Published) -> Markup:
        """The first page of a document; it leads to all that can be leafed through, or else to the file."""
        words = self.say("First page of “{title}”").format(title=media.title or self.called(file))
        image = self.picture(file, words, sizes=_LEAF_WIDTH, eager=False, class_="")
        return Markup('<a class="leaf enlarge" href="{}" data-leaves="{}">{}</a>').format(
            file.address, " ".join(file.leaves), image
        )

    def _table(self, media: MediaView, file: Published) -> Markup:
        head, *rows = file.rows
        cell, headed = Markup("<td>{}</td>"), Markup('<th scope="col">{}</th>')
        lines = Markup("").join(
            Markup("<tr>{}</tr>").format(Markup("").join(cell.format(one) for one in row))
            for row in rows
        )
        return Markup(
            '<div class="table-scroll" role="region" aria-label="{}" tabindex="0"><table class="sortable">'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>{}"
        ).format(
            media.title or self.called(file),
            Markup("").join(headed.format(one) for one in head),
            lines,
            self._cut(len(rows), file.more),
        )

    def _notebook(self, media: MediaView, file: Published) -> Markup:
        """The cells of a notebook, and what they have shown; wide ones can be scrolled."""
        words = partial(self._words, file)
        cells = Markup("").join(
            Markup('<div class="cell cell-{}">{}</div>').format(
                cell.kind, self._cell(cell, words, place)
            )
            for place, cell in enumerate(file.cells)
        )
        called = media.title or self.called(file)
        return Markup('<div class="notebook" role="group" aria-label="{}">{}</div>').format(
            called, cells
        )

    def _cell(self, cell: Shown, words: Callable[[Shown, int], Markup], place: int) -> Markup:
        if cell.picture:
            return self.picture(
                cell.picture, self.say("Picture"), sizes=_CELL_WIDTH, eager=False, class_=""
            )
        if cell.kind in ("words", "table"):
            return words(cell, place)
        block = Markup('<pre tabindex="0"><code>{}</code></pre>').format(Markup(cell.html))  # noqa: S704 - it is escaped
        return (
            Markup('<div class="highlight">{}</div>').format(block)
            if cell.kind == "code"
            else block
        )

    def _words(self, file: Published, cell: Shown, place: int) -> Markup:
        """Words or a table, with ids that no other cell of the page has, and no links that lead to files."""
        own = PurePosixPath(file.address).stem
        fitted = fit(
            cell.html,
            Place(
                find=lambda _: None,
                prefix=f"cell-{own[:8]}-{place}",
                top=3,
                table=self.say("Table"),
                back=self.say("Back to the text"),
                english=False,
            ),
        )
        return fitted.html

    def _cut(self, shown: int, more: int) -> Markup:
        """A word about rows that are not on the page."""
        if not more:
            return Markup("")
        words = self.say("The first {shown} of {all} rows; the file has them all.")
        said = words.format(shown=shown, all=shown + more)
        return Markup('<p class="file-facts">{}</p>').format(said)

    def card(self, media: MediaView, file: Published) -> Markup:
        """A link to a file that says what it is before it is opened."""
        facts = [file.extension.upper()]
        if file.pages:
            facts.append(self.say.many("%(count)s page", "%(count)s pages", file.pages))
        if rows := len(file.rows) - 1 + file.more if file.rows else 0:
            facts.append(self.say.many("%(count)s row", "%(count)s rows", rows))
        facts.append(file.size)
        return Markup(
            '<a class="file-card" href="{}"{}><span class="file-name">{}</span> <span class="file-facts">{}</span></a>'
        ).format(
            file.address,
            Markup(' download="{}"').format(name) if (name := self.saved_as(media, file)) else "",
            media.title or self.called(file),
            " · ".join(one for one in facts if one),
        )

    def saved_as(self, media: MediaView, file: Published) -> str:
        """What a reader's computer calls a file that it saves; never the original's name. Empty for what it opens."""
        if file.kind not in ("file", "notebook"):
            return ""
        words = "".join(
            sign if sign.isalnum() or sign in " -_" else " "
            for sign in media.title or self.called(file)
        )
        extension = "".join(sign for sign in file.extension if sign.isalnum())
        return f"{' '.join(words.split())}.{extension}".rstrip(".")

    def called(self, file: Published) -> str:
        """What to call a file to which the student gave no title."""
        names = {
            "picture": to_say("Picture"),
            "audio": to_say("Recording"),
            "video": to_say("Video"),
            "document": to_say("Document"),
            "notebook": to_say("Notebook"),
            "data": to_say("Data"),
            "code": to_say("Program"),
            "text": to_say("Text"),
        }
        return self.say(names.get(file.kind, to_say("File")))
