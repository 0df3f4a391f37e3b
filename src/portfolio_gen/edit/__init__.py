"""Beside the street: forms in a browser, made from the schemas of the school format."""

from portfolio_gen.edit.fields import (
    Field,
    Option,
    SchoolWords,
    fields_of,
    fits,
    names_of,
    nearest_name,
)
from portfolio_gen.edit.pages import LOOKS, Tongue, Written, draw, look, quoted
from portfolio_gen.edit.posted import read_form
from portfolio_gen.edit.words import STORY_BEHIND

__all__ = [
    "LOOKS",
    "STORY_BEHIND",
    "Field",
    "Option",
    "SchoolWords",
    "Tongue",
    "Written",
    "draw",
    "fields_of",
    "fits",
    "look",
    "names_of",
    "nearest_name",
    "quoted",
    "read_form",
]
