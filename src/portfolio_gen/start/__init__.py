"""Beside the street: a first version of everything that people write by hand."""

from portfolio_gen.start.deployment import deployments, start_deployment
from portfolio_gen.start.folder import CannotStart, Exists, file_name, slug
from portfolio_gen.start.forms import (
    start_goal,
    start_narrative,
    start_pitch,
    start_student,
)
from portfolio_gen.start.learner import start_conference, start_milestones, start_profile
from portfolio_gen.start.school import presets, start_school
from portfolio_gen.start.session import start_session
from portfolio_gen.start.wiring import SCHEMAS, kind_of
from portfolio_gen.start.work import Answers, Brought, Wished, folder_for, start_artifact

__all__ = [
    "SCHEMAS",
    "Answers",
    "Brought",
    "CannotStart",
    "Exists",
    "Wished",
    "deployments",
    "file_name",
    "folder_for",
    "kind_of",
    "presets",
    "slug",
    "start_artifact",
    "start_conference",
    "start_deployment",
    "start_goal",
    "start_milestones",
    "start_narrative",
    "start_pitch",
    "start_profile",
    "start_school",
    "start_session",
    "start_student",
]
