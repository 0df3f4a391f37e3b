"""SVG drawings draw, and do nothing else; they are offered as files and never as pages."""

from __future__ import annotations

import base64
import io
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image

from portfolio_gen.render.kinds import nature_of
from portfolio_gen.render.scrub.svg import DEEPEST
from portfolio_gen.render.scrub.values import CannotScrub, Scrubbed
from portfolio_gen.render.scrub.work import scrub

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def scrubbed(inside: str, around: str = SVG) -> Scrubbed:
    found = scrub(around.format(inside).encode(), ".svg.txt")
    fromstring(found.data)  # noqa: S314 - that it can be read is what is asked
    return found


def test_what_draws_stays() -> None:
    drawing = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"></stop></linearGradient></defs>'
        "<style>.a{fill:url(#g)}</style>"
        '<g class="a" transform="scale(2)" style="stroke:#000"><path d="M0 0L9 9"></path>'
        '<use href="#p" x="1" y1="2"></use><text xml:space="preserve">one &amp; &lt;two&gt;</text></g>'
    )

    found = scrubbed(drawing)

    assert drawing in found.data.decode()
    assert not found.disarmed


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="data:,alert(1)"/>',
        '<rect onload="alert(1)"/>',
        '<rect ONCLICK="alert(1)"/>',
        '<g><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">alert(1)</p></foreignObject></g>',
        '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
        '<animate onbegin="alert(1)" attributeName="x"/>',
    ],
)
def test_what_runs_is_taken_out_and_said(inside: str) -> None:
    found = scrubbed(f"{inside}<circle r='1'/>")

    assert b"alert" not in found.data
    assert b'<circle r="1">' in found.data
    assert found.disarmed


@pytest.mark.parametrize(
    "inside",
    [
        '<a xlink:href="javascript:evil"><text>x</text></a>',
        '<a href="https://evil.example/"><text>x</text></a>',
        '<use xlink:href="https://evil.example/x.svg#a"/>',
        '<image href="https://evil.example/a.png"/>',
        '<image href="data:image/svg+xml;base64,evil"/>',
        '<image href="data:image/png;base64,evil!"/>',
        '<style>@import "https://evil.example/";</style>',
        "<style>a{b:ur&#108;(https://evil.example/)}</style>",
        "<style>a{b:\\75rl(evil)}</style>",
        '<rect fill="url(https://evil.example/)"/>',
        '<rect style="fill:url( evil )"/>',
        '<rect xmlns:e="evil:" e:href="evil"/>',
        "<evil:rect xmlns:evil='evil:'/>",
        '<image src="evil" href="file:///etc/evil"/>',
        "<!-- evil --><?evil evil?>",
        "<metadata><creator>evil</creator></metadata><title>evil</title><desc>evil</desc>",
        '<g xmlns:inkscape="evil:" inkscape:label="/home/evil" data-name="evil"><rect/></g>',
    ],
)
def test_what_asks_elsewhere_or_tells_of_its_maker_is_taken_out(inside: str) -> None:
    assert b"evil" not in scrubbed(inside).data


def test_pictures_in_a_drawing_lose_what_they_say_about_themselves() -> None:
    photo = io.BytesIO()
    facts = Image.Exif()
    facts[0x010E] = "secret place"
    Image.new("RGB", (4, 4)).save(photo, "JPEG", exif=facts)
    data = base64.b64encode(photo.getvalue()).decode()

    found = scrubbed(f'<image width="4" href="data:image/jpeg;base64,{data}"/>').data

    (picture,) = fromstring(found)  # noqa: S314
    kept = base64.b64decode(picture.attrib["href"].partition(",")[2])
    assert b"secret" in photo.getvalue()
    assert b"secret" not in kept
    assert Image.open(io.BytesIO(kept)).size == (4, 4)


def test_declarations_are_read_without_following_them() -> None:
    around = (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://evil.example/" '
        '[<!ENTITY ns "http://maker.example/"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:m="&ns;">{}</svg>'
    )

    assert b"<text>here</text>" in scrubbed("<text>here</text>", around).data
    with pytest.raises(CannotScrub):
        scrubbed("<text>&x;</text>", around)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no drawing",
        b"<html><body/></html>",
        b"<svg><g></svg>",
        b"<svg>" + b"<g>" * (DEEPEST + 1) + b"</g>" * (DEEPEST + 1) + b"</svg>",
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg><text>&b;</text></svg>',
        b"<svg>" * 200_000,
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(CannotScrub):
        scrub(data, ".svg.txt")


def test_no_host_serves_it_as_what_it_is() -> None:
    nature = nature_of("plan.svg", b"<svg")

    assert (nature.kind, nature.extension) == ("file", ".svg.txt")
