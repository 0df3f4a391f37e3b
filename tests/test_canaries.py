"""Nothing that an edition may not show is in its bytes: looked for in every file, unpacked, by a plain search."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import permutations
from pathlib import Path

import pytest

from canary_files import TODAY, Bird, Flock, Record, everything_agreed, keep
from plain_search import WORD, colour_of, files_in, words_in
from portfolio_gen.audit import Bounds, rights
from portfolio_gen.build import build
from portfolio_gen.inspection import Inspection, inspect
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.report import BuildReport
from portfolio_gen.survey import survey as survey_school

Seen = Mapping[tuple[str, str], set[Bird]]
"""Edition and folder of a site (empty for what belongs to no site) to the canaries that were found there."""
PAIRS = tuple(permutations(EDITIONS, 2))


@dataclasses.dataclass(frozen=True)
class State:
    """A school, what was built of it, and which canaries that holds."""

    name: str
    folder: Path
    flock: Flock
    seen: Seen
    report: BuildReport
    inspection: Inspection
    forbidden: Mapping[str, set[str]]
    """Edition to the words that the audit would call a leak there."""

    def in_edition(self, edition: str, but: tuple[str, ...] = ()) -> set[Bird]:
        places = self.seen.items()
        return set().union(
            *(found for (here, site), found in places if here == edition and site not in but)
        )

    def may_see(self, edition: str) -> set[Bird]:
        return {one for one in self.flock.all() if edition in one.allowed}


WITHOUT_CYD = {who: what for who, what in everything_agreed().items() if who[0] != "cyd"}
ANN_LESS = {
    **WITHOUT_CYD,
    ("ann", "college"): frozenset({"name", "work"}),
    ("bob", "college"): frozenset({"name", "work"}),
}
ANN_GONE = {who: what for who, what in ANN_LESS.items() if who != ("ann", "public")}
MOVED = {
    f"{kind} {what}": audience
    for what, audience in {"college": (), "public": ("family",), "family": ("committee",)}.items()
    for kind in ("story", "goal", "work", "part", "milestone", "work packed")
} | {"work packed-public": (), "story opening": ("family",)}
MOVED_AGAIN = MOVED | {"work crowd": ("family",), "goal committee": ()}
STATES = {
    "at first": Record(everything_agreed()),
    "after a withdrawal": Record(ANN_LESS),
    "after a change of audience": Record(ANN_LESS, MOVED),
    "withdrawn while something is broken": Record(ANN_GONE, MOVED, broken=True),
    "another audience while something is broken": Record(ANN_GONE, MOVED_AGAIN, broken=True),
    "in order again": Record(ANN_GONE, MOVED_AGAIN),
}
"""Each is built over the one before, as a school would."""


TAKEN_AWAY = {
    "another audience while something is broken": {("ann", "committee"), ("ann", "college")}
}
"""Sites that show what Ann has taken back, and that cannot be made anew before her folder is in order."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, State]:
    folder = tmp_path_factory.mktemp("canaries")
    look = lru_cache(maxsize=None)(_canaries_of)
    return {name: _state(name, folder, record, look) for name, record in STATES.items()}


def _state(
    name: str, folder: Path, record: Record, look: Callable[[bytes], frozenset[object]]
) -> State:
    flock = keep(folder, record)
    report = build(folder, jobs=1, on=TODAY)
    by_mark: dict[object, Bird] = {**flock.words, **flock.colours}
    seen: defaultdict[tuple[str, str], set[Bird]] = defaultdict(set)
    for edition in EDITIONS:
        for path in files_in(folder / "site" / edition):
            inside = path.relative_to(folder / "site" / edition)
            site = inside.parts[0] if len(inside.parts) > 1 else ""
            marks = {*look(path.read_bytes()), *WORD.findall(inside.as_posix().casefold())}
            seen[edition, site] |= {by_mark[one] for one in marks if one in by_mark}
    survey = survey_school(folder, on=TODAY)
    assert survey.school
    inspection = inspect(survey.school, folder / "site", on=TODAY, found=survey.diagnostics)
    bounds = Bounds.of(rights(survey.school, TODAY), ())
    forbidden = {
        one: {word for value in bounds.forbidden(one) for word in value} for one in EDITIONS
    }
    return State(name, folder, flock, dict(seen), report, inspection, forbidden)


def _canaries_of(data: bytes) -> frozenset[object]:
    colour = (
        colour_of(data) if data[:4] in (b"RIFF", b"\x89PNG") or data[:2] == b"\xff\xd8" else None
    )
    return words_in(data) | ({colour} if colour else frozenset())


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, states: dict[str, State]) -> Iterator[State]:
    yield states[request.param]


def test_there_are_canaries_enough(states: dict[str, State]) -> None:
    flock = states["at first"].flock
    hidden = [one for one in flock.all() if not one.allowed]

    assert len(flock.all()) >= 800
    assert len(hidden) >= 300
    for here, there in PAIRS:
        apart = states["at first"].may_see(here) - states["at first"].may_see(there)
        assert len(apart) >= 30 or there == "self", f"hardly anything is in {here}, not in {there}"


@pytest.mark.parametrize(("here", "there"), PAIRS)
def test_nothing_of_one_edition_is_in_another(state: State, here: str, there: str) -> None:
    apart = state.may_see(here) - state.may_see(there)

    assert names(apart & state.in_edition(there)) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_nobody_may_see_is_nowhere(state: State, edition: str) -> None:
    found = {one for one in state.in_edition(edition) if not one.allowed}

    assert names(found) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_may_be_shown_is_there(state: State, edition: str) -> None:
    expected = {one for one in state.flock.all() if edition in one.shown}
    away = {one for one in expected if (one.owner, edition) in TAKEN_AWAY.get(state.name, ())}

    # What was handed in is the school's, and stays before the committee.
    assert not away & state.in_edition(edition, but=("pitches", "sessions"))
    assert names(expected - away - state.in_edition(edition)) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_nobody_finds_anything_of_theirs_on_somebody_elses_site(state: State, edition: str) -> None:
    for (here, site), found in state.seen.items():
        if here == edition and site not in ("", "assets", "index.files"):
            owners = {one.owner for one in found if one.owner and edition not in one.abroad}
            assert len(owners) <= 1, f"{site} is about {sorted(owners)}"


def test_the_audit_finds_nothing_either(state: State) -> None:
    assert state.inspection.leaks == ()
    assert [one.unread for one in state.inspection.searches] == [()] * len(EDITIONS)
    assert sum(one.files for one in state.inspection.searches) > 400


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_audit_would_know_each_that_is_read(state: State, edition: str) -> None:
    """Whatever of a text may not be there is among the values that it looks for."""
    missed = {
        one
        for word, one in state.flock.words.items()
        if one.in_model and edition not in one.allowed and word not in state.forbidden[edition]
    }
    # Students may see what they wrote; a work that cannot be read has no words.
    records = ("official", "decision", "rating", "held", "course", "habits", "class", "expert")
    own = {one for one in missed if one.owner and not one.name.startswith(records)}
    theirs = own if edition == "self" else set()
    unread = {one for one in missed if "broken" in state.name and "work nobody" in one.name}
    assert names(missed - theirs - unread) == []


def test_diagnostics_name_places_and_people_and_say_nothing_of_what_is_told(state: State) -> None:
    """Staff reads them, and pastes them into mails."""
    said = "\n".join(f"{one.message} {one.hint}" for one in state.report.diagnostics)
    quoted = {state.flock.words[one].name for one in WORD.findall(said.casefold())}
    places = (" about", " file name", " slug", "id", "preferred a", "preferred b")

    assert {one for one in quoted if not one.endswith(places) and "stray of" not in one} == set()


def names(birds: set[Bird]) -> list[str]:
    return sorted(f"{one.owner or 'school'}: {one.name}" for one in birds)
