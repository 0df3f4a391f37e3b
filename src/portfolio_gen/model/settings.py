"""The school's settings: portfolio.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields, replace
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

from portfolio_gen.model.exhibition import Theme
from portfolio_gen.model.limits import Limits
from portfolio_gen.model.noun import Noun, Page, Prose
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.value import dataclass

EditionName: TypeAlias = Literal["self", "committee", "family", "college", "public"]
EDITIONS: tuple[EditionName, ...] = get_args(EditionName)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSettings(Noun):
    """What a school writes about one edition; what it leaves out stays as strict as the edition's default."""

    build: bool | None = None
    """Whether this edition is built at all."""
    title: str | None = None
    """What readers see as the name of the edition."""
    address: str | None = None
    """Public web address under which the edition is published, if it is."""
    needs_consent: bool | None = None
    """Whether a student appears only with a consent on record and their own choice to share."""
    attempts: bool | None = None
    """Whether claims, pitches and not-yet decisions are shown, or only what has been earned."""
    feedback: bool | None = None
    """Whether the committee's feedback is shown."""
    drafts: bool | None = None
    """Whether drafts are shown."""
    unreleased: bool | None = None
    """Whether decisions are shown before their release date."""
    habits: bool | None = None
    """Whether habits of work are shown, apart from credits."""
    progress: bool | None = None
    """Whether learning targets are shown where credits are: the level of each, and the way there."""
    languages: tuple[str, ...] | None = None
    """Language of the site's own words, or two that stand side by side; that of the school where nothing is written."""
    unlisted: bool | None = None
    """Whether each site lies under a secret address of its own, with no page that lists them; needs `secret`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPolicy:
    """What the school lets one edition show; a student's choice and consent can only narrow it."""

    title: str
    build: bool = True
    address: str | None = None
    needs_consent: bool = False
    attempts: bool = False
    feedback: bool = False
    drafts: bool = False
    unreleased: bool = False
    habits: bool = True
    progress: bool = False
    unlisted: bool = False
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSettings(Noun):
    """How the school's sites look."""

    name: str = "riverbend"
    """Folder under `themes/`, or the name of a theme that comes with the program."""
    accent: str | None = None
    """Accent colour of links and buttons, like `#1f5f8b`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibition(Noun):
    """A gallery walk on one page of an edition: works whose students have put them there, by theme."""

    title: str
    """What it is called."""
    about: Prose | None = None
    """When and where it is, or what it is about."""
    editions: tuple[EditionName, ...]
    """Editions that show it. A work stands in it only where its student's own site shows it too."""
    themes: tuple[Theme, ...]
    """The themes, in the order in which visitors walk through them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Page):
    """What a school says about itself and its sites."""

    format: Literal["1"] = "1"
    """Version of the school format."""
    school: str
    """The school's name."""
    place: str | None = None
    """Town and country, as readers should see them."""
    url: str | None = None
    """The school's own web address."""
    language: str = "en"
    """Language of the sites (BCP 47), unless a student writes in another."""
    paper: Literal["letter", "a4", "none"] = "letter"
    """Paper for printed pages and the transcript's PDF; `none` makes no PDF."""
    editions: Mapping[EditionName, EditionSettings] = field(default_factory=dict)
    """Which editions are built and what each may show."""
    sentences: Mapping[str, Mapping[str, str | tuple[str, ...]]] = field(default_factory=dict)
    """The program's sentences in the school's own words: language, then sentence in English, then what is said instead;
    for one that counts, all its forms."""
    theme: ThemeSettings = ThemeSettings()
    """How the sites look."""
    exhibition: Exhibition | None = None
    """The school's exhibition, as long as there is one."""
    limits: Limits = Limits()
    """How much one student may put into a portfolio."""
    secret: str | None = None
    """Random text, never published, that makes the addresses of unlisted sites, and of students shown by initials,
    unguessable."""

    def exhibits(self, edition: EditionName) -> Exhibition | None:
        """The exhibition, where an edition shows it; one without a page that lists its sites shows none."""
        shown = self.exhibition
        if shown is None or edition not in shown.editions or self.policy(edition).unlisted:
            return None
        return shown

    def policy(self, edition: EditionName) -> EditionPolicy:
        """The edition's strict default, with what the school has written about it laid over."""
        return _laid_over(edition, self.editions.get(edition, NOTHING_WRITTEN))


DEFAULT_POLICIES: Mapping[EditionName, EditionPolicy] = {
    "self": EditionPolicy(
        title=sentence("My portfolio"), attempts=True, feedback=True, drafts=True, progress=True
    ),
    "committee": EditionPolicy(
        title=sentence("Committee"), attempts=True, feedback=True, unreleased=True, progress=True
    ),
    "family": EditionPolicy(title=sentence("Family"), attempts=True, feedback=True, progress=True),
    "college": EditionPolicy(title=sentence("Colleges"), needs_consent=True, habits=True),
    "public": EditionPolicy(title=sentence("Public"), needs_consent=True, habits=False),
}
NOTHING_WRITTEN = EditionSettings()


@lru_cache(maxsize=64)
def _laid_over(edition: EditionName, written: EditionSettings) -> EditionPolicy:
    values = {one.name: getattr(written, one.name) for one in fields(written)}
    return replace(
        DEFAULT_POLICIES[edition],
        **{name: value for name, value in values.items() if value is not None},
    )
