"""Beside the street: from what a student hands in to what a committee has decided."""
