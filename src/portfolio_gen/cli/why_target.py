"""A learning target, explained: its state, the school's rule, and every rating."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portfolio_gen.cli.tongue import say, speak
from portfolio_gen.model.progress import TargetStanding, TargetState
from portfolio_gen.model.rating import Rating, RatingPolicy, RatingRules
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import Blank, Sentence, strung
from portfolio_gen.model.tell import SEMICOLON, either, tell, to_tell

WORDS: Mapping[TargetState, str] = {
    TargetState.OPEN: to_tell("open"),
    TargetState.INSUFFICIENT: to_tell("insufficient evidence so far"),
    TargetState.NOT_YET: to_tell("not yet"),
    TargetState.REACHED: to_tell("reached"),
}
RATING_POLICIES: Mapping[RatingPolicy, str] = {
    "newest": to_tell("the newest rating counts"),
    "highest": to_tell("the highest rating counts"),
    "n-times": to_tell("a level counts once it has been shown %(times)s times"),
    "decaying": to_tell("all ratings are weighed, newer ones more, and the nearest level counts"),
    "decision": to_tell("the newest rating counts that at least %(quorum)s made together"),
}
WITHIN = to_tell(
    "a level counts once it has been shown %(times)s times within the latest %(within)s"
)


def labelled(label: str, text: str) -> str:
    """A line under a heading, beginning with what it is about."""
    return f"  {label:<9} {text}"


def stands(one: TargetStanding) -> Sentence:
    """Where a target stands, in a few words."""
    state = tell(WORDS[one.state])
    if one.level is None:
        return tell("%(what)s: %(told)s", what=one.target.title, told=state)
    return tell(
        "%(what)s: %(level)s, %(state)s", what=one.target.title, level=one.level.title, state=state
    )


def explain_target(school: School, student: str, standing: TargetStanding) -> Iterator[str]:
    """Every line about one learning target of one student."""
    rules = school.framework_for(student).rules_for(standing.target)
    aim = standing.progression.levels[standing.progression.aim]
    yield say(stands(standing))
    yield labelled(speak("because"), say(standing.because))
    aims = tell("%(rule)s; it aims for %(level)s", rule=_rule(rules), level=aim.title)
    yield labelled(speak("rule"), say(aims))
    if standing.target.status == "draft":
        trying = speak("the school is still trying it out, and it counts for nothing")
        yield labelled(speak("draft"), trying)
    if growth := standing.growth:
        grown = tell(
            "from %(first)s (%(first_date)s) to %(latest)s (%(latest_date)s)",
            first=growth.first.title,
            first_date=str(growth.first_date),
            latest=growth.latest.title,
            latest_date=str(growth.latest_date),
        )
        yield labelled(speak("growth"), say(grown))
    for rating in reversed(standing.attempts):
        counts = any(one is rating for one in standing.counted)
        yield from _rating(school, student, standing, rating, counts=counts)
    for view in standing.views:
        if view.rater == "self":
            words = to_tell("%(level)s, as the student sees it; it does not count")
            yield labelled(speak("self"), speak(words, level=view.level.title))
    for rating in standing.modified:
        words = to_tell("%(date)s, on a modified scale: another claim, which does not count here")
        yield labelled(speak("apart"), speak(words, date=str(rating.date)))


def _rule(rules: RatingRules) -> Sentence:
    words, given = RATING_POLICIES[rules.policy], dict[str, Blank]()
    if rules.policy == "n-times":
        given["times"] = rules.times
        if rules.within:
            words, given["within"] = WITHIN, rules.within
    if rules.policy == "decision":
        given["quorum"] = rules.quorum
    policy, kinds, raters = tell(words, **given), either(rules.kinds), either(rules.raters)
    if rules.policy == "decaying" and rules.formative_share:
        return tell(
            "%(policy)s; %(kinds)s (practice makes %(share)s percent), by %(raters)s",
            policy=policy,
            kinds=kinds,
            share=rules.formative_share,
            raters=raters,
        )
    return tell("%(policy)s; %(kinds)s, by %(raters)s", policy=policy, kinds=kinds, raters=raters)


def _rating(
    school: School, student: str, standing: TargetStanding, rating: Rating, *, counts: bool
) -> Iterator[str]:
    place = standing.progression.places.get(rating.level)
    rated = tell(
        "%(date)s, %(level)s (%(kind)s, by %(rater)s)",
        date=str(rating.date),
        level=tell("insufficient evidence")
        if place is None
        else standing.progression.levels[place].title,
        kind=rating.kind,
        rater=rating.rater,
    )
    yield labelled(speak("counts") if counts else speak("rating"), say(rated))
    yield from evidence(school, student, rating.by, rating.works)
    if rating.note:
        yield labelled("", speak("note: %(note)s", note=" ".join(rating.note.split())))
    if rating.rework:
        yield from _rework(school, student, rating)
    if rating.release:
        yield labelled("", speak("released %(day)s", day=str(rating.release)))


def _rework(school: School, student: str, rating: Rating) -> Iterator[str]:
    if plan := rating.rework:
        menu = {one.id: one.title for one in school.framework_for(student).rework}
        parts = [*(menu.get(one, one) for one in plan.steps), *(plan.plan or "").splitlines()]
        what = strung(parts, SEMICOLON) or tell("another try")
        following = (
            tell("next until %(day)s: %(what)s", day=str(plan.until), what=what)
            if plan.until
            else tell("next: %(what)s", what=what)
        )
        yield labelled("", say(following))


def evidence(
    school: School, student: str, people: Iterable[str], works: Iterable[str]
) -> Iterator[str]:
    """Who looked at which work, as a decision or a rating has it."""
    names = {one.id: one.name for one in school.committee.members}
    titles = {
        artifact.slug: artifact.title
        for one in school.students
        if one.id == student
        for artifact in one.artifacts
    }
    if who := ", ".join(names.get(one, one) for one in people):
        yield labelled("", speak("by %(who)s", who=who))
    for slug in works:
        title = titles.get(slug) or tell("a work that is not there any more")
        yield labelled("", speak("on %(title)s (%(slug)s)", title=title, slug=slug))
