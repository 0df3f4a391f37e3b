"""The chair's walk: from a session's file to its calendar, its papers, and what goes to experts outside."""

from portfolio_gen.convening.calendar import write_calendar
from portfolio_gen.convening.expert import expert_packet
from portfolio_gen.convening.papers import print_agenda, print_packets, print_summary
from portfolio_gen.convening.seats import expect_members, expect_pitches
from portfolio_gen.convening.waiting import waiting

__all__ = [
    "expect_members",
    "expect_pitches",
    "expert_packet",
    "print_agenda",
    "print_packets",
    "print_summary",
    "waiting",
    "write_calendar",
]
