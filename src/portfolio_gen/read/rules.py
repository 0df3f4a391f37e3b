"""What can be wrong with a file or a folder before anybody looks at what it says."""

from __future__ import annotations

from portfolio_gen.diagnostics import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

NOT_UTF8 = Rule("PG101", "not-utf8", _E)
CONTROL_CHARACTER = Rule("PG102", "control-character", _E)
FILE_TOO_LARGE = Rule("PG103", "file-too-large", _E)
YAML_SYNTAX = Rule("PG104", "yaml-syntax", _E)
TAB_INDENTATION = Rule("PG105", "tab-indentation", _E)
NESTED_TOO_DEEP = Rule("PG106", "nested-too-deep", _E)
TOO_MANY_VALUES = Rule("PG107", "too-many-values", _E)
SEVERAL_DOCUMENTS = Rule("PG108", "several-documents", _E)
YAML_TAG = Rule("PG109", "yaml-tag", _E)
MERGE_KEY = Rule("PG110", "merge-key", _E)
DUPLICATE_KEY = Rule("PG111", "duplicate-key", _E)
KEY_NOT_TEXT = Rule("PG112", "key-not-text", _E)
UNKNOWN_ALIAS = Rule("PG113", "unknown-alias", _E)
NO_KEYS = Rule("PG114", "no-keys", _E)
NO_FRONT_MATTER = Rule("PG115", "no-front-matter", _E)
UNCLOSED_FRONT_MATTER = Rule("PG116", "unclosed-front-matter", _E)
MISPLACED_FRONT_MATTER = Rule("PG117", "misplaced-front-matter", _E)
REMOVED_CHARACTER = Rule("PG118", "removed-character", _W)

UNKNOWN_KEY = Rule("PG120", "unknown-key", _E)
MISSING_KEY = Rule("PG121", "missing-key", _E)
WRONG_SHAPE = Rule("PG122", "wrong-shape", _E)
UNKNOWN_WORD = Rule("PG123", "unknown-word", _E)
WRONG_DATE = Rule("PG124", "wrong-date", _E)
WRONG_NUMBER = Rule("PG125", "wrong-number", _E)
NOT_TRUE_OR_FALSE = Rule("PG126", "not-true-or-false", _E)
TEXT_TOO_LONG = Rule("PG127", "text-too-long", _E)
SEVERAL_LINES = Rule("PG128", "several-lines", _E)
HIDDEN_CHARACTER = Rule("PG129", "hidden-character", _E)

MISSING_FILE = Rule("PG130", "missing-file", _E)
WRONG_KIND = Rule("PG131", "wrong-kind", _E)
SYMBOLIC_LINK = Rule("PG132", "symbolic-link", _E)
HARD_LINK = Rule("PG133", "hard-link", _E)
SPECIAL_FILE = Rule("PG134", "special-file", _E)
UNSAFE_NAME = Rule("PG135", "unsafe-name", _E)
RESERVED_NAME = Rule("PG136", "reserved-name", _E)
COLLIDING_NAMES = Rule("PG137", "colliding-names", _E)
UNUSABLE_ID = Rule("PG138", "unusable-id", _E)
LOOK_ALIKE_ID = Rule("PG139", "look-alike-id", _W)
OUTSIDE_FOLDER = Rule("PG140", "outside-folder", _E)
TOO_MANY_FILES = Rule("PG141", "too-many-files", _E)
UNREADABLE = Rule("PG142", "unreadable", _E)
STRAY_FILE = Rule("PG143", "stray-file", _W)
UNKNOWN_PRESET = Rule("PG144", "unknown-preset", _E)
UNUSABLE_ADDRESS = Rule("PG145", "unusable-address", _E)
NOTHING_TO_DROP = Rule("PG146", "nothing-to-drop", _E)
UNUSABLE_LANGUAGE = Rule("PG147", "unusable-language", _E)
DAMAGED_LOG = Rule("PG148", "damaged-log", _E)

RULES = tuple(value for value in globals().values() if isinstance(value, Rule))
