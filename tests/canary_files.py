"""A school on disk in which every text, name and hidden corner of a file is a canary that says where it may be seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import canary_media as media
from portfolio_gen.model.submission import digest_of_files
from school import FRAMEWORK, RUBRICS, TODAY, write

__all__ = ["EDITIONS", "INSIDE", "TODAY", "Bird", "Flock", "Record", "everything_agreed", "keep"]

EDITIONS = ("self", "committee", "family", "college", "public")
INSIDE = ("self", "committee", "family")
FIELDS = frozenset(
    {
        *("name", "full-name", "picture", "phase", "work"),
        *("credits", "habits", "recognitions", "profile"),
    }
)
PROGRESS = """\
rework: [{id: talk, title: Talk it over}]
courses: {scale: readiness}
profile:
  - {id: p-self, title: One}
  - {id: p-committee, title: Two}
  - {id: p-family, title: Three}
  - {id: p-college, title: Four}
  - {id: p-public, title: Five}
  - {id: health, title: How I am, shareable: false}
targets:
  - {id: weigh, title: Weighing evidence, credit: critical-thinking/academics, scale: readiness}
  - {id: modified, title: Asking around, scale: readiness}
  - {id: tried-out, title: Standing by it, scale: readiness, status: draft}
"""


@dataclass(frozen=True)
class Bird:
    """A canary: a word, or the colour of a picture."""

    name: str
    owner: str
    """Student whose it is; empty when it is the school's."""
    shown: frozenset[str]
    """Editions in which it must be found, on the owner's site."""
    perhaps: frozenset[str] = frozenset()
    """Editions in which it may be found, too."""
    abroad: frozenset[str] = frozenset()
    """Editions in which it may stand on anybody's site."""
    in_model: bool = True
    """Whether the program reads it as a text; what hides in files and comments is never read."""

    @property
    def allowed(self) -> frozenset[str]:
        return self.shown | self.perhaps | self.abroad


@dataclass
class Flock:
    """All canaries of a school."""

    words: dict[str, Bird] = field(default_factory=dict)
    colours: dict[tuple[int, int, int], Bird] = field(default_factory=dict)
    owner: str = ""

    def word(self, name: str, *shown: str, **more: Any) -> str:
        """A word of sixteen letters that stands nowhere else, the same in every state of the school."""
        digest = hashlib.sha256(f"{self.owner}/{name}".encode()).digest()
        word = "qz" + "".join(chr(97 + one % 26) for one in digest[:6]) + "canaryqz"
        assert word not in self.words, name
        self.words[word] = Bird(name, self.owner, frozenset(shown), **_sets(more))
        return word

    def hidden(self, name: str) -> str:
        """A word that nobody may ever see, in a place that no text is read from."""
        return self.word(name, in_model=False)

    def colour(self, name: str, *shown: str) -> tuple[int, int, int]:
        """The colour of a whole picture."""
        number = len(self.colours) + 1
        colour = (number // 36 % 6 * 50, number // 6 % 6 * 50, number % 6 * 50)
        self.colours[colour] = Bird(name, self.owner, frozenset(shown))
        return colour

    def all(self) -> tuple[Bird, ...]:
        return (*self.words.values(), *self.colours.values())


def _sets(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value if isinstance(value, bool) else frozenset(value) for key, value in values.items()
    }


@dataclass(frozen=True)
class Record:
    """What a school has on paper, and what its student Ann has decided: each test changes it."""

    agreed: Mapping[tuple[str, str], frozenset[str]]
    """Student and edition to the fields that they agreed to."""
    moved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What of Ann's has another audience than at first."""
    broken: bool = False
    """Whether something in Ann's folder cannot be read."""

    def covers(self, who: str, edition: str, *fields: str) -> bool:
        return edition in INSIDE or self.agreed.get((who, edition), frozenset()) >= {*fields}


def everything_agreed() -> dict[tuple[str, str], frozenset[str]]:
    """All consents that the school has at first."""
    return {
        ("ann", "college"): FIELDS - {"full-name"},
        ("ann", "public"): frozenset({"work", "credits", "profile", "recognitions"}),
        ("bob", "college"): frozenset({"name", "full-name", "work", "credits"}),
        ("bob", "public"): frozenset({"name", "work"}),
        ("cyd", "college"): frozenset({"name", "picture"}),
    }


def keep(folder: Path, record: Record) -> Flock:
    """Write the school as it is in one state, over what was there, and say who may see what."""
    return _Keeper(folder, record).keep()


class _Keeper:
    """Writes file after file, and each canary with it."""

    def __init__(self, folder: Path, record: Record) -> None:
        self.folder, self.record, self.flock = folder, record, Flock()
        self.ids: dict[str, str] = {}
        self.names: dict[str, str] = {}

    def keep(self) -> Flock:
        self._people()
        self._school()
        self._ann()
        self._bob()
        self._others()
        return self.flock

    # The tools

    def file(self, path: str, text: str | bytes) -> None:
        if isinstance(text, str):
            write(self.folder, {path: text})
        else:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(text)

    def yaml(self, path: str, keys: Mapping[str, Any]) -> None:
        """A file of keys, after a comment that nobody is to read."""
        self.file(path, f"# {self.flock.hidden(f'comment in {path}')}\n{_written(keys)}\n")

    def page(self, path: str, keys: Mapping[str, Any], body: str) -> None:
        """A page with comments above and below."""
        above, below = (self.flock.hidden(f"{where} {path}") for where in ("above", "below"))
        self.file(path, f"---\n# {above}\n{_written(keys)}\n---\n{body}\n\n<!-- {below} -->\n")

    def where(self, who: str, editions: Iterable[str], *fields: str) -> tuple[str, ...]:
        """Those of the editions in which somebody may be shown by these fields."""
        return tuple(one for one in editions if self.record.covers(who, one, *fields))

    # The school

    def _people(self) -> None:
        """Names: preferred, official, and ids made of neither."""
        shown = {
            "ann": (self.where("ann", (*INSIDE, "college"), "name"), self.where("ann", INSIDE)),
            "bob": (self._bob_preferred(), self.where("bob", ("college",), "full-name")),
            "cyd": (self.where("cyd", (*INSIDE, "college"), "name"), ()),
            "dee": (INSIDE, ()),
        }
        for who, (preferred, official) in shown.items():
            self.flock.owner = who
            abroad = {"abroad": preferred} if who in ("cyd", "dee") else {}
            # What Ann writes of Cyd stands on Ann's site alone.
            theirs = {"abroad": INSIDE} if who == "cyd" else {}
            self.names[who] = " ".join(
                self.flock.word(f"preferred {one}", *preferred, **abroad).title() for one in "ab"
            )
            self.names[f"official {who}"] = " ".join(
                self.flock.word(f"official {one}", *official, **theirs).title() for one in "abc"
            )
            self.ids[who] = self.flock.word(
                "id", *dict.fromkeys((*preferred, *_by_id(official, who)))
            )
        self.flock.owner = ""

    def _bob_preferred(self) -> tuple[str, ...]:
        """He would like his official name in college; where that is not agreed to, it is the other."""
        full = self.record.covers("bob", "college", "full-name")
        wanted = ("self", "committee", "public", *(() if full else ("college",)))
        return self.where("bob", wanted, "name")

    def _school(self) -> None:
        word = self.flock.word
        with_credits = dict.fromkeys(
            one for who in ("ann", "bob") for one in self.where(who, EDITIONS, "credits")
        )
        self.yaml(
            "portfolio.yml",
            {
                "school": word("school", *EDITIONS),
                "secret": f"{word('secret')} {word('more of it')}",
                "editions": {"public": {"address": "https://canaries.example/"}},
            },
        )
        self.file("transcripts/framework.yml", FRAMEWORK + PROGRESS)
        self.file("transcripts/rubrics.yml", RUBRICS)
        self.file(
            "transcripts/school-profile.md", word("school profile", *with_credits, perhaps=EDITIONS)
        )
        adults = (("m-one", "decider", "science"), ("m-two", "second decider", "languages"))
        self.yaml(
            "transcripts/committee.yml",
            {
                "quorum": 2,
                "members": [
                    *(
                        {"id": id, "name": self._adult(name), "role": role}
                        for id, name, role in adults
                    ),
                    {"id": "m-three", "name": self._adult("reporter"), "role": "advisor"},
                    {
                        "id": "m-four",
                        "name": " ".join(word(f"idle {one}", perhaps=INSIDE) for one in "ab"),
                        "conflicts": [
                            {
                                "student": self.ids["ann"],
                                "why": word("conflict", perhaps=("committee",)),
                            }
                        ],
                    },
                ],
            },
        )
        self._consent()

    def _adult(self, name: str) -> str:
        """Somebody who has to do with Ann, and so stands on her site."""
        self.flock.owner = "ann"
        name = " ".join(self.flock.word(f"{name} {one}", *INSIDE) for one in "ab")
        self.flock.owner = ""
        return name

    def _consent(self) -> None:
        people: dict[str, list[dict[str, Any]]] = {}
        for (who, edition), fields in sorted(self.record.agreed.items()):
            by = self.flock.word(f"consent of {who} for {edition} by")
            agreement = {
                "edition": edition,
                "shows": sorted(fields),
                "given": "2026-01-01",
                "by": by,
            }
            people.setdefault(self.ids[who], []).append(agreement)
        self.yaml("transcripts/consent.yml", {"people": people})

    # Ann, who has everything

    def _ann(self) -> None:
        self.flock.owner = "ann"
        self.home = f"students/{self.ids['ann']}"
        self._card()
        self._stories()
        self._works()
        self._pitches()
        self._learner()
        self._ledger()
        self._handed_in()

    def _ann_where(self, editions: Iterable[str], *fields: str) -> tuple[str, ...]:
        return self.where("ann", editions, *fields)

    def _card(self) -> None:
        word, works = self.flock.word, self._ann_where(EDITIONS, "work")
        named = self._ann_where((*INSIDE, "college"), "name")
        seen = self._ann_where(("self", "family", "college"), "picture")
        linked = [one for one in works if one in named]
        portrait = f"{self.flock.hidden('portrait file')}.jpg"
        self.file(f"{self.home}/{portrait}", self._photo("portrait", seen))
        copy = f"{self.flock.hidden('link copy file')}.jpg"
        self.file(f"{self.home}/{copy}", self._photo("link copy", linked))
        self.file(f"{self.home}/notes.txt", self.flock.hidden("stray file of hers"))
        self.yaml(
            f"{self.home}/student.yml",
            {
                "name": self.names["ann"],
                "pronouns": word("pronouns", *named),
                "sentence": word("sentence", *works),
                "interests": [word("interest", *works)],
                "picture": {"file": portrait, "alt": word("portrait alt", *seen)},
                "statement": word("statement", *self._ann_where(EDITIONS, "work", "credits")),
                "links": [
                    {
                        "title": word("link", *linked),
                        "url": f"https://{word('link address', *linked)}.example/",
                        "about": word("link about", *linked),
                        "copy": copy,
                    }
                ],
                "sharing": {
                    "self": {"picture": True, "attempts": True},
                    "family": {"picture": True},
                    "college": {"picture": True},
                    "public": {"name": "initials"},
                },
            },
        )

    def _meant(self, what: str, audience: Iterable[str]) -> tuple[list[str], tuple[str, ...]]:
        """The audience of something of Ann's, and the editions that show it."""
        written = self.record.moved.get(what, tuple(audience))
        return [*written], self._ann_where(dict.fromkeys(("self", *written)), "work")

    def _stories(self) -> None:
        word = self.flock.word
        for what in (*EDITIONS, "draft", "opening"):
            first = EDITIONS if what in ("draft", "opening") else (what,)
            audience, shown = self._meant(f"story {what}", first)
            shown = ("self",) if what == "draft" else shown
            keys = {
                "title": word(f"story {what} title", *shown),
                "status": "draft" if what == "draft" else "published",
                "audience": audience,
            }
            path = f"{self.home}/narrative.md"
            if what != "opening":
                keys["about"] = word(f"story {what} about", *shown)
                path = f"{self.home}/narratives/{word(f'story {what} slug', *shown)}.md"
            self.page(path, keys, word(f"story {what} text", *shown))
        for what in EDITIONS:
            audience, shown = self._meant(f"goal {what}", (what,))
            slug = word(f"goal {what} slug", perhaps=shown)
            texts = {
                one: word(f"goal {what} {one}", *shown) for one in ("title", "wish", "outcome")
            }
            lists = {one: [word(f"goal {what} {one}", *shown)] for one in ("obstacles", "plan")}
            check_in = {"date": "2026-10-02", "note": word(f"goal {what} note", *shown)}
            keys = {**texts, **lists, "check_ins": [check_in], "audience": audience}
            self.page(f"{self.home}/goals/{slug}.md", keys, word(f"goal {what} text", *shown))

    def _works(self) -> None:
        named = self._ann_where((*INSIDE, "college"), "work")
        for what in EDITIONS:
            self._work(what, (what,), team=[self._outsider(what)])
        self._work("nobody", ())
        self._work("draft", EDITIONS, shown=("self",), status="draft")
        self._work("pitched", (), shown=("self", "committee"))
        with_cyd = [one for one in named if self.record.covers("cyd", one, "name")]
        self._work("with-cyd", EDITIONS, shown=with_cyd, team=[self._mate("cyd", with_cyd)])
        self._work("with-dee", EDITIONS, shown=INSIDE, team=[self._mate("dee", INSIDE)])
        self._work("names-dee", EDITIONS, shown=INSIDE, says=f"With {self.names['dee']}, outside.")
        cyds = f"By {self.names['official cyd']}, and by me."
        self._work("names-cyd", EDITIONS, shown=INSIDE, says=cyds)
        signed = self.names["official ann"]
        self._work("signed", EDITIONS, shown=INSIDE, says=f"Signed, {signed}.")
        mail = f"Write to {self.flock.word('mail', *named)}@mailbox-of-hers.net."
        self._work("mail", EDITIONS, shown=named, says=mail)
        self._crowd()
        self._attic()
        self._packed()

    def _outsider(self, what: str) -> dict[str, str]:
        _, shown = self._meant(f"work {what}", (what,))
        return {one: self.flock.word(f"work {what} mate {one}", *shown) for one in ("name", "part")}

    def _mate(self, who: str, shown: Iterable[str]) -> dict[str, str]:
        return {"student": self.ids[who], "part": self.flock.word(f"part of {who}", *shown)}

    def _work(
        self,
        what: str,
        audience: Iterable[str],
        *,
        shown: Iterable[str] | None = None,
        says: str = "",
        files: list[dict[str, Any]] | None = None,
        slug: str = "",
        **keys: Any,
    ) -> str:
        """A piece of work; returns its slug."""
        word = self.flock.word
        written, meant = self._meant(f"work {what}", audience)
        here = tuple(meant if shown is None else shown)
        slug = slug or word(f"work {what} slug", *here)
        folder = f"{self.home}/artifacts/{slug}"
        if files is None:
            files = [self._picture(folder, f"work {what}", here)]
        self.file(
            f"{folder}/{self.flock.hidden(f'stray of {what}')}.txt", self.flock.hidden(f"in {what}")
        )
        front = {
            "title": word(f"work {what} title", *here),
            "date": "2026-03-14",
            "summary": word(f"work {what} summary", *here),
            "tags": [word(f"work {what} tag", *here)],
            "taught_me": word(f"work {what} taught me", *here),
            "reflection": {
                "strategy": word(f"work {what} strategy", *here),
                "effort": word(f"work {what} effort", *here),
                "result": word(f"work {what} result", *here),
                "next": word(f"work {what} next", *here),
            },
            "my_part": word(f"work {what} my part", *here),
            "media": files,
            "claims": [
                {"credit": "communication/community", "why": word(f"work {what} why", *here)}
            ],
            "audience": written,
            "status": "published",
            **keys,
        }
        pictured = says if says else f"![{word(f'work {what} shown', *here)}]({files[0]['file']})"
        body = f"# {word(f'work {what} heading', *here)}\n\n{word(f'work {what} story', *here)}\n\n{pictured}"
        self.page(f"{folder}/artifact.md", front, body)
        return slug

    def _picture(self, folder: str, what: str, shown: Iterable[str], **keys: Any) -> dict[str, Any]:
        """A picture with a colour of its own, and words in and around it."""
        shown = tuple(shown)
        name = f"{self.flock.hidden(f'{what} file name')}.jpg"
        self.file(f"{folder}/{name}", self._photo(what, shown))
        texts = {
            one: self.flock.word(f"{what} {one}", *shown) for one in ("alt", "caption", "credit")
        }
        return {"file": name, **texts, **keys}

    def _photo(self, what: str, shown: Iterable[str]) -> bytes:
        return media.jpeg(
            self.flock.colour(f"{what} colour", *shown), *self._secrets(f"{what} photo", media.JPEG)
        )

    def _secrets(self, what: str, places: Iterable[str]) -> list[str]:
        return [self.flock.hidden(f"{what} {one}") for one in places]

    def _crowd(self) -> None:
        """Pictures in which people can be recognised; the work itself is for everybody."""
        _, shown = self._meant("work crowd", EDITIONS)
        slug = self.flock.word("work crowd slug", *shown)
        folder = f"{self.home}/artifacts/{slug}"
        inside = [one for one in shown if one in INSIDE]
        hers = [one for one in shown if self.record.covers("ann", one, "picture")]
        with_cyd = [one for one in shown if self.record.covers("cyd", one, "picture")]
        files = [
            self._picture(folder, "landscape", shown),
            self._picture(folder, "ann herself", hers, people=[self.ids["ann"]]),
            self._picture(folder, "cyd", with_cyd, people=[self.ids["cyd"]]),
            self._picture(folder, "dee", inside, people=[self.ids["dee"]]),
            self._picture(folder, "stranger", inside, people=["a-stranger"]),
            self._picture(folder, "cyd and dee", inside, people=[self.ids["cyd"], self.ids["dee"]]),
        ]
        self._work("crowd", EDITIONS, files=files, slug=slug)

    def _attic(self) -> None:
        """A file of every kind, with words in all corners that nobody looks into."""
        slug = self.flock.word("work attic slug", *self._ann_where(EDITIONS, "work"))
        folder = f"{self.home}/artifacts/{slug}"
        files = []
        for ending, (places, made) in media.KINDS.items():
            name = f"{self.flock.hidden(f'attic {ending} file name')}.{ending}"
            self.file(f"{folder}/{name}", made(*self._secrets(f"attic {ending}", places)))
            files.append({"file": name, "alt": "Nothing much."})
        self._work("attic", EDITIONS, files=files, slug=slug)

    def _packed(self) -> None:
        """Files whose contents are words, in ways in which files hold words."""
        for what in ("family", "public"):
            _, shown = self._meant(f"work packed-{what}", (what,))
            slug = self.flock.word(f"work packed-{what} slug", *shown)
            folder, files = f"{self.home}/artifacts/{slug}", []
            for ending, made in media.PACKED.items():
                name = f"{self.flock.hidden(f'packed {what} {ending} file name')}.{ending}"
                inside = self.flock.word(f"packed {what} {ending}", *shown, in_model=False)
                self.file(f"{folder}/{name}", made(inside))
                files.append(
                    {"file": name, "title": self.flock.word(f"{what} {ending} title", *shown)}
                )
            self._work(f"packed-{what}", (what,), files=files, slug=slug)

    def _pitches(self) -> None:
        word = self.flock.word
        pitched = next(
            word for word, one in self.flock.words.items() if one.name == "work pitched slug"
        )
        for what, shown in (("published", ("self", "committee")), ("draft", ("self",))):
            slug = word(f"pitch {what} slug", *shown)
            keys = {
                "title": word(f"pitch {what} title", *shown),
                "date": "2026-11-01",
                "artifacts": [pitched],
                "claims": [
                    {"credit": "communication/academics", "why": word(f"pitch {what} why", *shown)}
                ],
                "status": what,
            }
            self.page(f"{self.home}/pitches/{slug}.md", keys, word(f"pitch {what} text", *shown))

    def _learner(self) -> None:
        word, parts, milestones = self.flock.word, {}, []
        for what in EDITIONS:
            audience, _ = self._meant(f"part {what}", (what,))
            shown = self._ann_where(dict.fromkeys(("self", *audience)), "profile")
            parts[f"p-{what}"] = {"text": word(f"part {what}", *shown), "audience": audience}
        parts["health"] = {"text": word("health", "self")}
        self.yaml(f"{self.home}/profile.yml", {"parts": parts})
        for place, what in enumerate((*EDITIONS, "nobody")):
            audience, shown = self._meant(f"milestone {what}", () if what == "nobody" else (what,))
            texts = {
                one: word(f"milestone {what} {one}", *shown) for one in ("title", "about", "term")
            }
            milestones.append({**texts, "date": f"202{place}", "audience": audience})
        self.yaml(f"{self.home}/milestones.yml", {"milestones": milestones})
        # Of several conferences an edition shows the next one, and what was agreed on before it.
        talks = {"2026-12-01": "family", "2026-12-02": "committee", "2026-12-03": "nobody"}
        for day, what in talks.items():
            audience = [] if what == "nobody" else [what]
            shown = (*audience, *(["self"] if what == "family" else []))
            more = () if what == "family" else ("self",)
            lists = {
                one: [word(f"talk {what} {one}", *shown, perhaps=more)]
                for one in ("points", "questions", "agreed")
            }
            slug = word(f"talk {what} slug", perhaps=(*shown, *more))
            text = word(f"talk {what} text", *shown, perhaps=more)
            keys = {"date": day, **lists, "audience": audience}
            self.page(f"{self.home}/conferences/{slug}.md", keys, text)

    # What Ann has handed in, and what only the committee says of it

    def _handed_in(self) -> None:
        """The committee may read all of it, and nobody else any, however much of it pages show."""

        def word(name: str) -> str:
            return self.flock.word(f"held {name}", perhaps=("committee",))

        student, slug, work = self.ids["ann"], word("pitch slug"), word("frozen work slug")
        place = f"transcripts/submissions/{student}/{slug}/1"
        credit = {"credit": "communication/academics"}
        keys = {
            "title": word("pitch title"),
            "date": "2026-11-01",
            "artifacts": [work],
            "claims": [{**credit, "why": word("pitch why")}],
            "my_part": word("pitch part"),
            "status": "published",
        }
        self.page(f"{place}/pitches/{slug}.md", keys, word("pitch text"))
        shown = {"title": word("frozen work title"), "date": "2026-10-01", "status": "published"}
        self.page(f"{place}/artifacts/{work}/artifact.md", shown, word("frozen work story"))
        paths = (f"artifacts/{work}/artifact.md", f"pitches/{slug}.md")
        sums = {
            one: hashlib.sha256((self.folder / place / one).read_bytes()).hexdigest()
            for one in paths
        }
        digest = digest_of_files(sums)
        about = {"student": student, "pitch": slug}
        card = {**about, "number": 1, "submitted": "2026-11-02", "framework": "2024"}
        self.yaml(f"{place}/submission.yml", {**card, "digest": digest, "files": sums})
        self.yaml(
            f"transcripts/ballots/{student}/{slug}/1/m-one.yml",
            {
                "ballot": "1",
                **about,
                "submission": digest,
                "reviewer": "m-one",
                "name": word("ballot name"),
                "date": "2026-11-10",
                "scores": [{**credit, "outcome": "not-yet", "comment": word("ballot comment")}],
                **{one: word(f"ballot {one}") for one in ("conflict", "strong", "missing", "note")},
            },
        )
        self.yaml(
            "transcripts/sessions/autumn.yml",
            {
                "title": word("session title"),
                "date": "2026-11-10",
                "start": "15:30",
                "place": word("session place"),
                "chair": "m-one",
                "members": ["m-one"],
                "pitches": [{"pitch": f"{student}/{slug}"}, {"pause": word("session pause")}],
            },
        )

    # What the school has written down of Ann

    def _ledger(self) -> None:
        word = self.flock.word
        phase = self._ann_where(EDITIONS, "phase", "credits")
        self.yaml(
            f"transcripts/{self.ids['ann']}.yml",
            {
                "official_name": self.names["official ann"],
                "enrolment": {
                    "entered": "2025-09",
                    "phase": "10",
                    "framework": "2024",
                    "class_of": word("class of", *phase),
                    "advisor": "m-three",
                },
                "decisions": self._decisions(),
                "ratings": self._ratings(),
                "habits": self._habits(),
                "observations": [
                    {
                        "term": word(
                            "observed term",
                            *self._ann_where((*INSIDE, "college"), "habits", "credits"),
                        ),
                        "date": "2026-10-02",
                        "by": "m-three",
                        "levels": {"curiosity": "meeting"},
                    }
                ],
                "courses": self._courses(),
                "recognitions": self._recognitions(),
            },
        )

    def _decisions(self) -> list[dict[str, Any]]:
        family = next(w for w, one in self.flock.words.items() if one.name == "work family slug")
        kinds: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
            "not yet": (INSIDE, {"outcome": "not-yet", "date": "2026-04-10"}),
            "award": (INSIDE, {"date": "2026-04-20"}),
            "unreleased": (
                ("committee",),
                {
                    "date": "2026-11-20",
                    "release": "2027-01-01",
                    "credit": "communication/academics",
                },
            ),
        }
        return [
            {
                "id": f"d{place}",
                "credit": "critical-thinking/academics",
                "level": "foundation",
                "outcome": "earned",
                "artifacts": [family],
                "committee": ["m-one", "m-two"],
                "feedback": self.flock.word(f"decision {what} feedback", *shown),
                "strong": self.flock.word(f"decision {what} strong", *shown),
                "missing": self.flock.word(f"decision {what} missing", *shown),
                "rework": {"plan": self.flock.word(f"decision {what} plan", perhaps=shown)},
                **more,
            }
            for place, (what, (shown, more)) in enumerate(kinds.items())
        ]

    def _ratings(self) -> list[dict[str, Any]]:
        word = self.flock.word
        peer = self.names["cyd"]
        expert = " ".join(word(f"expert {one}", *INSIDE) for one in "ab")
        kinds: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
            "first": (INSIDE, {"date": "2026-02-01", "level": "emerging"}),
            "second": (INSIDE, {"date": "2026-05-02"}),
            "by a peer": (INSIDE, {"date": "2026-05-03", "rater": "peer", "by": [peer]}),
            "by an expert": (INSIDE, {"date": "2026-05-04", "rater": "expert", "by": [expert]}),
            "held": (("committee",), {"date": "2026-11-20", "release": "2027-01-01"}),
            "modified": ((), {"date": "2026-05-05", "modified": True}),
            "modified alone": ((), {"date": "2026-05-05", "modified": True, "target": "modified"}),
            "of a draft": (INSIDE, {"date": "2026-05-06", "target": "tried-out"}),
        }
        return [
            {
                "target": "weigh",
                "level": "meeting",
                "by": ["m-one"],
                "note": word(f"rating {what} note", *shown),
                "rework": {"plan": word(f"rating {what} plan", *shown), "steps": ["talk"]},
                **more,
            }
            for what, (shown, more) in kinds.items()
        ]

    def _habits(self) -> list[dict[str, Any]]:
        shown = self._ann_where((*INSIDE, "college"), "habits", "credits")
        return [
            {
                "term": self.flock.word("habits term", *shown),
                "date": "2026-06-12",
                "by": "m-three",
                "levels": {"curiosity": "meeting"},
                "note": self.flock.word("habits note", *INSIDE),
            }
        ]

    def _courses(self) -> list[dict[str, Any]]:
        shown = self._ann_where(EDITIONS, "credits")
        word = self.flock.word
        return [
            {
                "title": word("course", *shown),
                "term": word("course term", *shown),
                "level": "meeting",
                "note": word("course note", *shown),
            },
            {
                "title": word("held course", *shown),
                "term": word("held course term", *shown),
                "level": "meeting",
                "note": word("held course note", "committee"),
                "release": "2027-01-01",
            },
        ]

    def _recognitions(self) -> list[dict[str, Any]]:
        shown = self._ann_where(EDITIONS, "recognitions", "credits")
        word = self.flock.word
        texts = ("title", "issuer", "about", "criteria", "validator")
        return [
            {
                **{one: word(f"recognition {one}", *shown) for one in texts},
                "date": "2026-05",
                "url": f"https://{word('recognition address', *shown)}.example/",
            }
        ]

    # The others

    def _bob(self) -> None:
        """Bob goes by his official name in college, by his preferred one in public, by initials at home."""
        self.flock.owner = "bob"
        home, word = f"students/{self.ids['bob']}", self.flock.word
        self.yaml(
            f"{home}/student.yml",
            {
                "name": self.names["bob"],
                "pronouns": word("pronouns", *self._bob_preferred()),
                "sharing": {
                    "family": {"name": "initials"},
                    "college": {"name": "full"},
                    "public": {"name": "preferred"},
                },
            },
        )
        for what in EDITIONS:
            shown = self.where("bob", dict.fromkeys(("self", what)), "work")
            keys = {
                "title": word(f"story {what} title", *shown),
                "status": "published",
                "audience": [what],
            }
            path = f"{home}/narratives/{word(f'story {what} slug', *shown)}.md"
            self.page(path, keys, word(f"story {what} text", *shown))
        self._short_ledger("bob")

    def _others(self) -> None:
        for who, keys in (("cyd", {"sharing": {"college": {}}}), ("dee", {})):
            self.flock.owner = who
            home = f"students/{self.ids[who]}"
            self.yaml(f"{home}/student.yml", {"name": self.names[who], **keys})
            self.page(
                f"{home}/narrative.md",
                {"status": "published", "audience": list(EDITIONS)},
                self.flock.word("opening", *self.where(who, INSIDE, "work")),
            )
            self._short_ledger(who)
        if self.record.broken:
            self.flock.owner = "ann"
            slug = next(w for w, one in self.flock.words.items() if one.name == "work nobody slug")
            self.file(f"{self.home}/artifacts/{slug}/artifact.md", "---\ntitle: [\n---\n")

    def _short_ledger(self, who: str) -> None:
        self.yaml(
            f"transcripts/{self.ids[who]}.yml",
            {
                "official_name": self.names[f"official {who}"],
                "enrolment": {"entered": "2025-09", "phase": "10", "framework": "2024"},
            },
        )


def _by_id(official: Iterable[str], who: str) -> Iterable[str]:
    """Ids are addresses wherever a whole name is shown; Ann's official name is only in her texts."""
    return official if who == "bob" else ()


def _written(keys: Mapping[str, Any]) -> str:
    """JSON is YAML, too."""
    return json.dumps(keys, ensure_ascii=False, indent=1)
