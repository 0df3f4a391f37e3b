"""The program's sentences in other languages: what is missing, and catalogues brought up to date.

    python tools/words.py check          says what is missing or wrong in any language
    python tools/words.py update         adds new sentences to all catalogues, takes out those that nobody says any more
    python tools/words.py missing es     prints what is still to be translated into one language
    python tools/words.py add de         begins catalogues for another language

There are three books of catalogues, so that whoever builds sites need not read what no site says: that of the sites in
`src/portfolio_gen/render/words/languages/`, in its folder `voice/` that of what is told to whoever runs the program,
and that of `edit` in `src/portfolio_gen/edit/languages/`.
Whoever adds or changes a sentence runs `update`, fills each empty `msgstr` there, and runs `check`. Each file begins
with a glossary: use its words, so that one thing is called the same on all pages. What stands in `%(…)s` and in `{…}`
must stand in the translation too; its place is free. Plurals have as many forms as the language has (Arabic six: zero,
one, two, few, many, other).

Sentences are found in templates (`_("…")`, `{% trans %}`) and in Python (`say`, `said`, `many`, `to_say`, `sentence`,
`sentences`). What is told is found in Python alone, in all rooms, by words of its own: `tell`, `tell_many`, `to_tell`
and, on the porch, `speak`. What stands there in backticks is typed or looked for as it is, so each translation keeps
it.
Files are sorted and name no lines and no dates, so that two people's sentences merge. After a conflict, keep both sides
and run `update`.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, get_args, get_type_hints

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import write_po

from portfolio_gen.cli import COMMANDS, porch
from portfolio_gen.cli.pages import helps
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.student import Goal
from portfolio_gen.model.terms import PLURALS
from portfolio_gen.plan.words import UNCHANGED
from portfolio_gen.render.words.catalogue import ALOUD, LANGUAGES, opened
from portfolio_gen.render.words.own import blanks

HERE = Path(__file__).resolve().parent.parent
HOUSE = HERE / "src" / "portfolio_gen"


KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "say": None,
    "said": None,
    "to_say": None,
    "many": (1, 2),
    "of": ((1, "c"), 2),
    "sentence": None,
    "sentences": (1, 2),
}
TELLING = {"tell": None, "tell_many": (1, 2), "to_tell": None, "speak": None}
CODE = re.compile(r"`[^`]+`")


class Book(NamedTuple):
    """Catalogues that belong together, and where the sentences in them are said."""

    languages: Path
    """The folder of the catalogues."""
    templates: tuple[Path, ...]
    rooms: tuple[Path, ...]
    has_nouns: bool = False
    """Whether names of things and values of fields are said, too, that stand in no sentence."""
    is_told: bool = False
    """Whether it is told to whoever runs the program: found by words of its own, and with backticks around code."""

    @property
    def name(self) -> str:
        """What it is called in short: its room, or a folder within that."""
        return self.languages.relative_to(HOUSE).as_posix().replace("/languages", "")


def _rooms(*names: str) -> tuple[Path, ...]:
    return tuple(HOUSE / one for one in names)


SITES = Book(
    LANGUAGES,
    (HERE / "themes" / "riverbend", HOUSE / "render" / "base"),
    _rooms("model", "evaluate", "plan", "render"),
    has_nouns=True,
)
"""What reaches pages."""
TOLD = Book(ALOUD, (), (HOUSE,), is_told=True)
"""What is told to whoever runs the program: what is wrong, and what was done."""
FORMS = Book(
    HOUSE / "edit" / LANGUAGES.name,
    _rooms("edit"),
    _rooms("edit", "editing", "leaving", "rewrite", "serve", "start"),
)
"""What `edit` asks and says, and what lies on top of a zip that a student takes along."""
EXPLAINED = ("new", "check", "build", "edit", "serve", "status", "submit", "why")
"""Commands whose help is translated: those of students, and of whoever looks after a school day by day."""
BOOKS = (SITES, TOLD, FORMS)
CHOICES = ((Artifact, "place"), (Goal, "status"), (Ledger, "transcript"))
"""Fields whose values are written in files in English, and said on pages as they are."""


def template(book: Book = SITES) -> Catalog:
    """Every sentence that the program can say on a page."""
    found = Catalog()
    for word in (*(_nouns() if book.has_nouns else ()), *(_helps() if book.is_told else ())):
        found.add(word)
    for folder, method in (
        *((one, "jinja2.ext:babel_extract") for one in book.templates),
        *((one, "python") for one in book.rooms),
    ):
        for words, context in _words_in(folder, method, TELLING if book.is_told else KEYWORDS):
            found.add(words, context=context)
    return found


def _helps() -> Iterator[str]:
    yield from COMMANDS.values()
    yield from helps(porch)
    context = click.Context(porch)
    for name in EXPLAINED:
        if command := porch.get_command(context, name):
            yield from helps(command)


def _nouns() -> Iterator[str]:
    for one in PLURALS.items():
        yield from one
    yield from UNCHANGED
    for noun, field in CHOICES:
        yield from _choices(get_type_hints(noun)[field])


def _words_in(
    folder: Path, method: str, keywords: Mapping[str, object]
) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    ending = "**.py" if method == "python" else "**.html"
    found = extract_from_dir(
        folder,
        method_map=[(ending, method)],
        options_map={ending: {"silent": "false", "encoding": "utf-8"}},
        keywords=keywords if method == "python" else DEFAULT_KEYWORDS,
    )
    for _, _, words, _, context in found:
        yield words, context


def _choices(hint: object) -> Iterator[str]:
    for one in get_args(hint):
        if isinstance(one, str):
            yield one
        else:
            yield from _choices(one)


def catalogues(book: Book) -> dict[str, Catalog]:
    """Every language that there is a catalogue of."""
    return {one.stem: opened(one) for one in sorted(book.languages.glob("*.po"))}


def faults(wanted: Catalog, found: Catalog, *, keeps_code: bool = False) -> Iterator[str]:
    """What is wrong with a catalogue, in words."""
    for message in wanted:
        if message.id:
            have = found.get(message.id, message.context)
            yield from (
                [f"missing: {_shown(message)}"]
                if have is None
                else (f"{fault}: {_shown(message)}" for fault in _faults(have, found, keeps_code))
            )
    for message in found:
        if message.id and wanted.get(message.id, message.context) is None:
            yield f"nobody says it any more: {_shown(message)}"


def _faults(message: Message, found: Catalog, keeps_code: bool) -> Iterator[str]:
    forms = [*message.string] if isinstance(message.string, tuple) else [message.string]
    if not all(forms):
        yield "not translated"
        return
    if message.fuzzy:
        yield "still fuzzy"
    if message.pluralizable:
        if len(forms) != found.num_plurals:
            yield f"has {len(forms)} forms of {found.num_plurals}"
        known = set(blanks(message.id[0])) | set(blanks(message.id[1]))
        if any(not set(blanks(one)) <= known for one in forms):
            yield "has other blanks"
        if blanks(forms[-1]) != blanks(message.id[1]):
            yield "has other blanks in its last form"
    elif blanks(forms[0]) != blanks(message.id):
        yield "has other blanks"
    if any(_spaces(one) != _spaces(_first(message)) for one in forms):
        yield "begins or ends with a line where the English does not"
    if keeps_code and any(_code_in(one) != _code_in(_first(message)) for one in forms):
        yield "has other words in backticks"


def _code_in(text: str) -> Counter[str]:
    return Counter(CODE.findall(text))


def _spaces(text: str) -> tuple[bool, bool]:
    return text.startswith("\n"), text.endswith("\n")


def _first(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple | list) else message.id


def _shown(message: Message) -> str:
    return repr(_first(message))


def update(path: Path, wanted: Catalog) -> None:
    """Bring a catalogue up to date, and write it in its order."""
    found = opened(path)
    kept = {(one.id, one.context): one.string for one in found if one.id}
    fresh = Catalog(locale=found.locale)
    for message in wanted:
        if message.id:
            known = kept.get((message.id, message.context))
            fresh.add(message.id, known or "", context=message.context)
    body = io.BytesIO()
    write_po(
        body,
        fresh,
        width=0,
        no_location=True,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
    )
    head = path.read_text("utf-8").partition('\nmsgid ""\n')[0]
    text = f"{head}\n{_head(found, path.stem)}\n{body.getvalue().decode()}"
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")


def _head(catalog: Catalog, language: str) -> str:
    return "\n".join(
        (
            'msgid ""',
            'msgstr ""',
            f'"Language: {language}\\n"',
            '"MIME-Version: 1.0\\n"',
            '"Content-Type: text/plain; charset=utf-8\\n"',
            '"Content-Transfer-Encoding: 8bit\\n"',
            f'"Plural-Forms: {catalog.plural_forms}\\n"',
            "",
        )
    )


def main(words: Sequence[str]) -> int:
    """Do what was asked for."""
    match words:
        case ["check"]:
            return _check()
        case ["update"]:
            for book in BOOKS:
                wanted = template(book)
                for path in sorted(book.languages.glob("*.po")):
                    update(path, wanted)
            return _check()
        case ["missing", language]:
            for book in BOOKS:
                _tell_missing(template(book), opened(book.languages / f"{language}.po"))
            return 0
        case ["add", language]:
            return max(_added(book, language) for book in BOOKS)
    print(__doc__)
    return 0 if [*words] in ([], ["-h"], ["--help"]) else 2


def _tell_missing(wanted: Catalog, found: Catalog) -> None:
    for message in wanted:
        have = found.get(message.id, message.context) if message.id else None
        if message.id and (have is None or not have.string or not all(have.string)):
            print(_shown(message))


def _added(book: Book, language: str) -> int:
    path = book.languages / f"{language}.po"
    if path.exists():
        print(f"there is a catalogue {path.relative_to(HERE)} already", file=sys.stderr)
        return 2
    path.write_text('# Glossary\n# credit =\nmsgid ""\nmsgstr ""\n', encoding="utf-8")
    update(path, template(book))
    return 0


def _check() -> int:
    told = [
        f"{book.name}/{language}: {fault}"
        for book in BOOKS
        for wanted in [template(book)]
        for language, found in catalogues(book).items()
        for fault in faults(wanted, found, keeps_code=book.is_told)
    ]
    print(*told, sep="\n", end="\n" if told else "")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
