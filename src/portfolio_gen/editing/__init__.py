"""From a student's folder to forms, and from what they send back to files: nothing is lost on the way."""

from portfolio_gen.editing.desk import Desk
from portfolio_gen.editing.drawer import CannotOpen, Drawer
from portfolio_gen.editing.speaking import is_spoken, spoken

__all__ = ["CannotOpen", "Desk", "Drawer", "is_spoken", "spoken"]
