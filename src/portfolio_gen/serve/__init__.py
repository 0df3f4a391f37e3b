"""Beside the street: the sites on this computer alone, rebuilt and reloaded while somebody writes."""

from portfolio_gen.serve.preview import Preview

__all__ = ["Preview"]
