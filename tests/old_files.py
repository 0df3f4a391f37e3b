"""Files of other programs, made here by hand: a Word document, a Leap2A export, a résumé."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

from old_sites import LONG_AGO, PNG

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text: str, style: str = "", inside: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{inside}</w:p>'


def drawing(number: int, alt: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="x" descr="{alt}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="rId{number}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


BODY = (
    paragraph("The &lt;solar&gt; oven", "Title")
    + paragraph("Why *it* failed", "Heading1")
    + paragraph("Twice the foil", inside='<w:r><w:footnoteReference w:id="2"/></w:r>')
    + paragraph("Odd words", "Fancy")
    + "<w:tbl><w:tr><w:tc>"
    + paragraph("minute")
    + "</w:tc><w:tc>"
    + paragraph("heat | degrees")
    + "</w:tc></w:tr><w:tr><w:tc>"
    + paragraph("ten")
    + "</w:tc><w:tc>"
    + paragraph("sixty")
    + "</w:tc></w:tr></w:tbl>"
    + paragraph("", inside=drawing(7, "Foil on a lawn"))
    + paragraph("", inside=drawing(7, ""))
    + paragraph("", inside=drawing(8, ""))
)


def word_document(path: Path, body: str = BODY, more: Mapping[str, bytes] | None = None) -> Path:
    """A document with two pictures, a footnote and a style that nobody knows."""
    parts: dict[str, bytes] = {
        "[Content_Types].xml": (
            b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            b'<Default Extension="xml" ContentType="application/xml"/>'
            b'<Default Extension="png" ContentType="image/png"/>'
            b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            b'wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId7" Type="{_R}/image" Target="media/image1.png"/>'
            f'<Relationship Id="rId8" Type="{_R}/image" Target="media/image2.png"/>'
            f'<Relationship Id="rId6" Type="{_R}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId9" Type="{_R}/footnotes" Target="footnotes.xml"/></Relationships>'
        ).encode(),
        "word/styles.xml": (
            f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>'
        ).encode(),
        "word/media/image1.png": PNG,
        "word/media/image2.png": PNG + b"other",
        "word/footnotes.xml": (
            f'<w:footnotes {_W}><w:footnote w:id="2">{paragraph("It was windy.")}</w:footnote></w:footnotes>'
        ).encode(),
        "word/comments.xml": f"<w:comments {_W}/>".encode(),
        "docProps/core.xml": (
            b'<cp:coreProperties xmlns:cp="x" xmlns:dcterms="http://purl.org/dc/terms/">'
            b"<dcterms:created>2022-04-05T10:00:00Z</dcterms:created></cp:coreProperties>"
        ),
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode(),
        **(more or {}),
    }
    return packed(path, parts)


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


LEAP2A = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:leap2="http://terms.leapspecs.org/" xmlns:categories="http://wiki.leapspecs.org/2A/categories/"
    xmlns:portfolio="https://mahara.example/export/1/" xmlns:mahara="http://wiki.mahara.org/Developer_Area/Import%2F%2FExport/LEAP_Extensions#">
<id>https://mahara.example/export/1/</id><title>Mahara export for Ada</title><updated>2023-09-09T10:00:00Z</updated>
<entry><title>Ada Park</title><id>portfolio:artefactinternal</id><rdf:type rdf:resource="leap2:person"/>
  <content type="text">I like ovens.</content>
  <leap2:persondata leap2:field="legal_family_name">Park</leap2:persondata>
  <leap2:persondata leap2:field="dob">2009-01-02</leap2:persondata></entry>
<entry><title>Oven diary</title><id>portfolio:blog1</id><rdf:type rdf:resource="leap2:selection"/>
  <category term="Blog" scheme="categories:selection_type#"/><content type="html"></content></entry>
<entry><title>Foil, twice</title><id>portfolio:post1</id><rdf:type rdf:resource="leap2:entry"/>
  <published>2023-05-03T10:00:00Z</published><link rel="leap2:is_part_of" href="portfolio:blog1"/>
  <link rel="enclosure" href="portfolio:file2"/><link rel="related" href="https://example.org/sun"/>
  <category term="foil"/><leap2:spatial>Lawn</leap2:spatial>
  <content type="html">
  &lt;p&gt;It &lt;b&gt;failed&lt;/b&gt;. &lt;img src="portfolio:file1" alt="Foil"&gt;
  &lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</content></entry>
<entry><title>oven.png</title><id>portfolio:file1</id><rdf:type rdf:resource="leap2:resource"/>
  <content type="image/png" src="files/oven.png"/></entry>
<entry><title>plan.pdf</title><id>portfolio:file2</id><rdf:type rdf:resource="leap2:resource"/>
  <content type="application/pdf" src="files/plan.pdf"/></entry>
<entry><title>never shown.txt</title><id>portfolio:file3</id><rdf:type rdf:resource="leap2:resource"/>
  <content type="text/plain" src="files/never%20shown.txt"/></entry>
<entry><title>lost.txt</title><id>portfolio:file4</id><rdf:type rdf:resource="leap2:resource"/>
  <content type="text/plain" src="files/lost.txt"/></entry>
<entry><title>Build a third one</title><id>portfolio:plan1</id><rdf:type rdf:resource="leap2:plan"/>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
  <p>With <em>less</em> foil &amp; more black.</p></div></content>
  <leap2:status leap2:status="completed"/><leap2:date leap2:point="target">2023-06-01</leap2:date></entry>
<entry><title>First prize</title><id>portfolio:ach1</id><rdf:type rdf:resource="leap2:achievement"/>
  <content type="text">At the fair.</content><leap2:date leap2:point="start">2022</leap2:date></entry>
<entry><title>My page</title><id>portfolio:view1</id><rdf:type rdf:resource="leap2:selection"/>
  <content type="html">&lt;p&gt;Welcome here.&lt;/p&gt;</content>
  <mahara:view mahara:type="portfolio">thirds layout</mahara:view></entry>
</feed>
"""
LEAP2A_FILES: Mapping[str, bytes] = {
    "export/leap2a.xml": LEAP2A.encode(),
    "export/files/oven.png": PNG,
    "export/files/plan.pdf": b"%PDF-1.4 plan",
    "export/files/never shown.txt": b"Nobody saw this.",
    "export/files/stray.txt": b"In no entry.",
    "../outside.txt": b"Not inside.",
}
RESUME = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Ada Park",
        "label": "Baker",
        "email": "ada@mail.example",
        "summary": "I bake # with <sun>.",
        "location": {"city": "Harbor Town", "countryCode": "US"},
        "profiles": [{"network": "Example", "username": "ada"}],
    },
    "work": [
        {
            "name": "Corner Bakery",
            "position": "Helper",
            "startDate": "2024-06",
            "highlights": ["Rolls", "Five *a.m.*"],
        }
    ],
    "volunteer": [{"organization": "Library", "position": "Reader", "summary": "Every Friday."}],
    "education": [{"institution": "Little School", "area": "All", "score": "none"}],
    "awards": [{"title": "First prize", "awarder": "The fair", "date": "2022"}],
    "certificates": [{"name": "First aid", "issuer": "Red Cross", "date": "2023-01-05"}],
    "publications": [
        {
            "name": "On foil",
            "publisher": "School paper",
            "releaseDate": "2023-05-03",
            "url": "https://example.org/foil",
        }
    ],
    "skills": [{"name": "Baking", "level": "Master", "keywords": ["rye", "sun"]}],
    "languages": [{"language": "Korean", "fluency": "At home"}],
    "interests": [{"name": "Ovens"}],
    "references": [{"name": "B. Lund", "reference": "She measures."}],
    "projects": [
        {
            "name": "Solar oven",
            "description": "Cardboard.",
            "keywords": ["foil"],
            "roles": ["Everything"],
        }
    ],
    "hobbies": ["unheard of"],
    "meta": {"version": "v1.0.0"},
}


def resume(path: Path) -> Path:
    path.write_text(json.dumps(RESUME, indent=2), "utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path
