"""What a template may call while it makes one page; `themes/README.md` tells theme authors the same."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping
from dataclasses import field
from functools import partial
from typing import Any

from jinja2.runtime import Macro
from markupsafe import Markup

from portfolio_gen.model.blueprint import SchoolView
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import ArtifactView, MediaView
from portfolio_gen.render import words
from portfolio_gen.render.addresses import relative
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.chance import chance
from portfolio_gen.render.engine import Site
from portfolio_gen.render.films import with_cards
from portfolio_gen.render.markdown import Clean, without_remarks
from portfolio_gen.render.pages import Sheet
from portfolio_gen.render.place import Place, Placed, Section, Target
from portfolio_gen.render.published import Published
from portfolio_gen.render.showing import Showing
from portfolio_gen.render.stories import Stories
from portfolio_gen.render.story import fit
from portfolio_gen.render.texts import Text, Told, text_of
from portfolio_gen.render.twins import Ask, Asked, Twin
from portfolio_gen.render.words.pairs import choice

_STORY_WIDTH = "(min-width: 48rem) 44rem, 94vw"
"""How wide a picture inside a story is drawn."""


@dataclass(slots=True)
class Tools:
    """The functions of one page, and what they find out about it on the way."""

    engine: Site
    school: SchoolView
    cabinet: Cabinet
    stories: Stories
    here: str
    home: str
    """Address of the edition's index, relative to the site."""
    made: dict[tuple[Hashable, ...], str]
    """What macros have made for the whole site; see `once`."""
    explained: frozenset[str] = frozenset()
    """Ids of the words that the site's glossary explains."""
    sections: list[Section] = field(default_factory=list)
    """Parts of the stories that the page tells, for search."""
    tints: dict[str, str] = field(default_factory=dict)
    """Class and data address of the placeholders on the page."""
    told: int = 0
    asked: list[Asked] = field(default_factory=list)
    """What the page needs of its site, with the answers."""
    stories_told: list[tuple[Text, Placed]] = field(default_factory=list)

    def names(self) -> Mapping[str, Any]:
        """The names under which templates find everything."""
        return {
            "here": self.here,
            "home": self.link(self.home),
            "link": self.link,
            "asset": self.asset,
            "story": self.story,
            "files": self.files,
            "picture": self.picture,
            "enlarged": self.enlarged,
            "show": self.show,
            "published": self.published,
            "saved_as": self.saved_as,
            "title_of": self.title_of,
            "when": self.when,
            "number": self.number,
            "word": self.school.word,
            "called": self.school.called,
            "dir_of": words.dir_of,
            "chance": chance,
            "of_school": self.of_school(),
            "once": self.once,
            "explains": self.explains,
        }

    def of_school(self) -> Markup:
        """Attributes of what the school has written, where that is not in the language of the page."""
        writes = self.school.writes
        if not writes:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(writes, words.dir_of(writes))

    def once(self, macro: Macro, *given: Hashable) -> str:
        """What a macro makes of what it is given, where that depends on nothing else: made once for the whole site."""
        key = (macro._func.__code__, *given)
        if key not in self.made:
            self.made[key] = macro(*given)
        return self.made[key]

    def explains(self, word: str) -> bool:
        """Whether the site's glossary explains a word, by its id."""
        known: bool = self._ask("explains", word)
        return known

    def link(self, address: str) -> str:
        """An address of the site as this page must write it."""
        return relative(self.here, address)

    def asset(self, path: str) -> str:
        """A file of the edition's `assets/` as this page must write it."""
        return relative(self.here, f"{self.home}assets/{path}")

    def when(self, date: Day | PartialDate) -> Markup:
        """A date in words; beside a second language, in that of the sentence that it stands in."""
        engine = self.engine.engine
        if both := engine.say.both:
            return Markup(choice(*(words.when(date, one.language) for one in both)))  # noqa: S704 - both are
        return words.when(date, engine.language)

    def number(self, value: float) -> str:
        """A number as the language of the site writes it."""
        return words.number(value, self.engine.engine.language)

    def files(self, artifact: ArtifactView) -> tuple[MediaView, ...]:
        """An artifact's files in order, without those that are shown with another one, such as captions."""
        return tuple(one for one in artifact.media if not self._ask("belongs", one))

    def published(self, media: MediaView) -> Published:
        """What became of a file, with addresses as this page must write them."""
        made: Published = self._ask("publish", media)
        return made.seen_from(self.here)

    def title_of(self, media: MediaView) -> str:
        """What to call a file: by its title, or without one by what it is."""
        return media.title or self._showing().called(self.published(media))

    def saved_as(self, media: MediaView) -> str:
        """What to call a file that readers save; empty for one that they open."""
        return self._showing().saved_as(media, self.published(media))

    def picture(
        self, media: MediaView, sizes: str = "100vw", eager: bool = False, class_: str = ""
    ) -> Markup:
        """An `<img>` of a picture; nothing for a file that is none."""
        return self._showing().picture(
            self.published(media), media.alt, sizes=sizes, eager=eager, class_=class_
        )

    def show(self, media: MediaView, sizes: str = "100vw") -> Markup:
        """A file of any kind with its caption and credit, beside its earlier versions."""
        return self._showing().figure(media, sizes=sizes)

    def enlarged(
        self, media: MediaView, sizes: str = "100vw", eager: bool = False, class_: str = ""
    ) -> Markup:
        """A `picture` that leads to itself in large."""
        return self._showing().enlarged(
            media, self.published(media), media.alt, sizes=sizes, eager=eager, class_=class_
        )

    def story(self, told: Told, top: int = 2) -> Markup:
        """The clean HTML of a story; plain paragraphs when it cannot be laid out."""
        text = text_of(told)
        clean: Clean | None = self._ask("clean", text)
        if clean is None:
            return words.plain(without_remarks(text.markdown))
        self.told += 1
        say = self.engine.engine.say
        place = Place(
            find=partial(self._target, text),
            prefix="story" if self.told == 1 else f"story{self.told}",
            top=top,
            table=say("Table"),
            back=say("Back to the text"),
            english=(text.language or self.school.writes or self.school.language).split("-")[0]
            == "en",
        )
        placed = fit(clean.html, place)
        self.stories.report(text, placed)
        self.stories_told.append((text, placed))
        self.sections.extend(placed.sections)
        return with_cards(placed.html, say)

    def answers(self) -> Ask:
        """Who answers what a page may ask of its site."""
        return {
            "belongs": self.cabinet.companions.belongs_to_another,
            "publish": self.cabinet.publish,
            "clean": self.stories.clean,
            "meant": self.stories.meant,
            "explains": self.explained.__contains__,
        }

    def take_over(self, twin: Twin) -> None:
        """Everything that making the page would have found out, known from its twin in another edition."""
        for text, placed in twin.told_of:
            self.stories.report(text, placed)
        self.sections.extend(twin.sections)
        self.tints.update(twin.tints)

    def twin(
        self, sheet: Sheet, canonical: str, looked: Mapping[str, Any], leaves: tuple[str, ...]
    ) -> Twin:
        """The page, as other editions may have it too."""
        return Twin(
            sheet=sheet,
            canonical=canonical,
            looked=looked,
            asked=tuple(self.asked),
            leaves=leaves,
            sections=tuple(self.sections),
            tints=self.tints,
            told_of=tuple(self.stories_told),
        )

    def _ask(self, question: str, *given: Any) -> Any:
        answer = self.answers()[question](*given)
        self.asked.append((question, given, answer))
        return answer

    def _target(self, text: Text, reference: str) -> Target | None:
        meant: MediaView | str | None = self._ask("meant", text, reference)
        if meant is None:
            return None
        if isinstance(meant, str):
            return Target(self.link(meant))
        file = self.published(meant)
        return Target(file.address, partial(self._shown, meant, file)) if file.address else None

    def _shown(self, media: MediaView, file: Published, alt: str, alone: bool) -> Markup:
        """A file inside a story; the words that the story itself gives for it come first."""
        if alone:
            return self._showing().figure(media, alt=alt, sizes=_STORY_WIDTH)
        if file.kind != "picture":
            return self._showing().card(media, file)  # a player does not fit into a line
        return self._showing().picture(
            file, alt or media.alt, sizes=_STORY_WIDTH, eager=False, class_=""
        )

    def _showing(self) -> Showing:
        engine = self.engine.engine
        return Showing(engine.say, engine.language, self._tint, self.published)

    def _tint(self, data: str) -> str:
        name = f"tint-{hashlib.sha256(data.encode()).hexdigest()[:8]}"
        self.tints[name] = data
        return name
