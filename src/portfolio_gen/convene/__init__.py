"""Beside the street: a session of the committee for other people's calendars."""

from portfolio_gen.convene.calendar import Appointment, calendar_of

__all__ = ["Appointment", "calendar_of"]
