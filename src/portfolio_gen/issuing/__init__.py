"""The registrar's walk: from a school's files to signed records beside them, and to what becomes of those."""

from portfolio_gen.issuing.book import Book
from portfolio_gen.issuing.keys import add_key, is_in_a_repository
from portfolio_gen.issuing.school import open_school, read_whole
from portfolio_gen.issuing.signing import issue
from portfolio_gen.issuing.taking_back import distrust_key, revoke
from portfolio_gen.issuing.values import CannotIssue, Issued, Issuing, Outcome

__all__ = [
    "Book",
    "CannotIssue",
    "Issued",
    "Issuing",
    "Outcome",
    "add_key",
    "distrust_key",
    "is_in_a_repository",
    "issue",
    "open_school",
    "read_whole",
    "revoke",
]
