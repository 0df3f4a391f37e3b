"""CASE packages for tests, of made-up statements only."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from portfolio_gen.diagnostics import Severity
from portfolio_gen.exchange import Choices, Imported, import_framework
from portfolio_gen.survey import survey
from school import TODAY, minimal_school, write

Json = dict[str, Any]

DOCUMENT = "document"
"""Name of the package's document, for associations."""
MOMENT = "2024-08-15T09:30:00+00:00"


def guid(name: object) -> str:
    """The same GUID for the same name, everywhere."""
    return str(uuid5(NAMESPACE_URL, f"test/{name}"))


def item(name: object, statement: str, **more: Any) -> Json:
    address = f"https://standards.example/ims/case/v1p1/CFItems/{guid(name)}"
    return {
        "identifier": guid(name),
        "uri": address,
        "fullStatement": statement,
        "lastChangeDateTime": MOMENT,
        **more,
    }


def association(kind: str, origin: object, destination: object, **more: Any) -> Json:
    return {
        "identifier": guid(f"{kind} {origin} {destination}"),
        "uri": f"urn:uuid:{guid(f'{kind} {origin} {destination}')}",
        "associationType": kind,
        "originNodeURI": end(origin),
        "destinationNodeURI": end(destination),
        "lastChangeDateTime": MOMENT,
        **more,
    }


def end(name: object) -> Json:
    return {"title": str(name), "identifier": guid(name), "uri": f"urn:uuid:{guid(name)}"}


def child(name: object, of: object, number: int | None = None) -> Json:
    more = {} if number is None else {"sequenceNumber": number}
    return association("isChildOf", name, of, **more)


def package(items: Iterable[Any], associations: Iterable[Any] = (), **more: Any) -> Json:
    document = {
        "identifier": guid(DOCUMENT),
        "uri": f"urn:uuid:{guid(DOCUMENT)}",
        "creator": "Made-up County",
        "title": "Made-up standards",
        "lastChangeDateTime": MOMENT,
    }
    return {
        "CFDocument": document,
        "CFItems": list(items),
        "CFAssociations": list(associations),
        **more,
    }


def three_levels() -> Json:
    """Two areas; the first has two skills, of which the first has two standards."""
    return package(
        [
            item("words", "Reading and writing", humanCodingScheme="RW"),
            item("numbers", "Numbers", humanCodingScheme="N"),
            item("argue", "Argue from evidence", humanCodingScheme="RW.1"),
            item("tell", "Tell a story", humanCodingScheme="RW.2"),
            item("count", "Count", humanCodingScheme="N.1"),
            item("claim", "I can make a claim.", humanCodingScheme="RW.1.a"),
            item("weigh", "I can weigh a source.", humanCodingScheme="RW.1.b"),
        ],
        [
            child("words", DOCUMENT, 1),
            child("numbers", DOCUMENT, 2),
            child("argue", "words", 1),
            child("tell", "words", 2),
            child("count", "numbers", 1),
            child("claim", "argue", 1),
            child("weigh", "argue", 2),
        ],
    )


def synthetic(items: int = 600, associations: int = 3_000) -> Json:
    """A package of the size that a whole subject has: five levels, and links across and to other frameworks."""
    dice = random.Random(7)  # noqa: S311
    parents: list[object] = [DOCUMENT]
    levels = [8, items // 15, items // 5, items // 4]
    levels.append(items - sum(levels))
    statements, links = [], []
    for depth, many in enumerate(levels):
        names = [f"{depth}-{number}" for number in range(many)]
        for number, name in enumerate(names):
            words = " ".join(dice.choices(WORDS, k=dice.randint(3, 60)))
            code = f"M.{depth}.{number}"
            grade = [f"{dice.randint(1, 12):02d}"]
            more = {"humanCodingScheme": code, "educationLevel": grade, "CFItemType": f"T{depth}"}
            statements.append(item(name, words.capitalize(), **more))
            links.append(child(name, parents[number % len(parents)], number))
        parents = list(names)
    kinds = ["isRelatedTo", "exactMatchOf", "precedes"]
    while len(links) < associations:
        origin, other = dice.choices(range(levels[-1]), k=2)
        elsewhere = f"elsewhere-{len(links)}"
        destination = f"4-{other}" if dice.random() < 0.5 else elsewhere
        links.append(association(dice.choice(kinds), f"4-{origin}", destination))
    return package(statements, links)


WORDS = [
    *("explain", "compare", "measure", "draw", "build", "read", "write", "tell", "ask", "answer"),
    *("model", "number", "shape", "story", "claim", "evidence", "source", "place", "people"),
    *("energy", "matter", "pattern", "change"),
]


def saved(folder: Path, document: Any, name: str = "package.json") -> Path:
    path = folder / name
    text = document if isinstance(document, str) else json.dumps(document, indent=1)
    path.write_text(text, encoding="utf-8")
    return path


def imported(folder: Path, document: Any, **choices: Any) -> Imported:
    """What becomes of a document."""
    path = saved(folder, document)
    return import_framework(path, shown=path.name, choices=Choices(**choices))


def problems(folder: Path, made: Imported) -> list[str]:
    """The errors and warnings of a school of nobody that has an imported framework."""
    school = minimal_school(folder / "school")
    shutil.rmtree(school / "students")
    write(
        school,
        {
            "students/README.md": "Nobody yet.",
            "transcripts/consent.yml": "people: {}",
            "transcripts/rubrics.yml": made.rubrics or "rubrics: []",
            "transcripts/framework.yml": made.text,
        },
    )
    (school / "transcripts/ada-park.yml").unlink()
    found = survey(school, on=TODAY).diagnostics
    return [
        f"{one.span} {one.code} {one.message}" for one in found if one.severity is not Severity.NOTE
    ]


def codes(made: Imported) -> list[str]:
    return [one.code for one in made.diagnostics]
