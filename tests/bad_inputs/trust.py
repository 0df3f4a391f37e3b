"""Students who award, rename or admit themselves, or speak for others."""

from __future__ import annotations

from collections.abc import Callable

from bad_inputs.case import Case, Family, Home, listed, page
from school import ARTIFACT, STUDENT, picture

TRUST = Family("trust")

STAFF_ONLY = {
    "decisions": "decisions: []",
    "outcome": "outcome: earned",
    "state": "state: earned",
    "standings": "standings: {a: earned}",
    "official-name": "official_name: Dr. Kit",
    "ratings": "ratings: []",
    "digest": "digest: sha256:0",
    "release": "release: 2020-01-01",
    "committee": "committee: [b-lund]",
    "id": "id: ../../ada-park/index",
    "slug": "slug: index",
    "student": f"student: {STUDENT}",
    "template": "template: ../../evil.html",
    "layout": "hide: [navigation]",
}


def card(lines: str, work: str = page()) -> Callable[[Home], None]:
    """A card with more on it; its name is on line 1."""

    def put(home: Home) -> None:
        home.write("artifact.md", work)
        home.write("../../student.yml", f"name: Kit\n{lines}\n")

    return put


def ledger(lines: str) -> Callable[[Home], None]:
    """A student who brings along what only the school writes."""

    def put(home: Home) -> None:
        home.write("artifact.md", page())
        home.write("../../ledger.yml", lines)

    return put


def called(slug: str) -> Callable[[Home], None]:
    """A work of that name."""

    def put(home: Home) -> None:
        home.write(f"../{slug}/artifact.md", page())

    return put


def with_picture(lines: str, **keys: str) -> Callable[[Home], None]:
    def put(home: Home) -> None:
        home.write("artifact.md", page(f"{listed('a.png')}\n{lines}", **keys))
        home.write("a.png", picture())

    return put


def private_neighbour(home: Home) -> None:
    home.write("artifact.md", page(story="See [the other](../hidden/artifact.md).\n"))
    home.write("../hidden/artifact.md", page(title='"§"', audience="[]"))


def draft(home: Home) -> None:
    home.write("artifact.md", page(story="A story.\n"))
    home.write("../hidden/artifact.md", page(title='"§"', status="draft"))


CASES: tuple[Case, ...] = (
    *(
        TRUST.keys(f"work-says-{name}", line, "PG120 artifact.md:7")
        for name, line in STAFF_ONLY.items()
    ),
    *(
        TRUST.case(
            f"card-says-{name}", card(line), "PG120 ../../student.yml:2", own=True, built=False
        )
        for name, line in STAFF_ONLY.items()
    ),
    TRUST.case(
        "ledger-of-ones-own",
        ledger("official_name: Dr. §\ndecisions: []\n"),
        "PG143 ../../ledger.yml:1",
        own=True,
        hides=True,
    ),
    TRUST.keys(
        "claims-what-is-not", "claims:\n  - credit: flying/academics", "PG203 artifact.md:8"
    ),
    TRUST.keys(
        "claims-an-outcome",
        "claims:\n  - credit: critical-thinking/academics\n    outcome: earned",
        "PG120 artifact.md:9",
    ),
    TRUST.keys(
        "claims-a-level-that-is-not",
        "claims:\n  - credit: critical-thinking/academics\n    level: gold",
        "PG202 artifact.md:9",
    ),
    TRUST.keys("teams-up-with-nobody", "team:\n  - student: nobody-here", "PG216 artifact.md:8"),
    TRUST.keys("teams-up-with-a-path", "team:\n  - student: ../ada-park", "PG216 artifact.md:8"),
    TRUST.keys("rates-what-is-not", "self_rating: {flying: high}", "PG221 artifact.md:7"),
    TRUST.case("shows-a-classmate", with_picture(f"    people: [{STUDENT}]"), ""),
    TRUST.case(
        "shows-a-stranger", with_picture("    people: [somebody-else]"), "PG220 artifact.md:10"
    ),
    TRUST.case("links-to-what-is-private", private_neighbour, "", own=True, hides=True),
    TRUST.case("keeps-a-draft", draft, "", own=True, hides=True),
    TRUST.case(
        "features-another",
        card(f"featured: [{ARTIFACT}]"),
        "PG207 ../../student.yml:2",
        own=True,
        built=False,
    ),
    TRUST.case(
        "shares-with-everybody",
        card("sharing: {everybody: {name: full}}"),
        "PG123 ../../student.yml:2",
        own=True,
        built=False,
    ),
    TRUST.case(
        "shares-a-name-that-is-not",
        card("sharing: {family: {name: loud}}"),
        "PG123 ../../student.yml:2",
        own=True,
        built=False,
    ),
    TRUST.case(
        "portrait-of-another",
        card(f"picture: {{file: ../{STUDENT}/me.png, alt: x}}"),
        "PG140 ../../student.yml:2",
        own=True,
        built=False,
    ),
    TRUST.case(
        "language-a-path",
        card("language: ../../en"),
        "PG147 ../../student.yml:2",
        own=True,
        built=False,
    ),
    TRUST.case("name-of-a-classmate", card(""), "", own=True),
    TRUST.case(
        "slug-assets", called("assets"), "PG136 ../../artifacts/assets:1", own=True, built=False
    ),
    TRUST.case(
        "slug-index", called("index"), "PG136 ../../artifacts/index:1", own=True, built=False
    ),
    TRUST.case("slug-device", called("nul"), "PG136 ../../artifacts/nul:1", own=True, built=False),
    TRUST.case(
        "slug-of-capitals",
        called("A-Thing"),
        "PG138 ../../artifacts/A-Thing:1",
        own=True,
        built=False,
    ),
    TRUST.case("slug-of-dots", called("a.b"), "PG138 ../../artifacts/a.b:1", own=True, built=False),
    TRUST.case(
        "slug-look-alike",
        called("а-thing"),
        "PG138 ../../artifacts/а-thing:1",
        own=True,
        built=False,
    ),
    TRUST.case(
        "slug-of-blanks",
        called("a thing"),
        "PG138 ../../artifacts/a thing:1",
        own=True,
        built=False,
    ),
    TRUST.case(
        "slug-too-long",
        called("a" * 80),
        "PG138 ../../artifacts/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:1",
        own=True,
        built=False,
    ),
)
