"""The doors: no room opens into another, every outside library is received at one address."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "src" / "portfolio_gen"
STREET = {"read", "check", "evaluate", "plan", "render", "publish"}
BESIDE = {
    "advise",
    "audit",
    "calibrate",
    "convene",
    "deliver",
    "edit",
    "exchange",
    "pitching",
    "rewrite",
    "seal",
    "start",
    "serve",
}
HALLWAY = {
    "account",
    "build.py",
    "convening",
    "deciding",
    "hallway",
    "handing_in.py",
    "inspection.py",
    "issuing",
    "leaving",
    "linking",
    "merge.py",
    "minutes.py",
    "outlook.py",
    "proceedings.py",
    "receiving",
    "editing",
    "reviewing.py",
    "schemas.py",
    "speaking.py",
    "survey.py",
    "upload.py",
    "verification.py",
}
ADDRESSES = {
    "babel": "render/words",
    "click": "cli",
    "cryptography": "seal/keys.py",
    "icalendar": "convene/calendar.py",
    "distributed": "hallway/cluster.py",
    "fsspec": "deliver/store.py",
    "fontTools": "render/typefaces.py",
    "fontpkg": "render/typefaces.py",
    "mammoth": "exchange/works/word.py",
    "markdown": "render/parser.py",
    "material": "render/material.py",
    "mkdocs": "render/engine.py",
    "nh3": "render/markdown.py",
    "pi_heif": "render/images",
    "PIL": "render/images",
    "pydantic_core": "read/bind.py",
    "pygments": "render/readings.py",
    "pyld": "seal/linked_data.py",
    "pypdf": "render/scrub/pdf.py",
    "pypdfium2": "render/leaves.py",
    "rfc8785": "seal/canonical.py",
    "rich": "cli",
    "ruamel": "rewrite",
    "segno": "render/paper/marks.py",
    "starlette": "serve/editor.py",
    "typst": "render/pdf.py",
    "uvicorn": "serve/editor.py",
    "watchdog": "serve/watch.py",
    "yaml": "read/yaml.py",
}
MODULES = sorted(HOUSE.rglob("*.py"))


@cache
def importing(module: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Every place in a file where something is imported; several rules ask, and a file is read once."""
    tree = ast.parse(module.read_text("utf-8"))
    return tuple(one for one in ast.walk(tree) if isinstance(one, ast.Import | ast.ImportFrom))


def imports(module: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file it does so."""
    for node in importing(module):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


def inside(module: Path) -> str:
    return module.relative_to(HOUSE).as_posix()


def room(place: str) -> str:
    return place.split("/")[0]


def test_no_room_opens_into_another() -> None:
    assert [said for module in MODULES for said in doors(module)] == []


def doors(module: Path) -> Iterator[str]:
    """What a file imports of the house and may not."""
    here = room(inside(module))
    for name in imports(module):
        first, _, rest = name.partition(".")
        if first != "portfolio_gen" or not rest:
            continue
        there = rest.split(".")[0]
        if here in STREET | BESIDE and there not in {here, "model", "diagnostics"}:
            yield f"{inside(module)} opens {there}"
        if here == "model" and there not in {"model", "diagnostics"}:
            yield f"a noun, {inside(module)}, knows {there}"
        if here == "diagnostics.py":
            yield "the voice depends on nothing"
        if here == "cli" and there in STREET:
            yield f"the porch goes through the hallway: {inside(module)} opens {there}"
        if there in STREET and here not in STREET | HALLWAY | {"__init__.py"}:
            yield f"only the hallway opens rooms, not {inside(module)}"


def test_each_library_is_received_at_one_address() -> None:
    received = {
        (inside(module), address)
        for module in MODULES
        for name in imports(module)
        if (address := ADDRESSES.get(name.split(".")[0]))
    }
    elsewhere = {
        (place, address)
        for place, address in received
        if place != address and not place.startswith(f"{address}/")
    }
    assert elsewhere == set()


def test_each_module_has_a_caption() -> None:
    captions = {
        inside(module): ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
        for module in MODULES
    }
    assert {place for place, caption in captions.items() if not caption} == set()
    lines = {place: caption.splitlines()[0] for place, caption in captions.items()}
    assert {place for place, line in lines.items() if len(line) > 116} == set()


@pytest.mark.parametrize("module", sorted((HOUSE / "evaluate").rglob("*.py")), ids=inside)
def test_nothing_is_averaged_but_ratings_of_one_target(module: Path) -> None:
    """An average needs the numbers of levels and a division; both have one address, which sees one target at a time."""
    if inside(module) == "evaluate/rating_policies/decaying.py":
        return
    tree = ast.parse(module.read_text("utf-8"))
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        assert not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv))
        if isinstance(node, ast.Attribute) and node.attr in {"value", "values"}:
            assert id(node) in called, f"{inside(module)}:{node.lineno} reads the numbers of levels"


def test_no_import_goes_round_in_a_circle() -> None:
    """Modules form an order: following imports never leads back."""
    graph = {dotted(path): needs(path) for path in MODULES}
    # The front door names rooms for type checkers only, and opens them when asked.
    graph["portfolio_gen"] = set()
    done: set[str] = set()
    while free := {name for name, wanted in graph.items() if name not in done and wanted <= done}:
        done |= free
    assert done == set(graph), f"in a circle: {sorted(set(graph) - done)}"


def dotted(module: Path) -> str:
    return ".".join(
        ("portfolio_gen", *module.relative_to(HOUSE).with_suffix("").parts)
    ).removesuffix(".__init__")


def needs(module: Path) -> set[str]:
    """The house's own modules that a file imports; of `from package import module`, the module."""
    known = {dotted(one) for one in MODULES}
    named = set(imports(module)) & known
    packages = {one.rpartition(".")[0] for one in named}
    taken_apart = {one for one in packages if not takes_a_name_of(module, one, known)}
    return named - taken_apart - {dotted(module), "portfolio_gen"}


def takes_a_name_of(module: Path, package: str, known: set[str]) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == package
        and any(f"{package}.{one.name}" not in known for one in node.names)
        for node in importing(module)
    )


def test_the_front_door_opens_every_room_that_it_names() -> None:
    import portfolio_gen
    from portfolio_gen.build import build
    from portfolio_gen.evaluate import evaluate

    assert {
        name for name in portfolio_gen.__all__ if not callable(getattr(portfolio_gen, name))
    } == set()
    assert portfolio_gen.evaluate_student is evaluate
    assert portfolio_gen.build_school is build
