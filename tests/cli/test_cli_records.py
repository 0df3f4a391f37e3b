"""The commands that make keys, sign, take back and check."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.cli import porch
from portfolio_gen.issuing import read_whole
from school import STUDENT, minimal_school, write
from signed_school import RECORD, SETTINGS

PASSPHRASE = "four words nobody guesses"  # noqa: S105 - of a key that is made for this test
SECRET = "PORTFOLIO_GEN_KEY_PASSPHRASE"  # noqa: S105 - its name
DAY = ("--on", "2026-11-22")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    made = minimal_school(tmp_path / "school")
    return write(made, {"portfolio.yml": SETTINGS})


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "key.pem"


def call(*words: object, **environment: str) -> Result:
    """Call the program; what it refuses ends with 2, as `main` sees to."""
    env = {SECRET: PASSPHRASE, "SOURCE_DATE_EPOCH": "", **environment}
    result = CliRunner(env=env).invoke(porch, [str(one) for one in words])
    refused = result.exit_code == 1 and result.output.startswith("Error: ")
    result.exit_code = 2 if refused else result.exit_code
    return result


def done(*words: object, **environment: str) -> str:
    result = call(*words, **environment)
    assert result.exit_code == 0, result.output
    return result.output


def issued(school: Path, key: Path) -> None:
    done("keys", "new", school, "--key", key)
    done("issue", school, "--key", key, *DAY)


def papers(school: Path, folder: Path) -> Path:
    """The issuer's folder as `build` publishes it."""
    from portfolio_gen.hallway.records import issuer_blueprint
    from portfolio_gen.render import Workshop, render_issuer

    folder.mkdir(exist_ok=True)
    workshop = Workshop(edition="college", themes=(), cache=folder)
    render_issuer(issuer_blueprint(read_whole(school), "college", page=False), workshop, folder)
    return folder


def test_from_a_key_to_a_yes_and_a_no(school: Path, key: Path, tmp_path: Path) -> None:
    issued(school, key)
    issuer = papers(school, tmp_path / "issuer")
    record = school / RECORD

    told = done("verify", record, "--issuer", issuer)
    assert told.startswith("Genuine: Little School has issued it.")
    assert "portfolios.little-school.example/college" in told
    assert "2026-04-20  Critical thinking in academics (Foundation)" in told

    record.write_bytes(record.read_bytes().replace(b"Marie", b"Maria", 1))
    touched = call("verify", record, "--issuer", issuer)
    assert touched.exit_code == 1
    assert touched.output.startswith("NOT genuine:")


def test_a_key_is_for_its_owner_alone_and_never_overwritten(school: Path, key: Path) -> None:
    done("keys", "new", school, "--key", key)

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert b"ENCRYPTED" in key.read_bytes()
    assert "PRIVATE" not in "".join(one.read_text() for one in school.rglob("*.jsonl"))
    assert call("keys", "new", school, "--key", key.with_name("other")).exit_code == 2
    again = call("keys", "rotate", school, "--key", key)
    assert (again.exit_code, "stays as it is" in again.output) == (2, True)


def test_a_key_never_lies_in_the_school_or_in_a_repository(school: Path, tmp_path: Path) -> None:
    (tmp_path / "work" / ".git").mkdir(parents=True)

    for place in (school / "key.pem", tmp_path / "work" / "deep" / "key.pem"):
        refused = call("keys", "new", school, "--key", place)
        assert (refused.exit_code, "must never be" in refused.output) == (2, True)
        assert not place.exists()
    assert not (school / "transcripts/records").exists()


def test_a_short_passphrase_or_none_is_refused(school: Path, key: Path) -> None:
    short = call("keys", "new", school, "--key", key, **{SECRET: "short"})

    assert (short.exit_code, "12 letters" in short.output) == (2, True)
    assert not key.exists()


def test_the_key_comes_from_the_environment_too(school: Path, key: Path) -> None:
    done("keys", "new", school, "--key", key)
    sealed = key.read_text()
    key.unlink()

    lost = call("issue", school, "--key", key, *DAY)
    assert (lost.exit_code, "--key" in lost.output) == (2, True)
    assert "college/ada-park: signed" in done("issue", school, *DAY, PORTFOLIO_GEN_KEY=sealed)
    wrong = {"PORTFOLIO_GEN_KEY": sealed, SECRET: "another passphrase"}
    assert "passphrase is wrong" in call("issue", school, *DAY, **wrong).output


def test_what_cannot_be_said_offline_is_not_said(school: Path, key: Path) -> None:
    issued(school, key)
    found = call("verify", school / RECORD)

    assert found.exit_code == 1
    assert found.output.startswith("Unchanged, but not known to be of Little School")
    assert "cannot be told" in found.output


def test_whose_record_it_is_can_be_asked(school: Path, key: Path, tmp_path: Path) -> None:
    issued(school, key)
    issuer = ("--issuer", papers(school, tmp_path / "issuer"))

    done("verify", school / RECORD, *issuer, "--name", "Ada Marie Park")
    other = call("verify", school / RECORD, *issuer, "--name", "Eve Park")
    assert (other.exit_code, "Of that person no" in other.output) == (1, True)


def test_programs_are_told_the_same(school: Path, key: Path, tmp_path: Path) -> None:
    issued(school, key)
    issuer = papers(school, tmp_path / "issuer")
    told = json.loads(done("verify", school / RECORD, "--issuer", issuer, "--format", "json"))

    assert told["genuine"] is True
    assert (told["revoked"], told["newer"], told["doubts"]) == (False, False, [])


def test_revoking_and_reissuing(school: Path, key: Path, tmp_path: Path) -> None:
    issued(school, key)
    earlier = tmp_path / "earlier.json"
    earlier.write_bytes((school / RECORD).read_bytes())

    who = ("--student", STUDENT, "--key", key, "--reason", "a mistake", *DAY)
    assert "college/ada-park: revoked" in done("revoke", school, *who)
    issuer = papers(school, tmp_path / "issuer")
    taken = call("verify", earlier, "--issuer", issuer)
    assert (taken.exit_code, taken.output.startswith("NOT valid:")) == (1, True)
    assert call("revoke", school, *who).exit_code == 2
    assert "college/ada-park: signed" in done("reissue", school, *who)
    assert "Genuine" in done("verify", school / RECORD, "--issuer", papers(school, issuer))


def test_keys_are_rotated_listed_and_distrusted(school: Path, key: Path) -> None:
    issued(school, key)
    first = read_whole(school).records.current
    second = key.with_name("second.pem")
    assert "signs" in done("keys", "list", school)

    done("keys", "rotate", school, "--key", second)
    assert "verifies what it has signed" in done("keys", "list", school)
    done("keys", "distrust", first, school, "--key", second, "--reason", "stolen", *DAY)
    assert f"{first}  since" in done("keys", "list", school)
    assert "distrusted" in done("keys", "list", school)


@pytest.mark.parametrize("text", ["", "{}", '{"a": 1, "a": 2}', "%PDF-1.7 broken", "[" * 9000])
def test_any_file_gets_an_answer(tmp_path: Path, text: str) -> None:
    file = tmp_path / "file.json"
    file.write_text(text)
    found = call("verify", file)

    assert found.exit_code in (1, 2)
    assert not isinstance(found.exception, ValueError | TypeError | KeyError)


def test_a_pdf_leads_to_its_record(school: Path, key: Path, tmp_path: Path) -> None:
    issued(school, key)
    issuer = papers(school, tmp_path / "issuer")
    pdf = tmp_path / "transcript.pdf"
    pdf.write_bytes(pdf_with_link(verify_url(school)))

    alone = call("verify", pdf, "--issuer", issuer)
    assert (alone.exit_code, "--online" in alone.output) == (2, True)
    record = tmp_path / "transcript.json"
    record.write_bytes((school / RECORD).read_bytes())
    assert "A PDF can be altered" in done("verify", pdf, "--issuer", issuer)
    record.write_bytes(record.read_bytes() + b" ")
    other = call("verify", pdf, "--issuer", issuer)
    assert (other.exit_code, "not the one" in other.output) == (2, True)


def verify_url(school: Path) -> str:
    from portfolio_gen.hallway.records import site_of, with_record
    from portfolio_gen.read.digest import hash_file
    from school import TODAY

    read = read_whole(school)
    site = site_of(read, read.students[0], "college", TODAY)
    assert site
    shown = with_record(read, read.students[0], site, TODAY, hash_file).transcript
    assert shown and shown.record
    return shown.record.verify_url


def pdf_with_link(address: str) -> bytes:
    import io

    from pypdf import PdfWriter
    from pypdf.annotations import Link

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_annotation(0, Link(rect=(0, 0, 50, 50), url=address))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
