"""Markup of files: pictures in several sizes, players, tables, programs and cards. Themes style its classes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render.published import Published

_SRC_WIDTH = 800
"""What a browser loads that does not know `srcset`."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Writes markup in one language; `tint` gives the class of a picture's placeholder."""

    say: Callable[[str], str]
    language: str
    tint: Callable[[str], str]

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

    def figure(self, media: MediaView, file: Published, *, alt: str, sizes: str) -> Markup:
        """A file with its caption and credit."""
        caption = (
            Markup('<span class="caption">{}</span>').format(media.caption)
            if media.caption
            else Markup("")
        )
        credit = (
            Markup('<span class="credit">{}</span>').format(media.credit)
            if media.credit
            else Markup("")
        )
        below = (
            Markup("<figcaption>{} {}</figcaption>").format(caption, credit)
            if media.caption or media.credit
            else ""
        )
        body = self._body(media, file, alt, sizes)
        return Markup('<figure class="file file-{}">{}{}</figure>').format(file.kind, body, below)

    def _body(self, media: MediaView, file: Published, alt: str, sizes: str) -> Markup:
        if file.kind == "picture":
            return self.picture(file, alt, sizes=sizes, eager=False, class_="")
        if file.kind in ("audio", "video"):
            return self._player(media, file, alt)
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

    def _player(self, media: MediaView, file: Published, alt: str) -> Markup:
        track = Markup('<track kind="captions" src="{}" srclang="{}" label="{}" default>').format(
            file.captions, self.language, self.say("Captions")
        )
        extra = Markup(" playsinline") if file.kind == "video" else ""
        return Markup(
            '<{0} controls preload="metadata"{1} aria-label="{2}"><source src="{3}" type="{4}">{5}</{0}>'
        ).format(
            file.kind,
            extra,
            media.title or alt or self.called(file),
            file.address,
            file.type,
            track if file.captions else "",
        )

    def _table(self, media: MediaView, file: Published) -> Markup:
        head, *rows = file.rows
        cell, headed = Markup("<td>{}</td>"), Markup('<th scope="col">{}</th>')
        lines = Markup("").join(
            Markup("<tr>{}</tr>").format(Markup("").join(cell.format(one) for one in row))
            for row in rows
        )
        return Markup(
            '<div class="table-scroll" role="region" aria-label="{}" tabindex="0"><table>'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
        ).format(
            media.title or self.called(file),
            Markup("").join(headed.format(one) for one in head),
            lines,
        )

    def card(self, media: MediaView, file: Published) -> Markup:
        """A link to a file that says what it is before it is opened."""
        facts = [file.extension.upper()]
        if file.pages:
            facts.append(
                f"{file.pages} {self.say('page') if file.pages == 1 else self.say('pages')}"
            )
        if rows := len(file.rows) - 1 + file.more if file.rows else 0:
            facts.append(f"{rows} {self.say('row') if rows == 1 else self.say('rows')}")
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
        if file.kind != "file":
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
            "picture": "Picture",
            "audio": "Recording",
            "video": "Video",
            "document": "Document",
            "data": "Data",
            "code": "Program",
            "text": "Text",
        }
        return self.say(names.get(file.kind, "File"))
