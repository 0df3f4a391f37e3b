"""Relative addresses: right from every depth, and nothing in them that a browser would read otherwise."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from portfolio_gen.render.addresses import file_of, relative

PAGES = ("", "artifacts/", "artifacts/solar-oven/", "credits/communication/academics/", "hues.css")
THERE = (*PAGES, "../", "../assets/riverbend.css", "media/ab-800.webp", "artifacts/#story-two")


@pytest.mark.parametrize("here", PAGES)
@pytest.mark.parametrize("there", THERE)
def test_a_browser_resolves_it_to_the_same_address(here: str, there: str) -> None:
    site = "https://host.example/some/path/family/maya-chen/"

    assert urljoin(site + here, relative(here, there)) == urljoin(site, there)


def test_the_page_itself() -> None:
    assert relative("artifacts/", "artifacts/") == "./"
    assert relative("", "") == "./"


def test_what_means_something_in_an_address_is_escaped() -> None:
    assert relative("", "artifacts/¿qué?/") == "artifacts/%C2%BFqu%C3%A9%3F/"
    assert relative("a/", "b/#c d") == "../b/#c%20d"


def test_a_page_is_the_index_of_its_folder() -> None:
    assert file_of("") == "index.html"
    assert file_of("goals/") == "goals/index.html"
    assert file_of("hues.css") == "hues.css"
