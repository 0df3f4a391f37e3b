"""What the forms ask, in words for a fourteen-year-old; what has none here is asked in the schema's own."""

from __future__ import annotations

from collections.abc import Mapping

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
    "audience": ("Who may see it?", "Tick nobody, and only you see it."),
    "status": ("Is it ready?", "Those whom you tick see it only when it is ready."),
    "title": ("What is it called?", ""),
    "date": ("When was it?", "Like 2026-03-14, 2026-03 or 2026."),
    "language": ("Language", "Only if you write in another one than usual: en, es, ar, zh …"),
    "artifact.date": ("When did you make it?", "Like 2026-03-14, 2026-03 or 2026."),
    "artifact.summary": ("What is it, in one sentence?", "It stands on the card."),
    "artifact.kind": ("Did it work out?", ""),
    "artifact.taught_me": ("What did it teach you?", "A sentence or two."),
    "artifact.media": (
        "Pictures and files",
        "In the order in which readers see them. Only what stands here is ever shown.",
    ),
    "artifact.media.alt": (
        "What is to be seen or heard?",
        "For people who cannot. Say it as if on the phone.",
    ),
    "artifact.media.title": ("What is it called?", ""),
    "artifact.media.caption": ("What do you want to say about it?", "It stands below."),
    "artifact.media.credit": ("Who made it, if not you?", ""),
    "artifact.media.decorative": ("It is only an ornament", ""),
    "artifact.media.people": (
        "Classmates who can be recognised",
        "Where one has not agreed to be shown, the picture is left out.",
    ),
    "artifact.media.before": ("An earlier version of it", "Readers see both, side by side."),
    "artifact.media.poster": ("Picture of a film that does not play yet", ""),
    "artifact.media.silent": ("Nothing is to be heard in it", ""),
    "artifact.media.download": ("Readers may save it in its full size", ""),
    "artifact.claims": (
        "Which credits could it show?",
        "You claim, and a committee decides. Leave it open if you do not know yet.",
    ),
    "claims.credit": ("Credit", ""),
    "claims.level": ("At which level?", ""),
    "claims.why": ("What in your work shows it?", "One or two sentences."),
    "artifact.claims.credit": ("Credit", ""),
    "artifact.claims.level": ("At which level?", ""),
    "artifact.claims.why": ("What in your work shows it?", "One or two sentences."),
    "pitch.claims": ("Which credits do you ask for?", ""),
    "pitch.claims.credit": ("Credit", ""),
    "pitch.claims.level": ("At which level?", ""),
    "pitch.claims.why": ("What in your work shows it?", "One or two sentences."),
    "pitch.artifacts": ("Which work do you show?", ""),
    "pitch.date": ("When do you pitch?", ""),
    "pitch.my_part": ("What was your part?", "Where several pitch the same work."),
    "pitch.group": ("Who else pitches it?", ""),
    "pitch.self_rating": ("How do you see it yourself?", ""),
    "artifact.reflection": ("Looking back", "A few words, beside your story or in its place."),
    "artifact.reflection.strategy": ("How did you go about it?", "And why in that way."),
    "artifact.reflection.effort": (
        "What did you put into it?",
        "Time, tries, what you asked for, what you stayed with.",
    ),
    "artifact.reflection.result": ("What came of it?", ""),
    "artifact.reflection.next": ("What will you do in another way, or next?", ""),
    "links": ("Places elsewhere", "Addresses begin with https://"),
    "links.title": ("What do readers click on?", ""),
    "links.url": ("Its address", "It begins with https://"),
    "links.about": ("What is to be found there?", ""),
    "links.picture": ("Picture on its card", ""),
    "links.copy": ("Your copy of it", "For the day when it is gone from there."),
    "team.name": (
        "Somebody from outside the school",
        "A first name or a role, if they agree.",
    ),
    "team.student": ("Somebody from the school", ""),
    "team.part": ("What did they do?", ""),
    "artifact.self_rating": ("Which level does it show, as you see it?", "It never counts."),
    "artifact.tags": ("Words by which one finds it", "One on each line."),
    "artifact.cover": ("Picture on the card", "The first one, if you choose none."),
    "artifact.links": ("On other sites", "Addresses begin with https://"),
    "artifact.team": ("Who else worked on it?", ""),
    "artifact.my_part": ("What was your part?", ""),
    "artifact.place": ("Where was it?", ""),
    "student.name": ("What do you want to be called?", ""),
    "student.pronouns": ("How does one speak of you?", "Like she/her, he/him or they/them."),
    "student.sentence": ("One sentence about you", "It stands under your name."),
    "student.picture": ("A picture of you", ""),
    "student.picture.alt": (
        "What is to be seen in it?",
        "For people who cannot. Say it as if on the phone.",
    ),
    "student.interests": ("What do you care about?", "One on each line."),
    "student.featured": ("Work to show first", "Up to six."),
    "student.featured_credits": ("Credits to show first", "Up to three that you have earned."),
    "student.exhibits": (
        "Work for the school's exhibition",
        "Choose a theme for each that you want to hang.",
    ),
    "student.statement": ("About you, for your transcript", "A paragraph."),
    "student.sharing": (
        "What each of them may see of you",
        "Colleges and everybody see nothing of you until you choose a name here and your school has a consent.",
    ),
    "student.sharing.*.name": ("Show me as", ""),
    "student.sharing.*.picture": ("My picture", ""),
    "student.sharing.*.phase": ("My school year", ""),
    "student.sharing.*.credits": ("My credits and transcript", ""),
    "student.sharing.*.habits": ("My habits of work", ""),
    "student.sharing.*.attempts": ("Earlier tries", ""),
    "narrative.title": ("What is it called?", "It may have no name."),
    "narrative.about": ("What is it about?", ""),
    "narrative.date": ("When did you write it?", "Like 2026-03-14."),
    "goal.title": ("Your goal in a few words", ""),
    "goal.wish": ("What do you wish for?", ""),
    "goal.outcome": ("What would be the best about it?", ""),
    "goal.obstacles": ("What in you could get in the way?", "One on each line."),
    "goal.plan": ("If that happens, then I will …", "One on each line."),
    "goal.check_ins": ("Looking back on the way", ""),
    "goal.check_ins.date": ("When?", "Like 2026-03-14."),
    "goal.check_ins.note": ("What did you see?", ""),
    "goal.credit": ("Is it for a credit that was “not yet”?", ""),
    "goal.steps": ("Which of these ways do you choose?", ""),
    "goal.until": ("Until when?", "Like 2026-03-14."),
    "goal.next_check_in": ("When do you look back next?", "Like 2026-03-14."),
    "goal.status": ("What became of it so far?", ""),
    "conference.date": ("On which day?", "Like 2026-12-03."),
    "conference.artifacts": ("Which work do you want to show?", "Up to three."),
    "conference.points": ("What do you want to talk about?", "One on each line."),
    "conference.questions": ("What do you want to ask?", "One on each line."),
    "conference.agreed": ("Afterwards: what did you agree on?", "One on each line."),
    "milestones.milestones": ("Milestones", ""),
    "milestones.milestones.title": ("What is it?", "In a few words."),
    "milestones.milestones.date": ("When?", "Like 2026-03-14, 2026-03 or 2026."),
    "milestones.milestones.term": ("What do readers see instead of the date?", "Like spring 2027."),
    "milestones.milestones.about": ("Why does it matter?", ""),
    "milestones.milestones.work": ("A piece of work that belongs to it", ""),
    "milestones.milestones.planned": ("It has yet to happen", ""),
    "milestones.milestones.audience": ("Who may see it?", "Tick nobody, and only you see it."),
    "profile.parts": (
        "About you as a learner",
        "Each part is yours alone until you tick somebody.",
    ),
    "profile.parts.*.text": ("In your words", ""),
    "profile.parts.*.audience": ("Who may see it?", ""),
}
"""Path of a key, with its kind or without, to what is asked and a hint."""

CHOICES: Mapping[str, Mapping[str, str]] = {
    "audience": {
        "self": "My own copy",
        "family": "My family",
        "committee": "The committee at my school",
        "college": "Colleges",
        "public": "Everybody on the web",
    },
    "sharing": {
        "self": "My own copy",
        "family": "My family",
        "committee": "The committee at my school",
        "college": "Colleges",
        "public": "Everybody on the web",
    },
    "status": {
        "draft": "Not yet: only I see it",
        "published": "Yes: those whom I ticked may see it",
        "open": "I am on my way",
        "reached": "I have reached it",
        "changed": "I have changed it",
        "let go": "I have let it go",
    },
    "kind": {"work": "Yes, it is a piece of work", "failure": "No, and it taught me something"},
    "sharing.*.name": {
        "full": "My whole name",
        "preferred": "The name that I want to be called",
        "initials": "Only my initials",
    },
    "place": {"in school": "In school", "out of school": "Out of school"},
}
"""Path or name of a key to what its words mean."""

UNSAID: Mapping[str, str] = {
    "student.sharing.*.name": "Nothing chosen",
    "pitch.self_rating": "I do not say yet",
    "artifact.self_rating": "I do not say yet",
}
"""Path of a key whose default must be written to count, or that has none, to what it is called to choose nothing."""

UNASKED = frozenset({"artifact.media.source", "student.picture.source"})
"""What no form asks for."""
