"""Standings to blueprints: what each edition sees, and what is still fresh."""
