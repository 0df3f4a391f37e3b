"""Words of CASE that both reading and writing need (CASE 1.1, enumeration of `associationType`)."""

from __future__ import annotations

CHILD = "isChildOf"
"""The origin stands under the destination in the tree."""
PART = "isPartOf"
"""The origin is included in the destination."""
RELATED = "isRelatedTo"
"""The two have to do with one another."""
LEVEL = "hasSkillLevel"
"""The destination is a level at which the origin is shown."""
REPLACED = "replacedBy"
"""The destination has taken the place of the origin."""
SAME = "exactMatchOf"
"""The two mean the same."""

TYPES = frozenset(
    {
        CHILD,
        PART,
        RELATED,
        LEVEL,
        REPLACED,
        SAME,
        "isPeerOf",
        "precedes",
        "exemplar",
        "isTranslationOf",
    }
)
"""Every type that CASE 1.1 has itself."""
