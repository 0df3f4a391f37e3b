"""Beside the street: files that people wrote, changed in one place and left as they are in all others."""
