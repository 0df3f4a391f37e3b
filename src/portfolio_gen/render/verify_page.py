"""What an edition publishes so that its records can be checked: the issuer's files, and a page that reads them."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import Markup

from portfolio_gen.model.blueprint import IssuerBlueprint
from portfolio_gen.render.engine import BASE, engine_for
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.words import dir_of
from portfolio_gen.render.workshop import Rendered, Workshop


def make_issuer(blueprint: IssuerBlueprint, into: Path) -> Rendered:
    """Write the edition's `issuer/` folder, which is `into`: who may sign, and what was revoked."""
    staging = Staging(into)
    for name, text in _papers(blueprint).items():
        staging.write(f"{name}.json", text.encode())
    return Rendered(files=staging.written())


def make_verify_page(blueprint: IssuerBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """Write the edition's `verify/` folder, which is `into`: one page with all that it needs inside."""
    engine = engine_for(blueprint.school, workshop.themes, alone=True)
    script, style = (_source(f"verify.{one}") for one in ("js", "css"))
    known = {name: json.loads(text) for name, text in _papers(blueprint).items()}
    papers = {
        "school": blueprint.school.name,
        "place": blueprint.place,
        "did": known.get("did"),
        "revoked": known.get("status"),
        "newer": known.get("newer"),
    }
    text = engine.site(blueprint.school.name, "").render_bare(
        "verify.html",
        {
            "issuer": blueprint,
            "language": engine.language,
            "direction": dir_of(engine.language),
            "policy": Markup(_policy(script, style)),  # noqa: S704 - it has no text of anybody's
            "style": Markup(style),  # noqa: S704 - our own
            "script": Markup(script),  # noqa: S704 - our own
            "words": _data(_words(engine.say)),
            "contexts": _data(
                {"record": list(blueprint.contexts), "credit": list(blueprint.credit_contexts)}
            ),
            "papers": _data(papers),
        },
    )
    staging = Staging(into)
    staging.write("index.html", text.encode())
    return Rendered(files=staging.written())


def _papers(blueprint: IssuerBlueprint) -> dict[str, str]:
    """Name to text of what the issuer publishes."""
    found = {"did": blueprint.did} if blueprint.did else {}
    return found | {name: path.read_text(encoding="utf-8") for name, path in blueprint.lists}


def _source(name: str) -> str:
    return (BASE / name).read_text(encoding="utf-8")


def _policy(script: str, style: str) -> str:
    """Nothing but this very script and style; of the host, what a link to a record asks for."""
    return (
        f"default-src 'none'; script-src '{_mark(script)}'; style-src '{_mark(style)}'; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _mark(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _data(value: Any) -> Markup:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704 - escaped just now


def _words(say: Callable[[str], str]) -> dict[str, Any]:
    """Everything that the page may come to say."""
    heads = {
        "genuine": say("Yes. {school} has issued this record, and it is unchanged."),
        "newer": say("Genuine, but there is a newer one."),
        "trial": say("A trial record: it does not say who made it."),
        "no-record": say("This is not a record that can be checked here."),
        "changed": say("No. This record was changed after it was signed."),
        "unsigned": say("No. This record is not signed as it has to be."),
        "other-issuer": say("No. {ours} has not issued this record."),
        "other-key": say("No. {ours} has not signed this record."),
        "revoked": say("Not valid any more: {school} has taken this record back."),
        "not-yet-valid": say("This record does not hold yet."),
        "expired": say("This record does not hold any more."),
        "other-paper": say("Genuine, but not the record that this paper was made with."),
    }
    reasons = {
        "newer": say("The school has issued another record since. Ask for it, or open the link."),
        "trial": say("Anybody can make such a record. Do not rely on it."),
        "no-record": say(
            "It is another kind of file, or it was damaged. Records are files called transcript.json."
        ),
        "changed": say("At least one letter is not what the school has signed. Do not rely on it."),
        "unsigned": say("A signature is missing, or does not protect every letter."),
        "other-issuer": say(
            "It says that it was issued at {elsewhere}, where anybody may call themselves anything. "
            "Check it at an address that you know to be the right school's."
        ),
        "other-key": say("The key that has signed it is not one of this school's keys."),
        "revoked": say("It was issued by the school, and must not be used any more."),
        "not-yet-valid": say("Its first day lies ahead; the clock of this computer may be wrong."),
        "expired": say("The school has set a last day for it, and that day is over."),
        "other-paper": say(
            "The school has published another record since that paper was printed. What follows is the one of today."
        ),
    }
    return {
        "heads": heads,
        "reasons": reasons,
        "who": say("Who issued it?"),
        "nobody": say("Nobody that it names"),
        "unchanged": say("Is it unchanged?"),
        "since": say("Yes, since it was signed on {day}"),
        "revoked": say("Was it revoked?"),
        "latest": say("Is it the latest?"),
        "until": say("Until when does it hold?"),
        "yes": say("Yes"),
        "no": say("No"),
        "old": say("No, there is a newer one"),
        "listed": say("(by the school's list of {day})"),
        "unknown": say("This cannot be told here"),
        "says": say("What it says"),
        "fingerprint": say("Fingerprint {mark}"),
        "busy": say("Checking…"),
        "drop_it": say(
            "This page was opened from a file, so it cannot look for the record. Choose it or drop it here."
        ),
        "not_there": say(
            "The record is not published any more, or cannot be reached. If you have the file, choose it here."
        ),
        "old_browser": say(
            "This browser cannot check signatures. Open this page with https in one that is up to date."
        ),
    }
