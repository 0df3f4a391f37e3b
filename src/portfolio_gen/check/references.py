"""PG2xx: words that should name something in the school, and do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from portfolio_gen.check import mentions, rules
from portfolio_gen.check.few import few
from portfolio_gen.check.mentions import Mention
from portfolio_gen.check.nearest import suggest
from portfolio_gen.check.register import Check, Names, Register
from portfolio_gen.diagnostics import Diagnostic, Rule

Found: TypeAlias = Iterator[Diagnostic]


def unknown_level(register: Register) -> Found:
    """Each level is one of the framework's, and of those at which its credit can be earned."""
    yield from _unknown(
        rules.UNKNOWN_LEVEL, mentions.levels(register), register.levels, "a credit level", "levels"
    )
    for credit, one in mentions.levels_of_credits(register):
        known = register.credits.get(credit)
        if known and known.levels and one.word in register.levels:
            offered = {name: register.levels.get(name, "") for name in known.levels}
            what = f"a level at which `{credit}` can be earned"
            yield from _unknown(rules.UNKNOWN_LEVEL, (one,), offered, what, "levels")


def unknown_credit(register: Register) -> Found:
    """Each credit is one of the framework's."""
    known = register.credit_names
    for one in few(one for one in mentions.credits(register) if one.word not in known):
        message = f"`{one.word}` is not in the framework"
        hint = suggest(one.word, known, "credits")
        yield Diagnostic(rules.UNKNOWN_CREDIT, one.span, message, hint, about=one.about)


def unknown_domain(register: Register) -> Found:
    """Each domain is one of the framework's."""
    named = mentions.domains(register)
    return _unknown(rules.UNKNOWN_DOMAIN, named, register.domains, "a domain", "domains")


def unknown_competency(register: Register) -> Found:
    """Each competency is one of the framework's."""
    what, many = "a competency", "competencies"
    known = register.competencies
    yield from _unknown(
        rules.UNKNOWN_COMPETENCY, mentions.competencies(register), known, what, many
    )
    anywhere = {
        one.id: one.title for each in register.school.all_frameworks() for one in each.competencies
    }
    named = mentions.rubric_competencies(register)
    yield from _unknown(rules.UNKNOWN_COMPETENCY, named, anywhere, what, many)


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
                f"`{page.about}` is not a domain, a competency, a credit or a target",
                f"{suggest(page.about, known, 'subjects')} A term has its year, as in `2026 spring`",
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
            f"there is no `students/{one.about}/artifacts/{one.word}/artifact.md`",
            suggest(one.word, works[one.about], "works"),
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
        message = f"there is no `students/{owner}/artifacts/{slug}/artifact.md`"
        hint = "write `⟨teammate⟩/⟨work⟩`, as their folders are called"
    elif any(mate.student == one.about for mate in work.team):
        return
    else:
        message = f"the `team` of `{one.word}` does not name `{one.about}`"
        hint = f"ask `{owner}` to add `student: {one.about}` under `team` of that work"
    yield Diagnostic(rules.UNKNOWN_ARTIFACT, one.span, message, hint, about=one.about)


def unknown_member(register: Register) -> Found:
    """Each member is in the committee file."""
    known = {one.id: one.name for one in register.members.values()}
    named = mentions.members(register)
    return _unknown(rules.UNKNOWN_MEMBER, named, known, "in transcripts/committee.yml", "members")


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
                f"there is no `students/{one.about}/pitches/{word}.md`",
                suggest(word, known, "pitches"),
                about=one.about,
            )
    yield from _unknown(
        rules.UNKNOWN_PITCH, mentions.heard(register), _heard(register), "a pitch", "pitches"
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
        Mention(one.enrolment.framework, one.marks.at("enrolment", "framework"), one.student)
        for one in register.school.ledgers.values()
    )
    judged = (
        Mention(one.framework, one.marks.at("framework"), one.student)
        for one in register.school.submissions
    )
    unread = register.school.unread
    named = (
        one
        for one in chain(entered, judged)
        if f"transcripts/frameworks/{one.word}.yml" not in unread
    )
    what = "a version of the framework"
    return _unknown(rules.UNKNOWN_FRAMEWORK, named, known, what, "versions")


def unknown_phase(register: Register) -> Found:
    """Each phase is one of the framework's."""
    named = mentions.phases(register)
    return _unknown(rules.UNKNOWN_PHASE, named, register.phases, "a phase", "phases")


def unknown_exhibition_theme(register: Register) -> Found:
    """Each exhibited work names a theme of the school's exhibition; a name without an exhibition waits for the next."""
    shown = register.school.settings.exhibition
    if shown is None:
        return iter(())
    known = {one.id: one.title for one in shown.themes}
    named = mentions.themes(register)
    return _unknown(
        rules.UNKNOWN_EXHIBITION_THEME, named, known, "a theme of the exhibition", "themes"
    )


def unknown_cohort(register: Register) -> Found:
    """Each cohort is one of the framework's."""
    named = mentions.cohorts(register)
    return _unknown(rules.UNKNOWN_COHORT, named, register.cohorts, "a cohort", "cohorts")


def unknown_scale(register: Register) -> Found:
    """Targets, courses, habits and rubrics use scales of the framework."""
    known = {one.id: one.title for one in register.scales.values()}
    yield from _unknown(rules.UNKNOWN_SCALE, mentions.scales(register), known, "a scale", "scales")
    anywhere = {
        one.id: one.title for each in register.school.all_frameworks() for one in each.scales
    }
    named = mentions.rubric_scales(register)
    yield from _unknown(rules.UNKNOWN_SCALE, named, anywhere, "a scale", "scales")


def unknown_target(register: Register) -> Found:
    """The target of a scale, or of a progression, is one of its levels."""
    framework = register.school.framework
    for place, target in enumerate(framework.targets):
        progression = register.progressions.get(target.id)
        if target.target is not None and progression:
            one = Mention(target.target, framework.marks.at("targets", place, "target"))
            known = {level.id: level.title for level in progression.levels}
            what = f"a level of `{target.id}`"
            yield from _unknown(rules.UNKNOWN_TARGET, (one,), known, what, "levels")
    for place, scale in enumerate(framework.scales):
        if scale.target is not None:
            one = Mention(scale.target, framework.marks.at("scales", place, "target"))
            known = {level.id: level.title for level in scale.levels}
            what = f"a level of the scale `{scale.id}`"
            yield from _unknown(rules.UNKNOWN_TARGET, (one,), known, what, "levels")


def unknown_habit(register: Register) -> Found:
    """Each habit that is described or observed is a strand of the framework's habits."""
    described = (
        Mention(word, ledger.marks.name("habits", place, "levels", word), ledger.student)
        for ledger in register.school.ledgers.values()
        for place, report in enumerate(ledger.habits)
        for word in report.levels
    )
    observed = (
        Mention(word, ledger.marks.name("observations", place, "levels", word), ledger.student)
        for ledger in register.school.ledgers.values()
        for place, one in enumerate(ledger.observations)
        for word in one.levels
    )
    named = chain(described, observed)
    return _unknown(rules.UNKNOWN_HABIT, named, register.habits, "a habit of work", "habits")


def unknown_teammate(register: Register) -> Found:
    """Each teammate who is given by id is a student of the school."""
    named = (
        Mention(mate.student, artifact.marks.at("team", place, "student"), student.id)
        for student, artifact in register.artifacts()
        for place, mate in enumerate(artifact.team)
        if mate.student is not None
    )
    return _unknown(
        rules.UNKNOWN_TEAMMATE, named, register.students, "a student of this school", "students"
    )


def unknown_cover(register: Register) -> Found:
    """The cover of a work is one of its media."""
    for student, artifact in register.artifacts():
        if artifact.cover is not None:
            one = Mention(artifact.cover, artifact.marks.at("cover"), student.id)
            known = {media.file: media.title or "" for media in artifact.media}
            yield from _unknown(rules.UNKNOWN_COVER, (one,), known, "listed under `media`", "media")


def unknown_companion(register: Register) -> Found:
    """An earlier version, the picture of a film or of a link, and the copy of a link are media of the work."""
    what = "another file that is listed under `media`"
    for student, artifact in register.artifacts():
        listed = {media.file: media.title or "" for media in artifact.media}
        for place, media in enumerate(artifact.media):
            for key, word in (("before", media.before), ("poster", media.poster)):
                if word is not None and (word not in listed or word == media.file):
                    named = (Mention(word, artifact.marks.at("media", place, key), student.id),)
                    known = {name: title for name, title in listed.items() if name != media.file}
                    yield from _unknown(rules.UNKNOWN_COMPANION, named, known, what, "media")
        of_links = (
            Mention(word, artifact.marks.at("links", place, key), student.id)
            for place, link in enumerate(artifact.links)
            for key, word in (("picture", link.picture), ("copy", link.copy))
            if word is not None
        )
        what = "listed under `media`"
        yield from _unknown(rules.UNKNOWN_COMPANION, of_links, listed, what, "media")


def unknown_person(register: Register) -> Found:
    """Each person in a picture is a student, or somebody in the consent file."""
    named = (
        Mention(word, artifact.marks.at("media", place, "people", inner), student.id)
        for student, artifact in register.artifacts()
        for place, media in enumerate(artifact.media)
        for inner, word in enumerate(media.people)
    )
    what = "a student, nor anybody in transcripts/consent.yml"
    return _unknown(rules.UNKNOWN_PERSON, named, register.people, what, "people")


def _may_be_a_term(about: str) -> bool:
    return any(one.isdigit() or one.isspace() for one in about)


def _unknown(rule: Rule, named: Iterable[Mention], known: Names, what: str, many: str) -> Found:
    for one in few(one for one in named if one.word not in known):
        message = f"`{one.word}` is not {what}"
        yield Diagnostic(rule, one.span, message, suggest(one.word, known, many), about=one.about)


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
