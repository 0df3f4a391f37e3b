"""What people and enemies put into a school's folder that is not as it should be, and what must come of each."""

from __future__ import annotations

from bad_inputs import filename, markdown, media, tree, trust, xss, yaml_keys
from bad_inputs.case import Case

CASES: tuple[Case, ...] = tuple(
    case
    for family in (xss, yaml_keys, markdown, media, filename, tree, trust)
    for case in family.CASES
)
