"""What can be wrong with media and stories once they are made into pages."""

from portfolio_gen.diagnostics import Rule, Severity

PICTURE_DAMAGED = Rule("PG550", "damaged-picture", Severity.ERROR, contained=True)
FILE_EMPTY = Rule("PG551", "empty-file", Severity.ERROR, contained=True)
FILE_TOO_LARGE = Rule("PG552", "too-large-file", Severity.ERROR, contained=True)
FILE_UNREADABLE = Rule("PG553", "unreadable-file", Severity.ERROR, contained=True)
NOT_WHAT_IT_SAYS = Rule("PG554", "misnamed-file", Severity.ERROR, contained=True)
FILE_DISARMED = Rule("PG555", "disarmed-file", Severity.WARNING)
STORY_TOO_HEAVY = Rule("PG556", "too-heavy-story", Severity.ERROR, contained=True)
REFERENCE_LOST = Rule("PG557", "lost-reference", Severity.WARNING)
PICTURE_ELSEWHERE = Rule("PG558", "picture-elsewhere", Severity.WARNING)
HTML_REMOVED = Rule("PG559", "removed-html", Severity.WARNING)
METADATA_KEPT = Rule("PG560", "kept-metadata", Severity.NOTE)
WORK_TOO_HEAVY = Rule("PG561", "too-heavy-artifact", Severity.ERROR, contained=True)
DRAWING_NOT_SHOWN = Rule("PG562", "drawing-not-shown", Severity.NOTE)
LETTER_NOT_IN_FONTS = Rule("PG563", "letter-not-in-fonts", Severity.ERROR, contained=True)
FFMPEG_MISSING = Rule("PG565", "ffmpeg-missing", Severity.NOTE)
PICTURE_VERY_LARGE = Rule("PG564", "very-large-picture", Severity.WARNING)
CROWDED_FIRST_VIEW = Rule("PG570", "crowded-first-view", Severity.ERROR, contained=True)
TOO_MANY_MARKS = Rule("PG571", "too-many-marks", Severity.ERROR, contained=True)
FAR_EVIDENCE = Rule("PG572", "far-evidence", Severity.ERROR, contained=True)
LONG_TRANSCRIPT = Rule("PG573", "long-transcript", Severity.ERROR, contained=True)
LONG_PROFILE = Rule("PG574", "long-profile", Severity.ERROR, contained=True)
HEAVY_TRANSCRIPT = Rule("PG575", "heavy-transcript", Severity.ERROR, contained=True)
TOO_LONG_FOR_PAPER = Rule("PG576", "too-long-for-paper", Severity.ERROR, contained=True)
SENTENCE_UNKNOWN = Rule("PG577", "unknown-sentence", Severity.WARNING)
SENTENCE_MISFIT = Rule("PG578", "unfitting-sentence", Severity.WARNING)
LANGUAGE_UNSPOKEN = Rule("PG579", "unspoken-language", Severity.NOTE)
TOO_MANY_LANGUAGES = Rule("PG580", "too-many-languages", Severity.WARNING)
TEMPLATE_BROKEN = Rule("PG911", "broken-template", Severity.ERROR)

RULES = (
    PICTURE_DAMAGED,
    FILE_EMPTY,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    NOT_WHAT_IT_SAYS,
    FILE_DISARMED,
    STORY_TOO_HEAVY,
    REFERENCE_LOST,
    PICTURE_ELSEWHERE,
    HTML_REMOVED,
    METADATA_KEPT,
    WORK_TOO_HEAVY,
    DRAWING_NOT_SHOWN,
    LETTER_NOT_IN_FONTS,
    FFMPEG_MISSING,
    PICTURE_VERY_LARGE,
    CROWDED_FIRST_VIEW,
    TOO_MANY_MARKS,
    FAR_EVIDENCE,
    LONG_TRANSCRIPT,
    LONG_PROFILE,
    HEAVY_TRANSCRIPT,
    TOO_LONG_FOR_PAPER,
    SENTENCE_UNKNOWN,
    SENTENCE_MISFIT,
    LANGUAGE_UNSPOKEN,
    TOO_MANY_LANGUAGES,
    TEMPLATE_BROKEN,
)
