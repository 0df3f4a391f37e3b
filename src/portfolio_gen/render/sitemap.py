"""Lists of pages for search engines, where an edition is meant to be found; without times, for nobody wrote any."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

SITEMAP = "sitemap.xml"
_HEAD = Markup('<?xml version="1.0" encoding="UTF-8"?>\n')
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def list_of_pages(addresses: Iterable[str]) -> str:
    """The pages of one site, by their full addresses."""
    return _listed("urlset", "url", addresses)


def list_of_lists(addresses: Iterable[str]) -> str:
    """The sitemaps of an edition's sites, by their full addresses."""
    return _listed("sitemapindex", "sitemap", addresses)


def _listed(root: str, element: str, addresses: Iterable[str]) -> str:
    entry = Markup("<{0}><loc>{1}</loc></{0}>\n")
    entries = Markup("").join(entry.format(element, one) for one in addresses)
    return _HEAD + Markup('<{0} xmlns="{1}">\n{2}</{0}>\n').format(root, _SCHEMA, entries)
