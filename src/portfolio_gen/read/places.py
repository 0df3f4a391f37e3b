"""Names in a school's folder that mean the whole school; here for those who only look whether something has changed."""

from __future__ import annotations

SETTINGS = "portfolio.yml"
PROFILE = "school-profile.md"
SHARED_FILES = ("framework.yml", "rubrics.yml", "committee.yml", "consent.yml", PROFILE)
"""Files of `transcripts/` that belong to the whole school; every other is a student's ledger."""
