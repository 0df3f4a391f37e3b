"""What the forms ask, in words for a fourteen-year-old; what has none here is asked in the schema's own."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.speech import to_say

LEADING: Mapping[str, tuple[str, ...]] = {
    "artifact": ("title", "date", "summary", "media", "claims", "audience", "status"),
    "student": (
        "name",
        "pronouns",
        "sentence",
        "picture",
        "interests",
        "featured",
        "featured_credits",
        "statement",
    ),
    "narrative": ("title", "about", "audience", "status"),
    "goal": ("title", "wish", "outcome", "obstacles", "plan", "check_ins", "status", "audience"),
    "pitch": ("title", "date", "artifacts", "claims", "self_rating", "status"),
}
"""Kind to the keys that are asked for first; all others wait under “More”. Without an entry, all are asked in turn."""

STORY_BEHIND: Mapping[str, str] = {"artifact": "media", "narrative": "about", "pitch": "artifacts"}
"""Kind to the question behind which the text of a page is asked for; in all others it comes last."""

QUESTIONS: Mapping[str, tuple[str, str]] = {
    "audience": (to_say("Who may see it?"), to_say("Tick nobody, and only you see it.")),
    "status": (to_say("Is it ready?"), to_say("Those whom you tick see it only when it is ready.")),
    "title": (to_say("What is it called?"), ""),
    "date": (to_say("When was it?"), to_say("Like 2026-03-14, 2026-03 or 2026.")),
    "language": (
        to_say("Language"),
        to_say("Only if you write in another one than usual: en, es, ar, zh …"),
    ),
    "artifact.date": (to_say("When did you make it?"), to_say("Like 2026-03-14, 2026-03 or 2026.")),
    "artifact.summary": (to_say("What is it, in one sentence?"), to_say("It stands on the card.")),
    "artifact.kind": (to_say("Did it work out?"), ""),
    "artifact.taught_me": (to_say("What did it teach you?"), to_say("A sentence or two.")),
    "artifact.media": (
        to_say("Pictures and files"),
        to_say("In the order in which readers see them. Only what stands here is ever shown."),
    ),
    "artifact.media.alt": (
        to_say("What is to be seen or heard?"),
        to_say("For people who cannot. Say it as if on the phone."),
    ),
    "artifact.media.title": (to_say("What is it called?"), ""),
    "artifact.media.caption": (
        to_say("What do you want to say about it?"),
        to_say("It stands below."),
    ),
    "artifact.media.credit": (to_say("Who made it, if not you?"), ""),
    "artifact.media.decorative": (to_say("It is only an ornament"), ""),
    "artifact.media.people": (
        to_say("Classmates who can be recognised"),
        to_say("Where one has not agreed to be shown, the picture is left out."),
    ),
    "artifact.media.before": (
        to_say("An earlier version of it"),
        to_say("Readers see both, side by side."),
    ),
    "artifact.media.poster": (to_say("Picture of a film that does not play yet"), ""),
    "artifact.media.silent": (to_say("Nothing is to be heard in it"), ""),
    "artifact.media.download": (to_say("Readers may save it in its full size"), ""),
    "artifact.claims": (
        to_say("Which %(credits)s could it show?"),
        to_say("You claim, and the school decides. Leave it open if you do not know yet."),
    ),
    "claims.credit": (to_say("%(credit)s"), ""),
    "claims.level": (to_say("At which level?"), ""),
    "claims.why": (to_say("What in your work shows it?"), to_say("One or two sentences.")),
    "artifact.claims.credit": (to_say("%(credit)s"), ""),
    "artifact.claims.level": (to_say("At which level?"), ""),
    "artifact.claims.why": (to_say("What in your work shows it?"), to_say("One or two sentences.")),
    "pitch.claims": (to_say("Which %(credits)s do you ask for?"), ""),
    "pitch.claims.credit": (to_say("%(credit)s"), ""),
    "pitch.claims.level": (to_say("At which level?"), ""),
    "pitch.claims.why": (to_say("What in your work shows it?"), to_say("One or two sentences.")),
    "pitch.artifacts": (to_say("Which work do you show?"), ""),
    "pitch.date": (to_say("On which day do you show it?"), ""),
    "pitch.my_part": (to_say("What was your part?"), to_say("Where several show the same work.")),
    "pitch.group": (to_say("Who shows it with you?"), ""),
    "pitch.self_rating": (to_say("How do you see it yourself?"), ""),
    "artifact.reflection": (
        to_say("Looking back"),
        to_say("A few words, beside your story or in its place."),
    ),
    "artifact.reflection.strategy": (
        to_say("How did you go about it?"),
        to_say("And why in that way."),
    ),
    "artifact.reflection.effort": (
        to_say("What did you put into it?"),
        to_say("Time, tries, what you asked for, what you stayed with."),
    ),
    "artifact.reflection.result": (to_say("What came of it?"), ""),
    "artifact.reflection.next": (to_say("What will you do in another way, or next?"), ""),
    "links": (to_say("Places elsewhere"), to_say("Addresses begin with https://")),
    "links.title": (to_say("What do readers click on?"), ""),
    "links.url": (to_say("Its address"), to_say("It begins with https://")),
    "links.about": (to_say("What is to be found there?"), ""),
    "links.picture": (to_say("Picture on its card"), ""),
    "links.copy": (to_say("Your copy of it"), to_say("For the day when it is gone from there.")),
    "team.name": (
        to_say("Somebody from outside the school"),
        to_say("A first name or a role, if they agree."),
    ),
    "team.student": (to_say("Somebody from the school"), ""),
    "team.part": (to_say("What did they do?"), ""),
    "artifact.self_rating": (
        to_say("Which level does it show, as you see it?"),
        to_say("It never counts."),
    ),
    "artifact.tags": (to_say("Words by which one finds it"), to_say("One on each line.")),
    "artifact.cover": (to_say("Picture on the card"), to_say("The first one, if you choose none.")),
    "artifact.links": (to_say("On other sites"), to_say("Addresses begin with https://")),
    "artifact.team": (to_say("Who else worked on it?"), ""),
    "artifact.my_part": (to_say("What was your part?"), ""),
    "artifact.place": (to_say("Where was it?"), ""),
    "student.name": (to_say("What do you want to be called?"), ""),
    "student.pronouns": (
        to_say("How does one speak of you?"),
        to_say("Like she/her, he/him or they/them."),
    ),
    "student.sentence": (to_say("One sentence about you"), to_say("It stands under your name.")),
    "student.picture": (to_say("A picture of you"), ""),
    "student.picture.alt": (
        to_say("What is to be seen in it?"),
        to_say("For people who cannot. Say it as if on the phone."),
    ),
    "student.interests": (to_say("What do you care about?"), to_say("One on each line.")),
    "student.featured": (to_say("Work to show first"), to_say("Up to six.")),
    "student.featured_credits": (
        to_say("%(credits)s to show first"),
        to_say("Up to three that you have earned."),
    ),
    "student.exhibits": (
        to_say("Work for the school's exhibition"),
        to_say("Choose a theme for each that you want to hang."),
    ),
    "student.statement": (to_say("About you, for your transcript"), to_say("A paragraph.")),
    "student.sharing": (
        to_say("What each of them may see of you"),
        to_say(
            "Colleges and everybody see nothing of you until you choose a name here and your school has a consent."
        ),
    ),
    "student.sharing.*.name": (to_say("Show me as"), ""),
    "student.sharing.*.picture": (to_say("My picture"), ""),
    "student.sharing.*.phase": (to_say("My school year"), ""),
    "student.sharing.*.credits": (to_say("My %(credits)s and transcript"), ""),
    "student.sharing.*.habits": (to_say("My habits of work"), ""),
    "student.sharing.*.attempts": (to_say("Earlier tries"), ""),
    "narrative.title": (to_say("What is it called?"), to_say("It may have no name.")),
    "narrative.about": (to_say("What is it about?"), ""),
    "narrative.date": (to_say("When did you write it?"), to_say("Like 2026-03-14.")),
    "goal.title": (to_say("Your goal in a few words"), ""),
    "goal.wish": (to_say("What do you wish for?"), ""),
    "goal.outcome": (to_say("What would be the best about it?"), ""),
    "goal.obstacles": (to_say("What in you could get in the way?"), to_say("One on each line.")),
    "goal.plan": (to_say("If that happens, then I will …"), to_say("One on each line.")),
    "goal.check_ins": (to_say("Looking back on the way"), ""),
    "goal.check_ins.date": (to_say("When?"), to_say("Like 2026-03-14.")),
    "goal.check_ins.note": (to_say("What did you see?"), ""),
    "goal.credit": (to_say("Is it for a %(credit)s that was “not yet”?"), ""),
    "goal.steps": (to_say("Which of these ways do you choose?"), ""),
    "goal.until": (to_say("Until when?"), to_say("Like 2026-03-14.")),
    "goal.next_check_in": (to_say("When do you look back next?"), to_say("Like 2026-03-14.")),
    "goal.status": (to_say("What became of it so far?"), ""),
    "conference.date": (to_say("On which day?"), to_say("Like 2026-12-03.")),
    "conference.artifacts": (to_say("Which work do you want to show?"), to_say("Up to three.")),
    "conference.points": (to_say("What do you want to talk about?"), to_say("One on each line.")),
    "conference.questions": (to_say("What do you want to ask?"), to_say("One on each line.")),
    "conference.agreed": (
        to_say("Afterwards: what did you agree on?"),
        to_say("One on each line."),
    ),
    "milestones.milestones": (to_say("Milestones"), ""),
    "milestones.milestones.title": (to_say("What is it?"), to_say("In a few words.")),
    "milestones.milestones.date": (to_say("When?"), to_say("Like 2026-03-14, 2026-03 or 2026.")),
    "milestones.milestones.term": (
        to_say("What do readers see instead of the date?"),
        to_say("Like spring 2027."),
    ),
    "milestones.milestones.about": (to_say("Why does it matter?"), ""),
    "milestones.milestones.work": (to_say("A piece of work that belongs to it"), ""),
    "milestones.milestones.planned": (to_say("It has yet to happen"), ""),
    "milestones.milestones.audience": (
        to_say("Who may see it?"),
        to_say("Tick nobody, and only you see it."),
    ),
    "profile.parts": (
        to_say("About you as a learner"),
        to_say("Each part is yours alone until you tick somebody."),
    ),
    "profile.parts.*.text": (to_say("In your words"), ""),
    "profile.parts.*.audience": (to_say("Who may see it?"), ""),
}
"""Path of a key, with its kind or without, to what is asked and a hint; blanks are words that a school may rename."""

CHOICES: Mapping[str, Mapping[str, str]] = {
    "audience": {
        "self": to_say("My own copy"),
        "family": to_say("My family"),
        "committee": to_say("The %(committee)s at my school"),
        "college": to_say("Colleges"),
        "public": to_say("Everybody on the web"),
    },
    "sharing": {
        "self": to_say("My own copy"),
        "family": to_say("My family"),
        "committee": to_say("The %(committee)s at my school"),
        "college": to_say("Colleges"),
        "public": to_say("Everybody on the web"),
    },
    "status": {
        "draft": to_say("Not yet: only I see it"),
        "published": to_say("Yes: those whom I ticked may see it"),
        "open": to_say("I am on my way"),
        "reached": to_say("I have reached it"),
        "changed": to_say("I have changed it"),
        "let go": to_say("I have let it go"),
    },
    "kind": {
        "work": to_say("Yes, it is a piece of work"),
        "failure": to_say("No, and it taught me something"),
    },
    "sharing.*.name": {
        "full": to_say("My whole name"),
        "preferred": to_say("The name that I want to be called"),
        "initials": to_say("Only my initials"),
    },
    "place": {"in school": to_say("In school"), "out of school": to_say("Out of school")},
}
"""Path or name of a key to what its words mean."""

UNSAID: Mapping[str, str] = {
    "student.sharing.*.name": to_say("Nothing chosen"),
    "pitch.self_rating": to_say("I do not say yet"),
    "artifact.self_rating": to_say("I do not say yet"),
}
"""Path of a key whose default must be written to count, or that has none, to what it is called to choose nothing."""

BESIDE: Mapping[str, tuple[str, str]] = {
    "narrative.about": (
        to_say("Or about a time in your life at school"),
        to_say("A term with its year, like 2026 spring."),
    ),
}
"""Path of a key that is chosen, or written where nothing fits, to what is asked then and a hint."""

UNASKED = frozenset({"artifact.media.source", "student.picture.source"})
"""What no form asks for."""
