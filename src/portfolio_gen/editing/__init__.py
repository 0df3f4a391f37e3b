"""From a student's folder to forms, and from what they send back to files: nothing is lost on the way."""

from portfolio_gen.editing.desk import Desk
from portfolio_gen.editing.drawer import CannotOpen, Drawer

__all__ = ["CannotOpen", "Desk", "Drawer"]
