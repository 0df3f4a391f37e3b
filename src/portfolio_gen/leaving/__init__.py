"""From a school's folder to the one zip that a student takes along for life."""

from __future__ import annotations

from portfolio_gen.leaving.parcel import CannotLeave, Left, pack

__all__ = ["CannotLeave", "Left", "pack"]
