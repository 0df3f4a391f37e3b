"""PG2xx: words that should name something in the school, and do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TypeAlias

from portfolio_gen.check import mentions, rules
from portfolio_gen.check.few import few
from portfolio_gen.check.mentions import Mention
from portfolio_gen.check.nearest import (
    COHORTS,
    COMPETENCIES,
    CREDITS,
    DOMAINS,
    HABITS,
    LEVELS,
    MEDIA,
    MEMBERS,
    PEOPLE,
    PHASES,
    PITCHES,
    SCALES,
    STUDENTS,
    SUBJECTS,
    THEMES,
    VERSIONS,
    WORKS,
    suggest,
)
from portfolio_gen.check.register import Check, Names, Register
from portfolio_gen.diagnostics import Diagnostic, Rule
from portfolio_gen.model.speech import strung
from portfolio_gen.model.tell import tell, to_tell

Found: TypeAlias = Iterator[Diagnostic]
NO_SUCH_WORK = to_tell("there is no `students/%(owner)s/artifacts/%(slug)s/artifact.md`")


def unknown_level(register: Register) -> Found:
    """Each level is one of the framework's, and of those at which its credit can be earned."""
    yield from _unknown(
        rules.UNKNOWN_LEVEL,
        mentions.levels(register),
        register.levels,
        to_tell("`%(word)s` is not a credit level"),
        LEVELS,
    )
    for credit, one in mentions.levels_of_credits(register):
        known = register.credits.get(credit)
        if known and known.levels and one.word in register.levels:
            offered = {name: register.levels.get(name, "") for name in known.levels}
            message = to_tell("`%(word)s` is not a level at which `%(credit)s` can be earned")
            yield from _unknown(
                rules.UNKNOWN_LEVEL, (one,), offered, message, LEVELS, credit=credit
            )


def unknown_credit(register: Register) -> Found:
    """Each credit is one of the framework's."""
    known = register.credit_names
    for one in few(one for one in mentions.credits(register) if one.word not in known):
        message = tell("`%(word)s` is not in the framework", word=one.word)
        hint = suggest(one.word, known, CREDITS)
        yield Diagnostic(rules.UNKNOWN_CREDIT, one.span, message, hint, about=one.about)


def unknown_domain(register: Register) -> Found:
    """Each domain is one of the framework's."""
    named = mentions.domains(register)
    return _unknown(
        rules.UNKNOWN_DOMAIN,
        named,
        register.domains,
        to_tell("`%(word)s` is not a domain"),
        DOMAINS,
    )


def unknown_competency(register: Register) -> Found:
    """Each competency is one of the framework's."""
    message = to_tell("`%(word)s` is not a competency")
    known = register.competencies
    yield from _unknown(
        rules.UNKNOWN_COMPETENCY, mentions.competencies(register), known, message, COMPETENCIES
    )
    anywhere = {
        one.id: one.title for each in register.school.all_frameworks() for one in each.competencies
    }
    named = mentions.rubric_competencies(register)
    yield from _unknown(rules.UNKNOWN_COMPETENCY, named, anywhere, message, COMPETENCIES)


def unknown_subject(register: Register) -> Found:
    """A narrative is about something of the framework, or about a term."""
    known = {
        **register.credit_names,
        **register.domains,
        **register.competencies,
        **register.target_names,
    }
    for student in register.school.students:
        for page in student.narratives:
            if page.about is None or page.about in known or _may_be_a_term(page.about):
                continue
            yield Diagnostic(
                rules.UNKNOWN_SUBJECT,
                page.marks.at("about"),
                tell(
                    "`%(about)s` is not a domain, a competency, a credit or a target",
                    about=page.about,
                ),
                strung(
                    (
                        suggest(page.about, known, SUBJECTS),
                        tell("A term has its year, as in `2026 spring`"),
                    )
                ),
                about=student.id,
            )


def unknown_artifact(register: Register) -> Found:
    """Each work that is featured, pitched or decided about exists."""
    works = {
        student.id: dict.fromkeys(student.unread, "")
        | {one.slug: one.title for one in student.artifacts}
        for student in register.school.students
        if "artifacts/" not in student.unread
    }
    named = (one for one in mentions.artifacts(register) if one.about in works)
    for one in few(one for one in named if one.word not in works[one.about]):
        if "/" in one.word:
            yield from _unknown_of_teammate(register, one)
            continue
        yield Diagnostic(
            rules.UNKNOWN_ARTIFACT,
            one.span,
            tell(NO_SUCH_WORK, owner=one.about, slug=one.word),
            suggest(one.word, works[one.about], WORKS),
            about=one.about,
        )


def _unknown_of_teammate(register: Register, one: Mention) -> Found:
    """A teammate's work is pitched by those whom its `team` names."""
    owner, _, slug = one.word.rpartition("/")
    student = next((each for each in register.school.students if each.id == owner), None)
    if student and not {slug, "artifacts/"}.isdisjoint(student.unread):
        return
    work = register.works(owner).get(slug)
    if work is None:
        message = tell(NO_SUCH_WORK, owner=owner, slug=slug)
        hint = tell("write `⟨teammate⟩/⟨work⟩`, as their folders are called")
    elif any(mate.student == one.about for mate in work.team):
        return
    else:
        message = tell(
            "the `team` of `%(word)s` does not name `%(about)s`", word=one.word, about=one.about
        )
        hint = tell(
            "ask `%(owner)s` to add `student: %(about)s` under `team` of that work",
            owner=owner,
            about=one.about,
        )
    yield Diagnostic(rules.UNKNOWN_ARTIFACT, one.span, message, hint, about=one.about)


def unknown_member(register: Register) -> Found:
    """Each member is in the committee file."""
    known = {one.id: one.name for one in register.members.values()}
    named = mentions.members(register)
    return _unknown(
        rules.UNKNOWN_MEMBER,
        named,
        known,
        to_tell("`%(word)s` is not in transcripts/committee.yml"),
        MEMBERS,
    )


def unknown_pitch(register: Register) -> Found:
    """Each pitch that a decision answers, or a session hears, exists."""
    pitches = {
        student.id: dict.fromkeys(student.unread, "")
        | {one.slug: one.title for one in student.pitches}
        for student in register.school.students
        if "pitches/" not in student.unread
    }
    for one in register.decisions():
        word, known = one.decision.pitch, pitches.get(one.about)
        if word is not None and known is not None and word not in known:
            yield Diagnostic(
                rules.UNKNOWN_PITCH,
                one.at("pitch"),
                tell(
                    "there is no `students/%(about)s/pitches/%(word)s.md`",
                    about=one.about,
                    word=word,
                ),
                suggest(word, known, PITCHES),
                about=one.about,
            )
    yield from _unknown(
        rules.UNKNOWN_PITCH,
        mentions.heard(register),
        _heard(register),
        to_tell("`%(word)s` is not a pitch"),
        PITCHES,
    )


def _heard(register: Register) -> Names:
    """What a session can hear: pitches of students, also of those whose folder has trouble, and what was handed in."""
    names = {
        f"{student.id}/{slug}": ""
        for student in register.school.students
        for slug in student.unread
    }
    names |= {f"{student.id}/{one.slug}": one.title for student, one in register.pitches()}
    return names | {one.of: one.frozen_pitch.title for one in register.school.submissions}


def unknown_framework(register: Register) -> Found:
    """Each student entered, and each pitch is judged, under a version of the framework that the school has."""
    known = {one.version: "" for one in register.school.all_frameworks()}
    entered = (
        Mention(
            one.enrolment.framework, partial(one.marks.at, "enrolment", "framework"), one.student
        )
        for one in register.school.ledgers.values()
    )
    judged = (
        Mention(one.framework, partial(one.marks.at, "framework"), one.student)
        for one in register.school.submissions
    )
    unread = register.school.unread
    named = (
        one
        for one in chain(entered, judged)
        if f"transcripts/frameworks/{one.word}.yml" not in unread
    )
    message = to_tell("`%(word)s` is not a version of the framework")
    return _unknown(rules.UNKNOWN_FRAMEWORK, named, known, message, VERSIONS)


def unknown_phase(register: Register) -> Found:
    """Each phase is one of the framework's."""
    named = mentions.phases(register)
    return _unknown(
        rules.UNKNOWN_PHASE, named, register.phases, to_tell("`%(word)s` is not a phase"), PHASES
    )


def unknown_exhibition_theme(register: Register) -> Found:
    """Each exhibited work names a theme of the school's exhibition; a name without an exhibition waits for the next."""
    shown = register.school.settings.exhibition
    if shown is None:
        return iter(())
    known = {one.id: one.title for one in shown.themes}
    named = mentions.themes(register)
    return _unknown(
        rules.UNKNOWN_EXHIBITION_THEME,
        named,
        known,
        to_tell("`%(word)s` is not a theme of the exhibition"),
        THEMES,
    )


def unknown_cohort(register: Register) -> Found:
    """Each cohort is one of the framework's."""
    named = mentions.cohorts(register)
    return _unknown(
        rules.UNKNOWN_COHORT,
        named,
        register.cohorts,
        to_tell("`%(word)s` is not a cohort"),
        COHORTS,
    )


def unknown_scale(register: Register) -> Found:
    """Targets, courses, habits and rubrics use scales of the framework."""
    known = {one.id: one.title for one in register.scales.values()}
    yield from _unknown(
        rules.UNKNOWN_SCALE,
        mentions.scales(register),
        known,
        to_tell("`%(word)s` is not a scale"),
        SCALES,
    )
    anywhere = {
        one.id: one.title for each in register.school.all_frameworks() for one in each.scales
    }
    named = mentions.rubric_scales(register)
    yield from _unknown(
        rules.UNKNOWN_SCALE, named, anywhere, to_tell("`%(word)s` is not a scale"), SCALES
    )


def unknown_target(register: Register) -> Found:
    """The target of a scale, or of a progression, is one of its levels."""
    framework = register.school.framework
    for place, target in enumerate(framework.targets):
        progression = register.progressions.get(target.id)
        if target.target is not None and progression:
            one = Mention(target.target, partial(framework.marks.at, "targets", place, "target"))
            known = {level.id: level.title for level in progression.levels}
            message = to_tell("`%(word)s` is not a level of `%(target)s`")
            yield from _unknown(
                rules.UNKNOWN_TARGET, (one,), known, message, LEVELS, target=target.id
            )
    for place, scale in enumerate(framework.scales):
        if scale.target is not None:
            one = Mention(scale.target, partial(framework.marks.at, "scales", place, "target"))
            known = {level.id: level.title for level in scale.levels}
            message = to_tell("`%(word)s` is not a level of the scale `%(scale)s`")
            yield from _unknown(
                rules.UNKNOWN_TARGET, (one,), known, message, LEVELS, scale=scale.id
            )


def unknown_habit(register: Register) -> Found:
    """Each habit that is described or observed is a strand of the framework's habits."""
    described = (
        Mention(word, partial(ledger.marks.name, "habits", place, "levels", word), ledger.student)
        for ledger in register.school.ledgers.values()
        for place, report in enumerate(ledger.habits)
        for word in report.levels
    )
    observed = (
        Mention(
            word, partial(ledger.marks.name, "observations", place, "levels", word), ledger.student
        )
        for ledger in register.school.ledgers.values()
        for place, one in enumerate(ledger.observations)
        for word in one.levels
    )
    named = chain(described, observed)
    return _unknown(
        rules.UNKNOWN_HABIT,
        named,
        register.habits,
        to_tell("`%(word)s` is not a habit of work"),
        HABITS,
    )


def unknown_teammate(register: Register) -> Found:
    """Each teammate who is given by id is a student of the school."""
    named = (
        Mention(mate.student, partial(artifact.marks.at, "team", place, "student"), student.id)
        for student, artifact in register.artifacts()
        for place, mate in enumerate(artifact.team)
        if mate.student is not None
    )
    return _unknown(
        rules.UNKNOWN_TEAMMATE,
        named,
        register.students,
        to_tell("`%(word)s` is not a student of this school"),
        STUDENTS,
    )


def unknown_cover(register: Register) -> Found:
    """The cover of a work is one of its media."""
    for student, artifact in register.artifacts():
        if artifact.cover is not None:
            one = Mention(artifact.cover, partial(artifact.marks.at, "cover"), student.id)
            known = {media.file: media.title or "" for media in artifact.media}
            yield from _unknown(
                rules.UNKNOWN_COVER,
                (one,),
                known,
                to_tell("`%(word)s` is not listed under `media`"),
                MEDIA,
            )


def unknown_companion(register: Register) -> Found:
    """An earlier version, the picture of a film or of a link, and the copy of a link are media of the work."""
    message = to_tell("`%(word)s` is not another file that is listed under `media`")
    for student, artifact in register.artifacts():
        listed = {media.file: media.title or "" for media in artifact.media}
        for place, media in enumerate(artifact.media):
            for key, word in (("before", media.before), ("poster", media.poster)):
                if word is not None and (word not in listed or word == media.file):
                    named = (
                        Mention(word, partial(artifact.marks.at, "media", place, key), student.id),
                    )
                    known = {name: title for name, title in listed.items() if name != media.file}
                    yield from _unknown(rules.UNKNOWN_COMPANION, named, known, message, MEDIA)
        of_links = (
            Mention(word, partial(artifact.marks.at, "links", place, key), student.id)
            for place, link in enumerate(artifact.links)
            for key, word in (("picture", link.picture), ("copy", link.copy))
            if word is not None
        )
        absent = to_tell("`%(word)s` is not listed under `media`")
        yield from _unknown(rules.UNKNOWN_COMPANION, of_links, listed, absent, MEDIA)


def unknown_person(register: Register) -> Found:
    """Each person in a picture is a student, or somebody in the consent file."""
    named = (
        Mention(word, partial(artifact.marks.at, "media", place, "people", inner), student.id)
        for student, artifact in register.artifacts()
        for place, media in enumerate(artifact.media)
        for inner, word in enumerate(media.people)
    )
    message = to_tell("`%(word)s` is not a student, nor anybody in transcripts/consent.yml")
    return _unknown(rules.UNKNOWN_PERSON, named, register.people, message, PEOPLE)


def _may_be_a_term(about: str) -> bool:
    return any(one.isdigit() or one.isspace() for one in about)


def _unknown(
    rule: Rule, named: Iterable[Mention], known: Names, message: str, many: str, **given: str
) -> Found:
    for one in few(one for one in named if one.word not in known):
        said, hint = tell(message, word=one.word, **given), suggest(one.word, known, many)
        yield Diagnostic(rule, one.span, said, hint, about=one.about)


FOR_ALL: tuple[Check, ...] = (unknown_framework, unknown_artifact, unknown_pitch)
"""What is looked at once, and not version by version."""

CHECKS: tuple[Check, ...] = (
    unknown_level,
    unknown_credit,
    unknown_domain,
    unknown_competency,
    unknown_subject,
    unknown_member,
    unknown_phase,
    unknown_cohort,
    unknown_exhibition_theme,
    unknown_scale,
    unknown_target,
    unknown_habit,
    unknown_teammate,
    unknown_cover,
    unknown_companion,
    unknown_person,
)
