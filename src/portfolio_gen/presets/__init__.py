"""Starter schools: data only."""
