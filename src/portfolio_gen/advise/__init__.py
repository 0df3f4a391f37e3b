"""Beside the street: what could come next, for one student and for a whole school.

On the command line this is `portfolio-gen plan`, for that is what a student makes of it. The room is called `advise`
because `plan` is the house's word for the room that draws blueprints of sites.
"""

from portfolio_gen.advise.school import advise_school
from portfolio_gen.advise.student import advise_student

__all__ = ["advise_school", "advise_student"]
