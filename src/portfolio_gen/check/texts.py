"""Everything that a student has written, text by text, with its place and with whom it is meant for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from portfolio_gen.check.register import Register
from portfolio_gen.diagnostics import KeyPath, Marks, Span
from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.milestone import Milestone
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Goal, Narrative, Pitch, Student
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Some words of a student's."""

    words: str
    marks: Marks
    keys: KeyPath = ()
    """Where they stand in their file, unless `line` says so."""
    line: int = 0
    """First line of a story, or of a page that has them as its name."""
    is_story: bool = False
    """Whether it is the Markdown under a front matter, which stands in the file letter by letter."""

    @property
    def span(self) -> Span:
        """Where they stand; of a story, where it begins."""
        return Span(self.marks.path, self.line) if self.line else self.marks[self.keys]

    def at(self, start: int, end: int) -> Span:
        """Where a stretch of the words stands, as exactly as that can be known."""
        if self.is_story:
            line = self.span.line + self.words.count("\n", 0, start)
            column = start - self.words.rfind("\n", 0, start)
            return Span(self.span.path, line, column, line, column + end - start)
        return self._within_value(start, end)

    def _within_value(self, start: int, end: int) -> Span:
        """Where it stands in a YAML value: exactly if nothing was folded or escaped, else where the value begins."""
        span = self.span
        spare = span.end_column - span.column - len(self.words)
        if span.line != span.end_line or spare not in (0, 2):
            return span
        column = span.column + spare // 2 + start
        return Span(span.path, span.line, column, span.line, column + end - start)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that an edition shows or leaves out as a whole."""

    student: Student
    told: Callable[[], Iterable[Text]]
    """Its texts, gathered for those who look into them."""
    marks: Marks
    audience: tuple[EditionName, ...] = ()
    published: bool = True
    place: KeyPath = ()
    """Where it stands on its page, if it is not the whole page."""

    @property
    def texts(self) -> Iterable[Text]:
        """What it says."""
        return self.told()


def items(register: Register) -> Iterator[Item]:
    """Everything that students have written."""
    for student in register.school.students:
        shared = tuple(student.sharing)
        yield Item(student, partial(_of_student, student), student.marks, shared)
        for page in (*filter(None, [student.opening]), *student.narratives):
            published = page.status == "published"
            yield Item(student, partial(_of_narrative, page), page.marks, page.audience, published)
        for goal in student.goals:
            yield Item(student, partial(_of_goal, goal), goal.marks, goal.audience)
        yield from _of_learner(student)
        for pitch in student.pitches:
            published = pitch.status == "published"
            yield Item(student, partial(_of_pitch, pitch), pitch.marks, (), published)
        for work in student.artifacts:
            published = work.status == "published"
            yield Item(student, partial(_of_work, work), work.marks, work.audience, published)


def _of_learner(student: Student) -> Iterator[Item]:
    """Parts of the learner profile, milestones and conferences."""
    marks = student.profile.marks
    for name, part in student.profile.parts.items():
        texts = partial(_values, marks, (part.text, "parts", name, "text"))
        yield Item(student, texts, marks, part.audience, place=("parts", name))
    marks = student.milestones.marks
    for place, one in enumerate(student.milestones.milestones):
        texts = partial(_of_milestone, one, marks, place)
        yield Item(student, texts, marks, one.audience, place=("milestones", place))
    for page in student.conferences:
        yield Item(student, partial(_of_conference, page), page.marks, page.audience)


def _of_milestone(one: Milestone, marks: Marks, place: int) -> Iterator[Text]:
    values = ((one.title, "title"), (one.term, "term"), (one.about, "about"))
    yield from _values(marks, *((words, "milestones", place, key) for words, key in values))


def _of_conference(page: Conference) -> Iterator[Text]:
    for key, words in (("points", page.points), ("questions", page.questions)):
        yield from _list(page.marks, key, words)
    yield from _list(page.marks, "agreed", page.agreed)
    yield _story(page.marks, page.text, page.text_line)


def _of_student(student: Student) -> Iterator[Text]:
    marks = student.marks
    yield from _values(marks, (student.sentence, "sentence"), (student.statement, "statement"))
    yield from _list(marks, "interests", student.interests)
    for place, link in enumerate(student.links):
        values = ((link.title, "title"), (link.url, "url"), (link.about, "about"))
        yield from _values(marks, *((words, "links", place, key) for words, key in values))
    if student.picture:
        yield from _values(marks, (student.picture.alt, "picture", "alt"))


def _of_narrative(page: Narrative) -> Iterator[Text]:
    yield from _values(page.marks, (page.title, "title"), (page.about, "about"))
    yield _slug(page.marks, page.slug)
    yield _story(page.marks, page.text, page.text_line)


def _of_goal(goal: Goal) -> Iterator[Text]:
    values = ((goal.title, "title"), (goal.wish, "wish"), (goal.outcome, "outcome"))
    yield from _values(goal.marks, *values)
    yield from _list(goal.marks, "obstacles", goal.obstacles)
    yield from _list(goal.marks, "plan", goal.plan)
    for place, look_back in enumerate(goal.check_ins):
        yield from _values(goal.marks, (look_back.note, "check_ins", place, "note"))
    yield _slug(goal.marks, goal.slug)
    yield _story(goal.marks, goal.text, goal.text_line)


def _of_pitch(pitch: Pitch) -> Iterator[Text]:
    yield from _values(pitch.marks, (pitch.title, "title"))
    yield from _reasons(pitch.marks, pitch.claims)
    yield _slug(pitch.marks, pitch.slug)
    yield _story(pitch.marks, pitch.text, pitch.text_line)


def _of_work(work: Artifact) -> Iterator[Text]:
    marks = work.marks
    values = ((work.title, "title"), (work.summary, "summary"), (work.my_part, "my_part"))
    yield from _values(marks, *values, (work.taught_me, "taught_me"))
    back = work.reflection
    looked = (
        (back.strategy, "strategy"),
        (back.effort, "effort"),
        (back.result, "result"),
        (back.next, "next"),
    )
    yield from _values(marks, *((words, "reflection", key) for words, key in looked))
    yield from _list(marks, "tags", work.tags)
    for place, media in enumerate(work.media):
        told = (media.alt, "alt"), (media.title, "title"), (media.caption, "caption")
        credit = (media.credit, "credit")
        yield from _values(marks, *((words, "media", place, key) for words, key in (*told, credit)))
    for place, link in enumerate(work.links):
        led = (link.title, "title"), (link.url, "url"), (link.about, "about")
        yield from _values(marks, *((words, "links", place, key) for words, key in led))
    for place, mate in enumerate(work.team):
        named = (mate.name, "name"), (mate.part, "part")
        yield from _values(marks, *((words, "team", place, key) for words, key in named))
    yield from _reasons(marks, work.claims)
    yield _slug(marks, work.slug)
    yield _story(marks, work.narrative, work.narrative_line)


def _reasons(marks: Marks, claims: tuple[Claim, ...]) -> Iterator[Text]:
    for place, claim in enumerate(claims):
        yield from _values(marks, (claim.why, "claims", place, "why"))


def _values(marks: Marks, *values: tuple[str | None, *tuple[str | int, ...]]) -> Iterator[Text]:
    for words, *keys in values:
        if words:
            yield Text(words, marks, tuple(keys))


def _list(marks: Marks, key: str, values: tuple[str, ...]) -> Iterator[Text]:
    for place, words in enumerate(values):
        yield Text(words, marks, (key, place))


def _slug(marks: Marks, words: str) -> Text:
    return Text(words, marks, line=1)


def _story(marks: Marks, words: str, line: int) -> Text:
    return Text(words, marks, line=line, is_story=True)
